// node ask_bundle.mjs FOLDER HOME ASKED.json TOLD.json: starts the bundle that a folder of the site holds, with the page's
// own code, and writes its answers to all requests, what finds its modules, and what came of each import. HOME is an empty folder.
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { startBundle } from "../../overrides/assets/app/python/bundle.js";
import { NO_PACKAGES } from "../../packages/pyfreeze/src/python_in_node.mjs";

const [folder, home, asked, told] = process.argv.slice(2);
const { requests, imports } = JSON.parse(readFileSync(asked, "utf8"));
for (const name of ["pyodide.asm.js", "pyodide.asm.wasm", "python.zip"]) copyFileSync(join(folder, name), join(home, name));
// A browser takes pyodide.js for a module, and Node takes it for another kind.
copyFileSync(join(folder, "pyodide.js"), join(home, "pyodide.mjs"));
writeFileSync(join(home, "pyodide.js"), "exports.loadPyodide = (...given) => self.load(...given);");
const { loadPyodide } = await import(pathToFileURL(join(home, "pyodide.mjs")));
let python;
globalThis.self = globalThis;
self.load = async (...given) => (python = await loadPyodide(...given));

const door = await startBundle(`${home}/`, {}, NO_PACKAGES.info);
const answers = requests.map((text) => door(text));
const finders = python.runPython("import sys; str(sys.meta_path)");
writeFileSync(told, JSON.stringify({ answers, finders, imports: Object.fromEntries(imports.map((name) => [name, imported(name)])) }));
process.exit(0);

/** Gives the module in words, or the error. */
function imported(name) {
  return python.runPython(`
def imported(name):
    try:
        return str(__import__(name))
    except ImportError as error:
        return type(error).__name__
imported(${JSON.stringify(name)})`);
}

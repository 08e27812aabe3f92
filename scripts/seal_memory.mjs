// node seal_memory.mjs ARCHIVE REQUESTS.json FOLLOWUP_SITE_FOLDER OUT.wasm
// Starts Python, lets it answer everything once, and writes the memory it then has into its own WebAssembly file:
// a browser that loads the file has Python awake, without Pyodide's loader and without a way to JavaScript.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Capture, instrumented } from "./seal_capture.mjs";
import { sealedImage } from "./seal_image.mjs";

const [archive, requests, folder, out] = process.argv.slice(2);
const PYODIDE = new URL("../node_modules/pyodide/", import.meta.url).pathname;
const original = readFileSync(join(PYODIDE, "pyodide.asm.wasm"));
const home = join(dirname(out), "instrumented");
mkdirSync(home, { recursive: true });
for (const name of ["pyodide.asm.js", "package.json"]) copyFileSync(join(PYODIDE, name), join(home, name));
writeFileSync(join(home, "pyodide.asm.wasm"), instrumented(original));

const AWAKE = `
import sys
sys.dont_write_bytecode = True
sys.path.append("/home")
import gc, json, bundle_exercise, bundle_sealing
with open("/home/requests.json", encoding="utf-8") as opened:
    asked = json.load(opened)["asked"]
bundle_exercise.exercise(asked, ["random"])
answer, wake = bundle_sealing.seal("/lib/python313.zip"), bundle_sealing.wake
# Once more, now without files: what is missing stops the build here and not the reader later.
bundle_exercise.answer_all(asked)
wake()
del asked, opened, bundle_exercise, bundle_sealing
gc.collect()
json.dumps({"answer": id(answer), "wake": id(wake)})
`;

const capture = new Capture();
const { startPython } = await import("./python_in_node.mjs");
const python = await startPython(archive, { indexURL: home });
for (const name of ["bundle_exercise.py", "bundle_sealing.py"]) python.FS.writeFile(`/home/${name}`, readFileSync(join(folder, name)));
python.FS.writeFile("/home/requests.json", readFileSync(requests));
const door = JSON.parse(python.runPython(AWAKE));
const countsAt = capture.instance.exports.malloc(16384);
const state = { ...capture.take(original, python._module), countsAt };
const { bytes } = sealedImage(original, state, door);
writeFileSync(out, bytes);
console.log(`sealed: ${bytes.length} bytes, memory ${state.top}, of ${state.memory.length}`);
process.exit(0);

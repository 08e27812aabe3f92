// Starts the browser's Python in Node with our archive as its standard library, as the build and the tests need it.
import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const MODULES = ["__init__.py", "calls.py", "exercise.py", "reach.py", "sealing.py"];
const FOLDER = new URL("../pyfreeze/", import.meta.url);

const INFO = JSON.parse(readFileSync(new URL("../../../node_modules/pyodide/pyodide-lock.json", import.meta.url), "utf8")).info;

/** What Pyodide wants to be told of packages: for which Pyodide, and that there are none. */
export const NO_PACKAGES = { info: INFO, packages: {} };

// Node would print the megabyte-long line of Pyodide's code in which an error arose.
process.on("uncaughtException", (error) => {
  console.error(String(error?.stack ?? error).split("\n").map((line) => line.slice(0, 300)).join("\n"));
  process.exit(1);
});

/** Gives a running Pyodide whose one archive is `archive`. */
export function startPython(archive, options = {}) {
  return loadPyodide({
    stdLibURL: archive,
    lockFileContents: JSON.stringify(NO_PACKAGES),
    packageBaseUrl: "./",
    // The same memory in every build: no random hash seed, and no path of the machine that built it.
    env: { HOME: "/home", PYTHONHASHSEED: "0", _: "python" },
    _sysExecutable: "/home/python",
    ...options,
  });
}

/** Puts the modules that run inside Pyodide while the site is built where it finds them. */
export function mountModules(python) {
  python.FS.mkdirTree("/home/pyfreeze");
  for (const name of MODULES) python.FS.writeFile(`/home/pyfreeze/${name}`, readFileSync(new URL(name, FOLDER)));
  python.runPython("import sys; sys.dont_write_bytecode = True; '/home' in sys.path or sys.path.append('/home'); del sys");
}

// Starts a Pyodide whose state can be taken down, with the engine awake in it.
import "./still.mjs";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Capture, instrumented } from "./capture.mjs";

const PYODIDE = new URL("../../../node_modules/pyodide/", import.meta.url).pathname;
const WAKE = `
import json
from pyfreeze import calls, exercise, reach, sealing
with open("/home/wake.json", encoding="utf-8") as opened:
    first, called = json.load(opened)
exercise.wake_all(first, ["random"])
sealing.wake()
called = [tuple(key) for key in called]
del opened, json, first
`;

/** Gives Python after it answered its first requests, what watches it, and the file it runs from. */
export async function startForSealing(archive, requests, reached, out) {
  const original = readFileSync(join(PYODIDE, "pyodide.asm.wasm"));
  const home = join(dirname(out), "instrumented");
  mkdirSync(home, { recursive: true });
  for (const name of ["pyodide.asm.js", "package.json"]) copyFileSync(join(PYODIDE, name), join(home, name));
  writeFileSync(join(home, "pyodide.asm.wasm"), instrumented(original));
  const capture = new Capture();
  const { mountModules, startPython } = await import("./python_in_node.mjs");
  const python = await startPython(archive, { indexURL: home });
  mountModules(python);
  python.FS.writeFile("/home/wake.json", JSON.stringify([read(requests).first, read(reached).called]));
  python.runPython(WAKE);
  return { python, capture, original };
}

const read = (file) => JSON.parse(readFileSync(file, "utf8"));

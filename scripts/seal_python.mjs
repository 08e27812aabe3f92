// Starts a Pyodide whose state can be taken down, with the engine awake in it.
import "./seal_still.mjs";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Capture, instrumented } from "./seal_capture.mjs";

const PYODIDE = new URL("../node_modules/pyodide/", import.meta.url).pathname;
const MODULES = ["bundle_exercise.py", "bundle_sealing.py"];

const WAKE = `
import sys
sys.dont_write_bytecode = True
sys.path.append("/home")
import json, bundle_exercise
with open("/home/requests.json", encoding="utf-8") as opened:
    asked = json.load(opened)["asked"]
bundle_exercise.exercise(asked, ["random"])
del opened, sys, json
`;

/** Gives Python after it answered every request, what watches it, and the file it runs from. */
export async function startForSealing(archive, requests, folder, out) {
  const original = readFileSync(join(PYODIDE, "pyodide.asm.wasm"));
  const home = join(dirname(out), "instrumented");
  mkdirSync(home, { recursive: true });
  for (const name of ["pyodide.asm.js", "package.json"]) copyFileSync(join(PYODIDE, name), join(home, name));
  writeFileSync(join(home, "pyodide.asm.wasm"), instrumented(original));
  const capture = new Capture();
  const { startPython } = await import("./python_in_node.mjs");
  const python = await startPython(archive, { indexURL: home });
  for (const name of MODULES) python.FS.writeFile(`/home/${name}`, readFileSync(join(folder, name)));
  python.FS.writeFile("/home/requests.json", readFileSync(requests));
  python.runPython(WAKE);
  return { python, capture, original };
}

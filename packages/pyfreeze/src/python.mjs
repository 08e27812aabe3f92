// Starts a Pyodide whose state can be taken down, with the engine awake in it.
import "./still.mjs";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Capture, instrumented } from "./capture.mjs";

const PYODIDE = new URL("../../../node_modules/pyodide/", import.meta.url).pathname;
const HEAP = /var ___heap_base=(\d+);/g;
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

/**
 * Gives Python after it answered its first requests, what watches it, and the file it runs from. Its heap begins so many
 * bytes higher than Pyodide's own, which is all that tells two such runs apart.
 */
export async function startForSealing(archive, requests, reached, out, higher = 0) {
  const original = readFileSync(join(PYODIDE, "pyodide.asm.wasm"));
  const home = join(dirname(out), `instrumented-${higher}`);
  mkdirSync(home, { recursive: true });
  copyFileSync(join(PYODIDE, "package.json"), join(home, "package.json"));
  writeFileSync(join(home, "pyodide.asm.js"), lifted(readFileSync(join(PYODIDE, "pyodide.asm.js"), "utf8"), higher));
  writeFileSync(join(home, "pyodide.asm.wasm"), instrumented(original));
  const capture = new Capture();
  const { mountModules, startPython } = await import("./python_in_node.mjs");
  const python = await startPython(archive, { indexURL: home });
  mountModules(python);
  python.FS.writeFile("/home/wake.json", JSON.stringify([read(requests).first, read(reached).called]));
  python.runPython(WAKE);
  return { python, capture, original };
}

function lifted(script, higher) {
  if (script.match(HEAP)?.length !== 1) throw new Error("Pyodide's script does not say where the heap begins");
  return script.replace(HEAP, (text, base) => `var ___heap_base=${Number(base) + higher};`);
}

const read = (file) => JSON.parse(readFileSync(file, "utf8"));

/**
 * Runs the sealed image: Python that was awake when the site was built, in a file with no way to JavaScript.
 * @module
 */

import { findAgain } from "./again.js";

/**
 * @typedef {(text: string) => string} Door
 * @typedef {{ memory: WebAssembly.Memory, answer: WebAssembly.Global, wake: WebAssembly.Global } & Record<keyof import("./tables.js").Places, WebAssembly.Global>
 * & Record<string, any>} Python
 */

/** Gives the door of the image. @param {WebAssembly.Module} module @returns {Promise<Door>} */
export async function startImage(module) {
  /** @type {Python} */
  let python;
  const outside = imports(module, () => python.memory);
  python = /** @type {any} */ (await WebAssembly.instantiate(module, outside)).exports;
  const { heap, texts, dicts, sets, frozensets, names } = python;
  // What other bytes tell was not sent: it packs into nothing smaller.
  findAgain(/** @type {any} */ (python), {
    heap: heap.value, texts: texts.value, dicts: dicts.value, sets: sets.value, frozensets: frozensets.value, names: names.value,
  });
  // Every image starts with the same dice; these are the reader's own.
  release(python, python.PyObject_CallNoArgs(python.wake.value));
  return (text) => ask(python, text);
}

/** @param {Python} python @param {string} text */
function ask(python, text) {
  const request = textToPython(python, text);
  const answer = python.PyObject_CallOneArg(python.answer.value, request);
  python.Py_DecRef(request);
  try {
    return textFromPython(python, answer);
  } finally {
    release(python, answer);
  }
}

/** @param {Python} python @param {string} text @returns {number} */
function textToPython(python, text) {
  const bytes = new TextEncoder().encode(text);
  const place = python.malloc(bytes.length + 1);
  new Uint8Array(python.memory.buffer).set(bytes, place);
  const made = python.PyUnicode_FromStringAndSize(place, bytes.length);
  python.free(place);
  return made;
}

/** @param {Python} python @param {number} text @returns {string} */
function textFromPython(python, text) {
  if (!text) throw new Error("Python raised an exception");
  const size = python.malloc(4);
  const place = python.PyUnicode_AsUTF8AndSize(text, size);
  const length = new DataView(python.memory.buffer).getUint32(size, true);
  python.free(size);
  return new TextDecoder().decode(new Uint8Array(python.memory.buffer, place, length));
}

/** @param {Python} python @param {number} object */
function release(python, object) {
  if (!object) throw new Error("Python raised an exception");
  python.Py_DecRef(object);
}

/**
 * Gives all that the image asks of outside: chance, more memory, and that nobody interrupts it. The rest is refused, and
 * the refusal makes the page start Pyodide instead.
 * @param {WebAssembly.Module} module @param {() => WebAssembly.Memory} memory @returns {WebAssembly.Imports}
 */
export function imports(module, memory) {
  const known = outside(memory);
  /** @type {Record<string, Record<string, any>>} */
  const all = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    (all[from] ??= {})[name] = known[name] ?? (() => { throw new Error(`no ${name} here`); });
  }
  return all;
}

const PAGE = 65536;

/** @param {() => WebAssembly.Memory} memory @returns {Record<string, (...given: any[]) => number>} */
function outside(memory) {
  return {
    random_get: (place, length) => (crypto.getRandomValues(new Uint8Array(memory().buffer, place, length)), 0),
    emscripten_resize_heap: (wanted) => grow(memory(), wanted >>> 0),
    _Py_CheckEmscriptenSignals_Helper: () => 0,
  };
}

/** @param {WebAssembly.Memory} memory @param {number} wanted */
function grow(memory, wanted) {
  const missing = Math.ceil((wanted - memory.buffer.byteLength) / PAGE);
  try {
    return memory.grow(missing) < 0 ? 0 : 1;
  } catch {
    // Python turns this into its own MemoryError.
    return 0;
  }
}

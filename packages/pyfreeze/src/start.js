/**
 * Runs the sealed image: Python that was awake when the site was built, in a file with no way to JavaScript.
 * @module
 */

/**
 * @typedef {(text: string) => string} Door
 * @typedef {{ memory: WebAssembly.Memory, answer: WebAssembly.Global, wake: WebAssembly.Global, heap: WebAssembly.Global, texts: WebAssembly.Global } & Record<string, any>} Python
 */

/** Gives the door of the image. @param {WebAssembly.Module} module @returns {Promise<Door>} */
export async function startImage(module) {
  /** @type {Python} */
  let python;
  const outside = imports(module, () => python.memory);
  python = /** @type {any} */ (await WebAssembly.instantiate(module, outside)).exports;
  findHashes(python);
  // Every image starts with the same dice; these are the reader's own.
  release(python, python.PyObject_CallNoArgs(python.wake.value));
  return (text) => ask(python, text);
}

const [IN_USE, FLAGS, HEADER] = [2, 7, 8];
export const [HASH, UNKNOWN] = [12, 0xffffffff];

/**
 * Lets Python find the hashes of its texts, which were not sent: four bytes each that pack into nothing smaller.
 * @param {Python} python
 */
function findHashes(python) {
  const words = new Uint32Array(python.memory.buffer);
  for (const at of textsIn(words, python.heap.value, python.texts.value)) {
    if (words[at + HASH >> 2] === UNKNOWN) python.PyObject_Hash(at);
  }
}

/**
 * Gives where texts stand, by a walk over the C library's heap (dlmalloc) from block to block.
 * @param {Uint32Array} words @param {number} from @param {number} type the address of Python's class of texts
 */
export function* textsIn(words, from, type) {
  for (let at = from + FLAGS & ~FLAGS, size; at + HEADER < words.byteLength; at += size) {
    const head = words[at + 4 >> 2];
    size = head & ~FLAGS;
    if (size < 2 * HEADER) return;
    if (head & IN_USE && isText(words, at + HEADER >> 2, size, type)) yield at + HEADER;
  }
}

/**
 * Of CPython 3.13 on 32 bits: PyASCIIObject { refcount, type, length, hash, state }; texts of other signs have two words more.
 * @param {Uint32Array} words @param {number} at @param {number} size of the block @param {number} type
 */
function isText(words, at, size, type) {
  if (words[at + 1] !== type) return false;
  const [length, state] = [words[at + 2], words[at + 4]];
  const [kind, isCompact, isAscii] = [state >> 2 & 7, state >> 5 & 1, state >> 6 & 1];
  const needed = (isAscii ? 20 : 28) + (length + 1) * kind;
  return isCompact === 1 && kind > 0 && needed <= size && needed + 3 * HEADER > size;
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
function imports(module, memory) {
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

// Blanks what an image finds again when it starts (again.wat), and proves that it finds the same.
import { findAgain } from "./again.js";
import { COLLECTED, HASH, INDEX, TAG, TYPE, Tables, UNKNOWN } from "./tables.js";

// PyFunctionObject.func_code; its func_version, and PyCodeObject.co_version: numbers that CPython deals out where it finds none.
const [CODE, VERSION] = [24, 68];
const PAGE = 65536;

/**
 * Blanks in the memory that is written, and gives how many hashes and indexes; what would not be found again stops the build.
 * `python` is the running Python that the memory was moved from, and `kinds` are where its classes of functions and of code are.
 */
export function blankTables(memory, python, places, kinds) {
  const tables = new Tables(memory.buffer, places);
  const texts = tables.texts.filter((at) => isText(python, at, tables.words[at + HASH >> 2]));
  blankNotes(tables, kinds);
  orderNames(tables);
  const whole = memory.slice();
  const indexes = tables.dicts.filter((dict) => blankIndex(tables, dict)).length;
  blankHashes(tables);
  blankNames(tables);
  prove(memory, whole, places);
  texts.forEach((at) => { tables.words[at + HASH >> 2] = UNKNOWN; });
  return [texts.length, indexes];
}

/** Lets Python find the hash anew: it is the same only if a text stands there. */
function isText({ exports, live, from }, moved, hash) {
  if (hash === UNKNOWN) return false;
  const at = from(moved);
  const view = new DataView(live.buffer);
  view.setUint32(at + HASH, UNKNOWN, true);
  const again = exports.PyObject_Hash(at) >>> 0;
  view.setUint32(at + HASH, hash, true);
  return again === hash;
}

function blankNotes(tables, { functions, code }) {
  const { words, dicts } = tables;
  for (const dict of dicts) {
    // The version of its content; the lowest twelve bits say who watches it.
    words[dict + TAG >> 2] &= 0xfff;
    words[dict + TAG + 4 >> 2] = 0;
  }
  tables.eachBlock((at) => {
    const [one, its] = [at + COLLECTED, words[at + COLLECTED + CODE >> 2]];
    // What only names the class has no code.
    if (words[one + TYPE >> 2] !== functions || words[its + TYPE >> 2] !== code) return;
    words[one + VERSION >> 2] = words[its + VERSION >> 2] = 0;
  });
}

/** Writes the dictionary of names as an image that starts will, without the names that nothing else refers to. */
function orderNames(tables) {
  const { words, places } = tables;
  const entries = () => namesHeld(tables).map((entry) => words[entry >> 2]);
  const before = entries().filter((text) => words[text + TYPE >> 2] === places.texts);
  blankNames(tables);
  tables.restoreNames();
  const after = new Set(entries());
  if (after.size !== before.length || !before.every((text) => after.has(text))) {
    throw new Error(`Python holds ${before.length} names once, and ${after.size} texts say that they are held`);
  }
}

function namesHeld(tables) {
  const keys = tables.keys(tables.places.names);
  return Array.from({ length: tables.count(keys) }, (_, place) => tables.firstEntry(keys) + 8 * place);
}

function blankNames(tables) {
  const entries = namesHeld(tables);
  const keys = tables.keys(tables.places.names);
  tables.bytes.fill(0, keys + INDEX, tables.firstEntry(keys) + 8 * entries.length);
}

/** Blanks where a dictionary's entries are found, unless its past is told by that. */
function blankIndex(tables, dict) {
  if (!tables.hasIndex(dict) || dict === tables.places.names) return false;
  const keys = tables.keys(dict);
  const index = tables.bytes.subarray(keys + INDEX, tables.firstEntry(keys));
  const before = index.slice();
  if (tables.words[keys + INDEX >> 2] === 0) return false;
  if (!hasAllKeys(tables, keys)) return false;
  tables.fillIndex(keys);
  const isSame = Buffer.compare(before, index) === 0;
  index.set(isSame ? new Uint8Array(index.length) : before);
  return isSame;
}

/** A key that was deleted left a hole. */
function hasAllKeys(tables, keys) {
  const width = tables.width(keys);
  const first = tables.firstEntry(keys) + width - 8 >> 2;
  return Array.from({ length: tables.count(keys) }, (_, place) => tables.words[first + place * (width >> 2)]).every(Boolean);
}

function blankHashes(tables) {
  const { words, places } = tables;
  tables.eachPair((hash, key) => {
    const at = words[key];
    if (words[at + TYPE >> 2] === places.texts && words[hash] === words[at + HASH >> 2]) words[hash] = 0;
  });
}

function prove(memory, whole, places) {
  const again = new WebAssembly.Memory({ initial: Math.ceil(memory.length / PAGE) });
  const bytes = new Uint8Array(again.buffer);
  bytes.set(memory);
  // The texts know their hashes yet; one that never had any keeps none.
  findAgain({ memory: again, PyObject_Hash: () => 0 }, places);
  const unlike = whole.findIndex((byte, at) => byte !== bytes[at]);
  if (unlike >= 0) throw new Error(`what was blanked is not found again at ${unlike}`);
}

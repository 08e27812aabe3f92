// Finds anew what a move changes: hashes that come from where something stands, and the places that follow from them.
import { Objects } from "./objects.mjs";
import { imports } from "./start.js";
import { FILL, MASK, PERTURB_SHIFT, SET_USED, TABLE, TYPE, Tables, UNKNOWN } from "./tables.js";
import { sealedImage } from "./write.mjs";

// Where an object keeps its own hash, or that of its key; of CPython 3.13 on 32 bits.
const KEPT = { "weakref.ReferenceType": 16, frozenset: 24 };
const ELEMENT = { name: "functools._lru_list_elem", hash: 16, key: 20 };
const ENTRY = 8;
const LINEAR_PROBES = 9;

/**
 * Writes into the memory of `state` what is to be found anew; `unsettled` are the words that told of old places. One that
 * is none of what we know stops the build.
 */
export async function settle(original, state, places, unsettled) {
  const words = new Uint32Array(state.memory.buffer);
  const objects = new Objects(state.memory, state.top);
  const tables = new Tables(state.memory.buffer, places);
  const open = new Map(unsettled.map((word) => [word.at, word]));
  const own = [...open.values()].filter((word) => isOwn(objects, word));
  own.forEach(({ at }) => { words[at >> 2] = UNKNOWN; });
  const hash = await hasher(original, state, places);
  own.forEach((word) => { words[word.at >> 2] = hash(objects.objectOf(word.block.at)); });
  own.forEach(({ at }) => open.delete(at));
  const elements = [...open.values()].filter((word) => isElement(objects, word));
  elements.forEach(({ at }) => { words[at >> 2] = hash(words[at - ELEMENT.hash + ELEMENT.key >> 2]); });
  elements.forEach(({ at }) => open.delete(at));
  tables.dicts.forEach((dict) => settleDict(tables, dict, hash, open));
  tables.sets.forEach((set) => settleSet(tables, set, hash, open));
  for (const { at, block } of open.values()) throw new Error(`nobody knows what stands at ${at}, ${at - block.at} bytes into its block`);
}

function isOwn(objects, { at, block }) {
  const object = objects.objectOf(block.at);
  return object && Object.entries(KEPT).some(([name, offset]) => at === object + offset && objects.isA(object, name));
}

function isElement(objects, { at, block }) {
  const object = objects.objectOf(block.at);
  return object && at === object + ELEMENT.hash && objects.isA(object, ELEMENT.name);
}

/** Gives what Python says is the hash of the object at an address, in an image that is used for nothing else. */
async function hasher(original, state, places) {
  const image = sealedImage(original, { ...state, table: [...state.table], memory: state.memory.slice() }, places);
  const module = await WebAssembly.compile(image);
  const { exports } = await WebAssembly.instantiate(module, imports(module, () => exports.memory));
  return (object) => exports.PyObject_Hash(object) >>> 0;
}

function settleDict(tables, dict, hash, open) {
  if (!tables.hasIndex(dict)) return;
  const keys = tables.keys(dict);
  const end = tables.firstEntry(keys) + tables.width(keys) * tables.count(keys);
  const isOpen = forget(open, keys, end);
  if (rehash(tables, (tell) => tables.eachPairOfDict(dict, tell), hash) || isOpen) tables.fillIndex(keys);
}

function settleSet(tables, set, hash, open) {
  const { words } = tables;
  const [table, mask] = [words[set + TABLE >> 2], words[set + MASK >> 2]];
  const isOpen = forget(open, table, table + ENTRY * (mask + 1));
  if (rehash(tables, (tell) => tables.eachPairOfSet(set, tell), hash) || isOpen) fillSet(words, set);
}

/** Gives whether a hash changed; `eachPair` tells which words hold a hash, and its key. */
function rehash({ words, places }, eachPair, hash) {
  let isChanged = false;
  eachPair((at, its) => {
    const key = words[its];
    if (!key || words[at] === UNKNOWN || words[key + TYPE >> 2] === places.texts) return;
    const found = hash(key);
    isChanged ||= found !== words[at];
    words[at] = found;
  });
  return isChanged;
}

/** Takes the words from one place to another out of those that are to be settled, and gives whether there were any. */
function forget(open, from, to) {
  let isAny = false;
  for (let at = from; at < to; at += 4) isAny = open.delete(at) || isAny;
  return isAny;
}

/** Puts a set's entries where CPython looks for them. */
export function fillSet(words, set) {
  const [table, mask] = [words[set + TABLE >> 2] >> 2, words[set + MASK >> 2]];
  const places = Array.from({ length: mask + 1 }, (_, place) => table + 2 * place);
  const entries = places.map((at) => [words[at], words[at + 1]]).filter(([key, hash]) => key && hash !== UNKNOWN);
  words.fill(0, table, table + 2 * (mask + 1));
  words[set + FILL >> 2] = words[set + SET_USED >> 2] = entries.length;
  for (const [key, hash] of entries) words.set([key, hash], table + 2 * freePlace(words, table, mask, hash));
}

function freePlace(words, table, mask, hash) {
  for (let perturb = hash, place = hash & mask; ; perturb >>>= PERTURB_SHIFT, place = place * 5 + 1 + perturb & mask) {
    const probes = place + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
    for (let probe = place; probe <= place + probes; probe++) if (!words[table + 2 * probe]) return probe;
  }
}

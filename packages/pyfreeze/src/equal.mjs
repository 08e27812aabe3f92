// Finds texts, bytes and tuples that are equal: nobody can change one, so that one of them may stand for all.
import { COLLECTED, HASH, TYPE, UNKNOWN } from "./tables.js";

// Of CPython 3.13 on 32 bits: PyVarObject { refcount, type, length }; a text's state, whose lowest bits say that Python
// holds it once, and its signs if all are ASCII; a bytes object's content; a tuple's items.
const [LENGTH, STATE, INTERNED] = [8, 16, 3];
const [PLAIN, SIGNS, CONTENT, ITEMS] = [0x60, 20, 16, 12];
const IMMORTAL = 0x3fffffff;

/**
 * Gives for each block of `live` that is not needed the one that stands for it, and lets those that stay outlive all.
 * `placeOf` finds the block an address leads to, and `isAddress` tells which words lead anywhere.
 */
export function equals(live, objects, placeOf, isAddress) {
  const kinds = { str: [], bytes: [], tuple: [] };
  for (const block of live) {
    const object = objects.objectOf(block.from);
    const name = object && objects.className(objects.word(object + TYPE));
    // Where it begins tells it from what only names its class.
    if (Object.hasOwn(kinds, name) && object === block.from + (name === "tuple" ? COLLECTED : 0)) kinds[name].push({ block, object });
  }
  const same = new Map();
  const last = (block) => same.has(block) ? last(same.get(block)) : block;
  const merge = (all, keyOf, choose = ([first]) => first) => grouped(all, keyOf).forEach((equal) => {
    const one = choose(equal);
    objects.words[one.object >> 2] = IMMORTAL;
    equal.forEach(({ block }) => { if (block !== one.block) same.set(block, one.block); });
  });
  merge(kinds.str.filter(({ object }) => isPlain(objects, object)), ({ object }) => read(objects, object, SIGNS), (all) => spokesman(objects, all));
  merge(kinds.bytes, ({ object }) => read(objects, object, CONTENT));
  const item = (at) => {
    const [address, block] = [objects.word(at), isAddress(at) && placeOf(objects.word(at))];
    return block ? address - block.from + last(block).from : address;
  };
  // Tuples of equal tuples are equal in turn.
  for (let before = -1; same.size > before;) {
    before = same.size;
    merge(kinds.tuple.filter(({ block }) => !same.has(block)), ({ object }) => places(objects, object).map(item).join(" "));
  }
  return new Map([...same.keys()].map((block) => [block, last(block)]));
}

/** Gives those that are equal to others, together. */
function grouped(all, keyOf) {
  const groups = new Map();
  for (const one of all) {
    const key = keyOf(one);
    if (!groups.get(key)?.push(one)) groups.set(key, [one]);
  }
  return [...groups.values()].filter((equal) => equal.length > 1);
}

/** ASCII alone, in one block: such a text refers to nothing. */
function isPlain(objects, text) { return (objects.word(text + STATE) & PLAIN) === PLAIN; }

function read({ memory, words }, object, offset) {
  const length = words[object + LENGTH >> 2];
  return Buffer.from(memory.buffer, memory.byteOffset + object + offset, length).toString("latin1");
}

/** The one that Python holds once, if any; it knows the hash that any of them knows. */
function spokesman({ words }, all) {
  const one = all.find(({ object }) => words[object + STATE >> 2] & INTERNED) ?? all[0];
  const known = all.map(({ object }) => words[object + HASH >> 2]).find((hash) => hash !== UNKNOWN);
  if (known !== undefined) words[one.object + HASH >> 2] = known;
  return one;
}

function places({ words }, tuple) { return Array.from({ length: words[tuple + LENGTH >> 2] }, (_, at) => tuple + ITEMS + 4 * at); }

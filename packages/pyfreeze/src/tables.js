/**
 * Tells where an image's texts, dictionaries and sets stand, and what the build blanks of them: the hashes beside texts,
 * where a dictionary finds each of its entries, and the dictionary of the names that Python holds once. again.wat finds it.
 * @module
 */

/**
 * Where the C library's heap begins, CPython's classes stand, and its dictionary of names: addresses.
 * @typedef {{ heap: number, texts: number, dicts: number, sets: number, frozensets: number, names: number }} Places
 */

// Of the C library's heap (dlmalloc): before each block stand its size and whether it is in use.
export const [IN_USE, FLAGS, HEADER] = [2, 7, 8];
// Of CPython 3.13 on 32 bits: two words stand before an object that is collected.
export const COLLECTED = 8;
export const TYPE = 4;
// PyASCIIObject { refcount, type, length, hash, state }; two bits of the state say that Python holds the text once.
const [LENGTH, STATE, INTERNED] = [8, 16, 3];
export const [HASH, UNKNOWN] = [12, 0xffffffff];
// PyDictObject { refcount, type, used, -, tag in two words, keys }; of its keys { -, sizes, version, usable, entries, index }.
export const [USED, TAG, KEYS] = [8, 16, 24];
const [SIZES, USABLE, ENTRIES] = [4, 12, 16];
// The block that holds one.
const DICT = 48;
export const INDEX = 20;
export const PERTURB_SHIFT = 5;
// PySetObject { refcount, type, fill, used, mask, table }.
export const [FILL, SET_USED, MASK, TABLE] = [8, 12, 16, 20];

/**
 * Tells of every block of a heap that is in use where it stands, and its size. A generator, here and below, would take
 * three times as long.
 * @param {Uint32Array} words @param {number} heap @param {number} end @param {(at: number, size: number) => void} tell
 */
export function eachBlock(words, heap, end, tell) {
  for (let at = heap + FLAGS & ~FLAGS, size; at + HEADER < end; at += size) {
    const head = words[at + 4 >> 2];
    size = head & ~FLAGS;
    if (size < 2 * HEADER || at + size > end) return;
    if (head & IN_USE) tell(at + HEADER, size);
  }
}

/** An image's memory. */
export class Tables {
  /** @param {ArrayBuffer} memory @param {Places} places */
  constructor(memory, places) {
    this.words = new Uint32Array(memory);
    this.halves = new Uint16Array(memory);
    this.bytes = new Uint8Array(memory);
    this.places = places;
    /** @type {number[]} */
    this.texts = [];
    /** @type {number[]} */
    this.dicts = [];
    /** @type {number[]} */
    this.sets = [];
    this.sort();
  }

  /** Notes where texts, dictionaries and sets stand. */
  sort() {
    const { words, places } = this;
    this.eachBlock((at, size) => {
      const plain = words[at + TYPE >> 2];
      const collected = words[at + COLLECTED + TYPE >> 2];
      if (plain === places.texts && this.isWhole(at >> 2, size)) this.texts.push(at);
      else if (collected === places.dicts && this.isDict(at + COLLECTED, size)) this.dicts.push(at + COLLECTED);
      else if ((collected === places.sets || collected === places.frozensets) && this.isSet(at + COLLECTED)) this.sets.push(at + COLLECTED);
    });
  }

  /** Tells of every block of the heap that is in use. @param {(at: number, size: number) => void} tell */
  eachBlock(tell) { eachBlock(this.words, this.places.heap, this.bytes.length, tell); }

  /** Tells whether a text of that length fits a block; texts of other signs have two words more. @param {number} at @param {number} size */
  isWhole(at, size) {
    const length = this.words[at + (LENGTH >> 2)];
    const state = this.words[at + (STATE >> 2)];
    const kind = state >> 2 & 7;
    const isCompact = state >> 5 & 1;
    const isAscii = state >> 6 & 1;
    const needed = (isAscii ? 20 : 28) + (length + 1) * kind;
    return isCompact === 1 && kind > 0 && needed <= size && needed + 3 * HEADER > size;
  }

  /** Tells a dictionary that holds something from what only names its class. @param {number} dict @param {number} size of its block */
  isDict(dict, size) {
    return size >= DICT && this.hasIndex(dict) && this.words[dict + USED >> 2] <= this.count(this.keys(dict));
  }

  /** Tells a set from what only names its class. @param {number} set */
  isSet(set) {
    const [fill, mask, table] = [FILL, MASK, TABLE].map((offset) => this.words[set + offset >> 2]);
    return (mask & mask + 1) === 0 && fill <= mask && table > this.places.heap && table + 8 * mask < this.bytes.length;
  }

  /** Fills the dictionary of names in the order in which the texts stand in memory. */
  restoreNames() {
    const { words, places: { names } } = this;
    const keys = this.keys(names);
    let [entry, count] = [this.firstEntry(keys), 0];
    for (const text of this.texts) {
      if (!(words[text + STATE >> 2] & INTERNED)) continue;
      words[entry >> 2] = words[entry + 4 >> 2] = text;
      entry += 8;
      count += 1;
    }
    words[names + USED >> 2] = words[keys + ENTRIES >> 2] = count;
    words[keys + USABLE >> 2] = Math.floor(2 * this.size(keys) / 3) - count;
    this.fillIndex(keys);
  }

  /** Tells which words hold a hash, and its key. @param {(hash: number, key: number) => void} tell */
  eachPair(tell) {
    for (const dict of this.dicts) this.eachPairOfDict(dict, tell);
    for (const set of this.sets) this.eachPairOfSet(set, tell);
  }

  /** Tells of those in a dictionary that has other keys than texts. @param {number} dict @param {(hash: number, key: number) => void} tell */
  eachPairOfDict(dict, tell) {
    const keys = this.keys(dict);
    if (!this.hasIndex(dict) || this.width(keys) === 8) return;
    for (let at = this.firstEntry(keys) >> 2, count = this.count(keys); count > 0; count -= 1, at += 3) tell(at, at + 1);
  }

  /** @param {number} set @param {(hash: number, key: number) => void} tell */
  eachPairOfSet(set, tell) {
    const [table, mask] = [this.words[set + TABLE >> 2], this.words[set + MASK >> 2]];
    for (let at = table >> 2, count = mask + 1; count > 0; count -= 1, at += 2) tell(at + 1, at);
  }

  /** Notes where each entry is found, as CPython does when a dictionary grows. @param {number} keys */
  fillIndex(keys) {
    const { words } = this;
    const size = this.size(keys);
    const width = this.width(keys);
    const count = this.count(keys);
    const isShort = this.firstEntry(keys) - keys - INDEX === size;
    const [index, from, free] = isShort ? [this.bytes, keys + INDEX, 0xff] : [this.halves, keys + INDEX >> 1, 0xffff];
    index.fill(free, from, from + size);
    for (let at = 0, entry = this.firstEntry(keys); at < count; at += 1, entry += width) {
      // A key that was deleted left a hole.
      if (!words[entry + width - 8 >> 2]) continue;
      let perturb = width === 8 ? words[words[entry >> 2] + HASH >> 2] : words[entry >> 2];
      let place = perturb & size - 1;
      while (index[from + place] !== free) {
        perturb >>>= PERTURB_SHIFT;
        place = place * 5 + perturb + 1 & size - 1;
      }
      index[from + place] = at;
    }
  }

  /** Tells whether a dictionary has an index of its own, of numbers that we know. @param {number} dict @returns {boolean} */
  hasIndex(dict) {
    const keys = this.keys(dict);
    return keys > this.places.heap && keys < this.bytes.length && this.bytes[keys + SIZES] < 16 && this.count(keys) > 0;
  }

  /** @param {number} dict @returns {number} */
  keys(dict) { return this.words[dict + KEYS >> 2]; }

  /** @param {number} keys @returns {number} */
  size(keys) { return 1 << this.bytes[keys + SIZES]; }

  /** @param {number} keys @returns {number} */
  count(keys) { return this.words[keys + ENTRIES >> 2]; }

  /** Gives the bytes of an entry: key and value, and before them a hash where not all keys are texts. @param {number} keys */
  width(keys) { return this.bytes[keys + SIZES + 2] ? 8 : 12; }

  /** @param {number} keys */
  firstEntry(keys) { return keys + INDEX + (1 << this.bytes[keys + SIZES + 1]); }
}

// Moves the blocks of Python's heap that anything leads to close together, like to like, and lets go of all others: what
// Python never frees, and the holes between. Every address is known for one by differences.mjs.
import { ADDRESS, OTHER, SAME, differences } from "./differences.mjs";
import { NOTES, PREVIOUS_IN_USE, noteFull, stateOf, topBehind } from "./heap.mjs";
import { equals } from "./equal.mjs";
import { collected, makeImmortal } from "./immortal.mjs";
import { Objects } from "./objects.mjs";
import { COLLECTED, HEADER, IN_USE, KEYS, TYPE, eachBlock } from "./tables.js";

const FIRST = 1024;
// A kind with fewer blocks stands with others.
const FEW = 8;
// PatternObject { refcount, type, size, groups, its names in two words, pattern }.
const PATTERN = 24;
// So much more than was asked for has no block.
const SPARE = 3 * HEADER;

/**
 * Gives the memory with its heap moved, where each address went and came from, and which words stand for where something
 * was and are to be found anew (hashes.mjs). `other` is the memory of the run whose heap began higher; `starts` are
 * addresses that are used from outside, and at `none` stands None.
 */
export function moved(memory, other, bounds, starts, none) {
  const heap = new Heap(memory, other, bounds, starts);
  heap.forgetPatterns(none);
  heap.findLive(starts);
  heap.mergeEquals();
  heap.arrange();
  return heap.written();
}

class Heap {
  constructor(memory, other, bounds, starts) {
    this.bounds = bounds;
    this.memory = memory;
    this.words = new Uint32Array(memory.buffer, memory.byteOffset, bounds.top >> 2);
    this.kinds = differences(memory, other, bounds);
    this.objects = new Objects(memory, bounds.top);
    this.blocks = [];
    // A block ends with the first word of the next one.
    eachBlock(this.words, bounds.heapBase, bounds.top, (from, size) => this.blocks.push({ from, to: from + size - HEADER + 4, size }));
    this.#findKeysOfSets();
    this.#findEnds();
    this.live = [];
    this.notes = stateOf(this.words, bounds.heapBase, bounds.top);
    this.#forgetFrames();
    this.collected = collected(memory, starts[0], bounds.constantsEnd);
    // What only the collector's list leads to is led to by nothing.
    for (const head of this.collected.heads) this.kinds.fill(SAME, head >> 2, head + COLLECTED >> 2);
  }

  /** A set that is filled by where its keys stand may hold them in another order in the other run: still they are addresses. */
  #findKeysOfSets() {
    for (const { from, to } of this.blocks) {
      for (let at = from >> 2; at < to >> 2; at++) {
        if (this.kinds[at] !== OTHER) continue;
        const block = this.#find(this.words[at]);
        if (block && this.objects.objectOf(block.from) === this.words[at]) this.kinds[at] = ADDRESS;
      }
    }
  }

  /** Behind the last sign of a text, the rest of a word is what stood there before: half an address that is none. */
  #findEnds() {
    for (const { from } of this.blocks) {
      const object = this.objects.objectOf(from);
      for (const [begins, end] of object ? this.objects.bytesOf(object) : []) {
        const block = end % 4 && this.#find(begins);
        // What only names the class of a text has other numbers there.
        if (block?.from === begins && end < block.to && end + SPARE > block.to) this.kinds[end >> 2] = SAME;
      }
    }
  }

  /** Blanks what finished calls left on Python's own stack; PyThreadState notes { chunk, top, limit } of it. */
  #forgetFrames() {
    const { words, bounds: { constantsEnd } } = this;
    const isNote = (at) => this.kinds[at] === ADDRESS && words[at + 2] === words[at] + words[words[at] + 4 >> 2]
      && words[at] < words[at + 1] && words[at + 1] <= words[at + 2] && this.#find(words[at])?.from === words[at];
    const notes = Array.from({ length: constantsEnd - FIRST >> 2 }, (_, at) => at + (FIRST >> 2)).filter(isNote);
    if (notes.length !== 1) throw new Error(`${notes.length} stacks of Python's own`);
    const [top, limit] = words.subarray(notes[0] + 1, notes[0] + 3);
    this.memory.fill(0, top, limit);
    this.kinds.fill(SAME, top >> 2, limit >> 2);
  }

  /** A compiled pattern is asked no more for the words that it was made from. */
  forgetPatterns(none) {
    for (const { from } of this.blocks) {
      const object = this.objects.objectOf(from);
      const at = object + PATTERN >> 2;
      if (!object || this.kinds[at] !== ADDRESS || this.objects.className(this.objects.word(object + TYPE)) !== "re.Pattern") continue;
      this.words[at] = none;
      this.kinds[at] = SAME;
    }
  }

  findLive(starts) {
    this.names = this.#tableOfNames();
    // A free block begins in the last word of the one before it.
    this.#reach(FIRST, this.notes);
    this.#reach(this.notes + NOTES, this.bounds.constantsEnd);
    starts.forEach((address) => this.#mark(address));
    this.#mark(this.names.from);
    for (const block of this.live) if (block !== this.names) this.#reach(block.from, block.to);
  }

  /** Lets one of equal texts, bytes or tuples stand for all of them. */
  mergeEquals() {
    const isAddress = (at) => this.kinds[at >> 2] === ADDRESS;
    for (const [block, one] of equals(this.live, this.objects, (address) => this.#find(address), isAddress)) {
      block.isLive = false;
      block.same = one;
    }
  }

  /** Deals out the new places: sorted by class and size, and in each as they stood. */
  arrange() {
    const counts = new Map();
    this.live = this.blocks.filter(({ isLive }) => isLive);
    for (const block of this.live) {
      const object = this.objects.objectOf(block.from);
      block.class = object ? this.objects.word(object + TYPE) : 0;
      block.kind = `${block.class} ${block.size}`;
      counts.set(block.kind, (counts.get(block.kind) ?? 0) + 1);
    }
    for (const block of this.live) block.rank = counts.get(block.kind) < FEW ? Infinity : block.size;
    this.live.sort((one, two) => one.class - two.class || (one.rank === two.rank ? 0 : one.rank - two.rank));
    this.end = this.bounds.heapBase;
    for (const block of this.live) {
      block.at = this.end + HEADER;
      this.end += block.size;
    }
  }

  written() {
    const { heapBase, constantsEnd, stackTop } = this.bounds;
    this.top = topBehind(this.end);
    const memory = new Uint8Array(this.top);
    const words = new Uint32Array(memory.buffer);
    this.unsettled = [];
    memory.set(this.memory.subarray(0, constantsEnd));
    memory.set(this.memory.subarray(stackTop, heapBase), stackTop);
    this.#translate(words, 0, 0, constantsEnd);
    for (const block of this.live) {
      words[block.at - 4 >> 2] = block.size | IN_USE | PREVIOUS_IN_USE;
      memory.set(this.memory.subarray(block.from, block.to), block.at);
      this.#translate(words, block.at - block.from, block.from, block.to, block);
    }
    noteFull(words, this.notes, heapBase, this.end, this.top);
    const from = new Map(this.live.map((block) => [block.at, block.from]));
    const heads = this.collected.heads.map((head) => this.#to(head)).filter(Boolean);
    makeImmortal(memory, { ...this.collected, heads });
    return { memory, count: this.live.length, immortal: heads.length, names: this.#to(this.#dictOfNames()), unsettled: this.unsettled,
      to: (address) => this.#to(address), from: (address) => from.get(address) };
  }

  #translate(words, by, from, to, block) {
    for (let at = from >> 2; at < to >> 2; at++) {
      if (this.kinds[at] === ADDRESS) words[at + (by >> 2)] = this.#to(this.words[at]);
      else if (this.kinds[at] === OTHER && block) this.unsettled.push({ at: at * 4 + by, block });
      else if (this.kinds[at] === OTHER) throw new Error(`a constant at ${at * 4} is not the same in two runs`);
    }
  }

  /** Gives where an address went; what points to nothing that is left was left behind by what stood there before. */
  #to(address) {
    if (address === this.bounds.top) return this.top;
    if (address === this.bounds.heapBase) return address;
    const found = this.#find(address);
    const block = found?.same ?? found;
    return block?.at ? address - found.from + block.at : 0;
  }

  #reach(from, to) {
    for (let at = from >> 2; at < to >> 2; at++) if (this.kinds[at] === ADDRESS) this.#mark(this.words[at]);
  }

  #mark(address) {
    const block = this.#find(address);
    if (!block || block.isLive) return;
    block.isLive = true;
    this.live.push(block);
  }

  /** Gives the block that holds an address, if one in use does. */
  #find(address) {
    let [low, high] = [0, this.blocks.length - 1];
    while (low <= high) {
      const middle = low + high >> 1;
      const block = this.blocks[middle];
      if (address < block.from) high = middle - 1;
      else if (address >= block.to) low = middle + 1;
      else return block;
    }
    return undefined;
  }

  /** Gives the block of the table of interned names: the largest whose every entry is a name that stands for itself. */
  #tableOfNames() {
    const found = this.blocks.filter((block) => block.size > 50000 && this.#standsForItself(block));
    if (found.length !== 1) throw new Error(`${found.length} tables of interned names`);
    return found[0];
  }

  #dictOfNames() {
    const found = this.live.filter(({ from }) => this.words[from + COLLECTED + KEYS >> 2] === this.names.from);
    if (found.length !== 1) throw new Error(`${found.length} dictionaries of interned names`);
    return found[0].from + COLLECTED;
  }

  // struct _dictkeysobject: count, sizes (one byte each), version, usable, nentries; then indices; then key and value.
  #standsForItself({ from }) {
    const at = from >> 2;
    const [log2Size, log2Bytes] = [this.memory[from + 4], this.memory[from + 5]];
    const entries = this.words[at + 4];
    const first = at + 5 + (2 ** log2Bytes >>> 2);
    if (log2Size > 20 || log2Bytes > 22 || entries < 1000 || entries > 2 ** log2Size) return false;
    return Array.from({ length: 1000 }, (_, place) => first + place * 2).every((place) => this.words[place] === this.words[place + 1]);
  }
}

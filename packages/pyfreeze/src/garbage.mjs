// Blanks the blocks of memory that nothing points to: what Python never frees, like the names that it once interned.

import { COLLECTED, KEYS } from "./tables.js";

const IN_USE = 2;
const FLAGS = 7;
const HEADER = 8;

/** Blanks them and gives how many bytes that were, and the dictionary of names. `starts` are addresses that are used from outside. */
export function blankGarbage(memory, { heapBase, constantsEnd, top }, starts) {
  const heap = new Heap(memory, heapBase, top);
  const interned = heap.internedTable();
  heap.scan(1024, constantsEnd);
  starts.forEach((address) => heap.mark(address));
  heap.follow(interned);
  heap.markOnly(interned);
  return { bytes: heap.blankUnmarked(), names: heap.dictOf(interned) };
}

/** The C library's heap (dlmalloc), walked block by block: before each stand its size and whether it is in use. */
class Heap {
  constructor(memory, heapBase, top) {
    this.memory = memory;
    this.words = new Uint32Array(memory.buffer, memory.byteOffset, top >>> 2);
    this.blocks = [];
    let at = heapBase + FLAGS & ~FLAGS;
    while (at + HEADER < top) {
      const head = this.words[at + 4 >>> 2];
      const size = head & ~FLAGS;
      // The last block, and the foot of the heap behind it, end the walk.
      if (size < 16 || at + size > top) break;
      if (head & IN_USE) this.blocks.push({ from: at + HEADER, to: at + size + 4, marked: false });
      at += size;
    }
    if (top - at > 1 << 17) throw new Error(`the walk over the heap ended at ${at}, far below ${top}`);
    this.open = [];
  }

  /** Gives the block that holds an address, if one in use does. */
  find(address) {
    let [low, high] = [0, this.blocks.length - 1];
    while (low <= high) {
      const middle = low + high >>> 1;
      const block = this.blocks[middle];
      if (address < block.from) high = middle - 1;
      else if (address >= block.to) low = middle + 1;
      else return block;
    }
    return undefined;
  }

  mark(address) {
    const block = this.find(address);
    if (!block || block.marked) return;
    block.marked = true;
    this.open.push(block);
  }

  scan(from, to) {
    for (let place = from >>> 2; place < to >>> 2; place++) if (this.words[place] >= this.blocks[0].from) this.mark(this.words[place]);
  }

  /** Marks whatever can be reached, but not what only `except` points to. */
  follow(except) {
    while (this.open.length) {
      const block = this.open.pop();
      if (block !== except) this.scan(block.from, block.to);
    }
  }

  markOnly(block) { block.marked = true; }

  /** Gives the block of the table of interned names: the largest whose every entry is a name that stands for itself. */
  internedTable() {
    const found = this.blocks.filter((block) => block.to - block.from > 50000 && this.#standsForItself(block));
    if (found.length !== 1) throw new Error(`${found.length} tables of interned names`);
    return found[0];
  }

  /** Gives the dictionary whose table of names stands in a block. */
  dictOf({ from }) {
    const found = this.blocks.filter((block) => this.words[block.from + COLLECTED + KEYS >>> 2] === from);
    if (found.length !== 1) throw new Error(`${found.length} dictionaries of interned names`);
    return found[0].from + COLLECTED;
  }

  // struct _dictkeysobject: count, sizes (one byte each), version, usable, nentries; then indices; then key and value.
  #standsForItself({ from }) {
    const at = from >>> 2;
    const [log2Size, log2Bytes] = [this.memory[from + 4], this.memory[from + 5]];
    const entries = this.words[at + 4];
    const first = at + 5 + (2 ** log2Bytes >>> 2);
    if (log2Size > 20 || log2Bytes > 22 || entries < 1000 || entries > 2 ** log2Size) return false;
    const sample = Array.from({ length: 1000 }, (_, place) => first + place * 2);
    return sample.every((place) => this.words[place] === this.words[place + 1]);
  }

  blankUnmarked() {
    const dead = this.blocks.filter((block) => !block.marked);
    for (const { from, to } of dead) this.memory.fill(0, from, to - 4);
    return dead.reduce((sum, { from, to }) => sum + to - from - 4, 0);
  }
}

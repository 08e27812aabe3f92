// What the C library (dlmalloc) notes on its heap; tables.js walks over the blocks.
import { FLAGS, HEADER } from "./tables.js";

// Before each block stand its size and whether it and the one before are in use.
export const PREVIOUS_IN_USE = 1;
// struct malloc_state: which sizes are free, then numbers of words; then the lists of free blocks, the sums and the one
// segment { base, size }.
const STATE = { sizes: [0, 4, 8], topSize: 12, least: 16, dv: 20, top: 24, small: 40, tree: 304, sums: [432, 436], base: 448, size: 452 };
// The bytes of all of it.
export const NOTES = 464;
const [SMALL_BINS, TREE_BINS] = [32, 32];
// What stands behind the last block of a segment.
const FOOT = 40;
const PAGE = 65536;

/** Gives where the C library keeps its notes: of no other words one is the heap's beginning, and one so far behind it too. */
export function stateOf(words, heapBase, top) {
  const base = heapBase + FLAGS & ~FLAGS;
  const found = [...words.subarray(0, heapBase >> 2).keys()].map((at) => at * 4)
    .filter((at) => words[at + STATE.least >> 2] === base && words[at + STATE.base >> 2] === base);
  const [state] = found;
  if (found.length !== 1 || words[state + STATE.top >> 2] + words[state + STATE.topSize >> 2] + FOOT !== top) {
    throw new Error("the C library's notes on its heap are not as they were");
  }
  return state;
}

/** Gives where a heap ends, in whole pages, whose blocks in use end at `end`. */
export const topBehind = (end) => Math.ceil((end + FOOT + HEADER) / PAGE) * PAGE;

/** Notes that all blocks up to `end` are in use, and that one free block follows up to `top`. */
export function noteFull(words, state, heapBase, end, top) {
  const put = (at, value) => { words[at >> 2] = value; };
  const base = heapBase + FLAGS & ~FLAGS;
  for (const offset of [...STATE.sizes, STATE.dv]) put(state + offset, 0);
  words.fill(0, state + STATE.tree >> 2, (state + STATE.tree >> 2) + TREE_BINS);
  for (let index = 0; index < SMALL_BINS; index++) {
    const bin = state + STATE.small + 8 * index;
    put(bin + 8, bin);
    put(bin + 12, bin);
  }
  for (const offset of [...STATE.sums, STATE.size]) put(state + offset, top - base);
  put(state + STATE.top, end);
  put(state + STATE.topSize, top - FOOT - end);
  put(end + 4, top - FOOT - end | PREVIOUS_IN_USE);
  put(top - FOOT + 4, FOOT);
}

/**
 * Puts the blocks of Python's heap where they belong: an image holds them sorted by their kind, because like packs well with like.
 * @module
 */

/** @typedef {{ memory: WebAssembly.Memory, place: (to: number, from: number, count: number) => void, heap: WebAssembly.Global }} Packed */

const [FLAGS, IN_USE, HEAD] = [7, 2, 4];
/** What tells of the blocks passes through the stack, which nobody uses yet: so far below the heap. */
export const STAGE = 1 << 20;

/**
 * The list begins with how many kinds and blocks there are. For each kind follow where its blocks begin and how many bytes of
 * each are there, 0 for all; then, a byte each, the kinds of the blocks in the order of their places.
 * @param {Packed} python
 */
export function unpack({ memory, place, heap }) {
  const words = new Uint32Array(memory.buffer);
  const stage = heap.value - STAGE & ~FLAGS;
  place(stage, 0, 8);
  const [kinds, blocks] = words.slice(stage >> 2, (stage >> 2) + 2);
  const length = 8 * (kinds + 1) + blocks;
  place(stage, 0, length);
  const told = words.slice(stage >> 2, (stage >> 2) + 2 * (kinds + 1));
  const order = new Uint8Array(memory.buffer).slice(stage + 8 * (kinds + 1), stage + length);
  new Uint8Array(memory.buffer).fill(0, stage, stage + length);
  let at = heap.value + FLAGS & ~FLAGS;
  order.forEach((kind) => {
    const [from, stored] = [told[2 * kind + 2], told[2 * kind + 3]];
    place(at + HEAD, from, stored || HEAD);
    const head = words[at + HEAD >> 2];
    const size = head & ~FLAGS;
    if (!stored) place(at + 2 * HEAD, from + HEAD, size - HEAD);
    // Behind a block that is free stands its size once more.
    else if (stored < size && !(head & IN_USE)) words[at + size >> 2] = size;
    told[2 * kind + 2] += stored || size;
    at += size;
  });
}

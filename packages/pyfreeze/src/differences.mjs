// Tells which words of a memory hold an address in the heap, by another run whose heap began higher: nothing else tells the
// two runs apart.

export const [SAME, ADDRESS, OTHER] = [0, 1, 2];
// The stack lies below the heap, and a class or a constant that C holds lies below both: none of them moves.
export const HIGHER = 1 << 16;

/** Gives for each word of the memory below `top` whether it is an address; OTHER is what an address has a part in. */
export function differences(memory, other, { heapBase, top }) {
  if (other.length !== top + HIGHER) throw new Error("two runs of the same did not take the same memory");
  const [words, others] = [memory, other].map((bytes) => new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2));
  const kinds = new Uint8Array(top >> 2);
  const [first, lifted] = [heapBase >> 2, HIGHER >> 2];
  for (let at = 0; at < kinds.length; at++) {
    const unlike = others[at < first ? at : at + lifted] - words[at];
    if (unlike) kinds[at] = unlike === HIGHER ? ADDRESS : OTHER;
  }
  return kinds;
}

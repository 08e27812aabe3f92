// Makes the objects that the image begins with immortal: nobody counts or collects them, so their notes for that are blank.

// Of CPython 3.13 on 32 bits: PyGC_Head { next, prev } before each object that is collected, PyObject { refcount, type }.
const HEAD = 8;
const IMMORTAL = 0x3fffffff;
// The lowest bits of `prev` are flags.
const FLAGS = 3;

/** Gives where C begins to go from one object that gc.freeze put on a list to the next, and where each has its notes for that. */
export function collected(memory, object, constantsEnd) {
  const all = ring(new DataView(memory.buffer, memory.byteOffset), object - HEAD);
  const [anchor, ...others] = all.filter((head) => head < constantsEnd);
  if (!anchor || others.length) throw new Error("the list of frozen objects is not as it was");
  return { anchor, heads: all.filter((head) => head !== anchor) };
}

/** Lets no collection find the objects whose notes stand at `heads`. */
export function makeImmortal(memory, { anchor, heads }) {
  const words = new DataView(memory.buffer, memory.byteOffset);
  for (const head of heads) {
    words.setBigUint64(head, 0n, true);
    words.setUint32(head + HEAD, IMMORTAL, true);
  }
  words.setUint32(anchor, anchor, true);
  words.setUint32(anchor + 4, anchor, true);
}

function ring(words, first) {
  const heads = [];
  for (let head = first, before = 0; head !== first || !before; before = head, head = words.getUint32(head, true)) {
    if (before && (words.getUint32(head + 4, true) & ~FLAGS) >>> 0 !== before) throw new Error("a list of objects is broken");
    heads.push(head);
  }
  return heads;
}

// Makes the objects that the image begins with immortal: nobody counts or collects them, so their notes for that are blank.

// Of CPython 3.13 on 32 bits: PyGC_Head { next, prev } before each object that is collected, PyObject { refcount, type }.
const HEAD = 8;
const IMMORTAL = 0x3fffffff;
// The lowest bits of `prev` are flags.
const FLAGS = 3;

/** Goes round the list that gc.freeze left, starting at one object in it, and gives how many objects there are. */
export function makeImmortal(memory, object, constantsEnd) {
  const words = new DataView(memory.buffer, memory.byteOffset);
  const heads = ring(words, object - HEAD);
  const [anchor, ...others] = heads.filter((head) => head < constantsEnd);
  if (!anchor || others.length) throw new Error("the list of frozen objects is not as it was");
  for (const head of heads) {
    if (head === anchor) continue;
    words.setBigUint64(head, 0n, true);
    words.setUint32(head + HEAD, IMMORTAL, true);
  }
  words.setUint32(anchor, anchor, true);
  words.setUint32(anchor + 4, anchor, true);
  return heads.length - 1;
}

function ring(words, first) {
  const heads = [];
  for (let head = first, before = 0; head !== first || !before; before = head, head = words.getUint32(head, true)) {
    if (before && (words.getUint32(head + 4, true) & ~FLAGS) >>> 0 !== before) throw new Error("a list of objects is broken");
    heads.push(head);
  }
  return heads;
}

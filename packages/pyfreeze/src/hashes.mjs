// Blanks the hashes of texts: they pack into nothing smaller, and an image that starts finds them again.
import { HASH, UNKNOWN, textsIn } from "./start.js";

/** Blanks them in the memory that is written, and gives how many; what only looks like a text stays as it is. */
export function blankHashes(memory, exports, live, { heapBase, top }, type) {
  const words = new Uint32Array(memory.buffer, 0, top >> 2);
  const texts = [...textsIn(words, heapBase, type)].filter((at) => isText(exports, live, at, words[at + HASH >> 2]));
  texts.forEach((at) => { words[at + HASH >> 2] = UNKNOWN; });
  return texts.length;
}

/** Lets Python find the hash anew: it is the same only if a text stands there. */
function isText(exports, live, at, hash) {
  if (hash === UNKNOWN) return false;
  const view = new DataView(live.buffer);
  view.setUint32(at + HASH, UNKNOWN, true);
  const again = exports.PyObject_Hash(at) >>> 0;
  view.setUint32(at + HASH, hash, true);
  return again === hash;
}

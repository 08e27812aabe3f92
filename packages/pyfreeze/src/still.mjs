// Makes time and chance stand still while an image is made: two builds give the same bytes. A browser brings its own of both.
import nodeCrypto from "node:crypto";

const DAY = Date.UTC(2027, 0, 1);
let next = 1;

/** Fills an array with numbers that look like chance and are the same each time. */
function fill(array) {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  for (let at = 0; at < bytes.length; at += 1) {
    next = (Math.imul(next, 1103515245) + 12345) >>> 0;
    bytes[at] = next >>> 16;
  }
  return array;
}

nodeCrypto.randomFillSync = fill;
Object.defineProperty(globalThis.crypto, "getRandomValues", { value: fill });
Date.now = () => DAY;
performance.now = () => 0;
// The name of the running script would end up in the image, with the folder it lies in.
process.argv[1] = "python";

// Reads what stands in a block of Python's memory. Offsets are those of CPython 3.13 on 32 bits.
import { TYPE } from "./tables.js";

// PyTypeObject: its name, and the class it is made from.
const [NAME, BASE] = [12, 128];
// The bytes of one of its objects, and of each item that stands behind it; how many there are, the object says.
const [BYTES, ITEM, COUNT] = [16, 20, 8];
// Of a text its state and where its signs begin if all are ASCII, its length in UTF-8 and where that stands, and where
// its signs begin or, in one of a class made from `str`, where it says they stand.
const [STATE, ASCII, UTF8_LENGTH, UTF8, SIGNS] = [16, 20, 20, 24, 28];
// Where in its block an object begins that is not collected, one that is, and one with a dictionary.
const BEGINS = [0, 8, 16];
const NAMED = /^[\w.]+$/;

// No class stands on more others; bytes that only look like one can lead in a circle.
const DEEPEST = 32;

/** Objects in a memory of which `top` bytes are in use. */
export class Objects {
  constructor(memory, top) {
    this.memory = memory;
    this.words = new Uint32Array(memory.buffer, memory.byteOffset, memory.length >> 2);
    this.top = top;
  }

  word(at) { return this.words[at >> 2]; }

  /** Gives where the object in a block begins, or nothing where there is no object of a class with a name. */
  objectOf(from) { return BEGINS.map((offset) => from + offset).find((at) => this.isA(this.word(at + TYPE), "type")); }

  /** Gives the name of the class at an address, or nothing. */
  className(at) {
    if (at % 4 || !this.#isPlace(at) || !this.#isPlace(this.word(at + NAME))) return "";
    const from = this.word(at + NAME);
    const end = this.memory.indexOf(0, from);
    const name = end - from < 80 ? Buffer.from(this.memory.subarray(from, end)).toString("latin1") : "";
    return NAMED.test(name) ? name : "";
  }

  /** Tells whether an object is of a class with this name, or of one made from it. */
  isA(object, name) {
    if (object % 4 || !this.#isPlace(object)) return false;
    let type = this.word(object + TYPE);
    for (let depth = 0, found; depth < DEEPEST && (found = this.className(type)); depth += 1, type = this.word(type + BASE)) {
      if (found === name) return true;
    }
    return false;
  }

  /** Gives each block of a text, of bytes or of code, and where in it what is not whole words ends. */
  bytesOf(object) {
    if (this.isA(object, "str")) return this.#signsOf(object);
    const [bytes, item] = [BYTES, ITEM].map((offset) => this.word(this.word(object + TYPE) + offset));
    return item === 1 || item === 2 ? [[object, object + bytes + item * this.word(object + COUNT)]] : [];
  }

  #signsOf(text) {
    const state = this.word(text + STATE);
    const [width, isCompact, isAscii] = [state >> 2 & 7, state >> 5 & 1, state >> 6 & 1];
    const length = (this.word(text + COUNT) + 1) * width;
    if (isCompact && isAscii) return [[text, text + ASCII + length]];
    const [signs, utf8] = [this.word(text + SIGNS), this.word(text + UTF8)];
    const own = isCompact ? [text, text + SIGNS + length] : [signs, signs + length];
    return [own, [utf8, utf8 + this.word(text + UTF8_LENGTH) + 1]];
  }

  #isPlace(at) { return at >= 1024 && at < this.top - 256; }
}

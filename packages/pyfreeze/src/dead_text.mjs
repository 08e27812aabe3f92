// Blanks the texts of the interpreter that no function can reach any more: errors of functions that went, and descriptions.
import { OP, instructions } from "./instructions.mjs";

const TEXT = /[\t\n\x20-\x7e]{24,}\0/g;
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_.]{0,58}$/;
// Of CPython 3.13 on 32 bits: how far before its description the name stands of a module or a field of a tuple, of a function
// or an attribute, of a member, and of a class; and the number that stands before a class's in a list of its parts.
const NAMES = [4, 12, 16, 76];
const PART = 56;
// The linker lets a text stand in the end of a longer one, though never in that of a long description: what seems to point
// into one of these is a number.
const LONG = 200;

/**
 * Blanks them below `end`, where constants stop, and gives how many bytes that were. `bodies` are the functions that stay, and
 * `base` is where they count from.
 */
export function blankTexts(memory, bodies, base, end) {
  const constants = Buffer.from(memory.buffer, memory.byteOffset, end);
  const texts = [...constants.toString("latin1").matchAll(TEXT)].filter(([text]) => text.includes(" "))
    .map((found) => ({ from: found.index, to: found.index + found[0].length - 1, isAsked: false }));
  const all = new Texts(texts);
  for (const body of bodies) numbers(body).forEach((number) => all.ask(base + number));
  const words = new Uint32Array(memory.buffer, memory.byteOffset, memory.length >> 2);
  words.forEach((word, at) => { if (word >= base && word < end && !isDescription(words, constants, at)) all.ask(word, LONG); });
  const dead = texts.filter((text) => !text.isAsked);
  dead.forEach(({ from, to }) => memory.fill(0, from, to));
  return dead.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Texts in the order of their places. */
class Texts {
  constructor(texts) { this.texts = texts; }

  /** Notes that the text at a place is needed, if one begins there or a shorter one than `long` stands there. */
  ask(place, long = Infinity) {
    let [low, high] = [0, this.texts.length - 1];
    while (low <= high) {
      const middle = low + high >> 1;
      const text = this.texts[middle];
      if (place < text.from) high = middle - 1;
      else if (place > text.to) low = middle + 1;
      else return void (text.isAsked ||= place === text.from || text.to - text.from < long);
    }
  }
}

/** Gives every number that a function may count an address from. */
const numbers = (body) => instructions(body)
  .filter(([operation, number]) => number !== undefined && (operation === OP.constant || OP.load <= operation && operation <= OP.lastStore))
  .map(([, number]) => number);

function isDescription(words, constants, at) {
  return words[at - 1] === PART || NAMES.some((before) => isName(constants, words[at - (before >> 2)]));
}

function isName(constants, place) {
  if (!(place >= 1024 && place < constants.length)) return false;
  const end = constants.indexOf(0, place);
  return end - place < 60 && IDENTIFIER.test(constants.toString("latin1", place, end));
}

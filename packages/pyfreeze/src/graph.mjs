// Reads from the interpreter's file which of its functions can lead to which: by calling it, or by naming it.
import { OP, instructions } from "./instructions.mjs";
import { KIND, SECTION, readBodies, readExports, readImports, readSections } from "./wasm.mjs";

// Of CPython 3.13 on 32 bits: PyASCIIObject { refcount, type, length, hash, state }, and the text behind it.
const TEXT = 20;
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_.]{0,58}$/;
// Stores the addresses that stand in constants, when the file is loaded, so that it names all of them.
const RELOCATING = "__wasm_apply_data_relocs";

/**
 * The functions of a file, numbered as in it, and what each leads to. `state` is what was taken down of its run; `text` is
 * the address of the class of Python's texts, and `runtime` that of what C holds of them, from which it counts.
 */
export class Graph {
  constructor(original, state, text, runtime) {
    const sections = readSections(original);
    const imports = readImports(sections.get(SECTION.import));
    const globals = imports.filter((one) => one.kind === KIND.global);
    this.state = state;
    this.words = new Uint32Array(state.memory.buffer);
    this.type = text;
    this.exports = new Map(readExports(sections.get(SECTION.export)).filter((one) => one.kind === KIND.function)
      .map((one) => [one.name, one.index]));
    this.imported = imports.filter((one) => one.kind === KIND.function).length;
    this.tableBase = globals.findIndex((one) => one.name === "__table_base");
    this.bases = [state.imported[globals.findIndex((one) => one.name === "__memory_base")], runtime];
    this.functionGlobals = new Map(globals.flatMap((one, index) =>
      (one.module === "GOT.func" ? [[index, state.table[state.imported[index]]]] : [])));
    this.bodies = readBodies(sections.get(SECTION.code));
    this.named = [];
    this.next = this.bodies.map((body, index) => this.#leadsTo(body, index));
  }

  /** Gives all functions that the first ones lead to, without going through those in `cut`. */
  closure(first, cut = new Set()) {
    const found = new Set();
    const open = [...first];
    while (open.length) {
      const one = open.pop();
      if (found.has(one) || cut.has(one) || one < this.imported) continue;
      found.add(one);
      open.push(...this.next[one - this.imported] ?? []);
    }
    return found;
  }

  /** Gives the names that these functions hold as texts: what they may ask an object or a module for. */
  names(functions) { return new Set([...functions].flatMap((index) => [...this.named[index - this.imported] ?? []])); }

  #leadsTo(body, index) {
    if (index + this.imported === this.exports.get(RELOCATING)) return [];
    const [found, texts] = [new Set(), new Set()];
    this.named[index] = texts;
    const all = instructions(body);
    // The start of the table may be kept in a local: then any number that is added to one may be a place in it.
    const kept = all.some(([operation, number], at) => this.#isBase(operation, number) && !isSum(all, at));
    all.forEach(([operation, number], at) => {
      if (operation === OP.call || operation === OP.returnCall) found.add(number);
      else if (operation === OP.getGlobal) found.add(this.functionGlobals.get(number));
      else if (operation === OP.constant) {
        const isPlace = all[at + 1]?.[0] === OP.add && (kept || this.#isBase(...all[at - 1] ?? []));
        if (isPlace) found.add(this.state.table[this.state.imported[this.tableBase] + number]);
        this.bases.forEach((base) => this.#text(texts, base + number));
      }
    });
    found.delete(undefined);
    return [...found];
  }

  #isBase(operation, number) { return operation === OP.getGlobal && number === this.tableBase; }

  /** Any number may be where a text stands in memory. */
  #text(texts, place) {
    const { memory } = this.state;
    if (place < 1024 || place >= memory.length) return;
    const at = this.words[place + 4 >> 2] === this.type ? place + TEXT : place;
    const end = memory.indexOf(0, at);
    const text = end - at < 60 ? Buffer.from(memory.subarray(at, end)).toString("latin1") : "";
    if (IDENTIFIER.test(text)) text.split(".").forEach((part) => texts.add(part));
  }
}

const isSum = (all, at) => all[at + 1]?.[0] === OP.constant && all[at + 2]?.[0] === OP.add;

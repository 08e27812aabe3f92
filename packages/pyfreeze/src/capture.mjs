// Takes down the whole state of a running Pyodide: memory, globals and function table.
import { KIND, Reader, SECTION, appended, codeSection, name, readBodies, readElements, readExports, readGlobals, readImports,
  readSections, readTypes, u32, writeSections } from "./wasm.mjs";

const STATE = "__state_";
const WORTH_FREEING = 256;

/** Gives Pyodide's file with every changeable global exported, so that it can be read later. */
export function instrumented(original) {
  const dylink = dylinkOf(original);
  const sections = readSections(original);
  const imported = readImports(sections.get(SECTION.import)).filter((entry) => entry.kind === KIND.global).length;
  const added = readGlobals(sections.get(SECTION.global)).flatMap((global, index) =>
    global.mutable ? [[...name(STATE + index), KIND.global, ...u32(imported + index)]] : []);
  const malloc = readExports(sections.get(SECTION.export)).find((entry) => entry.name === "malloc");
  sections.set(SECTION.export, appended(sections.get(SECTION.export), ...added));
  blankBeforeUse(sections, malloc.index);
  const written = writeSections(sections);
  return Buffer.concat([written.subarray(0, 8), dylink, written.subarray(8)]);
}

/** Lets a function that gives memory fill it with zeros: what stood there before would be shipped to every reader. */
function blankBeforeUse(sections, index) {
  const imported = readImports(sections.get(SECTION.import)).filter((entry) => entry.kind === KIND.function).length;
  const types = new Reader(sections.get(SECTION.function)).many((reader) => reader.u32());
  const bodies = readBodies(sections.get(SECTION.code));
  bodies.push(bodies[index - imported]);
  // One local i32. Call the function as it was, local.tee 1, if: local.get 1, i32.const 0, the block's size (its head stands 4
  // bytes before it, with three flags) without the head, memory.fill, end; local.get 1, end.
  const size = [0x20, 1, 0x41, 4, 0x6b, 0x28, 2, 0, 0x41, 0x78, 0x71, 0x41, 4, 0x6b];
  bodies[index - imported] = Buffer.from([1, 1, 0x7f, 0x20, 0, 0x10, ...u32(imported + types.length), 0x22, 1, 0x04, 0x40,
    0x20, 1, 0x41, 0, ...size, 0xfc, 11, 0, 0x0b, 0x20, 1, 0x0b]);
  sections.set(SECTION.function, appended(sections.get(SECTION.function), u32(types[index - imported])));
  sections.set(SECTION.code, codeSection(bodies));
}

/** Gives the custom section that Emscripten's loader reads first. */
function dylinkOf(original) {
  const reader = new Reader(original, 8);
  if (reader.byte() !== SECTION.custom) throw new Error("Pyodide's file does not begin with its dylink section");
  reader.take(reader.u32());
  return original.subarray(8, reader.at);
}

/** Watches how Pyodide instantiates its file, and reads the state from it afterwards. */
export class Capture {
  constructor() {
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = async (source, imports) => {
      const result = await instantiate(source, imports);
      if (imports?.env?.memory) Object.assign(this, { imports, instance: result.instance });
      return result;
    };
  }

  /** Gives the state as data. */
  take(original, module) {
    this.#scrub();
    const sections = readSections(original);
    const { env } = this.imports;
    return {
      memory: new Uint8Array(env.memory.buffer).slice(),
      top: this.instance.exports.sbrk(0) >>> 0,
      imported: this.#imported(readImports(sections.get(SECTION.import))),
      globals: readGlobals(sections.get(SECTION.global)).map((global, index) =>
        global.mutable ? this.instance.exports[STATE + index].value : global.initial),
      table: this.#table(sections, env.__indirect_function_table, module.GOT),
      countArgsAt: module.__PyRuntime + module.HEAP32[module.__PyEM_EMSCRIPTEN_COUNT_ARGS_OFFSET >> 2],
    };
  }

  /**
   * Overwrites freed memory with zeros, by taking all of it once: look.mjs might read what was there as a name.
   * Small pieces stay taken, which costs a reader nothing: what nothing leads to is let go (move.mjs).
   */
  #scrub() {
    const { malloc, free, sbrk, memory } = { ...this.instance.exports, memory: this.imports.env.memory };
    const top = sbrk(0) >>> 0;
    const taken = [];
    for (let size = 1 << 15; size >= 8; size >>= 1) {
      for (;;) {
        const place = malloc(size) >>> 0;
        if (place >= top || place + size > top) {
          free(place);
          break;
        }
        new Uint8Array(memory.buffer, place, size).fill(0);
        if (size >= WORTH_FREEING) taken.push(place);
      }
    }
    taken.reverse().forEach((place) => free(place));
  }

  #imported(imports) {
    return imports.filter((entry) => entry.kind === KIND.global)
      .map((entry) => this.imports[entry.module][entry.name].value ?? this.imports[entry.module][entry.name]);
  }

  /** Gives the number of the function in each place of the table, or -1 where there is none of the file's own. */
  #table(sections, table, got) {
    const base = this.imports.env.__table_base.value ?? this.imports.env.__table_base;
    const elements = readElements(sections.get(SECTION.element));
    const exported = new Map(readExports(sections.get(SECTION.export))
      .filter((entry) => entry.kind === KIND.function)
      .map((entry) => [this.instance.exports[entry.name], entry.index]));
    const named = new Map(Object.entries(got).map(([key, { value }]) => [value, key]));
    const imports = new Map(readImports(sections.get(SECTION.import))
      .filter((entry) => entry.kind === KIND.function).map((entry) => [entry.name, entry.index]));
    return Array.from({ length: table.length }, (_, place) => {
      const element = elements[place - base];
      if (element !== undefined && place >= base) return element;
      const found = table.get(place);
      return found ? exported.get(found) ?? imports.get(named.get(place)) ?? -1 : -1;
    });
  }
}

/** Gives the type of every function of a file, imported ones first. */
export function functionTypes(sections) {
  const types = readTypes(sections.get(SECTION.type));
  const imported = readImports(sections.get(SECTION.import)).filter((entry) => entry.kind === KIND.function);
  const defined = new Reader(sections.get(SECTION.function)).many((reader) => reader.u32());
  return [...imported.map((entry) => types[entry.type]), ...defined.map((type) => types[type])];
}

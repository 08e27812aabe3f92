// Reads and writes the sections of a WebAssembly file, as far as sealing Python's memory into one needs it.

export const SECTION = { custom: 0, type: 1, import: 2, function: 3, table: 4, memory: 5, global: 6, export: 7, start: 8,
  element: 9, code: 10, data: 11, dataCount: 12, tag: 13 };
// The order in which a file must hold them, which is not that of their numbers.
const ORDER = [1, 2, 3, 4, 5, 13, 6, 7, 8, 9, 12, 10, 11];
const MAGIC = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
export const KIND = { function: 0, table: 1, memory: 2, global: 3, tag: 4 };
export const I32 = 0x7f;
const END = 0x0b;

/** Walks over bytes. */
export class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }
  byte() { return this.bytes[this.at++]; }
  u32() {
    let value = 0, shift = 0, byte;
    do {
      byte = this.byte();
      value |= (byte & 0x7f) << shift;
      shift += 7;
    } while (byte & 0x80);
    return value >>> 0;
  }
  s32() {
    let value = 0, shift = 0, byte;
    do {
      byte = this.byte();
      value |= (byte & 0x7f) << shift;
      shift += 7;
    } while (byte & 0x80);
    return shift < 32 && byte & 0x40 ? value | (-1 << shift) : value;
  }
  take(count) {
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }
  name() { return new TextDecoder().decode(this.take(this.u32())); }
  many(one) { return Array.from({ length: this.u32() }, () => one(this)); }
  limits() {
    const flags = this.byte();
    return { flags, min: this.u32(), max: flags & 1 ? this.u32() : undefined };
  }
}

/** Gives a number as the format writes it. */
export function u32(value) {
  const out = [];
  do {
    const byte = value & 0x7f;
    value >>>= 7;
    out.push(value ? byte | 0x80 : byte);
  } while (value);
  return out;
}

/** Gives a signed number as the format writes it. */
export function s32(value) {
  const out = [];
  for (;;) {
    const byte = value & 0x7f;
    value >>= 7;
    if ((value === 0 && !(byte & 0x40)) || (value === -1 && byte & 0x40)) return [...out, byte];
    out.push(byte | 0x80);
  }
}

export const name = (text) => { const bytes = [...new TextEncoder().encode(text)]; return [...u32(bytes.length), ...bytes]; };
export const vector = (items) => [...u32(items.length), ...items.flat()];
export const i32Const = (value) => [0x41, ...s32(value | 0), END];

/** Gives the sections of a file, by number; custom ones are left out. */
export function readSections(bytes) {
  const reader = new Reader(bytes, MAGIC.length);
  const sections = new Map();
  while (reader.at < bytes.length) {
    const id = reader.byte();
    const body = reader.take(reader.u32());
    if (id !== SECTION.custom) sections.set(id, body);
  }
  return sections;
}

/** Gives the file that holds these sections. */
export function writeSections(sections) {
  const parts = ORDER.filter((id) => sections.has(id)).flatMap((id) => {
    const body = sections.get(id);
    return [Buffer.from([id, ...u32(body.length)]), Buffer.from(body)];
  });
  return Buffer.concat([Buffer.from(MAGIC), ...parts]);
}

/** Gives the imports of a file, each with where it stands among those of its kind. */
export function readImports(body) {
  const counts = [0, 0, 0, 0, 0];
  return new Reader(body).many((reader) => {
    const [module, field, kind] = [reader.name(), reader.name(), reader.byte()];
    const entry = { module, name: field, kind, index: counts[kind]++ };
    if (kind === KIND.function) return { ...entry, type: reader.u32() };
    if (kind === KIND.table) return { ...entry, element: reader.byte(), limits: reader.limits() };
    if (kind === KIND.memory) return { ...entry, limits: reader.limits() };
    if (kind === KIND.global) return { ...entry, value: reader.byte(), mutable: reader.byte() };
    return { ...entry, attribute: reader.byte(), type: reader.u32() };
  });
}

/** Gives the defined globals; an initial value that is no plain i32 constant stops the build. */
export function readGlobals(body) {
  return new Reader(body).many((reader) => {
    const [value, mutable, op] = [reader.byte(), reader.byte(), reader.byte()];
    if (value !== I32 || op !== 0x41) throw new Error(`a global of type ${value} and operation ${op} is new to us`);
    const initial = reader.s32();
    if (reader.byte() !== END) throw new Error("a global's initial value is more than a constant");
    return { value, mutable, initial };
  });
}

export const readExports = (body) =>
  new Reader(body).many((reader) => ({ name: reader.name(), kind: reader.byte(), index: reader.u32() }));

/** Gives the functions' own code, in the file's order; imported ones have none. */
export const readBodies = (body) => new Reader(body).many((reader) => reader.take(reader.u32()));

/** Gives the section of the code that holds these bodies. */
export const codeSection = (bodies) =>
  Buffer.concat([Buffer.from(u32(bodies.length)), ...bodies.flatMap((body) => [Buffer.from(u32(body.length)), body])]);

/** Gives a list of a file with more items. */
export function appended(body, ...items) {
  const reader = new Reader(body);
  const count = reader.u32();
  return Buffer.concat([Buffer.from(u32(count + items.length)), body.subarray(reader.at), Buffer.from(items.flat())]);
}

/** Gives the function types: their parameters and results. */
export const readTypes = (body) => new Reader(body).many((reader) => {
  if (reader.byte() !== 0x60) throw new Error("a type that is no function is new to us");
  return { parameters: [...reader.take(reader.u32())], results: [...reader.take(reader.u32())] };
});

/** Gives the functions of the one table segment, which must start at the table's base. */
export function readElements(body) {
  const reader = new Reader(body);
  if (reader.u32() !== 1 || reader.u32() !== 0) throw new Error("more than one plain table segment is new to us");
  if (reader.byte() !== 0x23) throw new Error("the table segment does not start at a global");
  reader.u32();
  if (reader.byte() !== END) throw new Error("the table segment's start is more than a global");
  return reader.many((each) => each.u32());
}

const PAGE = 65536;

/** Gives the memory that a file begins with, in whole pages; each piece stands at a plain place. */
export function readMemory(body) {
  const pieces = new Reader(body).many((reader) => {
    if (reader.byte() !== 0 || reader.byte() !== 0x41) throw new Error("a piece of memory without a plain place is new to us");
    const at = reader.s32();
    reader.byte();
    return { at, bytes: reader.take(reader.u32()) };
  });
  const pages = Math.ceil(Math.max(...pieces.map(({ at, bytes }) => at + bytes.length)) / PAGE);
  const memory = new Uint8Array(pages * PAGE);
  pieces.forEach(({ at, bytes }) => memory.set(bytes, at));
  return memory;
}

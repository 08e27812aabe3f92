// Blanks the constants in the sealed memory that nothing in it can reach: they would be shipped to every reader.
import { createHash } from "node:crypto";

const FROZEN = ["__PyImport_FrozenBootstrap", "__PyImport_FrozenStdlib", "__PyImport_FrozenTest"];
// musl's iconv; its tables as its source declares them.
const MUSL = [
  { name: "gb18030", first: [0x4e02, 0x4e04, 0x4e05, 0x4e06, 0x4e0f], bytes: 126 * 190 * 2 },
  { name: "big5", first: [0x3000, 0xff0c, 0x3001, 0x3002], bytes: 89 * 157 * 2 },
  { name: "jis0208", first: [0x3000, 0x3001, 0x3002, 0xff0c], bytes: 84 * 94 * 2 },
];
// The names of characters, which only unicodedata.name and .lookup read; no request enters those, so they trap.
// Every other function of unicodedata and of str was seen to give the same for all characters without them.
const NAMES = { from: 0x151000, to: 0x1b0000, sha256: "0dfa43872a62520c1d3f302270297e8f044dde23d1d01aaafce2de89028a6032" };
const CHARSETS = ["_codecs_cn", "_codecs_hk", "_codecs_jp", "_codecs_kr", "_codecs_tw"];

/** Gives the addresses of the tables of East Asian encodings, which only their own codecs read. */
export function charsetTables(python) {
  const words = python._module.HEAPU32;
  // A capsule points to struct dbcs_map { charset, encmap, decmap }, which lives only as long as its module.
  const maps = JSON.parse(python.runPython(FIND_CHARSETS)).map((capsule) => words[(capsule >> 2) + 2]);
  return maps.flatMap((map) => [words[(map >> 2) + 1], words[(map >> 2) + 2]]).filter((table) => table);
}

const FIND_CHARSETS = `
import importlib, json
json.dumps([id(value) for name in ${JSON.stringify(CHARSETS)} for value in vars(importlib.import_module(name)).values()
            if type(value).__name__ == "PyCapsule"])
`;

/** Blanks all of it below `end`, where constants stop, and gives how many bytes that were. */
export function blankDeadData(memory, module, tables, end) {
  const blank = new Blank(memory.subarray(0, end));
  for (const list of FROZEN) blank.frozen(blank.word(module[list]));
  for (const table of tables) blank.places(table);
  for (const table of MUSL) blank.known(table);
  blank.pinned(NAMES);
  blank.signatures();
  return blank.count;
}

class Blank {
  constructor(memory) {
    this.memory = memory;
    this.words = new DataView(memory.buffer, memory.byteOffset);
    this.count = 0;
  }

  word(at) { return this.words.getUint32(at, true); }

  fill(at, length) {
    this.count += length;
    this.memory.fill(0, at, at + length);
  }

  /** The bytecode of the modules inside the interpreter: struct _frozen { name, code, size, is_package }. */
  frozen(list) {
    const size = this.word(list + 8);
    if (!this.word(list) || size > 1e6) throw new Error("the list of frozen modules is not where it was");
    for (let at = list; this.word(at); at += 16) this.fill(this.word(at + 4), this.word(at + 8));
  }

  /** A stretch of exactly the file that we know. */
  pinned({ from, to, sha256 }) {
    const found = createHash("sha256").update(this.memory.subarray(from, to)).digest("hex");
    if (found !== sha256) throw new Error("the names of characters are not where they were");
    this.fill(from, to - from);
  }

  /** A table known by its first entries; nothing in Python calls iconv. */
  known({ name, first, bytes }) {
    const text = Buffer.from(this.memory.buffer, this.memory.byteOffset, this.memory.length);
    const at = text.indexOf(Buffer.from(Uint16Array.from(first).buffer));
    if (at < 0) throw new Error(`the C library's table ${name} is not where it was`);
    this.fill(at, bytes);
  }

  /** 256 of { map, bottom, top }: where the two-byte places of one row stand. */
  places(table) {
    for (let row = 0; row < 256; row++) {
      const at = table + row * 8;
      const [map, bottom, top] = [this.word(at), this.memory[at + 4], this.memory[at + 5]];
      if (map && bottom <= top) this.fill(map, (top - bottom + 1) * 2);
    }
    this.fill(table, 256 * 8);
  }

  /** Docstrings of built-in functions, known by the mark that ends their signature. */
  signatures() {
    const mark = Buffer.from("--\n\n");
    const text = Buffer.from(this.memory.buffer, this.memory.byteOffset, this.memory.length);
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      const start = text.lastIndexOf(0, at) + 1;
      const end = text.indexOf(0, at);
      this.fill(start, end - start);
    }
  }
}

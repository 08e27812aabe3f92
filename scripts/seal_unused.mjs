// Finds the functions of a WebAssembly file that a run never entered, and writes the file without what they do.
import { KIND, Reader, SECTION, readExports, readImports, readSections, s32, u32 } from "./wasm_binary.mjs";

// All that the worker calls, from Python's own C interface.
export const CALLED = ["malloc", "free", "PyUnicode_FromStringAndSize", "PyUnicode_AsUTF8AndSize", "PyObject_CallOneArg",
  "PyObject_CallNoArgs", "Py_DecRef"];
const UNREACHABLE = [0, 0x00, 0x0b];

/** Gives the bodies of the defined functions. */
export function readBodies(section) {
  return new Reader(section).many((reader) => reader.take(reader.u32()));
}

export function writeBodies(bodies) {
  return Buffer.concat([Buffer.from(u32(bodies.length)), ...bodies.flatMap((body) => [Buffer.from(u32(body.length)), body])]);
}

/** Gives the section with, at the start of each function, the writing of a 1 into its place from `at` on. */
export function probed(section, at) {
  return writeBodies(readBodies(section).map((body, index) => {
    const reader = new Reader(body);
    // Locals come first: so many, of such a type.
    reader.many((each) => [each.u32(), each.byte()]);
    // i32.const place, i32.const 1, i32.store8
    const probe = [0x41, ...s32(at + index), 0x41, 1, 0x3a, 0, 0];
    return Buffer.concat([body.subarray(0, reader.at), Buffer.from(probe), body.subarray(reader.at)]);
  }));
}

/** Gives the section in which every function that `used` does not name traps: then the page starts Pyodide instead. */
export function withoutUnused(section, used) {
  return writeBodies(readBodies(section).map((body, index) => (used(index) ? body : Buffer.from(UNREACHABLE))));
}

// The heart of Python and of the C library is kept whole, however the run went.
const HEART = /^_?_?Py(Unicode|Dict|Set|List|Tuple|Long|Float|Bool|Bytes|Object|Err|Exc|Gen|Type|GC|Iter|Number|Sequence|Mapping|Weakref|Method|CFunction|Func|Function|Cell|Code|Frame|Slice|Mem|Arg|Eval|Traceback|TraceBack|Hash|Vectorcall|Call|Seq|Obj|Err|Stack)|^(mem|str|malloc|free|calloc|realloc|__cxa|__errno|emscripten_stack)/;
const NOT_HEART = /Pickle|UnicodeDecode(UTF7|Charmap|Raw)|TranslateCharmap|MBCS|Print(Ex|_)|RunFile|InteractiveLoop/;

const countImported = (sections) =>
  readImports(sections.get(SECTION.import)).filter((entry) => entry.kind === KIND.function).length;

// Where a PyTypeObject holds functions, and the tables for numbers, sequences and so on that it points to.
const SLOTS = [24, 32, 36, 44, 60, 64, 68, 72, 76, 92, 96, 100, 108, 112, 136, 140, 148, 152, 156, 160, 164, 188, 196, 200];
const TABLES = [[40, 16], [48, 144], [52, 40], [56, 12], [80, 8]];

/**
 * Gives the functions, among the defined ones, that classes name for what Python does to any object at any time:
 * collecting, comparing, showing, ending it. Which objects meet which of these is chance, so all are kept.
 */
export function slotFunctions(bytes, state, types) {
  const imported = countImported(readSections(bytes));
  const words = new DataView(state.memory.buffer);
  const word = (at) => words.getUint32(at, true);
  const within = (at, length) => Array.from({ length: length / 4 }, (_, place) => word(at + place * 4));
  const named = types.flatMap((at) => [...SLOTS.map((offset) => word(at + offset)), ...TABLES.flatMap(([offset, length]) => {
    const table = word(at + offset);
    return table ? within(table, length) : [];
  })]);
  return named.map((place) => (state.table[place] ?? -1) - imported).filter((index) => index >= 0);
}

/** Gives the numbers, among the defined functions, of those that are kept by their names. */
export function alwaysKept(bytes) {
  const sections = readSections(bytes);
  const imported = countImported(sections);
  return readExports(sections.get(SECTION.export))
    .filter((one) => one.kind === KIND.function && (CALLED.includes(one.name) || (HEART.test(one.name) && !NOT_HEART.test(one.name))) && one.index >= imported)
    .map((one) => one.index - imported);
}

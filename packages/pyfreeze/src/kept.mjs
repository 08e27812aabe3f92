// Names the functions of the interpreter that the image keeps whether or not any known request enters them.
import { KIND, SECTION, readExports, readImports, readSections } from "./wasm.mjs";

// The heart of Python, of the C library and of Emscripten's exceptions.
const KINDS = "Unicode Dict Set List Tuple Long Float Bool Bytes Object Err Exc Gen Type GC Iter Number Sequence Mapping Weakref "
  + "Method CFunction Func Function Cell Code Frame Slice Mem Arg Eval Traceback TraceBack Hash Vectorcall Call Seq Obj Stack";
const HEART = new RegExp(`^_?_?Py(${KINDS.split(" ").join("|")})|^(mem|str|malloc|free|calloc|realloc|__cxa|__errno|emscripten_stack)`);

// Where a PyTypeObject holds functions, and the tables for numbers, sequences and so on that it points to: [at, length].
const SLOTS = [24, 32, 36, 44, 60, 64, 68, 72, 76, 92, 96, 100, 108, 112, 136, 140, 148, 152, 156, 160, 164, 188, 196, 200];
const TABLES = [[40, 16], [48, 144], [52, 40], [56, 12], [80, 8]];

/** Gives their numbers, the imported ones not counted. `types` are the addresses of all classes. */
export function alwaysKept(original, state, types) {
  const sections = readSections(original);
  const imported = readImports(sections.get(SECTION.import)).filter((entry) => entry.kind === KIND.function).length;
  const exported = readExports(sections.get(SECTION.export))
    .filter((one) => one.kind === KIND.function && HEART.test(one.name)).map((one) => one.index);
  const found = [...exported, ...slotFunctions(state, types)].map((index) => index - imported).filter((index) => index >= 0);
  return [...new Set(found)];
}

/**
 * Gives the functions that classes name for what Python does to any object at any time: collecting, comparing, showing,
 * ending it. Which objects meet which of these is chance.
 */
function slotFunctions(state, types) {
  const words = new DataView(state.memory.buffer);
  const word = (at) => words.getUint32(at, true);
  const within = (at, length) => Array.from({ length: length / 4 }, (_, place) => word(at + place * 4));
  const places = types.flatMap((at) => [...SLOTS.map((offset) => word(at + offset)), ...TABLES.flatMap(([offset, length]) => {
    const table = word(at + offset);
    return table ? within(table, length) : [];
  })]);
  return places.map((place) => state.table[place] ?? -1);
}

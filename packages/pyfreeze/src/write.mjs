// Writes a captured state into Pyodide's file: what it imported becomes its own, and its memory starts as it was left.
import { functionTypes } from "./capture.mjs";
import { I32, KIND, Reader, SECTION, appended, i32Const, name, readExports, readGlobals, readImports, readSections, readTypes,
  u32, vector, writeSections } from "./wasm.mjs";

const PAGE = 65536;
// Fewer bytes than this between two runs stay as zeros: a segment costs more on the line, a zero when the file is read.
const GAP = 128;
const FUNCREF = 0x70;
// All that the worker calls, from Python's own C interface.
export const CALLED = ["malloc", "free", "PyUnicode_FromStringAndSize", "PyUnicode_AsUTF8AndSize", "PyObject_CallOneArg",
  "PyObject_CallNoArgs", "PyObject_Hash", "Py_DecRef"];

/** Gives the sealed file; `door` holds the addresses that the worker must know, as exported globals. */
export function sealedImage(original, state, door) {
  const sections = readSections(original);
  const imports = readImports(sections.get(SECTION.import));
  countArguments(sections, state);
  sections.delete(SECTION.start);
  sections.set(SECTION.import, importSection(imports));
  sections.set(SECTION.table, tableSection(sections.get(SECTION.table), state.table.length));
  sections.set(SECTION.memory, vector([[1, ...u32(Math.ceil(state.top / PAGE)), ...u32(PAGE)]]));
  sections.set(SECTION.tag, vector(imports.filter((one) => one.kind === KIND.tag).map((one) => [one.attribute, ...u32(one.type)])));
  sections.set(SECTION.export, exportSection(sections, imports, door));
  sections.set(SECTION.global, globalSection(sections, imports, state, door));
  sections.set(SECTION.element, elementSection(state.table));
  writeMemory(sections, state.memory.subarray(0, state.top));
  return writeSections(sections);
}

/** Makes a file begin with this memory. */
export function writeMemory(sections, memory) {
  const segments = dataSegments(memory);
  sections.set(SECTION.dataCount, u32(segments.length));
  sections.set(SECTION.data, dataSection(segments));
}

/**
 * Adds the function that tells CPython how many arguments a C function takes.
 * Pyodide makes it at run time with a browser feature that some lack, or asks JavaScript at every call.
 */
function countArguments(sections, state) {
  const types = functionTypes(sections);
  const counts = state.table.map((index) => (index < 0 ? -1 : argumentCount(types[index])));
  state.memory.set(Int8Array.from(counts), state.countsAt);
  const place = state.table.push(types.length) - 1;
  new DataView(state.memory.buffer).setInt32(state.countArgsAt, place, true);
  const type = readTypes(sections.get(SECTION.type)).findIndex((one) => argumentCount(one) === 1);
  sections.set(SECTION.function, appended(sections.get(SECTION.function), u32(type)));
  // local.get 0, i32.load8_s at countsAt, end
  const body = [0, 0x20, 0, 0x2c, 0, ...u32(state.countsAt), 0x0b];
  sections.set(SECTION.code, appended(sections.get(SECTION.code), [...u32(body.length), ...body]));
}

/** Gives how many i32 go into a function that gives one i32, up to three, else -1. */
function argumentCount({ parameters, results }) {
  const plain = results.length === 1 && results[0] === I32 && parameters.every((type) => type === I32);
  return plain && parameters.length <= 3 ? parameters.length : -1;
}

const importSection = (imports) => vector(imports.filter((one) => one.kind === KIND.function)
  .map((one) => [...name(one.module), ...name(one.name), KIND.function, ...u32(one.type)]));

function tableSection(body, length) {
  const reader = new Reader(body);
  const count = reader.u32();
  return [...u32(count + 1), FUNCREF, 0, ...u32(length), ...body.subarray(reader.at)];
}

/** Gives all globals in their old order: those imported before first, each with the value it had. */
function globalSection(sections, imports, state, door) {
  const before = imports.filter((one) => one.kind === KIND.global)
    .map((one, index) => [one.value, one.mutable, ...i32Const(state.imported[index])]);
  const own = readGlobals(sections.get(SECTION.global))
    .map((one, index) => [one.value, one.mutable, ...i32Const(state.globals[index])]);
  return vector([...before, ...own, ...Object.values(door).map((address) => [I32, 0, ...i32Const(address)])]);
}

function exportSection(sections, imports, door) {
  const found = new Map(readExports(sections.get(SECTION.export)).map((one) => [one.name, one]));
  const called = CALLED.map((one) => [...name(one), KIND.function, ...u32(found.get(one).index)]);
  const first = imports.filter((one) => one.kind === KIND.global).length + readGlobals(sections.get(SECTION.global)).length;
  const addresses = Object.keys(door).map((key, index) => [...name(key), KIND.global, ...u32(first + index)]);
  return vector([[...name("memory"), KIND.memory, 0], ...called, ...addresses]);
}

/** Gives one segment for each run of places that hold a function. */
function elementSection(table) {
  const runs = [];
  table.forEach((index, place) => {
    if (index < 0) return;
    const last = runs.at(-1);
    if (last && last.at + last.functions.length === place) last.functions.push(index);
    else runs.push({ at: place, functions: [index] });
  });
  return vector(runs.map(({ at, functions }) => [0, ...i32Const(at), ...vector(functions.map(u32))]));
}

function dataSegments(memory) {
  const segments = [];
  for (let at = 0; at < memory.length;) {
    while (at < memory.length && memory[at] === 0) at++;
    if (at >= memory.length) break;
    const start = at;
    for (let zeros = 0; at < memory.length && zeros < GAP; at++) zeros = memory[at] ? 0 : zeros + 1;
    let end = at;
    while (memory[end - 1] === 0) end--;
    segments.push({ start, bytes: memory.subarray(start, end) });
  }
  return segments;
}

const dataSection = (segments) => Buffer.concat([Buffer.from(u32(segments.length)), ...segments.flatMap(({ start, bytes }) =>
  [Buffer.from([0, ...i32Const(start), ...u32(bytes.length)]), bytes])]);

// Names the functions of the interpreter that the image can ever reach, whether or not any known request enters them.
import { CALLED } from "./write.mjs";

// Of CPython 3.13 on 32 bits. Where a PyTypeObject holds functions, and the tables for numbers, sequences and so on that
// it points to: [at, length].
const SLOTS = [24, 32, 36, 44, 60, 64, 68, 72, 76, 92, 96, 100, 108, 112, 136, 140, 148, 152, 156, 160, 164, 188, 196, 200];
const TABLES = [[40, 16], [48, 144], [52, 40], [56, 12], [80, 8]];
// PyCFunctionObject.m_ml, PyMethodDescrObject.d_method and PyGetSetDescrObject.d_getset; where these hold functions.
const OBJECTS = [[8, [4]], [20, [4]], [20, [4, 8]]];
// Where ways end that no answer takes: what prints to a terminal, ends the process or reads source text.
const CUT = ["PyErr_Print", "PyErr_PrintEx", "PyErr_Display", "_PyErr_Display", "PyErr_DisplayException", "Py_Exit",
  "_PyErr_ProgramDecodedTextObject", "_Py_DisplaySourceLine", "PyRun_AnyFileExFlags", "_PyAST_Compile", "PyAST_Check",
  "JsProxy_create_with_type", "_PyTraceback_Add"];

/**
 * Gives their numbers. `memory` shows what Python holds now; `types` and `native` are where its classes stand, and its
 * objects for functions, methods and attributes that are written in C.
 */
export function keptFunctions(graph, memory, { types, native }) {
  const word = (at) => memory.getUint32(at, true);
  const places = [...types.flatMap((at) => ofType(word, at)), ...native.flatMap((addresses, kind) => ofObjects(word, addresses, OBJECTS[kind]))];
  const first = [...CALLED.map((name) => graph.exports.get(name)), ...places.map((place) => graph.state.table[place] ?? -1)];
  return graph.closure(first.filter((index) => index >= 0), new Set(CUT.map((name) => graph.exports.get(name))));
}

/**
 * Gives where the table holds what a class names for what Python does to any object at any time: collecting, comparing,
 * showing, ending it.
 */
function ofType(word, at) {
  const within = ([offset, length]) => Array.from({ length: length / 4 }, (_, place) => word(word(at + offset) + place * 4));
  return [...SLOTS.map((offset) => word(at + offset)), ...TABLES.filter(([offset]) => word(at + offset)).flatMap(within)];
}

const ofObjects = (word, addresses, [at, offsets]) =>
  addresses.flatMap((address) => offsets.map((offset) => word(word(address + at) + offset)));

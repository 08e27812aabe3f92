// Reads the instructions of WebAssembly functions, as far as finding calls and constants in them needs it.
import { Reader } from "./wasm.mjs";

export const OP = { call: 0x10, returnCall: 0x12, getGlobal: 0x23, load: 0x28, store: 0x36, lastStore: 0x3e, constant: 0x41, add: 0x6a, subtract: 0x6b };
// What follows an operation, for those that something follows: how many numbers, or how many bytes.
const NUMBERS = new Map([[0x07, 1], [0x08, 1], [0x09, 1], [0x0c, 1], [0x0d, 1], [0x10, 1], [0x11, 2], [0x12, 1], [0x18, 1],
  ...range(0x20, 0x26, 1), ...range(0x28, 0x3e, 2), [0x3f, 1], [0x40, 1], [0xd2, 1]]);
const SIGNED = new Set([0x02, 0x03, 0x04, 0x06, 0x41, 0xd0]);
const BYTES = new Map([[0x43, 4], [0x44, 8]]);
// The same for the operations behind the prefix 0xfc.
const MORE = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1];

function range(first, last, count) {
  return Array.from({ length: last - first + 1 }, (_, index) => [first + index, count]);
}

/** Gives the instructions of a function's body: each operation with its last number. */
export function instructions(body) {
  const reader = new Reader(body);
  // Locals come first: so many, of such a type.
  reader.many((each) => [each.u32(), each.byte()]);
  const found = [];
  while (reader.at < body.length) {
    const operation = reader.byte();
    found.push([operation, argument(reader, operation)]);
  }
  return found;
}

function argument(reader, operation) {
  if (SIGNED.has(operation)) return reader.s32();
  if (BYTES.has(operation)) return void (reader.at += BYTES.get(operation));
  // i64.const
  if (operation === 0x42) return void skip(reader);
  // br_table, select of a type
  if (operation === 0x0e) return void numbers(reader, reader.u32() + 1);
  if (operation === 0x1c) return void reader.take(reader.u32());
  if (operation === 0xfc) return void numbers(reader, MORE[reader.u32()]);
  if (operation > 0xd2) throw new Error(`an instruction ${operation} is new to us`);
  return numbers(reader, NUMBERS.get(operation) ?? 0);
}

function numbers(reader, count) {
  let last;
  for (let one = 0; one < count; one++) last = reader.u32();
  return last;
}

function skip(reader) {
  while (reader.byte() & 0x80);
}

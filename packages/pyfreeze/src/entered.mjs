// node entered.mjs IMAGE.wasm REQUESTS.json KEPT.json OUT.wasm: writes the image without the functions that nothing
// can reach and no request enters. Who meets one all the same meets a trap, and the page starts Pyodide and asks that.
import { readFileSync, writeFileSync } from "node:fs";
import { startImage } from "./image_in_node.mjs";
import { Reader, SECTION, readSections, s32, u32, vector, writeSections } from "./wasm.mjs";

const PAGE = 65536;
// Notes are taken where Python's heap never grows to.
const NOTES = 2048;
const TRAP = Buffer.from([0, 0x00, 0x0b]);

const [file, requests, functions, out] = process.argv.slice(2);
const image = readFileSync(file);
const found = new Reader(readSections(image).get(SECTION.code)).many((reader) => reader.take(reader.u32()));
const { asked, more } = JSON.parse(readFileSync(requests, "utf8"));
const entered = await enteredBy([...asked, ...more]);
const reached = new Set(JSON.parse(readFileSync(functions, "utf8")));
const unforeseen = entered.reduce((sum, one, index) => sum + (one && !reached.has(index)), 0);
reached.forEach((index) => { entered[index] = 1; });
const sections = readSections(image);
sections.set(SECTION.code, bodies((body, index) => (entered[index] ? body : TRAP)));
writeFileSync(out, writeSections(sections));
console.log(`functions: ${entered.length}, kept ${entered.reduce((sum, one) => sum + one, 0)}, of them entered but not foreseen ${unforeseen}`);

/** Gives, for each function, 1 if answering entered it. */
async function enteredBy(texts) {
  const probed = readSections(image);
  probed.set(SECTION.memory, vector([[1, ...u32(NOTES + 2), ...u32(PAGE)]]));
  probed.set(SECTION.code, bodies(withNote));
  const { door, memory } = await startImage(writeSections(probed));
  texts.forEach((text) => JSON.parse(door(text)));
  return new Uint8Array(memory.buffer, NOTES * PAGE, found.length).slice();
}

/** Gives a function that begins with writing a 1 into its place. */
function withNote(body, index) {
  const reader = new Reader(body);
  // Locals come first: so many, of such a type.
  reader.many((each) => [each.u32(), each.byte()]);
  // i32.const place, i32.const 1, i32.store8
  const note = [0x41, ...s32(NOTES * PAGE + index), 0x41, 1, 0x3a, 0, 0];
  return Buffer.concat([body.subarray(0, reader.at), Buffer.from(note), body.subarray(reader.at)]);
}

/** Gives the section of the code with each function changed. */
function bodies(change) {
  const changed = found.map(change).flatMap((body) => [Buffer.from(u32(body.length)), body]);
  return Buffer.concat([Buffer.from(u32(found.length)), ...changed]);
}

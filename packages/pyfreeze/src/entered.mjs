// node entered.mjs IMAGE.wasm REQUESTS.json KEPT.json OUT.wasm: writes the image without the functions that nothing
// can reach and no request enters, and without the texts that only these name. Who meets such a function all the same meets a
// trap, and the page starts Pyodide and asks that.
import { readFileSync, writeFileSync } from "node:fs";
import { blankTexts } from "./dead_text.mjs";
import { startImage } from "./image_in_node.mjs";
import { Reader, SECTION, codeSection, readBodies, readExports, readGlobals, readMemory, readSections, s32, u32, vector,
  writeSections } from "./wasm.mjs";
import { writeMemory } from "./write.mjs";

const PAGE = 65536;
// Notes are taken where Python's heap never grows to.
const NOTES = 2048;
const TRAP = Buffer.from([0, 0x00, 0x0b]);

const [file, requests, functions, out] = process.argv.slice(2);
const image = readFileSync(file);
const found = readBodies(readSections(image).get(SECTION.code));
const { asked, more } = JSON.parse(readFileSync(requests, "utf8"));
const entered = await enteredBy([...asked, ...more]);
const { reached: foreseen, base } = JSON.parse(readFileSync(functions, "utf8"));
const reached = new Set(foreseen);
const unforeseen = entered.reduce((sum, one, index) => sum + (one && !reached.has(index)), 0);
reached.forEach((index) => { entered[index] = 1; });
const sections = readSections(image);
sections.set(SECTION.code, codeSection(found.map((body, index) => (entered[index] ? body : TRAP))));
const memory = readMemory(sections.get(SECTION.data));
const blanked = blankTexts(memory, found.filter((_, index) => entered[index]), base, placeOf("heap"));
writeMemory(sections, memory);
writeFileSync(out, writeSections(sections));
const kept = entered.reduce((sum, one) => sum + one, 0);
console.log(`functions: ${entered.length}, kept ${kept}, of them entered but not foreseen ${unforeseen}; ${blanked} bytes of text blanked`);

/** Gives the address that the image exports under a name. */
function placeOf(name) {
  const { index } = readExports(sections.get(SECTION.export)).find((one) => one.name === name);
  return readGlobals(sections.get(SECTION.global))[index].initial;
}

/** Gives, for each function, 1 if answering entered it. */
async function enteredBy(texts) {
  const probed = readSections(image);
  probed.set(SECTION.memory, vector([[1, ...u32(NOTES + 2), ...u32(PAGE)]]));
  probed.set(SECTION.code, codeSection(found.map(withNote)));
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

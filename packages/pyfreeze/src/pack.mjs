// Sorts the blocks of Python's heap by their kind in the file that is sent; unpack.js puts them where they belong.
import { STAGE, unpack } from "./unpack.js";
import { KIND, Reader, SECTION, name, readExports, readImports, readTypes, u32, vector } from "./wasm.mjs";
import { appended, dataSegments, plainData } from "./write.mjs";

const [FLAGS, IN_USE, HEAD] = [7, 2, 4];
// Of a free block the C library notes no more than this at its beginning.
const NOTES = 36;
const MOST_KINDS = 255;
// A kind with fewer blocks stands with others.
const FEW = 8;

/** Makes a file begin with this memory, its heap packed. */
export function writePacked(sections, memory, heap) {
  const { packed, rest } = packedHeap(memory, heap);
  const segments = dataSegments(rest);
  sections.set(SECTION.dataCount, u32(segments.length + 1));
  const passive = [Buffer.from([1, ...u32(packed.length)]), packed];
  sections.set(SECTION.data, Buffer.concat([Buffer.from(u32(segments.length + 1)), ...plainData(segments), ...passive]));
  addPlace(sections, segments.length);
}

/** Gives the heap packed and the memory without it; what would not be unpacked to the same stops the build. */
export function packedHeap(memory, heap) {
  const blocks = [...blocksOf(memory, heap)];
  blankFree(blocks);
  const packed = packedBlocks(memory, kindsOf(memory, blocks));
  const rest = memory.slice();
  rest.fill(0, blocks[0].at + HEAD, blocks.at(-1).to);
  prove(memory, rest, packed, heap);
  return { packed, rest };
}

function* blocksOf(memory, heap) {
  const words = new Uint32Array(memory.buffer, 0, memory.length >> 2);
  for (let at = heap + FLAGS & ~FLAGS, size; at + 2 * HEAD <= memory.length; at += size) {
    const head = words[at + HEAD >> 2];
    size = head & ~FLAGS;
    if (size < 16) return;
    const to = at + HEAD + size;
    if (to > memory.length) throw new Error(`a block at ${at} reaches over the end`);
    yield { at, to, size, isFree: !(head & IN_USE), words: words.subarray(at + HEAD >> 2, to >> 2) };
  }
}

/** Blanks what the C library left in blocks that are free, but for what it notes at both ends of each. */
function blankFree(blocks) {
  for (const { words, isFree } of blocks) if (isFree && words.length > NOTES >> 2) words.fill(0, NOTES >> 2, words.length - 1);
}

/** Gives the kinds, each with the blocks of it and how many bytes of each are sent; `order` is the kind of every block. */
function kindsOf(memory, blocks) {
  const count = (key) => blocks.reduce((counts, block) => counts.set(key(block), (counts.get(key(block)) ?? 0) + 1), new Map());
  // The second or the fourth word of an object is its class.
  const [second, fourth] = [2, 4].map((place) => count((block) => block.words[place]));
  const classOf = ({ words }) => [words[2], words[4]].find((word, index) => word > 1024 && [second, fourth][index].get(word) >= FEW) ?? 0;
  blocks.forEach((block) => { block.key = keyOf(block, classOf(block)); });
  const sizes = count(({ key }) => key);
  blocks.forEach((block) => { if (sizes.get(block.key) < FEW) block.key = block.key.replace(/ \d+$/, " 0"); });
  const common = new Set([...count(({ key }) => key)].sort((one, other) => other[1] - one[1]).slice(0, MOST_KINDS - 1).map(([key]) => key));
  const kinds = new Map([["rest 0", []], ...[...common].sort().map((key) => [key, []])]);
  blocks.forEach((block) => kinds.get(common.has(block.key) ? block.key : "rest 0").push(block));
  const order = new Map([...kinds.values()].flatMap((all, kind) => all.map((block) => [block.at, kind])));
  return { kinds, order: blocks.map(({ at }) => order.get(at)) };
}

function keyOf({ words, size, isFree }, its) {
  if (isFree && size > NOTES && words.at(-1) === size) return "free";
  if (!isFree && words.subarray(1).every((word) => !word)) return "empty";
  return `${String(its).padStart(9, "0")} ${size}`;
}

const STORED = { free: NOTES, empty: HEAD };

function packedBlocks(memory, { kinds, order }) {
  const told = 8 * (kinds.size + 1) + order.length;
  let from = told;
  const parts = [...kinds].map(([key, blocks]) => {
    // Their size, where all of a kind have one.
    const stored = STORED[key] ?? Number(key.split(" ")[1]);
    const bytes = blocks.map(({ at, to }) => memory.subarray(at + HEAD, stored ? at + HEAD + stored : to));
    const begins = from;
    from += bytes.reduce((sum, { length }) => sum + length, 0);
    return { begins, stored, bytes };
  });
  if (told > STAGE) throw new Error(`what tells of ${order.length} blocks does not fit the stack`);
  const numbers = Uint32Array.from([kinds.size, order.length, ...parts.flatMap(({ begins, stored }) => [begins, stored])]);
  return Buffer.concat([new Uint8Array(numbers.buffer), Uint8Array.from(order), ...parts.flatMap(({ bytes }) => bytes)]);
}

function prove(memory, rest, packed, heap) {
  const again = { buffer: rest.slice().buffer };
  const bytes = new Uint8Array(again.buffer);
  const place = (to, from, count) => {
    if (from + count > packed.length) throw new Error("more is unpacked than there is");
    bytes.set(packed.subarray(from, from + count), to);
  };
  unpack({ memory: again, place, heap: { value: heap } });
  const unlike = memory.findIndex((byte, at) => byte !== bytes[at]);
  if (unlike >= 0) throw new Error(`the heap is not unpacked to what it was at ${unlike}`);
}

/** Adds the function that takes from the packed piece: (to, from, count). */
function addPlace(sections, piece) {
  const type = readTypes(sections.get(SECTION.type)).findIndex(({ parameters, results }) => parameters.join() === "127,127,127" && !results.length);
  const index = readImports(sections.get(SECTION.import)).filter((one) => one.kind === KIND.function).length
    + new Reader(sections.get(SECTION.function)).u32();
  sections.set(SECTION.function, appended(sections.get(SECTION.function), u32(type)));
  // local.get 0, 1 and 2, memory.init, end
  const body = [0, 0x20, 0, 0x20, 1, 0x20, 2, 0xfc, 8, ...u32(piece), 0, 0x0b];
  sections.set(SECTION.code, appended(sections.get(SECTION.code), [...u32(body.length), ...body]));
  sections.set(SECTION.export, appended(sections.get(SECTION.export), [...name("place"), KIND.function, ...u32(index)]));
}

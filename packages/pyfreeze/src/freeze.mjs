// node freeze.mjs ARCHIVE REQUESTS.json REACHED.json ASKED.json OUT.wasm
// Writes the memory that a sealed Python has into its own WebAssembly file: a browser that loads the file has Python awake,
// without Pyodide's loader and without a way to JavaScript.
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";
import { blankDeadData } from "./dead_data.mjs";
import { blankTables } from "./blank_tables.mjs";
import { settle } from "./hashes.mjs";
import { moved } from "./move.mjs";
import { sealed } from "./sealed.mjs";
import { sealedImage } from "./write.mjs";

const [archive, requests, reached, asked, out] = process.argv.slice(2);
const higher = `${out}.higher`;
const another = promisify(execFile)(process.execPath, [new URL("higher.mjs", import.meta.url).pathname, archive, requests, reached, asked, higher]);
const { python, capture, original, state: before, bounds, door: told, tables } = await sealed(archive, requests, reached, asked, out);
await another;
const { functions, code, none, ...door } = told;
const starts = [door.answer, door.wake, before.countsAt];
const move = moved(before.memory, Uint8Array.from(readFileSync(higher)), bounds, starts, none);
const [answer, wake, countsAt] = starts.map(move.to);
const places = { ...door, answer, wake, heap: bounds.heapBase, names: move.names };
const state = { ...before, memory: move.memory, top: move.memory.length, countsAt };
await settle(original, state, places, move.unsettled);
const blanked = blankDeadData(state.memory, python._module, tables, bounds.constantsEnd);
const { instance: { exports }, imports: { env: { memory: live } } } = capture;
const [hashes, indexes] = blankTables(state.memory, { exports, live, from: move.from }, places, { functions, code });
const bytes = sealedImage(original, state, places);
writeFileSync(out, bytes);
console.log(`sealed: ${bytes.length} bytes, memory ${state.top} instead of ${before.top}, ${move.count} blocks; blanked ${blanked}, immortal ${move.immortal}, hashes ${hashes}, indexes ${indexes}`);
process.exit(0);

// node higher.mjs ARCHIVE REQUESTS.json REACHED.json ASKED.json OUT: writes the memory that freeze.mjs starts from, had the heap
// begun higher.
import { writeFileSync } from "node:fs";
import { HIGHER } from "./differences.mjs";
import { sealed } from "./sealed.mjs";

const { state } = await sealed(...process.argv.slice(2), HIGHER);
writeFileSync(process.argv[6], state.memory.subarray(0, state.top));
process.exit(0);

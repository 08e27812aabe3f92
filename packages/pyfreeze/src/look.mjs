// node look.mjs ARCHIVE REQUESTS.json REACHED.json ASKED.json KEPT.json: finds what an image made of the same could ever ask for.
// It runs apart from what makes the image: walking over all objects leaves memory behind.
import { writeFileSync } from "node:fs";
import { Graph } from "./graph.mjs";
import { keptFunctions } from "./kept.mjs";
import { startForSealing } from "./python.mjs";

const [archive, requests, reached, out, functions] = process.argv.slice(2);

const SEAL = `
import json
from followup.door import answer
opened = open("/home/told.json", "wb", 0)
sealing.seal()
is_kept = calls.Slimmer(called).is_kept
starts = [answer, sealing.wake]
`;
const LOOK = (names) => `
told = reach.Reach(starts, ${JSON.stringify(names)}, is_kept).told()
opened.seek(0)
opened.truncate()
opened.write(json.dumps({"asked": told, "types": reach.types(told), "native": reach.native(told)}).encode())
`;

const { python, capture, original } = await startForSealing(archive, requests, reached, out);
const graph = new Graph(original, capture.take(original, python._module), python.runPython("id(str)"), python._module.__PyRuntime);
run(SEAL);
let [kept, names, told] = [new Set(), new Set()];
// What Python asks for leads to functions written in C, and these ask Python by name: until neither finds more.
for (let before = -1; names.size > before;) {
  before = names.size;
  run(LOOK([...names]));
  told = JSON.parse(python.FS.readFile("/home/told.json", { encoding: "utf8" }));
  kept = keptFunctions(graph, new DataView(capture.imports.env.memory.buffer), told);
  names = new Set([...names, ...graph.names(kept)]);
}
writeFileSync(out, JSON.stringify(told.asked));
writeFileSync(functions, JSON.stringify({ reached: [...kept].map((index) => index - graph.imported), base: graph.bases[0] }));
console.log(`reached: ${kept.size} functions of ${graph.bodies.length}, which ask for ${names.size} names`);
process.exit(0);

function run(source) {
  const [failed, errors] = python._api.rawRun(source);
  if (failed) throw new Error(errors);
}

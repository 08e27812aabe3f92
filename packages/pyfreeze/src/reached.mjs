// node reached.mjs ARCHIVE REQUESTS.json OUT.json: writes what all requests reach.
import { readFileSync, writeFileSync } from "node:fs";
import { mountModules, startPython } from "./python_in_node.mjs";

const [archive, requests, out] = process.argv.slice(2);
const { first, asked, more, also } = JSON.parse(readFileSync(requests, "utf8"));
const python = await startPython(archive);
mountModules(python);
writeFileSync(out, python.pyimport("pyfreeze.exercise").exercise(...[first, [...asked, ...more], also].map((list) => python.toPy(list))));

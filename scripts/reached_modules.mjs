// node reached_modules.mjs ARCHIVE REQUESTS.json EXERCISE.py OUT.json: writes the modules that all requests reach.
import { readFileSync, writeFileSync } from "node:fs";
import { moduleFrom, startPython } from "./python_in_node.mjs";

const [archive, requests, exercise, out] = process.argv.slice(2);
const { asked, also } = JSON.parse(readFileSync(requests, "utf8"));
const python = await startPython(archive);
const reached = moduleFrom(python, "bundle_exercise", exercise).exercise(python.toPy(asked), python.toPy(also));
writeFileSync(out, JSON.stringify(reached.toJs(), null, 1));

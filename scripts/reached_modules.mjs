// node reached_modules.mjs ARCHIVE REQUESTS.json FOLLOWUP_SITE_FOLDER OUT.json: writes what all requests reach.
import { readFileSync, writeFileSync } from "node:fs";
import { modulesFrom, startPython } from "./python_in_node.mjs";

const [archive, requests, folder, out] = process.argv.slice(2);
const { first, asked, more, also } = JSON.parse(readFileSync(requests, "utf8"));
const python = await startPython(archive);
modulesFrom(python, folder);
writeFileSync(out, python.pyimport("bundle_exercise").exercise(...[first, [...asked, ...more], also].map((list) => python.toPy(list))));

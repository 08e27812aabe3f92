// node seal_profile.mjs ARCHIVE REQUESTS.json FOLLOWUP_SITE_FOLDER OUT.json
// Writes the numbers of those functions of Pyodide's file that a reader's request may enter.
import { writeFileSync } from "node:fs";
import { startForSealing } from "./seal_python.mjs";
import { alwaysKept } from "./seal_unused.mjs";

const [archive, requests, folder, out] = process.argv.slice(2);

// All is imported and every template compiled: from here on goes what a request may need, and what it might.
const PROFILE = `
import bundle_sealing, bundle_workout
bundle_workout.work_out()
bundle_exercise.answer_all(asked)
bundle_sealing.wake()
`;

const { python, capture, original } = await startForSealing(archive, requests, folder, out);
capture.forgetEntered(original);
python.runPython(PROFILE);
const entered = capture.entered(original);
const used = [...new Set([...entered.keys()].filter((index) => entered[index]).concat(alwaysKept(original)))];
writeFileSync(out, JSON.stringify(used));
console.log(`profile: ${used.length} functions kept, of which ${entered.reduce((sum, one) => sum + one, 0)} were entered`);
process.exit(0);

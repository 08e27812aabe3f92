// node ask.mjs IMAGE.wasm REQUESTS.json [ANSWERS.json]: asks the finished image everything that is known; one refusal stops
// the build. With a third file the answers are written there instead, null where the image had none.
import { readFileSync, writeFileSync } from "node:fs";
import { startImage } from "./image_in_node.mjs";

const [file, requests, out] = process.argv.slice(2);
const image = readFileSync(file);
let { door } = await startImage(image);
const answers = [];
for (const request of JSON.parse(readFileSync(requests, "utf8")).asked) answers.push(await answered(request));
if (out) writeFileSync(out, JSON.stringify(answers));

async function answered(request) {
  try {
    const answer = door(request);
    JSON.parse(answer);
    return answer;
  } catch (error) {
    console.error(`The image has no answer to ${request.slice(0, 300)}\n${error.message}`);
    if (!out) process.exit(1);
    // What broke off in the middle goes on with nothing.
    ({ door } = await startImage(image));
    return null;
  }
}

// node ask.mjs IMAGE.wasm REQUESTS.json: asks the finished image everything that is known; one refusal stops the build.
import { readFileSync } from "node:fs";
import { startImage } from "./image_in_node.mjs";

const [file, requests] = process.argv.slice(2);
const { door } = await startImage(readFileSync(file));
for (const request of JSON.parse(readFileSync(requests, "utf8")).asked) {
  try {
    JSON.parse(door(request));
  } catch (error) {
    console.error(`The image has no answer to ${request.slice(0, 300)}\n${error.message}`);
    process.exit(1);
  }
}

// node ask_image.mjs IMAGE.wasm REQUESTS.json: asks the finished image everything that is known; one refusal stops the build.
import { readFileSync } from "node:fs";

const [file, requests] = process.argv.slice(2);
const home = new URL("../overrides/assets/app/image.js", import.meta.url);
const { startImage } = await import(`data:text/javascript,${encodeURIComponent(readFileSync(home, "utf8"))}`);
const door = await startImage(await WebAssembly.compile(readFileSync(file)));
for (const request of JSON.parse(readFileSync(requests, "utf8")).asked) JSON.parse(door(request));

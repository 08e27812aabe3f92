/**
 * Python's worker: it fetches Python, starts it, and then takes request texts and gives answer texts. It takes no code.
 * @module
 */
import { startBundle } from "./bundle.js";
import { Lost, compiled, counted, get } from "./fetching.js";
import { startImage } from "../../../../packages/pyfreeze/src/start.js";

/** @typedef {import("../../../../packages/pyfreeze/src/start.js").Door} Door */

/** @type {Door | undefined} */
let door;

/** @type {Record<string, (message: any) => unknown>} */
const doings = {
  module: ({ module }) => started(module),
  image: async ({ file }) => started(await compiled(counted(await get(file)))),
  bundle: async ({ home, names, info }) => { door = await startBundle(home, await fetched(home, names), info); },
  ask: ({ text }) => /** @type {Door} */ (door)(text),
};

// One at a time and in order: an answer never overtakes the one before it.
let last = Promise.resolve();
self.addEventListener("message", ({ data }) => { last = last.then(() => reply(data)); });

/** @param {{ kind: string, id: number }} message */
async function reply(message) {
  try {
    self.postMessage({ id: message.id, answer: await doings[message.kind](message) });
  } catch (error) {
    self.postMessage({ id: message.id, error: String(error).slice(0, 2000), isLost: error instanceof Lost });
  }
}

/** Starts the image, and gives the page what it is to hold; see python.js. @param {WebAssembly.Module} module */
async function started(module) {
  door = await startImage(module);
  return module;
}

/** @param {string} home @param {string[]} names @returns {Promise<Record<string, ArrayBuffer>>} */
async function fetched(home, names) {
  const files = await Promise.all(names.map(async (name) => [name, await counted(await get(home + name)).arrayBuffer()]));
  return Object.fromEntries(files);
}

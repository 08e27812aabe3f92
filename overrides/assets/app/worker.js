/**
 * Python's worker: it fetches Python, starts it, and then takes request texts and gives answer texts. It takes no code.
 * @module
 */
import { Lost, counted, get, wasm } from "./fetching.js";
import { startImage } from "./image.js";

/** @typedef {import("./image.js").Door} Door */

/** @type {Door | undefined} */
let door;

/** @type {Record<string, (message: any) => unknown>} */
const doings = {
  module: ({ module }) => started(module),
  image: async ({ file }) => started(await WebAssembly.compileStreaming(wasm(counted(await get(file))))),
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

// Run once before the first request. Python keeps no way to the browser, and its dice are not those of the build.
const SETTLE = `
import random, sys
random.seed()
from followup.door import answer
sys.meta_path[:] = [finder for finder in sys.meta_path if "JsFinder" not in type(finder).__name__]
for name in [name for name in sys.modules if name.split(".")[0] in ("js", "pyodide", "pyodide_js", "_pyodide", "_pyodide_core")]:
    del sys.modules[name]
answer
`;

/** Starts Pyodide the published way. @param {string} home @param {Record<string, ArrayBuffer>} files @param {object} info
 * @returns {Promise<Door>} */
async function startBundle(home, files, info) {
  const { loadPyodide } = await import(`${home}pyodide.js`);
  const before = self.fetch;
  // They are here already, and Pyodide wants a content type that not every host sends.
  self.fetch = async (url) => given(files, String(url)) ?? before(url);
  const python = await loadPyodide({
    indexURL: home,
    stdLibURL: `${home}python.zip`,
    lockFileContents: { info, packages: {} },
    packageBaseUrl: home,
    env: { HOME: "/home" },
    jsglobals: { Object, setTimeout: self.setTimeout.bind(self), clearTimeout: self.clearTimeout.bind(self) },
  });
  self.fetch = before;
  return python.runPython(SETTLE);
}

/** @param {Record<string, ArrayBuffer>} files @param {string} url */
function given(files, url) {
  const file = files[url.slice(url.lastIndexOf("/") + 1)];
  return file && new Response(file, { headers: { "content-type": "application/wasm" } });
}

/**
 * Fetches Python's files, in a page or in its worker; the worker tells the page how much has come.
 * @module
 */

// A few times a second is all that a reader sees.
const PAUSE_MS = 200;

let loaded = 0;
let toldAt = 0;

/** A file could not be had. */
export class Lost extends Error {}

/** Gives the response to a request for a file. @param {string} file */
export async function get(file) {
  const response = await fetch(file).catch((cause) => { throw new Lost(file, { cause }); });
  if (!response.ok || !response.body) throw new Lost(`${response.status} ${file}`);
  return response;
}

/** Gives a response whose bytes are counted while it comes. @param {Response} response */
export function counted(response) {
  // A copy is counted: of a stream that went through a script Firefox compiles all, and now and then never says so.
  const copy = /** @type {ReadableStream<Uint8Array>} */ (response.clone().body);
  // Who waits for the response hears what went wrong.
  copy.pipeTo(new WritableStream({ write: count })).catch(() => {});
  return response;
}

/** Compiles a response, while it loads where its host knows its type. @param {Response} response */
export async function compiled(response) {
  const isTyped = response.headers.get("content-type") === "application/wasm";
  return isTyped ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** @param {Uint8Array} chunk */
function count(chunk) {
  loaded += chunk.length;
  if (performance.now() - toldAt > PAUSE_MS) {
    toldAt = performance.now();
    self.postMessage({ loaded });
  }
}

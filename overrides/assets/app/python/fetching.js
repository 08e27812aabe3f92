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

/** Gives a response that is counted while it comes. @param {Response} response */
export const counted = (response) =>
  new Response(/** @type {ReadableStream} */ (response.body).pipeThrough(new TransformStream({ transform: count })), response);

/** Gives a response that the browser compiles while it loads: not every host knows the type. @param {Response} response */
export function wasm(response) {
  const type = "application/wasm";
  return response.headers.get("content-type") === type ? response : new Response(response.body, { headers: { "content-type": type } });
}

/** @param {Uint8Array} chunk @param {TransformStreamDefaultController} controller */
function count(chunk, controller) {
  loaded += chunk.length;
  if (performance.now() - toldAt > PAUSE_MS) {
    toldAt = performance.now();
    self.postMessage({ loaded });
  }
  controller.enqueue(chunk);
}

/**
 * Starts Python in a worker and asks it: text in, text out.
 * @module
 */
import { compiled, get } from "./fetching.js";
import { manifest } from "./manifest.js";

/**
 * @typedef {"no-webassembly" | "network" | "runtime"} Why
 * @typedef {{ phase: "idle" | "loading" | "ready" | "failed", loaded: number, total: number, why?: Why }} State
 * @typedef {{ resolve: (answer: unknown) => void, reject: (error: Error) => void }} Waiting
 */

const HOME = new URL(`../runtime/${manifest.folder}/`, import.meta.url).href;

/** Fires `state`, with a {@link State} as its detail, each time something about Python changes. */
export const states = new EventTarget();

/** @type {State} */
let state = { phase: "idle", loaded: 0, total: 0 };
/** @type {Promise<Worker> | undefined} */
let started;
/** The worker that runs the image now. @type {Worker | undefined} */
let running;
/** Whether the image came from what this browser keeps of the site. */
let wasKept = false;
/**
 * All workers that ever ran the image, each with what it was compiled to: while a page holds that, the browser need not
 * compile it again for the next page in the same tab.
 * @type {Map<Worker, WebAssembly.Module>}
 */
const images = new Map();
let asked = 0;
/** @type {Map<number, Waiting>} */
const waiting = new Map();

/** A failure whose cause can be told to the reader. */
class StartFailed extends Error {
  /** @param {Why} why @param {unknown} [cause] */
  constructor(why, cause) {
    super(`Python did not start: ${why}`, { cause });
    this.why = why;
  }
}

/** Starts Python unless that was done; after a failure, tries again. @returns {Promise<void>} */
export async function start() {
  started ??= startAnyWay().catch(giveUp);
  await started;
}

/** Gives Python's answer to one request, starting Python if need be. @param {string} text @returns {Promise<string>} */
export async function ask(text) {
  started ??= startAnyWay().catch(giveUp);
  const worker = await started;
  return put(worker, { kind: "ask", text }).catch((error) => askAgain(worker, text, error));
}

/** Gives what is known now, for a listener that comes late. @returns {State} */
export const now = () => state;

/** Gives the address of the image that runs, or that was kept here and did not; nothing where it stands in the page. */
export const image = () => ((running || wasKept) && !manifest.image?.content ? HOME + manifest.image?.name : "");

/** @returns {Promise<Worker>} */
async function startAnyWay() {
  if (typeof WebAssembly !== "object") throw new StartFailed("no-webassembly");
  // Where nothing is counted, no total is told.
  tell({ phase: "loading", loaded: 0, total: isNear() ? 0 : manifest.image?.size ?? bundleSize() });
  return ready((await fromImage()) ?? (await fromBundle()));
}

/** @param {Worker} worker */
function ready(worker) {
  tell({ ...state, phase: "ready", loaded: state.total });
  return worker;
}

/** Gives a worker with the sealed image, or nothing when this browser cannot run it. */
async function fromImage() {
  const { image } = manifest;
  if (!image) return null;
  const worker = openWorker();
  try {
    images.set(worker, await put(worker, await startOf(image)));
    running = worker;
    return worker;
  } catch (error) {
    worker.terminate();
    if (error instanceof StartFailed) throw error;
    // What cannot be restored here can still be started the long way; the reader only waits.
    console.info("Python starts from its bundle:", error);
    return null;
  }
}

/** Tells a worker what to start from; it fetches what is far, so that the page goes on meanwhile. @param {import("./manifest.js").Asset} image */
async function startOf(image) {
  const [held] = images.values();
  if (held) return { kind: "module", module: held };
  return image.content || isNear() ? { kind: "module", module: await near(image) } : { kind: "image", file: HOME + image.name };
}

/** Compiles here what is likely in this browser already: a worker could begin only when the page has time to start it. @param {import("./manifest.js").Asset} image */
async function near({ name, content }) {
  const address = HOME + name;
  const response = content?.() ?? (await kept(address)) ?? (await get(address).catch((cause) => { throw new StartFailed("network", cause); }));
  return compiled(response);
}

/**
 * Gives a kept file from where the service worker has it: through the worker it takes twice as long. Its address tells
 * its content, so that no version is mixed; the worker looks afterwards whether it is sound. @param {string} address
 */
async function kept(address) {
  const found = await globalThis.caches?.match(address).catch(() => undefined);
  wasKept = Boolean(found);
  return found;
}

/** Gives a worker with Pyodide as it was published, and our archive. */
async function fromBundle() {
  tell({ phase: "loading", loaded: 0, total: bundleSize() });
  const worker = openWorker();
  try {
    await put(worker, { kind: "bundle", home: HOME, names: manifest.bundle.map(({ name }) => name), info: manifest.info });
    return worker;
  } catch (error) {
    worker.terminate();
    throw error;
  }
}

/**
 * Asks the bundle what the image could not answer: it holds only what the build saw in use.
 * @param {Worker} worker @param {string} text @param {Error} error @returns {Promise<string>}
 */
async function askAgain(worker, text, error) {
  if (!images.has(worker)) throw error;
  // It only waited behind the request that broke the image.
  if (worker !== running) return ask(text);
  console.info("Python goes on from its bundle:", error);
  const bundle = replace(worker);
  try {
    // Offline that is the image once more, with a memory of its own.
    return await put(/** @type {Worker} */ (await started), { kind: "ask", text });
  } catch (failed) {
    // Why there was nobody else to ask tells a reader more.
    await bundle;
    throw failed;
  }
}

/** Starts the bundle in place of an image that broke; where it cannot be had the image starts anew. @param {Worker} worker */
function replace(worker) {
  running = undefined;
  worker.terminate();
  rejectAll(new Error("the image is gone"));
  const bundle = fromBundle();
  started = bundle.then(ready, startAnyWay).catch(giveUp);
  return bundle;
}

/** Gives a worker that inherits this page's policy, which one started from a URL would not. */
function openWorker() {
  const source = URL.createObjectURL(new Blob([manifest.worker], { type: "text/javascript" }));
  const worker = new Worker(source, { type: "module", name: "python" });
  URL.revokeObjectURL(source);
  worker.addEventListener("message", ({ data }) => settle(data));
  worker.addEventListener("error", (event) => rejectAll(new Error(event.message)));
  return worker;
}

/** @param {Worker} worker @param {Record<string, unknown>} message @returns {Promise<any>} */
function put(worker, message) {
  return new Promise((resolve, reject) => {
    asked += 1;
    waiting.set(asked, { resolve, reject });
    worker.postMessage({ ...message, id: asked });
  });
}

/** @param {{ id?: number, answer?: unknown, error?: string, isLost?: boolean, loaded?: number }} message */
function settle({ id, answer, error, isLost, loaded }) {
  if (loaded) tell({ ...state, loaded });
  if (id === undefined) return;
  const one = waiting.get(id);
  waiting.delete(id);
  if (error === undefined) one?.resolve(answer);
  else one?.reject(isLost ? new StartFailed("network", error) : new Error(error));
}

/** @param {Error} error */
function rejectAll(error) {
  for (const one of waiting.values()) one.reject(error);
  waiting.clear();
}

/** Tells whether our files are likely in this browser already: then they come at once, and counting would only slow them. */
const isNear = () => Boolean(navigator.serviceWorker?.controller);

const bundleSize = () => manifest.bundle.reduce((sum, { size }) => sum + size, 0);

/** @param {State} next */
function tell(next) {
  state = next;
  states.dispatchEvent(new CustomEvent("state", { detail: state }));
}

/** @param {unknown} error @returns {never} */
function giveUp(error) {
  started = undefined;
  tell({ ...state, phase: "failed", why: error instanceof StartFailed ? error.why : "runtime" });
  throw error;
}

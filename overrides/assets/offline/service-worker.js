/**
 * Keeps the site in this browser: one version at a time, each file checked against the list that the build made.
 * @module
 */
import { PrecacheController } from "workbox-precaching/PrecacheController.js";
import { files } from "./files.js";

/** @typedef {import("./files.js").File} File */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const HOME = worker.registration.scope;
const WISH = new URL("keep-everything", HOME).href;
const all = controller(files);
const listed = new Map(files.map((file) => [new URL(file.url, HOME).href, file]));
/** Pages that came from a newer version than this one; they get nothing from here. @type {Set<string>} */
const newer = new Set();

worker.addEventListener("install", (event) => event.waitUntil(fetchWhole()));
worker.addEventListener("activate", (event) => event.waitUntil(all.activate(event).then(() => worker.clients.claim())));
worker.addEventListener("fetch", (event) => {
  const address = page(event.request);
  const file = listed.get(address);
  if (event.request.method !== "GET") return;
  // Asked for anew: the browser's own cache may hold files of the version before.
  if (newer.has(event.clientId)) event.respondWith(fetch(event.request, { cache: "no-cache" }));
  else if (file) event.respondWith(answer(event, file));
  else if (event.request.mode === "navigate") event.respondWith(elsewhere(event.request, address));
});
worker.addEventListener("message", (event) => {
  const doing = doings[event.data.kind];
  if (doing) event.waitUntil(doing(event));
});

/** @type {Record<string, (event: ExtendableMessageEvent) => Promise<unknown>>} */
const doings = {
  replace: () => worker.skipWaiting(),
  visited: ({ data }) => visited(data.address),
  keep: keepEverything,
  state: tellState,
};

/** Fetches all of this version that the one before had, before it may take its place. */
async function fetchWhole() {
  const shell = files.filter(({ part }) => part === "shell");
  try {
    const held = new Set((await heldAddresses()).map(place));
    const whole = await wished();
    await keep(files.filter((file) => file.part === "shell" || held.has(place(new URL(file.url, HOME).href)) || (whole && file.part === "rest")));
  } catch (error) {
    if (!isFull(error)) throw error;
    // Better the new version in part than the old one for ever; the rest comes from the network.
    await keep(shell);
  }
}

/** @param {FetchEvent} event @param {File} file */
async function answer(event, file) {
  return (await all.matchPrecache(new URL(file.url, HOME).href)) ?? fetched(event, file).catch(() => absent(event.request));
}

/** Gives a file from the network; it is kept, and mixed with what is kept, only if it is of this version. @param {FetchEvent} event @param {File} file */
async function fetched(event, file) {
  const response = await fetch(event.request);
  if (!response.ok) return response;
  const copy = response.clone();
  // Its address tells its content, so it need not be checked before it may run, only before it is kept.
  if (!file.revision) return event.waitUntil(put(file, copy).catch(() => {})), response;
  const ours = await put(file, copy).catch(() => false);
  return ours === false ? fromNewer(event, response) : response;
}

/** @param {FetchEvent} event @param {Response} response */
function fromNewer(event, response) {
  worker.registration.update().catch(() => {});
  if (event.request.mode !== "navigate") return Response.error();
  newer.add(event.resultingClientId);
  return response;
}

/** Keeps a response that has the content it should; gives false if it has not. @param {File} file @param {Response} response */
async function put(file, response) {
  const content = await response.clone().arrayBuffer();
  if ((await integrity(content)) !== file.integrity) return false;
  const key = all.getCacheKeyForURL(new URL(file.url, HOME).href);
  const cache = await caches.open(all.strategy.cacheName);
  // A full disk is no reason to withhold what has just arrived.
  await cache.put(/** @type {string} */ (key), response).catch(() => {});
  return true;
}

/** Keeps a page that came before this worker did. @param {string} address */
async function visited(address) {
  const file = listed.get(page(new Request(address)));
  if (file && !(await all.matchPrecache(address))) await keep([file]).catch(() => {});
}

/** @param {ExtendableMessageEvent} event */
async function keepEverything(event) {
  const cache = await caches.open(WISH);
  await cache.put(WISH, new Response(""));
  try {
    await keep(files.filter(({ part }) => part !== "spare"), tellAll);
    await tellAll();
  } catch (error) {
    event.source?.postMessage({ kind: isFull(error) ? "full" : "lost" });
  }
}

/** @param {ExtendableMessageEvent} event */
async function tellState(event) {
  event.source?.postMessage(await state());
}

async function tellAll() {
  const now = await state();
  for (const client of await worker.clients.matchAll()) client.postMessage(now);
}

/** Gives how many bytes of the whole are here. */
async function state() {
  const held = new Set(await heldAddresses());
  const wanted = files.filter(({ part }) => part !== "spare");
  const kept = wanted.filter(({ url }) => held.has(new URL(url, HOME).href));
  return { kind: "state", kept: sum(kept), total: sum(wanted), wished: await wished() };
}

/** Fetches what is missing of some files, each checked; one that fails ends it. @param {File[]} some @param {() => Promise<void>} [told] */
async function keep(some, told) {
  const installing = controller(some, told && { handlerDidComplete: told });
  // Workbox fills its cache for an event of this type alone.
  await installing.install(/** @type {any} */ ({ type: "install", waitUntil: () => {} }));
}

/** @param {File[]} some @param {object} [plugin] */
function controller(some, plugin) {
  const made = new PrecacheController({ plugins: plugin ? [plugin] : [], fallbackToNetwork: false });
  made.addToCacheList(some.map(({ url, revision, integrity }) => ({ url: new URL(url, HOME).href, revision, integrity })));
  return made;
}

/** Gives the addresses of this version's files that are kept, or of all versions' while this one is fetched. */
async function heldAddresses() {
  const cache = await caches.open(all.strategy.cacheName);
  return (await cache.keys()).map(({ url }) => page(new Request(url)));
}

const wished = async () => Boolean(await caches.match(WISH));

/** @param {Request} request @param {string} address */
async function elsewhere(request, address) {
  if (listed.has(`${address}/`)) return Response.redirect(`${address}/`);
  return fetch(request).catch(() => absent(request));
}

/** @param {Request} request */
const absent = (request) => (request.mode === "navigate" ? Response.redirect(`${HOME}#not-kept`) : Response.error());

/** Gives the address that a file is listed under. @param {Request} request */
const page = ({ url }) => url.split(/[?#]/)[0].replace(/\/index\.html$/, "/");

/** Gives the address without what changes with a version. @param {string} address */
const place = (address) => address.replace(/\/runtime\/[0-9a-f]+\//, "/runtime/");

/** @param {File[]} some */
const sum = (some) => some.reduce((total, { size }) => total + size, 0);

/** @param {unknown} error */
const isFull = (error) => error instanceof DOMException && error.name === "QuotaExceededError";

/** @param {ArrayBuffer} content */
async function integrity(content) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}

/**
 * Keeps the site in this browser: one version at a time, each file checked against the list that the build made.
 * @module
 */
import { PrecacheController } from "workbox-precaching/PrecacheController.js";
import { receivedAt } from "../app/store/received.js";
import { files } from "./files.js";

/** @typedef {import("./files.js").File} File */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const HOME = worker.registration.scope;
const WISH = new URL("keep-everything", HOME).href;
const all = controller(files);
const listed = new Map(files.map((file) => [new URL(file.url, HOME).href, file]));
const NEWER = new URL("newer-pages/", HOME).href;
/**
 * Pages that came from a newer version than this one; they get nothing from here. They are noted beside, since a browser
 * ends a worker that has nothing to do.
 */
const newer = noted().catch(() => /** @type {Set<string>} */ (new Set()));
/** Where another program of the device shares an invitation to; what it shares goes no further than this worker. */
const SHARED = new URL("tools/invitation/", HOME).href;
const RECEIVED = receivedAt(HOME);
let isKeeping = false;
/** Bytes that are looked at before they are given; looking takes a millisecond or two. */
const AT_ONCE = 1_000_000;
/** By then the page has what it was to have, and its answer. */
const LATER_MS = 3_000;

worker.addEventListener("install", (event) => event.waitUntil(fetchWhole().catch(tellFailure)));
worker.addEventListener("activate", (event) => event.waitUntil(begin(event)));
worker.addEventListener("fetch", (event) => {
  const address = page(event.request);
  const file = listed.get(address);
  if (event.request.method === "POST" && address === SHARED) return event.respondWith(receive(event.request));
  if (event.request.method !== "GET") return;
  if (file) event.respondWith(newer.then((pages) => (pages.has(event.clientId) ? anew(event.request) : answer(event, file))));
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

/** Puts what was shared where the page finds it, once, and opens the page. @param {Request} request */
async function receive(request) {
  const told = await request.formData();
  const file = told.get("file");
  const cache = await caches.open(RECEIVED);
  await cache.put(RECEIVED, new Response(file instanceof File ? file : String(told.get("text") ?? "")));
  return Response.redirect(`${SHARED}#received`, 303);
}

/** Takes the place of the version before, in every page. @param {ExtendableEvent} event */
async function begin(event) {
  await Promise.all([all.activate(event), caches.delete(NEWER)]);
  await worker.clients.claim();
}

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
  return (await held(event, file)) ?? fetched(event, file).catch(() => absent(event.request));
}

/** Large files that are looked at once while this worker is awake; small ones are looked at each time. @type {Set<string>} */
const looked = new Set();

/** Gives a kept file as it should be; a damaged one is dropped, and then fetched again. @param {FetchEvent} event @param {File} file */
async function held(event, file) {
  const kept = await all.matchPrecache(new URL(file.url, HOME).href);
  if (!kept) return undefined;
  if (file.size <= AT_ONCE) return (await isSound(file, kept.clone())) ? kept : undefined;
  event.waitUntil(lookLater(file));
  return kept;
}

/**
 * Keeps a large file after it was given, or looks at it if that was done: read here meanwhile, it would reach the page
 * through this worker, piece by piece, and every second visit would wait for that. A damaged one is dropped, and fetched
 * anew the next time. @param {File} file
 */
async function lookLater(file) {
  if (looked.has(file.url)) return;
  looked.add(file.url);
  await new Promise((done) => setTimeout(done, LATER_MS));
  const kept = await all.matchPrecache(new URL(file.url, HOME).href);
  if (kept ? await isSound(file, kept) : await isKept(file)) return;
  looked.delete(file.url);
  await tellState();
}

/** Keeps a file that the page has fetched already, so that it need not come again. @param {File} file */
const isKept = (file) => keep([file]).then(() => true, () => false);

/** Looks whether a kept file has the content it should, and drops it if not. @param {File} file @param {Response} kept */
async function isSound(file, kept) {
  const content = await kept.arrayBuffer().catch(() => new ArrayBuffer(0));
  if ((await integrity(content)) === file.integrity) return true;
  const key = all.getCacheKeyForURL(new URL(file.url, HOME).href);
  await (await caches.open(all.strategy.cacheName)).delete(/** @type {string} */ (key));
  return false;
}

/** Gives what the server has now: the browser's own cache may hold files of the version before. @param {Request} request */
const anew = (request) => fetch(request, { cache: "no-cache" });

/** Gives a file from the network; it is kept, and mixed with what is kept, only if it is of this version. @param {FetchEvent} event @param {File} file */
async function fetched(event, file) {
  const response = await fetch(event.request);
  if (!response.ok) return response;
  // Its address tells its content, so it need not be checked before it may run, only before it is kept.
  if (!file.revision) return event.waitUntil(lookLater(file)), response;
  const ours = await put(file, response.clone()).catch(() => false);
  return ours === false ? fromNewer(event, response) : response;
}

/** @param {FetchEvent} event @param {Response} response */
function fromNewer(event, response) {
  worker.registration.update().catch(() => {});
  if (event.request.mode !== "navigate") return Response.error();
  event.waitUntil(note(event.resultingClientId));
  return response;
}

/** @param {string} client */
async function note(client) {
  (await newer).add(client);
  const cache = await caches.open(NEWER);
  await cache.put(NEWER + client, new Response("")).catch(() => {});
}

/** @returns {Promise<Set<string>>} */
async function noted() {
  const requests = (await caches.has(NEWER)) ? await (await caches.open(NEWER)).keys() : [];
  return new Set(requests.map(({ url }) => url.slice(NEWER.length)));
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

/** Keeps a page, or Python, that came before this worker did; what a page took by itself is looked at. @param {string} address */
async function visited(address) {
  const file = listed.get(page(new Request(address)));
  if (!file) return;
  if (!(await all.matchPrecache(address))) await keep([file]).catch(() => {});
  else if (file.size > AT_ONCE) await lookLater(file);
}

async function keepEverything() {
  if (isKeeping) return tellState();
  isKeeping = true;
  try {
    await (await caches.open(WISH)).put(WISH, new Response(""));
    await keep(files.filter(({ part }) => part !== "spare"), tellState);
  } catch (error) {
    // Else every page would say from now on that something is missing.
    if (isFull(error)) await caches.delete(WISH);
    await tell({ kind: nameOf(error) });
  } finally {
    isKeeping = false;
  }
  await tellState();
}

/** Tells pages that nothing will be kept; a lost network needs no words, the next page tries again. @param {unknown} error */
async function tellFailure(error) {
  if (!worker.registration.active && error instanceof DOMException) await tell({ kind: nameOf(error) });
  throw error;
}

/** Tells every page how much of the whole is here, in bytes. */
async function tellState() {
  const held = new Set(await heldAddresses());
  const wanted = files.filter(({ part }) => part !== "spare");
  const kept = wanted.filter(({ url }) => held.has(new URL(url, HOME).href));
  await tell({ kind: "state", kept: sum(kept), total: sum(wanted), wished: await wished(), isKeeping });
}

/** Tells every page of this site. @param {object} message */
async function tell(message) {
  const clients = await worker.clients.matchAll({ includeUncontrolled: true });
  for (const client of clients.filter(({ url }) => url.startsWith(HOME))) client.postMessage(message);
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
const nameOf = (error) => (isFull(error) ? "full" : error instanceof DOMException ? "refused" : "lost");

/** @param {unknown} error */
const isFull = (error) => error instanceof DOMException && error.name === "QuotaExceededError";

/** @param {ArrayBuffer} content */
async function integrity(content) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}

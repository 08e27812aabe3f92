/**
 * Keeps the site for offline use: what the reader is told of it, and what the reader decides.
 * @module
 */
import { image, now, start, states } from "./python/runtime.js";

/**
 * What is known of the kept site: how it stands, bytes here and in all, and a newer version that waits.
 * @typedef {"unknown" | "offer" | "keeping" | "kept" | "refused" | "full" | "lost"} State
 * @typedef {{ state: State, kept: number, total: number, update: ServiceWorker | null }} Known
 */

const SCRIPT = new URL("../../service-worker.js", import.meta.url).href;
const MEGABYTE = 1_000_000;
const GO_ON_MS = 10_000;
const news = new EventTarget();
/** @type {Known} */
let known = { state: "unknown", kept: 0, total: 0, update: null };
/** @type {Promise<void> | undefined} */
let begun;
let isGoingOn = false;

/**
 * `<followup-offline>`: offers to keep the site, shows how far that is, and tells of a new version. Its children named
 * by `data-offline` are the messages.
 */
export class FollowupOffline extends HTMLElement {
  #listening = new AbortController();

  connectedCallback() {
    const { signal } = (this.#listening = new AbortController());
    news.addEventListener("news", () => this.#show(), { signal });
    this.addEventListener("click", (event) => this.#clicked(/** @type {HTMLElement} */ (event.target)), { signal });
    this.#show();
    begun ??= begin();
  }

  disconnectedCallback() { this.#listening.abort(); }

  #show() {
    for (const message of this.querySelectorAll(/** @type {"p"} */ ("[data-offline]"))) {
      const hidden = !this.#shown(message.dataset.offline);
      // Touched only when it changes, so that nobody hears it again with every file.
      if (message.hidden !== hidden) message.hidden = hidden;
    }
    for (const size of this.querySelectorAll("[data-total]")) size.textContent = megabytes(known.total);
    for (const size of this.querySelectorAll("[data-kept]")) size.textContent = megabytes(known.kept);
    for (const bar of this.querySelectorAll("progress")) [bar.max, bar.value] = [known.total || 1, known.kept];
  }

  /** @param {string} [name] */
  #shown(name) {
    if (name === "update") return Boolean(known.update);
    if (name === "not-kept") return location.hash === "#not-kept";
    return name === known.state;
  }

  /** @param {HTMLElement} target */
  #clicked(target) {
    if (target.closest("[data-keep]")) keepEverything();
    if (target.closest("[data-replace]")) known.update?.postMessage({ kind: "replace" });
    if (target.closest("[data-later]")) tell({ update: null });
  }
}

/** Starts the keeping, once the page is whole and nobody waits for Python. */
async function begin() {
  if (!navigator.serviceWorker) return tell({ state: "refused" });
  await settled();
  try {
    await watch(await navigator.serviceWorker.register(SCRIPT));
  } catch (error) {
    console.info("Nothing is kept for offline use:", error);
    tell({ state: "refused" });
  }
}

/** @param {ServiceWorkerRegistration} registration */
async function watch(registration) {
  const { serviceWorker } = navigator;
  const replacing = Boolean(serviceWorker.controller);
  // Every tab changes at once, so that no page meets files of another version. What was typed is in its session storage.
  serviceWorker.addEventListener("controllerchange", () => replacing && location.reload());
  serviceWorker.addEventListener("message", ({ data }) => heard(data));
  registration.addEventListener("updatefound", () => follow(registration));
  follow(registration);
  await send({ kind: "visited", address: location.href });
  await send({ kind: "state" });
  await keepImage();
}

/**
 * Keeps what Python was started from, once it has: it is in the browser's own cache already, packed, and a visit that
 * finds it here unpacked waits a fifth less.
 */
async function keepImage() {
  await pythonSettled();
  if (image()) await send({ kind: "visited", address: image() });
}

/** @param {ServiceWorkerRegistration} registration */
function follow(registration) {
  const look = () => tell({ update: navigator.serviceWorker.controller && registration.waiting });
  registration.installing?.addEventListener("statechange", look);
  look();
}

async function keepEverything() {
  // Some browsers put this question to the reader, so only a reader who asked meets it.
  navigator.storage?.persist?.().catch(() => {});
  tell({ state: "keeping" });
  await goOn();
}

/** Asks again and again: a browser may end a worker in the midst of long work, which then goes on where it was. */
async function goOn() {
  if (isGoingOn) return;
  isGoingOn = true;
  // Which of Python's files this browser needs shows when it starts; what it fetches then is kept as well. The worker
  // is asked meanwhile, so that the wish outlives a page that is turned.
  const started = start().catch(() => {});
  while (known.state === "keeping") {
    await send({ kind: "keep" });
    await pause(GO_ON_MS);
  }
  await started;
  isGoingOn = false;
}

/** @typedef {{ kept: number, total: number, wished: boolean, isKeeping: boolean }} Kept */

/** @param {{ kind: "state" } & Kept | { kind: "full" | "lost" | "refused" }} message */
function heard(message) {
  if (message.kind !== "state") return tell({ state: message.kind });
  tell({ kept: message.kept, total: message.total, state: stateOf(message) });
  if (message.isKeeping) goOn();
}

/** @param {Kept} message @returns {State} */
function stateOf({ kept, total, wished, isKeeping }) {
  if (kept === total) return "kept";
  if (isKeeping) return "keeping";
  if (known.state === "unknown" || known.state === "offer") return wished ? "lost" : "offer";
  return known.state;
}

/** @param {object} message */
async function send(message) {
  (await navigator.serviceWorker.ready).active?.postMessage(message);
}

/** @param {Partial<Known>} change */
function tell(change) {
  known = { ...known, ...change };
  news.dispatchEvent(new CustomEvent("news"));
}

async function settled() {
  if (document.readyState !== "complete") await new Promise((done) => window.addEventListener("load", done, { once: true }));
  // Long enough for a tool that answers unasked to have begun, and then for its answer.
  await pause(500);
  if (now().phase === "loading") await pythonSettled();
  await pause(1500);
}

/** @param {number} milliseconds */
const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Waits until Python has started, or has failed to. @returns {Promise<void>} */
function pythonSettled() {
  return new Promise((done) => {
    const look = () => { if (["ready", "failed"].includes(now().phase)) done(); };
    states.addEventListener("state", look);
    look();
  });
}

/** @param {number} bytes */
const megabytes = (bytes) => (bytes / MEGABYTE).toFixed(1);

/**
 * Starts from the invitation: a file, a drop or a paste goes to Python in this page, and what it read opens the planner.
 * @module
 */
import { nameFile } from "../form/chosen.js";
import { moment, zone } from "../form/datetime.js";
import { read } from "../form/form.js";
import { at } from "../form/paths.js";
import { ask } from "../python/runtime.js";
import * as cases from "../store/cases.js";
import { startLink } from "../store/address.js";
import { receivedAt } from "../store/received.js";
import { part } from "./progress.js";

/** @typedef {import("../form/paths.js").Fields} Fields */

const RECEIVED = receivedAt(new URL("../../", import.meta.url).href);
/** A saved email with its attachments; the words in it are far less. */
const LARGEST = 20_000_000;
class TooLarge extends Error {}
/** Lines of an attachment, as a mail program packs it: no invitation is so long, and Python need not carry it. */
const PACKED = /(?:^[A-Za-z0-9+/=]{60,}\r?\n){400,}/gm;

/** `<followup-invitation>`: hidden until this script lives, for it does nothing without. */
export class FollowupInvitation extends HTMLElement {
  #listening = new AbortController();
  #turn = 0;

  connectedCallback() {
    const { signal } = (this.#listening = new AbortController());
    this.hidden = false;
    this.#file.addEventListener("change", () => this.#choose(this.#file.files?.[0]), { signal });
    part(this, "take").addEventListener("click", () => this.#said(/** @type {HTMLTextAreaElement} */ (part(this, "text")).value), { signal });
    const drop = part(this, "drop");
    for (const news of ["dragover", "drop"]) drop.addEventListener(news, (event) => event.preventDefault(), { signal });
    for (const news of ["dragenter", "dragover", "dragleave", "drop"]) drop.addEventListener(news, () => drop.classList.toggle("invite__drop--over", news.startsWith("drago") || news === "dragenter"), { signal });
    drop.addEventListener("drop", (event) => this.#dropped(/** @type {DragEvent} */ (event)), { signal });
    this.addEventListener("submit", (event) => { event.preventDefault(); this.#plan(); }, { signal });
    this.addEventListener("click", (event) => this.#clicked(event), { signal });
    this.#receive();
  }

  /** Takes what another program of the device shared or opened with this site. */
  #receive() {
    if (location.hash === "#received") {
      history.replaceState(null, "", location.pathname);
      this.#read(() => shared().then(contentOf));
    }
    const { launchQueue } = /** @type {{ launchQueue?: { setConsumer(take: (launched: { files: FileSystemFileHandle[] }) => void): void } }} */ (/** @type {unknown} */ (window));
    launchQueue?.setConsumer(({ files }) => { if (files[0]) this.#read(() => files[0].getFile().then(contentOf)); });
  }

  disconnectedCallback() { this.#listening.abort(); }

  get #file() { return /** @type {HTMLInputElement} */ (part(this, "file")); }

  /** @param {DragEvent} event */
  #dropped({ dataTransfer }) {
    const file = dataTransfer?.files[0];
    if (file) this.#choose(file);
    else this.#said(dataTransfer?.getData("text/plain") ?? "");
  }

  /** @param {string} text */
  #said(text) { this.#read(async () => text); }

  /** @param {File | undefined} file */
  #choose(file) {
    nameFile(this.#file, file);
    if (file) this.#read(() => contentOf(file));
    // The same file can be chosen again.
    this.#file.value = "";
  }

  /** Reads a text, once it is there; what was chosen last is answered. @param {() => Promise<string>} found */
  async #read(found) {
    const turn = (this.#turn += 1);
    this.#show("busy");
    const end = await found().then((text) => answered({ text: text.replace(PACKED, ""), my_zone: zone() })).catch(failed);
    if (turn !== this.#turn) return;
    if (typeof end === "string") this.#show(end);
    else this.#tell(end);
  }

  /** @param {{ fragment: string, problems: { message: string }[] }} answer */
  #tell({ fragment, problems }) {
    this.#show(problems.length ? "wrong" : "");
    part(this, "wrong").textContent = problems[0] ? `${problems[0].message}.` : "";
    // Python wrote it, with everything escaped that stood in the file.
    part(this, "read").innerHTML = problems.length ? "" : fragment;
    if (!problems.length) part(this, "read").focus();
  }

  /** @param {string} name */
  #show(name) {
    for (const one of ["busy", "wrong", "large", "unreadable"]) part(this, one).hidden = one !== name;
  }

  /** Opens the planner with what stands there now, without who was not there. */
  #plan() {
    const fields = read(part(this, "read"));
    for (const box of this.querySelectorAll(/** @type {"input"} */ ("[data-leave-out]:checked"))) Object.assign(at(fields, box.dataset.leaveOut ?? "") ?? {}, { name: "", email: "" });
    for (const round of fields.rounds ?? []) round.interviewers = (round.interviewers ?? []).filter((/** @type {Fields | null} */ one) => one && (one.name || one.email));
    // The country is that of the zone that was read; another zone may lie elsewhere.
    if (at(fields, "rounds[0].zone") !== this.#told("zone")) fields.country = "";
    this.#go({ ...fields, my_zone: zone() });
  }

  /** @param {Fields} fields */
  #go(fields) {
    const way = /** @type {HTMLAnchorElement} */ (part(this, "planner"));
    way.href = startLink(way.href, fields);
    this.querySelector("details")?.removeAttribute("open");
    way.click();
  }

  /** @param {string} name */
  #told(name) { return /** @type {HTMLElement | null} */ (this.querySelector("form.read"))?.dataset[name] ?? ""; }

  /** An invitation for another day, or none any more, becomes an event of the interview. @param {Event} event */
  #clicked(event) {
    const button = /** @type {HTMLElement} */ (event.target).closest("[data-note-invitation]");
    const fields = cases.fields();
    if (!(button instanceof HTMLElement) || !fields) return;
    cases.keep({ ...fields, events: [...(fields.events ?? []), JSON.parse(button.dataset.noteInvitation ?? "{}")] });
    const way = /** @type {HTMLAnchorElement} */ (part(this, "planner"));
    if (way.pathname === location.pathname) location.reload();
    else way.click();
  }
}

/** Gives the part of the page that says why there is no answer. @param {unknown} error */
function failed(error) {
  console.info("No answer:", error);
  return error instanceof TooLarge ? "large" : "unreadable";
}

/** Takes what was shared with this site; it is here once. */
async function shared() {
  const found = await caches.open(RECEIVED).then((cache) => cache.match(RECEIVED));
  if (!found) throw new Error("nothing was shared");
  const content = await found.blob();
  await caches.delete(RECEIVED);
  return content;
}

/** @param {Blob} file */
async function contentOf(file) {
  if (file.size > LARGEST) throw new TooLarge();
  return textOf(await file.arrayBuffer());
}

/** Asks Python; a case that is not whole yet is left out. @param {Fields} fields */
async function answered(fields) {
  const told = cases.fields();
  const request = (/** @type {Fields} */ more) => ask(JSON.stringify({ tool: "invitation", now: moment(new Date()), fields: { ...fields, ...more } })).then(JSON.parse);
  const answer = await request(told ? { case: told } : {});
  return answer.problems.some((/** @type {{ field: string }} */ { field }) => field.startsWith("case")) ? request({}) : answer;
}

/** The text of a file in the encoding that it has. @param {ArrayBuffer} data */
function textOf(data) {
  const [first, second] = new Uint8Array(data.slice(0, 2));
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(data);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(data);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(wholeLetters(new Uint8Array(data)));
  } catch {
    return new TextDecoder("windows-1252").decode(data);
  }
}

/** Without the folds within a letter: calendars fold their lines by bytes. @param {Uint8Array} bytes */
function wholeLetters(bytes) {
  const folds = new Set();
  for (let at = bytes.indexOf(10); at > 0; at = bytes.indexOf(10, at + 1)) {
    const begin = bytes[at - 1] === 13 ? at - 1 : at;
    const isFold = bytes[at + 1] === 32 || bytes[at + 1] === 9;
    if (isFold && bytes[begin - 1] >= 128 && (bytes[at + 2] & 192) === 128) for (let each = begin; each < at + 2; each++) folds.add(each);
  }
  return folds.size ? bytes.filter((_, at) => !folds.has(at)) : bytes;
}

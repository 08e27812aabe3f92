/**
 * Holds the case for all tools: in this tab, in the browser only if the reader wants it, and as text to save.
 * @module
 */
import { localStore, tabStore } from "./storage.js";

/** @typedef {import("../form/paths.js").Fields} Fields */
/** `named` where the reader chose the name; else it follows the company. @typedef {{ name: string, named?: boolean, fields: Fields }} Case */
/** @typedef {{ version: 1, current: string, cases: Record<string, Case> }} Store */
/** @typedef {"damaged" | "newer" | ""} Refusal */

const VERSION = 1;
const KEY = "followup:cases";
const FIRST = "1";

/** Fires `conflict` when another tab has kept something since this one last did. */
export const changes = new EventTarget();

/** The text that this tab last saw in the browser's own storage. */
let seen = stored(localStore());
// What an older or newer page cannot read is kept aside before anything is written over it.
if (seen !== null && understood(seen).refusal) save(localStore(), seen, `${KEY}:unread`);

/** Gives the case the reader works on, or null. @returns {Fields | null} */
export function fields() {
  const { cases, current } = all();
  return cases[current]?.fields ?? null;
}

/** Gives what a case carries along that no form asks for. @returns {Fields} */
export function carried() {
  const { twin } = fields() ?? {};
  return twin ? { twin } : {};
}

/** Keeps the case in this tab, and in the browser if that was chosen. @param {Fields} fields */
export function keep(fields) {
  const store = all();
  const before = store.cases[store.current];
  const told = withTwin(store, store.current, { ...fields, ...carried() });
  const now = before?.named ? { ...before, fields: told } : { name: String(told.company ?? ""), fields: told };
  write({ ...store, cases: { ...store.cases, [store.current]: now } });
}

/** Opens another case beside those there are, so that a link or a file covers up nothing. @param {Fields} fields */
export function open(fields) {
  const store = all();
  const free = freeId(store);
  const told = withTwin(store, free, fields);
  write({ ...store, current: free, cases: { ...store.cases, [free]: { name: String(told.company ?? ""), fields: told } } });
}

/** Gives the case with a number if another one has its company and role: in a calendar they would be one. @param {Store} store @param {string} id @param {Fields} fields @returns {Fields} */
function withTwin(store, id, fields) {
  const name = ({ company = "", role = "" }) => JSON.stringify([company, role]);
  const alike = Object.entries(store.cases).filter(([other, one]) => other !== id && name(one.fields) === name(fields));
  const taken = alike.map(([, one]) => one.fields.twin ?? "");
  if (!(fields.company || fields.role) || !taken.includes(fields.twin ?? "")) return fields;
  let number = 2;
  while (taken.includes(String(number))) number += 1;
  return { ...fields, twin: String(number) };
}

/** Gives all cases, each with its id and its name. */
export const list = () => Object.entries(all().cases).map(([id, { name, fields }]) => ({ id, name, case: fields }));

/** Makes another case the one that the reader works on. @param {string} id */
export const choose = (id) => write({ ...all(), current: id });

/** Makes room for a new case; it is there once something is typed. */
export const begin = () => choose(freeId(all()));

/** Calls a case by a name of the reader's own. @param {string} id @param {string} name */
export function call(id, name) {
  const store = all();
  write({ ...store, cases: { ...store.cases, [id]: { ...store.cases[id], name, named: true } } });
}

/** Removes one case and gives what puts everything back. @param {string} id @returns {() => void} */
export function drop(id) {
  const before = all();
  const { [id]: _gone, ...cases } = before.cases;
  const current = before.current === id ? Object.keys(cases)[0] ?? FIRST : before.current;
  write({ ...before, current, cases });
  return () => write(before);
}

/** @param {Store} store */
const freeId = ({ cases }) => String(1 + Math.max(0, ...Object.keys(cases).map(Number).filter(Number.isFinite)));

/** Gives everything this tab holds. @returns {Store} */
export function all() {
  const text = stored(tabStore()) ?? stored(localStore());
  const { store } = understood(text ?? "");
  return store ?? { version: VERSION, current: FIRST, cases: {} };
}

/** Tells whether the reader chose to keep the case in this browser. */
export const isKept = () => stored(localStore()) !== null;

/** Keeps from now on what this tab holds in the browser's own storage. */
export function keepHere() {
  save(localStore(), (seen = JSON.stringify(all())));
}

/** Lets the browser's own storage go; the tab still holds the case. */
export function dropHere() {
  localStore()?.removeItem(KEY);
  seen = null;
}

/** Takes what another tab has kept in place of what this one holds. */
export function takeOther() {
  const text = stored(localStore());
  if (text !== null) save(tabStore(), (seen = text));
}

/** Gives what a tool remembers of its own in this tab. @param {string} tool @returns {Fields | null} */
export function recall(tool) {
  try { return JSON.parse(stored(tabStore(), `followup:tool:${tool}`) ?? "null"); } catch { return null; }
}

/** Remembers something for one tool in this tab. @param {string} tool @param {Fields} told */
export function remember(tool, told) {
  save(tabStore(), JSON.stringify(told), `followup:tool:${tool}`);
}

/** Removes everything that any tool has stored. */
export function forget() {
  for (const storage of [tabStore(), localStore()]) {
    for (const key of Object.keys(storage ?? {})) if (key.startsWith("followup:")) storage?.removeItem(key);
  }
  seen = null;
}

/** Gives the text of a file that `load` reads. */
export const asText = () => `${JSON.stringify(all(), null, 2)}\n`;

/** Takes a saved file; what was there before stays when it is refused. @param {string} text @returns {Refusal} */
export function load(text) {
  const { store, refusal } = understood(text);
  if (store) write(store);
  return refusal;
}

/** @param {string} text @returns {{ store?: Store, refusal: Refusal }} */
function understood(text) {
  try {
    const told = JSON.parse(text);
    if (Number(told.version) > VERSION) return { refusal: "newer" };
    if (told.version === VERSION && typeof told.current === "string" && areCases(told.cases)) return { store: told, refusal: "" };
    // The command line's own file is one case without a frame.
    if (Array.isArray(told.rounds)) return { store: framed(told), refusal: "" };
  } catch { /* told below */ }
  return { refusal: "damaged" };
}

/** @param {unknown} told */
const isObject = (told) => typeof told === "object" && told !== null && !Array.isArray(told);

/** @param {unknown} told */
const areCases = (told) => isObject(told) && Object.values(/** @type {object} */ (told)).every((one) => isObject(one) && isObject(one.fields));

/** @param {Fields} fields @returns {Store} */
const framed = (fields) => ({ version: VERSION, current: FIRST, cases: { [FIRST]: { name: String(fields.company ?? ""), fields } } });

/** @param {Store} store */
function write(store) {
  const text = JSON.stringify(store);
  save(tabStore(), text);
  if (!isKept()) return;
  // Another tab wrote since: nothing is overwritten before the reader says so.
  if (stored(localStore()) !== seen) changes.dispatchEvent(new Event("conflict"));
  else save(localStore(), (seen = text));
}

/** @param {Storage | null} storage @param {string} [key] */
function stored(storage, key = KEY) {
  return storage?.getItem(key) ?? null;
}

/** @param {Storage | null} storage @param {string} text @param {string} [key] */
function save(storage, text, key = KEY) {
  try { storage?.setItem(key, text); } catch { /* Full or forbidden: the tab still holds what is typed. */ }
}

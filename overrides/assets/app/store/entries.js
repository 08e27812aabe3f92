/**
 * All kept interviews, each under a key of its own: in this tab, or in the browser where the reader chose that.
 * A save says what it was based on; one that another tab has overtaken stays in this tab until the reader decides.
 * @module
 */
import { fresh, isSame, twin, understood } from "./entry.js";
import { CASE, KEEP, PREFIX, ROOT, isKept, keys } from "./keys.js";
import { browser, tab } from "./storage.js";

export { isKept, keys };

/** @typedef {import("./entry.js").Entry} Entry */
/** @typedef {import("./storage.js").Failure} Failure */

/** Fires `conflict`, `kept` and `unkept` after a save, and `elsewhere` when another tab changed something. */
export const changes = new EventTarget();

/** Which revision of an entry this page works on. @type {Map<string, string>} */
const basis = new Map();
/** What this page saved last. @type {Map<string, Entry>} */
const written = new Map();
/** What this page saw last of each entry, by its key. @type {Map<string, Entry>} */
const seen = new Map();
/** How the last saves ended that failed, by their keys. @type {Map<string, Failure>} */
const failures = new Map();

/** @param {string} name */
const tell = (name) => changes.dispatchEvent(new Event(name));

/** Gives the text under a key as this tab sees it: what found no room in the browser, or was overtaken there, is here. @param {string} key */
export const text = (key) => tab.read(CASE + key) ?? (isKept() ? browser.read(CASE + key) : null);

/** Gives an entry, or null if there is none or it cannot be read. @param {string} key */
export function get(key) {
  const found = understood(text(key) ?? "");
  if (!found) return null;
  if (!basis.has(key)) basis.set(key, tab.read(CASE + key) !== null && isKept() ? found.based : found.revision);
  seen.set(key, found);
  return found;
}

/** Gives an entry as this page saw it last, though another tab deleted it since. @param {string} key */
export const lastSeen = (key) => seen.get(key) ?? null;

/** Saves an entry; where the browser holds it already, only on top of what this page worked on. @param {string} key @param {Entry} entry */
export function put(key, entry) {
  seen.set(key, entry);
  if (!isKept()) return ended(key, tab.hold(CASE + key, JSON.stringify(entry)));
  const there = theirs(key);
  // A later version of this page may have written what nobody can read here.
  if (!there && browser.read(CASE + key) !== null) return ended(key, tab.hold(CASE + key, JSON.stringify(entry)) || "refused");
  const known = basis.get(key) ?? "";
  const mine = { ...entry, based: known };
  if (there && known !== there.revision) return void (tab.hold(CASE + key, JSON.stringify(mine)), tell("conflict"));
  const failure = browser.write(CASE + key, JSON.stringify(mine));
  if (failure) tab.hold(CASE + key, JSON.stringify(mine));
  else settle(key, mine.revision);
  if (!failure) written.set(CASE + key, mine);
  ended(key, failure);
}

/** @param {string} key @param {string} revision */
function settle(key, revision) {
  basis.set(key, revision);
  tab.remove(CASE + key);
}

/** @param {string} key @param {Failure} failure */
function ended(key, failure) {
  if (failure) failures.set(key, failure);
  else failures.delete(key);
  tell(failures.size ? "unkept" : "kept");
}

/** Gives how the last save failed, if one did. @returns {Failure} */
export const failure = () => [...failures.values()][0] ?? "";

/** Tells whether something would be lost by a reload: neither the browser nor the tab had room. */
export const isLeaking = () => tab.isLeaking;

/** Gives what the browser holds under a key. @param {string} key */
const theirs = (key) => (isKept() ? understood(browser.read(CASE + key) ?? "") : null);

/** Tells whether the browser holds another version of an entry than the one that this tab worked on. @param {string} key */
export function isOvertaken(key) {
  const [mine, there] = [understood(tab.read(CASE + key) ?? ""), theirs(key)];
  return Boolean(mine && there && there.revision !== mine.based && there.revision !== mine.revision);
}

/** Gives the other version, where the browser holds one than the one that this tab worked on. @param {string} key */
export const otherVersion = (key) => (isOvertaken(key) ? theirs(key) : null);

/** Takes what the browser holds, and gives what takes that back. @param {string} key @returns {() => void} */
export function takeTheirs(key) {
  const mine = understood(tab.read(CASE + key) ?? "");
  tab.remove(CASE + key);
  basis.set(key, theirs(key)?.revision ?? "");
  return () => { if (mine) bringBack(key, mine); };
}

/**
 * Brings a version back to its place. Where another stands there by now it comes beside it: to be decided on, or as an
 * entry of its own where this tab holds something already. @param {string} key @param {Entry} entry
 */
function bringBack(key, entry) {
  const there = get(key);
  const again = JSON.stringify({ ...entry, based: "", revision: fresh() });
  if (text(key) === null) restore(key, again);
  else if (there && isSame(there.fields, entry.fields)) return;
  else if (theirs(key) && tab.read(CASE + key) === null) hold(key, again);
  else put(fresh(), twin(entry));
}

/** Puts a version of this tab's beside what the browser holds, to be decided on again. @param {string} key @param {string} mine */
function hold(key, mine) {
  tab.hold(CASE + key, mine);
  basis.set(key, understood(mine)?.based ?? "");
  tell("conflict");
}

/** Puts what this tab holds in the place of what the browser holds, and gives what takes that back. @param {string} key @returns {() => void} */
export function putMine(key) {
  const [mine, there] = [understood(tab.read(CASE + key) ?? ""), theirs(key)];
  if (!mine || !there) return () => {};
  basis.set(key, there.revision);
  put(key, mine);
  return () => changePlaces(key, there);
}

/** Puts another version in the place of what the browser holds now, which comes to this tab to be decided on. @param {string} key @param {Entry} there */
function changePlaces(key, there) {
  const now = tab.read(CASE + key) === null ? theirs(key) : null;
  const again = JSON.stringify({ ...there, based: now?.revision ?? "", revision: fresh() });
  if (!now || isSame(now.fields, there.fields) || browser.write(CASE + key, again)) bringBack(key, there);
  else hold(key, JSON.stringify(now));
}

/** Gives this tab's version a key of its own, so that both are kept. @param {string} key @param {string} other */
export function putBeside(key, other) {
  const mine = understood(tab.read(CASE + key) ?? "");
  takeTheirs(key);
  if (mine) put(other, twin(mine));
}

/** Removes an entry everywhere, and gives what puts it back, in both versions where there were two. @param {string} key @returns {() => void} */
export function remove(key) {
  const was = isOvertaken(key) ? [browser.read(CASE + key), tab.read(CASE + key)] : [text(key)];
  for (const place of [tab, browser]) place.remove(CASE + key);
  basis.delete(key);
  seen.delete(key);
  ended(key, "");
  return () => { for (const one of was) if (one !== null) bringBackText(key, one); };
}

/** @param {string} key @param {string} was an entry, or what nobody can read */
function bringBackText(key, was) {
  const entry = understood(was);
  if (entry) bringBack(key, entry);
  else if (text(key) !== was) restore(text(key) === null ? key : fresh(), was);
}

/** Puts a text where nothing is, whatever it is. @param {string} key @param {string} text */
function restore(key, text) {
  const failure = isKept() ? browser.write(CASE + key, text) : "";
  const unheld = failure || !isKept() ? tab.hold(CASE + key, text) : "";
  basis.delete(key);
  ended(key, failure || unheld);
}

/** Takes in a text of the first version where it was kept, unless it is there. @param {typeof tab} place @param {string} key @param {string} text @returns {Failure} */
export function takeIn(place, key, text) {
  if (place === browser) {
    const failure = browser.write(KEEP, "yes") || (browser.read(CASE + key) === null ? browser.write(CASE + key, text) : "");
    if (failure) tab.hold(CASE + key, text);
    return failure;
  }
  return keys().includes(key) ? "" : tab.hold(CASE + key, text);
}

/** Gives the ids of all cases. */
export const ids = () => keys().map((key) => String(get(key)?.fields.id ?? ""));

/** Keeps from now on everything that this tab holds in the browser. @returns {Failure} */
export function keep() {
  const failure = browser.write(KEEP, "yes");
  if (failure) return failure;
  for (const key of tab.keys(CASE)) move(key.slice(CASE.length));
  const unkept = [...failures.values()][0] ?? "";
  if (unkept) letGo();
  return unkept;
}

/** Brings what only this tab holds to the browser, unless that holds a version that this tab has not seen. */
export function adopt() {
  if (isKept()) for (const key of tab.keys(CASE)) move(key.slice(CASE.length));
}

/** @param {string} key */
function move(key) {
  const mine = tab.read(CASE + key) ?? "";
  const entry = understood(mine);
  if (!entry) return void (browser.read(CASE + key) === null && !browser.write(CASE + key, mine) && tab.remove(CASE + key));
  if (theirs(key)?.revision === entry.revision) return settle(key, entry.revision);
  basis.set(key, entry.based);
  put(key, entry);
}

/** Lets the browser go; this tab then holds all of it. @returns {Failure} what kept this tab from taking it */
export function letGo() {
  const all = [...unheld()];
  for (const [name, text] of all) {
    const failure = tab.write(name, text);
    if (!failure) continue;
    // Half of it here would soon be older than what the browser holds.
    for (const [taken] of all) tab.remove(taken);
    return failure;
  }
  forget(browser);
  return "";
}

/** Gives what the browser holds and this tab does not, under the name that it gets here: another version of an entry gets its own. */
function* unheld() {
  for (const name of browser.keys(ROOT).filter((name) => name !== KEEP)) {
    const told = browser.read(name) ?? "";
    const there = understood(told);
    if (tab.read(name) === null) yield [name, told];
    else if (name.startsWith(CASE) && !there) yield [CASE + fresh(), told];
    else if (there && isOvertaken(name.slice(CASE.length))) yield [CASE + fresh(), JSON.stringify(twin(there))];
  }
}

/** Removes everything of ours from a place. @param {typeof tab} place */
export function forget(place) {
  for (const key of place.keys(ROOT)) place.remove(key);
  for (const known of [basis, failures, seen, written]) known.clear();
}

/** Reads everything anew: what another tab saved since is what this page works on now. */
export const reread = () => basis.clear();

window.addEventListener("storage", ({ key, newValue }) => {
  if (!(key === null || key.startsWith(PREFIX))) return;
  lostRace(key ?? "", newValue);
  tell("elsewhere");
});

/** Two tabs that save in the same moment: the one that was written over holds its version here, and asks. @param {string} key @param {string | null} text */
function lostRace(key, text) {
  if (!key.startsWith(CASE)) return;
  const there = understood(text ?? "");
  const mine = written.get(key);
  if (!there || !mine || there.based === mine.revision || there.based !== mine.based || there.revision === mine.revision) return;
  // What was typed since may be here already.
  if (tab.read(key) === null) tab.hold(key, JSON.stringify(mine));
  tell("conflict");
}

/**
 * The reader's own wordings of letters: kept where the interviews are kept, and deleted with them.
 * @module
 */
import { isObject } from "./entry.js";
import * as entries from "./entries.js";
import { PREFIX } from "./keys.js";
import { browser, tab } from "./storage.js";

/** With blanks in place of what belongs to one person, as the writer gives it. @typedef {{ subject: string, text: string }} Wording */

const WORDING = `${PREFIX}wording:`;

/** Gives the reader's own wording of a letter, or nothing. @param {string} letter @returns {Wording | null} */
export function recall(letter) {
  // What found no room in the browser is in the tab, and newer.
  const text = tab.read(WORDING + letter) ?? (entries.isKept() ? browser.read(WORDING + letter) : null);
  try {
    const told = JSON.parse(text ?? "null");
    return isObject(told) ? { subject: String(told.subject ?? ""), text: String(told.text ?? "") } : null;
  } catch {
    return null;
  }
}

/** Keeps a wording of a letter, or lets it go; gives what brings back the one before. @param {string} letter @param {Wording | null} wording */
export function keep(letter, wording) {
  const before = recall(letter);
  put(letter, wording);
  return () => put(letter, before);
}

/** @param {string} letter @param {Wording | null} wording */
function put(letter, wording) {
  for (const place of wording ? [] : [tab, browser]) place.remove(WORDING + letter);
  if (!wording) return;
  const text = JSON.stringify(wording);
  if (entries.isKept() && !browser.write(WORDING + letter, text)) tab.remove(WORDING + letter);
  else tab.hold(WORDING + letter, text);
}

/** Brings what only this tab holds to the browser, where things are kept there. */
export function adopt() {
  for (const key of entries.isKept() ? tab.keys(WORDING) : []) {
    if (!browser.write(key, tab.read(key) ?? "")) tab.remove(key);
  }
}

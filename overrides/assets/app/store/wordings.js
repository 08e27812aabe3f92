/**
 * The reader's own wordings of letters: kept where the interviews are kept, and deleted with them.
 * @module
 */
import * as entries from "./entries.js";
import { browser, tab } from "./storage.js";

const WORDING = `${entries.PREFIX}wording:`;

/** Keeps the reader's own words for a letter; empty words let it go. @param {string} letter @param {string} text @returns {import("./storage.js").Failure} */
export function keep(letter, text) {
  const place = entries.isKept() ? browser : tab;
  if (text) return place.hold(WORDING + letter, text);
  for (const one of [tab, browser]) one.remove(WORDING + letter);
  return "";
}

/** Gives the reader's own words for a letter, or nothing. @param {string} letter */
export const recall = (letter) => browser.read(WORDING + letter) ?? tab.read(WORDING + letter) ?? "";

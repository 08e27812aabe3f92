/**
 * Under which keys things are kept, and where a tab finds them.
 * @module
 */
import { browser, tab } from "./storage.js";

export const ROOT = "followup:";
export const PREFIX = `${ROOT}2:`;
export const CASE = `${PREFIX}case:`;
export const KEEP = `${PREFIX}keep`;
export const TOOL = `${ROOT}tool:`;

/** Tells whether the reader chose to keep things in this browser; in the first version the kept text itself said so. */
export const isKept = () => browser.read(KEEP) !== null || browser.read(`${ROOT}cases`) !== null;

/** Gives the keys of all entries, readable or not, in no order. */
export function keys() {
  const all = [...tab.keys(CASE), ...(isKept() ? browser.keys(CASE) : [])];
  return [...new Set(all.map((key) => key.slice(CASE.length)))];
}

/** Tells whether a tool asked something in this tab before; it will then ask again. @param {string} tool */
export const askedBefore = (tool) => tab.read(`${TOOL}${tool}:asked`) !== null;

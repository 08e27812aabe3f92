/**
 * What a tool remembers of its own in this tab, beside the interviews.
 * @module
 */
import { TOOL } from "./keys.js";
import { tab } from "./storage.js";

/** @typedef {import("../form/paths.js").Fields} Fields */

/** Gives what a tool remembers, or null. @param {string} tool @returns {Fields | null} */
export function recall(tool) {
  try { return JSON.parse(tab.read(TOOL + tool) ?? "null"); } catch { return null; }
}

/** Remembers something for one tool. @param {string} tool @param {Fields} told */
export const remember = (tool, told) => void tab.hold(TOOL + tool, JSON.stringify(told));

/**
 * Writes a case into the part of an address that never leaves the browser, and reads it there.
 * @module
 */
import { put } from "../form/paths.js";
import { isCase } from "./shape.js";

/** @typedef {import("../form/paths.js").Fields} Fields */
/**
 * `refused` where the address holds a case that is none; `begins` where the first page asked, and the rest may be filled with what the reader's side knows.
 * @typedef {{ fields: Fields | null, refused: boolean, begins: boolean, single: [string, string][] }} Told
 */

/** No tool asks more, and no browser's address holds more. */
const MOST = 100;
export const LONGEST = 200_000;

/** Gives this page's address with the case in it. @param {Fields} fields @returns {string} */
export const linkTo = (fields) => `${location.href.split("#")[0]}#case=${encoded(JSON.stringify(fields))}`;

/** Gives the address of a planner that starts with these fields. @param {string} planner @param {Fields} fields */
export const startLink = (planner, fields) => `${planner.split("#")[0]}#start=${encoded(JSON.stringify(fields))}`;

/** Gives what the address tells: a whole case, single answers, or both; null if it tells nothing. @returns {Told | null} */
export function told() {
  const hash = location.hash.slice(1);
  if (!hash.includes("=")) return null;
  const words = new URLSearchParams(hash.slice(0, LONGEST));
  const begins = words.has("start");
  const text = words.get("case") ?? words.get("start");
  for (const name of ["case", "start"]) words.delete(name);
  const fields = hash.length > LONGEST ? null : decoded(text ?? "");
  return { fields, refused: text !== null && !fields, begins, single: [...words].slice(0, MOST) };
}

/** Gives the fields that the address holds one by one, like `answers.where=waiting`. @returns {Fields} */
export const fields = () => singleFields(told()?.single ?? []);

/** Puts single answers into fields, each at its path. @param {[string, string][]} single @param {Fields} [found] @returns {Fields} */
export function singleFields(single, found = {}) {
  for (const [name, value] of single) put(found, name, value);
  return found;
}

/** Adds what a form holds to the fields in the address, as a step that Back takes back. @param {HTMLFormElement} form */
export function goOn(form) {
  const words = new URLSearchParams(told()?.single ?? []);
  for (const [name, value] of new FormData(form)) {
    // What helps to answer, as the places to choose from, is no answer; and what a place does not set is asked later.
    if (value === "" && /** @type {HTMLInputElement | null} */ (form.elements.namedItem(name))?.type === "hidden") words.delete(name);
    else if (name.includes(".")) words.set(name, String(value));
  }
  location.hash = words.toString();
}

/** Takes what was told out of the address, so that a reload keeps what was typed since. */
export const clear = () => history.replaceState(history.state, "", location.href.split("#")[0]);

/** @param {string} text */
export function encoded(text) {
  // One by one: a call takes only so many at once.
  const bytes = [...new TextEncoder().encode(text)].map((one) => String.fromCharCode(one));
  return btoa(bytes.join("")).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** @param {string} text @returns {Fields | null} */
function decoded(text) {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
    const fields = JSON.parse(new TextDecoder().decode(bytes));
    return isCase(fields) ? fields : null;
  } catch {
    return null;
  }
}

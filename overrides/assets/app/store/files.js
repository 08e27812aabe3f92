/**
 * Interviews as a file: what `save` writes, what `load` takes, and why it does not.
 * @module
 */
import * as cases from "./cases.js";
import { VERSION, entry, isObject } from "./entry.js";
import * as entries from "./entries.js";
import { isCase } from "./shape.js";

/** @typedef {import("../form/paths.js").Fields} Fields */
/** `some` where a part of the file could not be read. @typedef {"loaded" | "some" | "same" | "nothing" | "damaged" | "newer"} Outcome */

/** More is no file of ours: both storages of a browser together hold a fraction, however it is written. Each interview in it has a bound of its own. */
const LARGEST = 100_000_000;

/** Gives the text of a file that `load` reads: both versions where two wait, and what cannot be read here as it is. */
export function asText() {
  const all = cases.list().map(({ id }) => [id, entries.get(id) ?? { unread: cases.raw(id) }]);
  const others = cases.list().map(({ id }) => [`${id}-other`, entries.otherVersion(id)]).filter(([, other]) => other);
  return `${JSON.stringify({ version: VERSION, cases: Object.fromEntries([...all, ...others]) }, null, 2)}\n`;
}

/** Takes a chosen file, as far as a browser can read it. @param {File} file @returns {Promise<Outcome>} */
export const loadFile = (file) => (file.size > LARGEST ? Promise.resolve("damaged") : file.text().then(load, () => "damaged"));

/** Takes a saved file beside what is there. @param {string} text @returns {Outcome} */
function load(text) {
  const told = parsed(text);
  if (!told) return "damaged";
  if (Number(told.version) > VERSION) return "newer";
  const all = isObject(told.cases) ? Object.values(told.cases) : [{ fields: told }];
  const sound = all.filter((one) => isObject(one) && isCase(one.fields)).map(entry);
  if (!sound.length) return all.length ? "damaged" : "nothing";
  const full = sound.filter(({ fields }) => !isEmpty(fields));
  if (!full.length) return "nothing";
  const added = cases.addAll(full.map(({ fields, ...more }) => ({ fields, more: kept(more, fields) })));
  return sound.length < all.length ? "some" : added ? "loaded" : "same";
}

/** @param {Omit<import("./entry.js").Entry, "fields">} told @param {Fields} fields */
const kept = ({ name, named }, fields) => ({ name: name || String(fields.company ?? ""), named });

/** Tells whether nothing was told of a case. @param {unknown} told @returns {boolean} */
const isEmpty = (told) => (isObject(told) || Array.isArray(told) ? Object.values(told).every(isEmpty) : told === "" || told === null || told === undefined);

/** @param {string} text @returns {Fields | null} */
function parsed(text) {
  try {
    const told = JSON.parse(text);
    return isObject(told) ? told : null;
  } catch {
    return null;
  }
}

/**
 * One kept interview as text and as an object; each is judged alone, so that a damaged one hides no other.
 * @module
 */

/** @typedef {import("../form/paths.js").Fields} Fields */
/**
 * `named` where the reader chose the name, else it follows the company; `made` orders them, in milliseconds; `revision` is
 * new with every save and `based` the one that the save was made from.
 * @typedef {{ version: 2, name: string, named: boolean, made: number, revision: string, based: string, fields: Fields }} Entry
 */

export const VERSION = 2;

/** Gives a name that nothing else has. @returns {string} */
export function fresh() {
  const numbers = crypto.getRandomValues(new Uint32Array(4));
  return [...numbers].map((one) => one.toString(36).padStart(7, "0")).join("");
}

/** @param {unknown} told @returns {told is Fields} */
export const isObject = (told) => typeof told === "object" && told !== null && !Array.isArray(told);

/** Gives a new entry. @param {Fields} fields @param {Partial<Entry>} [more] @returns {Entry} */
export const made = (fields, more = {}) => ({
  version: VERSION, name: nameOf(fields), named: false, made: Date.now(), revision: fresh(), based: "", ...more, fields,
});

/** Gives a version as an entry of its own, to stand beside another version of it. @param {Entry} entry @returns {Entry} */
export const twin = ({ name, named, fields }) => made({ ...fields, id: fresh() }, { name, named });

/** Gives an entry with other fields; its save is based on the one before. @param {Entry} before @param {Partial<Entry>} change @returns {Entry} */
export function changed(before, change) {
  const next = { ...before, ...change, revision: fresh(), based: before.revision };
  return next.named ? next : { ...next, name: nameOf(next.fields) };
}

/** Gives what a text holds, or null where nobody can read it here. @param {string} text @returns {Entry | null} */
export function understood(text) {
  try {
    const told = JSON.parse(text);
    return isObject(told) && told.version === VERSION && isObject(told.fields) ? entry(told) : null;
  } catch {
    return null;
  }
}

/** Gives an entry of the right shape, whatever else was told beside its fields. @param {Fields} told @returns {Entry} */
export const entry = (told) => ({
  version: VERSION,
  name: text(told.name),
  named: told.named === true,
  made: Number.isFinite(told.made) ? told.made : 0,
  revision: text(told.revision),
  based: text(told.based),
  fields: told.fields,
});

/** @param {unknown} told */
const text = (told) => (typeof told === "string" ? told : "");

/** @param {Fields} fields */
const nameOf = ({ company }) => text(company);

/** Tells whether two say the same of an application, whatever they are called by. @param {Fields} one @param {Fields} other */
export const isSame = (one, other) => ordered({ ...one, id: "" }) === ordered({ ...other, id: "" });

/** @param {unknown} value @returns {string} */
function ordered(value) {
  if (!isObject(value)) return Array.isArray(value) ? `[${value.map(ordered)}]` : JSON.stringify(value) ?? "";
  const told = Object.keys(value).filter((key) => value[key] !== "" && value[key] !== undefined).sort();
  return `{${told.map((key) => `${JSON.stringify(key)}:${ordered(value[key])}`)}}`;
}

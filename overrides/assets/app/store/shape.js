/**
 * Checks data from outside, from a link or a file, before anything is done with it.
 * @module
 */
import { shape } from "./case_shape.js";
import { isObject } from "./entry.js";

/** @typedef {import("../form/paths.js").Fields} Fields */
/** @typedef {import("./case_shape.js").Shape} Shape */

/** Longer is no text of a case. */
const LONGEST = 20_000;
/** More is no case: the largest that the engine takes has less. */
const LARGEST = 2_000_000;

/** Tells whether this could be a case: named fields, lists that are lists, and no more of anything than the engine takes. @param {unknown} told @returns {told is Fields} */
export const isCase = (told) => isObject(told) && fits(told, shape) && JSON.stringify(told).length <= LARGEST;

/** @param {unknown} told @param {Shape} parts @returns {boolean} */
function fits(told, parts) {
  return isObject(told) && Object.keys(told).every((key) => Object.hasOwn(parts, key) && part(told[key], parts[key]));
}

/** @param {unknown} told @param {Shape[string]} wanted */
function part(told, { most, of }) {
  /** @param {unknown} one */
  const item = (one) => (of ? fits(one, of) : isPlain(one));
  if (most === undefined) return told === null || item(told);
  return told === null || told === "" || (Array.isArray(told) && told.length <= most && told.every(item));
}

/** @param {unknown} told */
const isPlain = (told) => (typeof told === "string" ? told.length <= LONGEST : told === null || typeof told === "boolean" || Number.isFinite(told));

/** Gives what a case carries along that no form asks for. @param {Fields} fields @returns {Fields} */
export const carried = (fields) =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => Object.hasOwn(shape, name) && shape[name].carried));

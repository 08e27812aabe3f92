/**
 * Puts values into nested objects and finds them there by their paths, like `rounds[0].date`.
 * @module
 */

/** @typedef {{ [key: string]: any }} Fields */

/** No list of a case is longer. */
const LONGEST = 200;

/** @param {string} path @returns {(string | number)[]} */
function keys(path) {
  return (path.match(/[^.[\]]+/g) ?? []).map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}

/** Gives what stands at a path, or undefined. @param {Fields} fields @param {string} path @returns {any} */
export function at(fields, path) {
  /** @type {any} */
  let value = fields;
  for (const key of keys(path)) value = own(value, key);
  return value;
}

/**
 * Puts a value at a path and makes what holds it; undefined only makes the holders. A path may come from an address: one
 * that leads to anything but named fields and short lists puts nothing.
 * @param {Fields} fields @param {string} path @param {unknown} value
 */
export function put(fields, path, value) {
  const steps = keys(path);
  if (!steps.length || typeof steps[0] === "number" || !steps.every(isOrdinary)) return;
  /** @type {any} */
  let place = fields;
  for (const [index, key] of steps.entries()) {
    if (typeof place !== "object" || Array.isArray(place) !== (typeof key === "number")) return;
    const last = index === steps.length - 1;
    if (!last) place = place[key] ??= typeof steps[index + 1] === "number" ? [] : {};
    // An item left empty keeps its place in a list, so that a problem is shown beside the right one.
    else if (value !== undefined || typeof key === "number") place[key] = value ?? "";
  }
}

/** @param {any} value @param {string | number} key */
const own = (value, key) => (typeof value === "object" && value !== null && Object.hasOwn(value, key) ? value[key] : undefined);

/** @param {string | number} key */
const isOrdinary = (key) => (typeof key === "number" ? key < LONGEST : !Object.hasOwn(Object.prototype, key));

/**
 * Puts values into nested objects and finds them there by their paths, like `rounds[0].date`.
 * @module
 */

/** @typedef {{ [key: string]: any }} Fields */

/** @param {string} path @returns {(string | number)[]} */
function keys(path) {
  return (path.match(/[^.[\]]+/g) ?? []).map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}

/** Gives what stands at a path, or undefined. @param {Fields} fields @param {string} path @returns {any} */
export function at(fields, path) {
  /** @type {any} */
  let value = fields;
  for (const key of keys(path)) value = value?.[key];
  return value;
}

/** Puts a value at a path and makes what holds it. Undefined only makes the holders. @param {Fields} fields @param {string} path @param {unknown} value */
export function put(fields, path, value) {
  const steps = keys(path);
  /** @type {any} */
  let place = fields;
  steps.forEach((key, index) => {
    const last = index === steps.length - 1;
    if (!last) place = place[key] ??= typeof steps[index + 1] === "number" ? [] : {};
    // An item left empty keeps its place in a list, so that a problem is shown beside the right one.
    else if (value !== undefined || typeof key === "number") place[key] = value ?? "";
  });
}

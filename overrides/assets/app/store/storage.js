/**
 * The places where a browser keeps texts, as far as it allows that.
 * @module
 */

/** Gives this tab's own place, which may be forbidden altogether. @returns {Storage | null} */
export function tabStore() {
  try { return sessionStorage; } catch { return null; }
}

/** Gives the place that lasts. @returns {Storage | null} */
export function localStore() {
  try { return localStorage; } catch { return null; }
}

/** Tells whether a tool asked something in this tab before; it will then ask again. */
export const askedBefore = () => Object.keys(tabStore() ?? {}).some((key) => key.endsWith(":asked"));

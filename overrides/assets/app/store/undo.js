/**
 * What can be taken back, each deed by itself. It lasts as long as the page and is stored nowhere: what was deleted is gone.
 * @module
 */

/** `deed` names the words that the built page has for it. @typedef {{ deed: string, name: string, back: () => void }} Done */

/** @type {Set<Done>} */
const log = new Set();

/** Fires `change` when there is more or less to take back. */
export const changes = new EventTarget();

/** Notes what was done, and how it is taken back. @param {string} deed @param {string} name @param {() => void} back */
export function note(deed, name, back) {
  log.add({ deed, name, back });
  changes.dispatchEvent(new Event("change"));
}

/** Gives all that can be taken back, the last first. */
export const list = () => [...log].reverse();

/** Takes one deed back and no other. @param {Done} done */
export function takeBack(done) {
  if (!log.delete(done)) return;
  done.back();
  changes.dispatchEvent(new Event("change"));
}

/** Forgets all of it. */
export function clear() {
  log.clear();
  changes.dispatchEvent(new Event("change"));
}

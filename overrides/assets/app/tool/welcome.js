/**
 * Greets who comes back: how many interviews this browser keeps.
 * @module
 */
import * as cases from "../store/cases.js";
import { part } from "./progress.js";

/** Shows what is kept, where something is, and folds the questions. @param {HTMLElement} home */
export function welcome(home) {
  const count = cases.list().length;
  if (!count) return;
  part(home, "kept").textContent = count === 1 ? "1 interview" : `${count} interviews`;
  part(home, "welcome").hidden = false;
  const another = /** @type {HTMLDetailsElement} */ (part(home, "another"));
  /** @type {HTMLElement} */ (another.querySelector("summary")).hidden = false;
  another.open = false;
}

/**
 * Shows how what was typed is kept, what another tab kept, and what can be taken back; the words are the page's.
 * @module
 */
import * as cases from "../store/cases.js";
import * as entries from "../store/entries.js";
import * as keeping from "../store/keeping.js";
import * as undo from "../store/undo.js";
import { part } from "./progress.js";

/** @typedef {import("./tool.js").FollowupTool} Tool */

/** What each line of the list takes back. @type {WeakMap<Element, import("../store/undo.js").Done>} */
const lines = new WeakMap();

/** Keeps a tool in step with what is kept. @param {Tool} tool @param {AbortSignal} signal */
export function follow(tool, signal) {
  entries.changes.addEventListener("conflict", () => show(tool), { signal });
  for (const news of ["kept", "unkept", "elsewhere"]) entries.changes.addEventListener(news, () => show(tool), { signal });
  undo.changes.addEventListener("change", () => showUndone(tool), { signal });
  show(tool);
  showUndone(tool);
}

/** @param {Tool} tool */
export function show(tool) {
  const isKept = keeping.isKept();
  for (const box of tool.querySelectorAll(/** @type {"input"} */ ("input[data-keep]"))) box.checked = isKept;
  for (const line of tool.querySelectorAll(/** @type {"p"} */ ("[data-kept-here]"))) line.hidden = line.dataset.keptHere !== (isKept ? "yes" : "no");
  for (const line of tool.querySelectorAll(/** @type {"p"} */ ("[data-clears-soon]"))) line.hidden = !(isKept && keeping.clearsSoon());
  part(tool, "conflict").hidden = !(tool.dataset.case && cases.isOvertaken());
  showUnkept(tool);
}

/** @param {Tool} tool */
function showUnkept(tool) {
  const where = entries.isLeaking() ? "page" : entries.failure() ? "tab" : "";
  part(tool, "unkept").hidden = !where;
  for (const line of part(tool, "unkept").querySelectorAll(/** @type {"p"} */ ("[data-unkept]"))) line.hidden = line.dataset.unkept !== where;
}

/** @param {Tool} tool */
function showUndone(tool) {
  const list = part(tool, "undone");
  const items = undo.list().map((done) => line(tool, done)).filter((item) => item !== null);
  list.replaceChildren(...items);
  list.hidden = !items.length;
}

/** @param {Tool} tool @param {import("../store/undo.js").Done} done */
function line(tool, done) {
  const pattern = /** @type {HTMLTemplateElement | null} */ (tool.querySelector(`template[data-undo-of="${done.deed}"]`));
  const item = /** @type {DocumentFragment | undefined} */ (pattern?.content.cloneNode(true))?.firstElementChild;
  if (!item) return null;
  for (const place of item.querySelectorAll("[data-undo-name]")) place.textContent = done.name;
  lines.set(item, done);
  return item;
}

/** Gives what a press on a button of the list takes back. @param {Element} button */
export const doneBy = (button) => lines.get(/** @type {Element} */ (button.closest("li")));

// A reload would lose what only the page holds.
window.addEventListener("beforeunload", (event) => { if (entries.isLeaking()) event.preventDefault(); });

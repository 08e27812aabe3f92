/**
 * Sets the approaches side by side: the same case planned by each, in the words that each answer has.
 * @module
 */
import { read } from "../form/form.js";
import { moment } from "../form/datetime.js";
import { ask } from "../python/runtime.js";
import * as cases from "../store/cases.js";
import { copyOf, part } from "./progress.js";

/** @typedef {import("./tool.js").FollowupTool} Tool */

/** Which case each table shows, or is about to show. @type {WeakMap<HTMLElement, string>} */
const shown = new WeakMap();

/** Fills the table, a row an approach, as the answers come; opened again it stays, and a comparison under way goes on. @param {Tool} tool @param {HTMLElement} table */
export async function compare(tool, table) {
  const told = { ...read(tool.form), ...cases.along() };
  const key = JSON.stringify(told);
  if (shown.get(table) === key) return;
  shown.set(table, key);
  try {
    await fillRows(tool, table, told, () => shown.get(table) === key);
  } catch (error) {
    shown.delete(table);
    throw error;
  }
}

/** @param {Tool} tool @param {HTMLElement} table @param {import("../form/paths.js").Fields} told @param {() => boolean} isWanted */
async function fillRows(tool, table, told, isWanted) {
  const choice = /** @type {HTMLSelectElement} */ (tool.form.elements.namedItem("approach"));
  const now = moment(new Date());
  const rows = part(table, "approaches");
  rows.replaceChildren();
  for (const { value, text } of choice.options) {
    const { fragment } = JSON.parse(await ask(JSON.stringify({ tool: tool.name, now, fields: { ...told, approach: value } })));
    if (!isWanted()) return;
    if (fragment) rows.append(row(table, { value, text, fragment, isTaken: value === choice.value }));
  }
}

/** @param {HTMLElement} table @param {{ value: string, text: string, fragment: string, isTaken: boolean }} one */
function row(table, { value, text, fragment, isTaken }) {
  const made = copyOf(table, "approach");
  const plan = new DOMParser().parseFromString(fragment, "text/html");
  part(made, "name").textContent = text;
  part(made, "first").textContent = words(plan.querySelector(".lead"));
  part(made, "then").replaceChildren(...[...plan.querySelectorAll(".steps > .step > summary .row__words")].map(item));
  const take = /** @type {HTMLButtonElement} */ (part(made, "take"));
  take.dataset.set = JSON.stringify({ approach: value });
  part(take, "of").textContent = text;
  part(made, isTaken ? "take" : "taken").remove();
  return made;
}

/** @param {Element} step */
function item(step) {
  const made = document.createElement("li");
  made.textContent = words(step);
  return made;
}

/** @param {Element | null} element */
const words = (element) => (element?.textContent ?? "").trim().replace(/\s+/g, " ");

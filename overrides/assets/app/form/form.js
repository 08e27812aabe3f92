/**
 * Reads a form into nested fields and fills it from them; names of controls are paths.
 * @module
 */
import { country } from "./choice.js";
import { grow, items, resize } from "./lists.js";
import { day, hour, minute, shown, told, zone } from "./datetime.js";
import { at, put } from "./paths.js";

/** @typedef {import("./paths.js").Fields} Fields */
/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */
/** @typedef {{ all?: boolean, open?: boolean }} Reading `all`: hidden and empty ones too; `open`: nothing that names anybody */

/** What no line holds: a row pasted from a table has a tab between its cells. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

/** What the reader's side knows. @type {Record<string, () => string>} */
const STARTS = { today: () => day(new Date()), now: () => minute(new Date()), hour: () => hour(new Date()), zone, country: () => country() ?? "", private: () => "private" };

/** Gives every control that has a name. @param {ParentNode} place @returns {Control[]} */
export const controls = (place) => [...place.querySelectorAll(/** @type {"input"} */ ("[name][data-kind]"))];

/** Gives the control at a path. @param {HTMLFormElement} form @param {string} path @returns {Control | undefined} */
export const control = (form, path) => controls(form).find(({ name }) => name === path);

/** Gives what the form holds, empty answers left out. @param {ParentNode} form @param {Reading} [how] @returns {Fields} */
export function read(form, how = {}) {
  /** @type {Fields} */
  const fields = {};
  for (const one of controls(form)) {
    // Which of the blanks a letter needs is known once it is written: they are sent even while they are hidden.
    const asked = how.all || !one.closest("[hidden]:not([data-asked])");
    const told = how.open && one.hasAttribute("data-private") ? "" : asked ? value(one) : "";
    put(fields, one.name, told === "" && !how.all ? undefined : told);
  }
  return fields;
}

/** Gives what the form holds that other tools ask for too, by the name they share. @param {ParentNode} form @returns {Fields} */
export const shared = (form) => Object.fromEntries(sharing(form).map((one) => [one.dataset.shared ?? "", one.value]));

/** Sets what was told to another tool. @param {ParentNode} form @param {Fields} told */
export function share(form, told) {
  for (const one of sharing(form)) setValue(one, told[one.dataset.shared ?? ""] ?? one.value);
}

/** @param {ParentNode} form */
const sharing = (form) => controls(form).filter((one) => one.dataset.shared);

/** Puts fields into the form; what they do not name becomes empty. @param {HTMLFormElement} form @param {Fields} fields */
export function fill(form, fields) {
  resizeAll(form, (path) => lengthOf(at(fields, path)));
  for (const one of controls(form)) setValue(one, at(fields, one.name));
  showConditions(form);
}

/** Gives each list room for the items that are told, and takes none away. @param {HTMLFormElement} form @param {Fields} told */
export const lengthen = (form, told) => resizeAll(form, (path, there) => Math.max(there, lengthOf(at(told, path))));

/** Sets what the reader's side knows where nothing is set yet, or only some of it. @param {ParentNode} place @param {string[]} [some] */
export function begin(place, some) {
  for (const one of controls(place)) {
    const { startsAs = "" } = one.dataset;
    const starts = STARTS[startsAs];
    if (!starts || one.value || (some && !some.includes(startsAs))) continue;
    one.dataset.begun = starts();
    if (one instanceof HTMLSelectElement) choose(one, starts());
    else setPlain(one, starts());
  }
}

/** Adds an item to a list and gives it: what the reader's side knows, and over that what is told. @param {HTMLFormElement} form @param {string} path @param {Fields} told */
export function append(form, path, told) {
  const list = /** @type {HTMLElement} */ (form.querySelector(`[data-list="${CSS.escape(path)}"]`));
  const item = grow(list);
  begin(item);
  const place = controls(item)[0]?.name.match(/^(.*\[\d+\])/)?.[1] ?? "";
  for (const [key, value] of Object.entries(told)) {
    const one = control(form, `${place}.${key}`);
    if (one) setValue(one, value);
  }
  showConditions(form);
  return item;
}

/** Removes one item of a list and gives it; those behind it move up. @param {HTMLFormElement} form @param {string} path @param {number} index @returns {unknown} */
export function remove(form, path, index) {
  const fields = read(form, { all: true });
  const [gone] = at(fields, path).splice(index, 1);
  fill(form, fields);
  return gone;
}

/** Puts an item back where it was, among those there are now. @param {HTMLFormElement} form @param {string} path @param {number} index @param {unknown} item */
export function putBack(form, path, index, item) {
  const fields = read(form, { all: true });
  put(fields, `${path}[0]`, at(fields, path)?.[0]);
  const list = at(fields, path);
  if (!form.querySelector(`[data-list="${CSS.escape(path)}"] [data-item]`)) list.length = 0;
  list.splice(index, 0, item);
  fill(form, fields);
}

/** Shows the controls that another answer asks for, and hides the rest. @param {HTMLFormElement} form */
export function showConditions(form) {
  const asked = form.dataset.asks?.split(" ");
  const all = controls(form);
  for (const field of form.querySelectorAll(/** @type {"div"} */ ("[data-when]"))) {
    const { when, is, isNot = "" } = field.dataset;
    const other = all.find(({ name }) => name === when)?.value ?? "";
    const fits = is === undefined ? !isNot.split(" ").includes(other) : is.split(" ").includes(other);
    field.hidden = !(asked && field.dataset.asked ? asked.includes(field.dataset.asked) : fits);
  }
}

/** Asks from now on what an answer asks for, and shows what it knows already. @param {HTMLFormElement} form @param {HTMLElement | null} told */
export function hear(form, told) {
  if (told) form.dataset.asks = told.dataset.asks;
  const known = JSON.parse(told?.dataset.known ?? "{}");
  for (const place of form.querySelectorAll(/** @type {"span"} */ ("[data-known-of]"))) {
    const value = known[place.dataset.knownOf ?? ""] ?? "";
    place.hidden = !value;
    /** @type {HTMLElement} */ (place.querySelector("b")).textContent = value;
  }
  for (const one of controls(form)) if (isFollowing(one)) one.checked = Boolean(known[one.name]);
  showConditions(form);
}

/** Notes what the reader just told: a box has its own say then, and another letter asks for other things. @param {HTMLFormElement} form @param {EventTarget | null} target */
export function notice(form, target) {
  const one = /** @type {Control} */ (target);
  if (isFollowing(one)) delete one.dataset.follows;
  if (form.querySelector(`[data-asked][data-when="${CSS.escape(one.name ?? "")}"]`)) delete form.dataset.asks;
}

/** Tells whether a box shows what the answer says, because the reader has not touched it. @param {Control} one @returns {one is HTMLInputElement} */
const isFollowing = (one) => one instanceof HTMLInputElement && one.dataset.follows !== undefined;

/** Lists inside lists appear while the outer ones grow. @param {HTMLFormElement} form @param {(path: string, there: number) => number} length */
function resizeAll(form, length) {
  /** @type {Set<Element>} */
  const done = new Set();
  for (let list = next(form, done); list; list = next(form, done)) {
    done.add(list);
    resize(list, length(list.dataset.list ?? "", items(list).length));
  }
}

/** Gives how long a list is; what is none has no length, whatever it says. @param {unknown} told */
const lengthOf = (told) => (Array.isArray(told) ? told.length : 0);

/** @param {HTMLFormElement} form @param {Set<Element>} done */
const next = (form, done) => [...form.querySelectorAll(/** @type {"fieldset"} */ ("[data-list]"))].find((list) => !done.has(list));

/** @param {Control} one @returns {string | number | boolean | undefined} */
function value(one) {
  if (isFollowing(one)) return undefined;
  if (one instanceof HTMLInputElement && one.type === "checkbox") return one.checked;
  if (one.dataset.kind === "number") return /^\d+$/.test(one.value) ? Number(one.value) : one.value;
  if (one.dataset.kind === "text") return one.value.replace(CONTROL, " ").toWellFormed();
  if (one.dataset.kind !== "moment" || !one.value) return one.value;
  // A moment given without an offset is left as it was given: only the reader's own typing is on the reader's clock.
  return one.value === one.dataset.shown ? one.dataset.given ?? "" : told(one.value);
}

/** Sets one control as a told value wants it. @param {Control} one @param {any} given */
export function setValue(one, given) {
  if (one instanceof HTMLInputElement && one.type === "checkbox") setBox(one, given);
  else if (one instanceof HTMLSelectElement) choose(one, String(given ?? ""));
  else if (one.dataset.kind === "moment" && given) setMoment(one, String(given));
  else setPlain(one, String(given ?? ""));
}

/** @param {Control} one @param {string} value */
function setPlain(one, value) {
  one.value = value;
  // The buttons before a date show what stands in it.
  one.dispatchEvent(new Event("followup-set", { bubbles: true }));
}

/** @param {HTMLInputElement} box @param {unknown} given */
function setBox(box, given) {
  const follows = box.dataset.canFollow !== undefined && given === undefined;
  if (follows) box.dataset.follows = "";
  else delete box.dataset.follows;
  if (!follows) box.checked = Boolean(given);
}

/** @param {HTMLInputElement | HTMLTextAreaElement} one @param {string} given */
function setMoment(one, given) {
  one.value = shown(given);
  Object.assign(one.dataset, { given, shown: one.value });
}

/** @param {HTMLSelectElement} select @param {string} value */
function choose(select, value) {
  const known = [...select.options].some((option) => option.value === value);
  // A zone's old name, or a list that has not come yet: what was told stays told.
  if (!known && value) select.add(new Option(value, value));
  if (known || value) select.value = value;
  else select.selectedIndex = Math.max(0, [...select.options].findIndex((option) => option.defaultSelected));
  // A list that is searched or that depends on this one must hear of it.
  select.dispatchEvent(new Event("followup-set", { bubbles: true }));
}

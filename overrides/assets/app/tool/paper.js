/**
 * A letter whose gaps are filled where they stand: what is typed there goes to the form, and the paper under the finger stays.
 * @module
 */
import { control, setValue } from "../form/form.js";

/** The paper that an answer would have had, had nobody been typing in the one before. @type {WeakMap<HTMLElement, Element>} */
const waiting = new WeakMap();

/** Tells the form what was typed into a gap. @param {HTMLFormElement} form @param {EventTarget | null} target */
export function fillGap(form, target) {
  const gap = /** @type {HTMLInputElement | null} */ (target instanceof HTMLInputElement && target.dataset.fill ? target : null);
  const one = gap && control(form, gap.dataset.fill ?? "");
  if (gap && one) setValue(one, gap.value);
}

/** Puts a fragment in place of the one before; what was unfolded stays so, and so does the paper that somebody types on. @param {HTMLElement} answer @param {string} fragment */
export function replaceAnswer(answer, fragment) {
  const open = [...answer.querySelectorAll("details[id][open]")].map(({ id }) => id);
  const next = document.createElement("template");
  next.innerHTML = fragment;
  const typed = paperInUse(answer);
  const focused = wayTo(answer, document.activeElement);
  const paper = next.content.querySelector("[data-stays]");
  if (typed && paper) replaceAround(answer, typed, paper);
  else answer.replaceChildren(next.content);
  for (const id of open) answer.querySelector(`#${CSS.escape(id)}`)?.setAttribute("open", "");
  if (focused && !typed) /** @type {HTMLElement | null} */ (answer.querySelector(focused))?.focus({ preventScroll: true });
}

/** The theme marks with it what a keyboard came to. */
const THEMES = "data-focus-visible-added";

/** Gives what finds an element again in the next answer: its id, or its data attributes (data-closing is there for that). @param {HTMLElement} answer @param {Element | null} element */
function wayTo(answer, element) {
  if (!element || element === answer || !answer.contains(element)) return "";
  if (element.id) return `#${CSS.escape(element.id)}`;
  const known = [...element.attributes].filter(({ name }) => name.startsWith("data-") && name !== THEMES);
  return known.map(({ name, value }) => `[${name}="${CSS.escape(value)}"]`).join("");
}

/** Once nobody types on the paper it shows what it holds. @param {HTMLElement} answer */
export function settlePaper(answer) {
  const next = waiting.get(answer);
  if (!next || paperInUse(answer)) return;
  waiting.delete(answer);
  answer.querySelector("[data-stays]")?.replaceWith(next);
}

/** @param {HTMLElement} answer */
const paperInUse = (answer) => /** @type {HTMLElement | null} */ (document.activeElement?.matches("[data-fill]") && answer.contains(document.activeElement) ? document.activeElement.closest("[data-stays]") : null);

/** @param {HTMLElement} answer @param {HTMLElement} paper @param {Element} next */
function replaceAround(answer, paper, next) {
  const [was, is] = [/** @type {HTMLElement} */ (paper.parentElement), /** @type {HTMLElement} */ (next.parentElement)];
  for (const one of [...was.childNodes]) if (one !== paper) one.remove();
  const parts = [...is.childNodes];
  const at = parts.indexOf(/** @type {ChildNode} */ (next));
  paper.before(...parts.slice(0, at));
  paper.after(...parts.slice(at + 1));
  for (const { name, value } of is.attributes) was.setAttribute(name, value);
  waiting.set(answer, next);
}

/**
 * The first page starts the answer: its questions open the planner with what was told.
 * @module
 */
import { zone } from "../form/datetime.js";
import { begin, read, showConditions } from "../form/form.js";
import { start } from "../python/runtime.js";
import { startLink } from "../store/address.js";
import { sentEvent, unanswered } from "./first.js";
import { part } from "./progress.js";
import { welcome } from "./welcome.js";

/** `<followup-start>`: Python starts to load at the first touch of its form, never before. */
export class FollowupStart extends HTMLElement {
  #listening = new AbortController();

  connectedCallback() {
    // In a page that changed in place the form's own elements come to life after this one.
    customElements.upgrade(this);
    const { signal } = (this.#listening = new AbortController());
    const form = this.#form;
    begin(form);
    showConditions(form);
    form.addEventListener("input", () => showConditions(form), { signal });
    form.addEventListener("submit", (event) => { event.preventDefault(); this.#go(); }, { signal });
    for (const touch of ["focusin", "pointerdown"]) form.addEventListener(touch, () => start().catch(() => {}), { signal, once: true });
    welcome(this);
  }

  disconnectedCallback() { this.#listening.abort(); }

  get #form() { return /** @type {HTMLFormElement} */ (this.querySelector("form")); }

  /** A link, so that the theme changes the page in place where it can, and Python goes on loading. */
  #go() {
    if (!this.#isWhole()) return;
    const way = /** @type {HTMLAnchorElement} */ (part(this, "planner"));
    way.href = startLink(way.href, this.#fields());
    way.click();
  }

  #fields() {
    const fields = read(this.#form);
    const event = sentEvent(this.#form);
    Object.assign(fields.rounds[0], { zone: zone() });
    return { ...fields, my_zone: zone(), ...(event ? { events: [event] } : {}) };
  }

  /** Says beside each question what is missing, and leads to the first. */
  #isWhole() {
    const open = unanswered(this.#form);
    for (const slot of this.querySelectorAll(/** @type {"p"} */ ("[data-problem-of]"))) {
      const problem = open.find(({ field }) => field === slot.dataset.problemOf);
      slot.textContent = problem?.message ?? "";
      slot.hidden = !problem;
    }
    if (open[0]) /** @type {HTMLElement} */ (this.querySelector(`[name="${CSS.escape(open[0].field)}"]`)).focus();
    return open.length === 0;
  }
}

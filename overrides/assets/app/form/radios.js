/**
 * Answers of which a few stand in sight: one of several, a day near today, and what was sent already.
 * @module
 */
import { day, hour } from "./datetime.js";

const DAY_MS = 86_400_000;

/** The day some days before today, as a date field holds it. @param {number} days */
const daysAgo = (days) => day(new Date(Date.now() - days * DAY_MS));

/** `<followup-radios name="promise.kind" data-kind="choice">`: radio buttons that a form reads and fills as one control. */
export class FollowupRadios extends HTMLElement {
  get name() { return this.getAttribute("name") ?? ""; }

  get value() { return this.#all.find(({ checked }) => checked)?.value ?? ""; }

  /** What none of them stands for leaves the one that the page began with. */
  set value(value) {
    for (const one of this.#all) one.checked = value === "" ? one.defaultChecked : one.value === value;
  }

  focus() { (this.#all.find(({ checked }) => checked) ?? this.#all[0])?.focus(); }

  get #all() { return [.../** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll("[type=radio]"))]; }
}

/** `<followup-day>`: the buttons for a day near today, before the date field that holds the answer. */
export class FollowupDay extends HTMLElement {
  #listening = new AbortController();

  connectedCallback() {
    const { signal } = (this.#listening = new AbortController());
    this.addEventListener("change", () => this.#choose(), { signal });
    for (const sign of ["followup-set", "input"]) this.#date.addEventListener(sign, (event) => event.isTrusted || this.#show(), { signal });
  }

  disconnectedCallback() { this.#listening.abort(); }

  get #question() { return /** @type {HTMLElement} */ (this.closest("fieldset")); }
  get #date() { return /** @type {HTMLInputElement} */ (this.#question.querySelector('[data-kind="date"]')); }
  get #chosen() { return /** @type {HTMLInputElement} */ (this.querySelector(":checked")).value; }

  #choose() {
    this.#date.value = this.#chosen ? daysAgo(Number(this.#chosen)) : "";
    this.#forgetHour();
    this.#date.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** The hour that stood there was that of today. */
  #forgetHour() {
    const time = /** @type {HTMLInputElement | null} */ (this.#question.querySelector('[data-starts-as="hour"]'));
    if (time && time.value === (time.dataset.begun ?? "")) time.value = time.dataset.begun = this.#chosen === "0" ? hour(new Date()) : "";
  }

  #show() {
    const { value } = this.#date;
    const near = [...this.querySelectorAll("input")].find((one) => one.value && daysAgo(Number(one.value)) === value);
    const other = /** @type {HTMLInputElement} */ (this.querySelector('[value=""]'));
    if (value || !other.checked) (near ?? other).checked = true;
  }
}

/** `<followup-sent>`: what was sent before the first plan; once that is asked for it becomes an event. */
export class FollowupSent extends HTMLElement {
  /** Gives what was sent and the day, or null for nothing. @returns {{ kind: string, step: string, at: string } | null} */
  get told() {
    const step = /** @type {HTMLInputElement} */ (this.querySelector(":checked")).value;
    return step ? { kind: "sent", step, at: this.date.value } : null;
  }

  get date() { return /** @type {HTMLInputElement} */ (this.closest("fieldset")?.querySelector('[name="sent-on"]')); }

  /** It stands among the events now. */
  forget() {
    /** @type {HTMLInputElement} */ (this.querySelector('[value=""]')).checked = true;
    this.date.value = "";
  }
}

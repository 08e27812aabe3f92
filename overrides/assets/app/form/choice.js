/**
 * A long list to choose from; the reader's own comes first.
 * @module
 */
import { zone } from "./datetime.js";

/** @typedef {{ value: string, text: string, of: string }} Place `of`: the country that it belongs to */

const SOON_MS = 3000;
/** What the page's lists say, once it was read. @type {WeakMap<Element, Place[]>} */
const known = new WeakMap();

/**
 * A select whose whole list is there once somebody is about to choose, or soon: hundreds of options for each select would
 * hold up the page. Nothing searches it: a list that moves while one types chooses what nobody meant.
 */
export class FollowupChoice extends HTMLElement {
  #listening = new AbortController();
  #isWhole = false;
  #soon = 0;

  connectedCallback() {
    const { signal } = (this.#listening = new AbortController());
    this.#offer();
    for (const sign of ["focusin", "pointerdown"]) this.addEventListener(sign, () => this.#offerAll(), { signal, once: true });
    this.#soon = window.setTimeout(() => this.#offerAll(), SOON_MS);
    this.#select.addEventListener("followup-set", () => this.#offer(), { signal });
    this.#other?.addEventListener("input", () => this.#offer(), { signal });
    this.#other?.addEventListener("followup-set", () => this.#offer(), { signal });
  }

  disconnectedCallback() {
    clearTimeout(this.#soon);
    this.#listening.abort();
  }

  get #select() { return /** @type {HTMLSelectElement} */ (this.querySelector("select")); }

  /** The select that this one depends on, as a region does on its country. */
  get #other() {
    const { optionsOf } = this.#select.dataset;
    return /** @type {HTMLSelectElement | null} */ (optionsOf ? this.#select.form?.elements.namedItem(optionsOf) : null);
  }

  #offerAll() {
    if (this.#isWhole) return;
    this.#isWhole = true;
    this.#offer();
  }

  /** Takes the options that are to be had from the list that the page holds once: all, or only what may be chosen now. */
  #offer() {
    const { value, selectedOptions, options } = this.#select;
    const of = this.#other?.value;
    const offered = places(`#${this.#select.dataset.options}`).filter((place) => of === undefined || place.of === of);
    const isWhole = this.#isWhole || Boolean(this.#other);
    const now = isWhole ? [...this.#own(offered), ...offered] : offered.filter((place) => place.value === value);
    const all = [options[0], ...now];
    // What was told stays told, even where the list does not know it.
    if (value && !this.#other && !all.some((place) => place.value === value)) all.push(selectedOptions[0]);
    this.#show(all.map((place) => new Option(place.text, place.value)), value);
  }

  /** @param {HTMLOptionElement[]} options @param {string} value what was chosen before */
  #show(options, value) {
    this.#select.replaceChildren(...options);
    this.#select.selectedIndex = Math.max(0, options.findIndex((option) => option.value === value));
  }

  /** Gives the reader's own zone or country, to stand first. @param {Place[]} offered */
  #own(offered) {
    const { kind } = this.#select.dataset;
    if (kind === "subdivision") return [];
    const mine = kind === "zone" ? zone() : country();
    const found = offered.find(({ value }) => value === mine);
    // A browser may still call a zone by a name that the list no longer has.
    return found ? [found] : kind === "zone" ? [new Option(mine, mine)] : [];
  }
}

/** Gives the country of the reader's zone, as far as the page's list of zones or a question's own options tell. */
export const country = () => places('[id$="-zones"]').find(({ value }) => value === zone())?.of ?? optionOf(zone());

/** @param {string} name of a zone */
const optionOf = (name) => /** @type {HTMLOptionElement | null} */ (document.querySelector(`option[data-zones~="${CSS.escape(name)}"]`))?.value;

/** Gives the places of one of the page's lists. @param {string} selector @returns {Place[]} */
function places(selector) {
  const list = /** @type {HTMLTemplateElement | null} */ (document.querySelector(`template${selector}`));
  if (!list) return [];
  const told = known.get(list) ?? JSON.parse(list.content.textContent ?? "[]").map(placeOf);
  known.set(list, told);
  return told;
}

/** @param {string[]} row @returns {Place} */
const placeOf = ([value, text, of]) => ({ value, text, of });

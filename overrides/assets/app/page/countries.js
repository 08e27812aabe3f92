/**
 * Says on a page of the guide what is usual in the country of the reader's own interview.
 * @module
 */
import { fields } from "../store/cases.js";

/** `<followup-countries>`: all countries stand in its fold; the one that the case names is shown above it. */
export class FollowupCountries extends HTMLElement {
  connectedCallback() {
    const country = String(fields()?.country ?? "");
    const told = country ? this.querySelector(`[data-country="${CSS.escape(country)}"] dd`) : null;
    const yours = /** @type {HTMLElement} */ (this.querySelector(".countries__yours"));
    yours.hidden = !told;
    if (told) /** @type {Element} */ (yours.lastElementChild).textContent = told.textContent;
  }
}

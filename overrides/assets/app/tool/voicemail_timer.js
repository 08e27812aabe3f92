/**
 * Times a voicemail read aloud: silent, started and stopped by one button, and measured against the band.
 * @module
 */

const TICK_MS = 200;

/** `<followup-rehearsal data-least="20" data-most="30">`: Python wrote its words; it only counts and shows the right ones. */
export class FollowupRehearsal extends HTMLElement {
  #began = 0;
  #ticking = 0;
  #listening = new AbortController();

  connectedCallback() {
    const { signal } = (this.#listening = new AbortController());
    this.querySelector("[data-go]")?.addEventListener("click", () => (this.#ticking ? this.stop() : this.start()), { signal });
  }

  disconnectedCallback() {
    this.#listening.abort();
    this.#halt();
  }

  /** Starts counting from nought. */
  start() {
    this.#began = performance.now();
    this.#ticking = window.setInterval(() => this.#show(), TICK_MS);
    this.#say("verdict", "");
    this.#say("when", "running");
    this.#show();
  }

  /** Stops, and says on which side of the band it was. */
  stop() {
    const took = this.#show();
    this.#halt();
    this.#say("when", "still");
    for (const one of this.querySelectorAll("[data-took]")) one.textContent = String(took);
    this.#say("verdict", this.#verdict(took));
  }

  /** @param {number} seconds */
  #verdict(seconds) {
    if (seconds < Number(this.dataset.least)) return "short";
    return seconds > Number(this.dataset.most) ? "long" : "inside";
  }

  /** Shows whole seconds and gives them; the colour follows a class, so that no one needs to see it move. */
  #show() {
    const seconds = Math.round((performance.now() - this.#began) / 1000);
    const clock = this.querySelector("[data-seconds]");
    if (clock) clock.textContent = String(seconds);
    this.dataset.state = this.#verdict(seconds);
    return seconds;
  }

  #halt() {
    clearInterval(this.#ticking);
    this.#ticking = 0;
  }

  /** Shows the words of one kind that are meant, and hides the others. @param {"when" | "verdict"} kind @param {string} wanted */
  #say(kind, wanted) {
    for (const one of this.querySelectorAll(/** @type {"span"} */ (`[data-${kind}]`))) one.hidden = one.dataset[kind] !== wanted;
  }
}

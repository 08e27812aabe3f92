/**
 * The places where a browser keeps texts, as far as it allows that, and what this page remembers where it does not.
 * @module
 */

/** Empty where it was kept. @typedef {"" | "full" | "refused"} Failure */

/** One of the browser's two storages; it may be forbidden altogether, or full. */
class Place {
  #find;
  /** What found no room; it lasts as long as the page. @type {Map<string, string>} */
  #held = new Map();

  /** @param {() => Storage} find */
  constructor(find) { this.#find = find; }

  get #storage() {
    try { return this.#find(); } catch { return null; }
  }

  /** Tells whether something is held that a reload would lose. */
  get isLeaking() { return this.#held.size > 0; }

  /** @param {string} key */
  read(key) {
    try { return this.#held.get(key) ?? this.#storage?.getItem(key) ?? null; } catch { return null; }
  }

  /** Keeps a text, and looks whether it is there. @param {string} key @param {string} text @returns {Failure} */
  write(key, text) {
    try {
      if (!this.#storage) return "refused";
      this.#storage.setItem(key, text);
      if (this.#storage.getItem(key) !== text) return "refused";
      this.#held.delete(key);
      return "";
    } catch (error) {
      return isFull(error) ? "full" : "refused";
    }
  }

  /** Keeps a text, in this page if need be. @param {string} key @param {string} text @returns {Failure} */
  hold(key, text) {
    const failure = this.write(key, text);
    if (failure) this.#held.set(key, text);
    return failure;
  }

  /** @param {string} key */
  remove(key) {
    this.#held.delete(key);
    try { this.#storage?.removeItem(key); } catch { /* Forbidden: then there is nothing. */ }
  }

  /** Gives all keys that begin so. @param {string} prefix */
  keys(prefix) {
    const there = new Set(this.#held.keys());
    try { for (const key of Object.keys(this.#storage ?? {})) there.add(key); } catch { /* Forbidden. */ }
    return [...there].filter((key) => key.startsWith(prefix));
  }
}

/** @param {unknown} error */
const isFull = (error) => error instanceof DOMException && (error.name === "QuotaExceededError" || error.name === "NS_ERROR_DOM_QUOTA_REACHED");

/** This tab's own place: it goes when the tab is closed. */
export const tab = new Place(() => sessionStorage);

/** The browser's place: it lasts. */
export const browser = new Place(() => localStorage);

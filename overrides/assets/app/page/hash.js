/**
 * Keeps a page as it is when only the part of its address after # changes.
 * The theme would build the page that was loaded once more at the first such change, and the focus would be lost.
 * @module
 */
import { unfold } from "./unfold.js";

/** @typedef {{ subscribe: (heard: () => void) => void }} Pages */

const here = () => location.pathname + location.search;
/** The theme's own stream of pages; where there is none, nobody builds a page anew. */
const pages = () => /** @type {{ document$?: Pages }} */ (/** @type {unknown} */ (window)).document$;
const loaded = here();
/** Whether the theme has shown another page since. */
let hasTurned = false;

/** Listens before the theme does: what captures comes first. */
export function keepPageOnHash() {
  window.addEventListener("popstate", (event) => {
    if (pages() && !hasTurned && here() === loaded) event.stopImmediatePropagation();
  }, { capture: true });
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? /** @type {HTMLAnchorElement | null} */ (target.closest("a[href*='#']")) : null;
    // The theme leaves links alone that name where they open.
    if (link?.hash && !link.target && isHere(link)) link.target = "_self";
  }, { capture: true });
}

/** @param {HTMLAnchorElement} link */
const isHere = ({ origin, pathname, search }) => origin === location.origin && pathname + search === here();

/** Notes when the theme turns the page, once the theme is there; a turned page fires no hashchange. */
export function noteTurning() {
  pages()?.subscribe(() => {
    hasTurned ||= here() !== loaded;
    unfold();
  });
}

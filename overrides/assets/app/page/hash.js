/**
 * Keeps a page as it is when only the part of its address after # changes.
 * The theme would build the page that was loaded once more at the first such change, and the focus would be lost.
 * @module
 */

/** @typedef {{ subscribe: (heard: () => void) => void }} Pages */

const loaded = location.pathname + location.search;
/** How many pages the theme has shown; the first is the one that was loaded. */
let shown = 0;

/** Listens before the theme does: what captures comes first. */
export function keepPageOnHash() {
  window.addEventListener("popstate", (event) => {
    if (shown <= 1 && location.pathname + location.search === loaded) event.stopImmediatePropagation();
  }, { capture: true });
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? /** @type {HTMLAnchorElement | null} */ (target.closest("a[href*='#']")) : null;
    // The theme leaves links alone that name where they open.
    if (link?.hash && !link.target && isHere(link)) link.target = "_self";
  }, { capture: true });
}

/** @param {HTMLAnchorElement} link */
const isHere = ({ origin, pathname, search }) => origin === location.origin && pathname + search === location.pathname + location.search;

/** Counts the pages, once the theme is there; what is not there counts none. */
export function countPages() {
  const { document$ } = /** @type {{ document$?: Pages }} */ (/** @type {unknown} */ (window));
  document$?.subscribe(() => { shown += 1; });
}

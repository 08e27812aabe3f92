/**
 * Opens what lies folded under the heading that an address names.
 * @module
 */

/** Listens to the address; the theme tells when it has turned the page. */
export function startUnfolding() {
  window.addEventListener("hashchange", unfold);
  unfold();
}

/** Opens it and leads to it: it stood elsewhere while it was folded. */
export function unfold() {
  // Names of letters are plain; what an address may hold besides is not asked here.
  const heading = /^#[\w-]+$/.test(location.hash) ? document.querySelector(location.hash) : null;
  const folded = heading?.nextElementSibling;
  if (!(folded instanceof HTMLDetailsElement) || !folded.matches(".letter-fold") || folded.open) return;
  folded.open = true;
  heading?.scrollIntoView({ block: "start" });
}

/**
 * Opens what lies folded under the heading that an address names.
 * @module
 */

export function startUnfolding() {
  window.addEventListener("hashchange", open);
  open();
}

function open() {
  // Names of letters are plain; what an address may hold besides is not asked here.
  const folded = /^#[\w-]+$/.test(location.hash) && document.querySelector(location.hash)?.nextElementSibling;
  if (folded instanceof HTMLDetailsElement && folded.matches(".letter-fold")) folded.open = true;
}

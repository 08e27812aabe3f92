/**
 * Opens what lies folded under the heading that an address names.
 * @module
 */

export function startUnfolding() {
  window.addEventListener("hashchange", open);
  open();
}

function open() {
  const folded = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.nextElementSibling;
  if (folded instanceof HTMLDetailsElement && folded.matches(".letter-fold")) folded.open = true;
}

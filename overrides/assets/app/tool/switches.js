/**
 * Makes the header's buttons press the theme's hidden checkboxes, which open the drawer and the search.
 * @module
 */

/** @param {string | undefined} id @returns {HTMLInputElement | null} */
function checkbox(id) {
  const found = id ? document.getElementById(id) : null;
  return found instanceof HTMLInputElement ? found : null;
}

/** @param {string} id @returns {NodeListOf<HTMLElement>} */
function buttons(id) {
  return document.querySelectorAll(`button[data-switch="${id}"]`);
}

/** @param {HTMLInputElement} box */
function tellState(box) {
  for (const button of buttons(box.id)) button.setAttribute("aria-expanded", String(box.checked));
}

/** @type {Record<string, string>} What to step into when a switch opens something. */
const INSIDE = { __drawer: ".drawer__close", __search: ".md-search__input" };

/** @param {HTMLInputElement} box */
function moveFocus(box) {
  const target = box.checked ? document.querySelector(INSIDE[box.id]) : buttons(box.id)[0];
  if (target instanceof HTMLElement) target.focus({ preventScroll: true });
}

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("button[data-switch]") : null;
  if (button instanceof HTMLElement) checkbox(button.dataset.switch)?.click();
});

document.addEventListener("change", (event) => {
  const box = event.target;
  if (!(box instanceof HTMLInputElement) || !box.dataset.mdToggle) return;
  tellState(box);
  moveFocus(box);
});

document.addEventListener("keydown", (event) => {
  const drawer = checkbox("__drawer");
  if (event.key === "Escape" && drawer?.checked) drawer.click();
});

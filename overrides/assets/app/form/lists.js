/**
 * Lets the lists of a form grow and shrink; a template in the page holds what one more item looks like.
 * @module
 */

/** Gives the place of the items, and those in it. @param {HTMLElement} list */
function parts(list) {
  const place = /** @type {HTMLElement} */ (list.querySelector(":scope > [data-items]"));
  return { place, items: /** @type {HTMLElement[]} */ ([...place.children]) };
}

/** Gives the items of a list. @param {HTMLElement} list */
export const items = (list) => parts(list).items;

/** Adds an empty item at the end and gives it. @param {HTMLElement} list @returns {HTMLElement} */
export function grow(list) {
  const { place, items } = parts(list);
  const depth = list.dataset.depth;
  const pattern = /** @type {HTMLTemplateElement} */ (list.querySelector(":scope > template"));
  const copy = document.createElement("template");
  // The build's own markup; only the index is put in, in templates further inside too.
  copy.innerHTML = pattern.innerHTML.replaceAll(`__${depth}__`, `${items.length}`).replaceAll(`__${depth}+1__`, `${items.length + 1}`);
  place.append(copy.content);
  showLimit(list);
  return /** @type {HTMLElement} */ (place.lastElementChild);
}

/** Makes a list as long as told. @param {HTMLElement} list @param {number} length */
export function resize(list, length) {
  const { items, place } = parts(list);
  const wanted = Math.min(length, Number(addButton(list).dataset.most));
  // Where the first item stands elsewhere in the form, its place stays.
  for (const item of items.slice(place.dataset.apart === undefined ? wanted : Math.max(1, wanted))) item.remove();
  for (let more = items.length; more < wanted; more += 1) grow(list);
  showLimit(list);
}

/** Gives which item of which list holds an element. @param {Element} element */
export function whereabouts(element) {
  const item = /** @type {HTMLElement} */ (element.closest("[data-item]"));
  const list = /** @type {HTMLElement} */ (item.closest("[data-list]"));
  return { item, list, path: list.dataset.list ?? "", index: parts(list).items.indexOf(item) };
}

/** Gives the button that adds one more. @param {HTMLElement} list */
export const addButton = (list) => /** @type {HTMLButtonElement} */ (list.querySelector(":scope > [data-add-item]"));

/** @param {HTMLElement} list */
function showLimit(list) {
  const button = addButton(list);
  button.disabled = parts(list).items.length >= Number(button.dataset.most);
}

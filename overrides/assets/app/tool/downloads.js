/**
 * What the buttons and links inside an answer do: copy, print, save; Python wrote their words.
 * @module
 */

/** @typedef {{ name: string, type: string, text: string }} File */

/** Links every element that names a file to the file. @param {ParentNode} place @param {File[]} files @returns {() => void} lets them go */
export function linkFiles(place, files) {
  const addresses = files.map((file) => {
    const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (place.querySelectorAll(`a[data-file="${CSS.escape(file.name)}"]`));
    return link([...links], file);
  });
  return () => addresses.forEach((address) => URL.revokeObjectURL(address));
}

/** Saves text under a name, as a click on a link to it would. @param {File} file */
export function saveFile(file) {
  const once = document.createElement("a");
  const address = link([once], file);
  once.click();
  // Some browsers read the file only after the click was handled.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** @param {HTMLAnchorElement[]} links @param {File} file @returns {string} the address of the file in this page */
function link(links, { name, type, text }) {
  const href = URL.createObjectURL(new Blob([text], { type }));
  for (const one of links) Object.assign(one, { href, download: name });
  return href;
}

/** Copies text, the old way where the new one is forbidden. @param {string} text @returns {Promise<boolean>} */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** @param {string} text */
function copyBySelection(text) {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "visually-hidden";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  focused?.focus();
  return done;
}

/**
 * Says which file was chosen beside the button that chose it: the browser's own words for that are hidden.
 * @module
 */

/** Starts it for the whole page; a tool empties its field at once, so that it listens before the tools do. */
export function startNamingFiles() {
  document.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === "file") nameFile(target, target.files?.[0]);
  }, true);
}

/** @param {HTMLInputElement} input @param {File | undefined} file */
export function nameFile(input, file) {
  const name = input.parentElement?.querySelector(".file__name");
  if (name && file) name.textContent = file.name;
}

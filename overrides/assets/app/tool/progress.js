/**
 * Shows how far Python has come while it loads, and what to do when it cannot.
 * @module
 */

/** @typedef {import("../python/python.js").State} State */

/** @param {HTMLElement} tool @param {State} state @param {boolean} awaited whether the reader is waiting for an answer */
export function showProgress(tool, state, awaited) {
  part(tool, "loading").hidden = !awaited || state.phase !== "loading";
  showFailure(tool, state.phase === "failed" ? state.why ?? "runtime" : "");
  const bar = /** @type {HTMLProgressElement} */ (tool.querySelector("progress"));
  bar.max = state.total || 1;
  // The sizes are those of the files; once they are all here Python still has to wake.
  if (state.loaded < state.total) bar.value = state.loaded;
  else bar.removeAttribute("value");
  part(tool, "loaded").textContent = state.total ? `${Math.floor((100 * state.loaded) / state.total)} %` : "";
}

/** Shows the way on that fits the cause; no cause hides it. @param {HTMLElement} tool @param {string} why */
export function showFailure(tool, why) {
  part(tool, "failed").hidden = !why;
  for (const cause of tool.querySelectorAll(/** @type {"p"} */ ("[data-why]"))) cause.hidden = cause.dataset.why !== why;
}

/** Gives the part of a tool that the built page names so. @param {HTMLElement} tool @param {string} name */
export const part = (tool, name) => /** @type {HTMLElement} */ (tool.querySelector(`[data-part="${name}"]`));

/** Gives a copy of what the built page holds as a pattern. @param {HTMLElement} tool @param {string} name */
export function copyOf(tool, name) {
  const pattern = /** @type {HTMLTemplateElement} */ (part(tool, name));
  return /** @type {HTMLElement} */ (/** @type {DocumentFragment} */ (pattern.content.cloneNode(true)).firstElementChild);
}

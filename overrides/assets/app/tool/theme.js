/**
 * Starts the theme's own script, which the page of a tool only names: what the reader waits for comes first.
 * @module
 */

import { keepPageOnHash, noteTurning } from "../page/hash.js";

const LONGEST_MS = 4000;
const SIGNS = ["followup-answer", "pointerdown", "keydown", "focusin"];

/** Starts it at once, or where a tool is being asked: after its answer, a touch or a while. */
export function startTheme() {
  const named = /** @type {HTMLScriptElement | null} */ (document.querySelector("script[data-theme]"));
  keepPageOnHash();
  if (!named) return void noteTurning();
  // What it works on is in sight from now on, as it would be with the theme; a touch brings it.
  document.documentElement.classList.replace("no-js", "js");
  const start = () => {
    clearTimeout(soon);
    for (const sign of SIGNS) document.removeEventListener(sign, start);
    const script = document.createElement("script");
    script.src = named.src;
    script.addEventListener("load", noteTurning);
    named.replaceWith(script);
  };
  const isAsked = document.querySelector('followup-tool:is([data-state="loading"], [data-state="asking"])');
  const soon = setTimeout(start, isAsked ? LONGEST_MS : 0);
  for (const sign of SIGNS) document.addEventListener(sign, start);
}

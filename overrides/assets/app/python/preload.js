/**
 * Wakes Python before the rest of a tool's page is there, when the page will ask at once: for a link, or after a reload.
 * A script of its own kind: the build joins it into one that waits for no other, as modules do.
 * @module
 */
import * as python from "./python.js";
import { askedBefore } from "../store/storage.js";

const shared = /** @type {{ followupPython?: typeof python }} */ (globalThis);

// On a slow line the page may have come first.
if (!shared.followupPython && (location.hash.includes("=") || askedBefore())) {
  shared.followupPython = python;
  // As the theme's script would later, when the whole page had to be laid out for it once more.
  document.documentElement.classList.replace("no-js", "js");
  // A failure is told where the answer is awaited.
  python.start().catch(() => {});
}

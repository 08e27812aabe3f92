/**
 * Wakes Python before the rest of a tool's page is there, when the page will ask at once: for a link, or after a reload.
 * A script of its own kind: the build joins it into one that runs before the page is read on.
 * @module
 */
import * as python from "./python.js";
import { askedBefore } from "./storage.js";

if (location.hash.includes("=") || askedBefore()) {
  Object.assign(globalThis, { followupPython: python });
  // A failure is told where the answer is awaited.
  python.start().catch(() => {});
}

/**
 * Wakes Python before the rest of a tool's page is there, when the page will ask at once: for a link, or after a reload.
 * @module
 */
import { start } from "./runtime.js";

/** Tells whether a tool asked something in this tab before; it will then ask again. */
function askedBefore() {
  // Storage may be forbidden altogether.
  try { return Object.keys(sessionStorage).some((key) => key.endsWith(":asked")); } catch { return false; }
}

// A failure is told where the answer is awaited.
if (location.hash.includes("=") || askedBefore()) start().catch(() => {});

/**
 * Wakes Python before the rest of a tool's page is there, when the page will ask at once: for a link, or after a reload.
 * @module
 */
import { askedBefore } from "./case.js";
import { start } from "./runtime.js";

// A failure is told where the answer is awaited.
if (location.hash.includes("=") || askedBefore()) start().catch(() => {});

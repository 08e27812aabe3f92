/**
 * Python for the scripts of a page: the one that was woken before the rest of the page, or one that is yet to start.
 * @module
 */
import * as late from "./python.js";

const early = /** @type {{ followupPython?: typeof late }} */ (globalThis).followupPython;

export const { ask, now, start, states } = early ?? late;

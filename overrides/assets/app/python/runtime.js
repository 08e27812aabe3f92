/**
 * Python for the scripts of a page: the one that was woken before the rest of the page, or one that is yet to start.
 * @module
 */
import * as late from "./python.js";

const shared = /** @type {{ followupPython?: typeof late }} */ (globalThis);

export const { ask, image, now, start, states } = (shared.followupPython ??= late);

/**
 * Whether things are kept in this browser, how long a browser will, and how everything is forgotten.
 * @module
 */
import * as entries from "./entries.js";
import { receivedAt } from "./received.js";
import { browser, tab } from "./storage.js";
import * as undo from "./undo.js";
import * as wordings from "./wordings.js";

/** Tells the reader's other tabs, where a browser lets tabs talk. */
const tabs = "BroadcastChannel" in globalThis ? new BroadcastChannel("followup:forget") : null;
tabs?.addEventListener("message", () => { entries.forget(tab); location.reload(); });

export const isKept = entries.isKept;

/** Keeps everything here from now on, and asks the browser not to clear it by itself. @returns {import("./storage.js").Failure} */
export function keepHere() {
  const failure = entries.keep();
  if (!failure) wordings.adopt();
  if (!failure) navigator.storage?.persist?.().catch(() => {});
  return failure;
}

/** Lets the browser go; the tab holds all of it. */
export const dropHere = entries.letGo;

/** Removes everything that any tool has stored, in other tabs of this browser too, and an invitation that was shared and not taken yet. */
export async function forget() {
  for (const place of [tab, browser]) entries.forget(place);
  undo.clear();
  tabs?.postMessage("forget");
  await globalThis.caches?.delete(receivedAt(new URL("../../", import.meta.url).href)).catch(() => false);
}

/** Tells whether this browser clears a site after some days without a visit, unless it stands on the home screen. */
export const clearsSoon = () => "standalone" in navigator && navigator.standalone === false;

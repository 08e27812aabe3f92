/**
 * Wakes Python before the rest of a tool's page is there, when the page will ask at once: for a link, after a reload, or
 * for an interview that is kept. A script of its own kind: the build joins it into one that stands in the page's head.
 * @module
 */
import * as python from "./python.js";
import { askedBefore, keys } from "../store/keys.js";

const shared = /** @type {{ followupPython?: typeof python }} */ (globalThis);
const [, tool = ""] = /\/tools\/([^/]+)\/[^/]*$/.exec(location.pathname) ?? [];

if (!shared.followupPython && (location.hash.includes("=") || askedBefore(tool) || (tool === "planner" && keys().length))) {
  shared.followupPython = python;
  // The answer takes the place of the page's head and of the questions: nothing of them is drawn to be moved; see tool.js.
  document.documentElement.dataset.asksAtOnce = "";
  // As the theme's script would later, when the whole page had to be laid out for it once more.
  document.documentElement.classList.replace("no-js", "js");
  // A failure is told where the answer is awaited.
  python.start().catch(() => {});
}

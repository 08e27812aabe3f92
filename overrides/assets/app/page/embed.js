/**
 * A page in somebody's frame: it tells how tall it is, keeps to frames as the reader goes on, and takes along what was typed.
 * @module
 */
import { LONGEST, encoded } from "../store/address.js";
import * as cases from "../store/cases.js";
import { isLeaking } from "../store/entries.js";

const NAME = "embed";

/** Begins, where the address asks for it. */
export function startEmbed() {
  if (!new URLSearchParams(location.search).has(NAME)) return;
  document.documentElement.classList.add("embedded");
  if (parent === window) return;
  new ResizeObserver(tellHeight).observe(document.body);
  document.addEventListener("click", goOn, { capture: true });
}

/** Only a number leaves, so any page may hear it. */
function tellHeight() {
  parent.postMessage({ afterTheInterview: { height: document.body.scrollHeight } }, "*");
}

/** A tool opens in the frame, the handbook beside it. @param {MouseEvent} event */
function goOn(event) {
  const link = /** @type {Element} */ (event.target).closest?.("a[href]");
  if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin || link.hash && link.pathname === location.pathname) return;
  if (!link.pathname.includes("/tools/")) link.target = "_blank";
  else link.href = framed(new URL(link.href)).href;
}

/** @param {URL} to */
function framed(to) {
  to.searchParams.set(NAME, "");
  const fields = cases.fields();
  // Where the browser keeps nothing for frames, the address carries the case; it stays behind the #.
  if (isLeaking() && fields && !to.hash.includes("case=")) {
    const carrying = [to.hash.slice(1), `case=${encoded(JSON.stringify(fields))}`].filter(Boolean).join("&");
    // What the next page would refuse is lost on the way, and the reader is asked.
    if (carrying.length > LONGEST) return to;
    to.hash = carrying;
    // Nothing is lost on this way, so nobody is asked whether to leave.
    addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), { capture: true, once: true });
  }
  return to;
}

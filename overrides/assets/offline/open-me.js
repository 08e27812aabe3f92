/**
 * The script of the page for double-clicks: it turns the pages in that one file, and hands Python over without a network.
 * @module
 */
import "../app/main.js";
import { manifest } from "../app/python/manifest.js";

const place = /** @type {HTMLElement} */ (document.querySelector("main"));
const dark = matchMedia("(prefers-color-scheme: dark)");
/** @type {string | null} */
let shown = null;

// The one file that Python wakes from stands in this page.
if (manifest.image) manifest.image.content = () => unpacked(document.querySelector("#python")?.textContent ?? "");

// A page from a folder may start no worker that is a module.
globalThis.Worker = class extends Worker {
  /** @param {string | URL} source @param {WorkerOptions} [how] */
  constructor(source, how) { super(source, { ...how, type: "classic" }); }
};

document.addEventListener("click", follow);
window.addEventListener("popstate", ({ state }) => state && show(state.page, location.hash));
dark.addEventListener("change", paint);
paint();
show(history.state?.page ?? "", location.hash);

/** Shows the page that a link within the site names; links to elsewhere stay links. @param {MouseEvent} event */
function follow(event) {
  const link = /** @type {HTMLElement} */ (event.target).closest?.("a[href]");
  const href = link?.getAttribute("href") ?? "";
  if (!link || /^[a-z]+:/.test(href) || link.hasAttribute("download")) return;
  event.preventDefault();
  const { pathname, hash } = new URL(href, `site:/${shown ?? ""}`);
  const page = pathname.slice(1).replace(/index\.html$/, "");
  if (!template(page)) return;
  history.pushState({ page }, "", hash || location.href.split("#")[0]);
  show(page, hash);
}

/** @param {string} page @param {string} hash */
function show(page, hash) {
  const found = template(page) ?? template("");
  if (!found) return;
  if (page !== shown) place.replaceChildren(found.content.cloneNode(true));
  shown = page;
  document.title = found.title;
  const target = /^#[\w-]+$/.test(hash) && place.querySelector(hash);
  if (target) target.scrollIntoView();
  else window.scrollTo(0, 0);
  document.querySelector("nav [aria-current]")?.removeAttribute("aria-current");
  document.querySelector(`nav a[href="/${CSS.escape(page)}"]`)?.setAttribute("aria-current", "page");
}

/** @param {string} page */
function template(page) {
  return /** @type {HTMLTemplateElement | null} */ (document.querySelector(`template[data-page="${CSS.escape(page)}"]`));
}

function paint() {
  document.body.dataset.mdColorScheme = dark.matches ? "slate" : "default";
}

/** @param {string} text */
function unpacked(text) {
  const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
}

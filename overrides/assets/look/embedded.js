// Shown in a frame with `?embed`, a page is the tool alone: a classic script in the head, so that nothing flashes first.
if (new URLSearchParams(location.search).has("embed")) document.documentElement.classList.add("embedded");
// Where a browser gives a frame no storage, even a look at it fails; the theme looks. This one is empty and takes nothing.
for (const name of ["localStorage", "sessionStorage"]) {
  try {
    void /** @type {any} */ (window)[name];
  } catch (refused) {
    const value = { length: 0, key: () => null, getItem: () => null, setItem() { throw refused; }, removeItem() {}, clear() {} };
    Object.defineProperty(window, name, { value, configurable: true });
  }
}
// Who keeps interviews is greeted on the first page: the room for it is there before anything is drawn.
const kept = localStorage.getItem("followup:2:keep") === null ? sessionStorage : { ...localStorage, ...sessionStorage };
if (Object.keys(kept).some((key) => key === "followup:cases" || key.startsWith("followup:2:case:"))) document.documentElement.classList.add("returning");
// Who chose no colours sees those that the device prefers from the first drawing on: the theme's script may come seconds later.
const chosen = /** @type {any} */ (window).__md_get?.("__palette");
if (!chosen?.color && matchMedia("(prefers-color-scheme: dark)").matches) {
  const darken = new MutationObserver(() => {
    if (!document.body) return;
    darken.disconnect();
    document.body.setAttribute("data-md-color-scheme", "slate");
  });
  darken.observe(document.documentElement, { childList: true });
}

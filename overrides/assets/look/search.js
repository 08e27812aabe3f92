// Fetches the search index when the search is first opened: the theme would do it on every page, before anything the reader asked for.
// A classic script before the theme's own, which takes its request from here.
{
  const INDEX = "search/search_index.json";
  const wanted = new Promise((done) => {
    const look = (/** @type {Event} */ { target }) => {
      if (target instanceof Element && target.matches("#__search, .md-search__input")) done(undefined);
    };
    // A link to results opens the search without anybody touching it.
    if (new URLSearchParams(location.search).has("q")) done(undefined);
    for (const sign of ["change", "focusin"]) document.addEventListener(sign, look);
  });

  window.XMLHttpRequest = class extends XMLHttpRequest {
    #waits = false;

    /** @param {string} method @param {string | URL} url */
    open(method, url) {
      this.#waits = String(url).endsWith(INDEX);
      super.open(method, url);
    }

    /** @param {Document | XMLHttpRequestBodyInit | null} [body] */
    send(body) {
      if (this.#waits) wanted.then(() => super.send(body));
      else super.send(body);
    }
  };
}

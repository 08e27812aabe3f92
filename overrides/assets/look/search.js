// Fetches the search index, and starts the thread that searches, when the search is first opened: the theme would do it on
// every page, before anything the reader asked for. A classic script before the theme's own, which takes both from here.
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

  /** Stands for the theme's thread until there is something to tell it. */
  class LateWorker extends EventTarget {
    /** @type {Worker | undefined} */
    #worker;
    #address;

    /** @param {string | URL} address */
    constructor(address) {
      super();
      this.#address = new URL(address, location.href).href;
    }

    /** @param {unknown} message */
    postMessage(message) {
      this.#worker ??= this.#begun();
      this.#worker.postMessage(message);
    }

    #begun() {
      // From a blob it inherits the policy of the page, which one started from an address would not.
      const text = `importScripts(${JSON.stringify(this.#address)})`;
      const source = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
      const worker = new RealWorker(source);
      URL.revokeObjectURL(source);
      worker.addEventListener("message", ({ data }) => this.dispatchEvent(new MessageEvent("message", { data })));
      return worker;
    }
  }

  const RealWorker = window.Worker;
  window.Worker = new Proxy(RealWorker, {
    construct(target, [address, ...how]) {
      const isSearch = String(address).includes("/workers/search.");
      return isSearch ? new LateWorker(address) : Reflect.construct(target, [address, ...how]);
    },
  });
}

// Fetches the search index, and starts the thread that searches, when the search is first opened: the theme would do it on
// every page, before anything the reader asked for. A classic script before the theme's own, which takes both from here.
// On the way it turns a question as people type it into the words that tell pages apart, and leaves out what does not fit.
{
  const QUERY = 2;
  const RESULT = 3;
  // Words that stand on every page, or on none for a reason: they tell no page from another.
  const SMALL = new Set(
    (
      "a about after again already an and any anyone anything are as at be been before but by can cannot cant could did didnt do does " +
      "doesnt doing dont email emails for from get getting give going got had has have havent having he hear heard her him his how i if im " +
      "in interview interviews is isnt it its job just me my need no not of off on one or our out she should shouldnt so some still than that the " +
      "their them then there they theyre this to too up us was wasnt we were what when where whether which while who why will with wont " +
      "would yet you your"
    ).split(" "),
  );
  const WHAT_NOW = ["now", "step"];
  const ENDINGS = ["ations", "ation", "ions", "ion", "ings", "ing", "ies", "ied", "ed", "es", "s", "e", "y"];
  const DOUBLED = /([bdgmnprt])\1$/;
  // A page must hold more than this share of what was asked, rare words counting more than common ones.
  const FITS = 0.5;
  // About as many as there are; it only sets what counts as rare.
  const PAGES = 50;

  /** Gives the beginning that the forms of a word share: "references" and "reference" both begin with "referenc".
   * @param {string} word */
  const stem = (word) => {
    if (word === "news") return word;
    const ending = ENDINGS.find((each) => word.endsWith(each) && word.length - each.length >= (each === "s" ? 3 : 4));
    const bare = ending ? word.slice(0, -ending.length) : word;
    return ending && ending.length > 1 ? bare.replace(DOUBLED, "$1") : bare;
  };

  /** Gives what was typed in the words that matter; who asks nothing in particular is led to the tool that asks back.
   * @param {string} typed */
  const inWords = (typed) => {
    const words = typed.toLowerCase().replace(/['’]/g, "").match(/[\p{L}\d]+/gu) ?? [];
    const telling = words.filter((word) => !SMALL.has(word));
    return (telling.length || !words.length ? telling : WHAT_NOW).map((word) => (word.length > 3 ? stem(word) : word)).join(" ");
  };

  /** @typedef {{location: string, score: number, terms: Record<string, boolean>}} Item */

  /** Gives the pages that hold enough of what was asked, the best first.
   * @param {Item[][]} pages */
  const fitting = (pages) => {
    const held = pages.map((items) => new Set(items.flatMap(({ terms }) => Object.keys(terms).filter((word) => terms[word]))));
    const words = new Set(pages.flat().flatMap(({ terms }) => Object.keys(terms)));
    const rarity = new Map(
      [...words].map((word) => [word, Math.log(1 + PAGES / (0.5 + held.filter((one) => one.has(word)).length))]),
    );
    const sum = (/** @type {Iterable<string>} */ some) => [...some].reduce((all, word) => all + (rarity.get(word) ?? 0), 0);
    const whole = sum(words);
    return pages
      .map((items, place) => ({ items, share: sum(held[place]) / whole, best: Math.max(...items.map(({ score }) => score)) }))
      .filter(({ share }) => share > FITS)
      .sort((one, other) => other.best * other.share ** 2 - one.best * one.share ** 2)
      .map(({ items }) => items);
  };

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
      const { type, data } = /** @type {{type: number, data: string}} */ (message);
      this.#worker.postMessage(type === QUERY ? { type, data: inWords(data) } : message);
    }

    #begun() {
      // From a blob it inherits the policy of the page, which one started from an address would not.
      const text = `importScripts(${JSON.stringify(this.#address)})`;
      const source = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
      const worker = new RealWorker(source);
      URL.revokeObjectURL(source);
      worker.addEventListener("message", ({ data }) => this.#tell(data));
      return worker;
    }

    /** @param {{type: number, data: {items: Item[][]}}} message */
    #tell(message) {
      const { type, data } = message;
      const told = type === RESULT ? { type, data: { ...data, items: fitting(data.items) } } : message;
      this.dispatchEvent(new MessageEvent("message", { data: told }));
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

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
      "in interview interviewed interviews is isnt it its job just me my need no not of off on one or our out she should shouldnt so some still than that thats the " +
      "their them then there they theyre this to too up us was wasnt we were what when where whether which while who why will with wont " +
      "would yet you your today tomorrow yesterday monday tuesday wednesday thursday saturday sunday"
    ).split(" "),
  );
  const WHAT_NOW = ["now", "step"];
  // What is said of their doing and of the reader's in the same words, in words that tell the two apart.
  const MEANT = /** @type {[RegExp, string][]} */ ([
    [/\bturn(?:ing|ed)? (?:them|it|him|her|this|that|(?:the|their|an?|this|that) (?:job|offer|role|position)) down\b/g, "decline offer"],
    [/\bturn(?:ing|ed)? down (?=(?:the|their|an?|this|that|my) (?:job|offer|role|position)\b)/g, "decline "],
    [/\b(?:withdrew|withdrawn|pulled|revoked|retracted|took back|taken back)(?= (?:the|my|their|an?|its|our) (?:job |written |verbal )?offer\b)/g, "rescinded"],
    [/\b((?:job |my |the |their )offer (?:was|has been|is|got|being)) (?:withdrawn|pulled|revoked|retracted|taken back|cancelled|canceled)\b/g, "$1 rescinded"],
    [/\b(?:did ?nt|did not|never|does ?nt|do ?nt) (?:(?:show|turn)(?:ed)?(?: up)?|appear(?:ed)?|join(?:ed)?|c[ao]me)\b/g, "show joined"],
    [/\bsaid (?:by )?(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/g, "friday passed"],
    [/\b(?:by|until|till) the \d{1,2}(?:st|nd|rd|th)?\b/g, "date named"],
    [/\boff(?:erd|red|erred)\b/g, "offered"],
  ]);
  const ENDINGS = ["ations", "ation", "ions", "ion", "ings", "ing", "ies", "ied", "ed", "es", "s", "e", "y"];
  const DOUBLED = /([bdgmnprt])\1$/;
  // A page must hold more than this share of what was asked, rare words counting more than common ones; whoever tells
  // their story in many words says much that no page has, and a few of them are enough.
  const FITS = 0.5;
  const FEW_WORDS = 3;
  // In a story what fits far less than the best is left out, and where nothing fits, the tool that asks back is shown.
  const FAR_LESS = 0.1;
  const STORY = 4;
  const UNKNOWN = 10;
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
    const plain = MEANT.reduce((text, [said, meant]) => text.replace(said, meant), typed.toLowerCase().replace(/['’]/g, ""));
    const words = plain.match(/[\p{L}\d]+/gu) ?? [];
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
      [...words].map((word) => {
        const holding = held.filter((one) => one.has(word)).length;
        // Among several words one that no page has is mistyped, or tells of the reader's own life.
        return [word, Math.log(1 + PAGES / (holding || words.size < FEW_WORDS ? 0.5 + holding : UNKNOWN))];
      }),
    );
    const sum = (/** @type {Iterable<string>} */ some) => [...some].reduce((all, word) => all + (rarity.get(word) ?? 0), 0);
    const whole = sum(words);
    const enough = FITS * Math.min(1, FEW_WORDS / words.size);
    const ranked = pages
      .map((items, place) => ({ items, share: sum(held[place]) / whole, best: Math.max(...items.map(({ score }) => score)) }))
      .filter(({ share }) => share > enough)
      .map(({ items, share, best }) => ({ items, rank: best * share ** 2 }))
      .sort((one, other) => other.rank - one.rank);
    const least = words.size > FEW_WORDS ? FAR_LESS * (ranked[0]?.rank ?? 0) : 0;
    return ranked.filter(({ rank }) => rank >= least).map(({ items }) => items);
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
    /** What was asked and is not answered yet, in the order of the answers.
     * @type {string[]} */
    #asked = [];

    /** @param {string | URL} address */
    constructor(address) {
      super();
      this.#address = new URL(address, location.href).href;
    }

    /** @param {unknown} message */
    postMessage(message) {
      this.#worker ??= this.#begun();
      const { type, data } = /** @type {{type: number, data: string}} */ (message);
      if (type === QUERY) this.#ask(data, inWords(data));
      else this.#worker.postMessage(message);
    }

    /** @param {string} typed @param {string} words */
    #ask(typed, words) {
      this.#asked.push(typed);
      this.#worker?.postMessage({ type: QUERY, data: words });
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
      if (type !== RESULT) return this.#pass(message);
      const typed = this.#asked.shift() ?? "";
      const items = fitting(data.items);
      if (!items.length && typed.trim().split(/\s+/).length >= STORY) return this.#ask("", WHAT_NOW.join(" "));
      this.#pass({ type, data: { ...data, items: typed ? items : items.slice(0, 1) } });
    }

    /** @param {unknown} data */
    #pass(data) {
      this.dispatchEvent(new MessageEvent("message", { data }));
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

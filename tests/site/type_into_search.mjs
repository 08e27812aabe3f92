// Types questions into the search of a built site: the theme's own thread, reached through assets/look/search.js.
// Takes the site's folder; reads a list of questions from the standard input, writes the pages found for each, best first.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";

const [site] = process.argv.slice(2);
const threads = join(site, "assets/javascripts/workers");
const thread = readFileSync(join(threads, readdirSync(threads).find((name) => /^search\..*\.js$/.test(name))), "utf8");

/** The theme's thread, in a world of its own. */
class Thread extends EventTarget {
  #listen;

  constructor() {
    super();
    const world = {
      addEventListener: (_, listen) => (this.#listen = listen),
      postMessage: (data) => this.dispatchEvent(new MessageEvent("message", { data })),
      console: { ...console, warn: () => undefined },
    };
    world.self = world;
    vm.runInNewContext(thread, world);
  }

  postMessage(data) {
    this.#listen({ data });
  }
}

const page = {
  window: { Worker: Thread, XMLHttpRequest: class {} },
  document: { addEventListener: () => undefined },
  location: { href: "http://127.0.0.1/", search: "" },
  XMLHttpRequest: class {},
  URL: Object.assign(URL, { createObjectURL: () => "blob:", revokeObjectURL: () => undefined }),
  URLSearchParams,
  Blob,
  EventTarget,
  MessageEvent,
};
vm.runInNewContext(readFileSync(join(site, "assets/look/search.js"), "utf8"), page);

const search = new page.window.Worker("assets/javascripts/workers/search.js");
const answer = (message) =>
  new Promise((done) => {
    search.addEventListener("message", ({ data }) => done(data), { once: true });
    search.postMessage(message);
  });

const index = JSON.parse(readFileSync(join(site, "search/search_index.json"), "utf8"));
await answer({ type: 0, data: { ...index, options: { suggest: true } } });
const found = {};
for (const typed of JSON.parse(readFileSync(0, "utf8"))) {
  const { data } = await answer({ type: 2, data: typed });
  found[typed] = data.items.map((items) => items[0].location.split("#")[0]);
}
console.log(JSON.stringify(found));

// Ways out of a page or a worker, and ways to run text. Each tells "done" or why not.
// `other` is the address of another host, which counts what arrives.
const soon = (promise) => Promise.race([promise, new Promise((done) => setTimeout(done, 2000, "no answer"))]);
const told = (target, good, bad) => new Promise((done) => {
  target[good] = () => done("done");
  target[bad] = () => done("refused");
});

const ways = {
  fetch: () => fetch(other + "fetch").then(() => "done"),
  beacon: () => (navigator.sendBeacon?.(other + "beacon"), "tried"),
  xhr: () => {
    const one = new XMLHttpRequest();
    const end = told(one, "onload", "onerror");
    one.open("GET", other + "xhr");
    one.send();
    return end;
  },
  socket: () => told(new WebSocket(other.replace("http", "ws") + "socket"), "onopen", "onerror"),
  events: () => told(new EventSource(other + "events"), "onopen", "onerror"),
  module: () => import(other + "module.js").then(() => "done"),
  eval: () => (0, eval)("'done'"),
  function: () => new Function("return 'done'")(),
};

const add = (tag, attributes, place = document.body) => {
  const one = document.createElement(tag);
  const end = told(one, "onload", "onerror");
  place.append(Object.assign(one, attributes));
  return end;
};

const pageWays = {
  image: () => add("img", { src: other + "image.png" }),
  frame: () => (add("iframe", { src: other + "frame" }), "tried"),
  style: () => add("link", { rel: "stylesheet", href: other + "style.css" }),
  prefetch: () => (add("link", { rel: "prefetch", href: other + "prefetch" }), "tried"),
  script: () => add("script", { src: other + "script.js" }),
  worker: () => {
    const text = `importScripts(${JSON.stringify(other + "worker.js")})`;
    return told(new Worker(URL.createObjectURL(new Blob([text]))), "onmessage", "onerror");
  },
  form: () => {
    const one = document.createElement("form");
    Object.assign(one, { action: other + "form", method: "post" });
    document.body.append(one);
    one.submit();
    return "tried";
  },
  inline: () => {
    add("script", { textContent: "window.broken = 'done'" });
    return window.broken ?? "refused";
  },
  handler: () => {
    const one = document.createElement("div");
    one.innerHTML = '<b onclick="window.clicked = \'done\'"></b>';
    document.body.append(one);
    one.firstChild.click();
    return window.clicked ?? "refused";
  },
  // The last: what was sent by then, as a form is, has time to arrive.
  text: () => new Promise((done) => {
    setTimeout("window.late = 'done'");
    setTimeout(() => done(window.late ?? "refused"), 500);
  }),
};

const tried = async () => {
  const results = {};
  const all = typeof document === "undefined" ? ways : { ...ways, ...pageWays };
  for (const [name, way] of Object.entries(all)) results[name] = await soon((async () => way())().catch((error) => error.name));
  return results;
};

// Starts an image in Node with the page's own code.
import { readFileSync } from "node:fs";

const source = readFileSync(new URL("../overrides/assets/app/image.js", import.meta.url), "utf8");
// Node takes a .js file of a browser for another kind of module.
const { startImage: start } = await import(`data:text/javascript,${encodeURIComponent(source)}`);

/** Gives the door of an image, and its memory. */
export async function startImage(bytes) {
  const { instantiate } = WebAssembly;
  let memory;
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate(...given);
    memory = made.exports.memory;
    return made;
  };
  try {
    return { door: await start(await WebAssembly.compile(bytes)), memory };
  } finally {
    WebAssembly.instantiate = instantiate;
  }
}

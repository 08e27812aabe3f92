// Starts an image in Node with the page's own code.
import { startImage as start } from "./start.js";

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

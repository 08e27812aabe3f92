// node look_at_image.mjs IMAGE.wasm: prints what the image is given, and in how many bytes two that woke differ.
import { readFileSync } from "node:fs";
import { startImage } from "../../packages/pyfreeze/src/image_in_node.mjs";

const bytes = readFileSync(process.argv[2]);
const { instantiate } = WebAssembly;
let given;
WebAssembly.instantiate = (module, outside) => instantiate(module, (given = outside));

const differing = await difference();
crypto.getRandomValues = (array) => array.fill(7);
const differingWithSameChance = await difference();
const asked = WebAssembly.Module.imports(new WebAssembly.Module(bytes));
const answered = asked.filter(({ module, name, kind }) => kind !== "function" || !isRefused(given[module][name], name));
console.log(JSON.stringify({ answered: answered.map(({ name }) => name), differing, differingWithSameChance }));

async function difference() {
  const [one, other] = [await memory(), await memory()];
  return one.reduce((sum, byte, place) => sum + (byte !== other[place]), 0);
}

async function memory() {
  return new Uint8Array((await startImage(bytes)).memory.buffer);
}

function isRefused(call, name) {
  try {
    call();
    return false;
  } catch (error) {
    return error.message === `no ${name} here`;
  }
}

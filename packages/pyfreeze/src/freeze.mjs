// node freeze.mjs ARCHIVE REQUESTS.json REACHED.json ASKED.json OUT.wasm
// Starts Python, lets it answer its first requests, and writes the memory it then has into its own WebAssembly file:
// a browser that loads the file has Python awake, without Pyodide's loader and without a way to JavaScript.
import { readFileSync, writeFileSync } from "node:fs";
import { blankDeadData, charsetTables } from "./dead_data.mjs";
import { blankGarbage } from "./garbage.mjs";
import { blankTables } from "./blank_tables.mjs";
import { makeImmortal } from "./immortal.mjs";
import { sealedImage } from "./write.mjs";
import { startForSealing } from "./python.mjs";

const [archive, requests, reached, asked, out] = process.argv.slice(2);

const SEAL = `
import gc, json, sys
from followup.door import answer
wake = sealing.wake
# Opened before there are no files any more.
opened = open("/home/door.json", "wb", 0)
with open("/home/asked.json", encoding="utf-8") as file:
    asked = json.load(file)
sealing.seal()
classes = {"texts": str, "dicts": dict, "sets": set, "frozensets": frozenset, "functions": type(wake), "code": type(wake.__code__)}
opened.write(json.dumps({"answer": id(answer), "wake": id(wake), **{name: id(one) for name, one in classes.items()}}).encode())
unasked = reach.unasked(asked)
calls.slim_functions(called)
# An answer leaves next to nothing behind in circles; a plan without looking for them took 2 to 7% less on CPython.
gc.set_threshold(20_000)
collect, freeze, forget, refused = gc.collect, gc.freeze, sys._clear_type_cache, (AttributeError, TypeError)
del asked, called, calls, classes, exercise, file, gc, json, opened, reach, sealing, sys
for delete, owner, name in unasked:
    try:
        delete(owner, name)
    except refused:
        # Classes written in C stay as they are.
        pass
del unasked, delete, owner, name, refused
collect()
freeze()
# Who looks an attribute up finds it anew.
forget()
del collect, forget, freeze
`;

const { python, capture, original } = await startForSealing(archive, requests, reached, out);
const tables = charsetTables(python);
dropProxies(python._api);
python.FS.writeFile("/home/asked.json", readFileSync(asked));
const [failed, errors] = python._api.rawRun(SEAL);
if (failed) throw new Error(errors);
const { functions, code, ...door } = JSON.parse(python.FS.readFile("/home/door.json", { encoding: "utf8" }));
const countsAt = capture.instance.exports.malloc(16384);
const state = { ...capture.take(original, python._module), countsAt };
const { emscripten_stack_get_base: stackBase, emscripten_stack_get_end: stackEnd } = capture.instance.exports;
const bounds = { heapBase: stackBase(), constantsEnd: stackEnd(), top: state.top };
const blanked = blankDeadData(state.memory, python._module, tables, bounds.constantsEnd);
const garbage = blankGarbage(state.memory, bounds, [door.answer, door.wake, countsAt, ...state.globals, ...state.imported]);
const places = { ...door, heap: bounds.heapBase, names: garbage.names };
const [hashes, indexes] = blankTables(state.memory, capture.instance.exports, capture.imports.env.memory, places, { functions, code });
const immortal = makeImmortal(state.memory, door.answer, bounds.constantsEnd);
const bytes = sealedImage(original, state, places);
writeFileSync(out, bytes);
console.log(`sealed: ${bytes.length} bytes, memory ${state.top}, blanked ${blanked} and ${garbage.bytes}, immortal ${immortal}, hashes ${hashes}, indexes ${indexes}`);
process.exit(0);

/** Lets go of the Python objects that Pyodide's JavaScript holds, so that Python can forget them too. */
function dropProxies(api) {
  for (const value of Object.values(api)) if (value instanceof python.ffi.PyProxy) value.destroy();
}

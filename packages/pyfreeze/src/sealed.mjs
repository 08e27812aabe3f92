// Starts Python, lets it answer its first requests, and cuts it off from files and the browser.
import { readFileSync } from "node:fs";
import { charsetTables } from "./dead_data.mjs";
import { startForSealing } from "./python.mjs";

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
opened.write(json.dumps({"answer": id(answer), "wake": id(wake), "none": id(None), **{name: id(one) for name, one in classes.items()}}).encode())
unasked = reach.unasked(asked)
calls.slim_functions(called)
# An answer leaves next to nothing behind in circles; a plan without looking for them took 2 to 7% less on CPython.
gc.set_threshold(20_000)
collect, freeze, forget, refused = gc.collect, gc.freeze, sys._clear_type_cache, (AttributeError, TypeError)
for name in [name for name in sys.modules if name.startswith("pyfreeze")]:
    del sys.modules[name]
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

/**
 * Gives the state that Python is then in, where the tables of charsets stand and what the door needs; its heap begins so many
 * bytes higher than Pyodide's own.
 */
export async function sealed(archive, requests, reached, asked, out, higher = 0) {
  const { python, capture, original } = await startForSealing(archive, requests, reached, out, higher);
  const tables = charsetTables(python);
  dropProxies(python);
  python.FS.writeFile("/home/asked.json", readFileSync(asked));
  const [failed, errors] = python._api.rawRun(SEAL);
  if (failed) throw new Error(errors);
  const door = JSON.parse(python.FS.readFile("/home/door.json", { encoding: "utf8" }));
  const countsAt = capture.instance.exports.malloc(16384);
  const state = { ...capture.take(original, python._module), countsAt };
  const { emscripten_stack_get_base: stackBase, emscripten_stack_get_end: stackEnd } = capture.instance.exports;
  const { __stack_pointer: stack } = capture.imports.env;
  const bounds = { heapBase: stackBase(), constantsEnd: stackEnd(), stackTop: stack.value, top: state.top };
  return { python, capture, original, state, bounds, door, tables };
}

/** Lets go of the Python objects that Pyodide's JavaScript holds, so that Python can forget them too. */
function dropProxies(python) {
  for (const value of Object.values(python._api)) if (value instanceof python.ffi.PyProxy) value.destroy();
}

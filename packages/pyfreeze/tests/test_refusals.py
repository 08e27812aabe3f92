"""What the image is made from is not as we know it: the build stops and says what is new."""

import subprocess

import pytest

from followup_site.publish.bundle import PYFREEZE

BINARY, DEAD, HEAP, UNLIKE, IMMORTAL, CAPTURE = (
    f"{name}.mjs" for name in ("wasm", "dead_data", "heap", "differences", "immortal", "capture")
)
# The smallest memory with lists of frozen modules: all three names lead over place 8 to one entry.
FROZEN = """
const memory = new Uint8Array(1 << 21);
new Uint32Array(memory.buffer).set([16, 0, 1, 1024], 2);
const module = { __PyImport_FrozenBootstrap: 8, __PyImport_FrozenStdlib: 8, __PyImport_FrozenTest: 8 };
"""
TABLES = (
    FROZEN
    + """
[[0x4e02, 0x4e04, 0x4e05, 0x4e06, 0x4e0f], [0x3000, 0xff0c, 0x3001, 0x3002], [0x3000, 0x3001, 0x3002, 0xff0c]]
  .forEach((table, place) => memory.set(new Uint8Array(Uint16Array.from(table).buffer), 4096 + place * 65536));
"""
)
# Two collected objects; the second names the one after it and the one before.
RING = "const memory = new Uint8Array(256); const words = new Uint32Array(memory.buffer); words.set([64, 64], 8);"

REFUSED = [
    (BINARY, "", "readGlobals(Buffer.from([1, 0x7e, 1, 0x42, 0, 0x0b]))", "a global of type 126 and operation 66"),
    (BINARY, "", "readGlobals(Buffer.from([1, 0x7f, 1, 0x41, 0, 0x41]))", "initial value is more than a constant"),
    (BINARY, "", "readTypes(Buffer.from([1, 0x5f]))", "a type that is no function"),
    (BINARY, "", "readElements(Buffer.from([2, 0]))", "more than one plain table segment"),
    (BINARY, "", "readElements(Buffer.from([1, 0, 0x41]))", "does not start at a global"),
    (BINARY, "", "readElements(Buffer.from([1, 0, 0x23, 0, 0x41]))", "start is more than a global"),
    (CAPTURE, "", "instrumented(Buffer.from([...Array(8), 2, 1, 0, 6, 1, 0, 7, 1, 0]))", "its dylink section"),
    (DEAD, FROZEN + "memory[8] = 0;", "blankDeadData(memory, module, [], 1 << 21)", "list of frozen modules"),
    (DEAD, FROZEN, "blankDeadData(memory, module, [], 1 << 21)", "table gb18030 is not where it was"),
    (DEAD, TABLES, "blankDeadData(memory, module, [], 1 << 21)", "names of characters are not where they were"),
    (HEAP, "", "stateOf(new Uint32Array(4096), 8192, 16384)", "notes on its heap are not as they were"),
    (
        UNLIKE,
        "const memory = new Uint8Array(4096);",
        "differences(memory, memory, { heapBase: 2048, top: 4096 })",
        "two runs of the same did not take the same memory",
    ),
    (IMMORTAL, RING + "words.set([32, 33], 16);", "collected(memory, 40, 0)", "frozen objects is not as it was"),
    (IMMORTAL, RING + "words.set([32, 48], 16);", "collected(memory, 40, 48)", "a list of objects is broken"),
]


def run(script: str, before: str, call: str) -> subprocess.CompletedProcess[str]:
    """Gives what came of calling one function of a script."""
    source = f"import * as step from '{(PYFREEZE / 'src' / script).as_uri()}';\n{before}\nconsole.log(step.{call})"
    return subprocess.run(["node", "--input-type=module", "-e", source], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("script", "before", "call", "message"), REFUSED, ids=[message for *_, message in REFUSED])
def test_what_is_new_to_us_stops_the_build(script: str, before: str, call: str, message: str) -> None:
    """A wrong guess would blank or move what a reader's Python needs."""
    done = run(script, before, call)
    assert 1 == done.returncode
    assert message in done.stderr


def test_the_list_of_frozen_objects_as_we_know_it() -> None:
    """The rings that are refused above differ from this one in a word."""
    done = run(IMMORTAL, RING + "words.set([32, 32], 16);", "collected(memory, 40, 48)")
    assert ("{ anchor: 32, heads: [ 64 ] }\n", "") == (done.stdout, done.stderr)

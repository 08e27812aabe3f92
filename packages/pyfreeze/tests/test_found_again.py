"""What an image is written without is found again when it starts, byte for byte."""

import base64
import re
import subprocess
from pathlib import Path

from node_scripts import run

from followup_site.publish.bundle import PYFREEZE, ROOT

FUNCTIONS = {"findAgain": "again.js"}

# A heap of six blocks: two texts whose hashes meet in an index of eight, a dictionary of both, and the names held once.
HEAP = """
const memory = new Uint8Array(4096), words = new Uint32Array(memory.buffer);
const places = { heap: 1024, texts: 100, dicts: 104, sets: 108, frozensets: 112, names: 1024 + 16 + 64 + 112 };
let at = 1024;
const block = (size, ...content) => { words[at + 4 >> 2] = size | 3; words.set(content, at + 8 >> 2); at += size; };
const text = (hash) => block(32, 1, places.texts, 1, hash, 4 | 32 | 64 | 1);
const dict = (keys) => block(48, 0, 0, 1, places.dicts, 2, 0, 0, 0, keys, 0);
const keys = () => block(64, 1, 3 | 3 << 8 | 1 << 16, 0, 3, 2, 0, 0, 1032, 1032, 1064, 1064);
text(5); text(13);
dict(1024 + 64 + 48 + 8); keys();
dict(1024 + 64 + 112 + 48 + 8); keys();
// As in a reader's browser; a hash that is asked of Python is 9.
const restore = () => {
  const live = new WebAssembly.Memory({ initial: 1 });
  new Uint8Array(live.buffer).set(memory);
  const hash = (text) => { new Uint32Array(live.buffer)[text + 12 >> 2] = 9; return 9; };
  findAgain({ memory: live, PyObject_Hash: hash }, places);
  memory.set(new Uint8Array(live.buffer, 0, memory.length));
};
"""


def test_an_index_is_found_again_as_cpython_fills_it() -> None:
    """The second of two that meet steps on to place 5 * 5 + 1, modulo 8."""
    index = [255, 255, 1, 255, 255, 0, 255, 255]
    source = """
    restore();
    console.log(JSON.stringify([1144, 1256].map((keys) => [...memory.slice(keys + 20, keys + 28)])));
    """
    assert [index, index] == run(FUNCTIONS, HEAP + source)


def test_the_names_are_listed_as_they_stand_in_memory() -> None:
    """Two are held, so that three of five places are left."""
    source = """
    words.fill(0, 1256 + 12 >> 2, 1256 + 44 >> 2);
    restore();
    const word = (place) => words[1256 + place >> 2];
    console.log(JSON.stringify([12, 16, 28, 32, 36, 40].map(word)));
    """
    assert [3, 2, 1032, 1032, 1064, 1064] == run(FUNCTIONS, HEAP + source)


def test_what_was_deleted_from_a_dictionary_has_no_place_in_its_index() -> None:
    """Its entry stays as a hole."""
    source = """
    words[1144 + 28 >> 2] = 0;
    restore();
    console.log(JSON.stringify([...memory.slice(1164, 1172)]));
    """
    assert [255, 255, 255, 255, 255, 1, 255, 255] == run(FUNCTIONS, HEAP + source)


def test_a_hash_that_was_not_sent_is_asked_of_python_and_written_beside_its_text() -> None:
    """A dictionary whose keys need not be texts, and a set of one text: beside both stands a hash."""
    source = """
    const any = () => block(64, 1, 3 | 3 << 8, 0, 5, 1, 0, 0, 0, 1032, 7);
    words[1032 + 12 >> 2] = 0xffffffff;
    const from = at;
    dict(from + 48 + 8); words[from + 16 + 8 >> 2] = 1; any();
    block(64, 0, 0, 1, places.sets, 1, 1, 1, from + 48 + 64 + 64 + 8);
    block(24, 1064, 0);
    restore();
    const word = (place) => words[place >> 2];
    const found = [word(1032 + 12), word(from + 56 + 28), memory[from + 56 + 20 + 1], word(from + 176 + 8 + 4)];
    console.log(JSON.stringify(found));
    """
    assert [9, 9, 0, 13] == run(FUNCTIONS, HEAP + source)


def test_what_only_names_a_class_is_left_as_it_is() -> None:
    """A block whose words look like a dictionary's or a set's, with addresses that lead nowhere."""
    source = """
    const from = at;
    for (const type of [places.dicts, places.sets, places.frozensets]) {
      block(64, 0, 0, 1, type, 0xfffffff0, 0, 0xffffffff, 0xfffffffc, 0xfffffff8, 0xffffffff);
    }
    const before = memory.slice(from, at);
    restore();
    console.log(JSON.stringify(before.every((byte, place) => byte === memory[from + place])));
    """
    assert run(FUNCTIONS, HEAP + source) is True


def test_the_page_runs_what_the_text_says(tmp_path: Path) -> None:
    """again.js holds what Binaryen makes of again.wat."""
    made, source = tmp_path / "again.wasm", PYFREEZE / "src" / "again.wat"
    assembler = ROOT / "node_modules" / ".bin" / "wasm-as"
    subprocess.run([assembler, "--enable-bulk-memory", source, "-o", made], check=True, timeout=60)
    held = "".join(re.findall(r'^  "([A-Za-z0-9+/=]+)",$', (PYFREEZE / "src" / "again.js").read_text(), re.MULTILINE))
    assert made.read_bytes() == base64.b64decode(held)

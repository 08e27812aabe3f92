"""What an image is written without is found again when it starts, byte for byte."""

import json
import subprocess

from followup_site.publish.bundle import PYFREEZE

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
"""


def run(source: str) -> object:
    """Gives what a script says as JSON."""
    imports = f"import {{ Tables }} from '{(PYFREEZE / 'src' / 'tables.js').as_uri()}';\n"
    command = ["node", "--input-type=module", "-e", imports + HEAP + source]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout)


def test_an_index_is_found_again_as_cpython_fills_it() -> None:
    """The second of two that meet steps on to place 5 * 5 + 1, modulo 8."""
    index = [255, 255, 1, 255, 255, 0, 255, 255]
    source = """
    new Tables(memory.buffer, places).restore();
    console.log(JSON.stringify([1144, 1256].map((keys) => [...memory.slice(keys + 20, keys + 28)])));
    """
    assert [index, index] == run(source)


def test_the_names_are_listed_as_they_stand_in_memory() -> None:
    """Two are held, so that three of five places are left."""
    source = """
    words.fill(0, 1256 + 12 >> 2, 1256 + 44 >> 2);
    new Tables(memory.buffer, places).restore();
    const word = (place) => words[1256 + place >> 2];
    console.log(JSON.stringify([12, 16, 28, 32, 36, 40].map(word)));
    """
    assert [3, 2, 1032, 1032, 1064, 1064] == run(source)


def test_what_was_deleted_from_a_dictionary_has_no_place_in_its_index() -> None:
    """Its entry stays as a hole."""
    source = """
    words[1144 + 28 >> 2] = 0;
    new Tables(memory.buffer, places).restore();
    console.log(JSON.stringify([...memory.slice(1164, 1172)]));
    """
    assert [255, 255, 255, 255, 255, 1, 255, 255] == run(source)

"""What anything leads to moves close together, each address with it; the rest of the heap is let go."""

from node_scripts import run

from followup_site.publish.bundle import PYFREEZE

FUNCTIONS = {"moved": "move.mjs", "fillSet": "hashes.mjs"}
# A memory whose heap holds, from 131072 on: Python's own stack, a block that nothing leads to, one that a constant
# leads to and that leads to the next, the table of names with its dictionary, and a collected object. `memoryOf` gives
# what a run has whose heap begins so much higher.
MEMORY = """
const [HEAP, TOP, STATE, FIRST] = [131072, 327680, 4096, 2048];
const memoryOf = (lift) => {
  const memory = new Uint8Array(TOP + lift), words = new Uint32Array(memory.buffer);
  let at = HEAP + lift;
  const put = (place, ...content) => words.set(content, place >> 2);
  const block = (size, ...content) => {
    put(at + 4, size | 3, ...content);
    at += size;
    return at - size + 8;
  };
  const stack = block(72, 0, 64, 0, 7, 7);
  block(40, 1, 2, 3);
  const [second, third] = [at + 8, at + 40];
  block(32, third);
  block(32, 5);
  const entries = Array.from({ length: 1000 }, () => [third, third]).flat();
  const names = block(65544, 1, 11 | 12 << 8 | 1 << 16, 0, 0, 1000, ...Array(1024).fill(0), ...entries);
  const dict = block(48, 0, 0, 1, 104, 0, 0, 0, 0, names) + 8;
  const object = block(32, 512, 512, 1, 108) + 8;
  put(512, object - 8, object - 8);
  put(FIRST, stack, stack + 12, stack + 64, second, TOP + lift, dict);
  put(STATE + 12, TOP + lift - 40 - at, HEAP + lift, 0, at);
  put(STATE + 448, HEAP + lift);
  put(at + 4, TOP + lift - 40 - at | 1);
  return { memory, object };
};
const { memory, object } = memoryOf(0);
const bounds = { heapBase: HEAP, constantsEnd: 65536, stackTop: HEAP - 16, top: TOP };
const words = new Uint32Array(memory.buffer);
words[HEAP + 72 + 40 + 8 + 16 >> 2] = 9;
const other = memoryOf(65536).memory;
new Uint32Array(other.buffer)[HEAP + 65536 + 72 + 40 + 8 + 16 >> 2] = 8;
const move = moved(memory, other, bounds, [object]);
const now = new Uint32Array(move.memory.buffer);
"""


def test_what_nothing_leads_to_is_let_go() -> None:
    """Six of seven blocks stay; the memory ends with the page in which the last of them does."""
    found = run(
        FUNCTIONS, MEMORY + "console.log(JSON.stringify([move.count, move.memory.length, now[2048 + 16 >> 2]]));"
    )
    assert [6, 262144, 262144] == found


def test_each_address_leads_where_its_block_went() -> None:
    """From the constant to the second, from there to the third, and from both there and back to where they were."""
    source = """
    const second = now[2048 + 12 >> 2], third = now[second >> 2];
    const isBack = move.to(move.from(third)) === third;
    console.log(JSON.stringify([now[third >> 2], now[move.names + 24 >> 2] > 131072, isBack]));
    """
    assert [5, True, True] == run(FUNCTIONS, MEMORY + source)


def test_what_differs_and_is_no_address_is_to_be_found_anew() -> None:
    """A hash of an address is one."""
    source = "console.log(JSON.stringify(move.unsettled.map(({ at }) => now[at >> 2])));"
    assert [9] == run(FUNCTIONS, MEMORY + source)


def test_no_block_is_free_but_the_last() -> None:
    """The C library's lists of small blocks lead to themselves, and the last block begins where all others end."""
    source = """
    const bin = 4096 + 40, top = now[4096 + 24 >> 2], size = now[4096 + 12 >> 2];
    const lists = [now[bin + 8 >> 2] - bin, now[bin + 12 >> 2] - bin];
    console.log(JSON.stringify([...lists, top + size + 40, now[top + 4 >> 2] - size]));
    """
    assert [0, 0, 262144, 1] == run(FUNCTIONS, MEMORY + source)


def test_what_stands_behind_the_last_sign_of_a_text_is_no_address() -> None:
    """A text of 41 signs lies where an address lay before, so that half of that differs between two runs."""
    before = """
    import { Objects } from "OBJECTS";
    const memory = new Uint8Array(8192), words = new Uint32Array(memory.buffer);
    const put = (place, ...content) => words.set(content, place >> 2);
    const named = (place, name, type, bytes, item) => {
      put(place, 1, type, 0, place + 400, bytes, item);
      memory.set(new TextEncoder().encode(name), place + 400);
    };
    named(1024, "type", 1024, 464, 20);
    named(1536, "str", 1024, 20, 0);
    named(2048, "Markup", 1024, 32, 0);
    put(2048 + 128, 1536);
    named(2560, "code", 1024, 124, 2);
    const [ascii, kana, safe, code] = [4096, 4224, 4352, 4480];
    put(ascii, 1, 1536, 41, 0, 1 << 2 | 1 << 5 | 1 << 6);
    put(kana, 1, 1536, 3, 0, 2 << 2 | 1 << 5, 9, 6000);
    put(safe, 1, 2048, 5, 0, 1 << 2 | 1 << 6, 5, 7000, 7000);
    put(code, 1, 2560, 7);
    const objects = new Objects(memory, 8192);
    """.replace("OBJECTS", (PYFREEZE / "src" / "objects.mjs").as_uri())
    source = "console.log(JSON.stringify([ascii, kana, safe, code].map((one) => objects.bytesOf(one))));"
    own = [[4096, 4096 + 62]], [[4224, 4224 + 36], [6000, 6010]], [[7000, 7006], [7000, 7006]], [[4480, 4480 + 138]]
    assert list(own) == run(FUNCTIONS, before + source)


def test_what_looks_like_a_class_made_from_itself_is_none() -> None:
    """Bytes that nobody reads as a class can lead in a circle; the search for a class ends all the same."""
    before = """
    import { Objects } from "OBJECTS";
    const memory = new Uint8Array(8192), words = new Uint32Array(memory.buffer);
    const put = (place, ...content) => words.set(content, place >> 2);
    for (const [place, base] of [[1536, 2048], [2048, 1536]]) {
      put(place, 1, 1024, 0, place + 400);
      put(place + 128, base);
      memory.set(new TextEncoder().encode("odd"), place + 400);
    }
    put(4096, 1, 1536);
    """.replace("OBJECTS", (PYFREEZE / "src" / "objects.mjs").as_uri())
    assert False is run(FUNCTIONS, before + "console.log(JSON.stringify(new Objects(memory, 8192).isA(4096, 'str')));")


def test_collected_objects_become_immortal() -> None:
    """Their notes for the collector are blank, and its list leads to itself."""
    source = """
    const at = move.to(object);
    console.log(JSON.stringify([now[at >> 2], now[at - 8 >> 2], now[at - 4 >> 2], now[512 >> 2]]));
    """
    assert [0x3FFFFFFF, 0, 0, 512] == run(FUNCTIONS, MEMORY + source)


def test_a_set_is_filled_as_cpython_looks_in_it() -> None:
    """Of three that meet at the last place but one of sixteen, the third is found by the rest of its hash."""
    before = """
    const words = new Uint32Array(64);
    words.set([1, 100, 3, 3, 15, 64], 0);
    words.set([500, 14, 501, 14 + 16, 502, 14 + 32, 7, 0xffffffff], 16);
    fillSet(words, 0);
    """
    source = "console.log(JSON.stringify([words[2], ...[0, 1, 2, 3, 14, 15].map((place) => words[16 + 2 * place])]));"
    assert [3, 0, 0, 0, 0, 500, 0] == run(FUNCTIONS, before + source)

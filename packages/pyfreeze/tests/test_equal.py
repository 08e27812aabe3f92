"""Of equal texts, bytes and tuples one stands for all; whatever could be told apart stays."""

import pytest
from node_scripts import run

FUNCTIONS = {"equals": "equal.mjs", "Objects": "objects.mjs"}

# Classes at 1024 and further; from 4096 on a block every 64 bytes: `held` is a text that Python holds once, and each
# tuple stands behind the two words that the collector has for it.
MEMORY = """
const memory = new Uint8Array(8192), words = new Uint32Array(memory.buffer);
const put = (place, ...content) => words.set(content, place >> 2);
const named = (place, name) => {
  put(place, 1, 1024, 0, place + 400, 20, 0);
  memory.set(new TextEncoder().encode(name), place + 400);
};
["type", "str", "bytes", "tuple", "list"].forEach((name, at) => named(1024 + 512 * at, name));
const live = [];
const block = (...content) => {
  const from = 4096 + 64 * live.length;
  live.push({ from, to: from + 64 });
  put(from, ...content);
  return from;
};
const signs = (at, text) => { memory.set(new TextEncoder().encode(text), at); };
const text = (content, hash = 0xffffffff, held = 0, state = 0x64) => {
  const at = block(1, 1536, content.length, hash, state | held);
  signs(at + 20, content);
  return at;
};
const bytes = (content) => {
  const at = block(1, 2048, content.length, 0xffffffff);
  signs(at + 16, content);
  return at;
};
const several = (type, ...items) => block(0, 0, 1, type, items.length, ...items) + 8;
const tuple = (...items) => several(2560, ...items);
const find = (address) => live.find(({ from, to }) => address >= from && address < to);
const told = () => {
  const found = equals(live, new Objects(memory, 8192), find, (at) => words[at >> 2] >= 4096);
  return [...found].map(([one, other]) => [live.indexOf(one), live.indexOf(other)]);
};
"""
EQUAL = [
    ("text('role'); text('role'); text('rule');", [[1, 0]]),
    # The text that Python holds once speaks for the others.
    ("text('role'); text('role', 0xffffffff, 1); text('role');", [[0, 1], [2, 1]]),
    ("bytes('role'); bytes('role'); text('role');", [[1, 0]]),
    # A text of other signs may lead to another one.
    ("text('role', 0xffffffff, 0, 0x24); text('role', 0xffffffff, 0, 0x24);", []),
    ("const one = text('role'), two = text('role'); tuple(one, 7); tuple(two, 7); tuple(two, 8);", [[1, 0], [3, 2]]),
    # Tuples of equal tuples.
    ("const deep = (at) => tuple(tuple(tuple(at))); deep(7); deep(7);", [[3, 0], [4, 1], [5, 2]]),
    # A list may grow.
    ("several(3072, 7); several(3072, 7);", []),
]


@pytest.mark.parametrize(("made", "same"), EQUAL, ids=[made for made, _ in EQUAL])
def test_of_equal_ones_that_nobody_can_change_one_stands_for_all(made: str, same: list[list[int]]) -> None:
    """Each pair tells which block goes, and which one stands for it."""
    assert same == run(FUNCTIONS, f"{MEMORY}{made} console.log(JSON.stringify(told()));")


def test_the_one_that_stays_outlives_all_and_knows_its_hash() -> None:
    """It has more owners than it counted; a dictionary asks a text for its hash without looking for it."""
    source = (
        "text('role', 5, 0); text('role', 0xffffffff, 1); told(); console.log(JSON.stringify(words.slice(1040, 1044)));"
    )
    assert {"0": 0x3FFFFFFF, "1": 1536, "2": 4, "3": 5} == run(FUNCTIONS, MEMORY + source)

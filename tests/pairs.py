"""Tables of pairs, a text and what is made of it on the line below: short enough to read, many enough to hold a room.

What is asked stands behind "> " with its line breaks spelled out; what came of it stands below, as people check it.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

MARK = "> "
SPELLED = {"\\n": "\n", "\\t": "\t", "\\r": "\r"}


class Pair(NamedTuple):
    """What is asked, as it stands in the table, and what was recorded for it."""

    asked: str
    found: str

    @property
    def text(self) -> str:
        """What is asked, with its line breaks."""
        text = self.asked
        for spelled, sign in SPELLED.items():
            text = text.replace(spelled, sign)
        return text


def pairs(path: Path) -> Iterator[Pair]:
    """The pairs of a table."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        if line.startswith(MARK):
            yield Pair(line.removeprefix(MARK), "" if below.startswith((MARK, "# ")) else below)


def record(path: Path, answer: Callable[[str], str]) -> None:
    """Writes what is found today below each text; headings and their order stay."""
    told = {pair.asked: answer(pair.text) for pair in pairs(path)}
    kept = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith((MARK, "# "))]
    lines = (each for line in kept for each in ([line, told[line[2:]]] if line.startswith(MARK) else [line]))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")

"""The tables of an invitation: what stands in a column that is called by a word of some kind."""

import re
from collections.abc import Iterator

from followup.files.invitation.words import known

IN_BRACKETS = re.compile(r"\([^()]{0,80}\)")
KINDS = ("columns", "names_follow", "role_follows", "format_follows")


def column(text: str, kind: str) -> Iterator[str]:
    """The cells below a heading of that kind, row by row."""
    at = -1
    for line in text.split("\n"):
        cells = [cell.strip() for cell in line.split("\t")]
        if is_heading(line):
            at = next((at for at, cell in enumerate(cells) if cell.casefold() in known(kind)), -1)
        elif 0 <= at < len(cells) and len(cells) > 1:
            yield cells[at]


def is_heading(line: str) -> bool:
    """True for the first line of a table: every cell says what stands below it."""
    words = [_bare(cell) for cell in line.split("\t") if cell.strip()]
    return len(words) > 1 and all(_is_word(word) for word in words)


def _is_word(word: str) -> bool:
    return any(word in known(kind) for kind in KINDS)


def _bare(cell: str) -> str:
    """A cell without the clock that it is told by: "time" of "Time (ET)"."""
    return IN_BRACKETS.sub("", cell).strip().casefold()

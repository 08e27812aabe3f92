"""The lines of an email as they were written: those that a program broke at its margin put together again."""

import re
from collections.abc import Iterator
from itertools import pairwise

from followup.files.invitation.words import AND

# Emails in plain text are broken near these widths.
NARROWEST, WIDEST = 58, 90
# What begins a line of its own: the mark of a list, a label, hours.
# Behind these a sentence goes on with an hour.
LEADING_ON = re.compile(
    r"(?:\b(?:at|from|to|until|till|um|ab|von|bis|à|de|a las?|às|alle|dalle|om|van|tot|kl\.)|,)$", re.I
)
OWN_LINE = re.compile(
    r"^[>\s]*(?:[•*·–|-]|\d{1,2}[.)]\s|[^:\d\n]{2,40}:(?:\s|$)|[^\W\d_]{3,12} \d{1,2}\b[^:\n]{0,30}:\s|\d{1,2}(?:[:.h]\d\d|\s?[ap]m)|https?://)",
    re.I,
)

GOES_ON = re.compile(rf"(?<=[^\W\d_]\s)({AND}|&)[^\S\n]*\n[>\s]{{0,4}}(?=[^\W\d_])")


def unwrapped(text: str) -> str:
    """The text with each paragraph on one line in which every break stands where the next word found no room.

    No line ends with an "and" by itself: "with Dana Ruiz and" goes on below.
    """
    text = GOES_ON.sub(r"\1 ", text)
    lines = text.split("\n")
    width = max(map(len, lines))
    if not NARROWEST <= width <= WIDEST:
        return text
    joined = [*_joined(lines, width)]
    # One long line above a short one may be a heading.
    return "\n".join(joined[:-1]) if len(joined) < len(lines) else text


def _joined(lines: list[str], width: int) -> Iterator[str]:
    """The lines, those of a wrapped paragraph as one, and an empty one behind them."""
    paragraph: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            paragraph.append(line)
            continue
        yield from [" ".join(map(str.strip, paragraph))] if _is_wrapped(paragraph, width) else paragraph
        yield line
        paragraph = []


def _is_wrapped(paragraph: list[str], width: int) -> bool:
    pairs = list(pairwise(paragraph))
    return bool(pairs) and all(
        len(line) + 1 + len(behind.split()[0]) > width and (LEADING_ON.search(line) or not OWN_LINE.match(behind))
        for line, behind in pairs
    )

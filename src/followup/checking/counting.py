"""How long a text is."""

import re
from dataclasses import dataclass

from followup.checking.layout import Layout, lay_out

WORDS_PER_MINUTE = 150
# From the first letter or digit to the next gap or dash.
WORD = re.compile(r"[^\W_][^\s—–]*")


@dataclass(frozen=True, kw_only=True, slots=True)
class Counts:
    """The size of a letter's body: greeting, sign-off, signature and quoted mail do not count."""

    sentences: int
    words: int
    paragraphs: int
    reading_seconds: int
    characters: int


def counts(text: str, *, spoken: bool = False) -> Counts:
    """Gives the size of a letter; when it is to be spoken every word counts, read at 150 words a minute.

    >>> counts("Hi Dana,\\n\\nThank you for today. I enjoyed it.\\n\\nBest,\\nSam").words
    7
    """
    return counted(lay_out(text, spoken=spoken))


def counted(layout: Layout) -> Counts:
    """Gives the size of a letter that is already taken apart."""
    words = sum(len(WORD.findall(layout.own, start, end)) for start, end in layout.body)
    return Counts(
        sentences=len(layout.told),
        words=words,
        paragraphs=len(layout.paragraphs),
        reading_seconds=round(words * 60 / WORDS_PER_MINUTE),
        characters=len(layout.text),
    )

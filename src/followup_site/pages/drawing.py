"""Draws the handbook's pictures: shares of the width and pixels of height, so that words keep their size on a phone."""

import textwrap
from collections.abc import Iterable, Iterator

from markupsafe import Markup

LINE = 17
PADDING = 8


def figure(
    id: str, title: str, words: str, height: int, parts: Iterable[Markup], *, caption: str = "", kind: str = "drawn"
) -> str:
    """Gives a drawing with its title, and with `words` for those who do not see it; `kind` are classes."""
    told = Markup("<figcaption>{}</figcaption>").format(caption) if caption else ""
    return Markup(
        '<figure class="{}">'
        '<svg width="100%" height="{}" role="img" aria-labelledby="{}-title {}-words" data-search-exclude>'
        '<title id="{}-title">{}</title><desc id="{}-words">{}</desc>{}</svg>{}</figure>'
    ).format(kind, height, id, id, id, title, id, words, Markup("").join(parts), told)


def text(kind: str, x: float, y: float, words: str, anchor: str = "start") -> Markup:
    """Gives a line of words; `x` is a share of the width in per cent."""
    return Markup('<text class="drawn__{}" x="{:.4g}%" y="{:.4g}" text-anchor="{}">{}</text>').format(
        kind, x, y, anchor, words
    )


def line(kind: str, x1: float, y1: float, x2: float, y2: float) -> Markup:
    """Gives a straight line."""
    return Markup(
        '<line class="drawn__{}" x1="{:.4g}%" y1="{:.4g}" x2="{:.4g}%" y2="{:.4g}" stroke="currentColor"/>'
    ).format(kind, x1, y1, x2, y2)


def bar(kind: str, x: float, y: float, width: float, height: float) -> Markup:
    """Gives a bar or a box with round corners."""
    return Markup(
        '<rect class="drawn__{}" x="{:.4g}%" y="{:.4g}" width="{:.4g}%" height="{:.4g}" rx="4" '
        'fill="currentColor" fill-opacity="0.2"/>'
    ).format(kind, x, y, width, height)


def dot(kind: str, x: float, y: float) -> Markup:
    """Gives a dot."""
    return Markup('<circle class="drawn__{}" cx="{:.4g}%" cy="{:.4g}" r="6" fill="currentColor"/>').format(kind, x, y)


def box(kind: str, x: float, y: float, width: float, lines: Iterable[str], height: float = 0) -> Iterator[Markup]:
    """Gives a box with lines of words in its middle; `y` is its upper edge, and `height` may be more than they need."""
    lines = tuple(lines)
    needed = box_height(lines)
    yield bar(kind, x, y, width, max(height, needed))
    top = y + max(height - needed, 0) / 2 + PADDING
    for at, words in enumerate(lines, 1):
        yield text(f"in-{kind}", x + width / 2, top + at * LINE - 4, words, "middle")


def box_height(lines: Iterable[str]) -> int:
    """Gives the height of a box with so many lines."""
    return len(tuple(lines)) * LINE + 2 * PADDING


def wrapped(words: str, letters: int) -> tuple[str, ...]:
    """Gives words in lines that are not longer than so many letters, no word broken."""
    return tuple(textwrap.wrap(words, letters, break_long_words=False, break_on_hyphens=False))

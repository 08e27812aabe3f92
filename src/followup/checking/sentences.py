"""Where the sentences of a text begin and end."""

import re
from collections.abc import Iterator
from itertools import pairwise

from followup.checking.spans import Span

# A full stop after these ends nothing, whatever follows.
TITLES = frozenset(
    "mr mrs ms mx dr prof st rev hon gov sen rep capt col lt sgt messrs vs e.g i.e eg ie cf al approx dept est fig gen"
    " no nr tel ext attn re p.s".split()
)
# After these a capital letter may begin a sentence, or be the name that goes on.
OPEN = frozenset(
    "a.m p.m etc inc ltd co corp llc plc u.s u.k e.u d.c jr sr ph.d m.d b.a m.a b.sc m.sc jan feb mar apr jun jul aug"
    " sep sept oct nov dec mon tue tues wed thu thurs fri".split()
)
# Words that begin a sentence far more often than a name goes on with them.
STARTERS = frozenset(
    "i i'm i'd i've i'll we it the this that these thank thanks you your my our please if in as when after for and but"
    " so there he she they with at on could would may what how is are do also meanwhile have has let looking to".split()
)
# The look behind comes second, so that the search leaps from stop to stop.
STOP = re.compile(r"[.!?…](?<![.!?…]{2})[.!?…]*+[\"'”’)\]]*+(?=\s|$)")
CLOCK = re.compile(r"\d[\d:.]*([ap]\.?m)")
BEFORE = re.compile(r"[^\s(\"“]+$")
AFTER = re.compile(r"\s*[\"'“‘(\[]*([^\s,;:!?]+)")
BULLET = re.compile(r"[ \t]*(?:[-*•–—‣◦·]|\d{1,2}[.)])[ \t]+")
BLOCK = re.compile(r"\S[^\n]*(?:\n[ \t\r]*\S[^\n]*)*")
# A line that ends sooner than this was ended on purpose, when the next word would have fitted.
NARROW = 45


def paragraphs(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """Gives the blocks of text between empty lines, without the white space around them."""
    found = (_trim(text, match.start(), match.end()) for match in BLOCK.finditer(text, start, _end(text, end)))
    return tuple(span for span in found if span.end > span.start)


def sentences(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """Gives the sentences between two offsets; bullets and lines ended on purpose count as sentences of their own.

    >>> [text[a:b] for text in ["Hi Ms. Ruiz. See you at 9 a.m. on Monday."] for a, b in sentences(text)]
    ['Hi Ms. Ruiz.', 'See you at 9 a.m. on Monday.']
    """
    return tuple(
        sentence
        for block in paragraphs(text, start, end)
        for run in _runs(text, block)
        for sentence in _split(text, run)
    )


def _end(text: str, end: int | None) -> int:
    return len(text) if end is None else end


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _runs(text: str, block: Span) -> Iterator[Span]:
    """Gives the stretches of a block whose lines belong together, without their bullets."""
    lines = list(_lines(text, block))
    width = max((end - start for start, end in lines), default=0)
    start = lines[0].start if lines else block.start
    for line, below in pairwise(lines):
        if _ends_on_purpose(text, line, below, width):
            yield _without_bullet(text, start, line.end)
            start = below.start
    yield _without_bullet(text, start, block.end)


def _lines(text: str, block: Span) -> Iterator[Span]:
    at = block.start
    while at < block.end:
        stop = text.find("\n", at, block.end)
        stop = block.end if stop < 0 else stop
        yield _trim(text, at, stop)
        at = stop + 1


def _ends_on_purpose(text: str, line: Span, below: Span, width: int) -> bool:
    if BULLET.match(text, below.start, below.end):
        return True
    word = len(text[below.start : min(below.end, below.start + 60)].split(None, 1)[0]) if below.end > below.start else 0
    fitted = line.end - line.start + 1 + word < max(width, NARROW)
    return fitted and not text[below.start : below.start + 1].islower() and text[line.end - 1 : line.end] not in ",;"


def _without_bullet(text: str, start: int, end: int) -> Span:
    bullet = BULLET.match(text, start, end)
    return _trim(text, bullet.end() if bullet else start, end)


def _split(text: str, run: Span) -> Iterator[Span]:
    ends = [stop.end() for stop in STOP.finditer(text, run.start, run.end) if _ends(text, run.start, stop, run.end)]
    for start, end in pairwise([run.start, *ends, run.end]):
        sentence = _trim(text, start, end)
        if any(letter.isalnum() for letter in text[sentence.start : sentence.end]):
            yield sentence


def _ends(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    """Tells whether the stop ends a sentence, or belongs to "Ms.", "9 a.m.", "J. Smith" or a pause."""
    after = AFTER.match(text, stop.end(), end)
    if not after or stop[0][0] in "!?":
        return True
    following = after[1]
    if following[0].islower():
        return False
    if stop[0][0] == "…" or stop[0].startswith(".."):
        return True
    before = BEFORE.search(text, max(start, stop.start() - 40), stop.start())
    return _closes(before[0] if before else "", following)


def _closes(before: str, following: str) -> bool:
    word = before.lower().lstrip("([\"'")
    if word in ("no", "nr", "fig", "ext", "re"):
        return not following[0].isdigit()
    if word in TITLES:
        return False
    if word in OPEN or CLOCK.fullmatch(word):
        return following.lower().replace("’", "'") in STARTERS
    initial = len(word) == 1 and word.isalpha() and before.isupper() and word != "i"
    return not initial

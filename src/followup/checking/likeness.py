"""How alike two drafts are."""

from collections.abc import Iterator
from dataclasses import dataclass

from followup.checking.findings import found
from followup.checking.layout import Layout, lay_out
from followup.checking.reading import DraftReading
from followup.checking.spans import Span
from followup.checking.words import TOKEN, bare
from followup.model.answer import Finding

# Our choice: two thank-yous share their stock words anyway; half of all three-word runs is more than that.
TOO_ALIKE = 0.5
RUN = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Likeness:
    """How much of two drafts is the same, from 0 to 1, and the sentences of the first that stand in the second too."""

    share: float
    same: tuple[Span, ...]


def likeness(text: str, other: str) -> Likeness:
    """Gives how alike two drafts are, greetings and signatures aside.

    >>> likeness("Hi Dana,\\n\\nThank you for today.", "Hi Tom,\\n\\nThank you for today.").share
    1.0
    """
    return _likeness(lay_out(text), lay_out(other))


def too_alike(reading: DraftReading) -> Iterator[Finding]:
    """Finds other drafts that say the same, and the sentences they share."""
    for number, other in enumerate(reading.draft.others, 1):
        measured = _likeness(reading.layout, lay_out(other))
        if measured.share >= TOO_ALIKE and reading.layout.sentences:
            yield found("too-alike", _body(reading.layout), number=number, percent=round(measured.share * 100))
            yield from (found("same-sentence", span, number=number) for span in measured.same)


def _body(layout: Layout) -> Span:
    return Span(layout.sentences[0].start, layout.sentences[-1].end)


def _likeness(one: Layout, other: Layout) -> Likeness:
    runs, others = _runs(one), _runs(other)
    together = len(runs | others)
    known = {_words(other, span) for span in other.sentences}
    same = tuple(span for span in one.sentences if len(words := _words(one, span)) >= RUN and words in known)
    return Likeness(share=round(len(runs & others) / together, 2) if together else 0.0, same=same)


def _runs(layout: Layout) -> set[tuple[str, ...]]:
    """Gives every run of three words of the body."""
    words = [word for span in layout.sentences for word in _words(layout, span)]
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def _words(layout: Layout, span: Span) -> tuple[str, ...]:
    return tuple(bare(word) for word in TOKEN.findall(layout.plain, *span))

"""Draws a disputed question on one scale: each source a row, our default marked."""

from dataclasses import dataclass

from followup.rules import rulebook
from followup.rules.records import OURS, Default, Mark, Scale
from followup_site.pages.rendering import rendered
from followup_site.words.wording import site_words

# Pixels; the drawing is as wide as its column, so that its words keep their size on a phone.
ROW = 40
LABEL = 15
BAR = 22
AXIS = 28


@dataclass(frozen=True, kw_only=True, slots=True)
class Bar:
    """A span of a row in percent of the width."""

    x: float
    width: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One source on the scale: its words above, its spans below them."""

    name: str
    words: str
    ours: bool
    label_y: int
    bar_y: int
    bars: tuple[Bar, ...]
    best: float | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Tick:
    """A named point of the axis; the outer ones keep their words inside the drawing."""

    x: float
    words: str
    anchor: str


def figure(question: Default, *, link: str = "") -> str:
    """Gives the drawing of a question's scale, or "" if it has none.

    With `link`, the page that tells the whole story, the same stands below it in words.
    """
    if question.scale is None:
        return ""
    scale, bottom = question.scale, ROW * len(question.scale.marks)
    return rendered(
        "scale",
        id=question.id.lower(),
        title=scale.title,
        words=in_words(scale),
        rows=rows(scale),
        ticks=ticks(scale),
        axis_y=bottom,
        height=bottom + AXIS,
        link=link,
    )


def in_words(scale: Scale) -> str:
    """Gives the scale as a sentence for those who do not see it."""
    return "; ".join(f"{_name(mark)}: {mark.words}" for mark in scale.marks) + "."


def rows(scale: Scale) -> tuple[Row, ...]:
    """Gives the rows from top to bottom."""
    return tuple(_row(scale, mark, ROW * place) for place, mark in enumerate(scale.marks))


def ticks(scale: Scale) -> tuple[Tick, ...]:
    """Gives the named points of the axis from left to right."""
    last = len(scale.ticks) - 1
    anchors = {0: "start", last: "end"}
    return tuple(
        Tick(x=_percent(scale, value), words=words, anchor=anchors.get(place, "middle"))
        for place, (value, words) in enumerate(scale.ticks)
    )


def _row(scale: Scale, mark: Mark, top: int) -> Row:
    spans = [(_percent(scale, start), _percent(scale, end)) for start, end in mark.spans]
    return Row(
        name=_name(mark),
        words=mark.words,
        ours=mark.source == OURS,
        label_y=top + LABEL,
        bar_y=top + BAR,
        bars=tuple(Bar(x=start, width=round(end - start, 2)) for start, end in spans),
        best=None if mark.best is None else _percent(scale, mark.best),
    )


def _name(mark: Mark) -> str:
    return site_words("pages.scales.ours") if mark.source == OURS else rulebook.sources()[mark.source].mark


def _percent(scale: Scale, value: float) -> float:
    first, last = scale.ticks[0][0], scale.ticks[-1][0]
    return round(100 * (value - first) / (last - first), 2)

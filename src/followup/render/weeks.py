"""Draws the weeks ahead as one line with numbered days: places in per cent, so that words keep the reader's size."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

# Per cent of the width: the first and the last day, the least space between two dots, and between two words.
FIRST, LAST = 4.0, 96.0
DOT = 8.5
WORD = 18.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Stop:
    """One numbered day on the line; `until` is how long it stays open, `now` whether it is the one to do."""

    number: int
    day: date
    until: date
    words: str
    now: bool


def weeks(stops: Sequence[Stop], said: str) -> Markup:
    """Gives the picture, read aloud as `said`; nothing for fewer than two days."""
    if len(stops) < 2:
        return Markup("")
    at = _places(stops)
    parts = (
        f'<line class="weeks__line" x1="{FIRST}%" x2="{LAST}%" y1="0.7rem" y2="0.7rem"/>',
        *_open(stops, at),
        *(part for stop, x in zip(stops, at, strict=True) for part in _dot(stop, x)),
        *_days(stops, at),
    )
    # Joined as text: every part is made of numbers and of words of ours; what is read aloud was escaped.
    return Markup(f'<svg class="weeks" role="img" aria-label="{escape(said)}">{"".join(parts)}</svg>')


def _share(day: date, stops: Sequence[Stop]) -> float:
    first, last = stops[0].day, stops[-1].day
    days = max((last - first).days, 1)
    return FIRST + (LAST - FIRST) * min(max((day - first).days / days, 0), 1)


def _places(stops: Sequence[Stop]) -> list[float]:
    """Days where the calendar has them, a little apart where they would cover one another."""
    places = [_share(stop.day, stops) for stop in stops]
    for at in range(1, len(places)):
        places[at] = max(places[at], places[at - 1] + DOT)
    limit = LAST
    for at in reversed(range(len(places))):
        places[at] = min(places[at], limit)
        limit = places[at] - DOT
    return [round(place, 1) for place in places]


def _open(stops: Sequence[Stop], at: Sequence[float]) -> Iterator[str]:
    for stop, x in zip(stops, at, strict=True):
        end = round(min(_share(stop.until, stops), LAST), 1)
        if end > x and not stop.now:
            yield f'<line class="weeks__open" x1="{x}%" x2="{end}%" y1="0.7rem" y2="0.7rem"/>'


def _dot(stop: Stop, x: float) -> Iterator[str]:
    now = " weeks__{}--now" if stop.now else ""
    yield f'<circle class="weeks__dot{now.format("dot")}" cx="{x}%" cy="0.7rem" r="0.6rem"/>'
    yield (
        f'<text class="weeks__number{now.format("number")}" x="{x}%" y="0.93rem" text-anchor="middle">'
        f"{stop.number}</text>"
    )


def _days(stops: Sequence[Stop], at: Sequence[float]) -> Iterator[str]:
    """A word under a dot wherever there is room for one; the rows below have them all."""
    ends = LAST
    said = -WORD
    for number, (stop, x) in enumerate(zip(stops, at, strict=True)):
        is_last = number == len(stops) - 1
        if x - said < WORD or (not is_last and ends - x < WORD):
            continue
        said = x
        anchor, place = ("start", 0.0) if number == 0 else ("end", 100.0) if is_last else ("middle", x)
        yield f'<text x="{place}%" y="2.2rem" text-anchor="{anchor}">{escape(stop.words)}</text>'

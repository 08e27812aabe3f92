"""Draws dated windows as a picture of one time line: SVG with classes and attributes only."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from markupsafe import Markup, escape

from followup.dates import clock

# Units of the drawing; a phone shows about one a pixel, so letters of 12 stay readable.
WIDTH = 320
SIDE = 6
HEAD = 22
ROW = 38
BAR = 8
LETTER_WIDTH = 6.3
MOST_LETTERS = 32
LEAST_BAR = 6
LEAST_TICK = 46
WEEK = timedelta(days=7)
SHORT_MONTH, SHORT_WEEKDAY = 3, 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One thing on the line; `kind` becomes a class: a step's status, or "interview"."""

    label: str
    kind: str
    earliest: datetime
    target: datetime
    latest: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Axis:
    """The days from the first to the last midnight, laid out from left to right."""

    first: datetime
    last: datetime

    def x(self, moment: datetime) -> float:
        """Gives how far right a moment stands."""
        share = (clock.instant(moment) - self.first) / (self.last - self.first)
        return round(SIDE + share * (WIDTH - 2 * SIDE), 1)


def timeline(rows: Sequence[Row], now: datetime | None = None, *, country: str = "", id: str = "timeline") -> Markup:
    """Gives the picture with its title and description; nothing for no rows.

    `country` decides on the clock of twelve hours; `id` begins the ids inside, so that several can stand on one page.
    """
    if not rows:
        return Markup("")
    axis = _axis(rows)
    height = HEAD + ROW * len(rows) + SIDE
    parts = (
        _title(id, rows, country),
        *_ticks(axis, height),
        *(_now(now, axis, height) if now else ()),
        *(part for number, row in enumerate(rows) for part in _row(row, HEAD + ROW * number, axis)),
    )
    # Joined as text: every part is made of numbers, of words of ours, and of labels that were escaped.
    return Markup(
        f'<svg class="timeline" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-labelledby="{id}-title {id}-desc">{"".join(parts)}</svg>'
    )


def _axis(rows: Sequence[Row]) -> Axis:
    first = min(clock.instant(row.earliest) for row in rows).date()
    last = max(clock.instant(row.latest) for row in rows).date()
    return Axis(first=_midnight(first - timedelta(days=1)), last=_midnight(last + timedelta(days=2)))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _title(id: str, rows: Sequence[Row], country: str) -> str:
    says = "; ".join(f"{row.label}: {clock.spoken(row.target, country)}" for row in rows)
    return f'<title id="{id}-title">The plan as a time line</title><desc id="{id}-desc">{escape(says)}.</desc>'


def _ticks(axis: Axis, height: int) -> Iterator[str]:
    """A line every Monday, and a date wherever there is room for one."""
    labelled = -LEAST_TICK * 1.0
    monday = axis.first + timedelta(days=-axis.first.weekday() % 7)
    while monday < axis.last:
        x = axis.x(monday)
        yield f'<line class="timeline__week" x1="{x}" x2="{x}" y1="{HEAD - 6}" y2="{height - SIDE}"/>'
        if x - labelled >= LEAST_TICK and x < WIDTH - LEAST_TICK / 2:
            labelled = x
            # Near the left edge the words stay whole and give up standing above their line.
            at = max(x, LEAST_TICK / 2 - SIDE)
            yield f'<text class="timeline__date" x="{at}" y="{HEAD - 9}">{_short(monday.date())}</text>'
        monday += WEEK


def _row(row: Row, top: int, axis: Axis) -> Iterator[str]:
    left, right, target = axis.x(row.earliest), axis.x(row.latest), axis.x(row.target)
    width = round(max(right - left, LEAST_BAR), 1)
    middle = top + 26
    words = f"{_cut(row.label)}: {clock.WEEKDAYS[row.target.weekday()][:SHORT_WEEKDAY]} {_short(row.target.date())}"
    yield _words(words, left, left + width, top + 14)
    yield (
        f'<rect class="timeline__window timeline__window--{row.kind}" x="{left}" y="{middle - BAR / 2}" '
        f'width="{width}" height="{BAR}" rx="3"/>'
    )
    yield f'<circle class="timeline__target timeline__target--{row.kind}" cx="{target}" cy="{middle}" r="5"/>'


def _cut(label: str) -> str:
    """A name may be two hundred characters long; the list below the picture has it whole."""
    return label if len(label) <= MOST_LETTERS else f"{label[: MOST_LETTERS - 1]}…"


def _words(words: str, left: float, right: float, y: int) -> str:
    """Above its bar, and ending with it where it would run out of the picture."""
    fits = left + len(words) * LETTER_WIDTH < WIDTH
    anchor, x = ("start", left) if fits else ("end", min(right, WIDTH - 1))
    return f'<text class="timeline__label" x="{x}" y="{y}" text-anchor="{anchor}">{escape(words)}</text>'


def _now(now: datetime, axis: Axis, height: int) -> Iterator[str]:
    if axis.first <= clock.instant(now) <= axis.last:
        x = axis.x(now)
        yield f'<line class="timeline__now" x1="{x}" x2="{x}" y1="{HEAD - 6}" y2="{height - SIDE}"/>'


def _short(day: date) -> str:
    return f"{day.day} {clock.MONTHS[day.month - 1][:SHORT_MONTH]}"

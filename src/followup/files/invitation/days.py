"""Days that a text names, in the languages of data/words/invitations.toml."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from followup.dates.years import closest
from followup.files.invitation.orders import SLASHED, among, is_named, is_timed, ordered, weekday_beside, whole
from followup.files.invitation.words import alternatives, months, weekdays

# Numbers alone are read where they can mean one day only.
ISO = re.compile(
    r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)|(?<!\d)(\d{4})[年년]\s?(\d{1,2})[月월]\s?(\d{1,2})[日일号號]"
)
EASTERN = re.compile(r"(?<![\d年년])(?<![年년]\s)(\d{1,2})[月월]\s?(\d{1,2})[日일号號]")
# Behind a blank two figures are an hour: "9.12. 16 Uhr".
DOTTED = re.compile(
    r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.(?:(?:\s?(?=\d{4})|(?=\d\d(?!\d)))(\d{4}|\d\d)(?![\d:.]))?(?!\d)"
)
# The same without its last stop, "czwartek 10.12 o 15:30".
SHORT = re.compile(
    r"(?<![\d.:])(\d{1,2})\.(0?[1-9]|1[0-2])(?![\d.:/]|\s?(?:[ap]\.?m\b|uhr\b|uur\b|hrs?\b|h\b|[-–]\s?\d))"
)
LIST_NUMBER = re.compile(r"\d{1,2}[.)]\s")
# Behind a number these say that it is an hour.
CLOCK = re.compile(r"\s?(?:[ap]\.?m\b|uhr\b|uur\b|h\b|o['’]clock|:\d|h\d)")
# So many days before and after it is read a day without its month lies.
BACK, AHEAD = 21, 46


@dataclass(frozen=True, kw_only=True, slots=True)
class DayFound:
    """A day in a text, with where it stands there."""

    day: date
    start: int
    end: int


def days(text: str, near: date) -> Iterator[DayFound]:
    """The days that a text in small letters names, in order; one without a year is the one closest to `near`."""
    found = [*_named(text, near), *_numbered(text, near)]
    alone = [
        one
        for one in _of_the_month(text, near)
        if not any(one.start < other.end and other.start < one.end for other in found)
    ]
    yield from sorted((*found, *alone), key=lambda one: one.start)


def unclear_days(text: str, near: date) -> Iterator[tuple[DayFound, DayFound]]:
    """Each date in numbers that may be two days, as it would be with the month first and with the day first."""
    for found in SLASHED.finditer(text):
        one, two = int(found[1]), int(found[3])
        is_told = bool(found[4]) and (found[2] != "-" or len(found[4]) == 4)
        is_told = is_told or (found[2] == "/" and not found[4] and (is_named(text, found) or is_timed(text, found)))
        if is_told and not ordered(found, text, near) and one != two and max(one, two) <= 12:
            year = whole(found[4])
            both = (*_day(found, year, one, str(two), near), *_day(found, year, two, str(one), near))
            if len(both) == 2:
                yield both[0], both[1]


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    name = alternatives(months())
    behind = r"(?:\s?(?:st|nd|rd|th|er|[.ºª°]))?"
    return (
        re.compile(
            rf"(?<!\d)(\d{{1,2}}){behind}\s*(?:of\s|de\s|d['’]\s?|-)?({name})(?![^\W\d_])\.?(?:[\s,-]*(?:de\s)?(\d{{4}}))?"
        ),
        re.compile(rf"(?<![^\W\d_])({name})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?(?!\d|:\d)(?:,?\s+(\d{{4}}))?"),
    )


def _named(text: str, near: date) -> Iterator[DayFound]:
    before, behind = _patterns()
    # Of "1. January 12" the number of the list is no day, and of "12. Januar 14 Uhr" the hour.
    american = [one for one in behind.finditer(text) if not CLOCK.match(text, one.end(2))]
    listed = [one for one in before.finditer(text) if LIST_NUMBER.match(text, one.start())]
    counting = {one.start() for one in listed if _starts_line(text, one.start()) and _overlaps(one, american)}
    european = [one for one in before.finditer(text) if one.start() not in counting]
    for found in european:
        yield from _day(found, found[3], months()[found[2]], found[1], near)
    for found in american:
        if not _overlaps(found, european):
            yield from _day(found, found[3], months()[found[1]], found[2], near)


def _starts_line(text: str, at: int) -> bool:
    return not text[text.rfind("\n", 0, at) + 1 : at].strip(" \t>*•·–-(#")


def _overlaps(one: re.Match[str], others: Sequence[re.Match[str]]) -> bool:
    return any(one.start() < other.end() and other.start() < one.end() for other in others)


def _numbered(text: str, near: date) -> Iterator[DayFound]:
    for found in ISO.finditer(text):
        year, month, day = (found[1], found[3], found[4]) if found[1] else (found[5], found[6], found[7])
        yield from _day(found, year, int(month), day, None)
    for found in EASTERN.finditer(text):
        yield from _day(found, None, int(found[1]), found[2], near)
    for found in DOTTED.finditer(text):
        yield from _day(found, whole(found[3]), int(found[2]), found[1], near)
    for found in SHORT.finditer(text):
        # Hours look alike: "torsdag 10.30".
        day = closest(among(None, near), int(found[2]), int(found[1]), near) if is_named(text, found) else None
        if day and day.weekday() == weekday_beside(text, found):
            yield DayFound(day=day, start=found.start(), end=found.end())
    for found in SLASHED.finditer(text):
        if month_and_day := ordered(found, text, near):
            yield from _day(found, whole(found[4]), month_and_day[0], str(month_and_day[1]), near)


def _of_the_month(text: str, near: date) -> Iterator[DayFound]:
    """Days told by their name and their number alone, "Wednesday the 13th", where one close by is both."""
    for found in _weekday_and_number().finditer(text):
        possible = (near + timedelta(days=ahead) for ahead in sorted(range(-BACK, AHEAD), key=abs))
        fitting = (day for day in possible if (day.day, day.weekday()) == (int(found[2]), weekdays()[found[1]]))
        if day := next(fitting, None):
            yield DayFound(day=day, start=found.start(2), end=found.end(2))


@lru_cache(maxsize=1)
def _weekday_and_number() -> re.Pattern[str]:
    names = alternatives(weekdays())
    return re.compile(
        rf"(?<![\w-])({names})[.,]?\s+(?:the\s|den\s|d\.\s|le\s|el\s|il\s|o dia\s|dia\s|día\s)?(\d{{1,2}})"
        r"(?:st|nd|rd|th|º|ª|er)?(?!\w|[:h/-]\s?\d|\.\s?\d|\s?(?:a\.?m\b|p\.?m\b|uhr|uur|hrs?\b|h\b|o['’]clock|[-–]\s?\d))"
    )


def _day(found: re.Match[str], year: str | None, month: int, day: str, near: date | None) -> Iterator[DayFound]:
    best = closest(among(year, near), month, int(day), near)
    if best:
        yield DayFound(day=best, start=found.start(), end=found.end())

"""Days and hours that a text names, in the languages of data/words/invitations.toml."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache

from followup.files.invitation.words import months

NUMBER = r"(?<![\d.:/-])(\d{1,2})"
SIGNS = r"(a\.?m\.?|p\.?m\.?|uhr|hrs?|h|o['’]clock)(?![a-z])"
HOUR = rf"{NUMBER}(?:\s?[:.h]\s?(\d\d)(?!\d))?\s?(?:{SIGNS})?"
BETWEEN = r"\s*(?:[a-z]{2,4}\s*)?(?:-|–|—|to|until|till|bis|à|a|até|al|alle|tot|do)\s*"
SPAN = re.compile(HOUR + BETWEEN + HOUR.replace(r"(?<![\d.:/-])", ""))
SINGLE = re.compile(HOUR)
NOON = re.compile(r"\b(?:12\s)?(noon|midday)\b")
# Numbers alone are read where they can mean one day only.
ISO = re.compile(r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)|(?<!\d)(\d{4})年\s?(\d{1,2})月\s?(\d{1,2})日")
DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)")
SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Day:
    """A day in a text, with where it stands there."""

    day: date
    start: int
    end: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Hours:
    """Hours in a text, with where they end there; `ends` is None where only one is named."""

    starts: time
    ends: time | None
    end: int


def small(text: str) -> str:
    """The text in small letters, every sign in its place."""
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)


def days(text: str, near: date) -> Iterator[Day]:
    """The days that a text in small letters names, in order; one without a year is the one closest to `near`."""
    found = [*_named(text, near), *_numbered(text)]
    yield from sorted(found, key=lambda one: one.start)


def hours(text: str) -> Hours | None:
    """The first hours that a text in small letters names, or None."""
    for found in SPAN.finditer(text):
        hour, minute, sign, last_hour, last_minute, last_sign = found.groups()
        ends = _time(last_hour, last_minute, last_sign or (sign if last_minute or sign else None))
        starts = _before(hour, minute, sign, last_sign, ends)
        if starts and ends and (minute or sign or last_minute or last_sign):
            return Hours(starts=starts, ends=ends if ends > starts else None, end=found.end())
    for found in SINGLE.finditer(text):
        starts = _time(*found.groups()) if found[2] or found[3] else None
        if starts:
            return Hours(starts=starts, ends=None, end=found.end())
    noon = NOON.search(text)
    return Hours(starts=time(12), ends=None, end=noon.end()) if noon else None


def _before(hour: str, minute: str | None, sign: str | None, last_sign: str | None, ends: time | None) -> time | None:
    """The first hour of "2-3 pm" and of "11-1 pm"."""
    if sign or not last_sign:
        return _time(hour, minute, sign)
    same = _time(hour, minute, last_sign)
    return same if same and ends and same < ends else _time(hour, minute, None)


def _time(hour: str, minute: str | None, sign: str | None) -> time | None:
    number = int(hour)
    if sign and sign[0] in "ap":
        if not 1 <= number <= 12:
            return None
        number = number % 12 + 12 * (sign[0] == "p")
    return time(number, int(minute or 0)) if number < 24 and int(minute or 0) < 60 else None


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    name = "|".join(sorted(map(re.escape, months()), key=lambda one: (-len(one), one)))
    behind = r"(?:\s?(?:st|nd|rd|th|er|[.ºª°]))?"
    return (
        re.compile(
            rf"(?<!\d)(\d{{1,2}}){behind}\s*(?:of\s|de\s|d['’]\s?|-)?({name})(?![^\W\d_])\.?(?:[\s,-]*(?:de\s)?(\d{{4}}))?"
        ),
        re.compile(rf"(?<![^\W\d_])({name})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?:,?\s+(\d{{4}}))?"),
    )


def _named(text: str, near: date) -> Iterator[Day]:
    before, behind = _patterns()
    for found in before.finditer(text):
        yield from _day(found, found[3], months()[found[2]], found[1], near)
    for found in behind.finditer(text):
        yield from _day(found, found[3], months()[found[1]], found[2], near)


def _numbered(text: str) -> Iterator[Day]:
    for found in ISO.finditer(text):
        year, month, day = (found[at] or found[at + 3] for at in (1, 2, 3))
        yield from _day(found, year, int(month), day, None)
    for found in DOTTED.finditer(text):
        yield from _day(found, found[3], int(found[2]), found[1], None)
    for found in SLASHED.finditer(text):
        one, two = int(found[1]), int(found[2])
        if one > 12 or two > 12 or one == two:
            yield from _day(found, found[3], min(one, two) if max(one, two) > 12 else one, str(max(one, two)), None)


def _day(found: re.Match[str], year: str | None, month: int, day: str, near: date | None) -> Iterator[Day]:
    years = [int(year)] if year else [near.year - 1, near.year, near.year + 1] if near else []
    possible = [one for each in years if 1900 <= each < 3000 and (one := _date(each, month, int(day)))]
    if possible:
        best = min(possible, key=lambda one: abs(one - near) if near else 0)
        yield Day(day=best, start=found.start(), end=found.end())


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

"""What the holidays library knows of one country or subdivision, in our words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from itertools import groupby

import holidays
from holidays.constants import HOLIDAY_NAME_DELIMITER
from holidays.holiday_base import HolidayBase

from followup_site.calendars.calendar_anniversaries import borrowed
from followup_site.calendars.calendar_names import swapped_with
from followup_site.calendars.calendar_unannounced import is_sighted

# "Day off (substituted from 01/26/2025)": the library's English writes dates the American way.
SWAPPED = re.compile(r"\(substituted from (\d\d/\d\d/\d{4})\)")
ESTIMATED = re.compile(r"(, | \()estimated\)$")


@dataclass(frozen=True, order=True, slots=True)
class Entry:
    """One holiday by name and the days it falls on, in a pattern."""

    name: str
    estimated: bool
    pattern: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Region:
    """What one country or subdivision has off."""

    code: str
    entries: frozenset[Entry]
    weekends: str
    worked: str


def codes() -> dict[str, list[str]]:
    """Gives every country code with the codes of its subdivisions, in the order of the alphabet."""
    known = holidays.list_supported_countries(include_aliases=False)
    return {country: sorted(known[country]) for country in sorted(known)}


@cache
def entity(country: str, subdivision: str, years: range, category: str = "public") -> HolidayBase:
    """Gives the library's own calendar, with English names where it has them and one year to spare on each side."""
    # A day off in January can be swapped for a Saturday of the year before, hence the years to spare.
    filled = range(years.start - 1, years.stop + 1)
    return holidays.country_holidays(
        country, subdiv=subdivision or None, years=filled, language="en_US", categories=(category,)
    )


def covered(country: str, years: range) -> range:
    """Gives the years of those that the library vouches for."""
    known = getattr(holidays, country)
    return range(max(years.start, known.start_year), min(years.stop, known.end_year + 1))


def region(country: str, subdivision: str, years: range) -> Region:
    """Gives the days off of one country or subdivision over those years."""
    known = entity(country, subdivision, years)
    own = covered(country, years)
    worked = (day for day in sorted(known.weekend_workdays) if day.year in own and known.is_weekend(day))
    return Region(
        code=subdivision or country,
        entries=frozenset((*_entries(country, known, years, own), *_added(country, subdivision, years))),
        weekends=_weekends(known, own),
        worked=" ".join(f"{day:%Y%m%d}" for day in worked),
    )


def days_of(years: range) -> list[date]:
    """Gives every day of those years."""
    start, end = date(years.start, 1, 1), date(years.stop, 1, 1)
    return [start + timedelta(days=ahead) for ahead in range((end - start).days)]


def pattern(days: Iterable[date], years: range) -> str:
    """Writes days as one word a year, or as a single word when all years have the same one.

    >>> from datetime import date
    >>> pattern([date(2026, 12, 25), date(2027, 12, 25)], range(2026, 2028))
    '1225'
    >>> pattern([date(2027, 1, 1), date(2027, 1, 2)], range(2026, 2028))
    '- 0101+0102'
    """
    by_year: defaultdict[int, list[str]] = defaultdict(list)
    for day in sorted(days):
        by_year[day.year].append(f"{day:%m%d}")
    words = ["+".join(by_year[year]) or "-" for year in years]
    return words[0] if len(set(words)) == 1 else " ".join(words)


def plain(name: str) -> tuple[str, bool]:
    """Gives a holiday's name without the mark "estimated" and whether it had one; dates in it are spelled out.

    >>> plain("Eid al-Fitr (observed, estimated)")
    ('Eid al-Fitr (observed)', True)
    >>> plain("Day off (substituted from 01/26/2025)")
    ('Day off (swapped with Sunday 26 January 2025)', False)
    """
    spelled = SWAPPED.sub(lambda found: swapped_with(_spelled(found[1])), name)
    bare = ESTIMATED.sub(lambda found: ")" if found[1] == ", " else "", spelled)
    return bare, bare != spelled


_plain = cache(plain)


def named(known: HolidayBase, day: date) -> list[str]:
    """Gives the names of what falls on a day there, without the mark of an estimate."""
    return [_plain(name)[0] for name in known.get(day, "").split(HOLIDAY_NAME_DELIMITER) if name]


def _entries(country: str, known: HolidayBase, years: range, own: range) -> Iterator[Entry]:
    found: defaultdict[tuple[str, bool], list[date]] = defaultdict(list)
    built = years[len(years) // 2]
    for day, names in known.items():
        for name in names.split(HOLIDAY_NAME_DELIMITER) if day.year in own else ():
            bare, estimated = _plain(name)
            found[bare, estimated or is_sighted(country, bare, day, built)].append(day)
    for (name, estimated), days in found.items():
        yield Entry(name, estimated, pattern(days, years))


def added(country: str, subdivision: str, years: range) -> dict[str, list[date]]:
    """Gives the days that the library lacks there, by name: what a neighbour keeps."""
    own = covered(country, years)
    found: dict[str, list[date]] = {}
    for name, region in borrowed(country, subdivision).items():
        known = entity(country, region, years)
        found[name] = [day for day in known if day.year in own and name in named(known, day)]
    return found


def _added(country: str, subdivision: str, years: range) -> Iterator[Entry]:
    """Estimates there are none."""
    for name, days in added(country, subdivision, years).items():
        yield Entry(name, False, pattern(days, years))


def _spelled(american: str) -> str:
    day = datetime.strptime(american, "%m/%d/%Y")  # noqa: DTZ007 -- a day, no moment
    return f"{day:%A} {day.day} {day:%B %Y}"


def _weekends(known: HolidayBase, years: range) -> str:
    """Writes the weekdays off, "56", and each change of them with its first day: "45 20220101:56"."""
    changing = type(known)._get_weekend is not HolidayBase._get_weekend
    days = days_of(years) if changing else [date(years.start, 1, 1)]
    runs = [(off, next(own)) for off, own in groupby(days, lambda day: _digits(known, day))]
    return " ".join([runs[0][0], *(f"{since:%Y%m%d}:{off}" for off, since in runs[1:])])


def _digits(known: HolidayBase, day: date) -> str:
    return "".join(str(weekday) for weekday in sorted(known._get_weekend(day))) or "-"

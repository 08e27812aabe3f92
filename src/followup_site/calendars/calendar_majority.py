"""Days off in most regions of a country: what counts where its regions differ and none was chosen."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from holidays.holiday_base import HolidayBase

from followup_site.calendars.calendar_source import added, covered, entity, named, pattern

# Days by their name and by the regions in which people work on them.
type Shared = dict[tuple[str, tuple[str, ...]], list[date]]


def majority(country: str, subdivisions: list[str], years: range) -> str:
    """Writes the days that more than half of a country's regions have off and the country as a whole has not.

    "Easter Monday=0406 0329=SCT": the name that most use, the days as in all entries, the regions that work.
    """
    shared: Shared = defaultdict(list)
    for day, name, working in _found(country, subdivisions, covered(country, years), years):
        shared[name, working].append(day)
    lines = sorted(f"{name}={pattern(days, years)}={','.join(working)}" for (name, working), days in shared.items())
    return ";".join(lines)


def _found(
    country: str, subdivisions: list[str], own: range, years: range
) -> Iterator[tuple[date, str, tuple[str, ...]]]:
    whole = entity(country, "", years)
    known = {code: entity(country, code, years) for code in subdivisions}
    extra = {code: _extra(country, code, years) for code in ("", *subdivisions)}
    off = {code: {*known[code], *extra[code]} for code in subdivisions}
    free = {*whole, *extra[""]}
    for day in sorted({day for days in off.values() for day in days if day.year in own} - free):
        having = [code for code in subdivisions if day in off[code] or not known[code].is_working_day(day)]
        if whole.is_working_day(day) and len(having) * 2 > len(subdivisions):
            working = tuple(code for code in subdivisions if code not in having)
            yield day, _name(day, [known[code] for code in having]), working


def _extra(country: str, subdivision: str, years: range) -> set[date]:
    return {day for days in added(country, subdivision, years).values() for day in days}


def _name(day: date, regions: list[HolidayBase]) -> str:
    """The name that most of them have for it; of several the first in the alphabet."""
    counted = Counter(name for region in regions for name in named(region, day))
    return min(counted, key=lambda name: (-counted[name], name))

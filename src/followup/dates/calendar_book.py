"""The generated calendar data, opened at one country at a time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from followup.dates.closures import with_closures
from followup.dates.place import Country, Place, UnknownCountry, UnknownSubdivision, Weekends
from followup.frozen import remembered, warmed


@cache
def countries() -> tuple[Country, ...]:
    """Gives every country there is data for, by name."""
    found = (_country(section.decode()) for section in _book().sections.values())
    return tuple(sorted(found, key=lambda country: country.name))


@cache
def made() -> date:
    """Gives the day on which the calendars were made: what was announced since is not in them."""
    return date.fromisoformat((files("followup_calendars") / "made.txt").read_text(encoding="utf-8"))


@warmed
def _read_made() -> None:
    made()


@cache
def nowhere() -> Place:
    """Gives Monday to Friday without holidays, for the years of the data as a whole."""
    return Place(first=date(_book().years[0], 1, 1), last=date(_book().years[-1], 12, 31))


@remembered(None)
def place(country: str, subdivision: str = "") -> Place:
    """Gives the days off of a country, or of one of its subdivisions by code ("CA", "US-CA") or name.

    Raises UnknownCountry and UnknownSubdivision.
    """
    # Only ASCII: "ß" in capitals is "SS", which is South Sudan.
    code = country.upper() if country.isascii() else ""
    if code not in _book().sections:
        raise UnknownCountry(country)
    national, *regional = _book().sections[code].decode().rstrip("\n").split("\n")
    own = next((line for line in regional if _answers_to(subdivision, code, line)), "") if subdivision else ""
    if subdivision and not own:
        raise UnknownSubdivision(country, subdivision)
    if own:
        return _place(national.split("|"), own.split("|"))
    return _place(national.split("|"), [""] * 5, {_code(line): _name(line.split("|")[1]) for line in regional})


def region_of(country: str, zone: str) -> tuple[str, str]:
    """Gives code and name of the region of a country that a time zone lies in; twice nothing where it lies in several.

    >>> region_of("AU", "Australia/Sydney")
    ('NSW', 'New South Wales')
    """
    national, *regional = _book().sections[country].decode().rstrip("\n").split("\n")
    zones = dict(pair.split("=") for pair in national.split("|")[7].split(";") if pair)
    code = zones.get(zone, "")
    named = (_name(line.split("|")[1]) for line in regional if _code(line) == code)
    return code, next(named, "") if code else ""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Book:
    """The file, cut into a section for each country but not read."""

    years: range
    sections: Mapping[str, bytes]


@cache
def _book() -> _Book:
    head, *sections = files("followup_calendars").joinpath("calendars.txt").read_bytes().split(b"\n=")
    first, last = head.split()
    return _Book(
        years=range(int(first), int(last) + 1),
        sections={section[:2].decode(): section for section in sections},
    )


def _country(section: str) -> Country:
    (code, name, *_), *regions = (line.split("|", 2) for line in section.rstrip("\n").split("\n"))
    return Country(code=code, name=name, subdivisions=tuple((region, _name(names)) for region, names, _ in regions))


def _code(line: str) -> str:
    return line.split("|", 1)[0]


def _name(names: str) -> str:
    return names.split(";")[0]


def _answers_to(subdivision: str, country: str, line: str) -> bool:
    code, names, _ = line.split("|", 2)
    wanted = subdivision.casefold()
    return wanted in (name.casefold() for name in (code, f"{country}-{code}", *names.split(";")))


def _place(national: list[str], own: list[str], regions: Mapping[str, str] | None = None) -> Place:
    """What a line says of a subdivision; with the names of all `regions` it is the country as a whole."""
    code, name, years, weekends, worked, entries, mostly, _, late = national
    shared = _mostly(mostly, regions) if regions else {}
    moving, *swaps = late.split(" ")
    subdivision, names, own_weekends, own_worked, changes = own
    first, last = years.split() if years else (_book().years[0], _book().years[-1])
    return Place(
        first=date(int(first), 1, 1),
        last=date(int(last), 12, 31),
        country=code,
        country_name=name,
        subdivision=subdivision,
        subdivision_name=_name(names),
        weekends=_weekends(own_weekends or weekends),
        holidays=with_closures(
            read_entries([*_changed(entries.split(";"), changes.split(";")), *_without_regions(mostly, regions)]),
            code,
            subdivision,
        ),
        working_weekends=frozenset(map(date.fromisoformat, (own_worked or worked).strip("-").split())),
        mostly=shared,
        moving_days=int(moving),
        swaps_until=int(swaps[0]) if swaps else None,
    )


def _without_regions(mostly: str, regions: Mapping[str, str] | None) -> list[str]:
    """Reads "Easter Monday=0406 0329=SCT" as any other entry, where no subdivision was chosen."""
    return [entry.rpartition("=")[0] for entry in mostly.split(";") if entry] if regions else []


def _mostly(text: str, regions: Mapping[str, str]) -> Mapping[date, tuple[str, ...]]:
    """Gives the same days with the names of the regions that work on them."""
    found: dict[date, tuple[str, ...]] = {}
    for entry in filter(None, text.split(";")):
        _, pattern, working = entry.split("=")
        found |= dict.fromkeys(days_of(pattern), tuple(regions[code] for code in working.split(",") if code))
    return MappingProxyType(found)


def _weekends(text: str) -> Weekends:
    """Reads "45 20220101:56": Friday and Saturday, from 2022 on Saturday and Sunday."""
    start, *later = text.split(" ")
    changes = (change.split(":") for change in later)
    return (date.min, _weekdays(start)), *((date.fromisoformat(day), _weekdays(off)) for day, off in changes)


def _weekdays(digits: str) -> frozenset[int]:
    return frozenset(map(int, digits.strip("-")))


def _changed(entries: list[str], changes: list[str]) -> list[str]:
    """Gives a subdivision's entries: the change "-3" takes the country's fourth away, anything else is added."""
    removed = {int(change) for change in changes if change.startswith("-")}
    kept = [entry for place, entry in enumerate(entries) if -place not in removed]
    return kept + [change for change in changes if not change.startswith("-")]


def read_entries(entries: list[str]) -> Mapping[date, tuple[str, ...]]:
    """Reads entries like "Christmas Day=1225", or "~Eid al-Adha=..." where the days are estimates."""
    found: dict[date, tuple[str, ...]] = {}
    for entry in filter(None, entries):
        name, pattern = entry.split("=")
        for day in days_of(pattern):
            found[day] = (*found.get(day, ()), name)
    return MappingProxyType(found)


def days_of(pattern: str) -> Iterator[date]:
    """Reads "1225", the same day every year, or one word a year: "0101+0102 - 0103"."""
    years, words = _book().years, pattern.split(" ")
    for year, word in zip(years, words * len(years) if len(words) == 1 else words, strict=True):
        if word != "-":
            yield from (date(year, int(day[:2]), int(day[2:])) for day in word.split("+"))

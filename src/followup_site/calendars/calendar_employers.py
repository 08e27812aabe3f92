"""Writes which days firms and public offices close, shorten or work on beside the law, from employers.toml."""

import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from dateutil.easter import easter  # type: ignore[import-untyped]  # It comes with the holidays library.
from holidays.holiday_base import HolidayBase

from followup_site.calendars.calendar_source import codes, covered, entity, named, pattern

type Kind = Literal["closed", "half", "optional", "works"]
type Record = Mapping[str, Any]
# The days of one employer in one place, by kind, name and who may be away.
type Kept = dict[tuple[Kind, str, str], list[date]]
type Day = tuple[Kind, str, str, date]

type Found = Callable[["_Place", Record], Iterator[tuple[str, date]]]

FILE = Path(__file__).with_name("employers.toml")
EMPLOYERS = ("private", "public")
KINDS: tuple[Kind, ...] = get_args(Kind.__value__)
KEYS = {
    "library": {"country", "regions", "category", "names", "private", "public", "who", "source"},
    "day": {
        "country",
        "regions",
        "name",
        "names",
        "on",
        "easter",
        "after",
        "lieu",
        "private",
        "public",
        "who",
        "source",
    },
    "holiday": {"country", "regions", "names", "private", "public", "who", "source"},
    "national": {"country", "employer", "except", "source"},
}


class UnusableRecord(ValueError):
    """A record of employers.toml cannot be used; it stops the build."""


@cache
def records() -> Mapping[str, Sequence[Record]]:
    """Gives the records of employers.toml by kind; raises UnusableRecord for one that lacks its place or source."""
    found = tomllib.loads(FILE.read_text(encoding="utf-8"))
    for kind, ones in found.items():
        for record in ones:
            check(kind, record)
    return found


def check(kind: str, record: Record) -> None:
    """Raises UnusableRecord for a record of that kind that has a key or a value that does not fit."""
    wrong = set(record) - KEYS.get(kind, set()) or {"country", "source"} - set(record)
    kinds = {record[employer] for employer in EMPLOYERS if employer in record}
    if wrong or record["country"] not in codes() or kinds - {*KINDS} or ("optional" in kinds) != ("who" in record):
        raise UnusableRecord(f"employers.toml, {kind}: {dict(record)}")


def text(years: range) -> str:
    """Gives the whole file: a section for each country that has a record.

    A section begins "=US|private:GU,PR": for private employers all regions but these keep the national list. A line
    below it is "private|UT|closed|half|optional|works" for a region, or for the country and all regions without a line.
    Entries are "Christmas Eve=1224", optional ones "Squeeze day=...=many people"; `works` has days and no names.
    """
    countries = sorted({record["country"] for ones in records().values() for record in ones})
    return "\n".join([line for country in countries for line in _section(country, years)] + [""])


def _section(country: str, years: range) -> Iterator[str]:
    national = [one for one in records().get("national", ()) if one["country"] == country]
    yield f"={country}|" + ";".join(f"{one['employer']}:{','.join(one['except'])}" for one in national)
    for employer in EMPLOYERS:
        whole = _line(country, "", employer, years)
        if whole != "|||":
            yield f"{employer}||{whole}"
        for region in codes()[country]:
            own = _line(country, region, employer, years)
            if own != whole:
                yield f"{employer}|{region}|{own}"


def _line(country: str, region: str, employer: str, years: range) -> str:
    kept = _kept(_Place(country=country, region=region, employer=employer, years=years))
    parts = [
        ";".join(_entry(kind, name, who, days, years) for (of, name, who), days in sorted(kept.items()) if of == kind)
        for kind in KINDS[:3]
    ]
    works = [day for (kind, *_), days in kept.items() for day in days if kind == "works"]
    return "|".join([*parts, pattern(works, years) if works else ""])


def _entry(kind: Kind, name: str, who: str, days: Iterable[date], years: range) -> str:
    return f"{name}={pattern(set(days), years)}" + (f"={who}" if kind == "optional" else "")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Place:
    """One employer in one place: what the law has off there, and the list that the employer starts from."""

    country: str
    region: str
    employer: str
    years: range

    @property
    def law(self) -> HolidayBase:
        return entity(self.country, self.region, self.years)

    @property
    def base(self) -> HolidayBase:
        return entity(self.country, "" if self._is_national() else self.region, self.years)

    def category(self, name: str) -> HolidayBase:
        return entity(self.country, self.region, self.years, name)

    def records(self, of: str) -> Iterator[Record]:
        """Those that speak of this employer here; for the country as a whole, those of single regions do not."""
        for record in records().get(of, ()):
            regions = record.get("regions")
            if (
                record["country"] == self.country
                and self.employer in record
                and (not regions or self.region in regions)
            ):
                yield record

    def _is_national(self) -> bool:
        return any(
            one["country"] == self.country and one["employer"] == self.employer and self.region not in one["except"]
            for one in records().get("national", ())
        )


def _kept(place: _Place) -> Kept:
    kept: Kept = defaultdict(list)
    own = covered(place.country, place.years)
    for kind, name, who, day in (
        *_told(place, "library", _of_library),
        *_told(place, "day", _of_ours),
        *_changed(place),
    ):
        if day.year in own:
            kept[kind, name, who].append(day)
    return kept


def _told(place: _Place, of: str, found: Found) -> Iterator[Day]:
    for record in place.records(of):
        for name, day in found(place, record):
            yield record[place.employer], name, record.get("who", ""), day


def _of_library(place: _Place, record: Record) -> Iterator[tuple[str, date]]:
    """The days of one of the library's categories that are no public holidays there."""
    known = place.category(record["category"])
    for day in known:
        for name in named(known, day) if day not in place.base else ():
            if name in record.get("names", (name,)):
                yield name, day


def _of_ours(place: _Place, record: Record) -> Iterator[tuple[str, date]]:
    for name, day in _days(record, place.base, place.years):
        if day not in place.base:
            yield name, day


def _days(record: Record, base: HolidayBase, years: range) -> Iterator[tuple[str, date]]:
    on, name = record.get("on", ()), record.get("name", "")
    names = record.get("names", [name] * len(on))
    for year in years:
        yield from ((called, _dated(year, day)) for called, day in zip(names, on, strict=True))
        yield from ((name, easter(year) + timedelta(days=days)) for days in record.get("easter", ()))
        yield from ((name, day) for day in _in_lieu([_dated(year, day) for day in record.get("lieu", ())], base))
    if "after" in record:
        yield from ((name, day + timedelta(days=1)) for day in base if record["after"] in named(base, day))


def _dated(year: int, day: str) -> date:
    return date(year, *map(int, day.split("-")))


def _in_lieu(days: Iterable[date], base: HolidayBase) -> Iterator[date]:
    """The next working days for holidays that fall on a weekend."""
    given: set[date] = set()
    for day in sorted(days):
        if base.is_weekend(day):
            instead = day
            while not base.is_working_day(instead) or instead in given:
                instead += timedelta(days=1)
            given.add(instead)
            yield instead


def _changed(place: _Place) -> Iterator[Day]:
    """Public holidays that are something else to that employer: only where every reason of the day is."""
    changes = {name: record for record in place.records("holiday") for name in record["names"]}
    for day in {*place.base, *place.law}:
        names = named(place.base, day) or [name for name in named(place.law, day) if name in changes]
        for name in names if all(name in changes for name in names) else ():
            record = changes[name]
            kind: Kind = record[place.employer]
            if day in place.base and kind != "closed":
                yield "works", name, "", day
            if kind != "works" and (kind != "closed" or day not in place.base):
                yield kind, name, record.get("who", ""), day

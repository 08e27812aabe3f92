"""Days off that a host adds to a country's calendar, from closures.toml."""

import datetime as dt
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("closures.toml")
ANNIVERSARIES = Path(__file__).with_name("anniversaries.toml")
# What separates one thing from the next in the calendars' file.
SEPARATORS = frozenset(";|=\n")


class UnusableClosure(ValueError):
    """A record of closures.toml cannot be used; it stops the build."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Closure:
    """One day off in a country, or in one subdivision of it."""

    country: str
    date: dt.date
    name: str
    subdivision: str = ""


@cache
def closures() -> tuple[Closure, ...]:
    """Gives the records of closures.toml; raises UnusableClosure for one with a key or a value that does not fit."""
    return tuple(read(FILE.read_text(encoding="utf-8")))


def read(text: str) -> Iterator[Closure]:
    """Gives the closures that the text of such a file holds."""
    for number, record in enumerate(tomllib.loads(text).get("closure", ()), 1):
        try:
            closure = Closure(**record)
        except TypeError as wrong:
            raise UnusableClosure(f"closure {number}: {wrong}") from wrong
        if type(closure.date) is not dt.date or SEPARATORS & set(closure.name) or not closure.name[:1].isalnum():
            raise UnusableClosure(f"closure {number}: it needs a date, and a name of words without ; | =")
        yield closure


def check(found: tuple[Closure, ...], places: Mapping[str, list[str]], years: range) -> None:
    """Raises UnusableClosure for a place that is not known, or a day that the calendars do not cover."""
    for one in found:
        known = one.country in places and (not one.subdivision or one.subdivision in places[one.country])
        if not known:
            raise UnusableClosure(f"{one.name}: there is no {one.country} {one.subdivision}".rstrip())
        if one.date.year not in years:
            raise UnusableClosure(f"{one.name}: {one.date} is not from {years[0]} to {years[-1]}")


def days_off(found: tuple[Closure, ...], country: str, subdivision: str) -> dict[str, list[dt.date]]:
    """Gives the days off by name; a subdivision has those of its country too."""
    days: defaultdict[str, list[dt.date]] = defaultdict(list)
    for one in found:
        if one.country == country and one.subdivision in ("", subdivision):
            days[one.name].append(one.date)
    return dict(days)


@cache
def shared_days() -> tuple[Mapping[str, Any], ...]:
    """Gives the records of anniversaries.toml: a name, the region that has it in the library, and who keeps it also."""
    return tuple(tomllib.loads(ANNIVERSARIES.read_text(encoding="utf-8"))["shared"])


def borrowed(country: str, subdivision: str) -> dict[str, str]:
    """Gives the names of days that the library knows in another region of that country alone, with that region."""
    kept = (one for one in shared_days() if one["country"] == country and subdivision in one["also"])
    return {one["name"]: one["from"] for one in kept}

"""Days off that a host adds to a country or to one of its regions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from followup.data import table


@dataclass(frozen=True, kw_only=True, slots=True)
class Closure:
    """One day off in a country, or in one subdivision of it."""

    country: str
    date: date
    name: str
    subdivision: str = ""


@cache
def closures() -> tuple[Closure, ...]:
    """Gives every record of data/closures.toml."""
    return tuple(Closure(**one) for one in table("closures.toml").get("closure", ()))


def with_closures(
    days: Mapping[date, tuple[str, ...]], country: str, subdivision: str
) -> Mapping[date, tuple[str, ...]]:
    """Gives the days off there with those that the host adds; a subdivision has those of its country too."""
    found = dict(days)
    for one in closures():
        if one.country == country and one.subdivision in ("", subdivision):
            found[one.date] = (*found.get(one.date, ()), one.name)
    return found

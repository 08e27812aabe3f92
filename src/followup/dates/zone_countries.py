"""Which country a zone lies in, and the name that a zone has today."""

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from followup.frozen import warmed


@lru_cache(maxsize=1)
def _countries_of_zones() -> dict[str, str]:
    lines = (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {row[2]: row[0] for row in rows}


@lru_cache(maxsize=1)
def _present_names() -> dict[str, str]:
    lines = (files("followup_calendars") / "old_zones.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split(" ") for line in lines)


@warmed
def _read_names() -> None:
    _present_names()


def country_of(zone_name: str) -> str:
    """The two-letter country a zone lies in, by its old names too, or nothing where it lies in none (UTC, EST).

    >>> country_of("Asia/Calcutta"), country_of("Asia/Kolkata")
    ('IN', 'IN')
    """
    named = _countries_of_zones()
    return named.get(zone_name) or named.get(present_name(zone_name), "")


@lru_cache(maxsize=1)
def zones_of_countries() -> Mapping[str, tuple[str, ...]]:
    """The names of the zones of each country, by its two letters; the old ones too, which browsers still give.

    >>> "Asia/Calcutta" in zones_of_countries()["IN"]
    True
    """
    found: dict[str, list[str]] = {}
    for name in (*_countries_of_zones(), *_present_names()):
        found.setdefault(country_of(name), []).append(name)
    return {country: tuple(sorted({*names})) for country, names in found.items()}


def present_name(zone_name: str) -> str:
    """The name that a zone has today; old ones are "Asia/Saigon", "US/Pacific", "Israel"."""
    return _present_names().get(zone_name, zone_name)


def country_read(my_zone: str, country: str) -> str:
    """The country whose clock the reader reads: that of their zone, else the one of the interview."""
    return country_of(my_zone) or country

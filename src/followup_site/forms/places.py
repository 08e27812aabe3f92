"""Lists the countries, regions and time zones that a form offers, by the names people know."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from followup.dates import calendars


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """One line of a list: what the door reads, what people read, and the country it belongs to."""

    value: str
    words: str
    country: str


@cache
def countries() -> tuple[Place, ...]:
    """Gives every country that has a calendar, by name."""
    return _by_words(Place(value=one.code, words=one.name, country=one.code) for one in calendars.countries())


@cache
def subdivisions() -> tuple[Place, ...]:
    """Gives every state or region that has a calendar of its own, by name."""
    return _by_words(
        Place(value=code, words=name, country=country.code)
        for country in calendars.countries()
        for code, name in country.subdivisions
    )


@cache
def zones() -> tuple[Place, ...]:
    """Gives every zone that belongs to a country, as "United States: New York, Eastern (most areas)", and UTC."""
    names = dict(line.split("\t")[:2] for line in _table("iso3166.tab"))
    rows = (line.split("\t") for line in _table("zone.tab"))
    return (*_by_words(_zone(names[row[0]], *row) for row in rows), Place(value="UTC", words="UTC", country=""))


def _zone(country: str, code: str, _where: str, zone: str, comment: str = "") -> Place:
    city = zone.rpartition("/")[2].replace("_", " ")
    return Place(value=zone, words=f"{country}: {', '.join(filter(None, (city, comment)))}", country=code)


def _by_words(places: Iterator[Place]) -> tuple[Place, ...]:
    return tuple(sorted(places, key=lambda place: place.words))


def _table(name: str) -> list[str]:
    text = (resources.files("tzdata") / "zoneinfo" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]

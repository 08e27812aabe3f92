"""Writes the lists of zone names that are no names of today: Windows' own, after the CLDR, and old spellings.

They change about once a year, so they stand in git; `python -m followup_site.calendars.zone_lists` writes them anew.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from babel.core import get_global

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "src" / "followup" / "data" / "zones"
WINDOWS = ROOT / "node_modules" / "cldr-core" / "supplemental" / "windowsZones.json"
# "Any country" and "no country" in the CLDR's table.
WORLD, NOWHERE = "001", "ZZ"
# Three letters stand in the database as zones without summer time, and elsewhere for an abbreviation.
ABBREVIATIONS = ("EST", "MST", "HST", "CET", "EET", "MET", "WET")


def lists() -> Mapping[str, str]:
    """Gives each file's text by its name."""
    old = "".join(f"{name}\t{new}\n" for name, new in sorted(old_names().items()))
    windows = "".join(f"{name}\t{' '.join(zones)}\n" for name, zones in sorted(windows_names().items()))
    return {"old.tsv": old, "windows.tsv": windows}


def old_names() -> Mapping[str, str]:
    """Gives the name of today for each old one, as "Europe/Kiev" is "Europe/Kyiv" now."""
    known = (files("tzdata") / "zones").read_text(encoding="utf-8").split()
    named = {name: today(name) for name in known if name not in named_today() and name not in ABBREVIATIONS}
    return {name: new for name, new in named.items() if new in named_today()}


def windows_names() -> Mapping[str, tuple[str, ...]]:
    """Gives for each name of Windows its zone where no country is told, and then one of each other country."""
    rows = json.loads(WINDOWS.read_text(encoding="utf-8"))["supplemental"]["windowsZones"]["mapTimezones"]
    found: dict[str, dict[str, str]] = {}
    for row in (row["mapZone"] for row in rows):
        if row["_territory"] != NOWHERE:
            found.setdefault(row["_other"], {})[row["_territory"]] = today(row["_type"].split()[0])
    return {name: tuple(dict.fromkeys((zones[WORLD], *zones.values()))) for name, zones in found.items()}


def today(name: str) -> str:
    """Gives the name by which the database lists that zone now, or the name itself."""
    if name in named_today():
        return name
    same = _aliases().get(name, frozenset()) & named_today()
    return next(iter(same)) if len(same) == 1 else _links().get(name, name)


@cache
def named_today() -> frozenset[str]:
    """Gives the zones that belong to a country."""
    return frozenset(line.split("\t")[2] for line in _table("zone.tab") if line and not line.startswith("#"))


@cache
def _links() -> Mapping[str, str]:
    rows = (line.split() for line in _table("tzdata.zi") if line.startswith("L "))
    links = {name: target for _, target, name in rows}
    return {name: _end(links, target) for name, target in links.items()}


def _end(links: Mapping[str, str], name: str) -> str:
    return _end(links, links[name]) if name in links else name


@cache
def _aliases() -> Mapping[str, frozenset[str]]:
    """Gives for each name all names of the same place; a link of the database may lead to another country."""
    groups: dict[str, set[str]] = {}
    for alias, canonical in get_global("zone_aliases").items():
        groups.setdefault(canonical, {canonical}).add(alias)
    return {name: frozenset(group) for group in groups.values() for name in group}


def _table(name: str) -> Iterator[str]:
    yield from (files("tzdata") / "zoneinfo" / name).read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    for name, text in lists().items():
        (FOLDER / name).write_text(text, encoding="utf-8")

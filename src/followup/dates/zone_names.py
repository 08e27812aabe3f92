"""Understands what programs and people call time zones: Windows' names, old spellings, prefixes, abbreviations."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from followup import data
from followup.dates import clock, zone_countries

UTC = "UTC"
# What calendars call it when no zone is meant at all.
UTC_NAMES = frozenset("utc z gmt zulu etc/utc etc/gmt etc/uct etc/zulu universal uct utc/gmt".split())
# What people write behind an hour; each is used by more than one country, so none is ever sure.
ABBREVIATIONS: Mapping[str, str] = {
    short: zone
    for zone, shorts in {
        "America/New_York": "est edt et eastern hne hae",
        "America/Chicago": "cst cdt ct central hnc hac",
        "America/Denver": "mst mdt mt mountain hnr har",
        "America/Los_Angeles": "pst pdt pt pacific hnp hap",
        "America/Anchorage": "akst akdt",
        "Pacific/Honolulu": "hst",
        "America/Halifax": "ast adt hna haa",
        "America/Sao_Paulo": "brt",
        "America/Argentina/Buenos_Aires": "art",
        "Europe/London": "gmt bst uk",
        "Europe/Lisbon": "wet west",
        "Europe/Berlin": "cet cest mez mesz met",
        "Europe/Athens": "eet eest",
        "Europe/Moscow": "msk",
        "Africa/Johannesburg": "sast",
        "Africa/Lagos": "wat",
        "Africa/Nairobi": "eat",
        "Asia/Dubai": "gst",
        "Asia/Karachi": "pkt",
        "Asia/Kolkata": "ist",
        "Asia/Singapore": "sgt",
        "Asia/Hong_Kong": "hkt",
        "Asia/Tokyo": "jst",
        "Asia/Seoul": "kst",
        "Australia/Perth": "awst",
        "Australia/Brisbane": "aest",
        "Australia/Sydney": "aedt",
        "Pacific/Auckland": "nzst nzdt",
    }.items()
    for short in shorts.split()
}

# What people write out before "Time".
WRITTEN_OUT: Mapping[str, str] = {
    "british": "Europe/London",
    "greenwich mean": "Europe/London",
    "central european": "Europe/Berlin",
    "india": "Asia/Kolkata",
    "indian": "Asia/Kolkata",
    "gulf": "Asia/Dubai",
    "japan": "Asia/Tokyo",
    "korea": "Asia/Seoul",
    "australian eastern": "Australia/Sydney",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class NamedZone:
    """What a name most likely means, what else it can mean, and whether there is no doubt."""

    zone: str
    others: tuple[str, ...] = ()
    is_sure: bool = True


def named_zone(name: str, region: str = "") -> NamedZone | None:
    """The zone that a calendar or a person means by a name, or None; `region` is a country that is likely.

    >>> named_zone("Europe/Kiev").zone, named_zone("Romance Standard Time", "BE").zone
    ('Europe/Kyiv', 'Europe/Brussels')
    """
    name = " ".join(name.strip().strip("\"'").split())
    if (
        name.casefold().removeprefix("tzone://microsoft/") in UTC_NAMES
        or "coordinated universal time" in name.casefold()
    ):
        return NamedZone(zone=UTC, is_sure=False)
    return _standing(name) or _windows(name, region) or _shown(name, region) or _shortened(name)


def today(name: str) -> str:
    """The name by which the database lists a zone now: "Asia/Kolkata" for "Asia/Calcutta"."""
    return _old().get(name, name)


def _standing(name: str) -> NamedZone | None:
    """A name of the database, alone or at the end of a prefix: "/mozilla.org/20050126_1/Europe/Brussels"."""
    parts = name.split("/")
    for count in (len(parts), 3, 2):
        known = _by_folded().get("/".join(parts[-count:]).replace(" ", "_").casefold(), "")
        if known and known.casefold() not in ABBREVIATIONS:
            return NamedZone(zone=today(known), is_sure=not known.startswith("Etc/"))
    return None


def _windows(name: str, region: str) -> NamedZone | None:
    zones = _windows_zones().get(name.replace("Daylight Time", "Standard Time").casefold())
    if not zones:
        return None
    best = next((zone for zone in zones if zone_countries.country_of(zone) == region), zones[0])
    countries = {zone_countries.country_of(zone) for zone in zones}
    return NamedZone(
        zone=best,
        others=tuple(zone for zone in zones if zone != best),
        is_sure=len(countries) == 1 and "" not in countries,
    )


def _shown(name: str, region: str) -> NamedZone | None:
    """What Outlook shows for a zone, in English whole, in other languages by the cities that are spelled alike."""
    words = re.sub(r"^\(?(UTC|GMT)[^)]{0,20}\)\s*", "", name).casefold()
    if words in _shown_names():
        return _windows(_shown_names()[words], region)
    cities = {city.strip() for city in words.split(",")}
    alike = max(_shown_names(), key=lambda known: len(cities & set(known.split(", "))))
    return _windows(_shown_names()[alike], region) if cities & set(alike.split(", ")) else None


def _shortened(name: str) -> NamedZone | None:
    short = re.sub(r"( standard| daylight| summer)?( time)?$", "", name.casefold())
    zone = ABBREVIATIONS.get(short) or WRITTEN_OUT.get(short)
    return NamedZone(zone=zone, is_sure=False) if zone else None


@lru_cache(maxsize=1)
def _by_folded() -> Mapping[str, str]:
    return {name.casefold(): name for name in clock.zone_names()}


@lru_cache(maxsize=1)
def _old() -> Mapping[str, str]:
    return dict(_rows("old"))


@lru_cache(maxsize=1)
def _windows_zones() -> Mapping[str, tuple[str, ...]]:
    return {name.casefold(): tuple(zones.split()) for name, zones in _rows("windows")}


@lru_cache(maxsize=1)
def _shown_names() -> Mapping[str, str]:
    return {shown.casefold(): name for name, shown in _rows("display")}


def _rows(name: str) -> Iterator[tuple[str, str]]:
    text = data.text("zones", f"{name}.tsv")
    for line in text.splitlines():
        first, _, second = line.partition("\t")
        yield first, second

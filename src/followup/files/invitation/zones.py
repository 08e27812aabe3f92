"""In which zone an event is, and whether there is doubt."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from followup.dates import clock, zone_countries
from followup.dates.zone_names import UTC as WORLD_TIME
from followup.dates.zone_names import NamedZone, named_zone
from followup.files.invitation.lines import Block, CalendarFile, Line
from followup.files.invitation.zone_letters import near_hours

# A zone's name without quotes may hold a colon, as "tzone://Microsoft/Custom" does: it ends where the date begins.
BEHIND_COLON = re.compile(r"([^\d\s].*):\d{4}-?\d\d-?\d\d")
NAME = re.compile(r"\b(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Za-z_]+(?:/[A-Za-z_]+)?")
# "2pm - 3pm (Eastern Time - New York)", as Google writes it into an email.
SPOKEN = re.compile(
    r"\b(?:Australian Eastern|Eastern|Central European|Central|Mountain|Pacific|Greenwich Mean|British|Indian?|Japan"
    r"|Korea|Gulf)(?: Standard| Daylight| Summer)? Time\b"
)
OFFSET = re.compile(r"([+-])(\d{2})(\d{2})")
# By the offsets of a zone that a calendar made up itself the first of these is taken that has both.
COMMON = (
    "America/New_York America/Chicago America/Denver America/Los_Angeles Europe/London Europe/Berlin Europe/Athens"
    " Europe/Moscow Asia/Kolkata Asia/Dubai Asia/Shanghai Asia/Tokyo Australia/Sydney Pacific/Auckland"
    " America/Sao_Paulo America/Phoenix Australia/Brisbane Africa/Lagos America/Halifax America/Bogota Asia/Karachi"
    " Asia/Bangkok Australia/Adelaide America/St_Johns America/Anchorage Pacific/Honolulu Asia/Kathmandu"
).split()
# As Outlook shows a zone, with all its cities.
SHOWN = re.compile(r"\((?:UTC|GMT)[+-]\d\d:\d\d\) [^\n]{3,80}")


def told_zone(line: Line, event: Block, calendar: CalendarFile) -> NamedZone | None:
    """The zone that a date names, as far as it can be understood; UTC where it is UTC under some name."""
    name = line.parameters.get("TZID", "").strip()
    if not name:
        return None
    behind = BEHIND_COLON.match(line.value)
    name, region = f"{name}:{behind[1]}" if behind else name, _region(event)
    zone = named_zone(name, region)
    if zone:
        return zone
    described = next((block for block in calendar.zones if block.text("TZID").strip("\"' ") == name), None)
    if described is None:
        return None
    return named_zone(described.text("X-LIC-LOCATION")) or _by_offsets(described, region)


def guessed_zone(calendar: CalendarFile, words: str, my_zone: str) -> NamedZone:
    """The best guess where UTC alone stands there or no zone at all; its `zone` is empty where nothing gives one."""
    guess = next(_guesses(calendar, words), None)
    return NamedZone(zone=guess.zone if guess else my_zone, others=guess.others if guess else (), is_sure=False)


def zone_in_words(text: str) -> NamedZone | None:
    """A zone that a text names whole: "Europe/London", "Eastern Time"."""
    found = NAME.search(text) or SPOKEN.search(text)
    shown = map(named_zone, (each.strip() for each in SHOWN.findall(text)))
    return next(filter(None, shown), None) or (named_zone(found[0]) if found else None)


def _guesses(calendar: CalendarFile, words: str) -> Iterator[NamedZone]:
    names = [calendar.own.text("X-WR-TIMEZONE")]
    # A calendar that describes one zone alone is kept in that zone.
    names += [block.text("TZID") for block in calendar.zones if len(calendar.zones) == 1]
    beside_hours = map(named_zone, near_hours(words))
    for zone in (*map(named_zone, filter(None, names)), zone_in_words(words), *beside_hours):
        if zone and zone.zone != WORLD_TIME:
            yield zone


def _region(event: Block) -> str:
    """The country of the language in which the sender's calendar wrote: "BE" of "fr-BE"."""
    languages = (line.parameters.get("LANGUAGE", "") for line in event.lines)
    return next(
        (language[-2:].upper() for language in languages if re.fullmatch("[a-z]{2,3}-[A-Za-z]{2}", language)), ""
    )


def _by_offsets(described: Block, region: str) -> NamedZone | None:
    """A zone with the same offsets from UTC in winter and in summer, of the likely country where it has one.

    It is never sure, for many share them.
    """
    found = (OFFSET.fullmatch(line.value.strip()) for line in described.all("TZOFFSETTO"))
    offsets = {_offset(one) for one in found if one}
    at_home = [name for name in sorted(clock.zone_names()) if region and zone_countries.country_of(name) == region]
    alike = [name for name in (*COMMON, *at_home) if _offsets(name) == offsets]
    zone = next((name for name in alike if zone_countries.country_of(name) == region), next(iter(alike), ""))
    return NamedZone(zone=zone, is_sure=False) if zone else None


def _offset(found: re.Match[str]) -> timedelta:
    size = timedelta(hours=int(found[2]), minutes=int(found[3]))
    return size if found[1] == "+" else -size


def _offsets(name: str) -> set[timedelta | None]:
    return {datetime(2026, month, 1, tzinfo=UTC).astimezone(clock.zone(name)).utcoffset() for month in (1, 7)}

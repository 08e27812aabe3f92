"""By whose clock an email tells an hour: a zone, a city, a country or a few letters beside it."""

import re
from collections.abc import Mapping
from datetime import UTC as WORLD_CLOCK
from datetime import datetime, time, timedelta
from functools import lru_cache

from followup.dates import clock
from followup.dates.zone_names import ABBREVIATIONS, UTC, NamedZone, today
from followup.files.invitation.days import DayFound
from followup.files.invitation.words import unmarked
from followup.files.invitation.zone_letters import cities, near_hours
from followup.files.invitation.zones import COMMON, zone_in_words

ALL_TIMES = re.compile(
    r"\b(?:(?:[Aa]ll )?(?:of the )?[Tt]imes|[Aa]lle (?:[Uu]hr)?[Zz]eit(?:en|angaben)|[Aa]lle tijden|[Aa]lla tider"
    r"|[Tt]outes les heures|[Tt]odas las horas|[Tt]odos os hor[áa]rios|[Tt]utti gli orari)"
    r"(?:\s(?:below|above|are|is|sind|sont|son|são|sono|zijn|är|shown|listed|given|stated|quoted|displayed|in|en|em))*"
    r"\s\(?([A-Za-z]{2,8})\b"
)
CITY = r"([^\W\d_a-z][\w-]+(?: [^\W\d_a-z][\w-]+)?)"
CITY_TIMES = tuple(
    map(
        re.compile,
        (
            rf"\b{CITY} (?:local )?time\b",
            rf"\b(?:heure|hora|horário|horario|ora) (?:locale? )?(?:del centro )?(?:de|di) (?:la )?"
            rf"(?:[Cc]iudad de |ville de )?{CITY}",
            rf"\b{CITY}e[rn]? Zeit\b",
            r"\b(?:hora|horário|ora) ([^\W\d_]{4,20})",
            rf"\bh(?:rs?|oras)?\.? de {CITY}",
            r"\b(?:hora|tiempo)(?: est[áa]ndar)? (?:del|de la) ([Ee]ste|[Pp]ac[íi]fico|[Cc]entro|[Mm]ontaña)\b",
            r"\bheure(?: normale| avancée)? (?:de l['’]|du |des |de )([Ee]st|[Cc]entre|[Pp]acifique|[Aa]tlantique"
            r"|[Rr]ocheuses|[Mm]ontagnes|[Ee]urope centrale)\b",
            r"\b(?:heure|[Tt]iempo) ([^\W\d_]{4,20})",
            r"\b(deutsche|österreichische|schweizer(?:ische)?|mitteleuropäische)[rn]? Zeit\b",
        ),
    )
)
# "3 pm UTC+1", "14:00 (GMT-05:00)", "2027-01-14T14:00:00-05:00": how far a clock is from UTC. Where no such date stands
# in front, a dash leads to the hour of the end.
OFFSET = re.compile(
    r"\b(?:UTC|GMT)\s?([+−-])(\d{1,2})(?::?(\d\d))?(?!\d|:\d|\s?[AaPp]\.?[Mm])"
    r"|(?:(?<=\d\d:\d\d)(?::\d\d)?(?=\+)|(?<=\d{4}-\d\d-\d\d[T ]\d\d:\d\d)(?::\d\d)?)([+-])(\d\d):?(\d\d)(?!\d)"
)
BEHIND_BLANK = re.compile(r" (\d\d):\d\d$")
# Whose clock people mean by the name of a country, or of a city that no zone is called by.
CLOCKS = {
    name: zone
    for zone, names in {
        "Europe/London": "uk british unitedkingdom england scotland",
        "Europe/Paris": "france french francaise",
        "Europe/Berlin": "germany german deutsche mitteleuropaisch mitteleuropaische europecentrale frankfurt munich"
        " munchen hamburg koln",
        "Europe/Madrid": "peninsular espanola espana spain barcelona",
        "Europe/Rome": "italiana italy milan milano",
        "Europe/Zurich": "swiss switzerland schweiz schweizer schweizerische suisse geneva geneve",
        "Europe/Vienna": "austria osterreich osterreichische austrian",
        "Europe/Amsterdam": "netherlands nederland holland dutch",
        "Europe/Brussels": "belgium belgique belgie belgian",
        "Europe/Lisbon": "portugal lisboa",
        "Europe/Dublin": "ireland irish",
        "Europe/Warsaw": "poland polska polish",
        "Europe/Stockholm": "sweden sverige swedish",
        "Europe/Copenhagen": "denmark danmark danish",
        "Europe/Oslo": "norway norge norwegian",
        "America/Sao_Paulo": "brasilia rio brasil brazil",
        "America/Argentina/Buenos_Aires": "argentina",
        "America/Santiago": "chile",
        "America/Bogota": "colombia",
        "America/Lima": "peru",
        "America/Mexico_City": "mexico centro cdmx ciudaddemexico",
        "America/New_York": "boston miami atlanta washington nyc este",
        "America/Chicago": "dallas houston austin centre",
        "America/Denver": "montana rocheuses montagnes",
        "America/Halifax": "atlantique",
        "America/Los_Angeles": "seattle sanfrancisco california sf la pacifico pacifique",
        "Asia/Kolkata": "india indian mumbai bangalore bengaluru delhi",
        "Asia/Tokyo": "japan",
        "Asia/Shanghai": "china beijing",
        "Asia/Singapore": "singaporean",
    }.items()
    for name in names.split()
}


def zone_of(text: str, day: DayFound, my_zone: str, *, has_hour: bool) -> NamedZone | None:
    """The zone beside the hour, or one that the text names whole; of those so far from UTC the reader's comes first."""
    near = text[max(0, day.start - 100) : day.end + 240]
    whole = zone_in_words(near) or zone_in_words(text) or (_by_offset(near, day, my_zone) if has_hour else None)
    if whole:
        return whole
    near = OFFSET.sub(" ", near)
    every = ALL_TIMES.search(text)
    if every and (named := _abbreviated(every[1])):
        return NamedZone(zone=named, is_sure=False)
    told = (name for words in (near, text) for pattern in CITY_TIMES for name in pattern.findall(words))
    city = next(filter(None, map(_by_city, told)), "")
    short = next(filter(None, map(_abbreviated, near_hours(near))), "") if has_hour else ""
    city = city or (next(filter(None, map(_by_city, cities(near))), "") if has_hour and not short else "")
    return NamedZone(zone=city or short, is_sure=False) if city or short else None


def _by_offset(text: str, day: DayFound, my_zone: str) -> NamedZone | None:
    """A zone whose clock is on that day as far from UTC as the text says; never sure, for many are."""
    found = next((one for one in OFFSET.finditer(text) if not _is_end(text, one)), None)
    if found is None:
        return None
    sign, hours, minutes = found.groups()[:3] if found[1] else found.groups()[3:]
    size = timedelta(hours=int(hours), minutes=int(minutes or 0))
    at = datetime.combine(day.day, time(12), tzinfo=WORLD_CLOCK)
    size = size if sign == "+" else -size
    alike = (name for name in (my_zone, *COMMON) if name and at.astimezone(clock.zone(name)).utcoffset() == size)
    zone = next(alike, "") if size else UTC
    return NamedZone(zone=zone, is_sure=False) if zone else None


def _is_end(text: str, found: re.Match[str]) -> bool:
    """True for the later hour behind a date and a blank: "2027-01-14 09:00-10:00"."""
    before = BEHIND_BLANK.search(text[: found.start()])
    return before is not None and found[4] == "-" and int(before[1]) < int(found[5])


def _abbreviated(word: str) -> str:
    """The zone of a few letters; a city may be short too: "CDMX"."""
    small = word.lower()
    city = CLOCKS.get(small, "") if len(word) > 2 else ""
    return UTC if word == "UTC" else ABBREVIATIONS.get(small, city)


def _by_city(name: str) -> str:
    """The zone of a city or a country by whose clock an hour is told; of "Uhr Berlin" the last word is one."""
    said = (unmarked(name), unmarked(name.rpartition(" ")[2]))
    return next(
        (
            zone
            for bare in said
            if (zone := ABBREVIATIONS.get(bare, "") or CLOCKS.get(bare, "") or _cities().get(bare, ""))
        ),
        "",
    )


@lru_cache(maxsize=1)
def _cities() -> Mapping[str, str]:
    """The zone of today by the city that the zone's name ends with; the first zone of that city in the alphabet."""
    return {unmarked(zone.rpartition("/")[2]): today(zone) for zone in sorted(clock.zone_names(), reverse=True)}

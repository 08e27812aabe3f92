"""Zones and hours: wall time where the recipient lives, elapsed time between two moments, dates in words."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from followup.frozen import remembered
from followup.model.language import dated, half_of_day

# Countries whose people read a clock of twelve hours, after the hour cycles of the Unicode CLDR.
TWELVE_HOURS = frozenset(
    "AE AG AS AU BB BD BH BM BS CA CO DM DO EG ET FJ GD GH GM GU GY HK IN IQ JM JO KI KN KR KW KY LB LC LR LS LY"
    " MP MR MW MX MY NA NZ OM PA PH PK PR PS QA SA SB SD SG SL SO SS SY SZ TC TO TT US VC VE VG VI VU WS YE ZM".split()
)


class UnknownZone(ValueError):
    """The name is not in the IANA time zone database."""


@lru_cache(maxsize=1)
def zone_names() -> frozenset[str]:
    """Every name of the IANA time zone database, old spellings included."""
    return frozenset((files("tzdata") / "zones").read_text(encoding="utf-8").split())


@remembered(64)
def zone(name: str) -> ZoneInfo:
    """The rules of one zone; raises UnknownZone.

    Both homes of the engine read the tzdata package, never the system's own files, so that they give the same answers.
    """
    if name not in zone_names():
        raise UnknownZone(name)
    with (files("tzdata") / "zoneinfo" / name).open("rb") as rules:
        return ZoneInfo.from_file(rules, key=name)


def local(day: date, at: time, where: ZoneInfo) -> datetime:
    """The moment a wall clock shows, in that zone; a skipped or doubled hour gives the later reading.

    >>> local(date(2027, 3, 14), time(2, 30), zone("America/New_York")).isoformat()
    '2027-03-14T03:30:00-04:00'
    """
    return _reading(day, at, where)[0]


def aware(moment: datetime, where: ZoneInfo) -> datetime:
    """The moment; without an offset it is wall time in that zone."""
    return moment if moment.tzinfo else local(moment.date(), moment.time(), where)


def has_one_reading(day: date, at: time, where: ZoneInfo) -> bool:
    """False where the clocks were changed at that hour, so that it came twice or not at all."""
    return _reading(day, at, where)[1]


# A plan asks for the same hours of the same days again and again, and so does the next one.
@remembered(1024)
def _reading(day: date, at: time, where: ZoneInfo) -> tuple[datetime, bool]:
    """The later reading of a wall clock, and whether it is the only one."""
    first = datetime.combine(day, at.replace(fold=0), where)
    second = first.replace(fold=1)
    if first.utcoffset() == second.utcoffset():
        return first, True
    return max(first.astimezone(UTC), second.astimezone(UTC)).astimezone(where), False


def shift(moment: datetime, hours: float) -> datetime:
    """The moment that many elapsed hours later, in the same zone.

    Python adds to the wall clock; across a change of the clocks that is an hour off (T4 speaks of 24 hours).
    """
    return (instant(moment) + timedelta(hours=hours)).astimezone(moment.tzinfo)


def instant(moment: datetime) -> datetime:
    """The moment in UTC: the form to compare, as Python compares wall clocks within one zone."""
    return _instant(moment, moment.fold)


# A plan compares some thirty moments three hundred times. Two that differ in their fold alone are equal for Python.
@remembered(1024)
def _instant(moment: datetime, fold: int) -> datetime:
    return moment.astimezone(UTC)


def zone_and_fold(moment: datetime) -> tuple[tzinfo | None, int]:
    """What a moment is remembered by beside itself: Python calls two equal that differ in zone or in fold alone."""
    return moment.tzinfo, moment.fold


def iso(moment: datetime) -> str:
    """The moment as data, with its offset and to the second: 2027-01-08T09:00:00-05:00."""
    return _iso(moment, *zone_and_fold(moment))


@remembered(256)
def _iso(moment: datetime, where: tzinfo | None, fold: int) -> str:
    return moment.isoformat(timespec="seconds")


def on_or_after(first: date, day: date) -> date:
    """Gives the next such day of a year from `first` on; 1 March stands in for a 29 February that is missing.

    >>> on_or_after(date(2027, 3, 25), date(2027, 3, 20))
    datetime.date(2028, 3, 20)
    """
    this = _in_year(day, first.year)
    return this if this >= first else _in_year(day, first.year + 1)


def _in_year(day: date, year: int) -> date:
    year = min(year, date.max.year)
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def spoken_day(day: date) -> str:
    """The day in words: Friday 8 January 2027."""
    return dated("full", day)


def written_day(day: date) -> str:
    """The day as people write it, without its weekday: 8 January 2027."""
    return dated("long", day)


def clock_time(moment: datetime | time, country: str = "") -> str:
    """The hour as people of that country read it: 09:00, or 9:00 am."""
    if country not in TWELVE_HOURS:
        return f"{moment.hour:02}:{moment.minute:02}"
    return f"{moment.hour % 12 or 12}:{moment.minute:02} {half_of_day(moment.hour)}"


def short_time(moment: datetime | time, country: str = "") -> str:
    """The hour in as few signs as it takes: 9 am, 9:30 am, or 09:00.

    >>> short_time(time(18), "US")
    '6 pm'
    """
    return clock_time(moment, country).replace(":00 ", " ")


def spoken(moment: datetime, country: str = "") -> str:
    """The moment in words: Friday 8 January 2027, 09:00."""
    return f"{spoken_day(moment.date())}, {clock_time(moment, country)}"

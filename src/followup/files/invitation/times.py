"""When an event is: its wall time, its end and its zone, with how sure they are."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from followup.dates import clock
from followup.dates.zone_names import UTC as WORLD_TIME
from followup.files.invitation.lines import Block, CalendarFile, Line
from followup.files.invitation.zones import guessed_zone, told_zone
from followup.forms.days import YEARS

# At the end of the line, for what stands before it may hold a colon too.
STAMP = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]?(\d\d):?(\d\d)(?::?\d\d)?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?\s*$", re.I)
DURATION = re.compile(r"\+?P(?:(\d{1,3})W)?(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,6})S)?)?", re.I)
FULL_DAY = timedelta(days=1)
MIDNIGHT = time()
# Some write the last minute of a day for its end.
LAST_MINUTE = time(23, 59)


@dataclass(frozen=True, kw_only=True, slots=True)
class When:
    """When an event is, on the clock of its zone; without an hour `starts` and `ends` are None.

    `last` is the last of several whole days. `others` are the zones that the name may mean as well.
    """

    day: date
    last: date
    starts: datetime | None = None
    ends: datetime | None = None
    zone: str = ""
    others: tuple[str, ...] = ()
    is_sure: bool = True

    @property
    def order(self) -> tuple[date, datetime]:
        """By what events are put in order: whole days stand before the hours of that day."""
        return self.day, self.starts or datetime.combine(self.day, time())


@dataclass(frozen=True, kw_only=True, slots=True)
class _Stamp:
    """One date of a calendar as it stands there; an hour that is UTC says so."""

    at: datetime
    has_hour: bool
    is_utc: bool


def when(event: Block, calendar: CalendarFile, words: str, my_zone: str) -> When | None:
    """When an event is, or None where it does not say a day; `my_zone` serves where nothing names a zone."""
    line = event.first("DTSTART")
    start = _stamp(line) if line else None
    if line is None or start is None:
        return None
    if not start.has_hour:
        return _whole_days(start, event)
    told = None if start.is_utc else told_zone(line, event, calendar)
    is_utc = start.is_utc or (told is not None and told.zone == WORLD_TIME)
    zone = told if told and not is_utc else guessed_zone(calendar, words, my_zone)
    name = zone.zone or (WORLD_TIME if is_utc else "")
    begin = _on_clock(start.at, name, is_utc=is_utc)
    end = _end(event, calendar, start, name, is_utc=is_utc, is_told=is_utc or told is not None)
    if end and _are_whole_days(begin, end):
        last = (end - timedelta(minutes=1)).date()
        return When(day=begin.date(), last=last, zone=name, others=zone.others, is_sure=zone.is_sure)
    return When(
        day=begin.date(),
        last=begin.date(),
        starts=begin,
        ends=end if end and end > begin else None,
        zone=name,
        others=zone.others,
        is_sure=zone.is_sure,
    )


def on_clock(at: datetime, there: str, zone: str) -> datetime:
    """Wall time of one zone on the clock of another, each without an offset; as it is where one is not known."""
    if not there or not zone or there == zone:
        return at
    moment = clock.local(at.date(), at.time(), clock.zone(there))
    return moment.astimezone(clock.zone(zone)).replace(tzinfo=None)


def _whole_days(start: _Stamp, event: Block) -> When:
    line = event.first("DTEND")
    end = _stamp(line) if line else None
    # The end of whole days is the day after (RFC 5545, 3.6.1); some write the last day itself.
    last = max(start.at, end.at - FULL_DAY) if end else start.at
    return When(day=start.at.date(), last=last.date())


def _are_whole_days(begin: datetime, end: datetime) -> bool:
    """True from midnight to midnight: so calendars of Microsoft's send what they show without hours."""
    return begin < end and begin.time() == MIDNIGHT and end.time() in (MIDNIGHT, LAST_MINUTE)


def _end(
    event: Block, calendar: CalendarFile, start: _Stamp, zone: str, *, is_utc: bool, is_told: bool
) -> datetime | None:
    """The end on the clock of the start; a flight, or a calendar kept elsewhere, tells it on another one."""
    line = event.first("DTEND")
    stamp = _stamp(line) if line else None
    if line and stamp:
        own = told_zone(line, event, calendar) if is_told and not stamp.is_utc else None
        if not stamp.has_hour:
            return None
        if own and own.zone != WORLD_TIME:
            return on_clock(stamp.at, own.zone, zone)
        named_utc = bool(own) or (is_utc and not start.is_utc)
        return _on_clock(stamp.at, zone, is_utc=stamp.is_utc or named_utc)
    length = DURATION.fullmatch(event.text("DURATION"))
    if length is None or not any(length.groups()):
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in length.groups())
    span = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return _on_clock(start.at + span, zone, is_utc=is_utc)


def _stamp(line: Line) -> _Stamp | None:
    found = STAMP.search(line.value)
    if found is None:
        return None
    year, month, day, hour, minute, offset = found.groups()
    try:
        at = datetime(int(year), int(month), int(day), int(hour or 0) % 24, int(minute or 0), tzinfo=None)  # noqa: DTZ001
    except ValueError:
        return None
    if at.year not in YEARS:
        return None
    has_hour = hour is not None and line.parameters.get("VALUE", "").upper() != "DATE"
    return _Stamp(at=at - _offset(offset), has_hour=has_hour, is_utc=bool(offset))


def _offset(text: str | None) -> timedelta:
    if not text or text in "zZ":
        return timedelta()
    size = timedelta(hours=int(text[1:3]), minutes=int(text[-2:]))
    return size if text[0] == "+" else -size


def _on_clock(at: datetime, zone: str, *, is_utc: bool) -> datetime:
    """Wall time in the zone, without an offset; what is no UTC is wall time already."""
    return at.replace(tzinfo=UTC).astimezone(clock.zone(zone)).replace(tzinfo=None) if is_utc and zone else at

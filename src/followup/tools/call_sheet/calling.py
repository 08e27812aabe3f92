"""Good hours for a call: when they are at work and not at lunch, on their clock and on the reader's."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Literal
from zoneinfo import ZoneInfo

from followup.dates import clock
from followup.dates.calendars import Calendar, next_business_day, roll_forward
from followup.planning.hours import call_hours
from followup.rules.rulebook import figure, hour

type Night = Literal["none", "part", "all"]
type Attempt = Literal["silent", "leave", "stop"]

# Three days of calls are enough to choose from.
SHOWN = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Stretch:
    """A stretch of time to call in, in the recipient's zone; `night` says how much of it is the reader's own."""

    start: datetime
    end: datetime
    night: Night


def stretches(
    start: datetime, zone: ZoneInfo, calendar: Calendar, mine: ZoneInfo | None = None, count: int = SHOWN
) -> tuple[Stretch, ...]:
    """Gives the next stretches for a call from `start` on, lunch, holidays and weekends left out.

    Each has its wall clock of its own day, so that a change of the clocks moves it. Raises OutOfCoverage.
    """
    return tuple(islice(_stretches(start, zone, calendar, mine), count))


def _stretches(start: datetime, zone: ZoneInfo, calendar: Calendar, mine: ZoneInfo | None) -> Iterator[Stretch]:
    day = roll_forward(start.astimezone(zone).date(), calendar)
    while True:
        for opens, closes in call_hours():
            begin = max(clock.local(day, opens, zone), start.astimezone(zone), key=clock.instant)
            end = clock.local(day, closes, zone)
            if clock.instant(begin) < clock.instant(end):
                yield Stretch(start=begin, end=end, night=night(begin, end, mine))
        day = next_business_day(day, calendar)


def until(stretch: Stretch, latest: datetime, mine: ZoneInfo | None) -> Stretch:
    """Gives the stretch, ended at `latest` where it goes on beyond it."""
    end = min(stretch.end, latest.astimezone(stretch.start.tzinfo), key=clock.instant)
    return Stretch(start=stretch.start, end=end, night=night(stretch.start, end, mine))


def night(start: datetime, end: datetime, mine: ZoneInfo | None) -> Night:
    """Says how much of a stretch lies between 22:00 and 07:00 on the reader's clock (O26)."""
    if mine is None:
        return "none"
    asleep = clock.instant(end) - clock.instant(start)
    awake = asleep - _asleep(start, end, mine)
    if awake == asleep:
        return "none"
    return "part" if awake else "all"


def _asleep(start: datetime, end: datetime, mine: ZoneInfo) -> timedelta:
    """How long the reader's nights around a stretch overlap it."""
    eve = start.astimezone(mine).date() - timedelta(days=1)
    nights = (_night_of(eve + timedelta(days=ahead), mine) for ahead in range(3))
    first, last = clock.instant(start), clock.instant(end)
    return sum((max(min(last, dawn) - max(first, dusk), timedelta()) for dusk, dawn in nights), timedelta())


def _night_of(evening: date, mine: ZoneInfo) -> tuple[datetime, datetime]:
    dusk = clock.local(evening, hour("O26", "night_from_time"), mine)
    dawn = clock.local(evening + timedelta(days=1), hour("O26", "night_to_time"), mine)
    return clock.instant(dusk), clock.instant(dawn)


def attempt(tried: int, *, left_message: bool) -> Attempt:
    """Says what to do if nobody picks up: hang up, leave the message, or stop for the day (K16).

    >>> attempt(0, left_message=False), attempt(1, left_message=False), attempt(2, left_message=False)
    ('silent', 'leave', 'stop')
    """
    if left_message or tried >= figure("K16", "attempts_max"):
        return "stop"
    return "leave" if tried >= figure("K16", "silent_attempts") else "silent"


def from_tomorrow(now: datetime, zone: ZoneInfo, calendar: Calendar) -> datetime:
    """Gives the first call hour of the next business day where they are."""
    day = next_business_day(now.astimezone(zone).date(), calendar)
    return clock.local(day, call_hours()[0][0], zone)


def call_back_day(called: date, promised: date | None, calendar: Calendar) -> date:
    """Gives a day to ask for: the one after their date, or in a week if there is none (P7)."""
    if promised and promised >= called:
        return next_business_day(promised, calendar)
    return roll_forward(called + timedelta(days=figure("P7", "no_date_wait_calendar_days")), calendar)


def last_call_day(called: date, deadline: date, calendar: Calendar) -> date:
    """Gives the day to ask for while another offer waits: the next business day, the same where that is too late."""
    day = next_business_day(called, calendar)
    return day if day <= deadline else called

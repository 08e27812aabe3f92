"""Hours put to days: when a message may go out, when a call may be made, and windows from whole days."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from followup.dates import clock
from followup.dates.calendars import Calendar, add_business_days, next_business_day
from followup.model.plan import Window
from followup.rules.rulebook import figure, hour

type Hours = tuple[tuple[time, time], ...]


def send_hours() -> Hours:
    """When a message may go out on a business day, recipient's time (O1)."""
    return ((hour("O1", "send_from_time"), hour("O1", "send_to_time")),)


def call_hours() -> Hours:
    """When a call may be made on a business day, recipient's time, lunch left out (K18)."""
    parts = ("morning", "afternoon")
    return tuple((hour("K18", f"{part}_from_time"), hour("K18", f"{part}_to_time")) for part in parts)


def opening(day: date, zone: ZoneInfo) -> datetime:
    """The first send hour of that day."""
    return clock.local(day, send_hours()[0][0], zone)


def closing(day: date, zone: ZoneInfo) -> datetime:
    """The end of that day's send hours."""
    return clock.local(day, send_hours()[-1][1], zone)


def next_hour(moment: datetime, hours: Hours, zone: ZoneInfo, calendar: Calendar) -> datetime:
    """The first moment from then on that lies in those hours of a business day."""
    here = moment.astimezone(zone)
    if calendar.is_business_day(here.date()):
        for start, end in hours:
            if here.time() < end:
                return max(here, clock.local(here.date(), start, zone), key=clock.instant)
    return clock.local(next_business_day(here.date(), calendar), hours[0][0], zone)


def hours_after(moment: datetime, hours: Hours, zone: ZoneInfo, calendar: Calendar) -> datetime:
    """The first moment of the stretch of such hours that follows the one it lies in, or comes before."""
    here = moment.astimezone(zone)
    current = next((end for start, end in hours if start <= here.time() < end), None)
    after = clock.local(here.date(), current, zone) if current else here
    return next_hour(after, hours, zone, calendar)


def settle(window: Window) -> Window:
    """Keeps the target inside: it moves the earliest back or the latest to the end of its own day."""
    earliest = min(window.earliest, window.target, key=clock.instant)
    latest = window.latest
    if clock.instant(latest) < clock.instant(window.target):
        evening = closing(window.target.date(), clock.zone(str(window.target.tzinfo)))
        latest = max(evening, window.target, key=clock.instant)
    return Window(earliest=earliest, target=window.target, latest=latest)


def of_days(earliest: date, target: date, latest: date, zone: ZoneInfo) -> Window:
    """A window of whole days: from 09:00 to 17:00."""
    return settle(Window(earliest=opening(earliest, zone), target=opening(target, zone), latest=closing(latest, zone)))


def reply(at: datetime, zone: ZoneInfo, calendar: Calendar, *, by_phone: bool = False, rule: str = "O2") -> Window:
    """When something they wait for goes out: from then, in the next hours for it, in a business day (O2, O40, O47)."""
    here = at.astimezone(zone)
    evening = closing(add_business_days(here.date(), figure(rule, "deadline_business_days"), calendar), zone)
    target = next_hour(here, call_hours() if by_phone else send_hours(), zone, calendar)
    return settle(Window(earliest=here, target=target, latest=evening))

"""The windows themselves: earliest, target and latest for each step, by approach, from the figures of the rules."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from followup.dates import clock
from followup.dates.calendars import Calendar, add_business_days, next_business_day, roll_forward
from followup.model.plan import Window
from followup.rules.rulebook import figure, hour

type Hours = tuple[tuple[time, time], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Days:
    """The three days of a window, before hours are put to them."""

    earliest: date
    target: date
    latest: date


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


def settle(window: Window) -> Window:
    """Keeps the target inside: it moves the earliest back or the latest to the end of its own day."""
    earliest = min(window.earliest, window.target, key=clock.instant)
    latest = window.latest
    if clock.instant(latest) < clock.instant(window.target):
        evening = closing(window.target.date(), clock.zone(str(window.target.tzinfo)))
        latest = max(evening, window.target, key=clock.instant)
    return Window(earliest=earliest, target=window.target, latest=latest)


def of_days(days: Days, zone: ZoneInfo) -> Window:
    """A window of whole days: from 09:00 to 17:00."""
    window = Window(
        earliest=opening(days.earliest, zone), target=opening(days.target, zone), latest=closing(days.latest, zone)
    )
    return settle(window)


def thank_you(end: datetime, phone_rule: bool, approach: str, calendar: Calendar) -> Window:
    """When to thank, from the end of the interview in the recipient's zone (K1, K2, K3)."""
    zone = clock.zone(str(end.tzinfo))
    next_morning = opening(next_business_day(end.date(), calendar), zone)
    match approach:
        case "staffing":
            late = clock.shift(end, figure("T3", "deadline_hours"))
            window = Window(earliest=clock.shift(end, figure("T2", "wait_hours")), target=next_morning, latest=late)
        case "resume":
            window = Window(earliest=next_morning, target=next_morning, latest=closing(next_morning.date(), zone))
        case _ if phone_rule:
            window = _after_phone(end)
        case _:
            window = _after_meeting(end, calendar)
    return settle(window)


def _after_phone(end: datetime) -> Window:
    return Window(
        earliest=end,
        target=clock.shift(end, figure("O7", "target_minutes") / 60),
        latest=clock.shift(end, figure("K3", "deadline_minutes") / 60),
    )


def _after_meeting(end: datetime, calendar: Calendar) -> Window:
    tomorrow = end.date() + timedelta(days=1)
    target = _next_morning if calendar.is_business_day(tomorrow) else _same_evening
    return Window(
        earliest=clock.shift(end, figure("K1", "wait_hours")),
        target=target(end, calendar),
        latest=clock.shift(end, figure("K1", "deadline_hours")),
    )


def _next_morning(end: datetime, calendar: Calendar) -> datetime:
    morning = clock.local(end.date() + timedelta(days=1), hour("K1", "send_time"), clock.zone(str(end.tzinfo)))
    if clock.instant(morning) <= clock.instant(clock.shift(end, figure("K1", "deadline_hours"))):
        return morning
    return _last_good_moment(end, calendar)


def _last_good_moment(end: datetime, calendar: Calendar) -> datetime:
    """The last moment within 24 hours between 08:00 and 18:00 of a business day; of any day if there is none."""
    zone = clock.zone(str(end.tzinfo))
    deadline = clock.shift(end, figure("K1", "deadline_hours"))
    days = (deadline.date(), end.date())
    evenings = [clock.local(day, hour("K1", "day_to_time"), zone) for day in days]
    moments = [min(evening, deadline, key=clock.instant) for evening in evenings]
    good = [moment for moment in moments if _is_good(moment, end)]
    worked = [moment for moment in good if calendar.is_business_day(moment.date())]
    return next(iter([*worked, *good, deadline]))


def _is_good(moment: datetime, end: datetime) -> bool:
    soonest = clock.shift(end, figure("K1", "wait_hours"))
    return moment.time() >= hour("K1", "day_from_time") and clock.instant(moment) >= clock.instant(soonest)


def _same_evening(end: datetime, calendar: Calendar) -> datetime:
    """Before a day off: three hours after the end if that is by 20:00, else the next morning (K2)."""
    zone = clock.zone(str(end.tzinfo))
    evening = clock.shift(end, figure("K2", "wait_hours"))
    if evening.date() == end.date() and evening.time() <= hour("K2", "same_day_to_time"):
        return evening
    return clock.local(end.date() + timedelta(days=1), hour("K2", "next_morning_time"), zone)


def check_in(day: date, approach: str, calendar: Calendar) -> Days:
    """When to check in if no date was given, counted from `day` (K4)."""
    wait = figure("K4", "wait_business_days")
    earliest = target = add_business_days(day, wait, calendar)
    latest = add_business_days(day, figure("O17", "latest_business_days"), calendar)
    match approach:
        case "patient":
            earliest = target = add_business_days(day, figure("O13", "no_date_business_days_min"), calendar)
            latest = add_business_days(day, figure("O13", "no_date_business_days_max"), calendar)
        case "primer":
            target = add_business_days(day, figure("C1", "wait_business_days"), calendar)
        case "staffing":
            target = rolled(day, figure("P1", "wait_calendar_days"), calendar)
        case "checklist":
            target = rolled(day, figure("C2", "wait_calendar_days"), calendar)
        case "formats":
            target = rolled(day, figure("C3", "wait_calendar_days"), calendar)
    return Days(earliest=earliest, target=target, latest=latest)


def check_in_after_promise(promised: date, approach: str, calendar: Calendar) -> Days:
    """When to check in after a promised date, counted from that day (K5)."""
    earliest = add_business_days(promised, figure("K5", "wait_business_days_min"), calendar)
    target = add_business_days(promised, figure("K5", "target_business_days"), calendar)
    latest = add_business_days(promised, figure("K5", "wait_business_days_max"), calendar)
    match approach:
        case "patient":
            earliest = target = add_business_days(promised, figure("O13", "promised_business_days_min"), calendar)
            latest = add_business_days(promised, figure("O13", "promised_business_days_max"), calendar)
        case "staffing":
            target = add_business_days(promised, figure("C4", "wait_business_days"), calendar)
        case "primer":
            target = add_business_days(promised, figure("P7", "wait_days_min"), calendar)
            latest = add_business_days(promised, figure("P7", "wait_days_max"), calendar)
        case "resume":
            target = rolled(promised, figure("C5", "wait_calendar_days"), calendar)
    return Days(earliest=earliest, target=target, latest=latest)


def second_check_in(first: date, approach: str, calendar: Calendar) -> Days:
    """When to check in once more, counted from the day of the first check-in (K6)."""
    if approach == "primer":
        weeks = rolled(first, figure("C9", "wait_calendar_days_max"), calendar)
        return Days(
            earliest=rolled(first, figure("C9", "wait_calendar_days_min"), calendar), target=weeks, latest=weeks
        )
    target = rolled(first, figure("K6", "target_calendar_days"), calendar)
    return Days(
        earliest=add_business_days(first, figure("K6", "earliest_business_days"), calendar),
        target=target,
        latest=add_business_days(target, figure("O6", "window_business_days"), calendar),
    )


def rolled(day: date, calendar_days: int, calendar: Calendar) -> date:
    """The day that many calendar days later, or the next business day if it is none."""
    return roll_forward(day + timedelta(days=calendar_days), calendar)

"""When to thank: after a meeting, after a call, and before a day off (K1, K2, K3)."""

from datetime import date, datetime, timedelta
from typing import get_args

from followup.dates import clock
from followup.dates.calendars import Calendar, next_business_day
from followup.model.plan import Bound, Window
from followup.planning.approaches import approaches
from followup.planning.hours import settle
from followup.planning.positions import position
from followup.planning.stances import Grounds, of_question
from followup.planning.steps import EqualWindow
from followup.rules.rulebook import figure, hour


def question(*, phone_rule: bool) -> str:
    """The disputed question that a thank-you answers."""
    return "K3" if phone_rule else "K1"


def window(end: datetime, *, phone_rule: bool, approach: str, calendar: Calendar) -> Window:
    """When to thank, from the end of the interview in the recipient's zone; a source alone sets its own bounds."""
    balanced = _after_phone(end) if phone_rule else _after_meeting(end, approach, calendar)
    own = position(question(phone_rule=phone_rule), approach)
    bounds: tuple[Bound, ...] = get_args(Bound.__value__)
    made = {bound: own.moment(bound, end, calendar) if own else None for bound in bounds}
    return settle(
        Window(
            earliest=made["earliest"] or balanced.earliest,
            target=made["target"] or balanced.target,
            latest=made["latest"] or balanced.latest,
        )
    )


def grounds(end: datetime, *, phone_rule: bool, approach: str, calendar: Calendar) -> Grounds:
    """T2 to T7, on a thank-you after an interview that ended then; which bounds are our choice beyond them."""
    own = position(question(phone_rule=phone_rule), approach)
    ours: dict[Bound, str] = {}
    if phone_rule:
        ours = {"target": "O7"}
    elif approach == "prompt":
        ours = {"target": "O44"}
    kept = {bound: rule for bound, rule in ours.items() if own is None or bound not in own.figures}
    return of_question(question(phone_rule=phone_rule), end, kept, calendar)


def choices(end: datetime, *, phone_rule: bool, approach: str, calendar: Calendar) -> tuple[EqualWindow, ...]:
    """Before a day off the next business morning is as good; a source alone is never stretched (K2)."""
    if phone_rule or approaches()[approach].is_source or calendar.is_business_day(_tomorrow(end)):
        return ()
    zone, day = clock.zone(str(end.tzinfo)), next_business_day(end.date(), calendar)
    opens = clock.local(day, hour("K2", "alternative_from_time"), zone)
    closes = clock.local(day, hour("K2", "alternative_to_time"), zone)
    return (EqualWindow(window=Window(earliest=opens, target=opens, latest=closes), rule="K2"),)


def _tomorrow(end: datetime) -> date:
    return end.date() + timedelta(days=1)


def _hour_later(end: datetime) -> datetime:
    return clock.shift(end, figure("K3", "deadline_minutes") / 60)


def _after_phone(end: datetime) -> Window:
    """At once; the evening of the same day is our choice beyond the hour (K3)."""
    evening = clock.local(end.date(), hour("K3", "same_day_to_time"), clock.zone(str(end.tzinfo)))
    return Window(
        earliest=end,
        target=clock.shift(end, figure("O7", "target_minutes") / 60),
        latest=max(_hour_later(end), evening, key=clock.instant),
    )


def _after_meeting(end: datetime, approach: str, calendar: Calendar) -> Window:
    worked = calendar.is_business_day(_tomorrow(end))
    target = _promptly(end) if approach == "prompt" else (_next_morning if worked else _same_evening)(end, calendar)
    return Window(
        earliest=clock.shift(end, figure("K1", "wait_hours")),
        target=target,
        latest=clock.shift(end, figure("K1", "deadline_hours")),
    )


def _promptly(end: datetime) -> datetime:
    """Three hours after the end if that is by 20:00, else 08:00 the next morning (O44)."""
    evening = clock.shift(end, figure("O44", "thanks_hours"))
    if evening.date() == end.date() and evening.time() <= hour("O44", "evening_time"):
        return evening
    return clock.local(_tomorrow(end), hour("O44", "morning_time"), clock.zone(str(end.tzinfo)))


def _next_morning(end: datetime, calendar: Calendar) -> datetime:
    morning = clock.local(_tomorrow(end), hour("K1", "send_time"), clock.zone(str(end.tzinfo)))
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
    return clock.local(_tomorrow(end), hour("K2", "next_morning_time"), zone)

"""When a step whose best time is over is done: now, or in the next hours for it."""

from datetime import datetime

from followup.dates import clock
from followup.dates.calendars import Calendar, OutOfCoverage
from followup.model.plan import ASKS, Action, Step
from followup.planning.hours import Hours, call_hours, next_hour, send_hours

# These go out at once, whatever day it is: thanks while the talk is fresh (K2), what is late or cannot wait for them
# (O38, Events), a card, and word to one's own referees.
AT_ONCE: tuple[Action, ...] = ("thank-you", "hand-in", "new-times", "withdraw", "card", "warn-referee")
# Late, these can wait for the next such hour, as long as it is in time for them. An offer cannot, on either side.
UNHURRIED: tuple[Action, ...] = (*ASKS, "answer", "ask-feedback", "stay-in-touch", "call")


def resumed(step: Step, now: datetime, calendar: Calendar) -> datetime:
    """The moment from `now` (aware) on for a step: its target, or later in the recipient's zone.

    Outside send hours (O1), or call hours for a call (K18), that is when they begin again, unless it would be too late
    by then. Beyond the calendar it is now.
    """
    target, latest = step.window.target, step.window.latest
    if clock.instant(now) < clock.instant(target):
        return target
    here = now.astimezone(target.tzinfo)
    late = step.status == "overdue"
    if step.channel == "none" or step.action in AT_ONCE or (late and step.action not in UNHURRIED):
        return here
    hours = call_hours() if step.channel == "phone" else send_hours()
    try:
        again = _on_its_day(target, here, hours) or next_hour(here, hours, clock.zone(str(target.tzinfo)), calendar)
    except OutOfCoverage:
        return here
    if step.limit and clock.instant(again) >= clock.instant(step.limit):
        return here
    return again if late or clock.instant(again) < clock.instant(latest) else here


def _on_its_day(target: datetime, here: datetime, hours: Hours) -> datetime | None:
    """The next such hour of the day that the step is meant for, worked or not: they may have named a day off."""
    if here.date() != target.date():
        return None
    zone = clock.zone(str(target.tzinfo))
    left = (max(here, clock.local(here.date(), start, zone)) for start, end in hours if here.time() < end)
    return next(left, None)

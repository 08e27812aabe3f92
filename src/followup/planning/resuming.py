"""When a step whose best time is over is done: now, or in the next hours for it."""

from datetime import datetime

from followup.dates import clock
from followup.dates.calendars import Calendar, OutOfCoverage
from followup.model.plan import Action, Step
from followup.planning.hours import call_hours, next_hour, send_hours

# These lose nothing on a day off: thanks go out while the talk is fresh (K2), a task that is late goes out at once
# (O38), and a card, or word to one's own referees, finds nobody at an office.
ON_ANY_DAY: tuple[Action, ...] = ("thank-you", "hand-in", "card", "warn-referee")


def resumed(step: Step, now: datetime, calendar: Calendar) -> datetime:
    """The moment from `now` (aware) on for a step: its target, or later in the recipient's zone.

    Outside send hours (O1), or call hours for a call (K18), that is when they begin again, unless it would be too late
    by then. Beyond the calendar it is now.
    """
    target, latest = step.window.target, step.window.latest
    if clock.instant(now) < clock.instant(target):
        return target
    here = now.astimezone(target.tzinfo)
    if step.channel == "none" or step.action in ON_ANY_DAY:
        return here
    hours = call_hours() if step.channel == "phone" else send_hours()
    try:
        again = next_hour(here, hours, clock.zone(str(target.tzinfo)), calendar)
    except OutOfCoverage:
        return here
    in_time = step.status == "overdue" or clock.instant(again) <= clock.instant(latest)
    return again if in_time else here

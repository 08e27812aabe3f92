"""Which call is meant, and when it may be made: by the plan's own step, so that plan and sheet say one thing."""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from followup.dates import clock
from followup.dates.calendars import Calendar
from followup.model.plan import ASKS, Plan, Step
from followup.tools.call_sheet import calling
from followup.words.calls import Call, call_for, calls, noticed

# What a reader who ticks "They asked me to call" is about to make.
INVITED = "agreed"
# Where nothing else is known.
PLAIN = "check-in"


@dataclass(frozen=True, kw_only=True, slots=True)
class Meant:
    """A kind of call, and the step of the plan it is, if it is one."""

    call: Call
    step: Step | None

    @property
    def is_over(self) -> bool:
        """True once its window is over; one that was never in a plan is never late."""
        return self.step is not None and self.step.status == "overdue"


def meant(plan: Plan | None, step: str, about: str, *, invited: bool) -> Meant | None:
    """Gives the call of the step that was asked for, else what it is about, else what the plan says; None for none."""
    if plan is None:
        return Meant(call=calls()[about or (INVITED if invited else PLAIN)], step=None)
    if about:
        return next((one for one in possible(plan) if one.call.id == about), Meant(call=calls()[about], step=None))
    found = possible(plan)
    asked = next((one for one in found if one.step and one.step.id == step), None)
    first = asked or next(iter(found), None)
    if invited and (first is None or first.step is None or first.step.action in ASKS):
        return Meant(call=calls()[INVITED], step=first.step if first else None)
    return first


def possible(plan: Plan) -> tuple[Meant, ...]:
    """Gives every call that the plan holds: its next step first, then what is due by phone, by any means, and later."""
    proposed = noticed(frozenset(one.kind for one in plan.notices))
    steps = sorted((one for one in plan.steps if one.is_open), key=lambda one: _rank(one, plan))
    found = [Meant(call=call, step=one) for one in steps if (call := call_for(one.action, one.letter))]
    # What a notice proposes is due now; an ask that still waits comes after it.
    due = [one for one in found if one.step and one.step.status != "waiting"]
    later = [one for one in found if one not in due]
    return (*due, *((Meant(call=proposed, step=None),) if proposed else ()), *later)


def _rank(step: Step, plan: Plan) -> tuple[bool, bool, bool]:
    """The next step, then what is due, then what is meant for the phone; steps of one rank keep the plan's order."""
    return step.id != plan.next, step.status == "waiting", step.channel != "phone"


def hours(
    one: Meant, now: dt.datetime, zone: ZoneInfo, calendar: Calendar, mine: ZoneInfo | None, last: dt.date | None
) -> tuple[calling.Stretch, ...]:
    """Gives the stretches to call in: inside the step's window, from now on where that is over, to `last` at most.

    A window that lies outside the hours for calls, as after a no-show at noon, is its own stretch.
    """
    start = max(now, one.step.window.earliest if one.step else now, key=clock.instant)
    found = calling.stretches(start, zone, calendar, mine)
    if one.step and not one.is_over:
        found = _inside(found, one.step, start, mine)
    return tuple(each for each in found if last is None or each.start.date() <= last)


def _inside(
    found: tuple[calling.Stretch, ...], step: Step, start: dt.datetime, mine: ZoneInfo | None
) -> tuple[calling.Stretch, ...]:
    ends = (step.window.latest, *(one.window.latest for one in step.alternatives))
    latest = max(ends, key=clock.instant)
    kept = tuple(calling.until(one, latest, mine) for one in found if clock.instant(one.start) < clock.instant(latest))
    if kept or clock.instant(start) >= clock.instant(latest):
        return kept or found
    here = found[0].start.tzinfo
    begins, closes = start.astimezone(here), latest.astimezone(here)
    return (calling.Stretch(start=begins, end=closes, night=calling.night(begins, closes, mine)),)

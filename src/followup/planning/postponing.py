"""A step put off to a later day or off a day that is taken, and kept before what it is about."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from followup.case.meetings import Person
from followup.dates import clock
from followup.dates.calendars import Calendar, next_business_day, roll_forward
from followup.model.plan import Bound, Window
from followup.planning.bounds import BOUNDS
from followup.planning.hours import closing, opening, settle
from followup.planning.stances import Grounds
from followup.planning.steps import PlannedStep
from followup.rules.rulebook import hour


def later(step: PlannedStep, day: date, because: str = "") -> PlannedStep:
    """The step with nothing of its window before that day's first send hour, our choice `because` of a rule."""
    floor = opening(day, step.person.zone)
    window = replace(
        step.window,
        earliest=max(step.window.earliest, floor, key=clock.instant),
        target=max(step.window.target, floor, key=clock.instant),
    )
    window = settle(window)
    return replace(step, window=window, grounds=_with_choice(step, window, because) if because else step.grounds)


def put_off(step: PlannedStep, day: date, because: str, calendar: Calendar) -> PlannedStep:
    """The step as `later`; where its window was over by then it is as long as before, and not that day alone."""
    moved = later(step, day, because)
    if step.window.latest.date() > day:
        return moved
    days = moved.window.target.date() - step.window.target.date()
    last = closing(roll_forward(step.window.latest.date() + days, calendar), step.person.zone)
    window = replace(moved.window, latest=last)
    return replace(moved, window=window, grounds=_with_choice(moved, window, because))


def in_time(step: PlannedStep, start: datetime | None, told: datetime, *, at_once: bool = False) -> PlannedStep:
    """The step with a window that ends before the interview it is about starts (course.md, States and Events).

    Such a step comes too late after the start: an apology with times goes out at once, an acceptance is late until
    the round. Where no hour for it is left before the start, or `at_once`, it goes out when it was told, on whatever
    day and at whatever hour. Nothing changes where nothing starts, or what starts had started when it was told.
    """
    if start is None or clock.instant(start) <= clock.instant(told):
        return step
    here = told.astimezone(step.person.zone)
    is_late = clock.instant(step.window.target) >= clock.instant(start)
    target = here if at_once or is_late else step.window.target
    latest = min(step.window.latest, start.astimezone(step.person.zone), key=clock.instant)
    earliest = min(step.window.earliest, target, key=clock.instant)
    return replace(step, window=Window(earliest=earliest, target=target, latest=latest), before=start)


def said_in_time(step: PlannedStep, start: datetime | None, told: datetime, *, by_phone: bool) -> PlannedStep:
    """The step in time for what starts; where no call can be made before it, an email reaches them at once."""
    moved = in_time(step, start, told)
    is_called = by_phone and clock.instant(moved.window.target) == clock.instant(step.window.target)
    return replace(moved, channel="phone" if is_called else "email")


def before_noon(step: PlannedStep, calendar: Calendar) -> PlannedStep:
    """The step with a window that ends at noon where it ends on a half day; its target stays where it is (O45)."""
    zone, target = step.person.zone, step.window.target
    day = step.window.latest.astimezone(zone).date()
    noon = clock.local(day, hour("O45", "noon_time"), zone)
    ends = clock.instant(target) <= clock.instant(noon) < clock.instant(step.window.latest)
    if not (step.is_open and ends and day in calendar.place.half):
        return step
    window = replace(step.window, latest=noon)
    return replace(step, window=window, grounds=_with_choice(step, window, "O45"))


def _with_choice(step: PlannedStep, window: Window, rule: str) -> Grounds:
    moved: dict[Bound, str] = {bound: rule for bound in BOUNDS if getattr(window, bound) != getattr(step.window, bound)}
    return replace(step.grounds, ours={**step.grounds.ours, **moved})


def apart(step: PlannedStep, others: Iterable[PlannedStep], calendar: Calendar) -> PlannedStep:
    """The step moved off every day on which the same person gets another message (O19), if it is in time there."""
    taken = {other.day for other in others if other.fate != "dropped" and same_person(other.person, step.person)}
    while step.is_open and step.day in taken:
        moved = later(step, next_business_day(step.day, calendar), "O19")
        if step.before and clock.instant(moved.window.target) >= clock.instant(step.before):
            return step
        step = in_time(moved, step.before, moved.window.target)
    return step


def same_person(one: Person, other: Person) -> bool:
    """True for the same address, else the same name; namesakes have two addresses, and somebody unnamed is anybody."""
    if not one.to or not other.to:
        return True
    if one.email and other.email:
        return one.email.casefold() == other.email.casefold()
    return one.name.casefold() == other.name.casefold()

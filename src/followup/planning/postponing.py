"""A step put off to a later day or off a day that is taken, and kept before what it is about."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from followup.case.meetings import Person
from followup.dates import clock
from followup.dates.calendars import Calendar, next_business_day
from followup.model.plan import Bound, Window
from followup.planning.bounds import BOUNDS
from followup.planning.hours import opening, settle
from followup.planning.stances import Grounds
from followup.planning.steps import Draft
from followup.rules.rulebook import hour


def later(draft: Draft, day: date, because: str = "") -> Draft:
    """The step with nothing of its window before that day's first send hour, our choice `because` of a rule."""
    floor = opening(day, draft.person.zone)
    window = replace(
        draft.window,
        earliest=max(draft.window.earliest, floor, key=clock.instant),
        target=max(draft.window.target, floor, key=clock.instant),
    )
    window = settle(window)
    return replace(draft, window=window, grounds=_with_choice(draft, window, because) if because else draft.grounds)


def in_time(draft: Draft, start: datetime | None, told: datetime, *, at_once: bool = False) -> Draft:
    """The step with a window that ends before the interview it is about starts (course.md, States and Events).

    Such a step comes too late after the start: an apology with times goes out at once, an acceptance is late until
    the round. Where no hour for it is left before the start, or `at_once`, it goes out when it was told, on whatever
    day and at whatever hour. Nothing changes where nothing starts, or what starts had started when it was told.
    """
    if start is None or clock.instant(start) <= clock.instant(told):
        return draft
    here = told.astimezone(draft.person.zone)
    is_late = clock.instant(draft.window.target) >= clock.instant(start)
    target = here if at_once or is_late else draft.window.target
    latest = min(draft.window.latest, start.astimezone(draft.person.zone), key=clock.instant)
    earliest = min(draft.window.earliest, target, key=clock.instant)
    return replace(draft, window=Window(earliest=earliest, target=target, latest=latest), before=start)


def before_noon(draft: Draft, calendar: Calendar) -> Draft:
    """The step with a window that ends at noon where it ends on a half day; its target stays where it is (O45)."""
    zone, target = draft.person.zone, draft.window.target
    day = draft.window.latest.astimezone(zone).date()
    noon = clock.local(day, hour("O45", "noon_time"), zone)
    ends = clock.instant(target) <= clock.instant(noon) < clock.instant(draft.window.latest)
    if not (draft.is_open and ends and day in calendar.place.half):
        return draft
    window = replace(draft.window, latest=noon)
    return replace(draft, window=window, grounds=_with_choice(draft, window, "O45"))


def _with_choice(draft: Draft, window: Window, rule: str) -> Grounds:
    moved: dict[Bound, str] = {
        bound: rule for bound in BOUNDS if getattr(window, bound) != getattr(draft.window, bound)
    }
    return replace(draft.grounds, ours={**draft.grounds.ours, **moved})


def apart(draft: Draft, others: Iterable[Draft], calendar: Calendar) -> Draft:
    """The step moved off every day on which the same person gets another message (O19), if it is in time there."""
    taken = {other.day for other in others if other.fate != "dropped" and same_person(other.person, draft.person)}
    while draft.is_open and draft.day in taken:
        moved = later(draft, next_business_day(draft.day, calendar), "O19")
        if draft.before and clock.instant(moved.window.target) >= clock.instant(draft.before):
            return draft
        draft = in_time(moved, draft.before, moved.window.target)
    return draft


def same_person(one: Person, other: Person) -> bool:
    """True for the same address, else the same name; namesakes have two addresses, and somebody unnamed is anybody."""
    if not one.to or not other.to:
        return True
    if one.email and other.email:
        return one.email.casefold() == other.email.casefold()
    return one.name.casefold() == other.name.casefold()

"""Whose days a plan counted, what may be chosen instead in one tap, and the hours that a device may see otherwise."""

import datetime as dt
import json
from dataclasses import dataclass, fields, replace
from typing import Any

from followup.case.history import place_of
from followup.case.said_days import said_words
from followup.case.understood import understood_words
from followup.dates import clock
from followup.dates.calendars import Calendar
from followup.model.case import Case, Event, Interviewer, Round
from followup.model.plan import Plan
from followup.planning.proposals import proposals
from followup.tools.planner.recap import recap_words


@dataclass(frozen=True, kw_only=True, slots=True)
class FieldButton:
    """A button that sets one field: its words, and the field as JSON."""

    words: str
    sets: str


def days(case: Case, calendar: Calendar) -> str:
    """Says whose days off were left out; nothing where no holidays are known."""
    return str(recap_words()["days"][case.employer or "law"]) if calendar.has_holidays else ""


def choices(case: Case, calendar: Calendar) -> tuple[FieldButton, ...]:
    """Gives what else may be counted: another employer, and the region that the time zone lies in."""
    if not calendar.has_holidays:
        return ()
    words = recap_words()["days"]
    employers = [one for one in ("", "private", "public") if one != case.employer]
    found = [_choice(words[f"to_{one or 'law'}"], "employer", one) for one in employers]
    regions = [one for one in proposals(case) if one.field == "subdivision"]
    return (*found, *(_choice(words["to_region"].format(region=one.name), one.field, one.value) for one in regions))


def _choice(words: str, field: str, value: str) -> FieldButton:
    return FieldButton(words=words, sets=json.dumps({field: value}))


def forget(case: Case) -> FieldButton | None:
    """Gives what takes back a day that they said in words: the last of them names none (O41)."""
    found = tuple(understood_words(case, place_of(case)))
    if not found or found[-1].day is None:
        return None
    events = [_without_words(one) if found[-1].path == f"events[{at}]" else one for at, one in enumerate(case.events)]
    sets = (
        {"promise": {"kind": "none"}} if found[-1].path == "promise" else {"events": [as_asked(one) for one in events]}
    )
    return FieldButton(words=said_words()["says"]["forget"], sets=json.dumps(sets, ensure_ascii=False))


def _without_words(event: Event) -> Event:
    return replace(event, said="", outcome="deciding" if event.outcome == "promise" else event.outcome)


def as_asked(told: Event | Round | Interviewer) -> dict[str, Any]:
    """What was told as a request carries it; what is empty is left out."""
    values = {part.name: getattr(told, part.name) for part in fields(told)}
    return {name: _as_asked(value) for name, value in values.items() if value}


def _as_asked(value: str | dt.date | dt.time | tuple[Interviewer, ...]) -> object:
    if isinstance(value, tuple):
        return [as_asked(one) for one in value]
    if isinstance(value, dt.time):
        # Hours are told to the minute.
        return value.isoformat("minutes")
    return value if isinstance(value, str) else value.isoformat()


def clocks(plan: Plan, case: Case) -> str:
    """Gives zones with moments in them by our rules, as JSON; a device with other rules reads other offsets there."""
    open_steps = [step for step in plan.steps if step.is_open]
    found = [[str(step.window.target.tzinfo), clock.iso(step.window.target)] for step in open_steps]
    if case.my_zone:
        mine = clock.zone(case.my_zone)
        found += [[case.my_zone, clock.iso(step.window.target.astimezone(mine))] for step in open_steps]
    return json.dumps(found)

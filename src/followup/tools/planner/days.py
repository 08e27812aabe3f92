"""Whose days a plan counted, what may be chosen instead in one tap, and the hours that a device may see otherwise."""

import json
from dataclasses import dataclass

from followup.dates import clock
from followup.dates.calendars import Calendar
from followup.model.case import Case
from followup.model.plan import Plan
from followup.planning.proposals import proposals
from followup.tools.planner.recap import recap_words


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """A button that sets one field: its words, and the field as JSON."""

    words: str
    sets: str


def days(case: Case, calendar: Calendar) -> str:
    """Says whose days off were left out; nothing where no holidays are known."""
    return str(recap_words()["days"][case.employer or "law"]) if calendar.has_holidays else ""


def choices(case: Case, calendar: Calendar) -> tuple[Choice, ...]:
    """Gives what else may be counted: another employer, and the region that the time zone lies in."""
    if not calendar.has_holidays:
        return ()
    words = recap_words()["days"]
    employers = [one for one in ("", "private", "public") if one != case.employer]
    found = [_choice(words[f"to_{one or 'law'}"], "employer", one) for one in employers]
    regions = [one for one in proposals(case) if one.field == "subdivision"]
    return (*found, *(_choice(words["to_region"].format(region=one.name), one.field, one.value) for one in regions))


def _choice(words: str, field: str, value: str) -> Choice:
    return Choice(words=words, sets=json.dumps({field: value}))


def clocks(plan: Plan, case: Case) -> str:
    """Gives zones with moments in them by our rules, as JSON; a device with other rules reads other offsets there."""
    open_steps = [step for step in plan.steps if step.is_open]
    found = [[str(step.window.target.tzinfo), clock.iso(step.window.target)] for step in open_steps]
    if case.my_zone:
        mine = clock.zone(case.my_zone)
        found += [[case.my_zone, clock.iso(step.window.target.astimezone(mine))] for step in open_steps]
    return json.dumps(found)

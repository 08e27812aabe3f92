"""Cases to test with: a plain one, and small ways to change it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from followup import forms, planning
from followup.dates import calendars
from followup.model.case import Case
from followup.model.plan import Plan, Step

type Fields = dict[str, Any]

NEW_YORK = "America/New_York"
# Signs that HTML gives no meaning; in brackets, so that the checker still takes them for a blank that was not filled.
HARMLESS = str.maketrans({"<": "(", ">": ")", "&": "*", '"': "*", "'": "*"})
DANA = {"name": "Dana Ruiz"}


def round_of(date: str, ends: str = "15:00", **words: Any) -> Fields:
    """One on-site interview in New York with Dana Ruiz, changed as told."""
    return {"format": "onsite", "date": date, "ends": ends, "zone": NEW_YORK, "interviewers": [DANA]} | words


def fields(date: str = "2027-01-07", **words: Any) -> Fields:
    """The planner's fields for an interview that ended at 15:00 that day, changed as told."""
    return {"company": "Acme", "role": "Data Analyst", "rounds": [round_of(date)], "country": "US"} | words


def event(kind: str, at: str, **words: str) -> Fields:
    """Something that happened since."""
    return {"kind": kind, "at": at, **words}


def promised(by: str) -> Fields:
    """A date they named."""
    return {"kind": "date", "by": by}


def case_of(asked: Mapping[str, Any]) -> Case:
    """The case of those fields, which must be right in themselves."""
    reading = forms.read(Case, asked)
    assert () == reading.problems
    assert reading.value is not None
    return reading.value


def planned(asked: Mapping[str, Any], now: str = "2027-01-07T18:00:00-05:00") -> Plan:
    """The plan of those fields, which must be right in themselves."""
    case = case_of(asked)
    calendar = calendars.calendar_of(case)
    return planning.plan(case, datetime.fromisoformat(now), calendar)


def step(plan: Plan, action: str) -> Step:
    """The only step of that action."""
    (found,) = steps(plan, action)
    return found


def steps(plan: Plan, action: str) -> Sequence[Step]:
    """Every step of that action, in the plan's order."""
    return [one for one in plan.steps if one.action == action]


def spoken(moment: datetime) -> str:
    """A moment with its weekday, as a person checks it: Fri 2027-01-08 09:00."""
    return moment.strftime("%a %Y-%m-%d %H:%M")


def window(one: Step) -> tuple[str, str, str]:
    """The three bounds as a person checks them."""
    bounds = one.window
    return spoken(bounds.earliest), spoken(bounds.target), spoken(bounds.latest)


def kinds(plan: Plan) -> set[str]:
    """The kinds of its notices."""
    return {notice.kind for notice in plan.notices}

"""What the call sheet asks, and what is wrong across its fields."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from followup.case import check
from followup.dates import calendars
from followup.model.answer import Problem
from followup.model.case import Case
from followup.model.question import asked
from followup.model.wording import question_words
from followup.words.calls import abouts

# Points are a page's worth, not a speech.
POINTS_LIMIT = 2_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Questions:
    """Whom the reader calls and what only they know; the interview comes from the case, or is typed in."""

    name: str = asked("call_sheet.name", private=True)
    number: str = asked("call_sheet.number", private=True)
    company: str = asked("call_sheet.company", private=True)
    role: str = asked("case.role")
    interview_date: dt.date | None = asked("call_sheet.interview_date", kind="date", default=None)
    zone: str = asked("call_sheet.zone", kind="zone")
    my_zone: str = asked("case.my_zone", kind="zone")
    country: str = asked("case.country", kind="country")
    subdivision: str = asked("case.subdivision", kind="subdivision", rare=True)
    invited: bool = asked("call_sheet.invited", kind="flag", default=False)
    my_name: str = asked("call_sheet.my_name", shared="my_name", private=True)
    my_phone: str = asked("call_sheet.my_phone", shared="my_phone", private=True)
    detail: str = asked("call_sheet.detail", kind="line")
    about: str = asked("call_sheet.about", kind="choice", choices=abouts)
    answer_by: dt.date | None = asked("call_sheet.answer_by", kind="date", default=None, rare=True)
    my_times: str = asked("call_sheet.my_times", kind="long", rare=True)
    points: str = asked("call_sheet.points", kind="long", limit=POINTS_LIMIT, private=True)
    step: str = asked("call_sheet.step", rare=True)
    case: Case | None = asked("tool.case", default=None)


def problems(values: Mapping[str, object], now: dt.datetime) -> tuple[Problem, ...]:
    """Gives what is wrong across fields: without a case somebody's zone must be known."""
    if "case.rounds" in values:
        return check.problems(values, now, path="case.")
    return (*_wanted(values), *_place(values))


def _wanted(values: Mapping[str, object]) -> tuple[Problem, ...]:
    if values.get("zone"):
        return ()
    return (Problem(field="zone", message=question_words("call_sheet.zone").enter),)


def _place(values: Mapping[str, object]) -> tuple[Problem, ...]:
    country, subdivision = str(values.get("country") or ""), str(values.get("subdivision") or "")
    try:
        calendar = calendars.calendar_for(country, subdivision)
    except calendars.UnknownSubdivision:
        message = question_words("case.subdivision").enter
        return (Problem(field="subdivision", message=message),)
    day = values.get("interview_date")
    if isinstance(day, dt.date) and not calendar.first <= day <= calendar.last:
        return (Problem(field="interview_date", message=calendar.advice),)
    return ()

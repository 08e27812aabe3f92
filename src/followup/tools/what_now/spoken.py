"""Days that were answered in words: each stands as the day it was read as, on the day it was said (O41)."""

import datetime as dt
from collections.abc import Mapping

from followup.case.current import as_it_stands
from followup.case.said import day_or_problem
from followup.case.said_days import said_words
from followup.dates import calendars
from followup.model.answer import Problem
from followup.model.case import Case
from followup.tools.what_now import flow

SAID = "-said"
# What was said in the interview itself; all else was said when they were heard from.
IN_THE_ROOM = "promised"


def resolved(
    ending: flow.Ending, answers: Mapping[str, str], case: Case | None
) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    """Gives the answers with the days that words mean in place, or what is wrong with such words."""
    found, wrong = dict(answers), []
    for fact in (flow.flow().facts[id] for id in ending.asks):
        for part in fact.parts:
            day = part.name.removesuffix(SAID)
            words = answers.get(part.name, "")
            if not part.name.endswith(SAID) or not words or answers.get(day):
                continue
            on = _said_on(day, answers, case)
            if on is None:
                continue
            read = _read(words, on, answers, case)
            message = read if isinstance(read, str) else _none(words) if read is None and fact.either else ""
            if message:
                wrong.append(Problem(field=f"answers.{part.name}", message=message))
            elif isinstance(read, dt.date):
                found[day] = read.isoformat()
    return found, tuple(wrong)


def _said_on(name: str, answers: Mapping[str, str], case: Case | None) -> dt.date | None:
    """The day it was said on; None while that was not asked yet."""
    if name != IN_THE_ROOM:
        said = answers.get("heard") or answers.get("handed")
        return dt.date.fromisoformat(said) if said else None
    if case is not None and case.rounds:
        return as_it_stands(case).rounds[-1].date
    return dt.date.fromisoformat(answers["interview"]) if answers.get("interview") else None


def _read(words: str, on: dt.date, answers: Mapping[str, str], case: Case | None) -> dt.date | str | None:
    """The day, nothing for words that name none, or what is wrong with them."""
    calendar = calendars.calendar_of(case) if case else _calendar(answers)
    return day_or_problem(words, on, calendar)


def _calendar(answers: Mapping[str, str]) -> calendars.Calendar:
    """The country's, or its region's; a region of another country is said to be wrong elsewhere."""
    country = answers.get("country", "")
    try:
        return calendars.calendar_for(country, answers.get(flow.REGION, ""))
    except calendars.UnknownSubdivision:
        return calendars.calendar_for(country)


def _none(words: str) -> str:
    return str(said_words()["says"]["no_day"].format(words=words))

"""The call sheet: when to call, what to say, and a page to print beside the phone."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from zoneinfo import ZoneInfo

from followup import planning
from followup.case.current import as_it_stands
from followup.dates import calendars, clock
from followup.letters import prefill
from followup.model.answer import Answer, Problem
from followup.model.case import Case, Interviewer, Round
from followup.model.plan import ASKS, Plan
from followup.model.wording import problem_words
from followup.tools.call_sheet import calling, choosing, plain_text, spoken, view
from followup.tools.call_sheet.attempts import attempt_of
from followup.tools.call_sheet.questions import Questions, problems
from followup.tools.call_sheet.sheet import Sheet
from followup.words.calls import Call, calls

# The door asks a tool for these three.
__all__ = ["Questions", "answer", "problems"]

OPENING = "call-opening"
# Whoever is rung there has nothing to do with the interview that was told.
OUTSIDE = ("other-employer", "referee")


def answer(questions: Questions, now: dt.datetime) -> Answer:
    """Gives the hours for the next calls and everything to have at hand."""
    try:
        found = sheet(questions, now)
        script = spoken.script(found)
        data = view.data(found, script)
        return Answer(data=data, fragment=view.fragment(found, script, data), files=plain_text.files(found, data))
    except calendars.OutOfCoverage as beyond:
        return Answer(problems=(_beyond(questions, beyond),))


def _beyond(questions: Questions, beyond: calendars.OutOfCoverage) -> Problem:
    """A problem with the day that leads past the calendar; without a day it is today, and another country helps."""
    if questions.case is None and questions.interview_date is None:
        last = clock.written_day(beyond.last)
        message = problem_words("call_country", last=last)
        return Problem(field="country", message=message)
    field = "case.rounds" if questions.case else "interview_date"
    return Problem(field=field, message=beyond.advice)


def _typed(questions: Questions) -> Case:
    """What was typed in, as a case; without a date there is no interview to count from."""
    people = (Interviewer(name=questions.name),) if questions.name else ()
    day = questions.interview_date
    held = (Round(date=day, zone=questions.zone, interviewers=people),) if day else ()
    return Case(
        company=questions.company,
        role=questions.role,
        rounds=held,
        country=questions.country,
        subdivision=questions.subdivision,
        my_zone=questions.my_zone,
    )


def sheet(questions: Questions, now: dt.datetime) -> Sheet:
    """Gives the call that is meant, with everything known around it; raises OutOfCoverage."""
    case = questions.case or _typed(questions)
    calendar = calendars.calendar_of(case)
    plan = planning.plan(case, now, calendar) if case.rounds or case.events else None
    meant = choosing.meant(plan, questions.step, questions.about, invited=questions.invited)
    known = _known(questions, case, meant, plan)
    zone = clock.zone(known.zone or questions.zone or _zone_of(meant))
    attempt = attempt_of(case, now, zone, meant)
    my_zone = questions.my_zone or case.my_zone
    mine = clock.zone(my_zone) if my_zone else None
    values = {**known.values, **_own(questions, meant)}
    start = calling.from_tomorrow(now, zone, calendar) if attempt == "stop" else now
    is_free = meant is not None and _need_not_wait(questions, meant)
    windows: tuple[calling.Stretch, ...] = ()
    if meant:
        own = replace(meant, step=None) if is_free else meant
        windows = choosing.hours(own, start, zone, calendar, mine, _last_day(meant.call, values, now, zone, calendar))
    return Sheet(
        name=known.name,
        number=questions.number,
        case=replace(case, company=questions.company or case.company, role=questions.role or case.role),
        is_told=questions.case is not None,
        now=now,
        zone=zone,
        mine=mine,
        plan=plan,
        call=meant.call if meant else calls()[choosing.PLAIN],
        step=meant.step if meant else None,
        is_none=meant is None,
        is_free=is_free,
        attempt=attempt,
        windows=windows,
        values=values,
        known=known,
        points=tuple(filter(None, map(str.strip, questions.points.splitlines()))),
        calendar=calendar,
    )


def _need_not_wait(questions: Questions, meant: choosing.Meant) -> bool:
    """True for a call that they asked for, as the reader says, whatever the plan holds."""
    return questions.invited and meant.call.id == choosing.INVITED and (meant.step is None or meant.step.action in ASKS)


def _last_day(
    call: Call, values: Mapping[str, str], now: dt.datetime, zone: ZoneInfo, calendar: calendars.Calendar
) -> dt.date | None:
    """The last day for such a call, if it has one."""
    if call.business_days is not None:
        return calendars.add_business_days(now.astimezone(zone).date(), call.business_days, calendar)
    told = values.get(call.until, "")
    return dt.date.fromisoformat(told) if told else None


def _zone_of(meant: choosing.Meant | None) -> str:
    return str(meant.step.window.target.tzinfo) if meant and meant.step else "UTC"


def _known(questions: Questions, case: Case, meant: choosing.Meant | None, plan: Plan | None) -> prefill.Known:
    """What the case tells of whom is rung: the step's own person, the recruiter an agency has, or somebody else."""
    step = meant.step if meant else None
    to = questions.name
    if meant and step is None and meant.call.rings in OUTSIDE:
        return prefill.told(to)
    if meant and step is None and plan is not None and meant.call.notices and not to:
        people = case.rounds[-1].interviewers if case.rounds else ()
        to = next((one.name for one in people if one.part == "recruiter"), "")
    letter = step.letter if step and step.letter else OPENING
    return prefill.known(as_it_stands(case), letter, to, step)


def _own(questions: Questions, meant: choosing.Meant | None) -> dict[str, str]:
    """What the reader typed, by the blank it stands in; told with another offer, the day to answer by is that one's."""
    told = {name: getattr(questions, name) for name in ("company", "role", "my_name", "my_phone", "detail", "my_times")}
    by = "offer_deadline" if meant and meant.call.tells_of_offer else "answer_by"
    told[by] = questions.answer_by.isoformat() if questions.answer_by else ""
    return {name: value for name, value in told.items() if value}

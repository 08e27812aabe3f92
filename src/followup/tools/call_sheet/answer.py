"""The call sheet: when to call, what to say, and a page to print beside the phone."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from followup import planning
from followup.case import check
from followup.case.history import moment_of
from followup.case.standing import as_it_stands
from followup.dates import calendars, clock
from followup.letters import prefill
from followup.model.answer import Answer, Problem
from followup.model.case import Case, Event, Interviewer, Round
from followup.model.plan import Plan, Step
from followup.model.question import asked
from followup.model.wording import problem_words, question_words
from followup.tools.call_sheet import calling, view

# What a call can be for, the invited one first.
CALLED_FOR = (
    *("call", "tell-offer", "decide", "new-times", "withdraw", "warn-referee"),
    *("check-in", "second-check-in", "third-check-in", "fourth-check-in"),
    *("ask-day", "ask-paper", "checks-note", "still-interested", "first-day"),
)
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
    points: str = asked("call_sheet.points", kind="long", limit=POINTS_LIMIT, private=True)
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


def answer(questions: Questions, now: dt.datetime) -> Answer:
    """Gives the hours for the next calls and everything to have at hand."""
    case = questions.case or _typed(questions)
    calendar = calendars.calendar_of(case)
    try:
        sheet = _sheet(questions, case, now, calendar)
        return Answer(data=view.data(sheet), fragment=view.fragment(sheet), files=view.files(sheet))
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


def _sheet(questions: Questions, case: Case, now: dt.datetime, calendar: calendars.Calendar) -> view.Sheet:
    plan = planning.plan(case, now, calendar) if case.rounds or case.events else None
    step = _step(plan) if plan else None
    known = _known(questions, case, step)
    zone = clock.zone(known.zone or questions.zone)
    attempt = _attempt(case, now, zone, step)
    opens = _opens(questions, case, plan, step, now)
    mine = questions.my_zone or case.my_zone
    start = max(filter(None, (now, opens)), key=clock.instant)
    if attempt == "stop":
        start = max(start, calling.from_tomorrow(now, zone, calendar), key=clock.instant)
    stretches = calling.stretches(start, zone, calendar, clock.zone(mine) if mine else None)
    is_closed = plan is not None and step is None and not questions.invited
    return view.Sheet(
        name=known.name,
        number=questions.number,
        case=replace(case, company=questions.company or case.company, role=questions.role or case.role),
        is_told=questions.case is not None,
        now=now,
        zone=zone,
        mine=clock.zone(mine) if mine else None,
        plan=plan,
        step=step,
        invited=questions.invited or (step is not None and step.action == "call"),
        opens=opens,
        attempt=attempt,
        windows=() if is_closed else _in_time(step, stretches, known.values.get("offer_deadline", "")),
        values={**known.values, **_own(questions)},
        situations=known.situations,
        points=tuple(filter(None, map(str.strip, questions.points.splitlines()))),
        calendar=calendar,
    )


def _known(questions: Questions, case: Case, step: Step | None) -> prefill.Known:
    if not case.rounds:
        return prefill.told(questions.name)
    return prefill.known(as_it_stands(case), view.opening(step), questions.name, step)


def _own(questions: Questions) -> dict[str, str]:
    told = {name: getattr(questions, name) for name in ("company", "role", "my_name", "my_phone", "detail")}
    return {name: value for name, value in told.items() if value}


def _step(plan: Plan) -> Step | None:
    """The step that a call would be, the invited one first."""
    ripe = [step for step in plan.steps if step.is_open and step.action in CALLED_FOR]
    return min(ripe, key=lambda step: CALLED_FOR.index(step.action), default=None)


def _opens(
    questions: Questions, case: Case, plan: Plan | None, step: Step | None, now: dt.datetime
) -> dt.datetime | None:
    """When the first call may be made; None if it need not wait (K17): an agency is rung the same day (States)."""
    if plan is None or step is None or questions.invited or _is_agency_due(case, plan, now):
        return None
    return step.window.earliest


def _is_agency_due(case: Case, plan: Plan, now: dt.datetime) -> bool:
    """True on the day of an interview, and on the business day after it, while a recruiter waits to hear how it was."""
    if plan.state != "held" or not case.rounds or any(event.kind in ("called", "voicemail") for event in case.events):
        return False
    last = as_it_stands(case).rounds[-1]
    agency = any(one.part == "recruiter" for one in last.interviewers) and len(last.interviewers) > 1
    today = now.astimezone(clock.zone(last.zone)).date()
    return agency and last.date <= today <= calendars.next_business_day(last.date, calendars.calendar_of(case))


def _in_time(step: Step | None, stretches: tuple[calling.Stretch, ...], deadline: str) -> tuple[calling.Stretch, ...]:
    """The hours that are left to tell of another offer: up to the last day for it, else those of one more day (O4)."""
    if step is None or step.action != "tell-offer":
        return stretches
    last = max(step.window.latest.date(), stretches[0].start.date())
    last = min(last, dt.date.fromisoformat(deadline)) if deadline else last
    return tuple(one for one in stretches if one.start.date() <= last)


def _attempt(case: Case, now: dt.datetime, zone: ZoneInfo, step: Step | None) -> calling.Attempt:
    """What today's calls leave to do, on the recipient's day; news of an offer may be tried again the same day."""
    today = now.astimezone(zone).date()
    there = clock.zone(case.rounds[-1].zone) if case.rounds else zone
    events = [event for event in case.events if moment_of(event, there, case).astimezone(zone).date() == today]
    tried = sum(_is_silent(event) for event in events)
    attempt = calling.attempt(tried, left_message=any(_is_heard(event) for event in events))
    is_news = step is not None and step.action in ("tell-offer", "decide")
    return "leave" if is_news and attempt == "stop" else attempt


def _is_silent(event: Event) -> bool:
    return event.kind == "called" and event.outcome == "no-answer"


def _is_heard(event: Event) -> bool:
    return event.kind == "voicemail" or (event.kind == "called" and event.outcome != "no-answer")

"""The call sheet: when to call, what to say, and a page to print beside the phone."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from followup import planning
from followup.case import check
from followup.case.current import as_it_stands
from followup.case.history import moment_of
from followup.dates import calendars, clock
from followup.letters import prefill
from followup.model.answer import Answer, Problem
from followup.model.case import Case, Event, Interviewer, Round
from followup.model.plan import ASKS, Plan
from followup.model.question import asked
from followup.model.wording import problem_words, question_words
from followup.tools.call_sheet import calling, choosing, plain_text, spoken, view
from followup.tools.call_sheet.sheet import Sheet
from followup.words.calls import Call, abouts, calls, told_as

# Points are a page's worth, not a speech.
POINTS_LIMIT = 2_000
OPENING = "call-opening"
# Whoever is rung there has nothing to do with the interview that was told.
OUTSIDE = ("other-employer", "referee")


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
    attempt = _attempt(case, now, zone, meant)
    my_zone = questions.my_zone or case.my_zone
    mine = clock.zone(my_zone) if my_zone else None
    values = {**known.values, **_own(questions)}
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


def _own(questions: Questions) -> dict[str, str]:
    """What the reader typed, by the blank it stands in."""
    told = {name: getattr(questions, name) for name in ("company", "role", "my_name", "my_phone", "detail", "my_times")}
    told["answer_by"] = questions.answer_by.isoformat() if questions.answer_by else ""
    return {name: value for name, value in told.items() if value}


def _attempt(case: Case, now: dt.datetime, zone: ZoneInfo, meant: choosing.Meant | None) -> calling.Attempt:
    """What today's tries of this call leave to do, on the recipient's day; some may be tried again the same day."""
    if meant is None:
        return "silent"
    today = now.astimezone(zone).date()
    there = clock.zone(case.rounds[-1].zone) if case.rounds else zone
    events = [event for event in case.events if moment_of(event, there, case).astimezone(zone).date() == today]
    events = [event for event in events if event.kind in ("called", "voicemail") and _is_same(event, meant)]
    tried = sum(event.outcome == "no-answer" for event in events)
    # Who asked to be called again is called again.
    heard = any(event.kind == "voicemail" or event.outcome not in ("no-answer", "call-back") for event in events)
    attempt = calling.attempt(tried, left_message=heard)
    if meant.call.tries == "at-once" and attempt == "silent":
        return "leave"
    return "leave" if meant.call.tries != "ordinary" and attempt == "stop" else attempt


def _is_same(event: Event, meant: choosing.Meant) -> bool:
    """True for a try of this very call: a referee who was rung says nothing of a call to the employer."""
    told = told_as(meant.step.action, meant.step.letter) if meant.step else meant.call.told_as or ""
    if told in ("", *ASKS):
        return event.step in ("", *ASKS)
    return event.step == told

"""The planner: a case in, dated steps with their reasons out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from followup.case import check
from followup.case.history import place_of
from followup.case.understood import understood
from followup.dates import calendars, clock
from followup.files import ics, identity
from followup.model.answer import Answer, File, Problem, record
from followup.model.case import Case
from followup.model.plan import Alternative, Plan, Step
from followup.model.wording import problem_words
from followup.planning import plan
from followup.planning.proposals import proposals
from followup.tools.planner import plain_text
from followup.tools.planner import view as shown
from followup.tools.planner.days import forget
from followup.tools.planner.plan_view import PlanView
from followup.words.moments import window_data

Questions = Case


def problems(values: Mapping[str, object], now: datetime) -> tuple[Problem, ...]:
    """What one answer says against another."""
    return check.problems(values, now)


def answer(case: Case, now: datetime) -> Answer:
    """The plan of a case, as data, as a page fragment, and as files to take along."""
    told, case = case, understood(case, place_of(case))
    calendar = calendars.calendar_of(case)
    try:
        planned = plan(case, now, calendar)
    except calendars.OutOfCoverage as beyond:
        return Answer(problems=(_beyond(case, beyond),))
    view = shown.view(planned, case, now, forget(told))
    gone = _gone(case, planned, now, calendar)
    return Answer(
        data={
            **as_data(planned),
            "calendar": {"id": identity.identity(case), "note": identity.note(case)},
            "proposals": [record(one) for one in proposals(case)],
        },
        fragment=shown.fragment(view),
        files=_files(case, planned, gone, view, now),
    )


def _beyond(case: Case, beyond: calendars.OutOfCoverage) -> Problem:
    """A problem with the last day told, or with the first where the calendar begins later."""
    days = dict(_days(case))
    if beyond.day < beyond.first:
        first = clock.written_day(beyond.first)
        message = problem_words("plan_before", first=first)
        return Problem(field=min(days, key=days.__getitem__), message=message)
    message = problem_words("plan_beyond", last=clock.written_day(beyond.last))
    return Problem(field=max(days, key=days.__getitem__), message=message)


def _days(case: Case) -> Iterator[tuple[str, date]]:
    yield from ((f"rounds[{at}].date", one.date) for at, one in enumerate(case.rounds))
    if case.promise.by and case.promise.kind != "none":
        yield "promise.by", case.promise.by
    for at, event in enumerate(case.events):
        told = {"at": _day(event.at), "by": event.by, "deadline": event.deadline}
        yield from ((f"events[{at}].{key}", day) for key, day in told.items() if day)


def _day(at: date) -> date:
    return at.date() if isinstance(at, datetime) else at


def as_data(planned: Plan) -> Mapping[str, Any]:
    """The plan as plain JSON values; times are in the recipient's zone, with offset."""
    return {
        "state": planned.state,
        "since": planned.since.isoformat() if planned.since else "",
        "beside": list(planned.beside),
        "look_again": planned.look_again.isoformat() if planned.look_again else "",
        "unanswered": planned.unanswered,
        "steps": [_step(step) for step in planned.steps],
        "next": planned.next,
        "ends": planned.ends.isoformat() if planned.ends else "",
        "by_law": planned.by_law.isoformat() if planned.by_law else "",
        "touches_left": planned.touches_left,
        "notices": [record(notice) for notice in planned.notices],
    }


def _step(step: Step) -> Mapping[str, Any]:
    because = [record(reason) for reason in step.because]
    done_at = clock.iso(step.done_at) if step.done_at else ""
    return {
        **{name: value for name, value in record(step).items() if name != "limit"},
        "to": list(step.to),
        "window": window_data(step.window),
        "because": because,
        "done_at": done_at,
        "alternatives": [_alternative(one) for one in step.alternatives],
    }


def _alternative(one: Alternative) -> Mapping[str, Any]:
    return {**window_data(one.window), "because": [record(reason) for reason in one.because]}


def _gone(case: Case, planned: Plan, now: datetime, calendar: calendars.Calendar) -> tuple[Step, ...]:
    """The steps that only the plain reading of a case has: a calendar may hold them from before."""
    if case.approach != "formats" and case.promise.kind != "no-contact":
        return ()
    try:
        plain = plan(replace(case, approach="balanced", promise=replace(case.promise, kind="none")), now, calendar)
    except calendars.OutOfCoverage:
        return ()
    here = {step.id for step in planned.steps}
    return tuple(step for step in plain.steps if step.id not in here)


def _files(case: Case, planned: Plan, gone: Iterable[Step], view: PlanView, now: datetime) -> tuple[File, ...]:
    return (
        File(name="follow-up-plan.ics", type="text/calendar", text=ics.calendar(case, planned, now, gone)),
        File(name="follow-up-plan.txt", type="text/plain", text=plain_text.plan_text(view)),
    )

"""The date behind an ending of "What now?": from the plan of the case, or of a case made from the answers."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from zoneinfo import ZoneInfo

from followup import forms, planning
from followup.case import check
from followup.case.history import place_of
from followup.case.standing import ENDS, MORE_TIME, told_since
from followup.dates import calendars, clock
from followup.letters.situation import standing_of
from followup.model.answer import Problem
from followup.model.case import Case, Event
from followup.model.plan import Plan, Status, Step, Window
from followup.planning import hours
from followup.rules import customs
from followup.tools.call_sheet import calling
from followup.tools.what_now import flow, own
from followup.tools.what_now.filling import added_by, fill, may_be_kept, with_added
from followup.words.moments import hours_read

# The hours of what is done now, whatever day the plan has for its own step.
NOW = {"send": hours.send_hours, "ring": hours.call_hours}


@dataclass(frozen=True, kw_only=True, slots=True)
class DatedEnding:
    """The window of an ending, the step it belongs to, and the plan around it; each may be missing."""

    window: Window | None
    status: Status
    step: Step | None
    plan: Plan | None
    # The case the date comes from, in the planner's own fields; empty where the reader's case was used.
    fields: Mapping[str, Any]
    zone: ZoneInfo | None
    country: str
    # The country whose clock the reader reads.
    reads: str = ""
    # The case of the plan, the reader's own or one made from the answers.
    case: Case | None = None
    # Whether the answers told what the reader's own case does not hold, and that as it goes into the case.
    untold: bool = False
    added: Mapping[str, Any] = field(default_factory=dict)


def find(
    ending: flow.Ending, answers: Mapping[str, str], case: Case | None, now: dt.datetime
) -> DatedEnding | flow.AskedFact | tuple[Problem, ...]:
    """Gives the date, or the fact that has to be asked first, or what the facts say against each other."""
    missing = ending.case if case is None else own.missing(ending, case, answers)
    wanted = _wanted(ending, answers, missing, case)
    if wanted:
        return wanted
    if case is not None:
        added = added_by(case, missing, answers, now)
        events = [forms.read(Event, event).value for event in added.get("events", ())]
        found = _in_plan(ending, with_added(case, added, events), {}, now)
        return replace(found, untold=bool(missing), added=added if may_be_kept(case, added, events, now) else {})
    return _from_answers(ending, answers, now)


def _wanted(
    ending: flow.Ending, answers: Mapping[str, str], missing: Mapping[str, Any], case: Case | None
) -> flow.AskedFact | None:
    """The next fact to ask; of the reader's own case only what it does not tell."""
    facts = [flow.flow().facts[id] for id in ending.asks]
    if case is not None:
        names = own.named(missing)
        facts = [fact for fact in facts if names & {part.name for part in fact.parts} and fact.id not in own.KNOWN]
    return next((fact for fact in facts if not fact.is_told(answers)), None)


def _from_answers(
    ending: flow.Ending, answers: Mapping[str, str], now: dt.datetime
) -> DatedEnding | flow.AskedFact | tuple[Problem, ...]:
    origins: dict[str, str] = {}
    if not ending.case:
        return _by_hours(ending, answers, now)
    fields = _opened(fill(ending.case, answers, now, "", origins), answers)
    reading = forms.read(Case, fields)
    problems = check.problems(reading.values, now)
    if problems or reading.value is None:
        # One answer may stand in several places of the case; what is wrong with it first is said.
        found = [_moved(problem, origins) for problem in (*reading.problems, *problems)]
        return tuple({problem.field: problem for problem in reversed(found)}.values())
    dated = _in_plan(ending, reading.value, fields, now)
    return flow.flow().facts[flow.REGION] if _is_region_wanted(dated, answers) else dated


def _is_region_wanted(found: DatedEnding, answers: Mapping[str, str]) -> bool:
    """True where the region may change the answer: a law of one dates the wait, or one works on a day left out."""
    if found.plan is None or not found.country or flow.REGION in answers:
        return False
    differs = any(one.kind == "most-regions" for one in found.plan.notices)
    return differs or (found.plan.state not in ENDS and customs.has_law_in_a_region(found.country))


def _opened(fields: Mapping[str, Any], answers: Mapping[str, str]) -> Mapping[str, Any]:
    """The case with the reader's own choice of a pace; without an interview it begins with an invitation at least."""
    fields = {**fields, **({"pace": answers[flow.PACE]} if answers.get(flow.PACE) else {})}
    for one in flow.flow().besides.values():
        fields = _with_beside(fields, one) if answers.get(one.id) == flow.YES else fields
    if fields.get("rounds"):
        return fields
    events = list(fields.get("events", ()))
    if events and not any(one.get("outcome", one["kind"]) in check.OPENING for one in events):
        events.insert(0, {"kind": "reply", "outcome": "next-round", "at": events[0]["at"]})
    return {**fields, "events": events, "my_zone": answers["zone"]}


def _with_beside(fields: Mapping[str, Any], one: flow.Beside) -> Mapping[str, Any]:
    """The case with what is so beside the way; whoever stands between was not alone with the reader."""
    rounds = fields.get("rounds", ())
    if one.person and rounds:
        people = [*rounds[-1].get("interviewers", [{}]), dict(one.person)]
        rounds = [*rounds[:-1], {**rounds[-1], "interviewers": people}]
    return {**fields, **one.fields, "rounds": rounds}


def _by_hours(ending: flow.Ending, answers: Mapping[str, str], now: dt.datetime) -> DatedEnding:
    """Without an interview there is a date only for what can be done from now on."""
    if not ending.hours:
        return DatedEnding(window=None, status="done", step=None, plan=None, fields={}, zone=None, country="")
    zone = clock.zone(answers["zone"])
    return _next_hour(ending, now, zone, calendars.calendar_for(""))


def _in_plan(ending: flow.Ending, case: Case, fields: Mapping[str, Any], now: dt.datetime) -> DatedEnding:
    calendar = calendars.calendar_of(case)
    plan = planning.plan(case, now, calendar)
    # Whatever the way was, the next step is the planner's.
    step = next((one for one in plan.steps if one.id == plan.next), None)
    zone = place_of(case)
    if ending.hours in NOW and _is_its_turn(ending, plan, step, case):
        found = _next_hour(ending, now, zone, calendar, step)
        reads = hours_read(case, str(zone))
        return replace(found, plan=plan, fields=fields, country=case.country, reads=reads, case=case)
    if step and ending.hours == "call" and step.action == ending.action:
        step = _as_call(step, now, calendar)
    return DatedEnding(
        window=step.window if step else None,
        status=step.status if step else "dropped",
        step=step,
        plan=plan,
        fields=fields,
        zone=zone,
        country=case.country,
        reads=hours_read(case, str(zone)),
        case=case,
    )


def _is_its_turn(ending: flow.Ending, plan: Plan, step: Step | None, case: Case) -> bool:
    """True while the step that it comes before is next and in time, and it was not done yet."""
    if not ending.before or step is None:
        return plan.state != "ahead" and not ending.before
    standing = standing_of(case)
    since = standing.task or standing.opened_by
    return step.letter == ending.before and not (since and told_since(standing, since, *MORE_TIME))


def _as_call(step: Step, now: dt.datetime, calendar: calendars.Calendar) -> Step:
    """The same step by phone: its target is the next hour to call in."""
    zone = clock.zone(str(step.window.target.tzinfo))
    start = max(now, step.window.earliest, key=clock.instant)
    (stretch,) = calling.stretches(start, zone, calendar, count=1)
    latest = max(step.window.latest, stretch.end, key=clock.instant)
    return replace(step, window=Window(earliest=step.window.earliest, target=stretch.start, latest=latest))


def _next_hour(
    ending: flow.Ending, now: dt.datetime, zone: ZoneInfo, calendar: calendars.Calendar, step: Step | None = None
) -> DatedEnding:
    """The next hour to write or to phone in, and the end of the business day after it (O2), before the step is late."""
    target = hours.next_hour(now, NOW[ending.hours](), zone, calendar)
    latest = hours.closing(calendars.next_business_day(target.date(), calendar), zone)
    ends = (step.window.latest, step.limit) if step and ending.before else ()
    end = next((one for one in ends if one and clock.instant(one) > clock.instant(now)), latest)
    target = target if clock.instant(target) <= clock.instant(end) else now.astimezone(zone)
    window = Window(earliest=target, target=target, latest=min(latest, end, key=clock.instant))
    return DatedEnding(
        window=window,
        status="due" if clock.instant(target) <= clock.instant(now) else "waiting",
        step=None,
        plan=None,
        fields={},
        zone=zone,
        country="",
    )


def _moved(problem: Problem, origins: Mapping[str, str]) -> Problem:
    """The same problem beside the answer that caused it."""
    name = origins.get(problem.field) or next(iter(origins.values()))
    return replace(problem, field=f"answers.{name}")

"""The call sheet and the plan never differ: over every situation, every pair, and histories of many kinds."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from cases import Fields, planned, round_of
from course_table import SOON, STATES, case_of, happenings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from situations import SITUATIONS, Situation
from strides import stride

from followup import forms
from followup.model.plan import Plan, Step
from followup.tools.call_sheet import answer as call_sheet
from followup.tools.call_sheet import questions, spoken, view
from followup.words.calls import call_for, calls, noticed

FEW = settings(deadline=None, derandomize=True, max_examples=40, suppress_health_check=list(HealthCheck))
PEOPLE: tuple[list[Fields], ...] = (
    [{"name": "Dana Ruiz"}],
    [{"name": "Dana Ruiz", "part": "hiring-manager"}, {"name": "Rae Poe", "part": "recruiter"}],
    [{"name": "Rae Poe", "part": "recruiter"}],
    [],
)
WORDS = dict(happenings())
# Each state takes some of the words, one after another, so that all states together take every word.
STRIDE = stride(check=5, test=4)
HOURS = ("08:30", "10:15", "12:10", "14:00", "16:50", "18:20")


def sheet(case: Fields, now: str, **more: str) -> dict[str, Any]:
    """The sheet's data for a case."""
    reading = forms.read(questions.Questions, {"case": case, "my_name": "Sam Lee", **more})
    assert reading.value is not None, reading.problems
    found = call_sheet.sheet(reading.value, datetime.fromisoformat(now))
    return view.data(found, spoken.script(found))


def kind_of(step: Step, plan: Plan) -> str:
    """The kind of call that a step is, or nothing."""
    found = call_for(step.action, step.letter)
    return found.id if found else ""


def wrongs(case: Fields, now: str) -> Iterator[str]:
    """Everything in which the sheet, or that of any step, says something else than the plan."""
    plan = planned(case, now=now)
    found = sheet(case, now)
    following = next((one for one in plan.steps if one.id == plan.next), None)
    if following and kind_of(following, plan) and found["step"] != following.id:
        yield f"the next step is {following.id}, the sheet's {found['step']}"
    if found["step"] == "" and found["windows"] and not noticed(frozenset(one.kind for one in plan.notices)):
        yield f"hours for a call that no step is: {found['call']}"
    for step in plan.steps:
        if step.is_open and step.channel == "phone" and not kind_of(step, plan):
            yield f"no call for {step.id}, which is one by phone"
        if step.is_open and kind_of(step, plan):
            yield from (f"{step.id}: {wrong}" for wrong in differs(step, plan, sheet(case, now, step=step.id), now))


def differs(step: Step, plan: Plan, found: dict[str, Any], now: str) -> Iterator[str]:
    """What the sheet of one step says against it: window, person, reason and hours."""
    window = {bound: getattr(step.window, bound).isoformat() for bound in ("earliest", "target", "latest")}
    if (found["step"], found["call"], found["question"]) != (step.id, kind_of(step, plan), step.question):
        yield f"another step or reason: {found['step']}, {found['call']}, {found['question']}"
    if found["window"] != window:
        yield f"another window: {found['window']}"
    if found["to"] != next(iter(step.to), ""):
        yield f"rings {found['to']!r}, not {step.to}"
    ends = max([step.window.latest, *(one.window.latest for one in step.alternatives)])
    # What is never late stays open when its window is over.
    is_open = step.status != "overdue" and datetime.fromisoformat(now) < ends
    for one in found["windows"]:
        start, end = datetime.fromisoformat(one["start"]), datetime.fromisoformat(one["end"])
        if start < max(step.window.earliest, datetime.fromisoformat(now)):
            yield f"opens at {start}, before the window or now"
        if is_open and end > ends and found["attempt"] != "stop":
            yield f"goes on to {end}, past {ends}"
    if is_open and not found["windows"] and not calls()[found["call"]].until:
        yield "no hours at all"
    yield from starts_as_planned(step, found, now)


def starts_as_planned(step: Step, found: dict[str, Any], now: str) -> Iterator[str]:
    """A step by phone that is still to come begins at its target."""
    is_ahead = datetime.fromisoformat(now) <= step.window.target
    if step.channel != "phone" or not is_ahead or not found["windows"] or found["attempt"] == "stop":
        return
    begins = [datetime.fromisoformat(one["start"]) for one in found["windows"]]
    if step.action not in ("check-in",) and begins[0] > step.window.target:
        yield f"begins at {begins[0]}, after the target {step.window.target}"


@pytest.mark.parametrize("one", SITUATIONS, ids=lambda one: one.number)
def test_in_every_situation_sheet_and_plan_say_one_thing(one: Situation) -> None:
    """The moment of the situation, and each of the days after it."""
    assert [] == [*wrongs(one.told, one.moment)]


@pytest.mark.by_day(16)
@pytest.mark.parametrize("state", STATES)
def test_after_every_event_in_every_state_sheet_and_plan_say_one_thing(state: str) -> None:
    """Every word told there, and what it leads to."""
    some = [*WORDS.items()][[*STATES].index(state) % STRIDE :: STRIDE]
    found = {word: [*wrongs(case_of(state, event_of), SOON)] for word, event_of in some}
    assert {} == {word: wrong for word, wrong in found.items() if wrong}


@st.composite
def histories(draw: st.DrawFn) -> tuple[Fields, str]:
    """A case with up to eight events, and a moment after them."""
    day, events = date(2027, 1, 5), []
    for word in draw(st.lists(st.sampled_from(sorted(WORDS)), max_size=8)):
        day += timedelta(days=draw(st.integers(0, 6)))
        event_of = {"by": "", **WORDS[word]}
        dates = {name: _later(draw, day) for name in ("by", "deadline") if event_of.get(name)}
        events.append({**event_of, **dates, "at": f"{day}T{draw(st.sampled_from(HOURS))}"})
    now = day + timedelta(days=draw(st.integers(0, 12)))
    case = {
        "rounds": [round_of("2027-01-04", starts="14:00", interviewers=draw(st.sampled_from(PEOPLE)))],
        "country": "US",
        "events": sorted(events, key=lambda one: str(one["at"])),
        "approach": draw(st.sampled_from(["balanced", "prompt", "staffing"])),
    }
    return case, f"{now}T{draw(st.sampled_from(['18:30', '23:00']))}:00-05:00"


def _later(draw: st.DrawFn, day: date) -> str:
    return (day + timedelta(days=draw(st.integers(0, 9)))).isoformat()


@FEW
@given(histories())
def test_in_every_history_sheet_and_plan_say_one_thing(drawn: tuple[Fields, str]) -> None:
    """Events of every kind in any order, people of every kind, three approaches."""
    case, now = drawn
    assert [] == [*wrongs(case, now)]


@FEW
@given(histories(), st.integers(0, 20))
def test_in_the_middle_of_a_day_as_well(drawn: tuple[Fields, str], hours: int) -> None:
    """Between the hours for calls, at lunch and in the night."""
    case, last = drawn
    now = datetime.fromisoformat(last) + timedelta(hours=hours)
    assert [] == [*wrongs(case, now.isoformat())]

"""What has to reach them before an interview: times and a no at once, an acceptance late until the round (Events)."""

from datetime import datetime

import pytest
from cases import Fields, event, fields, kinds, planned, round_of, step, window
from situations import reply

from followup import forms
from followup.dates import clock
from followup.model.case import Case
from followup.model.plan import Plan
from followup.tools.planner.preview import preview

ACTIONS = {"moved-by-me": "new-times", "declined": "withdraw", "reply": "answer"}
HOLIDAY = {"day": "2027-01-18", "starts": "14:00", "ends": "15:00"}


def case_of(told: Fields, *, day: str = "2027-01-12", starts: str = "08:30", ends: str = "09:30") -> Fields:
    """One interview in New York that lies ahead, and what was told before it."""
    return {"rounds": [round_of(day, ends, starts=starts)], "country": "US", "events": [told]}


def plan_of(told: Fields, now: str = "", **more: str) -> Plan:
    """The plan when it is told, or later."""
    return planned(case_of(told, **more), now=f"{now or told['at']}:00-05:00")


def moments(*times: str) -> list[str]:
    """Times in New York as they stand in a plan."""
    return [datetime.fromisoformat(f"{one}:00-05:00").isoformat() for one in times]


def bounds(plan: Plan, action: str) -> list[str]:
    """The three bounds of its only step of that action."""
    one = step(plan, action).window
    return [moment.isoformat() for moment in (one.earliest, one.target, one.latest)]


@pytest.mark.parametrize(
    ("at", "more", "latest"),
    [
        ("2027-01-12T07:00", {}, "2027-01-12T08:30"),
        ("2027-01-11T22:00", {}, "2027-01-12T08:30"),
        ("2027-01-15T17:10", HOLIDAY, "2027-01-18T14:00"),
        ("2027-01-17T11:00", HOLIDAY, "2027-01-18T14:00"),
        ("2027-01-04T10:00", HOLIDAY, "2027-01-05T17:00"),
    ],
)
def test_new_times_for_an_interview_ahead_go_out_at_once(at, more, latest):
    """Whatever the hour or the day off; the apology is worth nothing once they wait in the room."""
    plan = plan_of(event("moved-by-me", at), **more)
    assert moments(at, at, latest) == bounds(plan, "new-times")
    assert ("due", "new-times") == (step(plan, "new-times").status, plan.next)


@pytest.mark.parametrize(
    ("now", "words"), [("07:00", "I can't come"), ("08:29", "I can't come"), ("08:30", "I wasn't")]
)
def test_nobody_was_absent_before_it_starts(now, words):
    """The minute counts, not the day."""
    told = event("moved-by-me", "2027-01-12T07:00")
    moment = datetime.fromisoformat(f"2027-01-12T{now}:00-05:00")
    case = forms.read(Case, case_of(told)).value
    assert case is not None
    shown = preview(step(plan_of(told, now=f"2027-01-12T{now}"), "new-times"), case, "", moment)
    assert shown is not None
    assert words in shown.text


@pytest.mark.parametrize(
    ("at", "more", "latest"),
    [("2027-01-12T07:00", {}, "2027-01-12T08:30"), ("2027-01-15T17:10", HOLIDAY, "2027-01-18T14:00")],
)
def test_a_no_reaches_them_before_the_interview(at, more, latest):
    """Where nobody can be rung any more before it, an email goes out at once."""
    plan = plan_of(event("declined", at, step="withdraw"), **more)
    assert moments(at, at, latest) == bounds(plan, "withdraw")
    assert "email" == step(plan, "withdraw").channel


def test_a_no_is_rung_through_where_call_hours_are_left():
    """Told the evening before an afternoon: a call in the morning, not later than the interview (O47)."""
    one = step(
        plan_of(event("declined", "2027-01-11T20:00", step="withdraw"), starts="14:00", ends="15:00"), "withdraw"
    )
    assert ("phone", "Tue 2027-01-12 14:00") == (one.channel, window(one)[2])
    assert clock.instant(one.window.target) < clock.instant(one.window.latest)


def test_an_invitation_for_the_next_morning_is_accepted_before_it():
    """It came at six: best now, late until the round and no longer (States, ahead)."""
    told = reply("2027-01-11T18:00", "next-round", by="2027-01-12")
    assert moments("2027-01-11T18:00", "2027-01-11T18:00", "2027-01-12T08:30") == bounds(plan_of(told), "answer")
    later = plan_of(told, starts="11:00", ends="12:00")
    assert moments("2027-01-11T18:00", "2027-01-12T09:00", "2027-01-12T11:00") == bounds(later, "answer")


@pytest.mark.by_day(126)
@pytest.mark.parametrize("kind", ACTIONS)
@pytest.mark.parametrize("day", ["2027-01-12", "2027-01-16", "2027-01-18"])
@pytest.mark.parametrize("starts", ["00:30", "08:30", "09:00", "12:00", "17:00", "21:45"])
@pytest.mark.parametrize("hours", [0.25, 1, 6, 15, 30, 70, 100])
def test_no_window_lies_after_the_start(kind, day, starts, hours):
    """Whatever the hours, and on days off as well."""
    start = datetime.fromisoformat(f"{day}T{starts}:00-05:00")
    at = clock.shift(start, -hours)
    more = {"reply": {"outcome": "next-round", "by": day}, "declined": {"step": "withdraw"}}
    told = event(kind, f"{at:%Y-%m-%dT%H:%M}", **more.get(kind, {}))
    ends = f"{int(starts[:2]) + 1:02}{starts[2:]}"
    one = step(plan_of(told, day=day, starts=starts, ends=ends), ACTIONS[kind]).window
    assert at <= one.earliest <= one.target <= one.latest <= start
    assert one.target < start


@pytest.mark.parametrize(
    ("now", "kind"), [("2027-01-12", "ahead"), ("2027-01-13", "before-round"), ("2027-01-14", "before-round")]
)
def test_what_to_ask_is_told_the_day_before_the_next_round(now: str, kind: str) -> None:
    """However far off the one after that is; before then it is told once that nothing is to be done."""
    rounds = [round_of(f"2027-01-{day}") for day in ("07", "14", "21")]
    thanked = event("sent", "2027-01-07T20:00", step="thank-you")
    found = kinds(planned(fields(rounds=rounds, events=[thanked]), f"{now}T12:00:00-05:00"))
    assert {kind} == found & {"ahead", "before-round"}

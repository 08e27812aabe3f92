"""An agency between reader and employer: it is rung first, thanked through, and never gone past (States, held)."""

import html
import json
import re

import pytest
from cases import DANA, Fields, event, fields, kinds, planned, round_of, step, window
from situations import called, reply, sent

from followup import door

RAE = {"name": "Rae Poe", "email": "rae@agency.example"}
AFTER = "2027-01-07T15:30:00-05:00"
CALLED = called("2027-01-07T15:40", "answered", to="Rae Poe")


def told(part: str, *events: Fields, promise: Fields | None = None, **words: str) -> Fields:
    """An interview with Dana Ruiz that Rae Poe arranged, and what happened since."""
    people = [{**DANA, "email": "dana@acme.example"}, {**RAE, "part": part}]
    rounds = [round_of("2027-01-07", interviewers=people, **words)]
    return fields(rounds=rounds, events=list(events), promise=promise or {})


def open_of(asked: Fields, now: str = AFTER) -> list[str]:
    """What is still to be done, in its order."""
    return [one.id for one in planned(asked, now).steps if one.is_open]


def answer(asked: Fields, now: str = AFTER) -> Fields:
    """What the door says of it."""
    found: Fields = json.loads(door.answer(json.dumps({"tool": "planner", "now": now, "fields": asked})))
    return found


def test_an_agency_is_rung_and_nobody_is_written_to() -> None:
    """The same day, or by the end of the next business day; the thanks go through it."""
    plan = planned(told("agency"), AFTER)
    found = step(plan, "call")
    assert ("call-agency", ("Rae Poe",), "phone", "agency-call") == (plan.next, found.to, found.channel, found.letter)
    assert ("Thu 2027-01-07 15:00", "Thu 2027-01-07 15:00", "Fri 2027-01-08 17:00") == window(found)
    assert ["call-agency", "check-in", "second-check-in", "let-go"] == open_of(told("agency"))
    assert kinds(plan).isdisjoint({"agency-call", "pass-on", "thanks-in-check-in"})
    said = html.unescape(answer(told("agency"))["fragment"])
    assert "Could you thank Dana Ruiz for me?" in said
    assert "Thank you for your part" not in said


def test_after_office_hours_it_is_rung_in_the_next_hours_to_call() -> None:
    """The next business day, from nine."""
    late = told("agency", ends="19:00")
    assert "Fri 2027-01-08 09:00" == window(step(planned(late, "2027-01-07T19:30:00-05:00"), "call"))[1]


@pytest.mark.parametrize("part", ["hr", "hiring-manager", "interviewer"])
def test_nobody_of_the_firm_itself_is_rung_or_asked_about(part: str) -> None:
    """Their own recruiter is thanked as everybody is."""
    plan = planned(told(part), AFTER)
    assert [] == [one for one in plan.steps if one.action == "call"]
    assert {"thank-you-1-dana-ruiz", "thank-you-1-rae-poe"} <= {*open_of(told(part))}
    assert "agency-call" not in kinds(plan)


def test_where_nobody_told_whose_recruiter_it_is_both_are_said_once_and_first() -> None:
    """One sentence above the letter, with a button for either; with one of them the plan follows."""
    said = html.unescape(answer(told("recruiter"))["fragment"]).split('id="plan-text"')[0]
    assert 1 == said.count("If Rae Poe works for an agency")
    assert said.index("If Rae Poe works for an agency") < said.index("Thank you for your part")
    agency, firm = sets_of(answer(told("recruiter"))["fragment"])
    assert "call-agency" == answer(told("recruiter") | agency)["data"]["next"]
    own = answer(told("recruiter") | firm)["data"]
    assert "agency-call" not in {one["kind"] for one in own["notices"]}
    assert own["next"].startswith("thank-you")


def sets_of(fragment: str) -> list[Fields]:
    """What the two buttons set."""
    found = re.findall(r'data-set="([^"]*rounds[^"]*)"', fragment)
    return [json.loads(html.unescape(one)) for one in found]


@pytest.mark.parametrize("part", ["agency", "recruiter"])
@pytest.mark.parametrize("step_told", ["", "call"])
def test_a_call_right_after_the_interview_asks_nothing(part: str, step_told: str) -> None:
    """It tells how it went; the first question counts from it, and none is used up."""
    rung = CALLED | ({"step": step_told} if step_told else {})
    plan = planned(told(part, rung), "2027-01-14T10:00:00-05:00")
    found = step(plan, "check-in")
    assert ("check-in", "due", 2) == (plan.next, found.status, plan.touches_left)
    assert "Thu 2027-01-14 09:00" == window(found)[0]


@pytest.mark.parametrize(
    ("rung", "more"),
    [
        (called("2027-01-14T10:00", "answered", to="Rae Poe"), {}),
        (called("2027-01-08T10:00", "answered", to="Dana Ruiz"), {}),
        (called("2027-01-08T10:00", "answered", to="Rae Poe"), {"promise": {"kind": "date", "by": "2027-01-07"}}),
        (called("2027-01-08T10:00", "answered", to="Rae Poe", step="check-in"), {}),
    ],
    ids=["a week later", "somebody else", "their day is over", "told as a question"],
)
def test_every_other_call_is_a_question_as_before(rung: Fields, more: Fields) -> None:
    """What asks, asks."""
    plan = planned(told("recruiter", rung) | more, "2027-01-14T11:00:00-05:00")
    assert "done" == step(plan, "check-in").status


@pytest.mark.parametrize(
    "word",
    [CALLED, event("voicemail", "2027-01-07T15:40"), reply("2027-01-07T16:00", "question", to="Rae Poe")],
    ids=["rung", "message left", "they wrote"],
)
def test_once_they_were_in_touch_nobody_rings_again(word: Fields) -> None:
    """One call is enough; what they ask is answered."""
    assert "call-agency" not in open_of(told("agency", word), "2027-01-07T17:00:00-05:00")


def test_a_call_that_nobody_took_leaves_it_to_be_made() -> None:
    """As with every call."""
    missed = told("agency", called("2027-01-07T15:40", "no-answer", to="Rae Poe"))
    assert "call-agency" in open_of(missed, "2027-01-07T16:00:00-05:00")


@pytest.mark.parametrize(("format_", "rung"), [("video", False), ("phone", False), ("onsite", True)])
def test_a_talk_that_the_recruiter_held_alone_is_thanked_for(format_: str, rung: bool) -> None:
    """Nobody tells them how their own talk went; who was met at the firm's, nobody told."""
    alone = fields(rounds=[round_of("2027-01-07", format=format_, interviewers=[{**RAE, "part": "agency"}])])
    assert rung == ("call-agency" in open_of(alone))
    assert rung != ("thank-you-1-rae-poe" in open_of(alone))


def test_whoever_follows_a_recruiter_who_left_is_asked_for_at_the_agency() -> None:
    """By its own number, and never past it; their own recruiter gives way to the manager."""
    gone = (
        sent("2027-01-07T17:00", "thank-you"),
        sent("2027-01-15T10:00", "check-in") | {"to": "Rae Poe"},
        event("bounced", "2027-01-15T10:01", to="Rae Poe"),
        reply("2027-01-15T10:30", "left", to="Rae Poe"),
    )
    now = "2027-01-15T11:00:00-05:00"
    plan = planned(told("agency", *gone), now)
    asked = next(one for one in plan.steps if one.id == plan.next)
    assert ((), "phone", "agency-line") == (asked.to, asked.channel, asked.letter)
    assert ("agency-gone" in kinds(plan), "agency-left" in kinds(plan)) == (True, False)
    own = planned(told("hr", *gone), now)
    asked = next(one for one in own.steps if one.id == own.next)
    assert (("Dana Ruiz",), "email") == (asked.to, asked.channel)
    assert kinds(own).isdisjoint({"agency-gone", "agency-left"})
    assert "agency-left" in kinds(planned(told("recruiter", *gone), now))


def test_whose_figures_are_followed_changes_nothing_about_an_agency() -> None:
    """The checklist asks human resources first, but nobody goes past an agency (O20)."""
    people = [{**RAE, "part": "agency"}, {"name": "Kim Lee", "part": "hr"}]
    both = fields(rounds=[round_of("2027-01-07", interviewers=people)], approach="checklist")
    assert ("Rae Poe",) == step(planned(both, AFTER), "check-in").to


@pytest.mark.parametrize(
    ("by", "at", "is_ask"),
    [
        ("2027-01-07", "2027-01-07T15:40", False),
        ("2027-01-07", "2027-01-08T10:40", True),
        ("2027-01-08", "2027-01-08T10:40", False),
    ],
)
def test_on_the_day_they_named_a_call_still_reports(by: str, at: str, is_ask: bool) -> None:
    """Once it is over, the same call asks whether they decided (K4, K5)."""
    asked = told("agency", called(at, "answered", to="Rae Poe"), promise={"kind": "date", "by": by})
    done = [one.id for one in planned(asked, "2027-01-08T12:00:00-05:00").steps if one.status == "done"]
    assert (["check-in"] if is_ask else ["call-agency"]) == done

"""Processes that an inspector told: what each of them had wrong stays right."""

import json
from datetime import date
from typing import Any

import pytest
from cases import event, planned
from situations import called, held, reply, sent

from followup import door
from followup.letters.situation import told_since
from followup.model.case import Case, Event, Interviewer
from followup.model.plan import Plan

PAPER = reply("2027-01-13T10:00", "offer-written", deadline="2027-01-17")
YES = (reply("2027-01-11T10:00", "offer-written", deadline="2027-01-15"), event("accepted", "2027-01-12T10:00"))


def lead_of(*events: Any, now: str, **case: Any) -> str:
    """What the planner's page says first."""
    told = {"tool": "planner", "now": now, "fields": held("2027-01-07", *events) | case}
    fragment = json.loads(door.answer(json.dumps(told)))["fragment"]
    return str(fragment.split('class="lead"', 1)[1].split("</section>", 1)[0])


def next_of(plan: Plan) -> Any:
    """The step to look at now."""
    return next(one for one in plan.steps if one.id == plan.next)


def test_an_offer_is_answered_before_its_day_whatever_day_it_is() -> None:
    """Their deadline is a Sunday, and it is Saturday."""
    found = lead_of(PAPER, sent("2027-01-13T12:00", "say-when"), now="2027-01-16T11:00:00-05:00")
    assert "today" in found.split("</h2>")[0]
    assert "Tuesday" not in found.split("</p>")[0]


@pytest.mark.parametrize("starts", ["09:00", "09:30"])
def test_who_cannot_come_tomorrow_says_so_tonight(starts: str) -> None:
    """Apology and times at once (Events), not at the hour of the interview."""
    round = {"format": "onsite", "date": "2027-01-12", "starts": starts, "ends": "10:30", "zone": "America/New_York"}
    told = [event("moved-by-me", "2027-01-11T18:00")]
    found = lead_of(now="2027-01-11T18:00:00-05:00", rounds=[round], events=told)
    assert "tomorrow, from" not in found


def test_what_is_on_hold_after_a_yes_has_no_first_day_any_more() -> None:
    """The letter asks for a new one, and does not name the old."""
    day = reply("2027-01-12T11:00", "first-day", by="2027-02-08")
    hold = reply("2027-01-25T10:00", "on-hold")
    told = held("2027-01-07", *YES, day, hold)
    answer = door.answer(
        json.dumps({"tool": "writer", "now": "2027-01-25T11:00:00-05:00", "fields": {"case": told, "step": "answer"}})
    )
    assert "8 February" not in answer


def test_a_day_to_ask_about_another_role_has_words_for_that() -> None:
    """In place of the talk, also where the no itself named the day (Events)."""
    no = (reply("2027-01-14T10:00", "rejected"), sent("2027-01-15T10:00", "ask-feedback"))
    later = reply("2027-01-18T10:00", "promise", by="2027-04-01")
    plan = planned(held("2027-01-07", *no, later), now="2027-04-05T12:00:00-04:00")
    assert ("stay-in-touch", "another-role") == (next_of(plan).action, next_of(plan).letter)
    with_it = (reply("2027-01-14T10:00", "rejected", by="2027-04-01"), no[1])
    assert "another-role" == next_of(planned(held("2027-01-07", *with_it), now="2027-04-05T12:00:00-04:00")).letter


def test_a_day_named_before_a_no_is_no_day_for_another_role() -> None:
    """It was one for the decision."""
    promise = reply("2027-01-11T10:00", "promise", by="2027-01-29")
    no = (reply("2027-01-14T10:00", "rejected"), sent("2027-01-15T10:00", "ask-feedback"))
    plan = planned(held("2027-01-07", promise, *no), now="2027-02-01T12:00:00-05:00")
    talk = next(one for one in plan.steps if one.action == "stay-in-touch")
    assert ("stay-in-touch", "2027-01-29") == (talk.letter, f"{talk.window.target:%Y-%m-%d}")


def test_an_answer_is_due_on_the_day_that_the_reader_named() -> None:
    """They gave none (States, offer in writing)."""
    told = (
        reply("2027-01-12T10:00", "offer-written"),
        event("sent", "2027-01-12T12:00", step="say-when", by="2027-01-15"),
    )
    decide = next_of(planned(held("2027-01-07", *told), now="2027-01-13T11:00:00-05:00"))
    assert ("decide", "2027-01-15 17:00") == (decide.action, f"{decide.window.latest:%Y-%m-%d %H:%M}")


def test_word_of_another_offer_is_said_again_before_its_day() -> None:
    """By a business day before it (States); who heard it on the phone was told."""
    other = event("offer-elsewhere", "2027-01-15T09:00", deadline="2027-01-22")
    now = "2027-01-20T11:00:00-05:00"
    again = planned(held("2027-01-07", other, sent("2027-01-15T10:00", "tell-offer")), now=now)
    told = [f"{one.window.latest:%Y-%m-%d %H:%M}" for one in again.steps if one.id == "tell-offer-again"]
    assert ["2027-01-21 17:00"] == told
    spoken = called("2027-01-15T10:00", "answered", step="tell-offer")
    assert "tell-offer-again" not in {one.id for one in planned(held("2027-01-07", other, spoken), now=now).steps}


def test_a_call_is_for_the_hours_in_which_one_calls() -> None:
    """Not "between 11 and 1" (K18)."""
    round = {"format": "onsite", "date": "2027-01-21", "ends": "15:00", "zone": "America/New_York"}
    leaving = [event("declined", "2027-01-20T11:00", step="withdraw")]
    found = lead_of(now="2027-01-20T12:00:00-05:00", rounds=[round], events=leaving)
    assert "today, from 1 pm" in found
    assert "Between" not in found


def test_second_choice_told_with_a_no_is_a_no() -> None:
    """In whichever order the two are told (Events)."""
    told = (reply("2027-01-14T10:00", "rejected"), reply("2027-01-14T10:00", "runner-up"))
    for events in (told, told[::-1]):
        assert "said-no" == planned(held("2027-01-07", *events), now="2027-01-14T12:00:00-05:00").state


def test_who_said_yes_here_and_takes_another_job_calls_them() -> None:
    """They count on the reader."""
    closed = event("closed", "2027-01-19T11:00", reason="other-job")
    plan = planned(held("2027-01-07", *YES, closed), now="2027-01-19T11:00:00-05:00")
    assert any("count on you" in one.text for one in plan.notices)


def test_a_task_that_was_dropped_is_said_to_be() -> None:
    """Dropped with a notice (law 2)."""
    task = (reply("2027-01-12T10:00", "task", by="2027-01-22"), sent("2027-01-12T11:00", "answer"))
    plan = planned(held("2027-01-07", *task), now="2027-01-30T11:00:00-05:00")
    assert "task-over" in {one.kind for one in plan.notices}
    assert "task" not in {one.kind for one in plan.notices}


def test_what_was_said_in_words_is_not_put_into_their_mouth() -> None:
    """The day is our reading of them (O41)."""
    told = Event(
        kind="reply", at=_day("2027-01-12"), outcome="promise", by=_day("2027-01-27"), said="a couple of weeks"
    )
    case = Case(rounds=(), events=(told,))
    assert "in_words" in told_since(case, Interviewer(name="Dana Ruiz"), None)


def test_who_left_told_it_and_somebody_else_reads_it() -> None:
    """Nobody else is told that they said so."""
    said = Event(kind="reply", at=_day("2027-01-12"), outcome="offer", by=_day("2027-01-19"))
    left = Event(kind="reply", at=_day("2027-01-15"), outcome="left")
    assert "reported" in told_since(Case(rounds=(), events=(said, left)), Interviewer(name="Dana Ruiz"), None)


def _day(day: str) -> date:
    return date.fromisoformat(day)


def test_a_day_off_that_the_reader_named_is_answered_before() -> None:
    """On the Friday before their Saturday."""
    told = (
        reply("2027-01-11T10:00", "offer-written"),
        event("sent", "2027-01-11T12:00", step="say-when", by="2027-01-16"),
    )
    decide = next_of(planned(held("2027-01-05", *told), now="2027-01-12T11:00:00-05:00"))
    assert ("decide", "2027-01-15") == (decide.action, f"{decide.window.target:%Y-%m-%d}")


def test_nobody_is_told_to_hurry_before_the_second_word_of_an_offer_is_due() -> None:
    """It ends in a week; and whoever promised an offer is asked for the paper, not where things stand (O35)."""
    other = event("offer-elsewhere", "2027-01-11T09:00", deadline="2027-01-20")
    mailed = sent("2027-01-11T10:00", "tell-offer")
    plan = planned(held("2027-01-05", other, mailed), now="2027-01-13T11:00:00-05:00")
    assert "offer-call" not in {one.kind for one in plan.notices}
    spoken = (reply("2027-01-08T10:00", "offer"), sent("2027-01-08T12:00", "answer"))
    plan = planned(held("2027-01-05", *spoken, other, mailed), now="2027-01-19T11:00:00-05:00")
    assert "competing-offer-spoken" == next(one.letter for one in plan.steps if one.id == "tell-offer-again")


def test_a_day_for_another_role_outlives_a_second_no() -> None:
    """The post is filled two days later, and nothing is said of the day."""
    no = reply("2027-01-12T10:00", "rejected", by="2027-03-06")
    plan = planned(held("2027-01-05", no, reply("2027-01-14T10:00", "filled")), now="2027-01-15T11:00:00-05:00")
    assert "another-role" == next(one.letter for one in plan.steps if one.action == "stay-in-touch")


def test_any_day_they_name_after_a_yes_is_the_first_one() -> None:
    """For the letters as for the plan (Events)."""
    told = (Event(kind="accepted", at=_day("2027-01-12")), _named("promise", "2027-03-01"))
    assert "no_first_day" not in told_since(Case(rounds=(), events=told), Interviewer(name="Dana Ruiz"), None)
    held_up = (*told, Event(kind="reply", at=_day("2027-01-25"), outcome="on-hold"))
    assert "no_first_day" in told_since(Case(rounds=(), events=held_up), Interviewer(name="Dana Ruiz"), None)


def _named(outcome: str, day: str) -> Event:
    return Event(kind="reply", at=_day("2027-01-13"), outcome=outcome, by=_day(day))


def test_a_letter_speaks_of_the_day_on_which_the_plan_sends_it() -> None:
    """On a Saturday before a holiday the plan says Tuesday: "by Tuesday" would then be their day to come."""
    now = "2027-01-16T11:00:00-05:00"
    case = held("2027-01-07", reply("2027-01-08T10:00", "promise", by="2027-01-12"))
    fields = {"case": case, "step": "check-in"}
    told = json.loads(door.answer(json.dumps({"tool": "writer", "now": now, "fields": fields})))["data"]
    shown = json.loads(door.answer(json.dumps({"tool": "planner", "now": now, "fields": case})))["fragment"]
    assert "on Tuesday, from 9" in shown
    assert "by 12 January" in told["body"]
    assert "by 12 January" in shown

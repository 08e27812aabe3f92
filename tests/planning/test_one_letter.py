"""One letter for what one person is told on one day (O19), and what goes before what."""

from typing import Any

import pytest
from cases import Fields, event, kinds, planned, round_of, step
from situations import held, reply, sent

YES = event("accepted", "2027-01-21T12:00")
PAPER = reply("2027-01-20T11:00", "offer-written")
QUESTION = reply("2027-01-08T17:30", "question")


def opened(plan: Any) -> list[str]:
    """What is open, without the day to let go."""
    return [one.id for one in plan.steps if one.is_open and one.action != "let-go"]


def test_thanks_that_were_not_sent_go_with_the_answer_to_a_question_over_a_weekend():
    """The question came on Friday after the hour of the thank-you: it is not sent beside it on Saturday (O19, K2)."""
    friday = {**held("2027-01-08"), "events": [QUESTION], "rounds": [round_of("2027-01-08", "11:00")]}
    plan = planned(friday, now="2027-01-09T10:00:00-05:00")
    assert ("dropped", "answer", True) == (step(plan, "thank-you").status, plan.next, "thanks-in-answer" in kinds(plan))
    before = planned({**friday, "events": []}, now="2027-01-09T10:00:00-05:00")
    assert "due" == step(before, "thank-you").status


@pytest.mark.parametrize("at", ["2027-01-08T12:00", "2027-01-09T09:30"], ids=["before it", "on Saturday"])
def test_thanks_that_were_sent_stay_done(at: str):
    """Only what is unsent goes into the answer."""
    told = [QUESTION, sent(at, "thank-you")]
    friday = {**held("2027-01-08"), "events": told, "rounds": [round_of("2027-01-08", "11:00")]}
    assert "done" == step(planned(friday, now="2027-01-09T10:00:00-05:00"), "thank-you").status


@pytest.mark.parametrize(
    ("first", "letter", "steps"),
    [
        ("2027-02-01", "first-day", ["answer"]),
        ("2027-02-03", "first-day", ["answer"]),
        ("2027-02-22", "start-day", ["answer", "first-day"]),
    ],
    ids=["Monday, in two business days", "Wednesday, in five", "in four weeks"],
)
def test_a_first_day_that_is_near_is_confirmed_and_asked_about_in_one_letter(first, letter, steps):
    """Its details are due within five business days of it: the answer asks for them (O19, O37)."""
    named = reply("2027-01-27T15:00", "first-day", by=first)
    plan = planned(held("2027-01-07", PAPER, YES, named), now="2027-01-27T16:00:00-05:00")
    assert (letter, steps) == (step(plan, "answer").letter, opened(plan))
    answered = planned(
        held("2027-01-07", PAPER, YES, named, sent("2027-01-28T10:00", "answer")), now="2027-01-28T12:00:00-05:00"
    )
    assert [one for one in steps if one != "answer"] == opened(answered)


def test_a_first_day_named_in_a_call_is_asked_about_in_writing():
    """A voice confirmed it, and what to bring is still open."""
    named = {"kind": "called", "at": "2027-01-27T15:00", "step": "", "outcome": "first-day", "by": "2027-02-01"}
    plan = planned(held("2027-01-07", PAPER, YES, named), now="2027-01-28T12:00:00-05:00")
    assert "first-day" in [one.action for one in plan.steps if one.is_open]


def test_the_call_that_they_asked_for_comes_before_a_card():
    """After a no: they want to talk tomorrow, and the card follows on another day (O19)."""
    told = (
        reply("2027-01-15T16:00", "rejected"),
        sent("2027-01-18T10:00", "ask-feedback"),
        reply("2027-01-18T16:00", "call-back", by="2027-01-20"),
    )
    plan = planned(held("2027-01-07", *told), now="2027-01-19T11:00:00-05:00")
    assert ("call", "2027-01-21") == (plan.next, step(plan, "card").window.target.date().isoformat())


@pytest.mark.parametrize(
    ("date", "latest"),
    [("2027-01-20", "2027-01-20T10:00"), ("2027-01-29", "2027-01-20T17:00")],
    ids=["the day after", "later"],
)
def test_a_hold_is_answered_before_the_interview_that_was_agreed(date: str, latest: str):
    """Whether it goes ahead after all is known before its hour."""
    rounds: list[Fields] = [round_of("2027-01-07"), round_of(date, starts="10:00", ends="11:00")]
    case = {**held("2027-01-07", reply("2027-01-19T11:00", "on-hold")), "rounds": rounds}
    plan = planned(case, now="2027-01-19T12:00:00-05:00")
    assert latest == step(plan, "answer").window.latest.isoformat()[:16]


@pytest.mark.parametrize("format", ["onsite", "phone", "video", "recorded"])
def test_how_a_round_is_held_that_nobody_described_is_not_taken_from_the_last_one(format: str):
    """The general rule holds for it, its letter names no place, and the page asks how it was held."""
    told = reply("2027-01-13T10:00", "next-round", by="2027-01-21"), sent("2027-01-13T12:00", "answer")
    case = {**held("2027-01-07", *told), "rounds": [round_of("2027-01-07", format=format)]}
    plan = planned(case, now="2027-01-21T20:30:00-05:00")
    (thanks,) = [one for one in plan.steps if one.action == "thank-you" and one.round == 2]
    assert ("due", "thank-you-late", True) == (thanks.status, thanks.letter, "format-unknown" in kinds(plan))


def test_a_round_that_was_described_keeps_its_form_when_it_is_moved():
    """It was entered as a call, and takes place on another day."""
    case = {
        **held("2027-01-07", event("interview-moved", "2027-01-13T10:00", by="2027-01-21")),
        "rounds": [round_of("2027-01-07"), round_of("2027-01-20", format="phone")],
    }
    plan = planned(case, now="2027-01-21T18:00:00-05:00")
    (thanks,) = [one for one in plan.steps if one.action == "thank-you" and one.round == 2]
    assert ("thank-you-phone", False) == (thanks.letter, "format-unknown" in kinds(plan))

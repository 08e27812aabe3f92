"""Turns of a process that people meet and that were answered wrongly once."""

import pytest
from cases import Fields, event, kinds, planned, promised, round_of, step
from situations import held, reply, sent

from followup.model.plan import Plan

NOON = "T12:00:00-05:00"
AGENT = {"name": "Rae Agent", "part": "recruiter", "email": "rae@agency.example"}


def off(*events: Fields) -> Fields:
    """An interview of 14 January, and what came of it."""
    return {"rounds": [round_of("2027-01-14")], "country": "US", "events": list(events)}


def step_of_id(plan: Plan, id: str) -> str:
    """The letter of the step of that id."""
    return next(one.letter for one in plan.steps if one.id == id)


def test_a_day_named_after_asking_for_more_time_is_the_day_of_the_task() -> None:
    """Nothing is late that they gave more time for."""
    task = reply("2027-01-11T10:00", "task", by="2027-01-19"), sent("2027-01-11T12:00", "answer")
    more = sent("2027-01-15T12:00", "ask-time"), reply("2027-01-15T15:00", "promise", by="2027-01-26")
    found = step(planned(held("2027-01-07", *task, *more), now=f"2027-01-20{NOON}"), "hand-in")
    assert ("due", "hand-in", "2027-01-26") == (found.status, found.letter, found.window.latest.date().isoformat())


def test_a_day_named_without_asking_for_more_time_leaves_the_task_its_own() -> None:
    """It may be the day on which they decide."""
    told = reply("2027-01-11T10:00", "task", by="2027-01-19"), reply("2027-01-12T10:00", "promise", by="2027-02-05")
    found = step(planned(held("2027-01-07", *told), now=f"2027-01-13{NOON}"), "hand-in")
    assert "2027-01-19" == found.window.latest.date().isoformat()


@pytest.mark.parametrize(
    ("word", "letter"),
    [
        (reply("2027-01-12T10:00", "called-off"), "called-off-times"),
        (event("interview-moved", "2027-01-12T10:00"), "called-off-times"),
        (event("moved-by-me", "2027-01-12T10:00"), "ask-day-again"),
        (reply("2027-01-12T10:00", "next-round"), "accept-and-ask-day"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_the_ask_for_a_day_answers_the_word_that_was_left_without_an_answer(word: Fields, letter: str) -> None:
    """Nobody thanks for an invitation that was a cancellation."""
    events = off(word) if letter != "accept-and-ask-day" else held("2027-01-07", word)
    plan = planned(events, now=f"2027-01-20{NOON}")
    assert ("invited", letter) == (plan.state, step_of_id(plan, "ask-day"))


def test_their_question_left_open_is_answered_in_the_next_ask() -> None:
    """The ask carries it, and says so; once it is sent nothing is said any more."""
    asked = reply("2027-01-13T11:00", "question")
    before = planned(held("2027-01-07", asked), now=f"2027-01-21{NOON}")
    assert ("check-in", True) == (before.next, "answer-in-ask" in kinds(before))
    early = planned(held("2027-01-07", asked), now=f"2027-01-13{NOON}")
    assert ("answer", False) == (early.next, "answer-in-ask" in kinds(early))
    after = planned(held("2027-01-07", asked, sent("2027-01-21T10:00", "check-in")), now=f"2027-01-21{NOON}")
    assert "answer-in-ask" not in kinds(after)


def test_where_no_address_is_left_every_ask_is_a_call() -> None:
    """The company's own number, not an email to nobody (O40)."""
    back = event("bounced", "2027-01-08T09:01", step="thank-you")
    plan = planned(held("2027-01-07", back), now=f"2027-01-08{NOON}")
    assert {"phone"} == {one.channel for one in plan.steps if one.action in ("check-in", "second-check-in")}
    assert "thanks-came-back" in kinds(plan)
    again = held("2027-01-07", back, sent("2027-01-08T13:00", "thank-you"))
    assert "thanks-came-back" not in kinds(planned(again, now="2027-01-08T14:00:00-05:00"))


def test_an_agency_that_left_two_asks_unanswered_is_rung_on_its_own_line() -> None:
    """Not written to once more, and nobody goes past it."""
    asked = sent("2027-01-14T10:00", "check-in"), sent("2027-01-22T10:00", "second-check-in")
    rounds = [round_of("2027-01-07", interviewers=[AGENT])]
    once = planned(held("2027-01-07", asked[0], rounds=rounds), now=f"2027-02-01{NOON}")
    assert {"through-recruiter"} == kinds(once) & {"agency-line", "through-recruiter"}
    twice = planned(held("2027-01-07", *asked, rounds=rounds), now=f"2027-02-01{NOON}")
    assert {"agency-line"} == kinds(twice) & {"agency-line", "through-recruiter"}


def test_a_closed_case_with_their_question_does_not_say_that_nothing_is_left() -> None:
    """They wrote after the reader withdrew: that is answered."""
    told = event("withdrawn", "2027-01-12T10:00"), reply("2027-01-14T10:00", "question")
    plan = planned(held("2027-01-07", *told), now=f"2027-01-14{NOON}")
    assert ("closed", "answer") == (plan.state, plan.next)
    assert {"closed-asked"} == {one for one in kinds(plan) if one.startswith("closed")}


def test_the_letter_for_a_day_thanks_for_no_invitation() -> None:
    """After a no-show, too, the state and the letter say what is so: a day is missing."""
    told = held(
        "2027-01-07",
        event("no-show", "2027-01-07T15:30"),
        sent("2027-01-07T15:40", "new-times"),
        promise=promised("2027-01-29"),
    )
    plan = planned(told, now=f"2027-01-14{NOON}")
    assert ("invited", "ask-day", "ask-day-again") == (plan.state, plan.next, step_of_id(plan, "ask-day"))

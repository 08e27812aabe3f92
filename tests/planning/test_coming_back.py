"""The reader said no, told them, and thought again: one word to take it back comes before everything else (O48)."""

import json
from typing import Any

import pytest
from cases import event, kinds, planned, round_of, step, window
from situations import called, held, reply, sent

from followup import door

WITHDRAWN = event("withdrawn", "2027-01-12T10:00")
AGAIN = event("reopened", "2027-01-15T10:00")
OFFER = reply("2027-01-12T10:00", "offer-written", deadline="2027-01-20")
DECLINED = event("declined", "2027-01-14T10:00")
LATER = event("reopened", "2027-01-19T10:00")


def plan_of(*events: Any, now: str, **more: Any) -> Any:
    """The plan of an interview on 7 January that was thanked for, and what happened since."""
    return planned(held("2027-01-07", *events) | more, now=f"{now}:00-05:00")


def open_of(plan: Any) -> set[str]:
    """What is still to be done."""
    return {one.action for one in plan.steps if one.is_open}


def letter_of(*events: Any, now: str) -> str:
    """The letter of the next step."""
    fields = {"case": held("2027-01-07", *events), "step": "ask-back"}
    return str(
        json.loads(door.answer(json.dumps({"tool": "writer", "now": f"{now}:00-05:00", "fields": fields})))["data"][
            "body"
        ]
    )


def test_who_withdrew_takes_it_back_before_asking_anything():
    """At once, and in words that say so; nothing is counted from before it was opened again."""
    plan = plan_of(WITHDRAWN, AGAIN, now="2027-01-15T11:00")
    found = step(plan, "ask-back")
    assert ("ask-back", "ask-back", "email") == (plan.next, found.letter, found.channel)
    assert ("Fri 2027-01-15 10:00", "Fri 2027-01-15 10:00", "Tue 2027-01-19 17:00") == window(found)
    assert {"ask-back", "let-go"} == open_of(plan)
    assert "ask-back" in kinds(plan)
    body = letter_of(WITHDRAWN, AGAIN, now="2027-01-15T11:00")
    assert ("regret" in body, "still" in body) == (True, False)


def test_who_declined_their_offer_rings_them():
    """Their offer is no longer there to be accepted (States)."""
    plan = plan_of(OFFER, DECLINED, LATER, now="2027-01-19T11:00")
    assert ("ask-back", "phone") == (plan.next, step(plan, "ask-back").channel)
    assert "decide" not in open_of(plan)
    body = letter_of(OFFER, DECLINED, LATER, now="2027-01-19T11:00")
    assert ("offer" in body, "accept" in body) == (True, False)


def test_who_took_back_a_yes_rings_them_too():
    """No first day is asked for."""
    plan = plan_of(
        OFFER,
        event("accepted", "2027-01-13T10:00"),
        event("withdrawn", "2027-01-14T10:00"),
        AGAIN,
        now="2027-01-15T11:00",
    )
    assert ("ask-back", "phone") == (plan.next, step(plan, "ask-back").channel)
    assert {"ask-back", "let-go"} == open_of(plan)


def test_the_clock_starts_at_that_word():
    """It is a word of the reader's, and the first question counts from it (law 4)."""
    plan = plan_of(WITHDRAWN, AGAIN, sent("2027-01-15T12:00", "ask-back"), now="2027-01-20T11:00")
    found = step(plan, "check-in")
    assert ("check-in", "second-check-in", 0) == (plan.next, found.letter, plan.unanswered)
    assert "Mon 2027-01-25 09:00" == window(found)[0]
    assert "ask-back-told" in kinds(plan)


@pytest.mark.parametrize(
    ("at", "latest"), [("2027-01-19T11:00", "Wed 2027-01-20 17:00"), ("2027-01-22T11:00", "Mon 2027-01-25 17:00")]
)
def test_an_offer_that_is_open_again_is_answered(at, latest):
    """By their day, and if that is over, by the end of the next business day."""
    plan = plan_of(OFFER, DECLINED, LATER, called(at, "answered", step="ask-back"), now=f"{at[:11]}12:00")
    assert ("decide-2", latest) == (plan.next, window(next(one for one in plan.steps if one.id == "decide-2"))[2])
    assert "ask-back-told" not in kinds(plan)


def test_a_round_that_lies_ahead_is_saved_before_it():
    """Whoever withdrew from it asks before it begins whether to come."""
    rounds = [round_of("2027-01-07"), round_of("2027-01-20", "16:00", starts="15:00")]
    plan = plan_of(WITHDRAWN, event("reopened", "2027-01-19T10:00"), now="2027-01-19T11:00", rounds=rounds)
    assert ("ahead", "ask-back", "Wed 2027-01-20 15:00") == (plan.state, plan.next, window(step(plan, "ask-back"))[2])
    assert "ask-back" in kinds(plan)


def test_who_told_nobody_goes_on_as_before():
    """Nobody there holds a no."""
    plan = plan_of(event("closed", "2027-01-12T10:00", reason="gave-up"), AGAIN, now="2027-01-15T11:00")
    assert ("check-in", False) == (plan.next, "ask-back" in kinds(plan))


@pytest.mark.parametrize(
    ("word", "state", "letter"),
    [
        (reply("2027-01-14T10:00", "next-round", by="2027-01-21"), "ahead", "accept-next-round"),
        (reply("2027-01-14T10:00", "next-round"), "invited", "accept-and-ask-day"),
        (reply("2027-01-14T10:00", "interest"), "held", "answer-question"),
        (reply("2027-01-14T10:00", "offer"), "offer-coming", "when-paper"),
        (reply("2027-01-14T10:00", "task", by="2027-01-21"), "task", "accept-task"),
    ],
)
def test_whoever_is_asked_back_only_answers(word: Any, state: str, letter: str):
    """They took the first step themselves: nobody asks them whether it is too late."""
    plan = plan_of(WITHDRAWN, word, AGAIN, now="2027-01-15T11:00")
    assert (state, "answer", letter) == (plan.state, plan.next, step(plan, "answer").letter)
    assert "ask-back" not in {*open_of(plan), *kinds(plan)}


@pytest.mark.parametrize("word", ["question", "deciding", "kind-word"])
def test_what_asks_nobody_back_leaves_the_no_with_them(word: str):
    """They may only have asked why."""
    plan = plan_of(WITHDRAWN, reply("2027-01-14T10:00", word), AGAIN, now="2027-01-15T11:00")
    assert "ask-back" in open_of(plan)


@pytest.mark.parametrize("word", ["interest", "next-round"])
def test_an_offer_that_was_refused_is_not_back_because_they_write(word: str):
    """Nobody says yes to a paper that no longer stands."""
    plan = plan_of(OFFER, DECLINED, reply("2027-01-18T10:00", word), LATER, now="2027-01-19T11:00")
    assert ("ask-back" in open_of(plan), "decide" in open_of(plan)) == (True, False)


def test_an_invitation_without_a_day_is_gone_on_with_once_it_is_open_again():
    """Whoever had only let it go asks for the day, not how things stand."""
    let_go = event("closed", "2027-01-12T10:00", reason="gave-up")
    plan = plan_of(let_go, reply("2027-01-14T10:00", "next-round"), AGAIN, now="2027-01-15T11:00")
    assert ("invited", {"answer", "ask-day", "let-go"}) == (plan.state, open_of(plan))

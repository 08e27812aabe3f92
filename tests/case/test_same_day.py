"""An ask of ours and a word of theirs on one day, told without an hour: the ask came first, an answer of ours last."""

from itertools import permutations

import pytest
from cases import event, fields, planned, step

DAY, NOW = "2027-01-14", "2027-01-20T12:00:00-05:00"
ASK = event("sent", DAY, step="check-in")
ANSWERS = ["deciding", "promise", "kind-word", "on-hold", "runner-up", "offer", "question", "next-round", "call-back"]


def reply(outcome, at=DAY, **words):
    return event("reply", at, outcome=outcome, **words)


def plan_of(*events, now=NOW):
    return planned(fields(events=[event("sent", "2027-01-07T20:00", step="thank-you"), *events]), now=now)


@pytest.mark.parametrize("word", ANSWERS)
@pytest.mark.parametrize("first", [0, 1], ids=["ask told first", "word told first"])
def test_a_reply_of_that_day_answers_the_ask(word, first):
    """In whatever order the two were told, it is what a reply an hour later would be."""
    both = [ASK, reply(word)]
    later = plan_of(ASK | {"at": f"{DAY}T16:59"}, reply(word, f"{DAY}T17:00"))
    plan = plan_of(both[first], both[1 - first])
    assert 0 == plan.unanswered
    assert (later.next, later.state, later.unanswered) == (plan.next, plan.state, plan.unanswered)


def test_a_voicemail_is_answered_the_same_day():
    """They wrote back to it; the call they asked for is made after they asked for it."""
    voicemail = event("voicemail", DAY)
    assert 0 == plan_of(voicemail, reply("deciding")).unanswered
    called_back = plan_of(reply("call-back", f"{DAY}T16:59"), voicemail)
    assert called_back.next == plan_of(voicemail, reply("call-back")).next


@pytest.mark.parametrize("first", [0, 1], ids=["ask told first", "word told first"])
def test_an_automatic_reply_that_they_left_is_about_the_ask_of_that_day(first):
    """It never arrived: it counts nowhere, it is asked again, and nobody called."""
    both = [ASK, reply("left")]
    plan = plan_of(both[first], both[1 - first])
    assert (0, "check-in-2") == (plan.unanswered, plan.next)
    assert not [one.action for one in plan.steps if one.action == "call" and one.status == "done"]


def test_the_ask_that_went_to_somebody_else_that_day_counts():
    """The first reached nobody, the second did; so it is where the first one went out days before."""
    other = ASK | {"to": "Bo Lee"}
    assert 1 == plan_of(ASK, reply("left"), other).unanswered
    assert 1 == plan_of(ASK | {"at": "2027-01-13"}, reply("left"), other).unanswered


@pytest.mark.parametrize(("word", "ask"), [("next-round", "ask-day"), ("offer", "ask-paper"), ("on-hold", "hold-note")])
def test_an_ask_that_their_word_opened_follows_it(word, ask):
    """They invited and the day was asked for at once; told once more, the word answers the ask."""
    asked = event("sent", DAY, step=ask)
    assert 1 == plan_of(asked, reply(word)).unanswered
    assert 0 == plan_of(reply(word, "2027-01-11"), asked, reply(word)).unanswered


@pytest.mark.parametrize("events", [*permutations([event("sent", DAY, step="answer"), reply("question"), ASK])])
def test_an_answer_of_ours_stands_after_their_question(events):
    """Asked, asked back and answered on one day: nothing is owed and nothing unanswered."""
    plan = plan_of(*events)
    assert (0, "done") == (plan.unanswered, step(plan, "answer").status)


def test_at_an_hour_theirs_stay_first():
    """The hour was told, and the ask came at the same one."""
    assert 1 == plan_of(ASK | {"at": f"{DAY}T10:00"}, reply("deciding", f"{DAY}T10:00")).unanswered

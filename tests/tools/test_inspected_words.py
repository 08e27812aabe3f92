"""What an inspector read in letters, lists and checks: each sentence that was untrue of its case stays right."""

import json
from collections.abc import Sequence
from typing import Any

import pytest
from cases import Fields, event, kinds, planned, round_of
from situations import held, reply, sent

from followup import door

DANA = {"name": "Dana Ruiz", "email": "dana@acme.example", "part": "hiring-manager"}
RAE = {"name": "Rae Poe", "email": "rae@acme.example", "part": "recruiter"}
BLANKS = {"my_name": "Sam Lee", "my_phone": "+1 212 555 0100", "detail": "how your team checks each forecast"}
YES = (reply("2027-01-14T10:00", "offer-written"), event("accepted", "2027-01-18T10:00"))


def asked(tool: str, now: str, **told: Any) -> Any:
    """The door's answer to a tool, which has nothing to object."""
    answer = json.loads(door.answer(json.dumps({"tool": tool, "now": now, "fields": told})))
    assert [] == answer["problems"]
    return answer


def case(*events: Fields, people: Sequence[Fields] = (DANA,), **words: Any) -> Fields:
    """An interview on Thursday 7 January 2027 with these people, thanked for, and what happened since."""
    rounds = [round_of("2027-01-07", interviewers=[*people])]
    return held("2027-01-07", *events, rounds=rounds, company="Acme", role="Data Analyst") | words


def written(told: Fields, now: str, step: str = "", **more: Any) -> Any:
    """The letter of a step, of the next one where none is named."""
    plan = planned(told, now=now)
    which = step or plan.next
    return asked("writer", now, case=told, step=which, blanks=BLANKS, **more)["data"]


ZETA = {"id": "2", "name": "Zeta", "case": held("2027-01-12", company="Zeta", role="Data Analyst")}


def listed(*cases: Fields, now: str) -> Any:
    """The list of interviews."""
    return asked("interviews", now, cases=list(cases))


PUT_OFF = (
    reply("2027-01-20T10:00", "on-hold"),
    reply("2027-01-20T10:00", "first-day"),
)


@pytest.mark.parametrize("word", PUT_OFF)
def test_nothing_is_called_off_for_a_yes_that_was_put_off(word: Fields) -> None:
    """On hold, or the first day without a new one: the others are kept, and the plan says so (States, accepted)."""
    told = case(*YES, reply("2027-01-18T11:00", "first-day", by="2027-02-15"), word)
    now = "2027-01-21T10:00:00-05:00"
    found = listed({"id": "1", "name": "Acme", "case": told}, ZETA, now=now)
    assert "Call nothing off before that." in found["data"]["withdraw"]["says"]
    assert "Withdraw: Zeta" not in found["fragment"]
    assert kinds(planned(told, now=now)) & {"accepted-on-hold", "accepted-put-off"}


def test_a_new_first_day_makes_a_yes_safe_again() -> None:
    """The hold is over."""
    told = case(*YES, PUT_OFF[0], reply("2027-01-21T09:00", "first-day", by="2027-03-01"))
    found = listed({"id": "1", "name": "Acme", "case": told}, ZETA, now="2027-01-21T10:00:00-05:00")
    assert found["data"]["withdraw"]["says"].startswith("You said yes to Acme. Tell Zeta today")


def test_a_hold_after_a_yes_is_thanked_for_by_its_name() -> None:
    """Not as a first day that moved; and the note that follows says something else than the answer did."""
    told = (*YES, PUT_OFF[0])
    answer = written(case(*told), "2027-01-20T11:00:00-05:00", "answer")["body"]
    assert "Thank you for telling me that the Data Analyst role is on hold" in answer
    assert "moved" not in answer
    later = written(case(*told, sent("2027-01-20T12:00", "answer")), "2027-01-27T10:00:00-05:00")["body"]
    assert "on hold" in later
    assert "Thank you for telling me" not in later


def test_nobody_who_is_to_be_told_of_a_withdrawal_is_asked_for_news() -> None:
    """The list says one thing of each (course.md, Telling it)."""
    found = listed({"id": "1", "name": "Acme", "case": case(*YES)}, ZETA, now="2027-01-21T10:00:00-05:00")
    zeta = next(one for one in found["data"]["interviews"] if one["id"] == "2")
    assert ("today", "Withdraw: you said yes to Acme") == (zeta["turn"], zeta["says"]["do"])
    assert "how things stand" not in found["fragment"]


def test_what_is_due_counts_though_the_first_step_is_for_later() -> None:
    """The other offer's deadline comes first, and those who made it are asked for time today."""
    told = case(
        reply("2027-01-13T10:00", "offer-written", deadline="2027-01-22"),
        event("offer-elsewhere", "2027-01-14T10:00", deadline="2027-01-20"),
        sent("2027-01-14T11:00", "say-when"),
    )
    found = listed({"id": "1", "name": "Acme", "case": told}, now="2027-01-15T10:00:00-05:00")
    assert "One thing to do today" in found["fragment"]


TOLD_BY_DANA = {
    "offer": ("2027-01-22T12:00:00-05:00", "the offer for the Data Analyst role was on its way"),
    "on-hold": ("2027-02-05T12:00:00-05:00", "the Data Analyst role at Acme was on hold"),
    "runner-up": ("2027-01-29T12:00:00-05:00", "somebody else has the offer"),
}


@pytest.mark.parametrize("word", TOLD_BY_DANA)
def test_what_somebody_else_said_is_no_word_of_theirs(word: str) -> None:
    """Dana said it, was answered, and the recruiter is asked (0074)."""
    now, claim = TOLD_BY_DANA[word]
    spoken = event("reply", "2027-01-14T10:00", outcome=word, to="Dana Ruiz")
    answered = event("sent", "2027-01-14T12:00", step="answer", to="Dana Ruiz")
    found = written(case(spoken, answered, people=(DANA, RAE)), now)
    assert ("Rae Poe", True) == (found["to"], f"I was told that {claim}" in found["body"])
    alone = written(case(spoken, answered), now)["body"]
    assert claim in alone
    assert "I was told" not in alone
    sheet = asked("call-sheet", now, case=case(spoken, answered, people=(DANA, RAE)))["data"]
    assert "I was told that" in sheet["opening"] + sheet["voicemail"]["text"]


@pytest.mark.parametrize(
    ("events", "now"),
    [
        (
            (
                event("reply", "2027-01-14T10:00", outcome="checks", to="Dana Ruiz"),
                event("sent", "2027-01-14T12:00", step="answer", to="Dana Ruiz"),
                event("sent", "2027-01-14T12:01", step="warn-referee"),
            ),
            "2027-01-22T12:00:00-05:00",
        ),
        (
            (
                event("reply", "2027-01-12T10:00", outcome="task", by="2027-01-14", to="Dana Ruiz"),
                event("handed-in", "2027-01-14T12:00", to="Dana Ruiz"),
            ),
            "2027-01-22T12:00:00-05:00",
        ),
    ],
)
def test_what_went_to_somebody_else_was_not_sent_to_them(events: tuple[Fields, ...], now: str) -> None:
    """Referees or a task went to Dana, and the recruiter is asked about them."""
    found = written(case(*events, people=(DANA, RAE)), now)
    assert "Rae Poe" == found["to"]
    assert "sent you" not in found["body"]


@pytest.mark.parametrize("day", [None, "2027-02-01"])
def test_a_spoken_offer_that_was_accepted_is_asked_for_on_paper(day: str | None) -> None:
    """Conditions are open after a yes: paper is one of them (States, accepted)."""
    yes = (reply("2027-01-14T10:00", "offer"), event("accepted", "2027-01-14T10:30"))
    named = (reply("2027-01-18T10:00", "first-day", by=day), sent("2027-01-18T12:00", "answer")) if day else ()
    found = written(case(*yes, *named), "2027-01-26T10:00:00-05:00")
    assert "the offer itself in writing" in found["body"]
    paper = (reply("2027-01-15T10:00", "offer-written"), *named)
    assert "the offer itself in writing" not in written(case(*yes, *paper), "2027-01-26T10:00:00-05:00")["body"]


SAY_WHEN = (reply("2027-01-12T10:00", "offer-written"), sent("2027-01-12T11:00", "say-when"))


@pytest.mark.parametrize(
    ("events", "said"),
    [
        (SAY_WHEN, "I've let the day pass by which I said you'd have my answer"),
        (SAY_WHEN[:1], "You've been waiting for my answer"),
        ((SAY_WHEN[0], SAY_WHEN[1] | {"by": "2027-01-19"}), "I said that you'd have my answer to your offer"),
        ((SAY_WHEN[0] | {"deadline": "2027-01-19"},), "You asked for my answer"),
    ],
)
def test_a_day_for_the_answer_is_theirs_only_where_they_named_one(events: tuple[Fields, ...], said: str) -> None:
    """Nobody asked for an answer by a day that the reader named, or that nobody did (0074)."""
    told = case(*events)
    found = asked("writer", "2027-01-21T11:00:00-05:00", case=told, letter="does-it-stand", blanks=BLANKS)["data"]
    assert said in found["body"]
    assert "named_day" not in found["missing"]


def test_the_ask_carries_the_answer_that_was_never_given() -> None:
    """Late until the next ask, which then carries it (conditions); before, the two are two."""
    told = case(reply("2027-01-12T10:00", "question"))
    late = written(told, "2027-02-02T11:00:00-05:00")
    assert {"asked_about", "answer"} <= {*late["missing"]}
    assert "If you need anything more" not in late["body"]
    early = asked("writer", "2027-01-13T09:00:00-05:00", case=told, letter="check-in", blanks=BLANKS)["data"]
    assert "answer" not in early["missing"]


def test_a_question_of_somebody_else_is_answered_to_them() -> None:
    """The recruiter is asked how things stand, and Dana had the question."""
    question = event("reply", "2027-01-12T10:00", outcome="question", to="Dana Ruiz")
    found = written(case(question, people=(DANA, RAE)), "2027-02-02T11:00:00-05:00")
    assert ("Rae Poe", False) == (found["to"], "answer" in found["missing"])


def test_the_first_check_in_says_thanks_that_were_not_sent() -> None:
    """In one message (situation 22), and true as well where they were sent and not told."""
    unthanked = case() | {"events": []}
    now = "2027-01-14T10:00:00-05:00"
    assert "Thank you for talking with me" in written(unthanked, now)["body"]
    assert "Thank you for talking" not in written(case(), now)["body"]


CLAIMS = {"assumes-the-job", "taken-for-granted", "no-status-question", "name-known", "asked-not-to"}


@pytest.mark.parametrize(
    ("events", "letter"),
    [
        (YES, "start-day"),
        ((*YES, reply("2027-01-19T10:00", "first-day", by="2027-02-15")), "first-day"),
        ((reply("2027-01-12T10:00", "no-contact"), event("offer-elsewhere", "2027-01-13T10:00")), "competing-offer"),
        ((reply("2027-01-12T10:00", "checks"),), "warn-referee"),
        ((event("no-show", "2027-01-12T10:00"),), "no-show-call"),
    ],
)
def test_our_checks_do_not_contradict_our_own_letters(events: tuple[Fields, ...], letter: str) -> None:
    """In the writer and in the checker."""
    now, told = "2027-01-20T11:00:00-05:00", case(*events)
    found = asked("writer", now, case=told, letter=letter, blanks=BLANKS)["data"]
    checked = asked("checker", now, case=told, letter=letter, draft=found["body"], subject=found["subject"])["data"]
    assert set() == CLAIMS & {one["check"] for one in (*found["findings"], *checked["findings"])}


def test_a_change_of_clocks_parts_nobody_who_shares_the_hour() -> None:
    """Without a zone of theirs the reader's device tells the offset of today alone (edge case 10)."""
    told = case() | {"rounds": [round_of("2027-03-10")], "events": []}
    found = asked("planner", "2027-03-10T18:00:00-05:00", **told)["fragment"]
    assert "for you is" not in found
    assert "8 am" not in found.split("</h2>")[1]
    assert "for you is" in asked("planner", "2027-03-10T18:00:00-08:00", **told)["fragment"]


@pytest.mark.parametrize("now", ["2027-01-16T10:00:00-05:00", "2027-01-30T10:00:00-05:00"])
def test_nobody_is_told_to_call_on_a_day_off(now: str) -> None:
    """The sheet names the day that the plan names."""
    found = asked("call-sheet", now, case=case())
    assert "You may call from now on" not in found["fragment"]
    assert "from now on" not in found["fragment"]

"""One answer for all that one person asked: a yes to an invitation holds the answer to a question (course.md)."""

import json
from typing import Any

import pytest
from cases import Fields, planned, round_of, steps
from situations import held, reply, sent

from followup import door
from followup.model.plan import Step

NOW = "2027-01-13T12:00:00-05:00"
BOTH = [{"name": "Dana Ruiz"}, {"name": "Rae Poe", "part": "recruiter"}]
INVITED = reply("2027-01-13T10:00", "next-round", by="2027-01-20")
# How the talk came up, and the letter that answers it.
TALKS = {
    "accept-next-round": INVITED,
    "accept-and-ask-day": reply("2027-01-13T10:00", "next-round"),
    "called-off-times": reply("2027-01-13T10:00", "called-off"),
}
BLANKS = {"asked_about": "my notice period", "answer": "It is four weeks."}


def told(*events: Fields) -> Fields:
    """An interview with two people, and what came of it."""
    return held("2027-01-05", *events, rounds=[round_of("2027-01-05", interviewers=BOTH)])


def answers(case: Fields) -> list[Step]:
    """The answers that are to be sent."""
    return [one for one in steps(planned(case, now=NOW), "answer") if one.is_open]


def body(case: Fields, step: str, form: str) -> str:
    """The words of that step's letter, with an answer filled in."""
    fields = {"case": case, "step": step, "form": form, "blanks": BLANKS}
    found: dict[str, Any] = json.loads(door.answer(json.dumps({"tool": "writer", "now": NOW, "fields": fields})))
    return str(found["data"]["body"])


@pytest.mark.parametrize("form", ["email", "message"])
@pytest.mark.parametrize("asked", ["2027-01-12T15:00", "2027-01-13T10:00", "2027-01-13T11:00"])
@pytest.mark.parametrize("letter", TALKS)
def test_a_yes_holds_the_answer_to_their_question(letter: str, asked: str, form: str) -> None:
    """Asked before it, with it or after it: one letter, with the day and the answer."""
    case = told(TALKS[letter], reply(asked, "question"))
    (one,) = answers(case)
    assert letter == one.letter
    assert "It is four weeks." in body(case, one.id, form)
    assert "It is four weeks." not in body(told(TALKS[letter]), one.id, form)


def test_two_who_wrote_get_a_letter_each() -> None:
    """The recruiter invited, and the manager asked: each is answered what they said, and nothing of it is lost."""
    case = told({**INVITED, "to": "Rae Poe"}, reply("2027-01-13T10:00", "question", to="Dana Ruiz"))
    found = answers(case)
    said = {(one.to, one.letter) for one in found}
    assert {(("Rae Poe",), "accept-next-round"), (("Dana Ruiz",), "answer-question")} == said
    yes = next(one.id for one in found if one.letter == "accept-next-round")
    assert "It is four weeks." not in body(case, yes, "email")


def test_a_question_after_the_yes_is_a_letter_of_its_own() -> None:
    """The day was confirmed already."""
    asked = reply("2027-01-13T11:30", "question")
    (one,) = answers(told(INVITED, sent("2027-01-13T11:00", "answer"), asked))
    assert "answer-question" == one.letter

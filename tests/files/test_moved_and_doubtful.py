"""What an email leaves for the reader to settle, and an email that moves an interview which was told already."""

import json
from typing import Any

import pytest

from followup import door

NOW = "2026-12-28T09:00:00-05:00"
TOLD = {"date": "2027-01-05", "format": "onsite", "zone": "America/New_York", "interviewers": [{"name": "Dana Ruiz"}]}
CASE = {"company": "Acme", "country": "US", "rounds": [TOLD]}


def asked(text: str, **fields: object) -> Any:
    """The answer of the door to a text."""
    request = {"tool": "invitation", "now": NOW, "fields": {"text": text, "my_zone": "America/New_York", **fields}}
    return json.loads(door.answer(json.dumps(request)))


@pytest.mark.parametrize(
    "text",
    [
        "Your interview with Dana Ruiz on Tuesday 5 January at 10 am has been moved to Thursday 7 January at 2 pm.",
        "With Dana Ruiz: could we do Thursday 7 January at 2 pm instead of Tuesday 5 January at 10 am?",
    ],
)
def test_an_email_that_moves_a_told_interview_is_its_news(text: str) -> None:
    """It would stand there twice, once on the old day, if it were read as another interview."""
    assert {"kind": "interview-moved", "by": "2027-01-07"}.items() <= asked(text, case=CASE)["data"]["event"].items()


def test_an_email_of_one_day_moves_nothing() -> None:
    """Somebody may be met twice."""
    assert "event" not in asked("You will meet Dana Ruiz again on Thursday 7 January at 2 pm.", case=CASE)["data"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Your interview is on Wednesday, January 7, 2027 at 2 pm.", ("Wednesday", "Thursday 7 January 2027")),
        ("Talk: 7 January 2027, 2pm. Assessment day: 14 January 2027, 9am.", ("Thursday 14 January 2027",)),
        ("Open day on 14 January, any time between 10am and 4pm ET.", ("10:00 am", "4:00 pm")),
    ],
)
def test_what_the_reader_has_to_settle_is_said_openly(text: str, named: tuple[str, ...]) -> None:
    """In the data, on the page above all rows, and on the command line."""
    answer = asked(text)
    (words,) = answer["data"]["doubts"]
    assert all(each in words for each in named)
    assert answer["fragment"].index(words.partition(",")[0]) < answer["fragment"].index("read__row")
    assert words in answer["files"][0]["text"]


@pytest.mark.parametrize(
    "text",
    [
        "Your interview was originally scheduled for Tuesday 5 January at 10 am. It takes place on {new} at 2 pm.",
        "The interview, previously agreed for Tuesday 5 January at 10 am, is on {new} at 2 pm.",
        "The interview (initially booked for 5 January 2027 at 10 am): {new}, 2 pm.",
        "Your interview, formerly on 5 January at 10:00, is on {new} at 14:00.",
        "The original slot was 5 January 2027, 10 am. We'd like to see you on {new} at 2 pm.",
        "Original date: Tuesday 5 January 2027, 10 am\nYour interview: {new}, 2 pm",
        "Your interview is on {new} at 2 pm (originally planned for Tuesday 5 January at 10 am).",
        "Originally we said Tuesday 5 January at 10 am, but {new} at 2 pm suits the panel better.",
        "Ihr Gespräch, ursprünglich am 5. Januar um 10 Uhr geplant, findet am 7. Januar um 14 Uhr statt.",
        "L'entretien initialement prévu le 5 janvier à 10h aura lieu le 7 janvier à 14h.",
        "La entrevista, originalmente prevista para el 5 de enero a las 10:00, será el 7 de enero a las 14:00.",
    ],
)
def test_the_day_that_was_planned_at_first_is_not_the_interviews(text: str) -> None:
    """Only the first day behind the word is the one that it was planned for."""
    rounds = asked(text.format(new="Thursday 7 January"))["data"]["fields"]["rounds"]
    assert [("2027-01-07", "14:00")] == [(one["date"], one["starts"]) for one in rounds]

"""Days on the wrong side of the day of sending are said beside their blank; those on the right one are written."""

import datetime as dt
import json
from typing import Any

import pytest
from cases import event, fields, promised

from followup import door
from followup.letters import Blank, Letter, Manner, blanks, examples, letters, used_blanks

DAY = dt.timedelta(days=1)
NOW = "2027-01-15T10:00:00-05:00"
DATED = [
    (letter, blank)
    for letter in letters().values()
    for blank in used_blanks(letter, Manner())
    if blank.kind == "date" and (blank.lies or blank.name in letter.lies)
]


def asked(letter: str, now: str = NOW, **told: Any) -> dict[str, Any]:
    """The writer's whole answer."""
    request = {"tool": "writer", "now": now, "fields": {"letter": letter, **told}}
    answer: dict[str, Any] = json.loads(door.answer(json.dumps(request)))
    return answer


def problems(letter: str, now: str = NOW, **told: Any) -> dict[str, str]:
    """What is wrong, by field."""
    return {one["field"]: one["message"] for one in asked(letter, now, **told)["problems"]}


def sent(letter: Letter) -> str:
    """The noon of the day on which the letter's example goes out."""
    return f"{letter.example_sent}T12:00:00+00:00"


@pytest.mark.parametrize("letter", letters().values(), ids=lambda letter: letter.id)
def test_the_days_of_every_example_lie_where_they_must(letter: Letter):
    """What the gallery shows is what a reader may write."""
    told = {blank.name: examples(letter)[blank.name] for blank in used_blanks(letter, Manner())}
    assert {} == problems(letter.id, sent(letter), blanks=told)


@pytest.mark.parametrize(("letter", "blank"), DATED, ids=lambda one: one.id if isinstance(one, Letter) else one.name)
def test_a_day_on_the_wrong_side_is_said_beside_its_blank(letter: Letter, blank: Blank):
    """The day of sending itself is on both sides; the day beyond it is on one."""
    side = letter.lies.get(blank.name, blank.lies)
    wrong = letter.example_sent + (DAY if side == "behind" else -DAY)
    may_be_ahead = blank.name == "interview_date" and "ahead" in letter.situations
    expected = {} if may_be_ahead else {f"blanks.{blank.name}": blank.astray}
    assert expected == problems(letter.id, sent(letter), blanks={blank.name: wrong.isoformat()})
    assert {} == problems(letter.id, sent(letter), blanks={blank.name: letter.example_sent.isoformat()})


def test_every_blank_that_has_a_side_says_what_to_do():
    """In the words of its own day, and no two alike."""
    said = [blank.astray for blank in blanks().values() if blank.kind == "date"]
    assert all(said)
    assert len(set(said)) == len(said)


def test_the_day_of_sending_counts_and_not_today():
    """A thank-you may be prepared for the day after the interview, on their clock."""
    told = {"interview_date": "2027-01-20", "role": "Nurse", "my_name": "Sam Lee", "detail": "the lab"}
    assert ["blanks.interview_date"] == list(problems("thank-you-onsite", blanks=told))
    assert {} == problems("thank-you-onsite", blanks=told, send_at="2027-01-21T09:00")
    # It is the next day in Sydney already.
    today = {"interview_date": "2027-01-16"}
    assert {} == problems("thank-you-onsite", blanks=today, zone="Australia/Sydney")
    assert ["blanks.interview_date"] == list(problems("thank-you-onsite", blanks=today, zone="America/New_York"))


def test_a_day_of_the_case_is_no_problem_of_the_letter():
    """What the plan knows was looked at there; its step may be written ahead of its day."""
    told = fields(promise=promised("2027-01-22"), events=[event("sent", "2027-01-08T09:00", step="thank-you")])
    assert {} == problems("check-in-date-passed", case=told)


def test_words_of_ones_own_are_left_alone():
    """Whoever changed the letter has read the day in it."""
    told = {"answer_by": "2027-01-11", "role": "Nurse"}
    assert ["blanks.answer_by"] == list(problems("more-time", blanks=told))
    assert {} == problems("more-time", blanks=told, text="Could I have a little more time?")

"""Answers as people type them, inside the sentence of their blank."""

import datetime as dt

import pytest

from followup.letters import Manner, letters, write
from followup.letters.typed import shaped
from followup.letters.unfit import is_unfit

SENT = dt.date(2027, 1, 20)
VALUES = {"first_name": "Dana", "role": "Data Analyst", "company": "Acme", "my_name": "Sam", "detail": "the lab"}
ASKED = {**VALUES, "asked_about": "my start date"}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("because you were honest", "how honest you were"),
        ("because the team laughed a lot", "how the team laughed a lot"),
        ("because of the garden", "the garden"),
        ("everyone seemed happy", "how happy everyone seemed"),
        ("Everybody looked so relaxed.", "how relaxed everybody looked"),
        ("your team was very kind", "how kind your team was"),
        ("everyone on the floor", "everyone on the floor"),
        ("everyone has a mentor", "how everyone has a mentor"),
        ("it was great to see the lab", "the lab"),
        ("It was really good to hear about your move to Leeds", "your move to Leeds"),
        ("to learn that you train everyone for six months", "how you train everyone for six months"),
        ("good to see how you plan releases", "how you plan releases"),
        ("seeing the robots", "the robots"),
        ("there is a garden on the roof", "a garden on the roof"),
        ("you were recruiting", "how you were recruiting"),
        ("it rains in the lab", "how it rains in the lab"),
        ("the way they handle returns", "the way they handle returns"),
        ("that you have dogs", "how you have dogs"),
        ("We talked about the lab.", "the lab"),
        ("people in the warehouse", "people in the warehouse"),
        ("Learning and development", "learning and development"),
        ("learning analytics", "learning analytics"),
        ("hearing aids for children", "hearing aids for children"),
        ("Seeing AI", "Seeing AI"),
        ("good learning culture", "good learning culture"),
        ("hearing how you plan releases", "how you plan releases"),
        ("learning a bit more about robots", "robots"),
        ("it was fun seeing robots", "robots"),
        ("It was great to meet the team", "the team"),
        ("it was lovely meeting the team", "the team"),
        ("it was great to meet you", "how it was great to meet you"),
        ("the shift is over", "the shift is over"),
        ("since 2019 you have trained nurses", "how since 2019 you have trained nurses"),
        ("since March you have trained nurses", "how since March you have trained nurses"),
        ("since you were so kind", "how kind you were"),
    ],
)
def test_what_was_talked_about_follows_about(typed: str, said: str) -> None:
    """ "I keep thinking about ...": a thing, or how something was."""
    assert said == shaped(typed, "about")


@pytest.mark.parametrize(
    ("shape", "typed", "said"),
    [
        ("reason", "Of family reasons", "of family reasons"),
        ("reason", "because of the commute", "of the commute"),
        ("hour", "ten", "at ten"),
        ("hour", "Twelve o'clock", "at twelve o'clock"),
        ("hour", "at ten", "at ten"),
        ("moment", "2027-01-26", "Tuesday 26 January"),
        ("moment", "2027-01-26 15:00", "Tuesday 26 January at 15:00"),
        ("moment", "2027-02-30", "2027-02-30"),
        ("moment", "Yes Tuesday works", "Tuesday"),
        ("moment", "Yes, Tuesday at 3 is perfect for me.", "Tuesday at 3"),
        ("moment", "Friday", "Friday"),
        ("times", "2027-01-26, or any time on the 27th", "Tuesday 26 January, or any time on the 27th."),
        ("again", "2027-01-26", "on Tuesday 26 January"),
        ("field", "in marketing", "marketing"),
        ("field", "the field of data", "data"),
        ("field", "industrial design", "industrial design"),
        ("role", "Sr. Eng.", "Sr. Eng."),
        ("role", "Asst. Mgr.", "Asst. Mgr."),
        ("role", "nurse.", "nurse"),
    ],
)
def test_an_answer_goes_on_inside_its_sentence(shape: str, typed: str, said: str) -> None:
    """Whatever the reader put around it."""
    assert said == shaped(typed, shape)


@pytest.mark.parametrize(
    "typed", ["nothing really", "No reason.", "I don't know", "n/a", "...", "none", "TBC", "can't remember"]
)
@pytest.mark.parametrize("shape", ["about", "reason", "moment", "field"])
def test_an_answer_that_says_nothing_is_none(typed: str, shape: str) -> None:
    """The letter would say "because of no reason"."""
    assert is_unfit(typed, shape)


@pytest.mark.parametrize(
    ("typed", "shape"),
    [
        ("nothing was staged", "about"),
        ("no car", "reason"),
        ("None", "name"),
        ("how you lead", "about"),
        ("data", "field"),
        ("I don't know yet.", "reply"),
        ("I can't say yet", "reply"),
        ("Not sure", "reply"),
        ("None.", "reply"),
    ],
)
def test_an_answer_that_says_something_stays(typed: str, shape: str) -> None:
    """A name may be any word."""
    assert not is_unfit(typed, shape)


@pytest.mark.parametrize("typed", ["tbd", "xx", "n/a", "..."])
def test_a_place_kept_is_no_answer_to_their_question(typed: str) -> None:
    """The letter to them would say "xx"."""
    assert ("answer",) == write(letters()["answer-question"], Manner(), {**ASKED, "answer": typed}, SENT).missing


def test_not_knowing_answers_their_question() -> None:
    """It is the truth, and they asked."""
    written = write(letters()["answer-question"], Manner(), {**ASKED, "answer": "I don't know yet"}, SENT)
    assert not written.missing
    assert "I don't know yet." in written.body


def test_a_blank_that_cannot_be_filled_stays_marked() -> None:
    """ "I want to work in to become a nurse" is no sentence."""
    written = write(letters()["stay-in-touch"], Manner(), {**VALUES, "field": "to become a nurse"}, SENT)
    assert ("field",) == written.missing
    assert "become" not in written.body + written.subject


def test_a_name_turns_no_words_round() -> None:
    """An override in a name would turn the whole line behind it."""
    body = write(letters()["stay-in-touch"], Manner(), {**VALUES, "first_name": "\u202eDana\u2066"}, SENT).body
    assert body.startswith("Hi Dana,\n")

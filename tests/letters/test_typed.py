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
        ("the shift is over", "how the shift is over"),
        ("since 2019 you have trained nurses", "how since 2019 you have trained nurses"),
        ("since March you have trained nurses", "how since March you have trained nurses"),
        ("since you were so kind", "how kind you were"),
        ("“fail fast, learn faster”", "“fail fast, learn faster”"),
        ("“the lab”", "the lab"),
        ("it was great learning with the team", "learning with the team"),
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
        ("object", "SQL test", "the SQL test"),
        ("object", "Case study.", "the case study"),
        ("object", "presentation", "the presentation"),
        ("object", "my references", "my references"),
        ("object", "references", "references"),
        ("object", "analysis of sales", "the analysis of sales"),
        ("object", "Dana's test", "Dana's test"),
        ("object", "report.pdf", "report.pdf"),
        ("object", "a link to my code", "a link to my code"),
        ("work", "weekly reports", "on weekly reports"),
        ("work", "I led a team of five", "leading a team of five"),
        ("work", "led a team", "leading a team"),
        ("work", "planned the move", "planning the move"),
        ("work", "I'm a nurse", "as a nurse"),
        ("work", "I worked as a nurse", "as a nurse"),
        ("work", "I worked with children", "with children"),
        ("work", "advanced statistics", "on advanced statistics"),
        ("work", "marketing campaigns", "on marketing campaigns"),
        ("topic", "the question about conflict", "conflict"),
        ("topic", "Tell me about yourself", "myself"),
        ("topic", "What are your weaknesses?", "my weaknesses"),
        ("topic", "“What are your strengths?”", "my strengths"),
        ("topic", "Why do you want to work here?", "why I want to work here"),
        ("topic", "What motivates you?", "what motivates me"),
        ("topic", "Can you work weekends?", "whether I can work weekends"),
        ("topic", "how you train people", "how you train people"),
        ("reason", "accepted another offer", "I accepted another offer"),
        ("reason", "found another job", "I found another job"),
        ("reason", "need more time", "I need more time"),
        ("reason", "can't travel", "I can't travel"),
        ("reason", "delayed train", "of a delayed train"),
        ("reason", "Sick child", "of a sick child"),
        ("reason", "urgent appointment", "of an urgent appointment"),
        ("reason", "limited time", "of limited time"),
        ("reason", "Dana's wedding", "of Dana's wedding"),
        ("reason", "My daughter is ill", "my daughter is ill"),
        ("moment", "tuesday 10am", "Tuesday at 10 am"),
        ("moment", "Tuesday 19 January at 10:00", "Tuesday 19 January at 10:00"),
        ("moment", "5 march, 10:30", "5 March, 10:30"),
        ("moment", "tuesday 19.01.", "Tuesday 19.01"),
        ("again", "next thursday", "next Thursday"),
        ("quoted", "Ms. Berg.", "Ms. Berg"),
        ("quoted", "Ms.", "Ms."),
        ("quoted", "'Mr Berg'.", "Mr Berg"),
        ("person", "Ruiz, Dana (she/her)", "Dana Ruiz"),
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
        ("write a marketing plan", "object"),
        ("to build a dashboard", "object"),
        ("Build a dashboard in Tableau", "object"),
        ("question 3", "topic"),
        ("the last question", "topic"),
        ("why did you leave your job?", "topic"),
    ],
)
def test_what_names_nothing_leaves_its_blank_open(typed: str, shape: str) -> None:
    """ "Here is write a plan", and "the question about question 3"."""
    assert is_unfit(typed, shape)


FITTED = (
    *(("object", one) for one in ("SQL test", "the sample report", "my references", "“Q3 report”", "half the slides")),
    *(("work", one) for one in ("reports", "I led a team of five", "I'm a nurse", "I worked with children")),
    *(("topic", one) for one in ("What are your weaknesses?", "data", "Why do you want to work here?")),
    *(("reason", one) for one in ("accepted another offer", "Sick child", "illness", "because I moved", "to rest")),
    *(("moment", one) for one in ("tuesday 10am", "Fri 3pm", "2027-01-26 15:00")),
    *(("names", one) for one in ("van der Berg, Jan", "priya and tom", "Berg, Jan; Shah, Priya")),
)


@pytest.mark.parametrize(("shape", "typed"), FITTED)
def test_what_was_fitted_once_is_left_alone(shape: str, typed: str) -> None:
    """The field in the letter holds the words as fitted, and they are read again from there."""
    once = shaped(typed, shape)
    assert once == shaped(once, shape)


@pytest.mark.parametrize(
    ("typed", "shape"),
    [
        ("all the forms", "object"),
        ("half the slides", "object"),
        ("design exercise", "object"),
        ("what you asked for", "object"),
        ("conflict", "topic"),
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

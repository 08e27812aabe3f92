"""What a draft is taken for when nobody told."""

import datetime as dt

import pytest

from followup.checking import Draft, guess
from followup.checking.draft import CHECK_INS

JUST_NOW = ["yesterday", "today", "this morning", "this afternoon", "earlier today", "last night"]
THANKS = [
    "Thank you for the interview for the Buyer position {}. I liked the wool store. When do you expect to decide?",
    "Thank you for interviewing me {} for the position of night porter. When will I hear?",
    "Thanks again for {}, and for the spare boots. Roughly when will you be choosing?",
    "Thank you for the conversation about the Planner job {}. Do you know when you will have decided?",
]


def guessed(body: str) -> str:
    """What a letter with that body is taken for."""
    return guess(Draft(text=f"Hi Dana,\n\n{body}\n\nBest,\nSam"))


@pytest.mark.parametrize("when", JUST_NOW)
@pytest.mark.parametrize("body", THANKS)
def test_thanks_for_an_interview_that_has_just_been_make_a_thank_you(body: str, when: str) -> None:
    """Asking when they decide does not make it a check-in."""
    assert guessed(body.format(when)) == "thank-you"


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ("Thank you for the interview yesterday. Please take me off the list, I have signed elsewhere.", "withdraw"),
        ("Thank you for the interview yesterday. I hold another offer and must answer by Friday.", "competing-offer"),
        ("Thank you for your email of yesterday. I accept the offer with pleasure.", "accept"),
        ("Thank you for the call yesterday. I am sorry that you chose somebody else.", "rejection-reply"),
        ("Thank you for the interview two weeks ago. Is there any news?", "check-in"),
        ("I interviewed for the Buyer position on 3 May. When do you expect to decide?", "check-in"),
        ("Thank you for the call on Friday. Could you send me the offer in writing?", "check-in"),
        ("I was interviewed on 3 May. If I hear nothing by Friday I will take my application elsewhere.", "check-in"),
        ("Thank you for the offer in writing. Could I have until Monday to think about it?", "ask-time"),
    ],
)
def test_thanks_besides_something_else_make_none(body: str, kinds: str) -> None:
    """Who takes, refuses or asks for something says thank you as well."""
    assert guessed(body) in (kinds, f"second-{kinds}")


AGAIN = [
    "Thank you for the interview yesterday. I wrote last week and have not heard back. Is there any news?",
    "Thank you for the interview today. Following up once more on my earlier email: is there an update?",
    "I wanted to follow up once more on my email of last week. Thank you for the interview yesterday.",
]


@pytest.mark.parametrize("body", AGAIN)
def test_who_was_met_yesterday_and_wrote_before_that_thanks_as_well(body: str) -> None:
    """What sounds like a second check-in is none a day after the interview; days later it is one."""
    assert guessed(body) == "thank-you"
    assert guessed(body.replace("yesterday", "two weeks ago").replace("today", "two weeks ago")) in CHECK_INS


LATER = "Thank you again for meeting me {} about the Lab Technician role. I'm still very interested. {}"
ASKED = "Do you have a sense of when you'll be making a decision?"


@pytest.mark.parametrize("day", ["on November 5th", "on Wednesday, November 11", "on 5 November"])
def test_thanks_once_more_with_the_date_and_a_question_check_in(day: str) -> None:
    """Who writes the next day has no need of the date."""
    assert guessed(LATER.format(day, ASKED)) in CHECK_INS
    assert guessed(LATER.format(day, "I liked the lab.")) == "thank-you"
    assert guessed(LATER.format("yesterday", ASKED)) == "thank-you"


@pytest.mark.parametrize(("days", "kind"), [(1, "thank-you"), (4, "thank-you"), (7, "check-in"), (20, "check-in")])
def test_the_days_between_tell_thanks_from_a_check_in(days: int, kind: str) -> None:
    """Where both days are known."""
    text = "Hi Dana,\n\nThank you for the interview. I liked the lab. When do you expect to decide?\n\nBest,\nSam"
    today = dt.date(2026, 11, 25)
    draft = Draft(text=text, sent_on=(today,), met=(today - dt.timedelta(days=days),))
    assert kind == guess(draft)


def test_asking_for_another_figure_is_no_wish_for_time() -> None:
    """There is no letter of ours for it, so nothing is said of its kind."""
    asked = "Thank you for the offer. Before I sign, could you move the base salary to $92,000?"
    assert guessed(asked) == "unknown"
    assert guessed(f"{asked} And could I have until Friday to think about it?") == "ask-time"

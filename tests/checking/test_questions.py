"""What a draft asks for, and what only sounds like it."""

from typing import Literal

import pytest

from followup.checking import Draft, check


def told(sentence: str, letter: str, promise: Literal["", "none", "date"] = "") -> list[str]:
    """The checks about questions that speak up for one sentence below a detail."""
    text = (
        f"Hi Dana,\n\nThank you for the tour of the depot. The scanners stayed with me.\n\n{sentence}\n\nBest,\nSam Lee"
    )
    asked = ("no-status-question", "no-date-question", "date-was-given")
    return [one.check for one in check(Draft(text=text, letter=letter, promise=promise)) if one.check in asked]


@pytest.mark.parametrize(
    "sentence",
    [
        "Could you tell me where I stand?",
        "How is the search going?",
        "How's the search going?",
        "Have you filled the role?",
        "Has anyone been chosen yet?",
        "Any update you can share would be welcome.",
        "I would be glad of any news.",
        "I'd welcome any news on the timetable.",
        "I was hoping for an update on the role.",
        "May I ask where we are in the process?",
        "Could you let me know how the hiring process is coming along?",
        "I wondered whether you had reached a decision.",
        "I would love to hear how things are progressing.",
        "I look forward to hearing where things stand.",
        "Where does my application stand?",
        "What's the latest on the role?",
        "Have you had a chance to decide?",
        "Is there a new date I should have in mind?",
        "Are you still interviewing for the role?",
    ],
)
def test_a_check_in_may_ask_in_many_words(sentence: str) -> None:
    """Each of these can be answered."""
    assert [] == told(sentence, letter="check-in")


@pytest.mark.parametrize(
    "sentence",
    [
        "I remain interested in the role.",
        "Could you tell me the name of the scanner?",
        "I look forward to hearing from you.",
        "Thank you for the update on the depot.",
        "If you need anything from me, I will send it.",
        "How are you, and is the depot as busy as ever?",
        "I hope you had a good weekend, and was it sunny at the depot?",
    ],
)
def test_a_check_in_that_asks_for_something_else_is_found(sentence: str) -> None:
    """Nothing in it asks how things stand (C7)."""
    assert ["no-status-question"] == told(sentence, letter="check-in")


@pytest.mark.parametrize(
    ("sentence", "asks"),
    [
        ("When do you expect to decide?", True),
        ("I would be glad to know when you expect to decide.", True),
        ("I would be very grateful for an idea of your timeline.", True),
        ("I would be glad to know when you expect to decide, and I look forward to hearing from you.", True),
        ("Do you have a sense of timing for a decision?", True),
        ("Is there a date by which you hope to decide?", True),
        ("Please tell me when you will make up your mind.", True),
        ("I am curious when I can expect an answer from you.", True),
        ("I'm really curious how soon you will decide.", True),
        ("It would be great to learn how soon you'll choose.", True),
        ("It'd be helpful to know when you'll be deciding.", True),
        ("It would help me to know by when you hope to decide.", True),
        ("I am eager to hear when you will have picked somebody.", True),
        ("Could you tell me roughly when you'll be choosing?", True),
        ("I was glad to hear when you expect to decide.", False),
        ("I was curious how the depot looks from inside.", False),
        ("It was great to learn how soon you answer your own customers.", False),
        ("I am happy to hear that the next steps are near.", False),
        ("I look forward to hearing about next steps.", False),
    ],
)
def test_to_be_glad_of_a_date_is_not_to_ask_for_one(sentence: str, asks: bool) -> None:
    """What asks again for a date that was given is what would ask for one that was not (K15)."""
    assert asks == ("date-was-given" in told(sentence, letter="thank-you-onsite", promise="date"))
    assert asks != ("no-date-question" in told(sentence, letter="thank-you-onsite", promise="none"))


@pytest.mark.parametrize(
    ("sentence", "is_known"),
    [
        ("I look forward to hearing from you after your meeting on the 22nd.", True),
        ("I look forward to your decision later this month.", True),
        ("I know that you will decide by Friday.", True),
        ("I look forward to hearing from you.", False),
        ("I look forward to your decision, whenever it comes.", False),
    ],
)
def test_who_names_the_day_need_not_ask_for_it(sentence: str, is_known: bool) -> None:
    """They were told it, though the case does not know."""
    assert is_known != ("no-date-question" in told(sentence, letter="thank-you-onsite", promise="none"))


def several(body: str, letter: str = "thank-you-onsite") -> list[str]:
    """The words that ask too much at once."""
    text = f"Hi Dana,\n\nThank you for the tour of the depot. {body}\n\nBest,\nSam Lee"
    return [text[one.start : one.end] for one in check(Draft(text=text, letter=letter)) if "several" in one.check]


def test_what_one_mark_asks_twice_counts_in_a_thank_you() -> None:
    """Pay, days at home and the decision are three things."""
    double = "What would the pay range be, and is remote work possible on Fridays?"
    assert several(f"{double} Also, when will you decide?") == ["Also, when will you decide?"]
    assert several(f"When will you decide? {double}") == [double]
    assert several(double) == []
    assert several("I liked how and when the trucks are washed. When will you decide?") == []
    assert several(f"{double} Also, when will you decide?", letter="check-in") == []

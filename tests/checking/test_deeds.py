"""What a letter decides is held against what it was chosen for, and only where its words leave no doubt."""

import datetime as dt

import pytest
from messages import messages

from followup.checking import Draft, check, kind_of

NEW = frozenset({"says-otherwise", "no-plain-yes", "no-plain-no", "no-day-named", "yes-with-ifs"})
GOOD = [one for one in messages() if one.is_good and not one.is_held_back and kind_of(one.kind)]
# What no letter of these kinds does.
DECIDING = {
    "accept": ["I am delighted to accept your offer.", "I hereby accept the position."],
    "refuse": ["I'm afraid I can't accept the offer.", "I have decided to decline.", "I won't be taking the job."],
    "withdraw": ["I am withdrawing my application.", "I am pulling out of the process."],
}
AGAINST = [
    ("accept-offer", "refuse"),
    ("accept-offer", "withdraw"),
    ("decline-offer", "accept"),
    ("withdraw", "accept"),
    ("thank-you-onsite", "accept"),
    ("thank-you-onsite", "refuse"),
    ("thank-you-onsite", "withdraw"),
    ("check-in", "accept"),
    ("check-in", "refuse"),
    ("check-in", "withdraw"),
    ("second-check-in", "withdraw"),
]


def seen(body: str, letter: str, sent_on: tuple[dt.date, ...] = ()) -> set[str]:
    """What is said of a letter with that body."""
    draft = Draft(text=f"Dear Lena,\n\n{body}\n\nBest,\nKofi", letter=letter, sent_on=sent_on)
    return {finding.check for finding in check(draft)}


@pytest.mark.parametrize("message", GOOD, ids=lambda message: message.name)
def test_a_good_letter_of_its_kind_decides_what_it_is_for(message: object) -> None:
    """Strangers' good letters, told as what they are."""
    draft = Draft(text=message.text, letter=message.kind)  # type: ignore[attr-defined]
    assert set() == NEW & {finding.check for finding in check(draft)}


@pytest.mark.parametrize(("letter", "deed"), AGAINST)
def test_a_sentence_that_decides_otherwise_is_told(letter: str, deed: str) -> None:
    """In whatever words."""
    for sentence in DECIDING[deed]:
        assert "says-otherwise" in seen(f"Thank you for the talk about the pumps. {sentence}", letter), sentence


@pytest.mark.parametrize(
    "unsure",
    [
        "If you cannot take me, tell me.",
        "I would have been glad to accept it, had it come in May.",
        "I have not decided to decline.",
        "I won't take the train.",
        "I was pleased to accept your invitation.",
        "I can't take the call on Monday.",
        "I may withdraw my application, or not.",
    ],
)
def test_a_sentence_that_decides_nothing_is_left(unsure: str) -> None:
    """An if, a past wish and a train."""
    for letter in ("thank-you-onsite", "check-in", "accept-offer", "decline-offer"):
        assert "says-otherwise" not in seen(f"Thank you for the talk about the pumps. {unsure}", letter), letter


@pytest.mark.parametrize("ago", [1, 3, 40])
@pytest.mark.parametrize("said", ["until {}", "until the end of {}", "by {}"])
def test_a_day_asked_for_is_to_come(ago: int, said: str) -> None:
    """The same words are right while the day is."""
    today = dt.date(2026, 11, 25)
    for days, expected in ((-ago, True), (ago, False)):
        day = today + dt.timedelta(days=days)
        body = f"Thank you for the offer. Could I have {said.format(f'{day.day} {day:%B}')} to decide?"
        is_told = "day-is-over" in seen(body, "more-time", sent_on=(today,))
        assert is_told == (expected and "end of" not in said), body

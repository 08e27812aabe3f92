"""A day that they named is spoken of as ahead until it is over, and as past from then on."""

import datetime as dt
import re

import pytest
from manners_of_letters import manners

from followup.letters import TONES, Letter, Manner, examples, letters, used_blanks, write
from followup.letters.letter import MESSAGE_CHARACTERS

NAMED = dt.date(2027, 1, 20)
AHEAD, PAST = NAMED - dt.timedelta(days=5), NAMED + dt.timedelta(days=3)
# Letters that speak of a day which they named, and do not owe their being to its passing.
SPEAKING = [
    letter
    for letter in letters().values()
    if "named_day" in letter.optional and any(blank.name == "named_day" for blank in used_blanks(letter, Manner()))
]
# What is asked only of a day that has gone by.
OVER = re.compile(r"\b(?:expected|hoped) to|is there any(?: news)?\?|there is any news", re.IGNORECASE)
# What is said only of a day that is still to come.
TO_COME = re.compile(
    r"\bhope to send|expect to know by|still the plan|in touch after that|write again after|in writing by"
)


def sent(letter: Letter, manner: Manner, day: dt.date) -> str:
    """The letter as it goes out that day."""
    return write(letter, manner, {**examples(letter), "named_day": NAMED.isoformat()}, day).body


@pytest.mark.parametrize("letter", SPEAKING, ids=lambda letter: letter.id)
def test_a_day_ahead_is_not_asked_after(letter: Letter) -> None:
    """In every manner: nobody is asked for news of a day to come, and no day that is over is looked forward to."""
    for manner in manners(letter):
        if {"in_words", "owes_answer", "repeated"} & manner.situations:
            continue
        before, after = sent(letter, manner, AHEAD), sent(letter, manner, PAST)
        assert not OVER.search(before), before
        assert not TO_COME.search(after), after
        assert manner.form == "message" or before != after, manner


@pytest.mark.parametrize("letter", SPEAKING, ids=lambda letter: letter.id)
def test_the_short_form_fits_on_either_side_of_the_day(letter: Letter) -> None:
    """With a long name of the role."""
    long = {**examples(letter), "role": "Senior Clinical Data Analyst", "named_day": NAMED.isoformat()}
    for manner in manners(letter):
        for day in (AHEAD, PAST):
            assert manner.form != "message" or len(write(letter, manner, long, day).body) <= MESSAGE_CHARACTERS


@pytest.mark.parametrize("tone", TONES)
def test_the_day_itself_is_still_ahead(tone: str) -> None:
    """It is not over."""
    body = sent(letters()["still-interested"], Manner(tone=tone), NAMED)
    assert "expect to know by today" in body
    assert "any news" not in body

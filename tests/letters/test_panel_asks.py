"""Three letters to one panel: somebody is asked when they decide, and a phone is offered with its number alone."""

import datetime as dt
import re
from itertools import product

import pytest

from followup.letters import TONES, Manner, letters, write

SENT = dt.date(2027, 1, 8)
PANEL = {"role": "Nurse", "interview_date": "2027-01-07", "detail": "the night shift", "my_name": "Sam Lee"}
ASKS = re.compile(r"\b(?:when|how soon)\b[^.]*(?:decide|decision|hear from you)")
BY_PHONE = re.compile(r"\bby phone\b|\bcall (?:me|or write)\b")
HELPING = ("thank-you-panel", "thank-you-onsite", "thank-you-written", "thank-you-item", "hand-in", "does-it-stand")


@pytest.mark.parametrize("tone", TONES)
def test_a_panel_that_named_no_day_is_asked_for_one(tone: str):
    """Whether they named one was not told, or they did not; where they did, nobody is asked."""
    assert any(ASKS.search(body) for body in panel(tone, frozenset({"ask_when"})))
    assert not any(ASKS.search(body) for body in panel(tone, frozenset()))


def panel(tone: str, situations: frozenset[str]) -> list[str]:
    """The letters to three people."""
    manners = [Manner(tone=tone, situations=situations, position=at) for at in range(3)]
    return [write(letters()["thank-you-panel"], manner, PANEL, SENT).body for manner in manners]


@pytest.mark.parametrize(("letter", "tone"), tuple(product(HELPING, TONES)))
def test_nobody_is_told_to_phone_a_number_that_the_letter_does_not_give(letter: str, tone: str):
    """In every wording; with a number below it the offer stands somewhere."""
    bare = [write(letters()[letter], Manner(tone=tone, position=at), PANEL, SENT).body for at in range(9)]
    assert not [body for body in bare if BY_PHONE.search(body)]


def test_with_a_number_the_phone_is_offered():
    """The third of a panel is told how to reach the reader."""
    told = {**PANEL, "my_phone": "+44 20 7946 0123"}
    bodies = [write(letters()["thank-you-panel"], Manner(position=at), told, SENT).body for at in range(9)]
    assert any(BY_PHONE.search(body) for body in bodies)

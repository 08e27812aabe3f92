"""A later word of theirs governs what was agreed before it."""

import pytest
from cases import planned, step
from situations import held, reply

CALL = reply("2027-01-11T10:00", "call-back", by="2027-01-21")
THURSDAY = "2027-01-21T10:00:00-05:00"
ENDING = ("no-contact", "on-hold", "rejected", "filled", "taken-back")


@pytest.mark.parametrize("word", ENDING)
def test_a_call_they_asked_for_is_off_once_they_pause_or_end_it(word: str) -> None:
    """Nobody rings on that Thursday: their last word governs, whatever was agreed before it (Events)."""
    plan = planned(held("2027-01-07", CALL, reply("2027-01-13T10:00", word)), now=THURSDAY)
    assert "call" not in {one.action for one in plan.steps if one.is_open}
    assert "call-agreed" not in plan.beside


@pytest.mark.parametrize("at", ["2027-01-11T10:00", "2027-01-12T10:00"])
@pytest.mark.parametrize("word", ENDING)
def test_a_call_they_ask_for_with_that_word_or_since_is_made(word: str, at: str) -> None:
    """ "It is a no, but call me on Thursday" asks for a call all the same."""
    plan = planned(held("2027-01-07", reply("2027-01-11T10:00", word), CALL | {"at": at}), now=THURSDAY)
    assert "due" == step(plan, "call").status
    assert "call-agreed" in plan.beside


@pytest.mark.parametrize("word", ["deciding", "question", "kind-word", "promise", "checks"])
def test_a_call_they_asked_for_outlives_words_that_go_on(word: str) -> None:
    """Nothing in them takes it back."""
    plan = planned(held("2027-01-07", CALL, reply("2027-01-13T10:00", word, by="2027-01-27")), now=THURSDAY)
    assert "due" == step(plan, "call").status

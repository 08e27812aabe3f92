"""Our own letters pass the checker, in every tone and situation."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from strides import some

from followup import letters
from followup.checking import Draft, check, guess, kind_of
from followup.letters import Letter, Manner, Written

EXAMPLES = {name: blank.example for name, blank in letters.blanks().items()}


def mixtures(letter: Letter) -> Iterator[Manner]:
    """Gives each tone with each mixture of a letter's situations."""
    for tone in letters.TONES:
        for size in range(len(letter.situations) + 1):
            for situations in combinations(letter.situations, size):
                yield Manner(tone=tone, situations=frozenset(situations), reply=False)


def filled(letter: Letter, manner: Manner) -> Written:
    """Gives a letter filled with the example words."""
    return letters.write(letter, manner, letters.examples(letter), letter.example_sent)


def draft(letter: Letter, manner: Manner, written: Written) -> Draft:
    """Gives a letter with the facts it was written for."""
    return Draft(
        text=written.body,
        subject=written.subject,
        letter=letter.id,
        company=EXAMPLES["company"],
        role=EXAMPLES["role"],
        people=(EXAMPLES["person"],),
        promise="none" if "ask_when" in manner.situations else "date",
        other_offer=letter.id.startswith("competing-offer") or "offer" in manner.situations,
        items=(EXAMPLES["item"],) if letter.id == "thank-you-item" else (),
    )


@pytest.mark.parametrize("letter", letters.letters().values(), ids=lambda letter: letter.id)
def test_our_letter_gets_no_warning(letter: Letter) -> None:
    """What we advise against we do not write ourselves."""
    for manner in some(mixtures(letter), check=100, test=200):
        written = filled(letter, manner)
        warnings = [one for one in check(draft(letter, manner, written)) if one.level == "warning"]
        assert [] == warnings, manner


@pytest.mark.parametrize("letter", letters.letters().values(), ids=lambda letter: letter.id)
def test_our_letter_is_recognised(letter: Letter) -> None:
    """A reader who pastes it need not say what it is."""
    manner = next(mixtures(letter))
    written = filled(letter, manner)
    assert kind_of(letter.id) == guess(Draft(text=written.body, subject=written.subject)), manner

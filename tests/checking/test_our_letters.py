"""Our own letters pass the checker, in every tone and situation."""

from collections.abc import Iterator
from itertools import combinations

import pytest

from followup import letters
from followup.checking import Draft, check, guess, kind_of
from followup.letters import Letter, Manner, Written

EXAMPLES = {name: blank.example for name, blank in letters.blanks().items()}


def variants(letter: Letter) -> Iterator[tuple[Manner, Written]]:
    """Gives a letter in each tone and each mixture of its situations, filled with the example words."""
    for tone in letters.TONES:
        for size in range(len(letter.situations) + 1):
            for situations in combinations(letter.situations, size):
                manner = Manner(tone=tone, situations=frozenset(situations), reply=False)
                yield manner, letters.write(letter, manner, letters.examples(letter), letter.example_sent)


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
    for manner, written in variants(letter):
        warnings = [one for one in check(draft(letter, manner, written)) if one.level == "warning"]
        assert [] == warnings, manner


@pytest.mark.parametrize("letter", letters.letters().values(), ids=lambda letter: letter.id)
def test_our_letter_is_recognised(letter: Letter) -> None:
    """A reader who pastes it need not say what it is."""
    manner, written = next(variants(letter))
    assert kind_of(letter.id) == guess(Draft(text=written.body, subject=written.subject)), manner

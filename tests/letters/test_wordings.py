"""The wordings that are dealt out by person: a panel gets letters that are not alike."""

from itertools import combinations, product

import pytest

from followup.checking import Draft, check, likeness
from followup.letters import TONES, Letter, Manner, examples, letters, write

DEALT = [pytest.param(letter, id=letter.id) for letter in letters().values() if letter.is_dealt]
PANEL = (
    ("Dana", "how your team checks each forecast against real sales"),
    ("Tom", "the move of the depot to Leeds"),
    ("Ana", "the two weeks that new people spend with each team"),
    ("Priya", "what went wrong with last year's price list"),
    ("Ben", "why you write every report twice"),
    ("Mei", "your plans for the loyalty card"),
    ("Omar", "the Tuesday meeting without slides"),
    ("Lucía", "teaching shop managers to read a chart"),
)


def panel(letter: Letter, tone: str, situations: frozenset[str], count: int = 8) -> list[str]:
    """The letters of a panel, each with a detail of its own."""
    told = [{**examples(letter), "first_name": name, "detail": one, "topic": one} for name, one in PANEL[:count]]
    return [
        write(letter, Manner(tone=tone, situations=situations, position=at), values, letter.example_sent).body
        for at, values in enumerate(told)
    ]


def test_any_two_of_nine_deals_share_one_wording() -> None:
    """The code: four sentences of three wordings, as far apart as nine letters can be."""
    deals = [Manner(position=at).told for at in range(9)]
    assert {2} == {len(one & other) for one, other in combinations(deals, 2)}  # the tone, and one wording
    assert deals[0] == Manner(position=9).told


def test_the_first_three_share_only_the_sentence_with_their_own_detail() -> None:
    """Most panels are no larger, and then no sentence comes twice."""
    assert {"wording_2a", "plain"} == Manner().told & Manner(position=1).told & Manner(position=2).told


@pytest.mark.parametrize("letter", DEALT)
@pytest.mark.parametrize("situations", [frozenset(), frozenset({"ask_when"})], ids=["date-known", "ask-when"])
@pytest.mark.parametrize("tone", TONES)
def test_a_panel_of_eight_passes_our_own_check(letter: Letter, tone: str, situations: frozenset[str]) -> None:
    """No two letters are too alike, and no two share more than one sentence."""
    written = panel(letter, tone, situations)
    for body, other in combinations(written, 2):
        found = likeness(body, other)
        assert found.share < 0.5, (body, other)
        assert len(found.same) <= 1, (body, other)
    for at, body in enumerate(written):
        draft = Draft(text=body, letter=letter.id, others=tuple(written[:at] + written[at + 1 :]))
        assert "too-alike" not in {one.check for one in check(draft)}


@pytest.mark.parametrize("letter", DEALT)
@pytest.mark.parametrize("tone", TONES)
def test_three_letters_have_no_sentence_in_common(letter: Letter, tone: str) -> None:
    """Not one."""
    for body, other in combinations(panel(letter, tone, frozenset({"ask_when"}), count=3), 2):
        assert () == likeness(body, other).same, (body, other)


@pytest.mark.parametrize("letter", DEALT)
def test_the_same_person_always_gets_the_same_letter(letter: Letter) -> None:
    """No chance is used: the place in the panel decides."""
    for tone, at in product(TONES, range(9)):
        manner = Manner(tone=tone, position=at)
        once = write(letter, manner, examples(letter), letter.example_sent)
        assert once == write(letter, manner, examples(letter), letter.example_sent)

"""Each figure of the rules in turn is changed: what its record says it feeds moves with it, and nothing else does."""

from collections.abc import Mapping
from functools import cache

import pytest
from moving import STEPS, asked, book, changed, drawings, feeds, moves, readers, sentences, verdicts
from strides import stride

from followup.rules import rulebook
from followup.rules.records import Feed

FIGURES = [
    *((rule.id, key) for rule in rulebook.rules().values() for key in rule.figures),
    *((question.id, key) for question in rulebook.defaults().values() for key in question.figures),
]
# Of those who read a figure, so many are asked before it counts as one that moves nothing of theirs.
ASKED = 6


@cache
def reading() -> Mapping[tuple[str, str], list[str]]:
    """Gives the requests by the figures that their answers read."""
    return readers(asked())


@cache
def before(name: str) -> Mapping[Feed, object]:
    """Gives what is answered with the figures as they are."""
    return moves(asked()[name])


@cache
def lying_still() -> Mapping[Feed, object]:
    """Gives what needs no request, with the figures as they are."""
    return {"stance": verdicts(), "scale": drawings(), "sentence": sentences((rulebook.rules(), rulebook.defaults()))}


def moved(id: str, key: str) -> set[Feed]:
    """Gives all that moves with a figure; a sentence that stays behind and is refused counts too."""
    old, found = lying_still(), set[Feed]()
    wanted = set(feeds(rulebook.record(id), key))
    names = reading().get((id, key), [])
    answers = {name: before(name) for name in names}
    for step in STEPS:
        rules, defaults, refused = changed(id, key, step)
        found |= {"sentence"} if refused else set()
        with book(rules, defaults):
            found |= {kind for kind, new in lying_still.__wrapped__().items() if new != old[kind]}
            for number, name in enumerate(names):
                if number >= ASKED and wanted <= found:
                    break
                found |= {kind for kind, new in moves(asked()[name]).items() if new != answers[name][kind]}
        if wanted <= found:
            break
    return found


@pytest.mark.parametrize(("id", "key"), FIGURES[:: stride(check=1, test=5)])
def test_a_figure_moves_what_its_record_says(id: str, key: str) -> None:
    """Plan, verdict, drawing, sentence and check, each where it is named and nowhere else."""
    assert set(feeds(rulebook.record(id), key)) == moved(id, key)

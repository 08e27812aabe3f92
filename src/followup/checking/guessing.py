"""What a draft is, when nobody told."""

import re
from collections.abc import Mapping
from functools import lru_cache

from followup import data
from followup.checking.draft import Draft, Kind, kind_of
from followup.checking.quoting import quoted
from followup.checking.spans import blank_out, fold

# The subject and the first lines tell; the rest of a long text adds nothing.
READ_CHARACTERS = 1500
# A single small word is no answer, and neither are two kinds that stand side by side.
ENOUGH = 4
APART_PERCENT = 12
# Kinds that are read so much alike that either will do.
ALIKE: tuple[frozenset[Kind], ...] = (
    frozenset({"thank-you", "pass-on"}),
    frozenset({"check-in", "second-check-in"}),
    frozenset({"rejection-reply", "stay-in-touch", "card"}),
    frozenset({"accept", "answer"}),
    frozenset({"withdraw", "close", "decline"}),
    frozenset({"voicemail", "call-opening", "talking-points"}),
)


def guess(draft: Draft) -> Kind:
    """Gives the kind of letter that a draft is, or "unknown" where nothing tells or two kinds are close."""
    scores = _scores(draft)
    best = max(scores, key=lambda kind: scores[kind])
    if scores[best] < ENOUGH:
        return "unknown"
    least = scores[best] * (100 - APART_PERCENT) / 100
    near = [kind for kind, score in scores.items() if kind != best and score > least]
    return best if all(_are_alike(best, kind) for kind in near) else "unknown"


def _are_alike(one: Kind, other: Kind) -> bool:
    return any({one, other} <= alike for alike in ALIKE)


def _scores(draft: Draft) -> dict[Kind, int]:
    text = draft.text[:READ_CHARACTERS]
    plain = fold(f"{draft.subject}\n{blank_out(text, quoted(text))}")
    return {kind: sum(weight for clue, weight in clues if clue.search(plain)) for kind, clues in _clues().items()}


@lru_cache
def _clues() -> Mapping[Kind, tuple[tuple[re.Pattern[str], int], ...]]:
    records = data.table("checks", "clues.toml")
    return {
        kind: tuple((re.compile(clue["pattern"], re.MULTILINE), clue["weight"]) for clue in record["clues"])
        for name, record in records.items()
        if (kind := kind_of(name))
    }

"""What a draft is, when nobody told."""

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

from followup.checking.draft import Draft, Kind, kind_of
from followup.checking.quoting import quoted
from followup.checking.spans import blank_out, fold

# The subject and the first lines tell; the rest of a long text adds nothing.
READ_CHARACTERS = 1500
ENOUGH = 3


def guess(draft: Draft) -> Kind:
    """Gives the kind of letter that a draft looks most like; a thank-you when nothing tells."""
    text = draft.text[:READ_CHARACTERS]
    plain = fold(f"{draft.subject}\n{blank_out(text, quoted(text))}")
    scores = {kind: sum(weight for clue, weight in clues if clue.search(plain)) for kind, clues in _clues().items()}
    best = max(scores, key=lambda kind: scores[kind])
    return best if scores[best] >= ENOUGH else "thank-you"


@lru_cache
def _clues() -> Mapping[Kind, tuple[tuple[re.Pattern[str], int], ...]]:
    records = tomllib.loads((files("followup") / "data" / "checks" / "clues.toml").read_text(encoding="utf-8"))
    return {
        kind: tuple((re.compile(clue["pattern"], re.MULTILINE), clue["weight"]) for clue in record["clues"])
        for name, record in records.items()
        if (kind := kind_of(name))
    }

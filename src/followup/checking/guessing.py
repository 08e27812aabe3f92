"""What a draft is, when nobody told."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from followup import data
from followup.checking.draft import Draft, Kind
from followup.checking.signs import signs

# Below the first nothing is said of a draft's kind, from the second on it is taken as known (record 0039).
LIKELY = 0.4
SURE = 0.65
# Weights are whole numbers, a letter each: "a" is the least of them.
SCALE = 10
NOTHING = ord("N")
# Kinds that are read so much alike that either will do.
ALIKE: tuple[frozenset[Kind], ...] = (
    frozenset({"thank-you", "pass-on"}),
    frozenset({"check-in", "second-check-in"}),
    frozenset({"rejection-reply", "stay-in-touch", "card"}),
    frozenset({"withdraw", "close"}),
    frozenset({"voicemail", "call-opening", "talking-points"}),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Guess:
    """A kind, and whether findings may rely on it."""

    kind: Kind
    is_sure: bool


def guess(draft: Draft) -> Kind:
    """Gives the kind of letter that a draft is, or "unknown" where nothing tells or two kinds are close."""
    return guessed(draft).kind


def guessed(draft: Draft) -> Guess:
    """Gives the kind of letter that a draft is by its signs, and whether that is as good as known."""
    chances = _chances(signs(draft))
    best = max(chances, key=lambda kind: chances[kind])
    chance = sum(chances[kind] for kind in _alike(best))
    return Guess(kind=best if chance >= LIKELY else "unknown", is_sure=chance >= SURE)


def _alike(kind: Kind) -> frozenset[Kind]:
    return next((alike for alike in ALIKE if kind in alike), frozenset({kind}))


def _chances(found: frozenset[str]) -> Mapping[Kind, float]:
    kinds, weights = _learnt()
    rows = [weights[sign] for sign in found if sign in weights]
    rows.append(weights[""])
    sums = [sum(row[at] for row in rows) - NOTHING * len(rows) for at in range(len(kinds))]
    most = max(sums)
    shares = [math.exp((one - most) / SCALE) for one in sums]
    return {kind: share / sum(shares) for kind, share in zip(kinds, shares, strict=True)}


@lru_cache
def _learnt() -> tuple[tuple[Kind, ...], Mapping[str, bytes]]:
    """Gives the kinds, and for each sign what it adds to each of them; the sign "" stands in every draft."""
    lines = [line for line in data.text("checks", "kinds.txt").splitlines() if not line.startswith("#")]
    pairs = (line.rsplit("\t", 1) for line in lines[1:])
    return cast(tuple[Kind, ...], tuple(lines[0].split())), {sign: row.encode() for sign, row in pairs}

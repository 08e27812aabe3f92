"""What was learnt from messages (record 0039): how strongly a sign speaks for each of several classes."""

import math
from collections.abc import Collection, Mapping
from functools import lru_cache

from followup import data

# Weights are whole numbers, a character each: "N" adds nothing, and ten more make e times as likely.
SCALE = 10
NOTHING = ord("N")


def chances(name: str, found: Collection[str]) -> Mapping[str, float]:
    """Gives how likely each class of data/checks/<name>.txt is, from 0 to 1, for a text with these signs."""
    classes, weights = _learnt(name)
    rows = [weights[""], *(weights[sign] for sign in found if sign in weights)]
    sums = [sum(row[at] for row in rows) for at in range(len(classes))]
    most = max(sums)
    shares = [math.exp((one - most) / SCALE) for one in sums]
    whole = sum(shares)
    return {one: share / whole for one, share in zip(classes, shares, strict=True)}


@lru_cache
def _learnt(name: str) -> tuple[tuple[str, ...], Mapping[str, bytes]]:
    """Gives the classes, and for each sign what it adds to each of them; the sign "" stands in every text."""
    lines = [line for line in data.text("checks", f"{name}.txt").splitlines() if not line.startswith("#")]
    pairs = (line.rsplit("\t", 1) for line in lines[1:])
    return tuple(lines[0].split()), {sign: row.encode() for sign, row in pairs}

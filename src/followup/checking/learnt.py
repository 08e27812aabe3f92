"""What was learnt from messages (record 0039): how strongly a sign speaks for each of several classes."""

import math
from collections.abc import Collection, Mapping
from functools import cache

from followup import data
from followup.frozen import remembered

# Weights are whole numbers, a character each: "N" adds nothing, and four more make e times as likely.
SCALE = 4
NOTHING = ord("N")


def chances(name: str, found: Collection[str]) -> Mapping[str, float]:
    """Gives how likely each class of data/checks/<name>.txt is, from 0 to 1, for a text with these signs."""
    classes, weights = _learnt(name)
    rows = [row for sign in ("", *found) if (row := weights.get(sign))]
    sums = [sum(row[at] - NOTHING for row in rows) for at in range(len(classes))]
    most = max(sums)
    shares = [math.exp((one - most) / SCALE) for one in sums]
    whole = sum(shares)
    return {one: share / whole for one, share in zip(classes, shares, strict=True)}


@remembered(None)
def _learnt(name: str) -> tuple[tuple[str, ...], Mapping[str, bytes]]:
    """Gives the classes, and for each sign what it adds to each of them; the sign "" stands in every text."""
    first, *lines = _text(name).splitlines()
    pairs = (line.rsplit("\t", 1) for line in lines)
    return tuple(first.split()), {sign: row.encode() for sign, row in pairs}


@cache
def _text(name: str) -> str:
    """Gives the table as it is written: a frozen image holds a tenth of the memory that its parts take."""
    lines = data.text("checks", f"{name}.txt").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith("#"))

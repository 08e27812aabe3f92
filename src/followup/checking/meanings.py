"""What a message does, whatever its words: the meanings of data/checks/meanings.toml."""

import re
from collections.abc import Mapping
from functools import lru_cache

from followup import data

SLOT = re.compile(r"<([a-z-]+)>")


def meanings(plain: str) -> frozenset[str]:
    """Gives the names of the meanings that stand in a folded text."""
    return frozenset(name for name, pattern in _patterns().items() if pattern.search(plain))


@lru_cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    records = data.table("checks", "meanings.toml")
    slots: Mapping[str, str] = records["slots"]
    return {
        name: re.compile("|".join(f"(?:{_filled(_filled(family, slots), slots)})" for family in families))
        for name, families in records["meanings"].items()
    }


def _filled(family: str, slots: Mapping[str, str]) -> str:
    """Puts the slots into a family; a slot may hold another."""
    return SLOT.sub(lambda slot: slots[slot[1]], family)

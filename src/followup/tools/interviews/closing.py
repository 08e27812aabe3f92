"""Closing an interview in the list, with its reason, and opening it again: each is one event of its case."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from followup.data import table
from followup.model.plan import Plan


@dataclass(frozen=True, kw_only=True, slots=True)
class Deed:
    """A button that tells an event of one case: its words, and the event as JSON without its moment."""

    words: str
    told: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Closing:
    """What can be done with one interview: its number and name, the word before the reasons, and the buttons."""

    id: str
    name: str
    close: str
    deeds: tuple[Deed, ...]


def closing(id: str, name: str, plan: Plan | None) -> Closing | None:
    """Gives the reasons to close an interview, or the way to open a closed one; nothing where it has no plan."""
    if plan is None or not id:
        return None
    if plan.state == "closed":
        return Closing(id=id, name=name, close="", deeds=(_deed(_words()["reopening"]),))
    deeds = tuple(_deed(one) for one in _words()["closings"])
    return Closing(id=id, name=name, close=_words()["close"], deeds=deeds)


def _deed(one: Mapping[str, str]) -> Deed:
    told = {name: value for name, value in one.items() if name != "words"}
    return Deed(words=one["words"], told=json.dumps(told))


@lru_cache(maxsize=1)
def _words() -> Mapping[str, Any]:
    return table("words", "closing_words.toml")

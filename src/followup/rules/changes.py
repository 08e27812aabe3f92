"""What has changed in the rules, for readers who made a plan before."""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from followup import data
from followup.rules.rulebook import record
from followup.rules.rulebook_records import RulebookError


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One change: its day, the rules and questions it touches, and what a reader now finds."""

    id: str
    on: dt.date
    title: str
    what: str
    rules: tuple[str, ...]


@lru_cache
def changes() -> tuple[Change, ...]:
    """Gives the changes, newest first; RulebookError where one names a rule that does not exist."""
    read = [Change(**{**raw, "rules": tuple(raw["rules"])}) for raw in data.table("rules", "changes.toml")["change"]]
    for change in read:
        for id in change.rules:
            _known(change.id, id)
    return tuple(sorted(read, key=lambda change: (change.on, change.id), reverse=True))


def _known(change: str, id: str) -> None:
    try:
        record(id)
    except KeyError as fault:
        raise RulebookError(f"{change}: there is no rule or question called {id}") from fault

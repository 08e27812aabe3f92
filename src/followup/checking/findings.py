"""Findings made from their records in data/checks/checks.toml."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from followup import data
from followup.checking.spans import Span
from followup.model.answer import Finding, Level


@lru_cache
def checks() -> Mapping[str, Mapping[str, Any]]:
    """Gives the words of every check by id."""
    return MappingProxyType(data.table("checks", "checks.toml"))


def found(check: str, span: tuple[int, int], *, level: Level | None = None, rule: str = "", **words: object) -> Finding:
    """Gives the finding of a check; `words` fill the {names} in its sentences."""
    record = checks()[check]
    return Finding(
        level=level or record["level"],
        check=check,
        start=Span(*span).start,
        end=Span(*span).end,
        rule=rule or record.get("rule", "ours"),
        sources=tuple(record.get("sources", ("ours",))),
        why=record["why"].format(**words),
        instead=record["instead"].format(**words),
    )

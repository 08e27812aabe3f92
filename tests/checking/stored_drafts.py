"""The drafts of tests/drafts, each with the facts it is held against and the findings expected of it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from followup.checking import Draft
from followup.model.plan import Window

FOLDER = Path(__file__).parent.parent / "drafts"


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredDraft:
    """A draft with its findings as (check, level, start, end); `guessed` is the kind where none is told."""

    name: str
    draft: Draft
    guessed: str
    findings: tuple[tuple[str, str, int, int], ...]


def stored_drafts() -> tuple[StoredDraft, ...]:
    """Gives every stored draft by name."""
    return tuple(_stored(path) for path in sorted(FOLDER.glob("*.toml")))


def _stored(path: Path) -> StoredDraft:
    record = tomllib.loads(path.read_text(encoding="utf-8"))
    text = record["text"].replace("\n", "\r\n") if record.get("crlf") else record["text"]
    return StoredDraft(
        name=path.stem,
        draft=Draft(text=text, **_facts(record.get("facts", {}))),
        guessed=record.get("guessed", ""),
        findings=tuple(sorted(_finding(text, finding) for finding in record.get("finding", ()))),
    )


def _facts(record: Mapping[str, Any]) -> dict[str, Any]:
    facts: dict[str, Any] = {name: tuple(fact) if isinstance(fact, list) else fact for name, fact in record.items()}
    return {**facts, "window": Window(**facts["window"])} if "window" in facts else facts


def _finding(text: str, finding: Mapping[str, Any]) -> tuple[str, str, int, int]:
    """Gives where a finding is expected: on some words, behind some words, or on the draft as a whole."""
    if "on" in finding:
        start = _nth(text, finding["on"], finding.get("nth", 1))
        end = start + len(finding["on"])
    else:
        start = end = text.index(finding["behind"]) + len(finding["behind"]) if "behind" in finding else 0
    return finding["check"], finding["level"], start, end


def _nth(text: str, words: str, nth: int) -> int:
    at = text.index(words)
    for _ in range(nth - 1):
        at = text.index(words, at + 1)
    return at

"""Phrases that a letter is better without, read from data/checks/phrases.toml."""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

from followup import data
from followup.model.answer import Level

type Match = Callable[[str, int], re.Match[str] | None]

WORD = re.compile(r"[^\W_]+")
# Loops without an end could make a long draft slow, so a pattern has to say how often.
ENDLESS = re.compile(r"(?<!\\)[*+]|\{\d*,\}")
# The end of a line inside a paragraph: a phrase may run over it.
SOFT_BREAK = re.compile(r"(?<=\S) ?\r?\n(?= {0,2}\S)")
SPACE = " {1,4}"


class PhraseError(ValueError):
    """A record of phrases.toml that cannot be relied on."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Phrase:
    """One wording, why it harms and what to write instead."""

    id: str
    # Phrases of one family are treated alike; "tone" is told as it stands here.
    family: str
    pattern: re.Pattern[str]
    # The words that the pattern may begin with: only there is it tried.
    starts: tuple[str, ...]
    level: Level
    rule: str
    sources: tuple[str, ...]
    why: str
    instead: str
    finds: tuple[str, ...]
    leaves: tuple[str, ...]
    # Only in these kinds of letters, or in all but those.
    kinds: frozenset[str]
    never: frozenset[str]
    # A habit that few would mark: in a letter that nobody told the kind of, it takes a second one to be told.
    is_faint: bool


class Hit(NamedTuple):
    """A phrase and where it stands."""

    phrase: Phrase
    start: int
    end: int


@lru_cache
def phrases() -> tuple[Phrase, ...]:
    """Gives every phrase, in the order of the file."""
    return read_phrases(data.text("checks", "phrases.toml"))


def read_phrases(text: str) -> tuple[Phrase, ...]:
    """Gives the phrases of a TOML text; raises PhraseError for one that cannot be relied on."""
    found = tuple(_phrase(record) for record in tomllib.loads(text)["phrase"])
    ids = [phrase.id for phrase in found]
    if doubled := {id for id in ids if ids.count(id) > 1}:
        raise PhraseError(f"used twice: {', '.join(sorted(doubled))}")
    return found


def hits(plain: str) -> tuple[Hit, ...]:
    """Gives every phrase in a folded text, by its place; of phrases of one family that overlap, the first."""
    index = _index()
    found: list[Hit] = []
    ends: dict[str, int] = {}
    running = SOFT_BREAK.sub(lambda line_end: " " * len(line_end[0]), plain)
    for word in WORD.finditer(running):
        begun = index.get(word[0])
        if begun is None:
            continue
        start = word.start()
        for phrase, match_at in begun:
            if (match := match_at(running, start)) and start >= ends.get(phrase.family, 0):
                found.append(Hit(phrase, start, match.end()))
                ends[phrase.family] = match.end()
    return tuple(found)


@lru_cache
def _index() -> Mapping[str, tuple[tuple[Phrase, Match], ...]]:
    """Gives the phrases by the word they begin with, each with its search: this is the checker's busiest loop."""
    index: dict[str, tuple[tuple[Phrase, Match], ...]] = {}
    for phrase in phrases():
        for word in phrase.starts:
            index[word] = (*index.get(word, ()), (phrase, phrase.pattern.match))
    return MappingProxyType(index)


def _phrase(record: Mapping[str, Any]) -> Phrase:
    if missing := {"id", "pattern", "starts", "level", "why", "instead", "finds", "leaves"} - record.keys():
        raise PhraseError(f"{record.get('id', 'a phrase')}: {', '.join(sorted(missing))} missing")
    if ENDLESS.search(record["pattern"]):
        raise PhraseError(f"{record['id']}: a loop without an end; write {{0,3}}")
    return Phrase(
        id=record["id"],
        family=record.get("family", "tone"),
        pattern=re.compile("(?:" + record["pattern"].replace(" ", SPACE) + r")(?!\w)"),
        starts=tuple(record["starts"]),
        level=record["level"],
        rule=record.get("rule", "ours"),
        sources=tuple(record.get("sources", ("ours",))),
        why=record["why"],
        instead=record["instead"],
        finds=tuple(record["finds"]),
        leaves=tuple(record["leaves"]),
        kinds=frozenset(record.get("kinds", ())),
        never=frozenset(record.get("never", ())),
        is_faint=record.get("is_faint", False),
    )

"""What is answered: data, fragment, files, and the problems of an input."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

type Level = Literal["warning", "note", "disputed"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """What the checker says of a span of a draft; `start` and `end` count characters of the draft as given."""

    level: Level
    check: str
    start: int
    end: int
    rule: str
    sources: tuple[str, ...]
    why: str
    instead: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """What is wrong with one input and what to enter instead; `field` is a path like rounds[0].date."""

    field: str
    message: str


@dataclass(frozen=True, kw_only=True, slots=True)
class File:
    """A file to take along; `text` has the line ends the type asks for."""

    name: str
    type: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What a tool gives back: data for programs, a fragment for the page, files to take along."""

    data: Mapping[str, Any] | None = None
    fragment: str = ""
    files: tuple[File, ...] = ()
    problems: tuple[Problem, ...] = ()


def record(words: Any) -> dict[str, Any]:
    """The fields of a dataclass as they are, by name; `asdict` would copy every value below them too."""
    return {name: getattr(words, name) for name in words.__slots__}

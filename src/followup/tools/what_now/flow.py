"""The way through "What now?": a tree of questions, the facts behind a date, and the endings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Literal

from followup.data import table
from followup.model.question import Kind
from followup.rules.rulebook import with_figures

# The fact that no ending asks for: it is asked where the answers before it make it matter.
REGION = "region"
# Whoever counts by another pace than the ordinary one; it is proposed, and never asked.
PACE = "pace"
# The answer to what is so beside the way.
YES = "yes"


@dataclass(frozen=True, kw_only=True, slots=True)
class Option:
    """One answer to a question, and the question or ending it leads to."""

    value: str
    words: str
    to: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """A question with a few answers."""

    id: str
    label: str
    options: tuple[Option, ...]
    help: str = ""
    # The answer that addresses of before this question was asked meant.
    older: str = ""

    def answered(self, answers: Mapping[str, str]) -> Option | None:
        """Gives the answer to it among others, also where an older address answers what follows alone."""
        told, before = self.option(answers.get(self.id, "")), self.option(self.older)
        return told or (before if before and before.to in answers else None)

    def option(self, value: str) -> Option | None:
        """Gives the answer of that value, if there is one."""
        return next((one for one in self.options if one.value == value), None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Control:
    """One control of a fact; its name is the name of the answer."""

    name: str
    label: str
    kind: Kind
    enter: str
    help: str = ""
    needed: bool = False
    # What the page fills in from the reader's side, and after which answers alone; after any where none is named.
    starts: str = ""
    starts_for: tuple[str, ...] = ()
    # The side of today on which its day lies, and what is said where it does not.
    lies: Literal["", "ahead"] = ""
    beyond: str = ""

    def begins_as(self, answers: Mapping[str, str]) -> str:
        """What the page begins with there, or nothing."""
        return self.starts if not self.starts_for or {*self.starts_for} & {*answers.values()} else ""


@dataclass(frozen=True, kw_only=True, slots=True)
class AskedFact:
    """Something that a date is computed from, asked as one question; of some parts `either` is enough."""

    id: str
    label: str
    parts: tuple[Control, ...]
    help: str = ""
    either: bool = False

    def is_told(self, answers: Mapping[str, str]) -> bool:
        """True once it was asked: what is needed is there, what is not needed may be empty."""
        if self.either:
            return any(answers.get(part.name) for part in self.parts)
        needed = [part for part in self.parts if part.needed]
        return all(answers.get(part.name) for part in needed) and any(part.name in answers for part in self.parts)


@dataclass(frozen=True, kw_only=True, slots=True)
class Beside:
    """What may be so beside the way, told by one tap at its end; `fields` are those of the case that say it.

    `person` was there too, or runs the process. It is not offered where the answers in `instead` say as much.
    """

    id: str
    label: str
    words: str
    fields: Mapping[str, Any]
    person: Mapping[str, str]
    instead: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Ending:
    """One next action: what to do and why, and how its date is found.

    `page` is named where another page than that of the step treats it. `case` is what the answers say of a case, with
    "@name" where the answer of that name belongs, and "@name-" for the moment before it; what happened on a day left
    empty is left out. `hours` is "call" where the plan's step is done by phone, and "send" or "ring" where the date is
    the next hour to write or to phone in, and not that of a step: where `before` names the letter of one, only before
    it, and not once it was done.
    """

    id: str
    title: str
    why: str
    action: str
    letter: str
    rules: tuple[str, ...]
    asks: tuple[str, ...]
    case: Mapping[str, Any]
    page: str = ""
    tool: str = ""
    hours: Literal["", "call", "send", "ring"] = ""
    before: str = ""
    # What speaks of waiting, and is no longer said once the step is for now: the title, or the reason as well.
    waits: Literal["", "title", "all"] = ""
    # Title and reason where the plan has another letter for it, by that letter.
    worded: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    # The reason as it is written, with the names of its figures: another pace has others.
    raw_why: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Flow:
    """Everything by its id, and the question to begin with."""

    first: str
    choices: Mapping[str, Choice]
    facts: Mapping[str, AskedFact]
    endings: Mapping[str, Ending]
    besides: Mapping[str, Beside]


@lru_cache(maxsize=1)
def flow() -> Flow:
    """Gives the flow of data/flow.toml."""
    data = table("flow.toml")
    return Flow(
        first=data["first"],
        choices={id: _choice(id, raw) for id, raw in data["questions"].items()},
        facts={id: _fact(id, raw) for id, raw in data["facts"].items()},
        endings={id: _ending(id, raw, data["base"]) for id, raw in data["endings"].items()},
        besides={id: _beside(id, raw) for id, raw in data["besides"].items()},
    )


def _choice(id: str, raw: Mapping[str, Any]) -> Choice:
    return Choice(**{**raw, "id": id, "options": tuple(Option(**option) for option in raw["options"])})


def _fact(id: str, raw: Mapping[str, Any]) -> AskedFact:
    return AskedFact(**{**raw, "id": id, "parts": tuple(_part(part) for part in raw["parts"])})


def _beside(id: str, raw: Mapping[str, Any]) -> Beside:
    told = {"fields": {}, "person": {}, **raw, "instead": tuple(raw.get("instead", ()))}
    return Beside(**{**told, "id": id})


def _part(raw: Mapping[str, Any]) -> Control:
    return Control(**{**raw, "starts_for": tuple(raw.get("starts_for", ()))})


def _ending(id: str, raw: Mapping[str, Any], base: Mapping[str, Any]) -> Ending:
    held: Mapping[str, Any] = next((base[fact] for fact in raw["asks"] if fact in base), {})
    told = {"case": {**held, **raw.get("case", {})}, "rules": tuple(raw["rules"]), "asks": tuple(raw["asks"])}
    told |= {"why": with_figures(raw["why"]), "raw_why": raw["why"]}
    return Ending(**{**raw, **told, "id": id})

"""Reads a dataclass of questions into the fields, groups and lists of a form."""

import re
import types
import typing
from collections.abc import Iterator
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from typing import Any

from followup.model.question import Question
from followup.model.wording import Words
from followup_site.words.wording import site_words


@dataclass(frozen=True, kw_only=True, slots=True)
class Control:
    """One thing to fill in."""

    name: str
    question: Question
    value: str
    # What the page's script fills in on the reader's side: "today", "now", "zone", "country" or nothing.
    starts_as: str = ""
    kind: str = "control"

    @property
    def id(self) -> str:
        """The part of an HTML id that belongs to this path; a form puts its own name before it."""
        return identifier(self.name)

    @property
    def depends_on(self) -> str:
        """The path of the control beside it that decides whether this one is shown, or nothing."""
        if self.question.when is None:
            return ""
        asked = self.question.when[0]
        if asked.startswith("/"):
            return asked.removeprefix("/")
        return ".".join(filter(None, (self.name.rpartition(".")[0], asked)))


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """Questions that belong together under one legend; those rarely needed and those for later stand apart."""

    name: str
    legend: str
    help: str
    nodes: tuple["Node", ...]
    rare: tuple["Node", ...]
    later: tuple["Node", ...]
    kind: str = "group"

    @property
    def id(self) -> str:
        """As for a control."""
        return identifier(self.name)


@dataclass(frozen=True, kw_only=True, slots=True)
class Items:
    """A list that grows: what is there at first, and the pattern for one more.

    In the pattern `__0__` stands for the index of the outermost list, `__1__` for the next one inside, `__0+1__` for
    the number people count with.
    """

    name: str
    question: Question
    depth: int
    first: tuple["Node", ...]
    pattern: "Node"
    kind: str = "items"

    @property
    def id(self) -> str:
        """As for a control."""
        return identifier(self.name)

    @property
    def add(self) -> str:
        """The words on the button that adds one: "Add another interview" or "Add an event"."""
        item = self.question.words.item
        way = "another" if self.question.shown else "an" if item[0] in "aeiou" else "a"
        return site_words(f"forms.items.{way}", item=item)


type Node = Control | Group | Items


def identifier(path: str) -> str:
    """Gives a path as part of an HTML id: `rounds[0].date` becomes `rounds-0-date`."""
    return re.sub(r"[\[\].]+", "-", path).strip("-")


def form(cls: type) -> Group:
    """Gives the whole form of a tool's questions."""
    return _group(cls, name="", legend="", help="", depth=0)


def _group(cls: type, *, name: str, legend: str, help: str, depth: int) -> Group:
    nodes = tuple(_nodes(cls, name, depth))
    return Group(
        name=name,
        legend=legend,
        help=help,
        nodes=tuple(node for question, node in nodes if not question.rare and not question.later),
        rare=tuple(node for question, node in nodes if question.rare),
        later=tuple(node for question, node in nodes if question.later),
    )


def _nodes(cls: type, name: str, depth: int) -> Iterator[tuple[Question, Node]]:
    hints = typing.get_type_hints(cls)
    for field in fields(cls):
        question = field.metadata.get("question")
        if question is not None and not question.carried and not _is_sent(hints[field.name]):
            path = ".".join(filter(None, (name, question.key or field.name)))
            yield question, _node(hints[field.name], field, question, path, depth)


def _is_sent(hint: Any) -> bool:
    """Tells whether the page sends it along instead of asking: a whole case that another tool asked for."""
    parts = typing.get_args(hint) if isinstance(hint, types.UnionType) else ()
    return any(isinstance(part, type) and is_dataclass(part) for part in parts)


def _node(hint: Any, field: Field[Any], question: Question, path: str, depth: int) -> Node:
    if typing.get_origin(hint) is tuple:
        return _items(typing.get_args(hint)[0], question, path, depth)
    if isinstance(hint, type) and is_dataclass(hint):
        return _group(hint, name=path, legend=question.words.label, help=question.words.help, depth=depth)
    return Control(name=path, question=question, value=_default(field), starts_as=_starts_as(question))


def _items(hint: Any, question: Question, path: str, depth: int) -> Items:
    def item(index: str, number: str) -> Node:
        place, legend = f"{path}[{index}]", f"{question.words.item.capitalize()} {number}"
        if is_dataclass(hint):
            return _group(typing.cast(type, hint), name=place, legend=legend, help="", depth=depth + 1)
        one = Question(said=Words(label=legend, enter=question.words.enter), kind=question.kind)
        return Control(name=place, question=one, value="")

    return Items(
        name=path,
        question=question,
        depth=depth,
        first=tuple(item(str(index), str(index + 1)) for index in range(question.shown)),
        pattern=item(f"__{depth}__", f"__{depth}+1__"),
    )


def _default(field: Field[Any]) -> str:
    if field.default is MISSING or field.default is None or isinstance(field.default, types.GenericAlias):
        return ""
    return str(field.default).lower() if isinstance(field.default, bool) else str(field.default)


def _starts_as(question: Question) -> str:
    """Gives what the page knows of the reader: only what is asked at all times or nearly always needed."""
    if question.kind in ("zone", "country") and not question.rare:
        return question.kind
    if question.needed:
        return {"date": "today", "moment": "now"}.get(question.kind, "")
    return ""

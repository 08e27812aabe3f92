"""Reads what was typed: JSON values in, frozen dataclasses out, every problem at once with its path."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache, partial
from types import NoneType, UnionType
from typing import Any, TypeAliasType, Union, get_args, get_origin, get_type_hints

from followup.forms import days
from followup.forms import values as typed
from followup.forms.wrong import Wrong, formed, inside, wanted
from followup.model.answer import Problem
from followup.model.question import Question
from followup.model.wording import problem_words


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading[T]:
    """What could be read: the whole if there was no problem, and each value that was right by its path."""

    value: T | None
    values: Mapping[str, object]
    problems: tuple[Problem, ...]


@dataclass
class _Notes:
    """Gathers values and problems while the answers are walked through."""

    values: dict[str, object] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def problem(self, path: str, message: str) -> None:
        self.problems.append(Problem(field=path, message=message))


@dataclass(frozen=True, kw_only=True, slots=True)
class _Part:
    """One question of a dataclass, with what reads an answer to it at a path."""

    name: str
    question: Question
    default: Any
    read: "Read"


type Read = Callable[[Any, str, _Notes], Any]


def read[T](cls: type[T], data: object, path: str = "") -> Reading[T]:
    """The questions of `cls` answered by a JSON object; `value` is None if an answer is wrong in itself.

    Whether answers agree is not asked here; `followup.door` does both. Moments stay as told, with an offset or without.
    """
    notes = _Notes()
    value = _object(cls, data, path, notes)
    problems = tuple(notes.problems)
    return Reading(value=None if problems else value, values=notes.values, problems=problems)


def moment(data: object, question: Question) -> datetime | None:
    """One moment read alone, or None where it is not one."""
    try:
        return days.moment(data, question)
    except Wrong:
        return None


def key_of(part: dataclasses.Field[Any]) -> str:
    """The name of a dataclass field in JSON."""
    question = part.metadata.get("question")
    return (question.key if question else "") or part.name


@lru_cache(maxsize=64)
def hints(cls: type) -> Mapping[str, Any]:
    """The types of a dataclass's fields, aliases resolved."""
    return {name: plain(kind) for name, kind in get_type_hints(cls).items()}


def plain(kind: Any) -> Any:
    """The type that an alias stands for."""
    return plain(kind.__value__) if isinstance(kind, TypeAliasType) else kind


def optional(kind: Any) -> Any:
    """The type without its None."""
    if get_origin(kind) in (Union, UnionType):
        return next(plain(part) for part in get_args(kind) if part is not NoneType)
    return kind


def shown(key: str) -> str:
    """A name from outside as it may stand in a message: short and printable."""
    return "".join(sign if sign.isprintable() else "?" for sign in key[:40])


@lru_cache(maxsize=64)
def _parts(cls: type[Any]) -> Mapping[str, _Part]:
    return {key_of(part): _part(cls, part) for part in dataclasses.fields(cls)}


def _part(cls: type[Any], part: dataclasses.Field[Any]) -> _Part:
    question: Question = part.metadata["question"]
    return _Part(
        name=part.name,
        question=question,
        default=part.default,
        read=_reader(optional(hints(cls)[part.name]), question),  # type: ignore[arg-type]  # a type is hashable
    )


def _reader(kind: Any, question: Question) -> Read:
    """What reads an answer of that type, found once and not at every answer."""
    if dataclasses.is_dataclass(kind):
        return partial(_object, kind)  # type: ignore[arg-type]  # is_dataclass also admits instances
    if get_origin(kind) is tuple:
        return partial(_list, _reader(plain(get_args(kind)[0]), question), question)
    read = partial(_scalar, typed.READERS[question.kind], question)
    return partial(_mapping, read) if get_origin(kind) is Mapping else read


def _object(cls: type[Any], data: object, path: str, notes: _Notes) -> Any:
    if not isinstance(data, dict):
        notes.problem(path, problem_words("object"))
        return None
    parts = _parts(cls)  # type: ignore[arg-type]  # a type is hashable
    for unknown in sorted(str(key) for key in data if key not in parts):
        notes.problem(_under(path, shown(unknown)), problem_words("unknown_field", names=", ".join(parts)))
    found, within = {}, _under(path, "")
    for key, part in parts.items():
        answer, here = data.get(key), within + key
        found[part.name] = _left_out(part, here, notes) if _is_blank(answer) else part.read(answer, here, notes)
    return cls(**found)


def _is_blank(answer: object) -> bool:
    return answer is None or (isinstance(answer, str) and not answer.strip())


def _left_out(part: _Part, path: str, notes: _Notes) -> Any:
    if part.question.needed and part.default in (None, "", ()):
        notes.problem(path, wanted(part.question))
    else:
        notes.values[path] = part.default
    return part.default


def _under(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _list(read: Read, question: Question, data: object, path: str, notes: _Notes) -> tuple[Any, ...]:
    if not isinstance(data, list):
        notes.problem(path, problem_words("list", label=inside(question)))
    elif len(data) > question.limit:
        notes.problem(path, problem_words("items", limit=question.limit))
    elif not data and question.needed:
        notes.problem(path, wanted(question))
    else:
        notes.values[path] = len(data)
        return tuple([read(item, f"{path}[{at}]", notes) for at, item in enumerate(data)])
    return ()


def _mapping(read: Read, data: object, path: str, notes: _Notes) -> Mapping[str, str]:
    if not isinstance(data, dict):
        notes.problem(path, problem_words("texts"))
        return {}
    words = {shown(str(key)): value for key, value in data.items()}
    return {key: read(value, _under(path, key), notes) or "" for key, value in words.items()}


def _scalar(read: typed.ValueReader, question: Question, data: object, path: str, notes: _Notes) -> Any:
    try:
        value = read(data, question)
    except Wrong as wrong:
        notes.problem(path, str(wrong) or formed(question))
        return None
    notes.values[path] = value
    return value

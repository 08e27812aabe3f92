"""Reads what was typed: JSON values in, frozen dataclasses out, every problem at once with its path."""

import dataclasses
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, TypeAliasType, Union, get_args, get_origin, get_type_hints

from followup import calendars, clock
from followup.asking import NAME_LIMIT, Question
from followup.model import Problem

DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
TIME = re.compile(r"\d{2}:\d{2}", re.ASCII)
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?", re.ASCII)
# Dots stand between words of an address, never at an end or in pairs; the domain has at least one.
EMAIL = re.compile(
    r"[^\s@.,;:<>()\[\]\"\\]+(\.[^\s@.,;:<>()\[\]\"\\]+)*@([^\W_]([\w-]{0,61}[^\W_])?\.)+[^\W_]([\w-]{0,61}[^\W_])"
)
# Control characters, halves of surrogate pairs, and what ends a line or a paragraph; several lines may hold the last.
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
CONTROL_IN_LINES = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
LONG_LIMIT = 20_000
# Years in which every zone's clock can be computed without leaving Python's calendar.
YEARS = range(1900, 3000)


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading[T]:
    """What could be read: the whole if there was no problem, and each value that was right by its path."""

    value: T | None
    values: Mapping[str, object]
    problems: tuple[Problem, ...]


class _Wrong(Exception):
    """The answer is not what the question asked for; carries a message where the question's own does not fit."""


@dataclass
class _Notes:
    """Gathers values and problems while the answers are walked through."""

    values: dict[str, object] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def problem(self, path: str, message: str) -> None:
        self.problems.append(Problem(field=path, message=message))


def read[T](cls: type[T], data: object, path: str = "") -> Reading[T]:
    """The questions of `cls` answered by a JSON object; `value` is None if there is any problem."""
    notes = _Notes()
    value = _object(cls, data, path, notes)
    problems = tuple(notes.problems)
    return Reading(value=None if problems else value, values=notes.values, problems=problems)


def moment(data: object, question: Question) -> datetime | None:
    """One moment read alone, or None where it is not one."""
    try:
        return _moment(data, question)
    except _Wrong:
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


def _object(cls: type[Any], data: object, path: str, notes: _Notes) -> Any:
    if not isinstance(data, dict):
        notes.problem(path, "Enter an object with named fields")
        return None
    parts = _parts(cls)  # type: ignore[arg-type]  # a type is hashable
    for unknown in sorted(str(key) for key in data.keys() - parts.keys()):
        notes.problem(_under(path, shown(unknown)), f"Remove this field; the fields here are {', '.join(parts)}")
    found = {part.name: _answer(cls, part, data.get(key), _under(path, key), notes) for key, part in parts.items()}
    return cls(**found)


@lru_cache(maxsize=64)
def _parts(cls: type) -> Mapping[str, dataclasses.Field[Any]]:
    return {key_of(part): part for part in dataclasses.fields(cls)}


def shown(key: str) -> str:
    """A name from outside as it may stand in a message: short and printable."""
    return "".join(sign if sign.isprintable() else "?" for sign in key[:40])


def _under(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _answer(cls: type, part: dataclasses.Field[Any], data: object, path: str, notes: _Notes) -> Any:
    question: Question = part.metadata["question"]
    if data is None or data == "":
        return _left_out(part, question, path, notes)
    return _value(optional(hints(cls)[part.name]), question, data, path, notes)


def _left_out(part: dataclasses.Field[Any], question: Question, path: str, notes: _Notes) -> Any:
    if question.needed and part.default in (None, "", ()):
        notes.problem(path, _wanted(question))
    else:
        notes.values[path] = part.default
    return part.default


def _value(kind: Any, question: Question, data: object, path: str, notes: _Notes) -> Any:
    if dataclasses.is_dataclass(kind):
        return _object(kind, data, path, notes)  # type: ignore[arg-type]  # is_dataclass also admits instances
    if get_origin(kind) is tuple:
        return _list(get_args(kind)[0], question, data, path, notes)
    if get_origin(kind) is Mapping:
        return _mapping(question, data, path, notes)
    return _scalar(question, data, path, notes)


def _list(kind: Any, question: Question, data: object, path: str, notes: _Notes) -> tuple[Any, ...]:
    if not isinstance(data, list):
        notes.problem(path, f"Enter a list for: {question.label[:1].lower()}{question.label[1:]}")
    elif len(data) > question.limit:
        notes.problem(path, f"Enter at most {question.limit} here")
    elif not data and question.needed:
        notes.problem(path, _wanted(question))
    else:
        notes.values[path] = len(data)
        return tuple(_value(plain(kind), question, item, f"{path}[{at}]", notes) for at, item in enumerate(data))
    return ()


def _mapping(question: Question, data: object, path: str, notes: _Notes) -> Mapping[str, str]:
    if not isinstance(data, dict):
        notes.problem(path, "Enter an object with named texts")
        return {}
    words = {shown(str(key)): value for key, value in data.items()}
    return {key: _scalar(question, value, _under(path, key), notes) or "" for key, value in words.items()}


def _scalar(question: Question, data: object, path: str, notes: _Notes) -> Any:
    try:
        value = READERS[question.kind](data, question)
    except _Wrong as wrong:
        notes.problem(path, str(wrong) or _wanted(question))
        return None
    notes.values[path] = value
    return value


def _wanted(question: Question) -> str:
    return question.enter or f"Enter: {question.label[:1].lower()}{question.label[1:]}"


def _text(data: object, question: Question) -> str:
    if not isinstance(data, str):
        raise _Wrong(f"Enter text for: {question.label[:1].lower()}{question.label[1:]}")
    text = data.strip()
    if len(text) > question.limit:
        raise _Wrong(f"Enter at most {question.limit} characters")
    if CONTROL.search(text):
        raise _Wrong("Remove the line breaks and control characters")
    return text


def _long(data: object, question: Question) -> str:
    if not isinstance(data, str):
        raise _Wrong(f"Enter text for: {question.label[:1].lower()}{question.label[1:]}")
    limit = LONG_LIMIT if question.limit == NAME_LIMIT else question.limit
    if len(data) > limit:
        raise _Wrong(f"Enter at most {limit:,} characters")
    if CONTROL_IN_LINES.search(data):
        raise _Wrong("Remove the control characters")
    return data


def _email(data: object, question: Question) -> str:
    text = _text(data, question)
    if text and not EMAIL.fullmatch(text):
        raise _Wrong
    return text


def _matching(pattern: re.Pattern[str]) -> Callable[[object], str]:
    def match(data: object) -> str:
        if not isinstance(data, str) or not pattern.fullmatch(data):
            raise _Wrong
        return data

    return match


_date_text, _time_text, _moment_text = _matching(DATE), _matching(TIME), _matching(MOMENT)


def _date(data: object, question: Question) -> date:
    text = _date_text(data)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise _Wrong(f"{_wanted(question)}; {text} is not in the calendar") from None


def _time(data: object, question: Question) -> time:
    try:
        return time.fromisoformat(_time_text(data))
    except ValueError:
        raise _Wrong from None


def _moment(data: object, question: Question) -> datetime:
    try:
        moment = datetime.fromisoformat(_moment_text(data))
    except ValueError:
        raise _Wrong from None
    if moment.year not in YEARS:
        raise _Wrong
    return moment


def _choice(data: object, question: Question) -> str:
    values = [value for value, _ in question.choices]
    if not isinstance(data, str) or data not in values:
        raise _Wrong(f"Choose one of: {', '.join(value for value in values if value)}")
    return data


def _zone(data: object, question: Question) -> str:
    text = _text(data, question)
    if text and text not in clock.zone_names():
        raise _Wrong
    return text


def _country(data: object, question: Question) -> str:
    text = _text(data, question).upper()
    if text:
        _known(lambda: calendars.calendar_for(text))
    return text


def _known(look_up: Callable[[], object]) -> None:
    try:
        look_up()
    except calendars.UnknownCountry:
        raise _Wrong from None


def _flag(data: object, question: Question) -> bool:
    if not isinstance(data, bool):
        raise _Wrong("Enter true or false")
    return data


def _any_object(data: object, question: Question) -> Mapping[str, object]:
    """An object whose tool reads it itself, so that one that cannot be read spoils nothing beside it."""
    if not isinstance(data, dict):
        raise _Wrong
    return data


READERS: Mapping[str, Callable[[object, Question], object]] = {
    "text": _text,
    "long": _long,
    # One line on the page, but what is pasted with line breaks is taken: who uses it makes spaces of them.
    "line": _long,
    "email": _email,
    "date": _date,
    "time": _time,
    "moment": _moment,
    "choice": _choice,
    "zone": _zone,
    "country": _country,
    # Which regions there are depends on the country: the case as a whole is checked later.
    "subdivision": _text,
    "flag": _flag,
    "object": _any_object,
}

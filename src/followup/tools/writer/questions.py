"""What the writer asks, and what is wrong across its fields."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, make_dataclass
from typing import TYPE_CHECKING, Any, Literal

from followup import letters
from followup.case import check
from followup.model.answer import Problem
from followup.model.case import Case
from followup.model.question import asked
from followup.model.wording import Choices, Words, problem_words

TEXT_LIMIT = 5_000
# What stays the same from letter to letter.
SHARED = ("my_name", "my_phone")
KINDS: Mapping[str, tuple[Any, Any]] = {"date": (dt.date | None, None), "long": (str, ""), "line": (str, "")}
_LETTERS = letters.letters()
_FIRST = {name: letters.first_blanks(letter) for name, letter in _LETTERS.items()}


def _blank_field(blank: letters.Blank) -> tuple[str, Any, Any]:
    kind = "line" if blank.kind == "clause" else blank.kind
    hint, default = KINDS[kind]
    used_by = tuple(name for name, first in _FIRST.items() if blank.name in first)
    needed_by = tuple(name for name, letter in _LETTERS.items() if letters.is_needed(letter, blank))
    said = Words(label=blank.label, help=blank.help, example=blank.example)
    limits = {
        "limit": letters.BLANK_LIMIT,
        "private": True,
        "shared": blank.name if blank.name in SHARED else "",
    }
    when = {"when": ("/letter", used_by), "needed_when": needed_by}
    return blank.name, hint, asked(said, kind=kind, default=default, **when, **limits)


def _box(path: str, situation: str) -> Any:
    """Gives a box for the letters that know the situation; untouched it leaves the question to the interview."""
    knowing = tuple(name for name, letter in _LETTERS.items() if situation in letter.situations)
    return asked(path, kind="flag", default=None, when=("letter", knowing))


def _titles() -> Choices:
    return tuple((letter.id, letter.title) for letter in letters.letters().values())


if TYPE_CHECKING:
    # The blanks are data: one question for each record of blanks.toml.
    Blanks = Any
else:
    Blanks = make_dataclass("Blanks", map(_blank_field, letters.blanks().values()), frozen=True, kw_only=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class Colleague:
    """A letter that another person of the same company gets."""

    to: str = asked("colleague.to", private=True)
    text: str = asked("colleague.text", kind="long", limit=TEXT_LIMIT, private=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class Questions:
    """Which letter, for whom, and what only the reader can put into it."""

    letter: str = asked("writer.letter", kind="choice", choices=_titles)
    variant: Literal["plain", "warm", "formal"] = asked(
        "writer.variant", kind="choice", choices="tones", default="plain"
    )
    to: str = asked("writer.to", rare=True, private=True)
    blanks: Blanks = asked("writer.blanks", default=Blanks())
    date_known: bool | None = _box("writer.date_known", "ask_when")
    several: bool | None = _box("writer.several", "several")
    agency: bool | None = _box("writer.agency", "agency")
    again: bool | None = _box("writer.again", "again")
    moved: bool | None = _box("writer.moved", "moved")
    ahead: bool | None = _box("writer.ahead", "ahead")
    apart: bool | None = _box("writer.apart", "apart")
    unmet: bool | None = _box("writer.unmet", "unmet")
    form: Literal["email", "message"] = asked(
        "writer.form",
        kind="choice",
        choices="forms",
        default="email",
        when=("letter", tuple(name for name, letter in _LETTERS.items() if letter.message)),
    )
    wording: str = asked(
        "writer.wording",
        kind="choice",
        rare=True,
        choices="dealt",
        when=("letter", tuple(name for name, letter in _LETTERS.items() if letter.is_dealt)),
    )
    reply: bool = asked(
        "writer.reply",
        kind="flag",
        default=False,
        when=("letter", tuple(name for name, letter in _LETTERS.items() if letter.reply_subject)),
    )
    address: str = asked("writer.address", kind="email", rare=True, private=True)
    send_at: dt.datetime | None = asked("writer.send_at", kind="moment", rare=True, default=None)
    zone: str = asked("writer.zone", kind="zone", rare=True)
    subject: str = asked("writer.subject", kind="line", rare=True, limit=letters.BLANK_LIMIT, private=True)
    text: str = asked("writer.text", kind="long", rare=True, limit=TEXT_LIMIT, private=True)
    kept: str = asked("writer.kept", kind="long", carried=True, limit=TEXT_LIMIT, private=True)
    kept_subject: str = asked("writer.kept_subject", kind="line", carried=True, limit=letters.BLANK_LIMIT, private=True)
    written: tuple[Colleague, ...] = asked("writer.written", rare=True, default=(), limit=20)
    case: Case | None = asked("tool.case", default=None)
    step: str = asked("writer.step", rare=True)


def problems(values: Mapping[str, object], now: dt.datetime) -> tuple[Problem, ...]:
    """Gives what is wrong across fields: a letter must be named, or a step of a case."""
    found = check.problems(values, now, path="case.") if "case.rounds" in values else ()
    if values.get("letter") or (values.get("step") and "case.rounds" in values):
        return found
    return (*found, Problem(field="letter", message=problem_words("letter")))

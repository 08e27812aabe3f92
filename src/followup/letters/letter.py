"""A letter as its file gives it: when to use it, what bounds it, its blanks, and its words as Jinja source."""

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from followup.letters.framing import framed
from followup.rules.rulebook import with_figures
from followup.words.letter_files import letter_file, letter_groups, letter_ids, letter_text

type Tone = Literal["plain", "warm", "formal"]
type LetterKind = Literal["email", "phone", "voicemail", "card"]

TONES = ("plain", "warm", "formal")
MESSAGE_CHARACTERS = 300

_TESTED = re.compile(r"\{% (?:el)?if (\w+)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Blank:
    """Something only the reader can put into a letter."""

    name: str
    label: str
    help: str
    example: str
    kind: Literal["line", "clause", "long", "date"] = "line"
    needed: bool = True
    # How what is typed is brought into the sentence: see typed.py.
    shape: str = ""
    # On which side of the day of sending its day must lie, and what is said of one that does not.
    lies: Literal["", "ahead", "behind"] = ""
    astray: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Limit:
    """How much of something a letter may have; `rule` is a rule's id or "ours"."""

    what: Literal["sentences", "words", "paragraphs", "seconds", "characters"]
    most: int
    rule: str
    least: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Measure:
    """One limit and the size a text has."""

    limit: Limit
    size: int

    @property
    def ok(self) -> bool:
        """Whether the text keeps the limit."""
        return self.limit.least <= self.size <= self.limit.most


@dataclass(frozen=True, kw_only=True, slots=True)
class Letter:
    """A message template: when to use it, what bounds it, and its words as Jinja source."""

    id: str
    title: str
    kind: LetterKind
    # What the checker reads it as.
    checked_as: str
    when: str
    actions: tuple[str, ...]
    formats: tuple[str, ...]
    sources: tuple[str, ...]
    rules: tuple[str, ...]
    limits: tuple[Limit, ...]
    variants: tuple[str, ...]
    situations: tuple[str, ...]
    optional: tuple[str, ...]
    needed: tuple[str, ...]
    # Example words that fit this letter better than those of its blanks.
    examples: Mapping[str, str]
    # On which side the day of a blank must lie, where it is another one in this letter.
    lies: Mapping[str, str]
    example_sent: dt.date
    subject: str
    reply_subject: str
    source: str
    # The short form for a text or a chat, empty where there is none.
    message: str

    @property
    def is_dealt(self) -> bool:
        """Whether its sentences have wordings that are dealt out by person."""
        return "wording_" in self.source

    @property
    def knows_replies(self) -> bool:
        """Whether it has other words above an earlier email of the reader's."""
        return "if reply " in self.source


@dataclass(frozen=True, kw_only=True, slots=True)
class LetterGroup:
    """A heading of the gallery and the letters below it."""

    id: str
    title: str
    letters: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ChannelAdvice:
    """What to know before a letter goes another way than by email, and the page that tells who says so."""

    advice: str
    page: str


@cache
def channels() -> Mapping[str, ChannelAdvice]:
    """Gives the advice on each form that is no email."""
    return {form: ChannelAdvice(**record) for form, record in tomllib.loads(letter_text("channels.toml")).items()}


@cache
def blanks() -> Mapping[str, Blank]:
    """Gives every blank by name, in the order a form asks them."""
    data = tomllib.loads(letter_text("blanks.toml"))
    return {name: Blank(name=name, **record) for name, record in data.items()}


@cache
def letters() -> Mapping[str, Letter]:
    """Gives every letter by id, in the order of the gallery."""
    return {name: _letter(name) for name in letter_ids()}


@cache
def of_words(words: str, kind: LetterKind = "phone") -> Letter:
    """Gives words that stand in no file of their own as a letter: what is said in a call.

    They can do without each blank that they ask for with an "if".
    """
    facts = {"id": "", "title": "", "checked_as": "", "when": "", "sources": (), "rules": (), "limits": ()}
    told = {"kind": kind, "optional": tuple(_TESTED.findall(words)), "example_sent": dt.date.min, "message": ""}
    return Letter(**{**_DEFAULTS, **facts, **told, "source": framed(kind, words)})


@cache
def groups() -> tuple[LetterGroup, ...]:
    """Gives the headings of the gallery, each with the ids of its letters."""
    return tuple(
        LetterGroup(id=row["id"], title=row["title"], letters=tuple(row["letters"])) for row in letter_groups()
    )


def is_needed(letter: Letter, blank: Blank) -> bool:
    """Tells whether this letter is unfinished without the blank."""
    if blank.name in letter.optional:
        return False
    return blank.needed or blank.name in letter.needed


def examples(letter: Letter) -> Mapping[str, str]:
    """Gives example words for every blank, those that the letter brings along before the blanks' own."""
    return {name: letter.examples.get(name, blank.example) for name, blank in blanks().items()}


def _letter(name: str) -> Letter:
    file = letter_file(name)
    record = dict(file.facts)
    limits = tuple(Limit(**limit) for limit in record.pop("limits", ()))
    record["when"] = with_figures(record["when"])
    record = {key: tuple(value) if isinstance(value, list) else value for key, value in record.items()}
    message = framed("message", file.message) if file.message else ""
    sources = {"source": framed(record["kind"], file.words), "message": message}
    return Letter(**{**_DEFAULTS, **record, "limits": limits, **sources})


_DEFAULTS: Mapping[str, Any] = {
    "actions": (),
    "formats": (),
    "variants": TONES,
    "situations": (),
    "optional": (),
    "needed": (),
    "examples": {},
    "lies": {},
    "subject": "",
    "reply_subject": "",
}

"""The letters: their words, their blanks, and a letter filled with what the reader typed."""

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations
from typing import Any, Literal

from jinja2 import StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from followup.frozen import warmed
from followup.letters.branches import names_in
from followup.words.cleaning import clean_line, clean_text
from followup.words.dates import SpokenDay, spoken
from followup.words.letter_files import letter_file, letter_groups, letter_ids, letter_text

type Tone = Literal["plain", "warm", "formal"]
type LetterKind = Literal["email", "phone", "voicemail", "card"]

TONES = (("plain", "Plain"), ("warm", "Warm"), ("formal", "Formal"))
# What a letter may ask about the situation besides its tone.
SITUATIONS = ("several", "agency", "ask_when", "offer", "no_deadline", "called", "again", "moved", "ahead")
BLANK_LIMIT = 2000

_FRAME_PLACE = "{# letter #}"
_WORDS = (*(tone for tone, _ in TONES), *SITUATIONS)


@dataclass(frozen=True, kw_only=True, slots=True)
class Blank:
    """Something only the reader can put into a letter."""

    name: str
    label: str
    help: str
    example: str
    kind: Literal["line", "clause", "long", "date"] = "line"
    needed: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Limit:
    """How many sentences, words, paragraphs or seconds a letter may have; `rule` is a rule's id or "ours"."""

    what: Literal["sentences", "words", "paragraphs", "seconds"]
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
    example_sent: dt.date
    subject: str
    reply_subject: str
    source: str
    # The short form for a text or a chat, empty where there is none.
    message: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """A heading of the gallery and the letters below it."""

    id: str
    title: str
    letters: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Manner:
    """Which of a letter's variants is meant."""

    tone: str = "plain"
    situations: frozenset[str] = frozenset()
    reply: bool = False

    def words(self) -> dict[str, bool]:
        """Gives every word a letter's branches may test, true or false."""
        return {word: word == self.tone or word in self.situations for word in _WORDS}


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """A filled letter as text and as HTML with its missing blanks marked."""

    subject: str
    body: str
    subject_html: str
    body_html: str
    missing: tuple[str, ...]


class Missing:
    """A blank not yet filled: its label in brackets in text, a mark in HTML."""

    def __init__(self, blank: Blank) -> None:
        self._blank = blank

    # A day not yet told stands for each way of saying it.
    @property
    def day(self) -> "Missing":
        return self

    when = day

    def __str__(self) -> str:
        return f"[{self._blank.label}]"

    def __html__(self) -> str:
        return str(Markup('<mark data-blank="{}">[{}]</mark>').format(self._blank.name, self._blank.label))


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
def groups() -> tuple[Group, ...]:
    """Gives the headings of the gallery, each with the ids of its letters."""
    return tuple(Group(id=row["id"], title=row["title"], letters=tuple(row["letters"])) for row in letter_groups())


def used_blanks(letter: Letter, manner: Manner) -> tuple[Blank, ...]:
    """Gives the blanks that this variant of the letter asks for, in the order of the form."""
    names = _names_in(letter.source, manner) | _names_in(_subject(letter, manner), manner)
    return tuple(blank for name, blank in blanks().items() if name in names)


def first_blanks(letter: Letter) -> frozenset[str]:
    """Gives the names of the blanks that the letter asks for before anything else is told: plain, the date open."""
    return frozenset(blank.name for blank in used_blanks(letter, Manner(situations=frozenset({"ask_when"}))))


def manners(letter: Letter) -> tuple[Manner, ...]:
    """Gives every manner in which the letter reads differently: its tones, the situations it knows, as a reply."""
    known = letter.situations
    chosen = [frozenset(some) for count in range(len(known) + 1) for some in combinations(known, count)]
    return tuple(
        Manner(tone=tone, situations=situations, reply=reply)
        for tone, _ in TONES
        for situations in chosen
        for reply in (False, True)
    )


def is_needed(letter: Letter, blank: Blank) -> bool:
    """Tells whether this letter is unfinished without the blank."""
    if blank.name in letter.optional:
        return False
    return blank.needed or blank.name in letter.needed


def examples(letter: Letter) -> Mapping[str, str]:
    """Gives example words for every blank, those that the letter brings along before the blanks' own."""
    return {name: letter.examples.get(name, blank.example) for name, blank in blanks().items()}


def measured(letter: Letter, counts: Mapping[str, int]) -> tuple[Measure, ...]:
    """Gives each limit of the letter beside the size that its text has."""
    return tuple(Measure(limit=limit, size=counts[limit.what]) for limit in letter.limits)


def write(letter: Letter, manner: Manner, values: Mapping[str, str], sent: dt.date) -> Written:
    """Gives the letter filled; `sent` is the day of sending where the recipient is, dates in `values` are ISO."""
    asked = used_blanks(letter, manner)
    words = {blank.name: _word(letter, blank, values.get(blank.name, ""), sent) for blank in asked}
    both = {**words, **manner.words()}
    subject = _subject(letter, manner)
    return Written(
        subject=clean_line(_compiled(subject).render(both)),
        body=_tidy(_compiled(letter.source).render(both)),
        subject_html=_tidy(_compiled(subject, html=True).render(both)),
        body_html=_tidy(_compiled(letter.source, html=True).render(both)),
        missing=tuple(name for name, word in words.items() if isinstance(word, Missing)),
    )


def _word(letter: Letter, blank: Blank, value: str, sent: dt.date) -> "str | SpokenDay | Missing":
    text = clean_text(value).strip() if blank.kind == "long" else clean_line(value)
    if not text:
        return Missing(blank) if is_needed(letter, blank) else ""
    if blank.kind == "date":
        return spoken(dt.date.fromisoformat(text), sent)
    return text.rstrip(" .") or text if blank.kind == "clause" else text


def _tidy(text: str) -> str:
    """Closes the gaps that branches not taken leave behind."""
    lines = "\n".join(re.sub(r"[ \t]+", " ", line).strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def _subject(letter: Letter, manner: Manner) -> str:
    return letter.reply_subject if manner.reply and letter.reply_subject else letter.subject


def _names_in(source: str, manner: Manner) -> frozenset[str]:
    return _names_left(source, _tested(source) & {manner.tone, *manner.situations})


@cache
def _names_left(source: str, true: frozenset[str]) -> frozenset[str]:
    return names_in(_text.parse(source), {word: word in true for word in _WORDS}) - {*_WORDS}


@cache
def _tested(source: str) -> frozenset[str]:
    """Gives the words that the source's branches test: manners that differ in others leave the same names."""
    return names_in(_text.parse(source), {}) & {*_WORDS}


@lru_cache(maxsize=256)
def _compiled(source: str, *, html: bool = False) -> Template:
    return (_html if html else _text).from_string(source)


@warmed
def _compile_letters() -> None:
    for letter in letters().values():
        for source in (letter.source, letter.subject, letter.reply_subject):
            _compiled(source)
            _compiled(source, html=True)
        for manner in manners(letter):
            used_blanks(letter, manner)


def _letter(name: str) -> Letter:
    file = letter_file(name)
    record = dict(file.facts)
    limits = tuple(Limit(**limit) for limit in record.pop("limits", ()))
    record = {key: tuple(value) if isinstance(value, list) else value for key, value in record.items()}
    sources = {"source": _framed(record["kind"], file.words), "message": file.message}
    return Letter(**{**_DEFAULTS, **record, "limits": limits, **sources})


_DEFAULTS: Mapping[str, Any] = {
    "actions": (),
    "formats": (),
    "variants": tuple(tone for tone, _ in TONES),
    "situations": (),
    "optional": (),
    "needed": (),
    "examples": {},
    "subject": "",
    "reply_subject": "",
}


def _framed(kind: str, body: str) -> str:
    """Gives the letter's words between greeting and signature, each paragraph on one line."""
    frame = letter_text("frames", f"{kind}.txt.jinja")
    return frame.replace(_FRAME_PLACE, re.sub(r"\n(?=[^\n-])(?<!\n\n)", " ", body.strip()))


_text = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
_html = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)

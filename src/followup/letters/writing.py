"""A letter filled with what the reader typed."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from jinja2 import StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

from followup.frozen import warmed
from followup.letters import assembling
from followup.letters.assembling import Piece, Place
from followup.letters.branches import names_in
from followup.letters.letter import (
    MESSAGE_CHARACTERS,
    TONES,
    Blank,
    Letter,
    Limit,
    Measure,
    blanks,
    is_needed,
    letters,
)
from followup.letters.manner import TOLD_WORDS, WORDS, Manner, manners
from followup.letters.typed import shaped
from followup.words.cleaning import clean_line, clean_text
from followup.words.dates import spoken
from followup.words.greeting import salutation

# Names are written as their owners write them.
EXACT = frozenset(("company", "person", "others", "my_name", "colleague", "first_name", "surname"))
# The greeting is made of these.
GREETED = ("first_name", "title", "surname")


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """A filled letter as text and as HTML with its missing blanks marked, and where each blank stands in the body."""

    subject: str
    body: str
    subject_html: str
    body_html: str
    missing: tuple[str, ...]
    places: tuple[Place, ...] = ()


class Said:
    """What stands in a blank, as a template sees it: empty if there is nothing, and a day in two ways."""

    def __init__(self, words: str, day: str = "") -> None:
        self._words = words
        # What follows "by"; other words are the same everywhere.
        self.day = day or words

    def __bool__(self) -> bool:
        return bool(self._words)

    def __str__(self) -> str:
        return self._words


def used_blanks(letter: Letter, manner: Manner) -> tuple[Blank, ...]:
    """Gives the blanks that this variant of the letter asks for, in the order of the form."""
    names = _names_in(_body(letter, manner), manner) | _names_in(_subject(letter, manner), manner)
    if "greeting" in names:
        names |= {*GREETED} if manner.tone == "formal" else {"first_name"}
    return tuple(blank for name, blank in blanks().items() if name in names)


def first_blanks(letter: Letter) -> frozenset[str]:
    """Gives the names of the blanks that the letter asks for before anything else is told: plain, the date open."""
    return frozenset(blank.name for blank in used_blanks(letter, Manner(situations=frozenset({"ask_when"}))))


def limits(letter: Letter, manner: Manner) -> tuple[Limit, ...]:
    """Gives what bounds the letter in this form."""
    if is_message(letter, manner):
        return (Limit(what="characters", most=MESSAGE_CHARACTERS, rule="ours"),)
    return letter.limits


def is_message(letter: Letter, manner: Manner) -> bool:
    """Tells whether the short form is meant, and there is one."""
    return manner.form == "message" and bool(letter.message)


def measured(letter: Letter, counts: Mapping[str, int], manner: Manner | None = None) -> tuple[Measure, ...]:
    """Gives each limit of the letter beside the size that its text has."""
    bounds = limits(letter, manner or Manner())
    return tuple(Measure(limit=limit, size=counts[limit.what]) for limit in bounds)


def write(letter: Letter, manner: Manner, values: Mapping[str, str], sent: dt.date) -> Written:
    """Gives the letter filled; `sent` is the day of sending where the recipient is, dates in `values` are ISO."""
    asked = used_blanks(letter, manner)
    clean = {blank.name: _cleaned(blank, values.get(blank.name, "")) for blank in blanks().values()}
    said = {blank.name: _said(letter, blank, clean[blank.name], sent) for blank in asked}
    words = {**said, "greeting": _greeting(letter, manner, clean), **manner.words()}
    subject, body = (_filled(source, words) for source in (_subject(letter, manner), _body(letter, manner)))
    missing = tuple(blank.name for blank in asked if not clean[blank.name] and is_needed(letter, blank))
    return Written(
        subject=clean_line(assembling.text_of(subject)),
        body=assembling.text_of(body),
        subject_html=assembling.html_of(subject),
        body_html=assembling.html_of(body),
        missing=missing,
        places=tuple(assembling.places(body)),
    )


def said_in(blank: Blank, value: str, sent: dt.date) -> str:
    """Gives what is typed into a blank as a letter says it; empty for nothing."""
    text = _cleaned(blank, value)
    if blank.kind == "date" and text:
        return str(spoken(dt.date.fromisoformat(text), sent))
    return shaped(text, blank.shape) if text else ""


def _filled(source: str, words: Mapping[str, object]) -> tuple[Piece, ...]:
    return assembling.pieces(_compiled(source).render(words), (*blanks(),), EXACT)


def _cleaned(blank: Blank, value: str) -> str:
    text = assembling.harmless(value)
    return clean_text(text).strip() if blank.kind == "long" else clean_line(text)


def _said(letter: Letter, blank: Blank, text: str, sent: dt.date) -> Said:
    number = _numbers()[blank.name]
    if not text:
        missing = assembling.marked(f"[{blank.label}]", number, missing=True)
        return Said(missing if is_needed(letter, blank) else "")
    if blank.kind == "date":
        day = spoken(dt.date.fromisoformat(text), sent)
        return Said(assembling.marked(day.when, number), assembling.marked(day.day, number))
    return Said(assembling.marked(shaped(text, blank.shape), number))


def _greeting(letter: Letter, manner: Manner, values: Mapping[str, str]) -> str:
    """Gives how the letter opens; on the phone and on a card everybody is greeted in one way."""
    title, surname = values["title"], values["surname"]
    opening = salutation(values["first_name"], title=title, surname=surname, formal=manner.tone == "formal")
    word, _, name = opening.partition(" ")
    word = {"voicemail": "Hello", "card": "Dear"}.get(letter.kind, word)
    return f"{word} {assembling.marked(name, _numbers()['first_name'])}" if name else "Hello"


def _subject(letter: Letter, manner: Manner) -> str:
    if is_message(letter, manner):
        return ""
    return letter.reply_subject if manner.reply and letter.reply_subject else letter.subject


def _body(letter: Letter, manner: Manner) -> str:
    return letter.message if is_message(letter, manner) else letter.source


@cache
def _numbers() -> Mapping[str, int]:
    return {name: number for number, name in enumerate(blanks())}


def _names_in(source: str, manner: Manner) -> frozenset[str]:
    return _names_left(source, _shared(_tested(source) & {*TOLD_WORDS} & manner.told))


@cache
def _names_left(source: str, true: frozenset[str]) -> frozenset[str]:
    return _shared(names_in(_templates.parse(source), {word: word in true for word in TOLD_WORDS}) - {*WORDS})


@cache
def _tested(source: str) -> frozenset[str]:
    """Gives the words that the source's branches test: manners that differ in others leave the same names."""
    return _shared(names_in(_templates.parse(source), {}) & {*WORDS})


@cache
def _shared(names: frozenset[str]) -> frozenset[str]:
    """The first set that was equal to this one: many manners leave the same, and a reader fetches each."""
    return names


@cache
def _compiled(source: str) -> Template:
    return _templates.from_string(source)


def make_ready(letter: Letter, told: Iterable[Manner]) -> None:
    """Compiles a letter and finds the blanks of these manners, so that it can be written without a compiler."""
    for source in (letter.source, letter.message, letter.subject, letter.reply_subject):
        _compiled(source)
    for manner in told:
        used_blanks(letter, manner)


def situations_asked(letter: Letter) -> Iterator[Manner]:
    """Gives a manner for each choice of the situations that the letter's words ask about."""
    asked = sorted(_tested(letter.source) - {*TONES})
    for count in range(len(asked) + 1):
        yield from (Manner(situations=frozenset(some)) for some in combinations(asked, count))


@warmed
def _compile_letters() -> None:
    for letter in letters().values():
        _compile(letter)


def _compile(letter: Letter) -> None:
    make_ready(letter, (manner for manner in manners(letter) if manner.position == 0))


# Nothing is escaped here: the finished text is, as a whole.
_templates = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)

"""A letter filled with what the reader typed."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from jinja2 import Template

from followup.frozen import warmed
from followup.letters import assembling
from followup.letters.assembling import BlankSpot, Piece
from followup.letters.letter import MESSAGE_CHARACTERS, Blank, Letter, Limit, Measure, blanks, is_needed, letters
from followup.letters.manner import Manner
from followup.letters.templates import templates
from followup.letters.typed import shaped
from followup.letters.unfit import is_unfit
from followup.letters.wanted_blanks import body_source, is_message, part_of, subject_source, used_blanks
from followup.model.wording import view_words
from followup.words.cleaning import clean_line, clean_text
from followup.words.dates import day_said
from followup.words.greeting import salutation

# Names are written as their owners write them.
EXACT = frozenset(("company", "person", "others", "my_name", "colleague", "first_name", "surname"))


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """A filled letter as text and as HTML with its missing blanks marked, and where each blank stands in the body."""

    subject: str
    body: str
    subject_html: str
    body_html: str
    missing: tuple[str, ...]
    places: tuple[BlankSpot, ...] = ()


class FilledBlank:
    """What stands in a blank, as a template sees it: empty if there is nothing, and a day in two ways."""

    def __init__(self, words: str, day: str = "", *, is_ahead: bool = False) -> None:
        self._words = words
        # What follows "by"; other words are the same everywhere.
        self.day = day or words
        # Whether the day is not over when the letter goes out.
        self.is_ahead = is_ahead

    def __bool__(self) -> bool:
        return bool(self._words)

    def __str__(self) -> str:
        return self._words


def limits(letter: Letter, manner: Manner) -> tuple[Limit, ...]:
    """Gives what bounds the letter in this form."""
    if is_message(letter, manner):
        return (Limit(what="characters", most=MESSAGE_CHARACTERS, rule="ours"),)
    return letter.limits


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
    subject, body = (_filled(source, words) for source in (subject_source(letter, manner), body_source(letter, manner)))
    # What would stand in the subject is not missed where the reply has one already.
    open_here = {part.blank for part in (*subject, *body) if part.missing}
    missing = tuple(blank.name for blank in asked if blank.name in open_here)
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
        return str(day_said(dt.date.fromisoformat(text), sent))
    return shaped(text, blank.shape) if text else ""


def _filled(source: str, words: Mapping[str, object]) -> tuple[Piece, ...]:
    return assembling.pieces(_compiled(source).render(words), (*blanks(),), EXACT)


def _cleaned(blank: Blank, value: str) -> str:
    harmless = assembling.harmless(value)
    text = clean_text(harmless).strip() if blank.kind == "long" else clean_line(harmless)
    return "" if is_unfit(text, blank.shape) else text


def _said(letter: Letter, blank: Blank, text: str, sent: dt.date) -> FilledBlank:
    number = _numbers()[blank.name]
    if not text:
        missing = assembling.marked(f"[{blank.label}]", number, missing=True)
        return FilledBlank(missing if is_needed(letter, blank) else "")
    if blank.kind == "date":
        day = dt.date.fromisoformat(text)
        said = day_said(day, sent)
        marked = (assembling.marked(words, number) for words in (said.when, said.day))
        return FilledBlank(*marked, is_ahead=day >= sent)
    return FilledBlank(assembling.marked(shaped(text, blank.shape), number))


def _greeting(letter: Letter, manner: Manner, values: Mapping[str, str]) -> str:
    """Gives how the letter opens; on the phone and on a card everybody is greeted in one way."""
    title, surname = values["title"], values["surname"]
    opening = salutation(values["first_name"], title=title, surname=surname, formal=manner.tone == "formal")
    word, _, name = opening.partition(" ")
    marked = assembling.marked(name, _numbers()["first_name"])
    if not name:
        return view_words("greetings.nobody")
    if letter.kind in ("voicemail", "card"):
        return view_words("greetings.spoken" if letter.kind == "voicemail" else "greetings.formal", name=marked)
    return f"{word} {marked}"


@cache
def _numbers() -> Mapping[str, int]:
    return {name: number for number, name in enumerate(blanks())}


@cache
def _compiled(source: str) -> Template:
    return templates.from_string(source)


def make_ready(letter: Letter) -> None:
    """Compiles a letter and finds its branches, so that it can be written in every manner without a compiler."""
    # A message has no subject.
    for source in ("", letter.source, letter.message, letter.subject, letter.reply_subject):
        _compiled(source)
        part_of(source)


@warmed
def _compile_letters() -> None:
    for letter in letters().values():
        make_ready(letter)

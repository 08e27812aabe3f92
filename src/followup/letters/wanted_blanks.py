"""Which blanks a letter asks for: those left where the branches that do not hold are gone."""

from functools import cache

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from followup.letters.branches import names_in
from followup.letters.letter import Blank, Letter, blanks
from followup.letters.manner import TOLD_WORDS, WORDS, Manner

# The greeting is made of these.
GREETED = ("first_name", "title", "surname")


def used_blanks(letter: Letter, manner: Manner) -> tuple[Blank, ...]:
    """Gives the blanks that this variant of the letter asks for, in the order of the form."""
    names = _names_in(body_source(letter, manner), manner) | _names_in(subject_source(letter, manner), manner)
    if "greeting" in names:
        names |= {*GREETED} if manner.tone == "formal" else {"first_name"}
    return tuple(blank for name, blank in blanks().items() if name in names)


def first_blanks(letter: Letter) -> frozenset[str]:
    """Gives the names of the blanks that the letter asks for before anything else is told: plain, the date open."""
    return frozenset(blank.name for blank in used_blanks(letter, Manner(situations=frozenset({"ask_when"}))))


def is_message(letter: Letter, manner: Manner) -> bool:
    """Tells whether the short form is meant, and there is one."""
    return manner.form == "message" and bool(letter.message)


def subject_source(letter: Letter, manner: Manner) -> str:
    if is_message(letter, manner):
        return ""
    return letter.reply_subject if manner.reply and letter.reply_subject else letter.subject


def body_source(letter: Letter, manner: Manner) -> str:
    return letter.message if is_message(letter, manner) else letter.source


def _names_in(source: str, manner: Manner) -> frozenset[str]:
    return _names_left(source, _shared(tested_words(source) & {*TOLD_WORDS} & manner.told))


@cache
def _names_left(source: str, true: frozenset[str]) -> frozenset[str]:
    return _shared(names_in(templates.parse(source), {word: word in true for word in TOLD_WORDS}) - {*WORDS})


@cache
def tested_words(source: str) -> frozenset[str]:
    """Gives the words that the source's branches test: manners that differ in others leave the same names."""
    return _shared(names_in(templates.parse(source), {}) & {*WORDS})


@cache
def _shared(names: frozenset[str]) -> frozenset[str]:
    """The first set that was equal to this one: many manners leave the same, and a reader fetches each."""
    return names


# Nothing is escaped here: the finished text is, as a whole.
templates = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)

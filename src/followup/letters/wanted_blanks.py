"""Which blanks a letter asks for: those left where the branches that do not hold are gone."""

from functools import cache

from followup.letters.branches import Part, names_in, parted
from followup.letters.letter import Blank, Letter, blanks
from followup.letters.manner import TOLD_WORDS, WORDS, Manner
from followup.letters.templates import templates

# The greeting is made of these.
GREETED = ("first_name", "title", "surname")
DECIDED, NO_BLANKS = frozenset(TOLD_WORDS), frozenset(WORDS)


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
    return names_in(part_of(source), DECIDED, manner.told) - NO_BLANKS


@cache
def part_of(source: str) -> Part:
    """Gives the names and branches of a letter's words, found once."""
    return parted(templates.parse(source))

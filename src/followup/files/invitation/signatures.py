"""Who signs an email: the name below "Kind regards", and the full one where a given name alone stands there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from followup.files.invitation.jobs import is_job
from followup.files.invitation.people import Attendee
from followup.files.invitation.person_signs import has_sign, is_company
from followup.files.invitation.spoken_names import FIRST, person
from followup.files.invitation.words import known, pattern, small_letters, unmarked
from followup.words.known_names import is_given_name

LONGEST_SIGNED = 60
# So far below the ending the full name stands, and what the person does behind it.
MOST_BELOW = 6
# Before the name of who signs for somebody else: "i. A. Carola Winter".
SIGNED_FOR = re.compile(r"^(?:i\.\s?[AV]\.|ppa\.|p\.\s?p\.|p\.\s?o\.|P\.?/?O\.?|im Auftrag|in Vertretung|pp)\s+")
MARKS = ("--", "—", "___")


@dataclass(frozen=True, kw_only=True, slots=True)
class Signature:
    """Who signed, and the lines of the signature: the rest of that of the name, and those below it."""

    person: Attendee
    lines: tuple[str, ...]

    @property
    def is_recruiting(self) -> bool:
        """True for somebody who invites by trade."""
        return any(pattern("recruiting_jobs").search(small_letters(line)) for line in self.lines[:2])


def signatures(text: str) -> Iterator[Signature]:
    """Every signature of a text, the first one first."""
    lines = _lines(text)
    for at, line in enumerate(lines):
        if _is_ending(line) or line in MARKS:
            below = lines[at + 1 : at + 1 + MOST_BELOW]
        elif _is_given_alone(line):
            below = lines[at : at + MOST_BELOW]
        else:
            continue
        if below and len(below[0]) < LONGEST_SIGNED and (found := _full(below)):
            yield found


def signed(text: str) -> Attendee | None:
    """Who signed first that is a person by all signs, and no desk or company."""
    return next((one.person for one in signatures(text) if _is_ones_own(one, text)), None)


def _is_ones_own(one: Signature, text: str) -> bool:
    """True where the name has the signs of a person's, or what they do stands behind it."""
    return (has_sign(one.person.name) or any(map(is_job, one.lines[:2]))) and not is_company(one.person.name, text)


def given_alone(text: str) -> str:
    """The given name with which a text is signed and nothing more, or nothing."""
    below = (line for ending, line in pairwise(_lines(text)) if _is_ending(ending))
    return next((_given(line) for line in below if _is_given_alone(line)), "")


def _full(below: list[str]) -> Signature | None:
    """The signature of those lines; further down the full name may stand that begins with the given one."""
    given = _given(below[0])
    for at, line in enumerate(below):
        first, *rest = FIRST.split(SIGNED_FOR.sub("", line), maxsplit=1)
        one = person(first)
        if one and (at == 0 or unmarked(one.name.split()[0]) == unmarked(given)):
            return Signature(person=one, lines=(*rest, *below[at + 1 :]))
        if at == 0 and " " in given:
            return None
    return None


def _lines(text: str) -> list[str]:
    return [*filter(None, (line.strip(" *>\t") for line in text.split("\n")))]


def _is_ending(line: str) -> bool:
    return small_letters(line).rstrip(" ,.!") in known("endings")


def _is_given_alone(line: str) -> bool:
    return is_given_name(_given(line)) and " " not in line


def _given(line: str) -> str:
    return line.strip(" ,.!–—-")

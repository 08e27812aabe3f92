"""A letter as it would go out, and what is known around it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from followup import letters
from followup.model.case import Case
from followup.model.plan import Step

SPOKEN = ("phone", "voicemail")


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadyLetter:
    """A letter as it would go out, and what is known around it."""

    letter: letters.Letter
    manner: letters.Manner
    # What the letter, or the reader's own wording, asks for.
    blanks: tuple[letters.Blank, ...]
    words: letters.Written
    values: Mapping[str, str]
    # The names of the blanks that the reader filled; the others came from the case.
    typed: frozenset[str]
    name: str
    people: tuple[str, ...]
    format: str
    address: str
    case: Case | None
    step: Step | None
    sent_at: dt.datetime
    # Whether the reader changed the letter's words.
    is_own: bool
    # Whether the words are those that the reader kept for this letter.
    is_kept: bool
    # To whom, and what they get.
    colleagues: tuple[tuple[str, str], ...]
    # What is usual where it is read, empty where nothing is known.
    custom: str

    @property
    def is_spoken(self) -> bool:
        """Whether the letter is said, not sent."""
        return self.letter.kind in SPOKEN

    @property
    def is_mail(self) -> bool:
        """Whether the letter is an email."""
        return self.letter.kind == "email" and not self.is_message

    @property
    def is_message(self) -> bool:
        """Whether the short form for a text or a chat stands here."""
        return letters.is_message(self.letter, self.manner)

    @property
    def addressee(self) -> str:
        """Who gets the letter, as far as it is known."""
        return self.name or self.values.get("first_name", "")

    @property
    def compared(self) -> tuple[tuple[str, str], ...]:
        """The letters to others; an earlier one to the same person is no other."""
        return tuple(one for one in self.colleagues if not one[0] or one[0] != self.addressee)

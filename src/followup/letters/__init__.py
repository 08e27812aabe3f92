"""The letters: their words, their blanks, and a letter filled with what the reader typed."""

from followup.letters.assembling import BlankSpot
from followup.letters.letter import (
    TONES,
    Blank,
    ChannelAdvice,
    Letter,
    LetterGroup,
    LetterKind,
    Limit,
    Measure,
    Tone,
    blanks,
    channels,
    examples,
    groups,
    is_needed,
    letters,
    of_words,
)
from followup.letters.manner import FORMS, SITUATIONS, Form, Manner
from followup.letters.own import filled, kept, own_blanks
from followup.letters.wanted_blanks import first_blanks, is_message, used_blanks
from followup.letters.writing import Written, limits, make_ready, measured, write

BLANK_LIMIT = 2000

__all__ = [
    "BLANK_LIMIT",
    "FORMS",
    "SITUATIONS",
    "TONES",
    "Blank",
    "BlankSpot",
    "ChannelAdvice",
    "Form",
    "Letter",
    "LetterGroup",
    "LetterKind",
    "Limit",
    "Manner",
    "Measure",
    "Tone",
    "Written",
    "blanks",
    "channels",
    "examples",
    "filled",
    "first_blanks",
    "groups",
    "is_message",
    "is_needed",
    "kept",
    "letters",
    "limits",
    "make_ready",
    "measured",
    "of_words",
    "own_blanks",
    "used_blanks",
    "write",
]

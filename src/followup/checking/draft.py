"""A draft and what is known about it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from followup.model.plan import ROUND_ASKS, Window
from followup.words.letter_files import LetterFileError, letter_facts, letter_ids

type MessageKind = Literal[
    "thank-you",
    "pass-on",
    "check-in",
    "second-check-in",
    "competing-offer",
    "answer",
    "rejection-reply",
    "stay-in-touch",
    "card",
    "withdraw",
    "accept",
    "close",
    "decline",
    "ask-time",
    "correction",
    "reschedule",
    "somebody-else",
    "talking-points",
    "call-opening",
    "voicemail",
    # Nobody told, and the words do not tell either.
    "unknown",
]

KINDS: frozenset[str] = frozenset(get_args(MessageKind.__value__)) - {"unknown"}

SPOKEN: frozenset[str] = frozenset({"talking-points", "call-opening", "voicemail"})
CHECK_INS: frozenset[str] = frozenset({"check-in", "second-check-in"})
# In these the answer has come, or one's own is given: nobody asks for news any more.
ANSWERED: frozenset[str] = frozenset(
    {"rejection-reply", "stay-in-touch", "card", "withdraw", "accept", "decline", "ask-time"}
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """What the reader wrote, and the facts it is held against; None and empty mean that nobody told."""

    text: str
    subject: str = ""
    # A letter id or a kind; empty asks for a guess.
    letter: str = ""
    # "phone" stands for every interview that the phone rule covers.
    format: str = ""
    company: str = ""
    role: str = ""
    people: tuple[str, ...] = ()
    promise: Literal["", "none", "date", "range", "no-contact"] = ""
    promised_by: dt.date | None = None
    other_offer: bool | None = None
    items: tuple[str, ...] = ()
    earlier_subjects: tuple[str, ...] = ()
    window: Window | None = None
    sent_at: dt.datetime | None = None
    # The days of the interviews, and the day of sending as the recipient has it and as the reader has it.
    met: tuple[dt.date, ...] = ()
    sent_on: tuple[dt.date, ...] = ()
    touches_left: int | None = None
    # The country whose clock the reader reads.
    reads: str = ""
    # The plan has stopped waiting, and dropped the step this draft is for.
    stopped: bool = False
    others: tuple[str, ...] = ()


def kind_of(letter: str) -> MessageKind | None:
    """Gives the kind of a letter id (or of a kind itself), None when the name is unknown.

    >>> kind_of("thank-you-phone")
    'thank-you'
    """
    return cast(MessageKind, letter) if letter in KINDS else letter_kinds().get(letter)


@cache
def letter_kinds() -> Mapping[str, MessageKind]:
    """Gives what each letter is read as, by its id, from the front of its file.

    LetterFileError: a letter names a kind that the checker does not know.
    """
    named = {name: letter_facts(name).get("checked_as", "") for name in letter_ids()}
    for name, kind in named.items():
        if kind not in KINDS:
            raise LetterFileError(f"The letter {name} is checked_as “{kind}”; there are: {', '.join(sorted(KINDS))}")
    return named


def is_call(letter: str) -> bool:
    """Tells whether a letter of ours is said on the phone."""
    return letter in letter_ids() and letter_facts(letter).get("kind") == "phone"


def asks_otherwise(letter: str) -> bool:
    """Tells whether a letter of ours is for steps that ask something else than how things stand: for paper, a day."""
    actions = letter_facts(letter).get("actions", ()) if letter in letter_ids() else ()
    return bool(actions) and not {*actions} & {*ROUND_ASKS}


def format_of(draft: Draft) -> str:
    """Gives the format of the interview: what was told, or what the letter's name says.

    A letter for after a phone call is one, also where a first video interview counts as a call (O10).
    """
    formats: list[str] = letter_facts(draft.letter).get("formats", []) if draft.letter in letter_ids() else []
    named = formats[0] if len(formats) == 1 else ""
    return named if named == "phone" else draft.format or named

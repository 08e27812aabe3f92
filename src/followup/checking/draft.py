"""A draft and what is known about it."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from followup.model.plan import Window

type Kind = Literal[
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
    "talking-points",
    "call-opening",
    "voicemail",
]

LETTERS: dict[str, Kind] = {
    "thank-you-onsite": "thank-you",
    "thank-you-phone": "thank-you",
    "thank-you-video": "thank-you",
    "thank-you-panel": "thank-you",
    "thank-you-recorded": "thank-you",
    "thank-you-late": "thank-you",
    "thank-you-item": "thank-you",
    "thank-you-forgotten": "thank-you",
    "thank-you-question": "thank-you",
    "thank-you-organiser": "pass-on",
    "check-in": "check-in",
    "check-in-date-passed": "check-in",
    "second-check-in": "second-check-in",
    "competing-offer": "competing-offer",
    "answer-deciding": "answer",
    "answer-question": "answer",
    "answer-next-round": "accept",
    "reply-to-rejection": "rejection-reply",
    "stay-in-touch": "stay-in-touch",
    "card-after-rejection": "card",
    "withdraw": "withdraw",
    "accept-next-round": "accept",
    "close-after-silence": "close",
    "talking-points": "talking-points",
    "call-opening": "call-opening",
    "voicemail": "voicemail",
    "call-back": "voicemail",
}
FORMATS = {
    "thank-you-onsite": "onsite",
    "thank-you-phone": "phone",
    "thank-you-video": "video",
    "thank-you-recorded": "recorded",
}
SPOKEN: frozenset[str] = frozenset({"talking-points", "call-opening", "voicemail"})
CHECK_INS: frozenset[str] = frozenset({"check-in", "second-check-in"})


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
    touches_left: int | None = None
    # The plan has stopped waiting, and dropped the step this draft is for.
    stopped: bool = False
    others: tuple[str, ...] = ()


def kind_of(letter: str) -> Kind | None:
    """Gives the kind of a letter id (or of a kind itself), None when the name is unknown.

    >>> kind_of("thank-you-phone")
    'thank-you'
    """
    kinds: dict[str, Kind] = {kind: kind for kind in LETTERS.values()}
    return LETTERS.get(letter) or kinds.get(letter)


def format_of(draft: Draft) -> str:
    """Gives the format of the interview: what was told, or what the letter's name says.

    A letter for after a phone call is one, also where a first video interview counts as a call (O10).
    """
    named = FORMATS.get(draft.letter, "")
    return named if named == "phone" else draft.format or named

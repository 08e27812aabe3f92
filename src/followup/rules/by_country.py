"""Customs and law by country, each with the day on which it is to be looked at again."""

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from followup.model.language import dated
from followup.model.wording import choice_words, view_words
from followup.rules.evidence_files import each, known, records
from followup.rules.findings import TRUSTS, Trust

type Usual = Literal["no", "rare", "optional", "mixed", "done", "advised", "usual", "unknown"]

USUAL: tuple[Usual, ...] = get_args(Usual.__value__)
ANSWERS = ("thank_you", "when", "address_form", "channel", "next_step")


@dataclass(frozen=True, kw_only=True, slots=True)
class Law:
    """A law that touches the wait; from `check_by` on the row is due for a new look."""

    place: str
    countries: tuple[str, ...]
    instrument: str
    in_force: str
    covers: str
    gives: str
    addresses: tuple[str, ...]
    copy_dated: str
    read: dt.date
    check_by: dt.date
    check_because: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """What is said of a country, and whose word it is where that is known."""

    says: str
    who: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Custom:
    """What is usual in a country. An empty answer is a finding too: nothing was found.

    `usual` sorts what is said of a thank-you; `wait_days` are the least and the most days that advisers there wait
    before a first question where no date was named, or empty.
    """

    place: str
    countries: tuple[str, ...]
    usual: Usual
    thank_you: tuple[Claim, ...]
    when: tuple[Claim, ...]
    address_form: tuple[Claim, ...]
    channel: tuple[Claim, ...]
    next_step: tuple[Claim, ...]
    confidence: Trust
    addresses: tuple[str, ...]
    read: dt.date
    check_by: dt.date
    wait_days: tuple[int, ...] = ()
    confidence_because: str = ""


@cache
def laws() -> tuple[Law, ...]:
    """Gives the law that touches the wait."""
    return records("law", "law", Law)


@cache
def customs() -> tuple[Custom, ...]:
    """Gives the customs, by country."""
    read = records("customs", "custom", Custom, _with_claims)
    known("customs", "confidence", (one.confidence for one in read), TRUSTS)
    known("customs", "usual", (one.usual for one in read), USUAL)
    return read


def usual_words(usual: Usual) -> str:
    """Gives how usual a thank-you is: "up to you"."""
    return choice_words("custom_usual", usual)


def overdue(today: dt.date) -> tuple[str, ...]:
    """Gives what is due for a new look on that day: "Ontario (Canada), since 31 January 2027"."""
    due = [*((law.place, law.check_by) for law in laws()), *((one.place, one.check_by) for one in customs())]
    return tuple(view_words("rules.overdue", place=place, day=dated("long", day)) for place, day in due if day <= today)


def _with_claims(told: dict[str, Any]) -> dict[str, Any]:
    return {**told, **{answer: each(Claim, told[answer]) for answer in ANSWERS if answer in told}}

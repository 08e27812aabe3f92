"""What surveys found, and how long employers really take."""

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from followup.model.wording import choice_words
from followup.rules.evidence_files import each, known, records

type Trust = Literal["none", "low", "low-to-medium", "medium", "high"]

TRUSTS: tuple[Trust, ...] = get_args(Trust.__value__)


@dataclass(frozen=True, kw_only=True, slots=True)
class Share:
    """How many of a hundred gave one answer."""

    answer: str
    percent: float


@dataclass(frozen=True, kw_only=True, slots=True)
class SurveyQuestion:
    """One question of a survey, with the shares of its answers."""

    question: str
    shares: tuple[Share, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Helpful:
    """How many of a hundred said in a year that a thank-you helps; year 0 where the survey has no date."""

    year: int
    percent: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Survey:
    """One poll of employers or candidates: whose, what they sell, who was asked, and how far it can be trusted.

    `sample` is how many were asked, 0 where nobody told, and `more` where it was more than that; `finding` is what came
    out where there are no shares.
    """

    who: str
    sells: str
    dated: str
    country: str
    sampled: str
    sample: int
    trust: Trust
    trust_because: str
    addresses: tuple[str, ...]
    read: dt.date
    more: bool = False
    asked: tuple[SurveyQuestion, ...] = ()
    helpful: tuple[Helpful, ...] = ()
    finding: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class SurveyFigure:
    """One figure and what it is of: a year, a trade, or a country by its two letters ("" is the world)."""

    of: str
    count: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Duration:
    """How long employers took, as somebody measured or told it, in `unit`; `about` is the part of the page."""

    about: str
    what: str
    by: str
    unit: str
    note: str
    whose: str
    addresses: tuple[str, ...]
    read: dt.date
    figures: tuple[SurveyFigure, ...] = ()


@cache
def surveys() -> tuple[Survey, ...]:
    """Gives the surveys."""
    read = records("surveys", "survey", Survey, _with_shares)
    known("surveys", "trust", (one.trust for one in read), TRUSTS)
    return read


@cache
def durations() -> tuple[Duration, ...]:
    """Gives how long employers take."""
    return records("durations", "duration", Duration, _with_figures)


def trust_words(trust: Trust) -> str:
    """Gives how far something can be trusted: "low to medium"."""
    return choice_words("trust", trust)


def _with_shares(told: dict[str, Any]) -> dict[str, Any]:
    asked = [
        SurveyQuestion(question=one["question"], shares=each(Share, one["shares"])) for one in told.get("asked", ())
    ]
    return {**told, "asked": asked, "helpful": each(Helpful, told.get("helpful", ()))}


def _with_figures(told: dict[str, Any]) -> dict[str, Any]:
    return {**told, "figures": each(SurveyFigure, told.get("figures", ()))}

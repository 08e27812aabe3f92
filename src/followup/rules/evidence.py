"""The evidence: what further published sources say, question by question, read from data/evidence."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal, get_args

from followup.model.wording import choice_words
from followup.rules.evidence_files import known, once, records
from followup.rules.rulebook import figure
from followup.rules.tallies import Direction
from followup.rules.weeks import plain_days

type VoiceKind = Literal["university", "job-site", "staffing", "press", "column", "public", "association", "employer"]

HOURS = 24
# Offices give advice for a living and sell nothing with it.
OFFICES: tuple[VoiceKind, ...] = ("university", "public", "association")
KINDS: tuple[VoiceKind, ...] = get_args(VoiceKind.__value__)


@dataclass(frozen=True, kw_only=True, slots=True)
class Voice:
    """One publisher: what was read on which day, and what it says in its own short words, by topic.

    `coded` holds the numbers that drawings count, in the unit of their question, and `answers` the word under which a
    person sorted what it says. A topic that `says` leaves out is unknown: only the opening of a page was read.
    """

    id: str
    publisher: str
    title: str
    dated: str
    country: str
    kind: VoiceKind
    grade: Literal["A", "B"]
    address: str
    read: dt.date
    says: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    coded: Mapping[str, float] = field(default_factory=dict)
    family: str = ""
    counted: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Bucket:
    """One bar: it takes what is at most `to` and above the bar before."""

    to: float
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CountedQuestion:
    """A question whose answers can be counted; `figure` names our default, "K4.wait_business_days"."""

    id: str
    page: str
    title: str
    short: str
    field: str
    coded: str
    unit: str
    buckets: tuple[Bucket, ...]
    figure: str
    sentence: str
    counts: Direction

    @property
    def ours(self) -> float:
        """Our default in the unit of the question; business days count with the weekends between them."""
        rule, _, key = self.figure.partition(".")
        count = figure(rule, key)
        if key.endswith("hours"):
            return count / HOURS
        return plain_days(count) if "business_days" in key else count


@dataclass(frozen=True, kw_only=True, slots=True)
class SortedAnswer:
    """One bar of a topic: the word that voices were sorted under, and what a reader sees."""

    id: str
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Topic:
    """A question that is answered in words, sorted into `answers` where they can be counted.

    `ours` is the answer of our default, and `fits` are those that go along with it; both are empty where it takes no
    side.
    """

    id: str
    page: str
    title: str
    field: str
    answers: tuple[SortedAnswer, ...] = ()
    ours: str = ""
    fits: tuple[str, ...] = ()
    sentence: str = ""


@cache
def voices() -> tuple[Voice, ...]:
    """Gives every voice that counts, one a publisher."""
    read = records("voices", "voice", Voice)
    once("voices", (voice.id for voice in read))
    known("voices", "kind", (voice.kind for voice in read), KINDS)
    return tuple(voice for voice in read if voice.counted)


@cache
def questions() -> Mapping[str, CountedQuestion]:
    """Gives the questions that can be counted, by id."""
    return {question.id: question for question in records("questions", "question", CountedQuestion, _with_buckets)}


@cache
def topics() -> Mapping[str, Topic]:
    """Gives the questions answered in words, by id."""
    return {topic.id: topic for topic in records("questions", "topic", Topic, _with_answers)}


def counted() -> Mapping[str, CountedQuestion | Topic]:
    """Gives the questions and topics whose answers can be drawn, by id."""
    sorted_ones = {topic.id: topic for topic in topics().values() if topic.answers}
    return {**questions(), **sorted_ones}


def kind_words(kind: VoiceKind) -> str:
    """Gives what a kind of voice is called: "career service of a university"."""
    return choice_words("voice_kinds", kind)


def _with_answers(told: dict[str, Any]) -> dict[str, Any]:
    return {**told, "answers": [SortedAnswer(**answer) for answer in told.get("answers", ())]}


def _with_buckets(told: dict[str, Any]) -> dict[str, Any]:
    return {**told, "buckets": [Bucket(**bucket) for bucket in told["buckets"]]}

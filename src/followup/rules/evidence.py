"""The evidence: what further published sources say, question by question, read from data/evidence."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from functools import cache
from itertools import groupby
from typing import Any, Literal, get_args

from followup import data
from followup.model.language import dated
from followup.model.wording import choice_words, view_words
from followup.rules.rulebook import figure
from followup.rules.tallies import Bar as DrawnBar
from followup.rules.tallies import Counts, Tally, summed
from followup.rules.weeks import plain_days

type Kind = Literal["university", "job-site", "staffing", "press", "column", "public", "association", "employer"]
type Trust = Literal["none", "low", "low-to-medium", "medium", "high"]
type Usual = Literal["no", "rare", "optional", "mixed", "done", "advised", "usual", "unknown"]

HOURS = 24
# Offices give advice for a living and sell nothing with it.
OFFICES: tuple[Kind, ...] = ("university", "public", "association")
KINDS: tuple[Kind, ...] = get_args(Kind.__value__)
TRUSTS: tuple[Trust, ...] = get_args(Trust.__value__)
USUAL: tuple[Usual, ...] = get_args(Usual.__value__)
ANSWERS = ("thank_you", "when", "address_form", "channel", "next_step")


class EvidenceError(ValueError):
    """A record of data/evidence that cannot be relied on; the message names the record and what to mend."""


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
    kind: Kind
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
class Question:
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
    counts: Counts

    @property
    def ours(self) -> float:
        """Our default in the unit of the question; business days count with the weekends between them."""
        rule, _, key = self.figure.partition(".")
        count = figure(rule, key)
        if key.endswith("hours"):
            return count / HOURS
        return plain_days(count) if "business_days" in key else count


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
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
    answers: tuple[Answer, ...] = ()
    ours: str = ""
    fits: tuple[str, ...] = ()
    sentence: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Bar:
    """How many voices give an answer, and which."""

    words: str
    voices: tuple[Voice, ...]
    fits: bool

    @property
    def count(self) -> int:
        """The number of voices."""
        return len(self.voices)


@dataclass(frozen=True, kw_only=True, slots=True)
class Share:
    """How many of a hundred gave one answer."""

    answer: str
    percent: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
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
    asked: tuple[Asked, ...] = ()
    helpful: tuple[Helpful, ...] = ()
    finding: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
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
    figures: tuple[Figure, ...] = ()


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
def voices() -> tuple[Voice, ...]:
    """Gives every voice that counts, one a publisher."""
    read = _records("voices", "voice", Voice)
    _once("voices", (voice.id for voice in read))
    _known("voices", "kind", (voice.kind for voice in read), KINDS)
    return tuple(voice for voice in read if voice.counted)


@cache
def questions() -> Mapping[str, Question]:
    """Gives the questions that can be counted, by id."""
    return {question.id: question for question in _records("questions", "question", Question, _with_buckets)}


@cache
def topics() -> Mapping[str, Topic]:
    """Gives the questions answered in words, by id."""
    return {topic.id: topic for topic in _records("questions", "topic", Topic, _with_answers)}


def counted() -> Mapping[str, Question | Topic]:
    """Gives the questions and topics whose answers can be drawn, by id."""
    sorted_ones = {topic.id: topic for topic in topics().values() if topic.answers}
    return {**questions(), **sorted_ones}


@cache
def surveys() -> tuple[Survey, ...]:
    """Gives the surveys."""
    read = _records("surveys", "survey", Survey, _with_shares)
    _known("surveys", "trust", (one.trust for one in read), TRUSTS)
    return read


@cache
def durations() -> tuple[Duration, ...]:
    """Gives how long employers take."""
    return _records("durations", "duration", Duration, _with_figures)


@cache
def laws() -> tuple[Law, ...]:
    """Gives the law that touches the wait."""
    return _records("law", "law", Law)


@cache
def customs() -> tuple[Custom, ...]:
    """Gives the customs, by country."""
    read = _records("customs", "custom", Custom, _with_claims)
    _known("customs", "confidence", (one.confidence for one in read), TRUSTS)
    _known("customs", "usual", (one.usual for one in read), USUAL)
    return read


def distribution(question: Question, among: Callable[[Voice], bool] = lambda voice: True) -> tuple[Bar, ...]:
    """Gives the bars of a question, from the shortest to the longest, counted among those voices."""
    told = [voice for voice in voices() if question.coded in voice.coded and among(voice)]
    floors = (float("-inf"), *(bucket.to for bucket in question.buckets))
    counted = tally(question)
    return tuple(
        Bar(
            words=bucket.words,
            voices=tuple(voice for voice in told if floor < voice.coded[question.coded] <= bucket.to),
            fits=counted.fits(bucket.to, question.ours),
        )
        for floor, bucket in zip(floors, question.buckets, strict=False)
    )


def tally(question: Question) -> Tally:
    """Gives the numbers that the voices name on a question, each with how many name it."""
    told = sorted(voice.coded[question.coded] for voice in voices() if question.coded in voice.coded)
    return Tally(
        page=f"evidence/{question.page}/",
        title=question.title,
        answers=tuple((bucket.to, bucket.words) for bucket in question.buckets),
        counts=question.counts,
        sentence=question.sentence,
        told=tuple((number, len(list(same))) for number, same in groupby(told)),
    )


def sorted_answers(topic: Topic) -> tuple[Bar, ...]:
    """Gives a bar for each answer that the voices on a topic were sorted into; none where nobody sorted them."""
    return tuple(
        Bar(
            words=answer.words,
            voices=tuple(voice for voice in voices() if voice.answers.get(topic.field) == answer.id),
            fits=answer.id in topic.fits or not topic.fits,
        )
        for answer in topic.answers
    )


def drawn(asked: Question | Topic) -> tuple[DrawnBar, ...]:
    """Gives the bars as a drawing has them, with ours among them where our default takes a side."""
    if isinstance(asked, Question):
        return tally(asked).bars(asked.ours)
    bars = sorted_answers(asked)
    longest = max((bar.count for bar in bars), default=1)
    return tuple(
        DrawnBar(
            words=bar.words, count=bar.count, share=bar.count / longest, fits=bar.fits, ours=answer.id == asked.ours
        )
        for answer, bar in zip(asked.answers, bars, strict=True)
    )


def sentence(asked: Question | Topic) -> str:
    """Gives the sum in a sentence: "31 of the 45 voices that name a wait would let you write by then; ..."."""
    if isinstance(asked, Question):
        return tally(asked).says(asked.ours)
    bars = sorted_answers(asked)
    return summed(asked.sentence, sum(bar.count for bar in bars if bar.fits), sum(bar.count for bar in bars))


def kind_words(kind: Kind) -> str:
    """Gives what a kind of voice is called: "career service of a university"."""
    return choice_words("voice_kinds", kind)


def usual_words(usual: Usual) -> str:
    """Gives how usual a thank-you is: "up to you"."""
    return choice_words("custom_usual", usual)


def trust_words(trust: Trust) -> str:
    """Gives how far something can be trusted: "low to medium"."""
    return choice_words("trust", trust)


def overdue(today: dt.date) -> tuple[str, ...]:
    """Gives what is due for a new look on that day: "Ontario (Canada), since 31 January 2027"."""
    due = [*((law.place, law.check_by) for law in laws()), *((one.place, one.check_by) for one in customs())]
    return tuple(view_words("rules.overdue", place=place, day=dated("long", day)) for place, day in due if day <= today)


def _records[Record](
    name: str, key: str, cls: type[Record], prepare: Callable[[dict[str, Any]], dict[str, Any]] = dict
) -> tuple[Record, ...]:
    read = data.table("evidence", f"{name}.toml")
    return tuple(_record(name, cls, prepare(told)) for told in read[key])


def _record[Record](name: str, cls: type[Record], told: dict[str, Any]) -> Record:
    known = {part.name: part for part in fields(cls)}  # type: ignore[arg-type]  # always one of the dataclasses above
    missing = [
        part.name
        for part in known.values()
        if part.default is MISSING and part.default_factory is MISSING and part.name not in told
    ]
    odd = sorted(told.keys() - known.keys())
    if missing or odd:
        said = told.get("id") or told.get("who") or told.get("place") or told.get("what")
        raise EvidenceError(f"{name}.toml: {said}: add {missing}" if missing else f"{name}.toml: {said}: remove {odd}")
    return cls(**{key: tuple(value) if isinstance(value, list) else value for key, value in told.items()})


def _with_shares(told: dict[str, Any]) -> dict[str, Any]:
    asked = [Asked(question=one["question"], shares=_each(Share, one["shares"])) for one in told.get("asked", ())]
    return {**told, "asked": asked, "helpful": _each(Helpful, told.get("helpful", ()))}


def _with_figures(told: dict[str, Any]) -> dict[str, Any]:
    return {**told, "figures": _each(Figure, told.get("figures", ()))}


def _with_claims(told: dict[str, Any]) -> dict[str, Any]:
    return {**told, **{answer: _each(Claim, told[answer]) for answer in ANSWERS if answer in told}}


def _each[Record](cls: type[Record], told: Iterable[dict[str, Any]]) -> tuple[Record, ...]:
    return tuple(cls(**one) for one in told)


def _with_answers(told: dict[str, Any]) -> dict[str, Any]:
    return {**told, "answers": [Answer(**answer) for answer in told.get("answers", ())]}


def _with_buckets(told: dict[str, Any]) -> dict[str, Any]:
    return {**told, "buckets": [Bucket(**bucket) for bucket in told["buckets"]]}


def _known(name: str, key: str, found: Iterable[str], known: tuple[str, ...]) -> None:
    unknown = {*found} - {*known}
    if unknown:
        raise EvidenceError(f"{name}.toml: there is no {key} {sorted(unknown)}; there are {sorted(known)}")


def _once(name: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for id in ids:
        if id in seen:
            raise EvidenceError(f"{name}.toml: two records have the id {id}")
        seen.add(id)

"""The words of advice: sources, rules, disputed questions and the scales they stand on."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

type AppliesTo = Literal["thank-you", "check-in", "call", "rejection", "general"]
type Figure = int | dt.time
type Feed = Literal["plan", "stance", "scale", "sentence", "check"]

# Stands where a source would, for what no source gives a figure.
OURS = "ours"


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """One document: who speaks, when, and what of it we do not repeat as fact.

    `mark` is what the small link beside a claim says; `quotes` are its words that a page may quote.
    """

    id: str
    name: str
    title: str
    speaks: str
    dated: str
    covers: str
    withheld: str
    withheld_because: str
    mark: str
    quotes: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """One piece of advice with its figures, its reason and the sources that give it; ("ours",) if none does.

    `reason_by` names the sources that give the reason too; where it is empty the reason is ours. `feeds` says of each
    figure what moves with it; one that nothing could follow from stands in `shown_only` with the reason.
    """

    id: str
    applies_to: AppliesTo
    title: str
    reason: str
    reason_by: tuple[str, ...]
    sources: tuple[str, ...]
    figures: Mapping[str, Figure]
    feeds: Mapping[str, tuple[Feed, ...]]
    shown_only: Mapping[str, str]
    says: Mapping[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """Where one source, or our default, stands on a scale; a point is a span that ends where it begins."""

    source: str
    words: str
    spans: tuple[tuple[float, float], ...]
    best: float | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Scale:
    """A line of time or number from its first tick to its last, with the marks that stand on it."""

    title: str
    ticks: tuple[tuple[float, str], ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Default:
    """One disputed question, who says what, and what we do; a source that `says` leaves out is silent."""

    id: str
    applies_to: AppliesTo
    question: str
    default: str
    why: str
    principles: tuple[int, ...]
    planned: bool
    rules: tuple[str, ...]
    figures: Mapping[str, Figure]
    feeds: Mapping[str, tuple[Feed, ...]]
    shown_only: Mapping[str, str]
    says: Mapping[str, str]
    scale: Scale | None

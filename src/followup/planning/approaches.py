"""The ways to follow up that can be chosen, and the paces that work on them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from followup import data
from followup.planning.positions import FigureSum, figure_of, known, position
from followup.rules.rulebook import sources


@dataclass(frozen=True, kw_only=True, slots=True)
class Approach:
    """What an approach says beside its positions; `in_row` and `in_all` are None where it sets no limit of its own."""

    id: str
    words: str
    pace: str
    in_row: FigureSum | None
    in_all: FigureSum | None
    phone: bool
    last_question: bool

    @property
    def is_source(self) -> bool:
        """True for a source followed alone: it keeps its own limits and is never stretched."""
        return self.id in sources()


@dataclass(frozen=True, kw_only=True, slots=True)
class Pace:
    """By whose records a pace counts, and the business days from the last question to the end."""

    id: str
    first: str
    second: str
    end: FigureSum


@lru_cache(maxsize=1)
def approaches() -> Mapping[str, Approach]:
    """Every approach of data/rules/approaches.toml by id."""
    return {one["id"]: _approach(one) for one in data.table("rules", "approaches.toml")["approach"]}


def _approach(raw: Mapping[str, object]) -> Approach:
    limits = {key: figure_of(str(raw[key])) if key in raw else None for key in ("in_row", "in_all")}
    return Approach(
        id=str(raw["id"]),
        words=str(raw.get("words", "")),
        pace=str(raw.get("pace", "")),
        in_row=limits["in_row"],
        in_all=limits["in_all"],
        phone=bool(raw.get("phone", False)),
        last_question=bool(raw.get("last_question", True)),
    )


@lru_cache(maxsize=1)
def paces() -> Mapping[str, Pace]:
    """Every pace of data/rules/approaches.toml by id."""
    found = data.table("rules", "approaches.toml")["pace"]
    return {
        one["id"]: Pace(
            id=one["id"], first=one.get("first", ""), second=one.get("second", ""), end=figure_of(one["end"])
        )
        for one in found
    }


def pace_of(approach: str, pace: str) -> Pace:
    """The pace that works on an approach: a source alone keeps its own (course.md, Pace)."""
    return paces()["ordinary" if approaches()[approach].is_source else pace]


def by_pace(approach: str, pace: str) -> Mapping[str, FigureSum]:
    """The figures that stand in place of the ordinary ones, by the name that a sentence has for those (O43)."""
    kept = pace_of(approach, pace)
    found = {"O5.wait_business_days": kept.end}
    for question, who in (("K4", kept.first), ("K6", kept.second)):
        usual = known(question, "balanced").figures["target"]
        told = [one.figures.get("target") for one in (position(question, approach), position(question, who)) if one]
        figures = [one for one in told if one]
        if figures:
            later = max(figures, key=lambda one: one.plain_days)
            found[f"{usual.rule}.{usual.key}"] = later if approaches()[approach].pace else figures[-1]
    return found

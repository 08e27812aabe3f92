"""Who stands where: one record a question and a source gives both the day in a plan and the verdict on a moment."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from followup import data
from followup.dates import clock
from followup.dates.calendars import Calendar, add_business_days, roll_forward
from followup.model.plan import Bound
from followup.planning.hours import closing, opening
from followup.rules.rulebook import figure, sources
from followup.rules.weeks import plain_days


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """One figure of the rulebook by its record and key, "C1.wait_business_days", on top of others of its unit."""

    rule: str
    key: str
    more: tuple["Figure", ...] = ()

    @property
    def count(self) -> int:
        """The number itself, in the unit its key names."""
        return figure(self.rule, self.key) + sum(one.count for one in self.more)

    @property
    def is_elapsed(self) -> bool:
        """True where it counts hours or minutes."""
        return self.key.removesuffix("_min").removesuffix("_max").endswith(("hours", "minutes"))

    def hours(self) -> float:
        """Elapsed time in hours."""
        return self.count / 60 if "minutes" in self.key else self.count

    @property
    def plain_days(self) -> int:
        """How many plain days it is from a Monday on, without holidays."""
        return self.count if "calendar_days" in self.key else plain_days(self.count)

    def day(self, base: date, calendar: Calendar) -> date:
        """The day that many days after `base`: business days counted, plain days rolled to a business day."""
        if "calendar_days" in self.key:
            return rolled(base, self.count, calendar)
        return add_business_days(base, self.count, calendar)

    def plain(self, base: date, calendar: Calendar) -> date:
        """The same for a verdict: who speaks of plain days allows the day itself, worked or not."""
        return base + timedelta(days=self.count) if "calendar_days" in self.key else self.day(base, calendar)


@dataclass(frozen=True, kw_only=True, slots=True)
class Position:
    """What one source allows and, where it is followed alone, which bounds it sets."""

    who: str
    rule: str
    early: str
    never: bool
    figures: Mapping[str, Figure]

    def allows(self, moment: datetime, base: datetime | date, calendar: Calendar) -> bool:
        """True if its own figures allow that moment, counted from `base`."""
        first, last = self.figures.get("from"), self.figures.get("to")
        return (
            not self.never
            and (first is None or not _is_before(moment, first, base, calendar, plain=True))
            and (last is None or not _is_after(moment, last, base, calendar))
        )

    def moment(self, bound: Bound, end: datetime, calendar: Calendar) -> datetime | None:
        """Where it sets a bound that counts from a moment; None where it does not."""
        found = self.figures.get(bound)
        if found is None:
            return None
        if found.is_elapsed:
            return clock.shift(end, found.hours())
        zone, day = clock.zone(str(end.tzinfo)), found.day(end.date(), calendar)
        return closing(day, zone) if bound == "latest" else opening(day, zone)

    def chosen(self, bound: Bound) -> str:
        """The record of ours behind a bound it sets, or nothing."""
        found = self.figures.get(bound) or (self.figures.get("after_target") if bound == "latest" else None)
        return found.rule if found and found.rule.startswith("O") else ""


def _is_before(moment: datetime, first: Figure, base: datetime | date, calendar: Calendar, *, plain: bool) -> bool:
    if isinstance(base, datetime) and first.is_elapsed:
        return clock.instant(moment) < clock.instant(clock.shift(base, first.hours()))
    return moment.date() < first.plain(_day(base), calendar)


def _is_after(moment: datetime, last: Figure, base: datetime | date, calendar: Calendar) -> bool:
    if isinstance(base, datetime) and last.is_elapsed:
        return clock.instant(moment) > clock.instant(clock.shift(base, last.hours()))
    return moment.date() > last.day(_day(base), calendar)


def _day(base: datetime | date) -> date:
    return base.date() if isinstance(base, datetime) else base


def rolled(day: date, calendar_days: int, calendar: Calendar) -> date:
    """The day that many calendar days later, or the next business day if it is none."""
    return roll_forward(day + timedelta(days=calendar_days), calendar)


def position(question: str, who: str) -> Position | None:
    """The record of that question for a source, an approach or a pace of ours; None where it is silent."""
    return positions().get((question, who))


def of_sources(question: str) -> Mapping[str, Position]:
    """Every source that speaks on a question, in the order of the sources."""
    return {who: found for who in sources() if (found := position(question, who))}


@lru_cache(maxsize=1)
def positions() -> Mapping[tuple[str, str], Position]:
    """Every record of data/rules/positions.toml by question and who it is of."""
    raw = data.table("rules", "positions.toml")["position"]
    return {(question, one["who"]): _position(one) for one in raw for question in one["questions"]}


def _position(raw: Mapping[str, str]) -> Position:
    keys = ("from", "to", "earliest", "target", "latest", "after_target")
    figures = {key: _figure(raw[key]) for key in keys if key in raw}
    never = bool(raw.get("never"))
    return Position(who=raw["who"], rule=raw["rule"], early=raw.get("early", ""), never=never, figures=figures)


def _figure(name: str) -> Figure:
    """Reads "C1.wait_business_days", or a sum of such: "O17.open_business_days + K4.wait_business_days"."""
    first, _, more = name.partition(" + ")
    rule, _, key = first.partition(".")
    # A key that names no figure is found when the data are read, not when a plan needs it.
    figure(rule, key)
    return Figure(rule=rule, key=key, more=(_figure(more),) if more else ())


@dataclass(frozen=True, kw_only=True, slots=True)
class Approach:
    """What an approach says beside its positions; `in_row` and `in_all` are None where it sets no limit of its own."""

    id: str
    words: str
    pace: str
    in_row: Figure | None
    in_all: Figure | None
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
    end: Figure


@lru_cache(maxsize=1)
def approaches() -> Mapping[str, Approach]:
    """Every approach of data/rules/approaches.toml by id."""
    return {one["id"]: _approach(one) for one in data.table("rules", "approaches.toml")["approach"]}


def _approach(raw: Mapping[str, object]) -> Approach:
    limits = {key: _figure(str(raw[key])) if key in raw else None for key in ("in_row", "in_all")}
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
        one["id"]: Pace(id=one["id"], first=one.get("first", ""), second=one.get("second", ""), end=_figure(one["end"]))
        for one in found
    }


def pace_of(approach: str, pace: str) -> Pace:
    """The pace that works on an approach: a source alone keeps its own (course.md, Pace)."""
    return paces()["ordinary" if approaches()[approach].is_source else pace]


def by_pace(approach: str, pace: str) -> Mapping[str, Figure]:
    """The figures that stand in place of the ordinary ones, by the name that a sentence has for those (O43)."""
    kept = pace_of(approach, pace)
    found = {"O5.wait_business_days": kept.end}
    for question, who in (("K4", kept.first), ("K6", kept.second)):
        usual = _known(question, "balanced").figures["target"]
        told = [one.figures.get("target") for one in (position(question, approach), position(question, who)) if one]
        figures = [one for one in told if one]
        if figures:
            later = max(figures, key=lambda one: one.plain_days)
            found[f"{usual.rule}.{usual.key}"] = later if approaches()[approach].pace else figures[-1]
    return found


@dataclass(frozen=True, kw_only=True, slots=True)
class Days:
    """The three days of a window, before hours are put to them, and which of them are our own choice."""

    earliest: date
    target: date
    latest: date
    ours: Mapping[Bound, str]


def days(question: str, base: date, approach: str, pace: str, calendar: Calendar, *, third: bool = False) -> Days:
    """The days of a check-in counted from `base`, by the approach and its pace (K4, K5, K6, O29, O43)."""
    balanced = _days(_known(question, "balanced"), None, base, calendar)
    own = position(question, approach)
    found = _days(own, balanced, base, calendar) if own else balanced
    if question == "K5":
        return found
    kept = pace_of(approach, pace)
    paced = position(question, kept.first if question == "K4" else kept.second)
    for other in (paced, position("K4", "third") if third and question == "K4" else None):
        if other:
            moved = _days(other, balanced, base, calendar)
            found = _later(found, moved) if approaches()[approach].pace or other.who == "third" else moved
    return found


def _known(question: str, who: str) -> Position:
    return positions()[question, who]


def _days(one: Position, balanced: Days | None, base: date, calendar: Calendar) -> Days:
    made = {bound: one.figures[bound].day(base, calendar) for bound in BOUNDS if bound in one.figures}
    target = made.get("target") or (balanced.target if balanced else base)
    after = one.figures.get("after_target")
    latest = after.day(target, calendar) if after else made.get("latest") or (balanced.latest if balanced else target)
    ours = {bound: one.chosen(bound) for bound in BOUNDS if one.chosen(bound)}
    kept = {bound: rule for bound, rule in (balanced.ours if balanced else {}).items() if bound not in made}
    kept = {bound: rule for bound, rule in kept.items() if not (after and bound == "latest")}
    return Days(
        # A source alone that asks sooner than the balanced plan opens the window with its own day.
        earliest=made.get("earliest") or (min(balanced.earliest, target) if balanced else target),
        target=target,
        latest=latest,
        ours={**kept, **ours},
    )


def _later(one: Days, other: Days) -> Days:
    """Bound by bound the later of the two."""
    picked = {bound: one if getattr(one, bound) >= getattr(other, bound) else other for bound in BOUNDS}
    ours = {bound: days.ours[bound] for bound, days in picked.items() if bound in days.ours}
    return Days(
        earliest=picked["earliest"].earliest, target=picked["target"].target, latest=picked["latest"].latest, ours=ours
    )


BOUNDS: tuple[Bound, ...] = ("earliest", "target", "latest")

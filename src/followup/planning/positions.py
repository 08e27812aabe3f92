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
class FigureSum:
    """One figure of the rulebook by its record and key, "C1.wait_business_days", on top of others of its unit."""

    rule: str
    key: str
    more: tuple["FigureSum", ...] = ()

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
    figures: Mapping[str, FigureSum]

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


def _is_before(moment: datetime, first: FigureSum, base: datetime | date, calendar: Calendar, *, plain: bool) -> bool:
    if isinstance(base, datetime) and first.is_elapsed:
        return clock.instant(moment) < clock.instant(clock.shift(base, first.hours()))
    return moment.date() < first.plain(_day(base), calendar)


def _is_after(moment: datetime, last: FigureSum, base: datetime | date, calendar: Calendar) -> bool:
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
    figures = {key: figure_of(raw[key]) for key in keys if key in raw}
    never = bool(raw.get("never"))
    return Position(who=raw["who"], rule=raw["rule"], early=raw.get("early", ""), never=never, figures=figures)


def figure_of(name: str) -> FigureSum:
    """Reads "C1.wait_business_days", or a sum of such: "O17.open_business_days + K4.wait_business_days"."""
    first, _, more = name.partition(" + ")
    rule, _, key = first.partition(".")
    # A key that names no figure is found when the data are read, not when a plan needs it.
    figure(rule, key)
    return FigureSum(rule=rule, key=key, more=(figure_of(more),) if more else ())


def known(question: str, who: str) -> Position:
    """The record of that question for somebody who has one; raises KeyError."""
    return positions()[question, who]

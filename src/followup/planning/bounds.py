"""The three days of a check-in's window, before hours are put to them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from followup.dates.calendars import Calendar
from followup.model.plan import Bound
from followup.planning.approaches import approaches, pace_of
from followup.planning.positions import Position, known, position

BOUNDS: tuple[Bound, ...] = ("earliest", "target", "latest")


@dataclass(frozen=True, kw_only=True, slots=True)
class Days:
    """The three days of a window, before hours are put to them, and which of them are our own choice."""

    earliest: date
    target: date
    latest: date
    ours: Mapping[Bound, str]


def days(question: str, base: date, approach: str, pace: str, calendar: Calendar, *, third: bool = False) -> Days:
    """The days of a check-in counted from `base`, by the approach and its pace (K4, K5, K6, O29, O43)."""
    balanced = _days(known(question, "balanced"), None, base, calendar)
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

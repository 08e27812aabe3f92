"""Where each source stands on a bound: it agrees if its own figure allows that moment."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import get_args

from followup.dates import clock
from followup.dates.calendars import Calendar, add_business_days, next_business_day
from followup.model.plan import Bound, Reason, Stance, Window
from followup.planning.windows import rolled
from followup.rules.records import OURS
from followup.rules.rulebook import figure, record, sources

type Allows = Callable[[datetime], bool]

BOUNDS: tuple[Bound, ...] = get_args(Bound.__value__)
SILENT = "Says nothing about this."


@dataclass(frozen=True, kw_only=True, slots=True)
class Position:
    """What one source allows; `early` is the rule it gives for the earliest bound where that is another one."""

    rule: str
    allows: Allows
    early: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Grounds:
    """Why a window lies where it lies: the disputed question, who says what, and which bounds are our choice."""

    question: str
    positions: Mapping[str, Position]
    ours: Mapping[Bound, str]


def reasons(window: Window, grounds: Grounds) -> tuple[Reason, ...]:
    """For each bound: our choice where it is one, then every source in turn."""
    moments = {"earliest": window.earliest, "target": window.target, "latest": window.latest}
    return tuple(reason for bound in BOUNDS for reason in _of_bound(bound, moments[bound], grounds))


def _of_bound(bound: Bound, moment: datetime, grounds: Grounds) -> tuple[Reason, ...]:
    stands = tuple((source, _stand(bound, moment, position)) for source, position in grounds.positions.items())
    return _reasons(bound, grounds.question, grounds.ours.get(bound, ""), stands)


def _stand(bound: Bound, moment: datetime, position: Position) -> tuple[str, Stance]:
    rule = position.early if position.early and bound == "earliest" else position.rule
    return rule, "agrees" if position.allows(moment) else "disagrees"


# There are a few hundred of them in all, and a plan holds more than a dozen.
@lru_cache(maxsize=512)
def _reasons(
    bound: Bound, question: str, chosen: str, stands: tuple[tuple[str, tuple[str, Stance]], ...]
) -> tuple[Reason, ...]:
    """Our choice where it is one, then every source; whoever is not told of is silent."""
    told = dict(stands)
    silence: tuple[str, Stance] = (question, "silent")
    ours = [_reason(bound, chosen, OURS, "ours")] if chosen else []
    theirs = [(source, *told.get(source, silence)) for source in sources()]
    return (*ours, *(_reason(bound, rule, source, stance) for source, rule, stance in theirs))


def _reason(bound: Bound, rule: str, source: str, stance: Stance) -> Reason:
    says = SILENT if stance == "silent" else _says(rule, source)
    return Reason(bound=bound, rule=rule, source=source, stance=stance, says=says)


def _says(rule: str, source: str) -> str:
    found = record(rule)
    title = found.question if rule.startswith("K") else found.title  # type: ignore[union-attr]  # K is a Default
    return found.says.get(source, title)


def silent(question: str, ours: Mapping[Bound, str]) -> Grounds:
    """The grounds of a step no source gives a figure for."""
    return Grounds(question=question, positions={}, ours=ours)


def thank_you(end: datetime, phone_rule: bool, approach: str, calendar: Calendar) -> Grounds:
    """T2 to T7, on a thank-you after an interview that ended then."""
    positions = {
        "staffing": Position(
            rule="T3", early="T2", allows=_elapsed(end, figure("T2", "wait_hours"), figure("T3", "deadline_hours"))
        ),
        "primer": Position(rule="T4", allows=_elapsed(end, 0, figure("T4", "deadline_hours"))),
        "checklist": Position(rule="T5", allows=_elapsed(end, 0, figure("T5", "deadline_hours"))),
        "resume": Position(rule="T6", allows=_on(next_business_day(end.date(), calendar))),
    }
    if not phone_rule:
        return Grounds(question="K1", positions=positions, ours={})
    at_once = Position(rule="T7", allows=_elapsed(end, 0, figure("T7", "deadline_minutes") / 60))
    # Two sources name the target themselves and do not tell phone from on site.
    ours: Mapping[Bound, str] = {} if approach in ("staffing", "resume") else {"target": "O7"}
    return Grounds(question="K3", positions={**positions, "formats": at_once}, ours=ours)


def check_in(day: date, approach: str, calendar: Calendar) -> Grounds:
    """C1 to C3 and P1, on a check-in when no date was given; a wait allows every later day too."""
    positions = {
        "staffing": Position(rule="P1", allows=_from(day + timedelta(days=figure("P1", "wait_calendar_days")))),
        "primer": Position(
            rule="C1", allows=_from(add_business_days(day, figure("C1", "wait_business_days"), calendar))
        ),
        "checklist": Position(rule="C2", allows=_from(day + timedelta(days=figure("C2", "wait_calendar_days")))),
        "formats": Position(rule="C3", allows=_from(day + timedelta(days=figure("C3", "wait_calendar_days")))),
    }
    return Grounds(question="K4", positions=positions, ours=_patient(approach) or {"latest": "O17"})


def check_in_after_promise(promised: date, approach: str, calendar: Calendar) -> Grounds:
    """C4, C5 and P7, on a check-in after a promised date."""
    first = add_business_days(promised, figure("P7", "wait_days_min"), calendar)
    last = add_business_days(promised, figure("P7", "wait_days_max"), calendar)
    week = promised + timedelta(days=figure("C5", "wait_calendar_days"))
    positions = {
        "staffing": Position(rule="C4", allows=_from(promised + timedelta(days=1))),
        "primer": Position(rule="P7", allows=_between(first, last)),
        "resume": Position(rule="C5", allows=_from(week)),
    }
    return Grounds(question="K5", positions=positions, ours=_patient(approach))


def _patient(approach: str) -> Mapping[Bound, str]:
    return dict.fromkeys(BOUNDS, "O13") if approach == "patient" else {}


def second_check_in(first: date, approach: str, calendar: Calendar) -> Grounds:
    """C9 and C11, on a second check-in; a week or two that ends on a day off ends on the next business day."""
    soonest = first + timedelta(days=figure("C9", "wait_calendar_days_min"))
    latest = rolled(first, figure("C9", "wait_calendar_days_max"), calendar)
    positions = {
        "primer": Position(rule="C9", allows=_between(soonest, latest)),
        # It asks once, two weeks on, and then leaves it alone: no moment suits it.
        "formats": Position(rule="C11", allows=lambda moment: False),
    }
    # The source that names a second check-in names its last day too.
    return Grounds(question="K6", positions=positions, ours={} if approach == "primer" else {"latest": "O6"})


def tell_offer(known: datetime, end: datetime) -> Grounds:
    """C13 asks for it before the decision; how long before is our choice."""
    positions = {"primer": Position(rule="C13", allows=_within(known, end))}
    return Grounds(question="O4", positions=positions, ours=dict.fromkeys(BOUNDS, "O4"))


def _elapsed(end: datetime, least_hours: float, most_hours: float) -> Allows:
    since = clock.instant(end)
    return _within(since + timedelta(hours=least_hours), since + timedelta(hours=most_hours))


def _within(first: datetime, last: datetime) -> Allows:
    opens, closes = clock.instant(first), clock.instant(last)
    return lambda moment: opens <= clock.instant(moment) <= closes


def _on(day: date) -> Allows:
    return lambda moment: moment.date() == day


def _from(day: date) -> Allows:
    return lambda moment: moment.date() >= day


def _between(first: date, last: date) -> Allows:
    return lambda moment: first <= moment.date() <= last

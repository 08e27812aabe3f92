"""Where each source stands on a bound: it agrees if its own figure allows that moment."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache, partial

from followup.dates import clock
from followup.dates.calendars import Calendar
from followup.model.plan import Bound, Reason, Stance, Window
from followup.model.wording import view_words
from followup.planning.bounds import BOUNDS
from followup.planning.positions import Position, of_sources
from followup.rules.records import OURS
from followup.rules.rulebook import record, sources

type Allows = Callable[[datetime], bool]


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """What one source allows; `early` is the rule it gives for the earliest bound where that is another one."""

    rule: str
    allows: Allows
    early: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Grounds:
    """Why a window lies where it lies: the disputed question, who says what, and which bounds are our choice."""

    question: str
    verdicts: Mapping[str, Verdict]
    ours: Mapping[Bound, str]


def reasons(window: Window, grounds: Grounds) -> tuple[Reason, ...]:
    """For each bound: our choice where it is one, then every source in turn."""
    moments = {"earliest": window.earliest, "target": window.target, "latest": window.latest}
    return tuple(reason for bound in BOUNDS for reason in _of_bound(bound, moments[bound], grounds))


def _of_bound(bound: Bound, moment: datetime, grounds: Grounds) -> tuple[Reason, ...]:
    stands = tuple((source, _stand(bound, moment, verdict)) for source, verdict in grounds.verdicts.items())
    return _reasons(bound, grounds.question, grounds.ours.get(bound, ""), stands)


def _stand(bound: Bound, moment: datetime, verdict: Verdict) -> tuple[str, Stance]:
    rule = verdict.early if verdict.early and bound == "earliest" else verdict.rule
    return rule, "agrees" if verdict.allows(moment) else "disagrees"


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
    says = view_words("step.silent") if stance == "silent" else _says(rule, source)
    return Reason(bound=bound, rule=rule, source=source, stance=stance, says=says)


def _says(rule: str, source: str) -> str:
    found = record(rule)
    title = found.question if rule.startswith("K") else found.title  # type: ignore[union-attr]  # K is a Default
    return found.says.get(source, title)


def silent(question: str, ours: Mapping[Bound, str]) -> Grounds:
    """The grounds of a step no source gives a figure for."""
    return Grounds(question=question, verdicts={}, ours=ours)


def chosen(rule: str) -> Grounds:
    """The grounds of a step whose every bound is our choice."""
    return silent(rule, dict.fromkeys(BOUNDS, rule))


def of_question(question: str, base: datetime | date, ours: Mapping[Bound, str], calendar: Calendar) -> Grounds:
    """Where every source stands on a question, its figures counted from `base`."""
    verdicts = {who: _verdict(found, base, calendar) for who, found in of_sources(question).items()}
    return Grounds(question=question, verdicts=verdicts, ours=ours)


def _verdict(found: Position, base: datetime | date, calendar: Calendar) -> Verdict:
    return Verdict(rule=found.rule, early=found.early, allows=partial(found.allows, base=base, calendar=calendar))


def tell_offer(known: datetime, end: datetime) -> Grounds:
    """C13 asks for it before the decision; how long before is our choice (O4)."""
    opens, closes = clock.instant(known), clock.instant(end)
    allows: Allows = lambda moment: opens <= clock.instant(moment) <= closes  # noqa: E731 -- a verdict in one line
    verdicts = {"primer": Verdict(rule="C13", allows=allows)}
    return Grounds(question="O4", verdicts=verdicts, ours=dict.fromkeys(BOUNDS, "O4"))

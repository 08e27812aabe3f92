"""The whole course: where the process stands, which steps are open, what comes next and where it ends."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from followup.case.facts import Fact
from followup.case.history import tell
from followup.dates import clock
from followup.dates.calendars import Calendar
from followup.model.case import Case
from followup.model.plan import ELSEWHERE, Action, Condition, Plan, Step, Window
from followup.planning import ask_limits, ends, other_offers, referees
from followup.planning.fates import with_fates
from followup.planning.following import counted_from_now
from followup.planning.notices import by_law, notices
from followup.planning.outcome import Outcome, outcome_by
from followup.planning.steps import PlannedStep, finished
from followup.planning.walk import Walk, walk
from followup.rules.rulebook import figure

# They wait for us: what answers them comes before what asks them.
PRESSING: tuple[Action, ...] = (
    "warn-referee",
    "answer",
    "ask-feedback",
    "tell-offer",
    "ask-time",
    "call",
    "decide",
    "say-when",
    "new-times",
    "withdraw",
    "ask-back",
    "hand-in",
)


def plan(case: Case, now: datetime, calendar: Calendar) -> Plan:
    """Gives the dated steps of a case, in the recipient's calendar and zones; `now` is aware.

    Windows depend on the case and its events alone, but for what follows an ask that is late; `now` decides the state,
    statuses, the next step, letters and notices. Raises OutOfCoverage where the calendar has no data for a day that
    is needed, and TypeError for a `now` without a zone.
    """
    # A moment without a zone would be read in that of the machine.
    if not isinstance(now, datetime) or now.utcoffset() is None:
        raise TypeError(f"now is a datetime with a zone, not {now!r}")
    history = tell(case, now)
    way = walk(history, now, calendar)
    outcome = outcome_by(way, now)
    all_planned = counted_from_now(way, with_fates(way, outcome, now), now)
    steps = tuple(_their_way(finished(planned, now), case) for planned in sorted(all_planned, key=_order))
    next_step = _next(steps, all_planned, now, named=referees.names_are_out(way.scene))
    return Plan(
        state=outcome.state,
        since=outcome.since.astimezone(way.scene.zone).date() if outcome.since else None,
        beside=_beside(way, all_planned, now),
        look_again=_look_again(way, outcome, all_planned, now),
        unanswered=len(way.scene.standing.row),
        steps=steps,
        next=next_step,
        ends=_ends(all_planned, way, outcome),
        by_law=by_law(way, outcome.state),
        touches_left=_touches_left(way),
        notices=notices(way, outcome.state, all_planned, now),
    )


def _their_way(step: Step, case: Case) -> Step:
    """Messages go the way in which they write; what goes to somebody else does not."""
    theirs = step.channel == "email" and step.action not in ELSEWHERE
    return replace(step, channel="message") if theirs and case.channel == "message" else step


def _order(step: PlannedStep) -> tuple[datetime, str]:
    return clock.instant(step.window.target), step.id


def _next(steps: Sequence[Step], all_planned: Iterable[PlannedStep], now: datetime, *, named: bool) -> str:
    """What is ripe before what waits, what they wait for before what waits for them; of that, what ends first.

    `named` says that the names of referees are out, so that nobody is asked before that any more.
    """
    optional = {planned.id for planned in all_planned if planned.is_optional}

    def place(step: Step) -> tuple[bool, ...]:
        to_come = clock.instant(step.window.target) > clock.instant(now)
        # Whoever is named as a referee is asked before the name goes out (O33).
        last, is_referee = step.action == "let-go", step.action == "warn-referee"
        presses = step.action in PRESSING and not (is_referee and named)
        return last, step.id in optional, to_come, not presses, not (is_referee and not named)

    ripe = [step for step in steps if step.status in ("due", "overdue")]
    ripe.sort(key=lambda step: (place(step), clock.instant(step.window.latest), step.action in ELSEWHERE))
    waiting = [step for step in steps if step.status == "waiting" and step.id not in optional]
    return next((step.id for step in (*ripe, *waiting)), "")


def _beside(way: Walk, steps: Iterable[PlannedStep], now: datetime) -> tuple[Condition, ...]:
    """What holds beside the state, in the order of course.md."""
    standing = way.present
    opened = {step.action for step in steps if step.is_open}
    news = {fact.word for fact in standing.news}
    holds: dict[Condition, bool] = {
        "question": standing.is_asked,
        "call-agreed": standing.call is not None,
        "away": standing.away is not None and way.scene.day(now) < standing.away,
        "no-contact": standing.no_contact,
        "other-offer": standing.other_offer is not None and not other_offers.is_over(way.scene, now),
        "contact-gone": standing.contact_gone,
        "advertised": "heard-advertised" in news,
        "layoffs": "heard-layoffs" in news,
        "linkedin": "heard-linkedin" in news,
        "friend": "heard-friend" in news,
        "checks": standing.checks is not None and standing.state != "checks",
        "task": "hand-in" in opened and standing.state != "task",
    }
    return tuple(name for name, is_so in holds.items() if is_so)


def _look_again(way: Walk, outcome: Outcome, steps: Iterable[PlannedStep], now: datetime) -> date | None:
    """The day to come back on, as long as it is not closed: the next thing that begins (law 1)."""
    if outcome.state == "closed":
        return None
    zone = way.scene.zone
    today = now.astimezone(zone).date()
    begins = [step.window.earliest for step in steps if step.is_open]
    begins += [one.begin for one in way.scene.history.meetings if not one.cancelled]
    closing = ends.closes(way.scene, way.let_go)
    # What is not done at all is over by plan on a day that no late ask moves (law 2).
    begins += [closing] if closing else []
    begins += [way.let_go.window.target] if way.let_go and outcome.state != "over" else []
    days = [moment.astimezone(zone).date() for moment in begins]
    days += [way.present.first_day] if way.present.first_day else []
    later = today + timedelta(days=figure("O39", "last_calendar_days"))
    return min((day for day in days if day > today), default=later)


def _ends(steps: Sequence[PlannedStep], way: Walk, outcome: Outcome) -> date | None:
    """The day the plan is over: letting go, else the last open step, else the day it was decided."""
    if outcome.state == "closed" and outcome.since:
        return outcome.since.astimezone(way.scene.zone).date()
    if outcome.state == "accepted" and way.present.first_day and not way.let_go:
        return way.present.first_day
    if way.let_go and outcome.state != "ahead":
        end = way.let_go.window if outcome.state == "over" else _let_go(steps, way.let_go)
        return end.latest.date()
    still = [step for step in steps if step.is_open]
    if still:
        return max(step.window.latest.date() for step in still)
    moments = [fact.at for fact in _deciding(way)] or [step.done_at for step in steps if step.done_at]
    return max((moment.astimezone(way.scene.zone).date() for moment in moments), default=None)


def _let_go(steps: Sequence[PlannedStep], planned: PlannedStep) -> Window:
    """The window in which to let go as it is shown."""
    return next((step.window for step in steps if step.action == "let-go" and step.is_open), planned.window)


def _deciding(way: Walk) -> tuple[Fact, ...]:
    opened = way.present.opened_by
    return (opened,) if opened else ()


def _touches_left(way: Walk) -> int:
    """How many asks are left before they answer (law 3); none where no contact is wished."""
    scene = way.scene
    if scene.standing.no_contact:
        return 0
    if scene.standing.state in ("held", "ahead"):
        return ask_limits.asks_left(scene)
    return max(0, figure("O29", "in_row_count") - ask_limits.in_row(scene))

"""What became of every step by now: done, missed, late, or dropped with the state that it belonged to."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from followup.dates import clock
from followup.model.plan import ASKS
from followup.planning import ends
from followup.planning.outcome import Outcome
from followup.planning.postponing import before_noon
from followup.planning.steps import PlannedStep, dropped, missed, status
from followup.planning.tasks import PUT_OFF
from followup.planning.thanks import carried, follows, thank_yous
from followup.planning.walk import Walk

TOO_LATE_FOR_THANKS = ("due", "overdue", "done")
# Nobody is thanked for an interview any more where the decision has fallen.
DECIDED = ("offer-written", "accepted", "said-no", "over", "closed")


def with_fates(way: Walk, outcome: Outcome, now: datetime) -> tuple[PlannedStep, ...]:
    """Every step with what became of it by now."""
    opened = tuple(_said_late(missed(step, now), now) for step in way.open)
    if outcome.state == "over" and way.let_go:
        last = (ends.last_question(way.scene, way.let_go),) if ends.may_ask_last(way.scene) else ()
        opened = (*(_after_last(_after_end(step, way), way) for step in opened), *last)
    elif outcome.state == "closed":
        # What they ask of a closed case is still answered; nothing else is left to do (States).
        opened = tuple(_in_its_time(step, now) if _is_asked(step, outcome) else dropped(step) for step in opened)
    thanks = _thanks(way, outcome, opened, now)
    steps = (*thanks, *way.kept, *opened)
    if way.scene.standing.no_contact:
        return tuple(step for step in steps if step.fate != "dropped" and (step.fate or step not in thanks))
    return steps


def _is_asked(step: PlannedStep, outcome: Outcome) -> bool:
    """True for what answers a wish of theirs that came once it was closed."""
    since = outcome.since
    return step.action in ("answer", "call") and since is not None and step.window.latest >= since


def _in_its_time(step: PlannedStep, now: datetime) -> PlannedStep:
    """Nothing of a closed case is late: it is answered in its own time, or not at all (States)."""
    return missed(replace(step, until=step.window.latest), now)


def _said_late(step: PlannedStep, now: datetime) -> PlannedStep:
    """A task that is late is not handed in without a word: it has words for a new day (States, if missed)."""
    late = step.action == "hand-in" and status(step, now) == "overdue"
    return replace(step, letter=PUT_OFF) if late else step


def _after_end(step: PlannedStep, way: Walk) -> PlannedStep:
    """Nothing is late after the day to let go; what they asked for since stays (law 2)."""
    return step if step.action == "let-go" or _is_newer(step, way) else dropped(step)


def _after_last(step: PlannedStep, way: Walk) -> PlannedStep:
    """Whoever asked one last question waits for the answer before letting go (O39)."""
    asked = way.scene.standing.last_question
    return ends.let_go_after(way.scene, step, way.scene.day(asked.at)) if asked and step.action == "let-go" else step


def _is_newer(step: PlannedStep, way: Walk) -> bool:
    end = way.let_go
    return end is not None and clock.instant(step.window.target) > clock.instant(end.window.target)


def _thanks(way: Walk, outcome: Outcome, opened: Sequence[PlannedStep], now: datetime) -> tuple[PlannedStep, ...]:
    """The thank-yous; one that was missed has other words, or goes into the next message (O18, O19, O24)."""
    scene = way.scene
    told = [one for one in scene.history.meetings if not one.cancelled]
    steps = thank_yous(scene.history, told, scene.facts, scene.calendar, scene.standing.lost)
    reached = {one.number for one in scene.standing.held}
    asks = [step for step in (*way.kept, *opened) if step.action in ASKS and step.fate != "dropped"]
    asks = [step for step in asks if status(step, now) in TOO_LATE_FOR_THANKS]
    answers = [step for step in (*way.kept, *opened) if _may_carry(step, now)]
    found = []
    for step in steps:
        gone = _is_decided(step, way, outcome) or step.round not in reached or _is_past(step, way, now)
        # Whoever withdraws does not go there any more.
        gone = gone or (scene.standing.leaving is not None and status(step, now) == "waiting")
        late = follows(scene.history, step, asks) or carried(scene.history, step, answers, now)
        found.append(_late(before_noon(step, scene.calendar), now, merged=gone or late))
    return tuple(found)


def _is_decided(step: PlannedStep, way: Walk, outcome: Outcome) -> bool:
    """True where nobody is thanked any more; a talk held after an offer was spoken of is thanked for (Events)."""
    offered = way.scene.standing.offered
    if outcome.state != "offer-coming" or offered is None:
        return outcome.state in DECIDED
    return clock.instant(way.scene.history.meetings[step.round - 1].end) <= clock.instant(offered.at)


def _may_carry(step: PlannedStep, now: datetime) -> bool:
    """True for what answers them, and for a call that is made by now (O18, O19)."""
    if step.action == "call":
        return status(step, now) in TOO_LATE_FOR_THANKS
    return step.action in ("answer", "tell-offer", "new-times", "ask-back")


def _is_past(step: PlannedStep, way: Walk, now: datetime) -> bool:
    """A later round has begun: its own thank-you is for both (law 2)."""
    later = [one for one in way.scene.standing.held if one.number > step.round]
    begun = any(clock.instant(one.begin) <= clock.instant(now) for one in later)
    return begun and clock.instant(now) > clock.instant(step.ends)


def _late(step: PlannedStep, now: datetime, *, merged: bool) -> PlannedStep:
    if not step.is_open:
        return step
    if merged:
        return dropped(step)
    return replace(step, letter="thank-you-late") if status(step, now) == "overdue" else step

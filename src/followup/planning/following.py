"""What follows an ask whose own day is over: counted from the day on which it can still be done (laws 3 and 4)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from followup.case.history import tell
from followup.dates.calendars import OutOfCoverage
from followup.model.case import Event
from followup.model.plan import ASKS
from followup.planning import ends
from followup.planning.resuming import resumed
from followup.planning.steps import PlannedStep, finished
from followup.planning.walk import Walk, walk


def counted_from_now(way: Walk, steps: Sequence[PlannedStep], now: datetime) -> tuple[PlannedStep, ...]:
    """The steps, and all that comes after a late ask where it will be once that is done; `now` is aware.

    Its own day was missed, so what counts from that day would be for the same day as the ask, or for one before it.
    The windows of everything else, and the day from which the process is over by plan, depend on the case alone.
    """
    ask = next((step for step in steps if _is_ripe(step, now)), None)
    if ask is None:
        return tuple(steps)
    at = resumed(finished(ask, now), now, way.scene.calendar).astimezone(ask.person.zone)
    try:
        after = {step.id: step for step in _once_made(way, ask, at, now)}
    except OutOfCoverage:
        return tuple(steps)
    return tuple(_moved(step, after.get(step.id, step)) if _follows(step, ask) else step for step in steps)


def _is_ripe(step: PlannedStep, now: datetime) -> bool:
    """True for an ask that is for now and waits for nothing else."""
    return step.action in ASKS and finished(step, now).status in ("due", "overdue")


def _follows(step: PlannedStep, ask: PlannedStep) -> bool:
    return step.is_open and (step.waits_for == ask.id or step.action == "let-go")


def _moved(step: PlannedStep, after: PlannedStep) -> PlannedStep:
    return replace(step, window=after.window, grounds=after.grounds, choices=after.choices)


def _once_made(way: Walk, ask: PlannedStep, at: datetime, now: datetime) -> tuple[PlannedStep, ...]:
    """What would be open if the ask went out at that moment; nothing while that is its own day."""
    if ask.action == "last-question":
        return (ends.let_go_after(way.scene, way.let_go, at.date()),) if way.let_go else ()
    if at.date() <= ask.day:
        return ()
    case = way.scene.case
    made = Event(kind="voicemail" if ask.channel == "phone" else "sent", at=at, step=ask.action)
    then = walk(tell(replace(case, events=(*case.events, made)), now), at, way.scene.calendar)
    return tuple(step for step in then.open if step.is_open)

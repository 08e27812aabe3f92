"""The way through a history: what is open after each fact, what a fact finished, and what it made needless."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from followup.case.called import says_later
from followup.case.facts import Fact
from followup.case.history import History
from followup.case.standing import Standing, begins_anew, is_done_with, is_ended
from followup.case.state import after, begin
from followup.dates import clock
from followup.dates.calendars import Calendar
from followup.model.plan import ASKS, ROUND_ASKS
from followup.planning import agency, ends
from followup.planning.no_show import is_of_next_day, is_of_that_hour
from followup.planning.pending import pending
from followup.planning.postponing import before_noon
from followup.planning.scene import Scene
from followup.planning.steps import PlannedStep, done, dropped
from followup.planning.tasks import PUT_OFF
from followup.planning.thanks import thank_yous
from followup.words.calls import told_as

MOMENT = timedelta(microseconds=1)
# What answers them outlives a round that lies ahead; what asks them does not.
REPLIES = (
    *(
        "answer",
        "tell-offer",
        "ask-time",
        "task-time",
        "new-times",
        "warn-referee",
        "hand-in",
        "withdraw",
        "ask-back",
        "call",
    ),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Walk:
    """The steps that are `kept` (done, or dropped), those that are `open`, and where the process stands.

    `scene` counts the rounds that are entered and lie ahead as held, `present` is what had happened by now.
    """

    kept: tuple[PlannedStep, ...]
    open: tuple[PlannedStep, ...]
    scene: Scene
    present: Standing

    @property
    def let_go(self) -> PlannedStep | None:
        """The day to stop waiting, if there is one."""
        return next((step for step in self.open if step.action == "let-go"), None)


def walk(history: History, now: datetime, calendar: Calendar) -> Walk:
    """The whole way; a step that was done is never moved by what is told after it (issue of the laws)."""
    standing = present = begin(history)
    kept: dict[str, PlannedStep] = {}
    scene = _scene(history, standing, (), calendar)
    opened = tuple(before_noon(step, calendar) for step in pending(scene))
    for at, fact in enumerate(history.facts, 1):
        is_ahead = clock.instant(fact.at) > clock.instant(now)
        if is_ahead and is_done_with(present) and not begins_anew(present, now):
            # What was said comes first; an interview far ahead begins once that rests.
            continue
        if fact.event is not None:
            shown = (*opened, *_anew(standing, fact, scene, kept))
            kept |= {step.id: step for step in _finished(shown, fact, scene)}
        before, standing = standing, after(standing, fact, history)
        if len(standing.held) > len(before.held) and standing.held[-1].is_entered:
            # A later round has check-ins of its own (O12).
            kept = {id: step for id, step in kept.items() if step.action not in ROUND_ASKS}
        scene = _scene(history, standing, history.facts[:at], calendar)
        found = _named([before_noon(step, calendar) for step in pending(scene)], kept)
        foreseen = _foreseen(before, fact, scene) if fact.event is not None and before.state == "ahead" else ()
        gone = [step for step in (*foreseen, *opened) if step.id not in found and step.id not in kept]
        if is_ahead:
            # An invitation is not answered by coming before one comes: what is owed now is planned as it stands now.
            kept_so = opened if fact.meeting is not None else gone
            found |= {step.id: step for step in kept_so if step.action in REPLIES}
        else:
            present = standing
            kept |= {step.id: dropped(step) for step in gone}
        kept = {id: step for id, step in kept.items() if id not in found}
        opened = tuple(found.values())
    return Walk(kept=tuple(kept.values()), open=opened, scene=scene, present=present)


def _foreseen(standing: Standing, fact: Fact, scene: Scene) -> tuple[PlannedStep, ...]:
    """The steps that were planned for after the rounds ahead, just before a fact that may have called them off."""
    for one in scene.history.known_at(fact.at - MOMENT):
        if one.is_ahead(fact.at):
            standing = after(standing, Fact(at=one.told_from, meeting=one), scene.history)
    return pending(_scene(scene.history, standing, scene.facts, scene.calendar))


def _anew(standing: Standing, fact: Fact, scene: Scene, kept: dict[str, PlannedStep]) -> tuple[PlannedStep, ...]:
    """What answers them, brought back by an interview long after an end: it is shown before that is held (O39)."""
    if not is_ended(standing) or not begins_anew(standing, fact.at):
        return ()
    opened = {step.id for step in pending(scene)}
    brought = [step for step in _foreseen(standing, fact, scene) if step.action in REPLIES]
    return tuple(_named([step for step in brought if step.id not in opened], kept).values())


def _scene(history: History, standing: Standing, facts: tuple[Fact, ...], calendar: Calendar) -> Scene:
    thanks = thank_yous(history, standing.held, facts, calendar, standing.lost)
    return Scene(history=history, standing=standing, facts=facts, calendar=calendar, thanks=thanks)


def _named(steps: Sequence[PlannedStep], kept: dict[str, PlannedStep]) -> dict[str, PlannedStep]:
    """The steps by ids that no step that was done has: the second answer is answer-2."""
    found: dict[str, PlannedStep] = {}
    for step in steps:
        id, number = step.id, 1
        while id in found or (id in kept and kept[id].fate == "done"):
            number += 1
            id = f"{step.id}-{number}"
        found[id] = step if step.id == id else replace(step, id=id)
    ids = {step.id: id for id, step in zip(found, steps, strict=True)}
    return {id: _waiting(one, ids.get(one.waits_for, one.waits_for)) for id, one in found.items()}


def _waiting(step: PlannedStep, id: str) -> PlannedStep:
    return step if step.waits_for == id else replace(step, waits_for=id)


def _finished(opened: Sequence[PlannedStep], fact: Fact, scene: Scene) -> Iterable[PlannedStep]:
    """The step that the fact finishes, as it stood just then."""
    if fact.step == "last-question":
        end = next((step for step in opened if step.action == "let-go"), None)
        return [done(ends.last_question(scene, end), fact.at)] if end else []
    meant = _meant(opened, fact)
    # It went to whom the reader says it went to, whoever it was planned for.
    person = scene.history.named(fact.event)
    if meant and says_later(scene.standing, fact):
        # Nothing was handed in: they were told when it comes (O38).
        meant = replace(meant, letter=PUT_OFF)
    return [done(replace(meant, person=person or meant.person), fact.at)] if meant else []


def _meant(opened: Sequence[PlannedStep], fact: Fact) -> PlannedStep | None:
    """The step of that name and person; an ask of whatever name finishes the next one that is open."""
    named = [step for step in opened if step.action == fact.step and fact.may_concern(step.person.called)]
    named = named or [step for step in opened if step.action == fact.step]
    calls = [step for step in opened if step.action == "call" and told_as(step.action, step.letter) == ""]
    asked = [step for step in opened if step.action in ASKS]
    if fact.reports:
        return next((step for step in opened if step.letter == agency.WORDS), None)
    if fact.word == "no-answer":
        return next((step for step in opened if is_of_that_hour(step, fact.at)), None)
    by_phone = fact.event is not None and fact.event.kind in ("called", "voicemail")
    if by_phone and fact.step in ("", "call") and any(is_of_next_day(step, fact.at) for step in opened):
        # Rung twice within that hour, it is one call (O31).
        return next((step for step in opened if is_of_that_hour(step, fact.at)), None)
    if fact.is_ask:
        found = [*(calls if by_phone and fact.step == "" else ()), *named, *asked]
    elif fact.step == "hand-in":
        found = [*named, *(step for step in opened if step.action == "answer")]
    else:
        found = named
    return next(iter(found), None)

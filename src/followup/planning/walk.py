"""The way through a history: what is open after each fact, what a fact finished, and what it made needless."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from followup.case.facts import Fact
from followup.case.history import History
from followup.case.standing import Standing, begins_anew, is_ended
from followup.case.state import after, begin
from followup.dates import clock
from followup.dates.calendars import Calendar
from followup.model.plan import ASKS, ROUND_ASKS
from followup.planning import ends
from followup.planning.no_show import is_of_next_day, is_of_that_hour
from followup.planning.pending import pending
from followup.planning.postponing import before_noon
from followup.planning.scene import Scene
from followup.planning.steps import Draft, done, dropped
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

    kept: tuple[Draft, ...]
    open: tuple[Draft, ...]
    scene: Scene
    present: Standing

    @property
    def let_go(self) -> Draft | None:
        """The day to stop waiting, if there is one."""
        return next((draft for draft in self.open if draft.action == "let-go"), None)


def walk(history: History, now: datetime, calendar: Calendar) -> Walk:
    """The whole way; a step that was done is never moved by what is told after it (issue of the laws)."""
    standing = present = begin(history)
    kept: dict[str, Draft] = {}
    scene = _scene(history, standing, (), calendar)
    opened = tuple(before_noon(draft, calendar) for draft in pending(scene))
    for at, fact in enumerate(history.facts, 1):
        is_ahead = clock.instant(fact.at) > clock.instant(now)
        if is_ahead and is_ended(present) and not begins_anew(present, now):
            # What they said comes first; an interview far ahead begins once that rests.
            continue
        if fact.event is not None:
            shown = (*opened, *_anew(standing, fact, scene, kept))
            kept |= {draft.id: draft for draft in _finished(shown, fact, scene)}
        before, standing = standing, after(standing, fact, history)
        if len(standing.held) > len(before.held) and standing.held[-1].is_entered:
            # A later round has check-ins of its own (O12).
            kept = {id: draft for id, draft in kept.items() if draft.action not in ROUND_ASKS}
        scene = _scene(history, standing, history.facts[:at], calendar)
        found = _named([before_noon(draft, calendar) for draft in pending(scene)], kept)
        foreseen = _foreseen(before, fact, scene) if fact.event is not None and before.state == "ahead" else ()
        gone = [draft for draft in (*foreseen, *opened) if draft.id not in found and draft.id not in kept]
        if is_ahead:
            found |= {draft.id: draft for draft in gone if draft.action in REPLIES}
        else:
            present = standing
            kept |= {draft.id: dropped(draft) for draft in gone}
        kept = {id: draft for id, draft in kept.items() if id not in found}
        opened = tuple(found.values())
    return Walk(kept=tuple(kept.values()), open=opened, scene=scene, present=present)


def _foreseen(standing: Standing, fact: Fact, scene: Scene) -> tuple[Draft, ...]:
    """The steps that were planned for after the rounds ahead, just before a fact that may have called them off."""
    ahead = [
        one for one in scene.history.known_at(fact.at - MOMENT) if not one.cancelled and not one.is_before(fact.at)
    ]
    for one in ahead:
        standing = after(standing, Fact(at=one.told_from, meeting=one), scene.history)
    return pending(_scene(scene.history, standing, scene.facts, scene.calendar))


def _anew(standing: Standing, fact: Fact, scene: Scene, kept: dict[str, Draft]) -> tuple[Draft, ...]:
    """What answers them, brought back by an interview long after an end: it is shown before that is held (O39)."""
    if not is_ended(standing) or not begins_anew(standing, fact.at):
        return ()
    opened = {draft.id for draft in pending(scene)}
    brought = [draft for draft in _foreseen(standing, fact, scene) if draft.action in REPLIES]
    return tuple(_named([draft for draft in brought if draft.id not in opened], kept).values())


def _scene(history: History, standing: Standing, facts: tuple[Fact, ...], calendar: Calendar) -> Scene:
    thanks = thank_yous(history, standing.held, facts, calendar, standing.lost)
    return Scene(history=history, standing=standing, facts=facts, calendar=calendar, thanks=thanks)


def _named(drafts: Sequence[Draft], kept: dict[str, Draft]) -> dict[str, Draft]:
    """The steps by ids that no step that was done has: the second answer is answer-2."""
    found: dict[str, Draft] = {}
    for draft in drafts:
        id, number = draft.id, 1
        while id in found or (id in kept and kept[id].fate == "done"):
            number += 1
            id = f"{draft.id}-{number}"
        found[id] = replace(draft, id=id)
    ids = {draft.id: id for id, draft in zip(found, drafts, strict=True)}
    return {id: replace(one, waits_for=ids.get(one.waits_for, one.waits_for)) for id, one in found.items()}


def _finished(opened: Sequence[Draft], fact: Fact, scene: Scene) -> Iterable[Draft]:
    """The step that the fact finishes, as it stood just then."""
    if fact.step == "last-question":
        end = next((draft for draft in opened if draft.action == "let-go"), None)
        return [done(ends.last_question(scene, end), fact.at)] if end else []
    meant = _meant(opened, fact)
    # It went to whom the reader says it went to, whoever it was planned for.
    person = scene.history.named(fact.event)
    return [done(replace(meant, person=person or meant.person), fact.at)] if meant else []


def _meant(opened: Sequence[Draft], fact: Fact) -> Draft | None:
    """The step of that name and person; an ask of whatever name finishes the next one that is open."""
    named = [draft for draft in opened if draft.action == fact.step and fact.may_concern(draft.person.called)]
    named = named or [draft for draft in opened if draft.action == fact.step]
    calls = [draft for draft in opened if draft.action == "call" and told_as(draft.action, draft.letter) == ""]
    asked = [draft for draft in opened if draft.action in ASKS]
    if fact.word == "no-answer":
        return next((draft for draft in opened if is_of_that_hour(draft, fact.at)), None)
    by_phone = fact.event is not None and fact.event.kind in ("called", "voicemail")
    if by_phone and fact.step in ("", "call") and any(is_of_next_day(draft, fact.at) for draft in opened):
        # Rung twice within that hour, it is one call (O31).
        return next((draft for draft in opened if is_of_that_hour(draft, fact.at)), None)
    if fact.is_ask:
        found = [*(calls if by_phone and fact.step == "" else ()), *named, *asked]
    elif fact.step == "hand-in":
        found = [*named, *(draft for draft in opened if draft.action == "answer")]
    else:
        found = named
    return next(iter(found), None)

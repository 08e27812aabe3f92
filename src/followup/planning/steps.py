"""Steps in the making: a window with its grounds, before it is known what became of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from followup.case.history import midnight
from followup.case.meetings import Person
from followup.dates import clock
from followup.model.plan import Action, Alternative, Channel, Status, Step, Window
from followup.planning.stances import Grounds, chosen, reasons


@dataclass(frozen=True, kw_only=True, slots=True)
class EqualWindow:
    """A window that is as good as the step's own, and the record behind it."""

    window: Window
    rule: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PlannedStep:
    """One step in the making; `fate` is done or dropped once that is known, else nothing.

    Missed, it is late until `until` and dropped from then on (law 2); with `never_late` it is due as long as it stands.
    `is_optional` is dropped at the end of its window and holds nothing up. `before` is the start of the interview that
    it has to reach them before, if there is one.
    """

    id: str
    action: Action
    round: int
    person: Person
    window: Window
    grounds: Grounds
    channel: Channel = "email"
    letter: str = ""
    fate: Status | None = None
    done_at: datetime | None = None
    until: datetime | None = None
    before: datetime | None = None
    never_late: bool = False
    is_optional: bool = False
    waits_for: str = ""
    choices: tuple[EqualWindow, ...] = ()

    @property
    def day(self) -> date:
        """The recipient's day it was done on, or is meant for."""
        moment = self.done_at.astimezone(self.person.zone) if self.done_at else self.window.target
        return moment.date()

    @property
    def is_open(self) -> bool:
        """True while it is neither done nor dropped."""
        return self.fate is None

    @property
    def ends(self) -> datetime:
        """The end of its window, or of a window that is as good."""
        return max((self.window.latest, *(one.window.latest for one in self.choices)), key=clock.instant)


def done(step: PlannedStep, at: datetime) -> PlannedStep:
    """The step as done at that moment."""
    return replace(step, fate="done", done_at=at)


def dropped(step: PlannedStep) -> PlannedStep:
    """The step as dropped, unless it was done before."""
    return step if step.fate == "done" else replace(step, fate="dropped", done_at=None)


def missed(step: PlannedStep, now: datetime) -> PlannedStep:
    """The step as dropped once it is too late even to be late (law 2)."""
    until = step.ends if step.is_optional else step.until
    over = until is not None and clock.instant(now) > clock.instant(until)
    return dropped(step) if over and step.is_open else step


def status(step: PlannedStep, now: datetime) -> Status:
    """Waiting before the earliest, due up to the latest, overdue after it; done and dropped stay."""
    if step.fate:
        return step.fate
    if clock.instant(now) < clock.instant(step.window.earliest) or step.waits_for:
        return "waiting"
    in_time = step.never_late or clock.instant(now) <= clock.instant(step.ends)
    return "due" if in_time else "overdue"


def finished(step: PlannedStep, now: datetime) -> Step:
    """The step as the plan shows it."""
    return Step(
        id=step.id,
        action=step.action,
        round=step.round,
        to=step.person.to,
        channel=step.channel,
        letter=step.letter,
        window=step.window,
        status=status(step, now),
        because=reasons(step.window, step.grounds),
        question=step.grounds.question,
        done_at=step.done_at.astimezone(step.person.zone) if step.fate == "done" and step.done_at else None,
        alternatives=tuple(_alternative(one, step) for one in step.choices),
        limit=_limit(step),
    )


def _limit(step: PlannedStep) -> datetime | None:
    """From when it is too late: once it is dropped, and on the day of the interview that it comes before."""
    day = [midnight(step.before.astimezone(step.person.zone).date(), step.person.zone)] if step.before else []
    return min([*day, *([step.until] if step.until else [])], key=clock.instant, default=None)


def _alternative(choice: EqualWindow, step: PlannedStep) -> Alternative:
    grounds = replace(step.grounds, ours=chosen(choice.rule).ours)
    return Alternative(window=choice.window, because=reasons(choice.window, grounds))


def in_turn(asks: Sequence[PlannedStep], call: PlannedStep | None) -> Iterator[PlannedStep]:
    """What they asked for comes before what we ask; the ask after the next one waits: nobody is asked twice at once."""
    for place, step in enumerate(asks):
        before = asks[0] if place else call
        yield replace(step, waits_for=before.id) if before else step

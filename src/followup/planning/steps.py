"""Steps in the making: a window with its grounds, before it is known what became of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from followup.case.history import midnight
from followup.case.meetings import Person
from followup.data import folder
from followup.dates import clock
from followup.model.plan import Action, Alternative, Channel, Status, Step, Window
from followup.planning.stances import Grounds, chosen, reasons

LETTER = ".txt.jinja"


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """A window that is as good as the step's own, and the record behind it."""

    window: Window
    rule: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
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
    choices: tuple[Choice, ...] = ()

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


def done(draft: Draft, at: datetime) -> Draft:
    """The step as done at that moment."""
    return replace(draft, fate="done", done_at=at)


def dropped(draft: Draft) -> Draft:
    """The step as dropped, unless it was done before."""
    return draft if draft.fate == "done" else replace(draft, fate="dropped", done_at=None)


def missed(draft: Draft, now: datetime) -> Draft:
    """The step as dropped once it is too late even to be late (law 2)."""
    until = draft.ends if draft.is_optional else draft.until
    over = until is not None and clock.instant(now) > clock.instant(until)
    return dropped(draft) if over and draft.is_open else draft


def status(draft: Draft, now: datetime) -> Status:
    """Waiting before the earliest, due up to the latest, overdue after it; done and dropped stay."""
    if draft.fate:
        return draft.fate
    if clock.instant(now) < clock.instant(draft.window.earliest) or draft.waits_for:
        return "waiting"
    in_time = draft.never_late or clock.instant(now) <= clock.instant(draft.ends)
    return "due" if in_time else "overdue"


def finished(draft: Draft, now: datetime) -> Step:
    """The step as the plan shows it."""
    return Step(
        id=draft.id,
        action=draft.action,
        round=draft.round,
        to=draft.person.to,
        channel=draft.channel,
        letter=draft.letter,
        window=draft.window,
        status=status(draft, now),
        because=reasons(draft.window, draft.grounds),
        question=draft.grounds.question,
        done_at=draft.done_at.astimezone(draft.person.zone) if draft.fate == "done" and draft.done_at else None,
        alternatives=tuple(_alternative(one, draft) for one in draft.choices),
        limit=_limit(draft),
    )


def _limit(draft: Draft) -> datetime | None:
    """From when it is too late: once it is dropped, and on the day of the interview that it comes before."""
    day = [midnight(draft.before.date(), draft.person.zone)] if draft.before else []
    return min([*day, *([draft.until] if draft.until else [])], key=clock.instant, default=None)


def _alternative(choice: Choice, draft: Draft) -> Alternative:
    grounds = replace(draft.grounds, ours=chosen(choice.rule).ours)
    return Alternative(window=choice.window, because=reasons(choice.window, grounds))


def in_turn(asks: Sequence[Draft], call: Draft | None) -> Iterator[Draft]:
    """What they asked for comes before what we ask; the ask after the next one waits: nobody is asked twice at once."""
    for place, draft in enumerate(asks):
        before = asks[0] if place else call
        yield replace(draft, waits_for=before.id) if before else draft


def letter(*ids: str) -> str:
    """The first of these letters that is written, or nothing."""
    return next((id for id in ids if id in _written()), "")


@lru_cache(maxsize=1)
def _written() -> frozenset[str]:
    names = (one.name for one in (folder() / "letters").iterdir())
    return frozenset(name.removesuffix(LETTER) for name in names if name.endswith(LETTER))

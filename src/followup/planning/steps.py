"""Steps in the making: a window with its grounds, before it is known what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from followup.case.history import Person
from followup.dates import clock
from followup.dates.calendars import Calendar, next_business_day
from followup.model.plan import Action, Bound, Channel, Status, Step, Window
from followup.planning.stances import BOUNDS, Grounds, reasons
from followup.planning.windows import opening, settle
from followup.rules.rulebook import hour


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """One step in the making; `fate` is done or dropped once that is known, else nothing."""

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

    @property
    def day(self) -> date:
        """The recipient's day it was done on, or is meant for."""
        moment = self.done_at.astimezone(self.person.zone) if self.done_at else self.window.target
        return moment.date()

    @property
    def is_open(self) -> bool:
        """True while it is neither done nor dropped."""
        return self.fate is None


def done(draft: Draft, at: datetime) -> Draft:
    """The step as done at that moment."""
    return replace(draft, fate="done", done_at=at)


def dropped(draft: Draft) -> Draft:
    """The step as dropped, unless it was done before."""
    return draft if draft.fate == "done" else replace(draft, fate="dropped")


def status(draft: Draft, now: datetime) -> Status:
    """Waiting before the earliest, due up to the latest, overdue after it; done and dropped stay."""
    if draft.fate:
        return draft.fate
    if clock.instant(now) < clock.instant(draft.window.earliest):
        return "waiting"
    return "due" if clock.instant(now) <= clock.instant(draft.window.latest) else "overdue"


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
        done_at=draft.done_at.astimezone(draft.person.zone) if draft.fate == "done" and draft.done_at else None,
    )


def later(draft: Draft, day: date, because: str = "") -> Draft:
    """The step with nothing of its window before that day's first send hour, our choice `because` of a rule."""
    floor = opening(day, draft.person.zone)
    window = replace(
        draft.window,
        earliest=max(draft.window.earliest, floor, key=clock.instant),
        target=max(draft.window.target, floor, key=clock.instant),
    )
    window = settle(window)
    return replace(draft, window=window, grounds=_with_choice(draft, window, because) if because else draft.grounds)


def before_noon(draft: Draft, calendar: Calendar) -> Draft:
    """The step with a window that ends at noon where it ends on a half day; its target stays where it is (O45)."""
    zone, target = draft.person.zone, draft.window.target
    day = draft.window.latest.astimezone(zone).date()
    noon = clock.local(day, hour("O45", "noon_time"), zone)
    ends = clock.instant(target) <= clock.instant(noon) < clock.instant(draft.window.latest)
    if not (draft.is_open and ends and day in calendar.place.half):
        return draft
    window = replace(draft.window, latest=noon)
    return replace(draft, window=window, grounds=_with_choice(draft, window, "O45"))


def _with_choice(draft: Draft, window: Window, rule: str) -> Grounds:
    moved: dict[Bound, str] = {
        bound: rule for bound in BOUNDS if getattr(window, bound) != getattr(draft.window, bound)
    }
    return replace(draft.grounds, ours={**draft.grounds.ours, **moved})


def apart(draft: Draft, others: Iterable[Draft], calendar: Calendar) -> Draft:
    """The step moved off every day on which the same person gets another message (O19)."""
    taken = {other.day for other in others if other.fate != "dropped" and same_person(other.person, draft.person)}
    while draft.is_open and draft.day in taken:
        draft = later(draft, next_business_day(draft.day, calendar), "O19")
    return draft


def same_person(one: Person, other: Person) -> bool:
    """True for the same address, else the same name; namesakes have two addresses, and somebody unnamed is anybody."""
    if not one.to or not other.to:
        return True
    if one.email and other.email:
        return one.email.casefold() == other.email.casefold()
    return one.name.casefold() == other.name.casefold()

"""Steps in the making: a window with its grounds, before it is known what became of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from followup.case.meetings import Person
from followup.data import folder
from followup.dates import clock
from followup.dates.calendars import Calendar, next_business_day
from followup.model.plan import Action, Alternative, Bound, Channel, Status, Step, Window
from followup.planning.bounds import BOUNDS
from followup.planning.hours import opening, settle
from followup.planning.stances import Grounds, chosen, reasons
from followup.rules.rulebook import hour

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
    )


def _alternative(choice: Choice, draft: Draft) -> Alternative:
    grounds = replace(draft.grounds, ours=chosen(choice.rule).ours)
    return Alternative(window=choice.window, because=reasons(choice.window, grounds))


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


def in_time(draft: Draft, start: datetime | None, told: datetime, *, at_once: bool = False) -> Draft:
    """The step with a window that ends before the interview it is about starts (course.md, States and Events).

    Such a step comes too late after the start: an apology with times goes out at once, an acceptance is late until
    the round. Where no hour for it is left before the start, or `at_once`, it goes out when it was told, on whatever
    day and at whatever hour. Nothing changes where nothing starts, or what starts had started when it was told.
    """
    if start is None or clock.instant(start) <= clock.instant(told):
        return draft
    here = told.astimezone(draft.person.zone)
    is_late = clock.instant(draft.window.target) >= clock.instant(start)
    target = here if at_once or is_late else draft.window.target
    latest = min(draft.window.latest, start.astimezone(draft.person.zone), key=clock.instant)
    earliest = min(draft.window.earliest, target, key=clock.instant)
    return replace(draft, window=Window(earliest=earliest, target=target, latest=latest), before=start)


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
    """The step moved off every day on which the same person gets another message (O19), if it is in time there."""
    taken = {other.day for other in others if other.fate != "dropped" and same_person(other.person, draft.person)}
    while draft.is_open and draft.day in taken:
        moved = later(draft, next_business_day(draft.day, calendar), "O19")
        if draft.before and clock.instant(moved.window.target) >= clock.instant(draft.before):
            return draft
        draft = in_time(moved, draft.before, moved.window.target)
    return draft


def in_turn(asks: Sequence[Draft], call: Draft | None) -> Iterator[Draft]:
    """What they asked for comes before what we ask; the ask after the next one waits: nobody is asked twice at once."""
    for place, draft in enumerate(asks):
        before = asks[0] if place else call
        yield replace(draft, waits_for=before.id) if before else draft


def same_person(one: Person, other: Person) -> bool:
    """True for the same address, else the same name; namesakes have two addresses, and somebody unnamed is anybody."""
    if not one.to or not other.to:
        return True
    if one.email and other.email:
        return one.email.casefold() == other.email.casefold()
    return one.name.casefold() == other.name.casefold()


def letter(*ids: str) -> str:
    """The first of these letters that is written, or nothing."""
    return next((id for id in ids if id in _written()), "")


@lru_cache(maxsize=1)
def _written() -> frozenset[str]:
    names = (one.name for one in (folder() / "letters").iterdir())
    return frozenset(name.removesuffix(LETTER) for name in names if name.endswith(LETTER))

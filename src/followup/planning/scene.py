"""What a step is planned from: the history, where the process stands in it, and the recipient's calendar."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from followup.case.facts import Fact
from followup.case.history import History
from followup.case.meetings import Meeting, Person
from followup.case.standing import NO_EXCHANGE, Standing
from followup.dates import clock
from followup.dates.calendars import Calendar
from followup.model.case import Case
from followup.model.plan import Action, Window
from followup.planning.approaches import Approach, approaches
from followup.planning.stances import Grounds, chosen
from followup.planning.steps import PlannedStep

MOMENT = timedelta(microseconds=1)
# What says something of one interview, so that it comes from somebody of that one.
MOVED = ("interview-moved", "called-off", "no-show", "moved-by-me")


# What is found once stands in the record's dictionary, which slots would leave no room for.
@dataclass(frozen=True, kw_only=True)
class Scene:
    """One moment of a process; `thanks` are the thank-yous as they stand then, `facts` what had happened by then."""

    history: History
    standing: Standing
    facts: tuple[Fact, ...]
    calendar: Calendar
    thanks: tuple[PlannedStep, ...] = ()

    @property
    def case(self) -> Case:
        """The case as it was told."""
        return self.history.case

    @property
    def approach(self) -> Approach:
        """Whose figures the plan follows."""
        return approaches()[self.case.approach]

    @cached_property
    def contact(self) -> Person:
        """Whom an ask goes to (K9); a second one to whoever got the first (C9), unless somebody else answered it."""
        gone = self.standing.gone
        asked = ((ask.fact, self.history.named(ask.fact.event)) for ask in reversed(self.standing.asks))
        ask, got = next(((fact, person) for fact, person in asked if person), (None, None))
        if ask and got and not got.is_among(gone) and not self._has_another_answered(ask, got):
            return got
        opened = self.standing.opened_by
        return self._of(opened) if opened else self.next_of(self.met, gone)

    @property
    def met(self) -> tuple[Meeting, ...]:
        """The interviews whose people are written to: those that were held, else all."""
        return self.standing.held or self.history.meetings

    def _of(self, fact: Fact) -> Person:
        """Whom K9 names of those who were met, and of the interview that they moved or called off."""
        about: tuple[Meeting, ...] = ()
        if fact.word in MOVED:
            before = self.history.known_at(fact.at - MOMENT)
            about = tuple(one for one in self.history.known_at(fact.at) if one not in before and one.people)
        return self.next_of((*self.met, *about), self.standing.gone)

    def next_of(self, meetings: tuple[Meeting, ...], gone: tuple[str, ...]) -> Person:
        """Whom K9 names of the people of these meetings; where none is left, the last who wrote all the same."""
        found = self.history.contact(meetings, gone)
        if found.to:
            return found
        wrote = (self.history.named(one.event) for one in reversed(self.facts) if one.is_theirs and one.word != "left")
        return next((one for one in wrote if one is not None and not one.is_among(gone)), found)

    def _has_another_answered(self, ask: Fact, got: Person) -> bool:
        """True where the last who wrote since that ask is known, and is not who got it."""
        asked = clock.instant(ask.at)
        theirs = (one for one in reversed(self.facts) if one.is_theirs and one.word not in NO_EXCHANGE)
        wrote = (self.history.named(one.event) for one in theirs if clock.instant(one.at) >= asked)
        last = next(filter(None, wrote), None)
        return last is not None and not last.is_among(got.called)

    @property
    def zone(self) -> ZoneInfo:
        """The zone of whom an ask goes to."""
        return self.contact.zone

    @property
    def round(self) -> int:
        """The number of the interview that the steps belong to."""
        last = self.standing.last
        return last.number if last else 1

    def day(self, at: datetime | None) -> date:
        """The contact's day of a moment."""
        if at is None:
            raise ValueError("nothing happened yet")
        return at.astimezone(self.zone).date()

    def writer(self, fact: Fact) -> Person:
        """Who wrote to the reader: the person named, if still there, else whom an ask would go to."""
        named = self.history.named(fact.event)
        if named is not None and not named.is_among(self.standing.left):
            return named
        return self._of(fact) if fact.word in MOVED else self.contact

    def start_ahead(self, at: datetime, *, by: date | None = None, left: bool = False) -> datetime | None:
        """When the next interview starts that lay ahead at that moment, or the one on the day `by`.

        Where nobody told its hour it may be the first one of its day. What was told at that moment counts, unless
        `left`: then it is the interview as it stood before.
        """
        known = self.history.known_at(at - MOMENT if left else at)
        ahead = [one for one in known if one.is_ahead(at)]
        starts = [one.starts_after(at) for one in ahead if by is None or one.round.date == by]
        return min(starts, key=clock.instant, default=None)

    def planned(self, action: Action, window: Window, grounds: Grounds | str, letter: str = "") -> PlannedStep:
        """A step to the contact."""
        return PlannedStep(
            id=action,
            action=action,
            round=self.round,
            person=self.contact,
            window=window,
            grounds=chosen(grounds) if isinstance(grounds, str) else grounds,
            letter=letter,
        )

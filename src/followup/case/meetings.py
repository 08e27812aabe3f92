"""The interviews as they were entered, with the people in them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from followup.case.interview_end import end_of
from followup.dates import clock
from followup.model.case import Interviewer, Part, Round
from followup.rules.rulebook import figure


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """Somebody to write to, with the zone they live by."""

    name: str
    email: str
    part: Part
    zone: ZoneInfo

    @property
    def to(self) -> tuple[str, ...]:
        """What stands in a step's `to`: the name, else the address, else nothing."""
        word = self.name or self.email
        return (word,) if word else ()

    @property
    def called(self) -> tuple[str, ...]:
        """Name and address as they are compared with what was told, as far as there are any."""
        return tuple(word.casefold() for word in (self.name, self.email) if word)

    def is_among(self, people: Collection[str]) -> bool:
        """True if one of these names and addresses is theirs."""
        return any(word in people for word in self.called)


@dataclass(frozen=True, kw_only=True, slots=True)
class Meeting:
    """One interview as it took place; `end` is aware, in the zone of the interview; `people` as they were entered.

    `is_entered` is False where an event told of it, or of its day.
    """

    number: int
    round: Round
    end: datetime
    people: tuple[Person, ...]
    cancelled: bool = False
    is_entered: bool = True

    @property
    def told_from(self) -> datetime:
        """What is told from then on came after it: from its end, or where that is assumed, from its start or day."""
        return clock.local(self.round.date, self.round.ends or self.round.starts or time(), self.zone)

    @property
    def begin(self) -> datetime:
        """When it begins, as far as it was told; else the beginning of its day."""
        return clock.local(self.round.date, self.round.starts or time(), self.zone)

    @property
    def zone(self) -> ZoneInfo:
        """The zone the interview was entered in."""
        return clock.zone(self.round.zone)

    def is_before(self, at: datetime) -> bool:
        """True if what was told at that moment came after it."""
        return clock.instant(self.told_from) <= clock.instant(at)

    @property
    def follows_phone_rule(self) -> bool:
        """True for a call, and for a first video round with one interviewer (T7, O10)."""
        alone = len(self.round.interviewers) <= figure("O10", "interviewers_max")
        return self.round.format == "phone" or (self.round.format == "video" and self.number == 1 and alone)


def meeting_of(number: int, one: Round) -> Meeting:
    """The interview as it was entered."""
    where = clock.zone(one.zone)
    people = tuple(_person(each, where) for each in one.interviewers)
    return Meeting(number=number, round=one, end=end_of(one), people=people)


def _person(one: Interviewer, where: ZoneInfo) -> Person:
    zone = clock.zone(one.zone) if one.zone else where
    return Person(name=one.name, email=one.email, part=one.part, zone=zone)

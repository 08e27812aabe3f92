"""The interviews as they were entered, with the people in them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from followup.case.interview_end import assumed_start, end_of, first_hour
from followup.dates import clock
from followup.model.case import Event, Interviewer, Part, Round
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

    `is_entered` is False where an event told of it, or of its day: `said_by` then. `has_format` is False where nobody
    told how it is held: the general rule holds for it, and no place is taken for granted. `shown_at` is the moment of
    what was told on its day as something that came after it, where nobody told its hour. `off_by` is the word that took
    it off, empty while it stands.
    """

    number: int
    round: Round
    end: datetime
    people: tuple[Person, ...]
    off_by: str = ""
    is_entered: bool = True
    has_format: bool = True
    said_by: Event | None = None
    shown_at: datetime | None = None

    @property
    def cancelled(self) -> bool:
        """True for one that does not take place, as far as the reader knows."""
        return bool(self.off_by)

    @property
    def on_hold(self) -> bool:
        """True for one that a hold alone took off."""
        return self.off_by == "on-hold"

    @property
    def has_hour(self) -> bool:
        """True where its start or its end was told."""
        return bool(self.round.ends or self.round.starts)

    @property
    def told_from(self) -> datetime:
        """What is told from then on came after it: from its end as told, else from its start.

        Where nobody told either, from the assumed end (O42), or from what shows that it is over by then.
        """
        told = self.round.ends or self.round.starts
        if told:
            return clock.local(self.round.date, told, self.zone)
        return self.shown_at.astimezone(self.zone) if self.shown_at else self.end

    @property
    def begin(self) -> datetime:
        """When it begins, as told; else an hour before its end as told (O9); else no sooner than it is over."""
        return assumed_start(self.round) or self.told_from

    def starts_after(self, at: datetime) -> datetime:
        """The moment that a message before it has to reach them by, seen from then.

        Where nobody told its hour it may be the first one of its day; once that has passed, its end counts.
        """
        start = assumed_start(self.round) or first_hour(self.round)
        return start if clock.instant(start) > clock.instant(at) else self.end

    @property
    def zone(self) -> ZoneInfo:
        """The zone the interview was entered in."""
        return clock.zone(self.round.zone)

    def is_before(self, at: datetime) -> bool:
        """True if what was told at that moment came after it."""
        return clock.instant(self.told_from) <= clock.instant(at)

    def is_ahead(self, at: datetime) -> bool:
        """True if at that moment it is still to come, and was not called off."""
        return not self.cancelled and not self.is_before(at)

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


def person_called(word: str, people: Sequence[Person], zone: ZoneInfo) -> Person:
    """The only one of these people who has that for a part of their name, else somebody of that name or address."""
    parts = set(word.casefold().split())
    alike = {one.called: one for one in people if parts < set(one.name.casefold().split())}
    if len(alike) == 1:
        return next(iter(alike.values()))
    is_address = "@" in word
    return Person(name="" if is_address else word, email=word if is_address else "", part="interviewer", zone=zone)


def _person(one: Interviewer, where: ZoneInfo) -> Person:
    zone = clock.zone(one.zone) if one.zone else where
    return Person(name=one.name, email=one.email, part=one.part, zone=zone)

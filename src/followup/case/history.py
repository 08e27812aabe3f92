"""What was told, put in order: the meetings as they took place, the people, and what has happened since."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

from followup.case.interview_end import end_of
from followup.dates import clock
from followup.model.case import Case, Event, Interviewer, Part, Round
from followup.rules.rulebook import figure

# K9: who ran the process, else the hiring manager, else an interviewer; the checklist names HR first.
ASKED_FIRST: tuple[Part, ...] = ("recruiter", "hr", "hiring-manager", "interviewer")
CHECKLIST_ASKS_FIRST: tuple[Part, ...] = ("hr", "recruiter", "hiring-manager", "interviewer")
ANSWERED_CALL = ("answered", "call-back", "deciding", "promise", "question", "rejected", "next-round", "offer")
TURNS = ("deciding", "promise", "rejected", "next-round", "offer")
CLOSING = ("rejected", "offer")


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
        return tuple(word for word in (self.name or self.email,) if word)


@dataclass(frozen=True, kw_only=True, slots=True)
class Meeting:
    """One interview as it took place; `end` is aware, in the zone of the interview; `people` as they were entered."""

    number: int
    round: Round
    end: datetime
    people: tuple[Person, ...]
    cancelled: bool = False

    @property
    def told_from(self) -> datetime:
        """What is told from then on came after it: from its end, or where that is assumed, from its start or day."""
        return clock.local(self.round.date, self.round.ends or self.round.starts or time(), self.zone)

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


@dataclass(frozen=True, kw_only=True, slots=True)
class Happened:
    """An event with its moment, aware."""

    at: datetime
    event: Event

    @property
    def is_touch(self) -> bool:
        """True for a check-in mail, a call they answered and a voicemail left (O23)."""
        match self.event.kind:
            case "sent":
                return self.event.step in ("check-in", "second-check-in")
            case "called":
                return self.event.outcome in ANSWERED_CALL
            case kind:
                return kind == "voicemail"

    @property
    def outcome(self) -> str:
        """What they said, by mail or on the phone; nothing if they said nothing."""
        return self.event.outcome if self.event.kind in ("reply", "called") else ""

    @property
    def is_turn(self) -> bool:
        """True if it changed the course."""
        return self.outcome in TURNS or self.event.kind == "withdrawn"

    @property
    def is_end(self) -> bool:
        """True for a rejection, an offer and a withdrawal: nothing is planned after them."""
        return self.outcome in CLOSING or self.event.kind == "withdrawn"


@dataclass(frozen=True, kw_only=True, slots=True)
class Story:
    """The case in order: `meetings` as entered, `happened` by time, `contact` is whom a check-in goes to.

    `turn` is what changed the course last; only the meetings that are `standing` were not overtaken by its end.
    A check-in counts from the `last` of them; what happened `since` holds the `touches` spent after it.
    """

    case: Case
    meetings: tuple[Meeting, ...]
    standing: tuple[Meeting, ...]
    happened: tuple[Happened, ...]
    turn: Happened | None
    contact: Person
    last: Meeting
    since: tuple[Happened, ...]
    touches: tuple[Happened, ...]

    def named(self, one: Happened) -> Person | None:
        """Who wrote it or got it, by name or address; None for nobody known."""
        to = one.event.to.casefold()
        people = [person for meeting in reversed(self.meetings) for person in meeting.people]
        known = [person for person in people if to and to in (person.name.casefold(), person.email.casefold())]
        return next(iter(known), None)


def tell(case: Case) -> Story:
    """The case in order; needs at least one round."""
    where = clock.zone(case.rounds[-1].zone)
    happened = tuple(sorted(_happened(case, where), key=lambda one: clock.instant(one.at)))
    meetings = _moved(tuple(_meeting(number, each) for number, each in enumerate(case.rounds, 1)), happened)
    turn = _turn(happened, meetings)
    standing = _standing(meetings, turn)
    last = _last(standing)
    # A later round starts the count afresh (O12).
    since = tuple(one for one in happened if last.is_before(one.at))
    return Story(
        case=case,
        meetings=meetings,
        standing=standing,
        happened=happened,
        turn=turn,
        contact=_contact(case, standing),
        last=last,
        since=since,
        touches=tuple(one for one in since if one.is_touch),
    )


def moment_of(event: Event, where: ZoneInfo) -> datetime:
    """When the event happened; without an offset it is wall time in `where`."""
    return clock.aware(event.at, where).astimezone(where)


def _turn(happened: tuple[Happened, ...], meetings: tuple[Meeting, ...]) -> Happened | None:
    """The last thing that changed the course; an invitation has done so until the new interview is entered."""
    turn = next((one for one in reversed(happened) if one.is_turn), None)
    if turn is None or turn.outcome != "next-round":
        return turn
    entered = any(not one.cancelled and not one.is_before(turn.at) for one in meetings)
    return None if entered else turn


def _standing(meetings: tuple[Meeting, ...], turn: Happened | None) -> tuple[Meeting, ...]:
    """What was planned for after the course had ended never takes place."""
    if turn is None or not turn.is_end:
        return meetings
    return tuple(one for one in meetings if one.is_before(turn.at)) or meetings


def _last(meetings: tuple[Meeting, ...]) -> Meeting:
    """The last of them; one that was moved may have changed places, and on one day an assumed end says nothing."""
    last = meetings[0]
    for one in meetings[1:]:
        if one.round.date == last.round.date or clock.instant(one.end) >= clock.instant(last.end):
            last = one
    return last


def _meeting(number: int, one: Round) -> Meeting:
    where = clock.zone(one.zone)
    people = tuple(_person(each, where) for each in one.interviewers)
    return Meeting(number=number, round=one, end=end_of(one), people=people)


def _person(one: Interviewer, where: ZoneInfo) -> Person:
    zone = clock.zone(one.zone) if one.zone else where
    return Person(name=one.name, email=one.email, part=one.part, zone=zone)


def _happened(case: Case, where: ZoneInfo) -> Iterator[Happened]:
    return (Happened(at=moment_of(event, where), event=event) for event in case.events)


def _moved(meetings: tuple[Meeting, ...], happened: tuple[Happened, ...]) -> tuple[Meeting, ...]:
    for one in happened:
        if one.event.kind == "interview-moved":
            meetings = _move(meetings, one)
    return meetings


def _move(meetings: tuple[Meeting, ...], moved: Happened) -> tuple[Meeting, ...]:
    """The next meeting from that moment lies on the new day, or is cancelled until a day is known."""
    ahead = [at for at, one in enumerate(meetings) if clock.instant(one.end) > clock.instant(moved.at)]
    at = ahead[0] if ahead else len(meetings) - 1
    before = meetings[at]
    if moved.event.by is None:
        after = replace(before, cancelled=True)
    else:
        there = replace(before.round, date=moved.event.by)
        after = replace(before, round=there, end=end_of(there), cancelled=False)
    return (*meetings[:at], after, *meetings[at + 1 :])


def _contact(case: Case, meetings: tuple[Meeting, ...]) -> Person:
    order = CHECKLIST_ASKS_FIRST if case.approach == "checklist" else ASKED_FIRST
    people = [person for meeting in reversed(meetings) for person in meeting.people]
    nobody = Person(name="", email="", part="interviewer", zone=meetings[-1].zone)
    return min(people, key=lambda person: order.index(person.part), default=nobody)

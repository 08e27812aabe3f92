"""The one reading of what happened: the meetings as they took place, the people, and every fact in order."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import cached_property
from zoneinfo import ZoneInfo

from followup.case.agency import at_their_agency, with_reports
from followup.case.elsewhere import with_steps_elsewhere
from followup.case.facts import Fact
from followup.case.hour_unknown import with_meetings
from followup.case.interview_end import end_of
from followup.case.meetings import Meeting, Person, meeting_of, person_called
from followup.case.moved import ordered
from followup.case.no_show import before_tries
from followup.case.same_day import asks_first
from followup.case.understood import understood
from followup.dates import clock
from followup.model.case import Case, Event, Part
from followup.rules.rulebook import hour

# K9: who ran the process, else the hiring manager, else an interviewer; the checklist names HR first.
# Nobody goes past an agency (O20), whoever's figures the plan follows.
ASKED_FIRST: tuple[Part, ...] = ("agency", "recruiter", "hr", "hiring-manager", "interviewer")
CHECKLIST_ASKS_FIRST: tuple[Part, ...] = ("agency", "hr", "recruiter", "hiring-manager", "interviewer")
# What comes from them, or happens to the reader; at one moment it stands before what the reader did (Events).
THEIRS = ("reply", "heard", "interview-moved", "no-show")


# What is found once stands in the record's dictionary, which slots would leave no room for.
@dataclass(frozen=True, kw_only=True)
class History:
    """The case in order: `meetings` as they are by now, `entered` as they were told, `facts` by moment.

    Hours without an offset are read in `zone`.
    """

    case: Case
    entered: tuple[Meeting, ...]
    meetings: tuple[Meeting, ...]
    facts: tuple[Fact, ...]
    zone: ZoneInfo

    @cached_property
    def happened(self) -> tuple[Fact, ...]:
        """What was told, without the meetings themselves."""
        return tuple(fact for fact in self.facts if fact.event is not None)

    def known_at(self, at: datetime) -> tuple[Meeting, ...]:
        """The meetings as they stood at that moment, before what moved them since."""
        by_then = clock.instant(at)
        told = [fact for fact, moment in zip(self.happened, self._moments, strict=True) if moment <= by_then]
        if len(told) not in self._stood:
            self._stood[len(told)] = ordered(self.entered, told, self.zone)
        return self._stood[len(told)]

    @cached_property
    def _moments(self) -> tuple[datetime, ...]:
        return tuple(clock.instant(fact.at) for fact in self.happened)

    @cached_property
    def _stood(self) -> dict[int, tuple[Meeting, ...]]:
        """The meetings as they stood when so many facts had happened: a plan asks for them fifty times."""
        return {}

    def named(self, event: Event | None) -> Person | None:
        """Who wrote it or got it, by name or address: somebody of the interviews, else whoever was named; or None."""
        to = event.to.casefold() if event else ""
        if event is None or not to:
            return None
        people = [person for meeting in reversed(self.meetings) for person in meeting.people]
        known = [person for person in people if to in person.called]
        return next(iter(known), None) or person_called(event.to, people, self.zone)

    def contact(self, meetings: tuple[Meeting, ...], gone: tuple[str, ...] = ()) -> Person:
        """Whom a check-in goes to (K9), of the people of these meetings; nobody named where there is none left."""
        order = CHECKLIST_ASKS_FIRST if self.case.approach == "checklist" else ASKED_FIRST
        people = [person for meeting in reversed(meetings) for person in meeting.people]
        left = [person for person in at_their_agency(people) if not person.is_among(gone)]
        zone = meetings[-1].zone if meetings else self.zone
        nobody = Person(name="", email="", part="interviewer", zone=zone)
        return min(left, key=lambda person: order.index(person.part), default=nobody)


def tell(case: Case, now: datetime | None = None) -> History:
    """The case in order; a day of today without an hour is taken as `now` at the latest (O42)."""
    zone = place_of(case)
    case = understood(case, zone)
    told = in_order(Fact(at=moment_of(event, zone, case, now), event=event) for event in case.events)
    told = with_steps_elsewhere(before_tries(told, case.rounds))
    entered = tuple(meeting_of(number, one) for number, one in enumerate(case.rounds, 1))
    meetings = ordered(entered, told, zone)
    taken_place = [one for one in meetings if not one.cancelled]
    facts = with_reports(with_meetings(taken_place, told), taken_place, case)
    return History(case=case, entered=entered, meetings=meetings, facts=facts, zone=zone)


def in_order(told: Iterable[Fact]) -> tuple[Fact, ...]:
    """What happened by moment, theirs first (Events), but for what went out before it came back or was answered.

    An ask and a reply that are told for one day, without an hour, are an ask and its answer: see `asks_first`.
    """
    by_moment = sorted(told, key=lambda one: (clock.instant(one.at), one.event is None or one.event.kind not in THEIRS))
    facts = [*asks_first(by_moment)]
    for back in [fact for fact in facts if fact.word == "bounced"]:
        at = facts.index(back)
        if any(_may_return(one, back) for one in facts[:at]):
            continue
        later = (one for one in facts[at:] if _may_return(one, back) and _is_same_time(one, back))
        if message := next(later, None):
            facts.remove(back)
            facts.insert(facts.index(message) + 1, replace(back, at=max(back.at, message.at, key=clock.instant)))
    return tuple(facts)


def _may_return(fact: Fact, back: Fact) -> bool:
    """True for a message that can be the one that came back."""
    if back.event is None or not fact.is_message:
        return False
    return fact.step == back.event.step or (not back.event.step and fact.step != "thank-you")


def _is_same_time(message: Fact, back: Fact) -> bool:
    """True at one moment, and on one day where nobody told the hour of the second (O42)."""
    if back.event is None or isinstance(back.event.at, datetime):
        return clock.instant(message.at) == clock.instant(back.at)
    return message.at.astimezone(back.at.tzinfo).date() == back.at.date()


def place_of(case: Case) -> ZoneInfo:
    """The zone of the last interview, else the reader's own."""
    return clock.zone(case.rounds[-1].zone if case.rounds else case.my_zone or "UTC")


def moment_of(event: Event, where: ZoneInfo, case: Case | None = None, now: datetime | None = None) -> datetime:
    """When the event happened; without an offset it is wall time in `where`.

    Without an hour it is 17:00, or the end of that day's interview if that is later (O42).
    """
    if isinstance(event.at, datetime):
        return clock.aware(event.at, where).astimezone(where)
    moment = _without_hour(event.at, where, case)
    return min(moment, now.astimezone(where), key=clock.instant) if now else moment


def _without_hour(day: date, where: ZoneInfo, case: Case | None) -> datetime:
    ends = [end_of(one).astimezone(where) for one in (case.rounds if case else ()) if one.date == day]
    return max((clock.local(day, hour("O42", "hour_time"), where), *ends), key=clock.instant)


def midnight(day: date, where: ZoneInfo) -> datetime:
    """The first moment of that day."""
    return clock.local(day, time(), where)

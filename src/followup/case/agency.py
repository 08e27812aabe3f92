"""An agency between the reader and the employer: who stands there, and the call that tells how the interview went."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from followup.case.facts import Fact
from followup.case.meetings import Meeting, Person
from followup.case.passing_on import RECRUITERS
from followup.dates.calendars import OutOfCoverage, calendar_of, next_business_day
from followup.model.case import Case

# A talk with nobody else, held so, was the recruiter's own.
THEIR_OWN = ("phone", "video")


def agent_of(meeting: Meeting) -> Person | None:
    """The agency's recruiter who waits to hear how it went; none where they alone held the talk themselves."""
    alone = len(meeting.people) == 1 and meeting.round.format in THEIR_OWN
    return None if alone else next((one for one in meeting.people if one.part == "agency"), None)


def at_their_agency(people: Sequence[Person]) -> list[Person]:
    """Those who may be asked: with an agency in between nobody goes past it (O20)."""
    agents = [one for one in people if one.part == "agency"]
    return agents or [*people]


def has_agency(meetings: Iterable[Meeting]) -> bool:
    """True where an agency stands between the reader and the employer."""
    return any(one.part == "agency" for meeting in meetings for one in meeting.people)


def with_reports(facts: Iterable[Fact], meetings: Sequence[Meeting], case: Case) -> tuple[Fact, ...]:
    """The facts, each call marked that told a recruiter how the last interview went: it asks nothing (States, held)."""
    if not any(one.part in RECRUITERS for meeting in meetings for one in meeting.people):
        return tuple(facts)
    return tuple(replace(one, reports=True) if _is_report(one, meetings, case) else one for one in facts)


def _is_report(fact: Fact, meetings: Sequence[Meeting], case: Case) -> bool:
    """True for a call on the day of the interview, or on the next business day: that is no time to ask (K4)."""
    if fact.event is None or fact.event.kind not in ("called", "voicemail") or fact.event.step not in ("", "call"):
        return False
    held = [one for one in meetings if one.is_before(fact.at)]
    if not held or fact.word == "no-answer":
        return False
    last, promised = held[-1], case.promise.by
    rung = [one for one in last.people if one.part in RECRUITERS and fact.may_concern(one.called)]
    day = fact.at.astimezone(last.zone).date()
    if not rung or (promised is not None and promised < day):
        # Once the day is over that they named, a call asks.
        return False
    try:
        return day <= next_business_day(last.round.date, calendar_of(case))
    except OutOfCoverage:
        return False

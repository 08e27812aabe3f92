"""When an interview was held whose hour nobody told: what was told on its day shows that it is over."""

from collections.abc import Sequence
from dataclasses import replace

from followup.case.event_checks import AFTERWARDS, BEFORE
from followup.case.facts import Fact
from followup.case.meetings import Meeting
from followup.dates import clock

# Said of the interview of that day, or of nobody's having been there: it may still lie ahead.
OF_ITSELF = ("interview-moved", "moved-by-me", "called-off", "no-show", "away", "auto", "left")


def with_hour(meetings: tuple[Meeting, ...], fact: Fact) -> tuple[Meeting, ...]:
    """The meetings, with the moment of the first fact of its day that comes after one whose hour nobody told."""
    return tuple(replace(one, shown_at=fact.at) if _shows(fact, one) else one for one in meetings)


def in_their_order(meetings: tuple[Meeting, ...]) -> tuple[Meeting, ...]:
    """The meetings, those without an hour over by the end of any that was entered after them for their day."""
    return tuple(_before_later(one, meetings[at:]) for at, one in enumerate(meetings, 1))


def _before_later(one: Meeting, later: Sequence[Meeting]) -> Meeting:
    if one.has_hour:
        return one
    known = [each.told_from for each in later if each.has_hour and each.round.date == one.round.date]
    first = min([one.told_from, *known], key=clock.instant)
    return one if first == one.told_from else replace(one, shown_at=first)


def with_meetings(took_place: Sequence[Meeting], told: Sequence[Fact]) -> tuple[Fact, ...]:
    """All facts by moment: each meeting before what was told from its end on, and after what told of it."""
    facts = [*told]
    by_moment = sorted(took_place, key=lambda meeting: clock.instant(meeting.told_from))
    for one in reversed(by_moment):
        said = (at for at, fact in enumerate(facts, 1) if fact.event is not None and fact.event is one.said_by)
        since = next(said, 0)
        later = (at for at, fact in enumerate(facts) if at >= since and one.is_before(fact.at))
        facts.insert(next(later, len(facts)), Fact(at=one.told_from, meeting=one))
    return tuple(facts)


def _shows(fact: Fact, meeting: Meeting) -> bool:
    """True for the first thing told on its day, before its assumed end, that comes after it."""
    if meeting.has_hour or not meeting.is_ahead(fact.at):
        return False
    if fact.at.astimezone(meeting.zone).date() != meeting.round.date or fact.word in OF_ITSELF:
        return False
    if fact.word == "next-round":
        # An invitation to this one does not show that it is over.
        return fact.event is not None and fact.event.by != meeting.round.date and fact.event is not meeting.said_by
    if fact.event is not None and fact.event.kind in ("sent", "voicemail"):
        return fact.step in AFTERWARDS
    return fact.is_theirs and (meeting.is_entered or fact.word not in BEFORE)

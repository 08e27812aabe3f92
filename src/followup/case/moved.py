"""The interviews as they took place: moved, called off, never held, or told of by an invitation alone."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from followup.case.facts import Fact
from followup.case.hour_unknown import in_their_order, with_hour
from followup.case.interview_end import end_of
from followup.case.interviews_on_hold import put_on_hold, thanked_for
from followup.case.meetings import Meeting, meeting_of
from followup.dates import clock
from followup.model.case import Round
from followup.rules.rulebook import figure


def ordered(entered: tuple[Meeting, ...], told: Iterable[Fact], zone: ZoneInfo) -> tuple[Meeting, ...]:
    """The meetings after everything that moved them, called them off or asked for another one."""
    before: list[Fact] = []
    for fact in told:
        entered = _after(with_hour(entered, fact), fact, zone, before)
        before.append(fact)
    return in_their_order(entered)


def _after(meetings: tuple[Meeting, ...], fact: Fact, zone: ZoneInfo, before: list[Fact]) -> tuple[Meeting, ...]:
    match fact.word:
        case "interview-moved" | "moved-by-me" | "called-off":
            return _moved(meetings, fact, zone, followed=_was_followed(meetings, before))
        case "no-show":
            return meetings if _was_followed(meetings, before) else _missed(meetings, fact)
        case "next-round" if fact.event and fact.event.by:
            return _invited(meetings, fact, zone)
        case "on-hold":
            return tuple(put_on_hold(one, fact) for one in meetings)
        case "sent" if fact.step == "thank-you":
            return thanked_for(meetings, fact)
    return meetings


def _was_followed(meetings: tuple[Meeting, ...], before: list[Fact]) -> bool:
    """True where the last interview was thanked for or asked about: nothing told since moves that (course.md, laws)."""
    since = [fact for fact in before if meetings and meetings[-1].is_before(fact.at)]
    return any(fact.is_ask or fact.step == "thank-you" for fact in since)


def _moved(meetings: tuple[Meeting, ...], fact: Fact, zone: ZoneInfo, *, followed: bool) -> tuple[Meeting, ...]:
    """The next meeting from that moment lies on the new day, or is cancelled until a day is known.

    Told on its day, it means that one even after its end; one that was followed up on already took place.
    """
    ahead = [
        at
        for at, one in enumerate(meetings)
        if clock.instant(one.end) > clock.instant(fact.at) and not (followed and one.is_before(fact.at))
    ]
    off = [at for at, one in enumerate(meetings) if one.cancelled]
    same_day = meetings and fact.at.astimezone(meetings[-1].zone).date() == meetings[-1].round.date
    told_late = [len(meetings) - 1] if same_day and not followed else []
    at = next(iter((*ahead, *off[-1:], *told_late)), None)
    # A new day for an interview that was never entered is an invitation to it.
    return _invited(meetings, fact, zone) if at is None else _put(meetings, at, fact)


def _put(meetings: tuple[Meeting, ...], at: int | None, fact: Fact) -> tuple[Meeting, ...]:
    if at is None or fact.event is None:
        return meetings
    before, by = meetings[at], fact.event.by
    if by is None:
        return (*meetings[:at], replace(before, off_by=before.off_by or fact.word), *meetings[at + 1 :])
    # The hour was that of the old day: of the new one nobody told any (edge case 28).
    there = before.round if by == before.round.date else replace(before.round, date=by, starts=None, ends=None)
    return (
        *meetings[:at],
        _told_by(fact, replace(before, round=there, off_by="")),
        *meetings[at + 1 :],
    )


def _missed(meetings: tuple[Meeting, ...], fact: Fact) -> tuple[Meeting, ...]:
    """The interview of that day did not take place (O31)."""
    at = missed_at(meetings, fact.at)
    return meetings if at is None else (*meetings[:at], replace(meetings[at], off_by=fact.word), *meetings[at + 1 :])


def missed_at(meetings: tuple[Meeting, ...], moment: datetime) -> int | None:
    """Which meeting a no-show told at that moment means; None for one that was never entered.

    Of several on that day it is the last that had begun by then.
    """
    that_day = [at for at, one in enumerate(meetings) if moment.astimezone(one.zone).date() == one.round.date]
    begun = [at for at in that_day if clock.instant(meetings[at].begin) <= clock.instant(moment)]
    return next(iter((*begun[-1:], *that_day)), None)


def _invited(meetings: tuple[Meeting, ...], fact: Fact, zone: ZoneInfo) -> tuple[Meeting, ...]:
    """The interview they invited to, unless it is known; one that was called off takes place on the new day."""
    day = fact.event.by if fact.event else None
    if day is None or any(one.is_ahead(fact.at) and one.round.date == day for one in meetings):
        return meetings
    off = [at for at, one in enumerate(meetings) if one.cancelled]
    if off:
        return _put(meetings, off[-1], fact)
    last = meetings[-1].round if meetings else Round(date=day, zone=zone.key)
    # How it is held, and with whom, nobody told: what the last one was says nothing of it.
    new = Round(date=day, zone=last.zone)
    return (*meetings, replace(_told_by(fact, meeting_of(len(meetings) + 1, new)), has_format=False))


def _told_by(fact: Fact, meeting: Meeting) -> Meeting:
    """The meeting on the day that was told of it; told on that day, it is over an hour later at the earliest (O9)."""
    end = end_of(meeting.round)
    if fact.event and isinstance(fact.event.at, datetime) and not meeting.has_hour:
        spoken = clock.shift(fact.at.astimezone(meeting.zone), figure("O9", "length_hours"))
        end = max(end, spoken, key=clock.instant) if spoken.date() == meeting.round.date else end
    return replace(meeting, end=end, is_entered=False, said_by=fact.event, shown_at=None)

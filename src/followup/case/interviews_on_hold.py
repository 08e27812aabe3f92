"""Interviews that were agreed before they put the process on hold: nobody counts on them (course.md, Events)."""

from dataclasses import replace
from datetime import timedelta

from followup.case.facts import Fact
from followup.case.meetings import Meeting
from followup.dates import clock
from followup.rules.rulebook import figure


def put_on_hold(meeting: Meeting, hold: Fact) -> Meeting:
    """The meeting as one that does not take place, if it lay ahead within the hold.

    It stands where it lies on the day that they named for the end of the hold, or after it. Where they named none, one
    that was entered stands if it lies so far ahead that it cannot have been planned before the hold (O39): nobody told
    when it was.
    """
    if not meeting.is_ahead(hold.at):
        return meeting
    by = hold.event.by if hold.event else None
    planned = hold.at.astimezone(meeting.zone).date() + timedelta(days=figure("O39", "last_calendar_days"))
    end = by or (planned if meeting.is_entered else None)
    return meeting if end and end <= meeting.round.date else replace(meeting, off_by=hold.word)


def thanked_for(meetings: tuple[Meeting, ...], thanks: Fact) -> tuple[Meeting, ...]:
    """The meetings, the last of them held after all where it was thanked for: whoever says thanks was there.

    Thanks to somebody else are for another talk.
    """
    off = [at for at, one in enumerate(meetings) if one.on_hold and one.is_before(thanks.at)]
    ended = [one for one in meetings if not one.cancelled and one.is_before(thanks.at)]
    if not off or any(clock.instant(one.end) > clock.instant(meetings[off[-1]].end) for one in ended):
        return meetings
    at = off[-1]
    if not thanks.may_concern([word for one in meetings[at].people for word in one.called]):
        return meetings
    return (*meetings[:at], replace(meetings[at], off_by=""), *meetings[at + 1 :])

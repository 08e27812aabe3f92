"""The day they named: the last one stands, and means what the state says."""

from dataclasses import replace
from datetime import date

from followup.case.called import has_asked_for_time
from followup.case.facts import Fact
from followup.case.history import History
from followup.case.meetings import Meeting
from followup.case.owed import INVITATIONS, with_first_day
from followup.case.standing import Standing


def with_named_day(standing: Standing, fact: Fact) -> Standing:
    """The day they named: the last one stands, and means what the state says (Events)."""
    by = fact.event.by if fact.event and fact.is_theirs else None
    word = fact.word
    if word == "offer-written" or (word == "promise" and standing.state == "offer-written"):
        named = (fact.event.deadline if fact.event else None) or by
        return replace(standing, deadline=named, named=None, put_off=None)
    of_first_day = word == "promise" or (word == "cleared" and by)
    if word == "first-day" or (of_first_day and standing.state == "accepted"):
        return with_first_day(standing, fact, by)
    given = fact.event is not None and fact.event.reason == "more-time" and standing.task is not None
    if word == "promise" and by and (given or has_asked_for_time(standing)):
        return replace(standing, task=fact)
    if word in ("on-hold", "checks", "runner-up", "offer"):
        told = replace(standing, named=by, date_asked=False)
        is_put_off = standing.state == "accepted" and word == "on-hold"
        return with_first_day(told, fact, None) if is_put_off else told
    if word == "cleared" and standing.state == "offer-written":
        return standing
    if word in ("promise", "deciding", "question", "interest", "no-contact", "answered", "cleared") and by:
        return replace(standing, named=by, date_asked=False)
    if word in INVITATIONS:
        return replace(standing, named=None)
    if word in ("rejected", "filled", "taken-back") and standing.state == "said-no":
        # The day to ask about another role, if they named one; any day before was one for a decision.
        is_new = standing.no is not None and standing.no.at == fact.at
        return replace(standing, named=by, date_asked=False) if by or is_new else standing
    return standing


def day_after(standing: Standing, meeting: Meeting, history: History, *, is_last: bool) -> date | None:
    """The day that stands once an interview is over: what they said in the last one, else a day named before it.

    What was said before an interview that they invited to since stands only if it lies on its day or later (law 4).
    """
    day, promise = meeting.round.date, history.case.promise
    said = promise.by if promise.kind != "none" and is_last else None
    if said and (is_of_case(history, meeting) or said >= day):
        return said
    return standing.named if standing.named and standing.named >= day else None


def is_of_case(history: History, meeting: Meeting) -> bool:
    """True for an interview of the case itself: what that says of a decision, it says of the last one entered."""
    return not history.entered or meeting.number <= len(history.entered)

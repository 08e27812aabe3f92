"""The facts read one by one: each moves where the process stands, as the table of events says."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from followup.case.asks import is_called_for, with_ask, with_exchange
from followup.case.facts import Fact
from followup.case.history import History
from followup.case.meetings import Meeting
from followup.case.moves import BACK, STAYS, moved
from followup.case.owed import INVITATIONS, still_owed, with_conditions, with_first_day, without_invitation
from followup.case.returned import remembering, without_returned
from followup.case.standing import ENDED, Standing, begins_anew, has_asked_for_time, is_ended, word_of

# These open a stage of their own each time they are told: its asks are counted afresh.
OPENING = ("on-hold", "checks", "runner-up", "offer", "offer-written", "task", "next-round", "no-show", "accepted")


def begin(history: History) -> Standing:
    """Before anything happened: the first interview lies ahead, or an invitation is about to come."""
    promise = history.case.promise
    return Standing(
        state="ahead" if history.entered else "invited",
        no_contact=promise.kind == "no-contact",
        named=promise.by if promise.kind != "none" and not history.meetings else None,
    )


def stand(history: History, facts: Iterable[Fact]) -> Standing:
    """Where the process stands once these facts are read."""
    standing = begin(history)
    for fact in facts:
        standing = after(standing, fact, history)
    return standing


def after(standing: Standing, fact: Fact, history: History) -> Standing:
    """Where the process stands after one more fact."""
    if fact.meeting is not None:
        return _held(standing, fact, fact.meeting, history)
    if (back := without_returned(standing, fact, history)) is not None:
        return back
    before, standing = standing, _with_state(standing, fact, history)
    # Whether a date called for it depends on the word before it, not on what they say in it.
    called_for = is_called_for(standing, fact)
    standing = with_exchange(standing, fact)
    standing = with_ask(standing, fact, history, called_for=called_for)
    standing = _with_dates(standing, fact)
    standing = with_conditions(standing, fact)
    return _settled(remembering(standing, before, fact), fact, history)


def _held(standing: Standing, fact: Fact, meeting: Meeting, history: History) -> Standing:
    """A round that took place: it sets back every count (law 3), unless the course had ended before it (O12)."""
    state = moved(standing.state, "held")
    # What was planned for before they spoke of an offer never takes place; an invitation after it does.
    if standing.state == "offer-coming" or (is_ended(standing) and not begins_anew(standing, fact.at)):
        return standing
    if is_ended(standing):
        standing, state = replace(standing, no=None, reason="", leaving=None, owed=()), "held"
    if standing.state in ("offer-written", "accepted"):
        owed = without_invitation(standing.owed)
        return replace(standing, exchange=meeting.end, fresh=False, row=(), owed=owed)
    if standing.state == "ahead" and standing.back == "offer-coming":
        state = "offer-coming"
    promise, is_last = history.case.promise, not _ahead(history, fact.at)
    named = promise.by if promise.kind != "none" and is_last else None
    standing = replace(standing, held=(*standing.held, meeting), owed=without_invitation(standing.owed))
    last = standing.last or meeting
    # After a talk the offer is as old as it was.
    offered = standing.offered if state == "offer-coming" else None
    opened = offered or fact
    standing = replace(
        standing,
        state=state or standing.state,
        entered=opened.at,
        exchange=last.end,
        fresh=True,
        named=named,
        date_asked=False,
        row=(),
        asks=(),
        stage=(),
        thanks=None,
        call=None,
        missed=None,
        opened_by=standing.opened_by if not state else opened,
        offered=offered,
        back="" if state == "held" else standing.back,
    )
    return _settled(standing, fact, history)


def _ahead(history: History, at: datetime) -> tuple[Meeting, ...]:
    """The interviews that lie after a moment and were not called off."""
    return tuple(one for one in history.known_at(at) if not one.cancelled and not one.is_before(at))


def _with_state(standing: Standing, fact: Fact, history: History) -> Standing:
    word = word_of(standing, fact)
    if fact.is_wish_to_leave:
        return replace(standing, leaving=fact)
    to = STAYS if _comes_with_a_no(standing, fact) else moved(standing.state, word)
    standing = replace(standing, owed=still_owed(standing, word, to))
    if to == STAYS:
        return standing
    if to == BACK:
        # The state it was over from; a check that was passed is over with it.
        back = standing.back or "held"
        to = moved(back, "cleared") if back == "checks" and (word == "cleared" or standing.cleared) else back
    opening = word in OPENING or to != standing.state
    if to == "said-no":
        # With the offer go its paper and its days, and what was checked for it.
        standing = replace(standing, first_day=None, put_off=None, deadline=None, checks=None)
    return replace(
        standing,
        state=to,
        entered=fact.at if opening else standing.entered,
        opened_by=fact if opening else standing.opened_by,
        back=_back(standing, to),
        offered=fact if word == "offer" else standing.offered,
        came_from=standing.state if to != standing.state else standing.came_from,
        reason=_reason(fact) if to == "closed" else standing.reason,
        stage=() if opening else standing.stage,
        no=fact if to == "said-no" and standing.state != to else standing.no if to in ENDED else None,
        # What was checked, or set as a task, before they spoke of an offer is done with it.
        checks=None if standing.state == "checks" else standing.checks,
        # A task outlives an invitation: nobody said that it is not wanted any more.
        task=None if standing.state == "task" and to != "invited" else standing.task,
        # After their no, and once it is closed, there is nothing left to withdraw from.
        leaving=None if to in ENDED else standing.leaving,
    )


def _comes_with_a_no(standing: Standing, fact: Fact) -> bool:
    """True for "you were our second choice", told with their no: it stays one (Events)."""
    return fact.word == "runner-up" and standing.no is not None and standing.no.at == fact.at


def _back(standing: Standing, to: str) -> str:
    """Where to go back to: from what was closed or over, and from a talk while an offer is coming."""
    if to in ("closed", "over"):
        return standing.state if standing.state not in ("closed", "over") else standing.back
    if to == "invited" and "offer-coming" in (standing.state, standing.back):
        return "offer-coming"
    return ""


def _reason(fact: Fact) -> str:
    if fact.event is not None and fact.event.kind == "closed":
        return fact.event.reason or "gave-up"
    return {"declined": "declined", "withdrawn": "withdrew"}.get(fact.word, "")


def _with_dates(standing: Standing, fact: Fact) -> Standing:
    """The day they named: the last one stands, and means what the state says (Events)."""
    by = fact.event.by if fact.event and fact.is_theirs else None
    word = fact.word
    if word == "offer-written" or (word == "promise" and standing.state == "offer-written"):
        named = (fact.event.deadline if fact.event else None) or by
        return replace(standing, deadline=named, named=None, put_off=None)
    if word == "first-day" or (word == "promise" and standing.state == "accepted"):
        return with_first_day(standing, fact, by)
    if word == "cleared" and by and standing.state == "accepted":
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


def _settled(standing: Standing, fact: Fact, history: History) -> Standing:
    """A round that lies in the future: the process is ahead of it, whatever was said of a day (States)."""
    if standing.state not in ("held", "invited", "ahead"):
        return standing
    ahead = bool(_ahead(history, fact.at))
    if ahead:
        return replace(standing, state="ahead")
    return replace(standing, state="invited") if standing.state == "ahead" else standing

"""The facts read one by one: each moves where the process stands, as the table of events says."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from followup.case.asks import is_called_for, with_ask, with_exchange
from followup.case.called import word_of
from followup.case.closing import asked_for, led_to
from followup.case.facts import Fact
from followup.case.history import History
from followup.case.leaving import took_another_job, wants_out
from followup.case.meetings import Meeting
from followup.case.moves import BACK, STAYS, moved
from followup.case.named_days import day_after, is_of_case, with_named_day
from followup.case.owed import still_owed, with_conditions, without_invitation
from followup.case.returned import remembering, without_returned
from followup.case.standing import ENDED, Standing, begins_anew, is_ended

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
    if standing.state == "closed" and fact.is_wish_to_leave:
        # It has ended already: what they ask of it is still to be answered.
        return standing
    if fact.is_elsewhere:
        # It is done, and moves nothing here (Words: Exchange).
        return replace(standing, sent=(*standing.sent, fact)) if fact.step else standing
    if (back := without_returned(standing, fact, history)) is not None:
        return back
    before, standing = standing, _with_state(standing, fact, history)
    # Whether a date called for it depends on the word before it, not on what they say in it.
    called_for = is_called_for(standing, fact)
    standing = with_exchange(standing, fact, history)
    standing = with_ask(standing, fact, history, called_for=called_for)
    standing = with_named_day(standing, fact)
    standing = with_conditions(standing, fact)
    return _settled(remembering(standing, before, fact), fact, history)


def _held(standing: Standing, fact: Fact, meeting: Meeting, history: History) -> Standing:
    """A round that took place: it sets back every count (law 3), unless the course had ended before it (O12)."""
    state = moved(standing.state, "held")
    # What was planned for before they spoke of an offer never takes place; an invitation after it does.
    if standing.state == "offer-coming" or (is_ended(standing) and not begins_anew(standing, fact.at)):
        return standing
    if standing.leaving is not None and took_another_job(standing.leaving):
        # They were not there, and nobody waits for them any more.
        return _come_to(standing, "closed", standing.leaving, opening=True)
    if is_ended(standing):
        standing, state = replace(standing, no=None, reason="", leaving=None, owed=()), "held"
    if standing.state in ("offer-written", "accepted"):
        owed = without_invitation(standing.owed)
        return replace(standing, exchange=meeting.end, fresh=False, row=(), owed=owed)
    if standing.state == "ahead" and standing.back == "offer-coming":
        state = "offer-coming"
    standing = replace(standing, held=(*standing.held, meeting), owed=without_invitation(standing.owed))
    return _settled(_counted_afresh(standing, state, fact, meeting, history), fact, history)


def _counted_afresh(standing: Standing, state: str, fact: Fact, meeting: Meeting, history: History) -> Standing:
    """Every count and stage begins anew with a round that took place (law 3)."""
    last = standing.last or meeting
    # After a talk the offer is as old as it was.
    offered = standing.offered if state == "offer-coming" else None
    opened = offered or fact
    return replace(
        standing,
        state=state or standing.state,
        entered=opened.at,
        exchange=last.end,
        fresh=True,
        named=day_after(standing, meeting, history, is_last=not _ahead(history, fact.at)),
        no_contact=history.case.promise.kind == "no-contact" and is_of_case(history, meeting),
        date_asked=False,
        row=(),
        asks=(),
        stage=(),
        thanks=None,
        call=None,
        missed=None,
        declined=None,
        opened_by=standing.opened_by if not state else opened,
        offered=offered,
        back="" if state == "held" else standing.back,
    )


def _ahead(history: History, at: datetime) -> tuple[Meeting, ...]:
    """The interviews that lie after a moment and were not called off."""
    return tuple(one for one in history.known_at(at) if one.is_ahead(at))


def _with_state(standing: Standing, fact: Fact, history: History) -> Standing:
    word = word_of(standing, fact)
    if wants_out(standing, fact, _ahead(history, fact.at)):
        return replace(standing, leaving=fact)
    if word == "reopened" and standing.leaving:
        return replace(standing, leaving=None)
    if word == "reopened" and (asked := asked_for(standing)) is not None:
        return _come_to(standing, moved(standing.back, asked.word), asked, opening=True)
    to = STAYS if _comes_with_a_no(standing, fact) else led_to(standing, word)
    standing = replace(standing, owed=still_owed(standing, word, to))
    if to == STAYS:
        return standing
    if to == BACK:
        # The state it was over from; a check that was passed is over with it.
        back = standing.back or "held"
        to = moved(back, "cleared") if back == "checks" and (word == "cleared" or standing.cleared) else back
    if to == "said-no":
        # With the offer go its paper and its days, and what was checked for it.
        standing = replace(standing, first_day=None, put_off=None, deadline=None, checks=None)
    return _come_to(standing, to, fact, opening=word in OPENING or to != standing.state)


def _come_to(standing: Standing, to: str, fact: Fact, *, opening: bool) -> Standing:
    """Where it stands in the state that a fact leads to, as the table of events says; `opening` starts a stage."""
    return replace(
        standing,
        state=to,
        entered=fact.at if opening else standing.entered,
        opened_by=fact if opening else standing.opened_by,
        back=_back(standing, to),
        offered=fact if fact.word == "offer" else standing.offered,
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
        declined=fact if to == "closed" and fact.word in ("declined", "withdrawn") else standing.declined,
        reopened=None if to == "closed" else standing.reopened,
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


def _settled(standing: Standing, fact: Fact, history: History) -> Standing:
    """A round that lies in the future: the process is ahead of it, whatever was said of a day (States)."""
    if standing.state not in ("held", "invited", "ahead"):
        return standing
    ahead = bool(_ahead(history, fact.at))
    if ahead:
        return replace(standing, state="ahead")
    # What is on again after a hold, and never came to an interview, is without a day.
    off = any(one.on_hold for one in history.known_at(fact.at)) and not standing.held
    has_no_day = standing.state == "ahead" or (standing.came_from == "on-hold" and off)
    return replace(standing, state="invited") if has_no_day else standing

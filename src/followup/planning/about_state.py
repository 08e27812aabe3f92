"""What a plan says of where the process stands, and of the course it took."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from followup.case.called import put_off
from followup.case.leaving import took_another_job
from followup.case.meetings import Meeting
from followup.case.standing import ENDED, Standing, is_sorry
from followup.dates import clock
from followup.model.plan import ELSEWHERE, Notice, State
from followup.planning import about_done, coming_back, offers, other_offers, said_no
from followup.planning.about_closing import about_news, closed, offered_after_no
from followup.planning.about_tries import about_touches
from followup.planning.steps import PlannedStep, status
from followup.planning.walk import Walk
from followup.planning.wordings import notice, wordings
from followup.rules.rulebook import with_figures

CANCELLED = ("called-off", "interview-moved")


def about_state(way: Walk, state: State, steps: Sequence[PlannedStep], now: datetime) -> Iterator[Notice]:
    """Where the process stands, in a sentence, where that needs saying, and what was heard beside it."""
    standing = way.present
    if standing.leaving and state != "closed":
        if took_another_job(standing.leaving):
            yield notice("closed-other-job-after-yes" if state == "accepted" else "other-job-waiting")
        return
    yield from _where_it_stands(way, state, steps, now)
    yield from offered_after_no(way)
    yield from about_news(way, state)
    if way.scene.case.candidate == "internal" and state not in ("closed", "ahead"):
        yield notice("internal")
    if any(step.action == "last-question" and status(step, now) in ("due", "overdue") for step in steps):
        yield notice("last-question")


def _where_it_stands(way: Walk, state: State, steps: Sequence[PlannedStep], now: datetime) -> Iterator[Notice]:
    standing = way.present
    if is_sorry(standing) and state != "over":
        yield notice("ask-back" if coming_back.is_to_come(standing) else "ask-back-told")
    elif state == "invited":
        yield notice(_why_no_day(standing))
    elif state == "over" and way.let_go:
        if standing.state == "over":
            # They told nothing: it was heard elsewhere.
            yield notice("heard-filled")
            ahead = [one.round.date for one in _ahead(way, now)]
            yield from (notice("heard-filled-ahead", day=clock.spoken_day(day)) for day in ahead)
        yield notice("over", day=clock.spoken_day(way.let_go.window.target.date()))
    elif state == "closed":
        # What they ask of it is still owed an answer, so nobody is told that nothing is left to do.
        yield notice(closed(way, steps))
    elif state == "offer-coming":
        yield notice("offer")
    elif state == "offer-written" and _is_answer_late(way, now):
        yield _about_day_over(way)
    elif state == "said-no" and standing.no and said_no.is_taken_back(way.scene, standing.no):
        yield notice("taken-back-after-yes" if standing.came_from == "accepted" else "taken-back")
    elif state == "accepted" and standing.put_off:
        yield notice("accepted-on-hold" if standing.put_off.word == "on-hold" else "accepted-put-off")
    elif state == "accepted":
        yield notice(_accepted(way))
    elif standing.cleared and _is_just_cleared(standing, state):
        yield notice("cleared")
    elif state == "ahead":
        yield from _about_ahead(way, steps, now)
    elif state == "task" and any(step.action == "hand-in" and status(step, now) == "overdue" for step in steps):
        yield notice("task-late")
    elif state == "task" and any(step.action == "hand-in" and step.fate == "dropped" for step in steps):
        yield notice("task-over")
    elif state == "task" and standing.task and put_off(standing, standing.task):
        yield notice("task-put-off")
    elif state == "no-show":
        yield notice(about_done.missed(steps))
    elif state == "offer-written":
        yield notice(about_done.paper(way, steps))
    elif state in wordings():
        yield notice(state)
    if state not in (*ENDED, "over", "accepted"):
        off = [one.round.date for one in way.scene.history.meetings if one.on_hold and _is_told(one, state, now)]
        yield from (notice("on-hold-interview", day=clock.spoken_day(day)) for day in off)


def _accepted(way: Walk) -> str:
    """Which notice says what their yes still waits for: nobody waits for the paper they hold."""
    standing = way.present
    kind = "accepted-checks" if standing.checks else "accepted-cleared" if standing.cleared else "accepted"
    since = [one for one in way.scene.facts if standing.entered and one.at >= standing.entered]
    is_written = standing.came_from == "offer-written" or any(one.word == "offer-written" for one in since)
    return f"{kind}-written" if is_written else kind


def _is_told(meeting: Meeting, state: State, now: datetime) -> bool:
    """True where the reader may still expect the interview: within the hold, and after it until its hour."""
    return state == "on-hold" or not meeting.is_before(now)


def _is_just_cleared(standing: Standing, state: State) -> bool:
    """True while nothing was said, asked or held since they told that a check was passed: they decide now."""
    cleared = standing.cleared
    return state == "held" and cleared is not None and standing.exchange == cleared.at and not standing.row


def _about_ahead(way: Walk, steps: Sequence[PlannedStep], now: datetime) -> Iterator[Notice]:
    """What to ask before leaving: told from the beginning where nothing else is to be done, else the day before."""
    if way.present.leaving:
        return
    if _day_before(way, now):
        yield notice("before-round")
    elif not any(status(step, now) in ("due", "overdue") for step in steps):
        yield notice("ahead")


def _is_answer_late(way: Walk, now: datetime) -> bool:
    """True where the last day for an answer to their offer is over (O36)."""
    return now.astimezone(way.scene.zone).date() > offers.last_day(way.scene)


def _about_day_over(way: Walk) -> Notice:
    """Whether the offer still stands is asked by phone; who left a message hears how long to wait."""
    if not offers.calls_after(way.scene) or way.let_go is None:
        return Notice(kind="offer-written", text=with_figures(wordings()["offer-day-over"]))
    return notice("offer-message-left", day=clock.spoken_day(way.let_go.window.target.date()))


def _why_no_day(standing: Standing) -> str:
    """Which notice says why no day is known, by their last word on it."""
    last = standing.opened_by.word if standing.opened_by else "next-round"
    if last in ("next-round", "moved-by-me"):
        return last
    return "missed" if standing.missed and last not in CANCELLED else "interview-cancelled"


def _day_before(way: Walk, now: datetime) -> bool:
    """From the day before a round on: what to ask before leaving (States, ahead)."""
    return any((one.round.date - now.astimezone(one.zone).date()).days <= 1 for one in _ahead(way, now))


def _ahead(way: Walk, now: datetime) -> tuple[Meeting, ...]:
    """The interviews that lie ahead and were not called off."""
    return tuple(one for one in way.scene.history.meetings if one.is_ahead(now))


def about_course(way: Walk, state: State, steps: Sequence[PlannedStep], now: datetime) -> Iterator[Notice]:
    """What was said on the way: a wish for no contact, later rounds, and words for a day."""
    standing = way.scene.standing
    if standing.no_contact and state not in ENDED:
        yield notice("no-contact-but" if _writes_to_them(steps) else "no-contact")
    elif state == "held" and _wished_no_contact(way):
        yield notice("no-contact-before")
    rounds = {one.round.date for one in standing.held}
    if len(rounds) > 1 and standing.last and state not in (*ENDED, "offer-coming"):
        yield notice("later-round", day=clock.spoken_day(standing.last.end.date()))
    if standing.other_offer and not other_offers.is_over(way.scene, now):
        yield from _about_other_offer(state)
    if state not in (*ENDED, "over"):
        yield from _about_said(way)
    yield from about_touches(way, state, steps, now)


def _wished_no_contact(way: Walk) -> bool:
    """True where they wished no contact before they asked for more: that wish is over (O21)."""
    wished = any(fact.word == "no-contact" for fact in way.scene.facts)
    return wished or way.scene.case.promise.kind == "no-contact"


def _about_other_offer(state: State) -> Iterator[Notice]:
    """What another offer means for theirs, as long as its own day is not over (conditions)."""
    if state == "accepted":
        yield notice("accepted-elsewhere")
    elif state == "offer-written":
        yield notice("two-offers")


def _writes_to_them(steps: Sequence[PlannedStep]) -> bool:
    """True where something goes to them all the same: an answer, word of another offer, thanks (O21)."""
    return any(step.is_open and step.channel != "none" and step.action not in ELSEWHERE for step in steps)


def _about_said(way: Walk) -> Iterator[Notice]:
    """The last day they named, where they said it in words: which day that is taken for (O41)."""
    events = [fact.event for fact in way.scene.history.happened if fact.event and fact.is_theirs]
    dated = [one for one in events if one.by or one.deadline or one.said]
    told = dated[-1] if dated else way.scene.case.promise
    day = told.by or (dated[-1].deadline if dated else None)
    if told.said and day:
        yield notice("said", words=told.said, day=clock.spoken_day(day))
    elif told.said:
        yield notice("said-none", words=told.said)

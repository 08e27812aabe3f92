"""The whole course: which steps stand, which were overtaken, what comes next and where it ends."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from followup.case.history import Happened, Story, tell
from followup.dates import clock
from followup.dates.calendars import Calendar
from followup.model.case import Case
from followup.model.plan import TOUCHES, Plan, Step
from followup.planning import checkins, replies, thanks
from followup.planning.notices import notices
from followup.planning.steps import Draft, apart, before_noon, dropped, finished, status

TOO_LATE_FOR_THANKS = ("due", "overdue", "done")
# They wait for us: what answers them comes before what asks them.
PRESSING = ("answer", "ask-feedback", "tell-offer", "call")


def plan(case: Case, now: datetime, calendar: Calendar) -> Plan:
    """Gives the dated steps of a case, in the recipient's calendar and zones; `now` is aware.

    Windows depend on the case and its events alone; `now` decides statuses, the next step, letters and notices.
    Raises OutOfCoverage where the calendar has no data for a day that is needed.
    """
    story = tell(case)
    drafts = [before_noon(draft, calendar) for draft in _drafts(story, now, calendar)]
    steps = tuple(finished(draft, now) for draft in sorted(drafts, key=_order))
    return Plan(
        steps=steps,
        next=_next(steps),
        ends=_ends(drafts, story),
        touches_left=_touches_left(story),
        notices=notices(story, drafts, now, calendar),
    )


def _order(draft: Draft) -> tuple[datetime, str]:
    return clock.instant(draft.window.target), draft.id


def _drafts(story: Story, now: datetime, calendar: Calendar) -> tuple[Draft, ...]:
    thank_yous = thanks.thank_yous(story, calendar)
    offers = replies.tell_offer(story, calendar)
    answers = tuple(apart(draft, offers, calendar) for draft in replies.answer(story, calendar))
    touches = checkins.check_ins(story, thank_yous, (*answers, *offers), calendar)
    # Only from here on does the clock count: it decides what is dropped, never when something is due.
    offers = tuple(replies.unless_past(story, draft, now) for draft in offers)
    turn = story.turn
    if story.last.cancelled or _ends_check_ins(turn):
        touches = tuple(map(dropped, touches))
    if story.case.promise.kind == "no-contact":
        return _left_alone(thank_yous, touches, answers)
    if turn and turn.is_end:
        return _closed(story, turn, (*thank_yous, *touches, *offers), answers, calendar)
    return _open(story, thank_yous, touches, (*answers, *offers), now)


def _ends_check_ins(turn: Happened | None) -> bool:
    """An invitation ends the check-ins only, until the new round is entered."""
    return turn is not None and (turn.is_end or turn.outcome == "next-round")


def _left_alone(thank_yous: Sequence[Draft], touches: Sequence[Draft], answers: Sequence[Draft]) -> tuple[Draft, ...]:
    """They asked not to be contacted: the day to stop, an answer if they wrote, and what was sent before (O21)."""
    sent = [draft for draft in (*thank_yous, *touches[:-1]) if draft.fate == "done"]
    return (*sent, *answers, replace(touches[-1], letter=""))


def _closed(
    story: Story, turn: Happened, overtaken: Sequence[Draft], answers: Sequence[Draft], calendar: Calendar
) -> tuple[Draft, ...]:
    """The decision has fallen: an offer is answered, a rejection replied to, nothing else is left to do."""
    if turn.outcome == "offer":
        return (*map(dropped, overtaken), *answers)
    replied = replies.after_rejection(story, turn, calendar) if turn.outcome == "rejected" else ()
    return (*map(dropped, (*overtaken, *answers)), *replied)


def _open(
    story: Story, thank_yous: Sequence[Draft], touches: Sequence[Draft], answers: Sequence[Draft], now: datetime
) -> tuple[Draft, ...]:
    merged = any(draft.action in TOUCHES and status(draft, now) in TOO_LATE_FOR_THANKS for draft in touches)
    thank_yous = [
        _late(draft, now, merged=merged or thanks.carried(story, draft, answers, now)) for draft in thank_yous
    ]
    return (*thank_yous, *touches, *answers)


def _late(draft: Draft, now: datetime, *, merged: bool) -> Draft:
    """A missed thank-you has other words; once the check-in is due, or in an answer, it goes into that (O18, O19)."""
    if not draft.is_open:
        return draft
    if merged:
        return dropped(draft)
    return replace(draft, letter="thank-you-late") if status(draft, now) == "overdue" else draft


def _next(steps: Sequence[Step]) -> str:
    ripe = [step for step in steps if step.status in ("due", "overdue")]
    ripe.sort(key=lambda step: step.action not in PRESSING)
    waiting = [step for step in steps if step.status == "waiting"]
    return next((step.id for step in (*ripe, *waiting)), "")


def _ends(drafts: Sequence[Draft], story: Story) -> date | None:
    """The day the plan is over: letting go, else the last open step, else the day it was decided."""
    still = [draft for draft in drafts if draft.is_open]
    if still:
        return max(draft.window.latest.date() for draft in still)
    moments = [story.turn.at] if story.turn else [draft.done_at for draft in drafts if draft.done_at]
    return max((moment.astimezone(story.contact.zone).date() for moment in moments), default=None)


def _touches_left(story: Story) -> int:
    if story.case.promise.kind == "no-contact":
        return 0
    return max(0, checkins.most_touches(story.case.approach) - checkins.spend(story).count)

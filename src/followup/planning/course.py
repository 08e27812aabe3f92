"""The whole course: where the process stands, which steps are open, what comes next and where it ends."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from followup.case.facts import Fact
from followup.case.history import tell
from followup.case.standing import Standing, is_ended
from followup.dates import clock
from followup.dates.calendars import Calendar
from followup.model.case import Case
from followup.model.plan import ASKS, ELSEWHERE, Action, Condition, Plan, State, Step
from followup.planning import check_ins, ends, no_show
from followup.planning.notices import by_law, notices
from followup.planning.steps import Draft, before_noon, dropped, finished, letter, missed, status
from followup.planning.thanks import carried, thank_yous
from followup.planning.walk import Walk, walk
from followup.rules.rulebook import figure

TOO_LATE_FOR_THANKS = ("due", "overdue", "done")
# They wait for us: what answers them comes before what asks them.
PRESSING: tuple[Action, ...] = (
    "warn-referee",
    "answer",
    "ask-feedback",
    "tell-offer",
    "call",
    "decide",
    "say-when",
    "new-times",
    "withdraw",
    "hand-in",
)
# Nobody is thanked for an interview any more where the decision has fallen.
DECIDED = ("offer-coming", "offer-written", "accepted", "said-no", "over", "closed")


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """The state as of now, since when, and whatever is known of a closing."""

    state: State
    since: datetime | None
    reason: str = ""


def plan(case: Case, now: datetime, calendar: Calendar) -> Plan:
    """Gives the dated steps of a case, in the recipient's calendar and zones; `now` is aware.

    Windows depend on the case and its events alone; `now` decides the state, statuses, the next step, letters and
    notices. Raises OutOfCoverage where the calendar has no data for a day that is needed,
    and TypeError for a `now` without a zone.
    """
    # A moment without a zone would be read in that of the machine.
    if not isinstance(now, datetime) or now.utcoffset() is None:
        raise TypeError(f"now is a datetime with a zone, not {now!r}")
    history = tell(case, now)
    way = walk(history, now, calendar)
    outcome = _outcome(way, now)
    drafts = _drafts(way, outcome, now)
    steps = tuple(_their_way(finished(draft, now), case) for draft in sorted(drafts, key=_order))
    next_step = _next(steps, drafts)
    return Plan(
        state=outcome.state,
        since=outcome.since.astimezone(way.scene.zone).date() if outcome.since else None,
        beside=_beside(way.present, drafts),
        look_again=_look_again(way, outcome, drafts, now),
        unanswered=len(way.scene.standing.row),
        steps=steps,
        next=next_step,
        ends=_ends(drafts, way, outcome),
        by_law=by_law(way, outcome.state),
        touches_left=_touches_left(way),
        notices=notices(way, outcome.state, drafts, now),
    )


def _their_way(step: Step, case: Case) -> Step:
    """Messages go the way in which they write; what goes to somebody else does not."""
    theirs = step.channel == "email" and step.action not in ELSEWHERE
    return replace(step, channel="message") if theirs and case.channel == "message" else step


def _order(draft: Draft) -> tuple[datetime, str]:
    return clock.instant(draft.window.target), draft.id


def _outcome(way: Walk, now: datetime) -> Outcome:
    """The state by now: what was told, and what time alone made of it (law 2)."""
    standing = way.present
    state: str = standing.state
    turns = no_show.turns(way.scene) if state == "no-show" else None
    if turns and clock.instant(now) > clock.instant(turns):
        state = "invited"
    if is_ended(standing) and not is_ended(way.scene.standing):
        # They said no once, and the next interview lies ahead all the same.
        return Outcome(state="ahead", since=standing.entered)
    if state == "closed":
        return Outcome(state="closed", since=standing.entered, reason=standing.reason)
    if state == "ahead":
        return Outcome(state="ahead", since=standing.entered)
    end = way.let_go
    closing = ends.closes(way.scene, end)
    if closing and clock.instant(now) >= clock.instant(closing):
        reason = {"said-no": "answered", "accepted": "started"}.get(state, "")
        return Outcome(state="closed", since=closing, reason=reason)
    if end and clock.instant(now) >= clock.instant(end.window.target):
        return Outcome(state="over", since=end.window.target)
    return Outcome(state=state, since=standing.entered)  # type: ignore[arg-type]  # the table of moves holds states alone


def _drafts(way: Walk, outcome: Outcome, now: datetime) -> tuple[Draft, ...]:
    """Every step with what became of it by now."""
    opened = tuple(_said_late(missed(draft, now), now) for draft in way.open)
    if outcome.state == "over" and way.let_go:
        last = (ends.last_question(way.scene, way.let_go),) if ends.may_ask_last(way.scene) else ()
        opened = (*(_after_end(draft, way) for draft in opened), *last)
    elif outcome.state == "closed":
        # What they ask of a closed case is still answered; nothing else is left to do (States).
        opened = tuple(_in_its_time(draft, now) if _is_asked(draft, outcome) else dropped(draft) for draft in opened)
    thanks = _thanks(way, outcome, opened, now)
    drafts = (*thanks, *way.kept, *opened)
    if way.scene.standing.no_contact:
        return tuple(draft for draft in drafts if draft.fate != "dropped" and (draft.fate or draft not in thanks))
    return drafts


def _is_asked(draft: Draft, outcome: Outcome) -> bool:
    """True for what answers a wish of theirs that came once it was closed."""
    since = outcome.since
    return draft.action in ("answer", "call") and since is not None and draft.window.latest >= since


def _in_its_time(draft: Draft, now: datetime) -> Draft:
    """Nothing of a closed case is late: it is answered in its own time, or not at all (States)."""
    return missed(replace(draft, until=draft.window.latest), now)


def _said_late(draft: Draft, now: datetime) -> Draft:
    """A task that is late is not handed in without a word: it has words for a new day (States, if missed)."""
    late = draft.action == "hand-in" and status(draft, now) == "overdue"
    return replace(draft, letter=letter("overdue-task", draft.letter)) if late else draft


def _after_end(draft: Draft, way: Walk) -> Draft:
    """Nothing is late after the day to let go; what they asked for since stays (law 2)."""
    return draft if draft.action == "let-go" or _is_newer(draft, way) else dropped(draft)


def _is_newer(draft: Draft, way: Walk) -> bool:
    end = way.let_go
    return end is not None and clock.instant(draft.window.target) > clock.instant(end.window.target)


def _thanks(way: Walk, outcome: Outcome, opened: Sequence[Draft], now: datetime) -> tuple[Draft, ...]:
    """The thank-yous; one that was missed has other words, or goes into the next message (O18, O19, O24)."""
    scene = way.scene
    told = [one for one in scene.history.meetings if not one.cancelled]
    drafts = thank_yous(scene.history, told, scene.facts, scene.calendar, scene.standing.lost)
    reached = {one.number for one in scene.standing.held}
    asks = [draft for draft in (*way.kept, *opened) if draft.action in ASKS and draft.fate != "dropped"]
    merged = any(status(draft, now) in TOO_LATE_FOR_THANKS for draft in asks)
    answers = [draft for draft in (*way.kept, *opened) if _may_carry(draft, now)]
    found = []
    for draft in drafts:
        gone = _is_decided(draft, way, outcome) or draft.round not in reached or _is_past(draft, way, now)
        # Whoever withdraws does not go there any more.
        gone = gone or (scene.standing.leaving is not None and status(draft, now) == "waiting")
        late = merged or carried(scene.history, draft, answers, now)
        found.append(_late(before_noon(draft, scene.calendar), now, merged=gone or late))
    return tuple(found)


def _is_decided(draft: Draft, way: Walk, outcome: Outcome) -> bool:
    """True where nobody is thanked any more; a talk held after an offer was spoken of is thanked for (Events)."""
    offered = way.scene.standing.offered
    if outcome.state != "offer-coming" or offered is None:
        return outcome.state in DECIDED
    return clock.instant(way.scene.history.meetings[draft.round - 1].end) <= clock.instant(offered.at)


def _may_carry(draft: Draft, now: datetime) -> bool:
    """True for what answers them, and for a call that is made by now (O18, O19)."""
    if draft.action == "call":
        return status(draft, now) in TOO_LATE_FOR_THANKS
    return draft.action in ("answer", "tell-offer", "new-times")


def _is_past(draft: Draft, way: Walk, now: datetime) -> bool:
    """A later round has begun: its own thank-you is for both (law 2)."""
    later = [one for one in way.scene.standing.held if one.number > draft.round]
    begun = any(clock.instant(one.begin) <= clock.instant(now) for one in later)
    return begun and clock.instant(now) > clock.instant(draft.ends)


def _late(draft: Draft, now: datetime, *, merged: bool) -> Draft:
    if not draft.is_open:
        return draft
    if merged:
        return dropped(draft)
    return replace(draft, letter="thank-you-late") if status(draft, now) == "overdue" else draft


def _next(steps: Sequence[Step], drafts: Iterable[Draft]) -> str:
    optional = {draft.id for draft in drafts if draft.is_optional}
    ripe = [step for step in steps if step.status in ("due", "overdue")]
    # Whoever is named as a referee is asked before the name goes out (O33).
    ripe.sort(key=lambda step: (step.action == "let-go", step.action not in PRESSING, step.action != "warn-referee"))
    waiting = [step for step in steps if step.status == "waiting" and step.id not in optional]
    return next((step.id for step in (*ripe, *waiting)), "")


def _beside(standing: Standing, drafts: Iterable[Draft]) -> tuple[Condition, ...]:
    """What holds beside the state, in the order of course.md."""
    opened = {draft.action for draft in drafts if draft.is_open}
    holds: dict[Condition, bool] = {
        "question": any(fact.word in ("question", "interest") for fact in standing.owed),
        "call-agreed": standing.call is not None,
        "away": standing.away is not None,
        "no-contact": standing.no_contact,
        "other-offer": standing.other_offer is not None,
        "contact-gone": standing.contact_gone,
        "advertised": any(fact.word != "heard-friend" for fact in standing.news),
        "friend": any(fact.word == "heard-friend" for fact in standing.news),
        "checks": standing.checks is not None and standing.state != "checks",
        "task": "hand-in" in opened and standing.state != "task",
    }
    return tuple(name for name, is_so in holds.items() if is_so)


def _look_again(way: Walk, outcome: Outcome, drafts: Iterable[Draft], now: datetime) -> date | None:
    """The day to come back on, as long as it is not closed: the next thing that begins (law 1)."""
    if outcome.state == "closed":
        return None
    zone = way.scene.zone
    today = now.astimezone(zone).date()
    begins = [draft.window.earliest for draft in drafts if draft.is_open]
    begins += [one.begin for one in way.scene.history.meetings if not one.cancelled]
    closing = ends.closes(way.scene, way.let_go)
    begins += [closing] if closing else []
    days = [moment.astimezone(zone).date() for moment in begins]
    days += [way.present.first_day] if way.present.first_day else []
    later = today + timedelta(days=figure("O39", "last_calendar_days"))
    return min((day for day in days if day > today), default=later)


def _ends(drafts: Sequence[Draft], way: Walk, outcome: Outcome) -> date | None:
    """The day the plan is over: letting go, else the last open step, else the day it was decided."""
    if outcome.state == "closed" and outcome.since:
        return outcome.since.astimezone(way.scene.zone).date()
    if way.let_go and outcome.state != "ahead":
        return way.let_go.window.latest.date()
    still = [draft for draft in drafts if draft.is_open]
    if still:
        return max(draft.window.latest.date() for draft in still)
    moments = [fact.at for fact in _deciding(way)] or [draft.done_at for draft in drafts if draft.done_at]
    return max((moment.astimezone(way.scene.zone).date() for moment in moments), default=None)


def _deciding(way: Walk) -> tuple[Fact, ...]:
    opened = way.present.opened_by
    return (opened,) if opened else ()


def _touches_left(way: Walk) -> int:
    """How many asks are left before they answer (law 3); none where no contact is wished."""
    scene = way.scene
    if scene.standing.no_contact:
        return 0
    if scene.standing.state in ("held", "ahead"):
        return check_ins.asks_left(scene)
    return max(0, figure("O29", "in_row_count") - len(scene.standing.row))

"""What became of every step by now: done, missed, late, or dropped with the state that it belonged to."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from followup.dates import clock
from followup.model.plan import ASKS
from followup.planning import ends
from followup.planning.outcome import Outcome
from followup.planning.postponing import before_noon
from followup.planning.steps import Draft, dropped, letter, missed, status
from followup.planning.thanks import carried, follows, thank_yous
from followup.planning.walk import Walk

TOO_LATE_FOR_THANKS = ("due", "overdue", "done")
# Nobody is thanked for an interview any more where the decision has fallen.
DECIDED = ("offer-coming", "offer-written", "accepted", "said-no", "over", "closed")


def with_fates(way: Walk, outcome: Outcome, now: datetime) -> tuple[Draft, ...]:
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
    asks = [draft for draft in asks if status(draft, now) in TOO_LATE_FOR_THANKS]
    answers = [draft for draft in (*way.kept, *opened) if _may_carry(draft, now)]
    found = []
    for draft in drafts:
        gone = _is_decided(draft, way, outcome) or draft.round not in reached or _is_past(draft, way, now)
        # Whoever withdraws does not go there any more.
        gone = gone or (scene.standing.leaving is not None and status(draft, now) == "waiting")
        late = follows(scene.history, draft, asks) or carried(scene.history, draft, answers, now)
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

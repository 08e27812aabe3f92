"""What a plan says of the reader's tries: how many are left, what came back, and what goes along with what."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from followup.case.standing import ENDED
from followup.dates import clock
from followup.model.plan import ASKS, ELSEWHERE, ROUND_ASKS, Notice, State
from followup.planning.scene import Scene
from followup.planning.steps import Draft, status
from followup.planning.thanks import carried, joined
from followup.planning.walk import Walk
from followup.planning.wordings import notice
from followup.rules.rulebook import figure
from followup.rules.tallies import tally

FIRST_ASKS = ("check-in", "ask-arrived")
AFTER_THANKS = ("offer-coming", "offer-written", "accepted", "closed")


def about_touches(way: Walk, state: State, drafts: Sequence[Draft], now: datetime) -> Iterator[Notice]:
    """How many tries are left, and what goes into one message."""
    standing = way.scene.standing
    row, most = len(standing.row), figure("O29", "in_row_count")
    if row > most and state not in ENDED:
        yield notice("over-limit", count=row, most=most)
        yield from _about_limits(most)
    asked = [draft for draft in drafts if draft.action in ROUND_ASKS and draft.is_open]
    if standing.away and (asked or state == "over"):
        yield notice("away", day=clock.spoken_day(standing.away))
    last = standing.last.told_from if standing.last else None
    attempts = [
        fact
        for fact in way.scene.facts
        if fact.word == "no-answer" and (last is None or clock.instant(fact.at) >= clock.instant(last))
    ]
    if attempts and state not in ENDED:
        yield notice("silent-attempt", count=len(attempts))
    yield from _about_merging(way.scene, state, drafts, now)
    if _takes_answer_along(way.scene, drafts):
        yield notice("answer-in-ask")
    yield from _about_returned(way.scene, drafts)
    for draft in drafts:
        if draft.id == "tell-offer" and draft.fate == "dropped" and state not in (*ENDED, "over", "accepted"):
            yield notice("offer-past")
        elif draft.action == "tell-offer" and draft.channel == "phone" and draft.is_open and _is_now(draft, now):
            yield notice("offer-call")


def _is_now(draft: Draft, now: datetime) -> bool:
    """True for a first word of another offer, and for a second one once it is time for it."""
    return draft.id == "tell-offer" or status(draft, now) != "waiting"


def _takes_answer_along(scene: Scene, drafts: Sequence[Draft]) -> bool:
    """True where their question was left so long that the next ask has to answer it (conditions)."""
    asked = any(fact.word in ("question", "interest") for fact in scene.standing.owed)
    answers = [draft for draft in drafts if draft.action == "answer" and draft.fate != "done"]
    missed = bool(answers) and all(draft.fate == "dropped" for draft in answers)
    return asked and missed and any(draft.action in ASKS and draft.is_open for draft in drafts)


def _about_returned(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Notice]:
    """A message that is known not to have arrived, while nothing was written since: there are other ways (O40)."""
    back = scene.standing.returned
    if back is None:
        return
    if any(draft.action == back.step and draft.is_open for draft in drafts):
        yield notice("thanks-came-back" if back.step == "thank-you" else "came-back")


def _about_limits(most: int) -> Iterator[Notice]:
    """Who stops where, of the voices that speak of a limit (law 3)."""
    counted = tally("K7")
    if counted is None:
        return
    at = dict(counted.told)
    further = {number: voices for number, voices in at.items() if number > most}
    nowhere = further.pop(max(at), 0)
    said = {"one": at.get(1, 0), "two": at.get(most, 0), "more": sum(further.values()), "nowhere": nowhere}
    yield notice("limits", **said)


def _about_merging(scene: Scene, state: State, drafts: Sequence[Draft], now: datetime) -> Iterator[Notice]:
    held = {one.number for one in scene.standing.held if one.is_before(now)}
    thanks = [draft for draft in drafts if draft.action == "thank-you" and draft.round in held]
    both = [draft for draft in joined(thanks) if draft.fate == "dropped"]
    for draft in both:
        yield notice("thanks-together", name=draft.person.to[0])
    told = [draft for draft in drafts if draft.fate == "done" and draft.action not in ("thank-you", *ELSEWHERE)]
    # Once they offered the job, or it is closed, nobody owes thanks for an interview any more.
    unsent = state not in AFTER_THANKS and any(
        draft.fate == "dropped" and draft not in both and not carried(scene.history, draft, told, now)
        for draft in thanks
    )
    actions = {draft.action for draft in drafts if draft.is_open}
    if unsent and "ask-feedback" in actions:
        yield notice("thanks-in-reply")
    elif unsent and "answer" in actions:
        yield notice("thanks-in-answer")
    elif unsent and "tell-offer" in actions:
        yield notice("thanks-in-offer")
    elif unsent and any(draft.id == "call" and draft.is_open for draft in drafts):
        yield notice("thanks-in-call")
    elif unsent and not actions.isdisjoint(FIRST_ASKS):
        yield notice("thanks-in-check-in")
    elif any(status(draft, now) == "overdue" for draft in thanks):
        yield notice("thank-you-late")

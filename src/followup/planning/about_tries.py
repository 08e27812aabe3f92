"""What a plan says of the reader's tries: how many are left, what came back, and what goes along with what."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from followup.case.standing import ENDED
from followup.dates import clock
from followup.model.plan import ASKS, ELSEWHERE, ROUND_ASKS, Notice, State
from followup.planning.reaching import goes_to_another
from followup.planning.scene import Scene
from followup.planning.steps import PlannedStep, status
from followup.planning.thanks import carried, joined
from followup.planning.thanks_letters import passed_on, through_agency
from followup.planning.walk import Walk
from followup.planning.wordings import notice
from followup.rules.rulebook import figure
from followup.rules.tallies import tally

FIRST_ASKS = ("check-in", "ask-arrived")
AFTER_THANKS = ("offer-coming", "offer-written", "accepted", "closed")


def about_touches(way: Walk, state: State, steps: Sequence[PlannedStep], now: datetime) -> Iterator[Notice]:
    """How many tries are left, and what goes into one message."""
    standing = way.scene.standing
    row, most = len(standing.row), figure("O29", "in_row_count")
    if row > most and state not in ENDED:
        yield notice("over-limit", count=row, most=most)
        yield from _about_limits(most)
    asked = [step for step in steps if step.action in ROUND_ASKS and step.is_open]
    if standing.away and way.scene.day(now) < standing.away:
        yield from _about_absence(way.scene, clock.spoken_day(standing.away), steps)
        if asked or state == "over":
            yield notice("away", day=clock.spoken_day(standing.away))
    last = standing.last.told_from if standing.last else None
    attempts = [
        fact
        for fact in way.scene.facts
        if fact.word == "no-answer" and (last is None or clock.instant(fact.at) >= clock.instant(last))
    ]
    if attempts and state not in ENDED:
        yield notice("silent-attempt", count=len(attempts))
    yield from _about_merging(way.scene, state, steps, now)
    if _takes_answer_along(way.scene, steps):
        yield notice("answer-in-ask")
    yield from _about_returned(way.scene, steps)
    for step in steps:
        if step.id == "tell-offer" and step.fate == "dropped" and state not in (*ENDED, "over", "accepted"):
            yield notice("offer-past")
        elif _is_word_by_phone(step, now) and not goes_to_another(way.scene, step):
            yield notice("offer-call")


def _about_absence(scene: Scene, back: str, steps: Sequence[PlannedStep]) -> Iterator[Notice]:
    """What cannot wait for those who are away goes to somebody else, or by the company's own number: why (O27)."""
    step = next((step for step in steps if goes_to_another(scene, step)), None)
    if step is not None and step.person.to:
        yield notice("away-another", day=back, name=step.person.to[0])
    elif step is not None:
        yield notice("away-number", day=back)


def _is_word_by_phone(step: PlannedStep, now: datetime) -> bool:
    """True for a first word of another offer that goes by phone, and for a second one once it is time for it."""
    is_open = step.action == "tell-offer" and step.channel == "phone" and step.is_open
    return is_open and (step.id == "tell-offer" or status(step, now) != "waiting")


def _takes_answer_along(scene: Scene, steps: Sequence[PlannedStep]) -> bool:
    """True where their question was left so long that the next ask has to answer it (conditions)."""
    asked = scene.standing.is_asked
    answers = [step for step in steps if step.action == "answer" and step.fate != "done"]
    missed = bool(answers) and all(step.fate == "dropped" for step in answers)
    return asked and missed and any(step.action in ASKS and step.is_open for step in steps)


def _about_returned(scene: Scene, steps: Sequence[PlannedStep]) -> Iterator[Notice]:
    """A message that is known not to have arrived, while nothing was written since: there are other ways (O40)."""
    back = scene.standing.returned
    if back is None or back.message.is_elsewhere:
        return
    if any(step.action == back.step and step.is_open for step in steps):
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


def _about_merging(scene: Scene, state: State, steps: Sequence[PlannedStep], now: datetime) -> Iterator[Notice]:
    held = {one.number for one in scene.standing.held if one.is_before(now)}
    thanks = [step for step in steps if step.action == "thank-you" and step.round in held]
    both = [step for step in joined(thanks) if step.fate == "dropped"]
    for step in both:
        yield notice("thanks-together", name=step.person.to[0])
    both += [*passed_on(thanks, scene.history), *through_agency(thanks, scene.history)]
    told = [step for step in steps if step.fate == "done" and step.action not in ("thank-you", *ELSEWHERE)]
    # Once they offered the job, or it is closed, nobody owes thanks for an interview any more.
    unsent = state not in AFTER_THANKS and any(
        step.fate == "dropped" and step not in both and not carried(scene.history, step, told, now) for step in thanks
    )
    actions = {step.action for step in steps if step.is_open}
    if unsent and "ask-feedback" in actions:
        yield notice("thanks-in-reply")
    elif unsent and "answer" in actions:
        yield notice("thanks-in-answer")
    elif unsent and "tell-offer" in actions:
        yield notice("thanks-in-offer")
    elif unsent and any(step.id == "call" and step.is_open for step in steps):
        yield notice("thanks-in-call")
    elif unsent and not actions.isdisjoint(FIRST_ASKS):
        yield notice("thanks-in-check-in")
    elif any(status(step, now) == "overdue" for step in thanks):
        yield notice("thank-you-late")

"""What a plan says of an end: why it is closed, what was heard since, and an offer to somebody who had said no."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from followup.case.closing import has_said_no
from followup.case.facts import Fact
from followup.case.leaving import took_another_job
from followup.case.standing import ASKING_MORE, ENDED
from followup.dates import clock
from followup.model.plan import Notice, State
from followup.planning.steps import PlannedStep
from followup.planning.walk import Walk
from followup.planning.wordings import notice, wordings

# With these words of theirs it goes on, as far as they are concerned.
GOES_ON = (
    *("deciding", "promise", "question", "interest", "call-back", "next-round", "answered", "cleared"),
    *ASKING_MORE,
)
OFFERS = ("offer", "offer-written")


def closed(way: Walk, steps: Sequence[PlannedStep]) -> str:
    """Which notice says that it is closed: by what they said since, else by the reason."""
    standing = way.present
    if any(step.action in ("answer", "call") and step.is_open for step in steps):
        return "closed-asked"
    spoken = [fact.at for fact in way.scene.facts if fact.is_theirs and fact.word in GOES_ON]
    if standing.state == "closed" and standing.entered and _is_after(spoken, standing.entered):
        return "closed-wrote"
    took = took_another_job(standing.leaving)
    reason = "other-job" if took else "started" if standing.state == "accepted" else standing.reason
    said_yes = "accepted" == (standing.state if took else standing.came_from)
    kind = f"closed-{reason}-after-yes" if reason == "other-job" and said_yes else f"closed-{reason}"
    return kind if kind in wordings() else "closed"


def _is_after(moments: Sequence[datetime], end: datetime) -> bool:
    return any(clock.instant(at) > clock.instant(end) for at in moments)


def offered_after_no(way: Walk) -> Iterator[Notice]:
    """An offer to somebody who had said no, or taken another job: the no may stand (Events)."""
    standing, offer = way.present, way.present.opened_by
    is_new = offer is not None and offer.word in OFFERS and standing.exchange == offer.at
    if is_new and standing.came_from == "closed" and has_said_no(standing):
        yield notice("offer-after-other-job" if standing.reason == "other-job" else "offer-after-no")


def about_news(way: Walk, state: State) -> Iterator[Notice]:
    """What was heard elsewhere moves nothing; an advertisement after an end may mean that it is open again."""
    for fact in {fact.word: fact for fact in way.present.news}.values():
        kind = fact.word.removeprefix("heard-")
        yield notice("advertised-again" if kind == "advertised" and _is_since_end(way, fact, state) else kind)


def _is_since_end(way: Walk, fact: Fact, state: State) -> bool:
    end = None if way.present.state == "closed" and has_said_no(way.present) else way.present.entered
    return state in ENDED and end is not None and clock.instant(fact.at) > clock.instant(end)

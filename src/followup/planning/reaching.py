"""Who can be reached in time: a step that cannot wait for those who are away goes to somebody else (O27, K9)."""

from dataclasses import replace
from datetime import datetime

from followup.case.facts import Fact
from followup.case.meetings import Person
from followup.case.standing import NO_EXCHANGE
from followup.dates import clock
from followup.model.plan import ELSEWHERE
from followup.planning.hours import closing, opening
from followup.planning.offers import last_day
from followup.planning.other_offers import spoken
from followup.planning.scene import Scene
from followup.planning.steps import PlannedStep

# These end with a day that does not wait for anybody: that of an offer, theirs or another one.
DATED = ("decide", "tell-offer", "call-about-time")


def in_their_absence(scene: Scene, step: PlannedStep) -> PlannedStep:
    """The step to the next person, or by the company's own number, where whom it was meant for is back too late."""
    if not _cannot_wait(scene, step):
        return step
    person = scene.next_of(scene.met, (*scene.standing.gone, *_absent(scene)))
    if person.to:
        return replace(step, person=person)
    words = spoken(scene) if step.action == "tell-offer" else step.letter
    return replace(step, person=person, channel="phone", letter=words)


def goes_to_another(scene: Scene, step: PlannedStep) -> bool:
    """True for a step that was planned for somebody else because whom an ask goes to is back too late."""
    absent = _absent(scene)
    return scene.contact.is_among(absent) and not step.person.is_among(absent) and _is_too_late(scene, step)


def _cannot_wait(scene: Scene, step: PlannedStep) -> bool:
    return _is_too_late(scene, step) and step.person.is_among(_absent(scene))


def _is_too_late(scene: Scene, step: PlannedStep) -> bool:
    """True where it has to reach them before a moment at which they are still away."""
    back, told = scene.standing.away, scene.standing.away_told
    limit = step.before or _dated(scene, step)
    if back is None or told is None or limit is None or not step.is_open or step.action in ELSEWHERE:
        return False
    return clock.instant(opening(back, scene.zone)) > clock.instant(limit) and not _wrote_since(scene, told)


def _dated(scene: Scene, step: PlannedStep) -> datetime | None:
    """The end of the day that does not wait, if it has one."""
    if step.action == "say-when":
        return closing(last_day(scene), scene.zone)
    return step.until if step.action in DATED or step.id in DATED else None


def _absent(scene: Scene) -> tuple[str, ...]:
    """Who is away: whoever was named, else whom an ask goes to."""
    told = scene.standing.away_told
    person = scene.history.named(told.event if told else None) or scene.contact
    return person.called


def _wrote_since(scene: Scene, told: Fact) -> bool:
    """Whoever is away and writes all the same can be reached."""
    since = (one for one in scene.facts if clock.instant(one.at) > clock.instant(told.at))
    theirs = (one for one in since if one.is_theirs and one.word not in NO_EXCHANGE)
    wrote: list[Person | None] = [scene.history.named(one.event) for one in theirs]
    return any(one is None or one.is_among(_absent(scene)) for one in wrote)

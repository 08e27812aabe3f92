"""What was done since something happened: a step, a call, a message."""

from datetime import date, datetime

from followup.case.facts import Fact
from followup.case.standing import told_since
from followup.dates import clock
from followup.planning.scene import Scene


def is_told(scene: Scene, step: str, since: Fact) -> bool:
    """True if a step was done since something happened."""
    return bool(told_since(scene.standing, since, step))


def is_called(scene: Scene, since: datetime) -> bool:
    """True if a call was made, or a message left, from that moment on."""
    return bool(calls(scene, since))


def calls(scene: Scene, since: datetime) -> tuple[Fact, ...]:
    """The calls made, and the messages left, from that moment on."""
    made = (one for one in scene.standing.sent if one.step == "call" or (one.is_ask and one.step == ""))
    return tuple(one for one in made if clock.instant(one.at) >= clock.instant(since))


def is_written(fact: Fact) -> bool:
    """True for what went out without a voice at the other end."""
    return fact.event is not None and fact.event.kind in ("sent", "voicemail")


def said_day(scene: Scene) -> date | None:
    """The day for an answer that the reader named since their last word on its day; None for none."""
    told = [fact for fact in scene.facts if fact.is_theirs and fact.word in ("offer-written", "promise")]
    since = max((clock.instant(fact.at) for fact in told), default=None)
    said = (fact for fact in reversed(scene.facts) if fact.step == "say-when")
    return next(
        (
            one.event.by
            for one in said
            if one.event and one.event.by and (since is None or clock.instant(one.at) >= since)
        ),
        None,
    )

"""When the reminder of a calendar entry rings: at the step, but never in the reader's night."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo

from followup.dates import clock
from followup.model.plan import Step
from followup.rules.rulebook import hour

# What would ring in the night (O26) rings at this hour of the evening before, else in the morning after.
EVENING, MORNING = time(21), time(9)


@dataclass(frozen=True, kw_only=True, slots=True)
class Hearer:
    """Who will hear the reminders: the moment of the save, and the clock where they are."""

    now: datetime
    here: tzinfo | None


def rings(step: Step, hearer: Hearer) -> datetime | None:
    """When its reminder rings, on the reader's clock; never at night, and never where that is over."""
    best = step.window.target
    if step.channel == "none":
        moment = datetime.combine(best.date(), MORNING, hearer.here)
    else:
        moment = _awake(best.astimezone(hearer.here), hearer.now)
    return moment if clock.instant(moment) > clock.instant(hearer.now) else None


def _awake(moment: datetime, now: datetime) -> datetime:
    """That moment if the reader is up, else the evening before it, or the morning after if that evening is over."""
    sleeping, waking = hour("O26", "night_from_time"), hour("O26", "night_to_time")
    if waking <= moment.time() < sleeping:
        return moment
    night = moment.date() if moment.time() >= sleeping else moment.date() - timedelta(days=1)
    evening = datetime.combine(night, EVENING, moment.tzinfo)
    if clock.instant(evening) > clock.instant(now):
        return evening
    return datetime.combine(night + timedelta(days=1), MORNING, moment.tzinfo)


def trigger(step: Step, ringing: datetime) -> str:
    """How long after the start of the event that is; a whole day starts at its midnight, wherever it is read."""
    if step.channel == "none":
        return f"PT{ringing.hour}H"
    minutes = round((clock.instant(ringing) - clock.instant(step.window.target)).total_seconds() / 60)
    # "PT0M" is as right; "PT0S" is what every program was tried with.
    return f"{'-' if minutes < 0 else ''}PT{abs(minutes)}M" if minutes else "PT0S"

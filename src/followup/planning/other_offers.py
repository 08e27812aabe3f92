"""Another offer elsewhere: to be told of, and to win time for."""

from dataclasses import replace
from datetime import datetime

from followup.case.facts import Fact
from followup.case.history import midnight
from followup.case.meetings import Person
from followup.case.standing import is_done_elsewhere, told_since
from followup.dates import clock
from followup.dates.calendars import add_business_days
from followup.model.plan import Window
from followup.planning import stances
from followup.planning.hours import call_hours, closing, next_hour, opening, send_hours, settle
from followup.planning.offers import DAY, before_deadline
from followup.planning.scene import Scene
from followup.planning.since import is_told, is_written
from followup.planning.steps import PlannedStep
from followup.rules.rulebook import figure

# Word of the other offer that was given already; nothing waits for it.
AGAIN = "tell-offer-again"


def tell_offer(scene: Scene) -> tuple[PlannedStep, ...]:
    """Word of another offer, worked back from its deadline (C13, O4); a call if there is a business day or less.

    Dropped where nobody can be reached before the deadline.
    """
    fact = scene.standing.other_offer
    if fact is None:
        return ()
    if is_told(scene, "tell-offer", fact):
        return _tell_again(scene, fact)
    at, end = fact.at.astimezone(scene.zone), _end(fact, scene)
    return (before_deadline(scene, _tell(scene, fact), at, end, by_email=_words(scene)),)


def _tell_again(scene: Scene, fact: Fact) -> tuple[PlannedStep, ...]:
    """Told once in writing, and no word of theirs since: once more by a business day before the deadline (O4)."""
    told, end = told_since(scene.standing, fact, "tell-offer"), _end(fact, scene)
    if len(told) > 1 or end is None or scene.standing.exchange != told[0].at or not is_written(told[0]):
        return ()
    target = next_hour(opening(_lead(scene, fact, end).date(), scene.zone), call_hours(), scene.zone, scene.calendar)
    if target.date() <= scene.day(told[0].at):
        return ()
    window = Window(earliest=target, target=target, latest=closing(target.date(), scene.zone))
    step = scene.planned("tell-offer", window, stances.tell_offer(told[0].at, end), spoken(scene))
    step = replace(step, id=AGAIN, channel="phone")
    return (before_deadline(scene, step, target, end, by_email=_words(scene)),)


def _words(scene: Scene) -> str:
    """The words for it: whoever was promised an offer asks when paper comes, not where things stand (O4, O35)."""
    return "competing-offer-spoken" if scene.standing.state == "offer-coming" else "competing-offer"


def spoken(scene: Scene) -> str:
    """The same for a call."""
    words = _words(scene)
    return "call-opening" if words == "competing-offer" else words


def _tell(scene: Scene, fact: Fact) -> PlannedStep:
    at = fact.at.astimezone(scene.zone)
    target = next_hour(at, send_hours(), scene.zone, scene.calendar)
    latest = _lead(scene, fact, target)
    # One business day or less is left: there is no other day to tell them on.
    hurry = latest.date() <= target.date()
    if hurry:
        target = next_hour(at, call_hours(), scene.zone, scene.calendar)
        latest = closing(target.date(), scene.zone)
    window = Window(earliest=at, target=target, latest=latest)
    grounds = stances.tell_offer(at, _end(fact, scene) or latest)
    step = scene.planned("tell-offer", window, grounds, spoken(scene) if hurry else _words(scene))
    return replace(step, channel="phone" if hurry else "email")


def _lead(scene: Scene, fact: Fact, target: datetime) -> datetime:
    """The last evening before the deadline; with no deadline told, the next business day's."""
    lead, deadline = figure("O4", "lead_business_days"), fact.event.deadline if fact.event else None
    day = add_business_days(deadline or target.date(), -lead if deadline else lead, scene.calendar)
    return closing(day, scene.zone)


def _end(fact: Fact, scene: Scene) -> datetime | None:
    """The end of the deadline's day, where the recipient lives; None if no deadline was told."""
    deadline = fact.event.deadline if fact.event else None
    return midnight(deadline + DAY, scene.zone) if deadline else None


def is_over(scene: Scene, now: datetime) -> bool:
    """True once the deadline of the other offer has passed (conditions)."""
    fact = scene.standing.other_offer
    end = _end(fact, scene) if fact else None
    return end is not None and clock.instant(now) >= clock.instant(end)


def ask_others(scene: Scene) -> tuple[PlannedStep, ...]:
    """The others are asked for more time, early, by phone and with a day: they have a deadline (conditions)."""
    fact = scene.standing.other_offer
    end = _end(fact, scene) if fact else None
    if fact is None or end is None or is_done_elsewhere(scene.standing, fact, "ask-time"):
        return ()
    at = fact.at.astimezone(scene.zone)
    target = next_hour(at, call_hours(), scene.zone, scene.calendar)
    window = settle(Window(earliest=at, target=target, latest=_lead(scene, fact, target)))
    nobody = Person(name="", email="", part="interviewer", zone=scene.zone)
    step = replace(scene.planned("ask-time", window, "O36", "more-time"), person=nobody, channel="phone")
    return (before_deadline(scene, step, at, end),)

"""The task they gave: to be handed in, and more time for it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from followup.case.called import has_asked_for_time, put_off, task_day
from followup.case.facts import Fact
from followup.dates import clock
from followup.dates.calendars import add_business_days
from followup.model.plan import Window
from followup.planning.hours import closing, next_hour, opening, send_hours, settle
from followup.planning.postponing import apart
from followup.planning.scene import Scene
from followup.planning.steps import PlannedStep
from followup.rules.rulebook import figure

# The words for a task that is late, which name a new day.
PUT_OFF = "overdue-task"


def hand_in(scene: Scene) -> tuple[PlannedStep, ...]:
    """The task: the business day before theirs, or within five where they named none (O38)."""
    fact = scene.standing.task
    if fact is None or fact.event is None:
        return ()
    person = scene.writer(fact)
    lead, last = hand_in_days(scene, fact)
    at = _told_last(scene, fact).at.astimezone(person.zone)
    soonest = next_hour(at, send_hours(), person.zone, scene.calendar)
    target = max(opening(lead, person.zone), soonest, key=clock.instant)
    window = settle(Window(earliest=at, target=target, latest=closing(last, person.zone)))
    until = closing(add_business_days(last, figure("O38", "late_business_days"), scene.calendar), person.zone)
    step = scene.planned("hand-in", window, "O38", "hand-in")
    # A day that nobody named makes nothing late (O38).
    return (replace(step, person=person, until=until, never_late=task_day(scene.standing, fact) is None),)


def task_time(scene: Scene, others: Sequence[PlannedStep]) -> tuple[PlannedStep, ...]:
    """A wish for more time, a business day before the task is due at the latest, for whoever needs it (O38).

    It is asked for on a day of its own, before that of the task, or not at all: from then on the task is late.
    """
    fact = scene.standing.task
    if fact is None or fact.event is None or has_asked_for_time(scene.standing):
        return ()
    (task,) = hand_in(scene)
    zone, at = task.person.zone, fact.at.astimezone(task.person.zone)
    lead, _ = hand_in_days(scene, fact)
    before = add_business_days(lead, -figure("O38", "lead_business_days"), scene.calendar)
    soonest = next_hour(at, send_hours(), zone, scene.calendar)
    target = max(opening(before, zone), soonest, key=clock.instant)
    window = settle(Window(earliest=at, target=target, latest=closing(lead, zone)))
    step = scene.planned("task-time", window, "O38", "late-with-task")
    step = apart(replace(step, person=task.person, is_optional=True), others, scene.calendar)
    return (step,) if step.day < task.day else ()


def hand_in_days(scene: Scene, fact: Fact) -> tuple[date, date]:
    """The day it is meant for, and the last one."""
    day = scene.day(_told_last(scene, fact).at)
    by = task_day(scene.standing, fact)
    last = by or add_business_days(day, figure("O38", "own_business_days"), scene.calendar)
    lead = add_business_days(last, -figure("O38", "lead_business_days"), scene.calendar)
    return max(lead, min(day, last)), last


def _told_last(scene: Scene, task: Fact) -> Fact:
    """What the days of a task count from: their word, or the reader's own that it comes later."""
    return put_off(scene.standing, task) or task

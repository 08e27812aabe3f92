"""Whom the check of a reader rings: word to the referees before they are called."""

from dataclasses import replace

from followup.case.facts import Fact
from followup.case.meetings import Person
from followup.case.standing import is_done_elsewhere
from followup.planning.hours import reply
from followup.planning.scene import Scene
from followup.planning.since import is_told
from followup.planning.steps import PlannedStep


def warn_referee(scene: Scene) -> tuple[PlannedStep, ...]:
    """Word to the referees before they are called, the same day (O33); a firm's check calls none."""
    fact = scene.standing.checks
    if fact is None or is_firm(scene, fact) or is_done_elsewhere(scene.standing, fact, "warn-referee"):
        return ()
    window = reply(fact.at, scene.zone, scene.calendar)
    nobody = Person(name="", email="", part="interviewer", zone=scene.zone)
    step = scene.planned("warn-referee", window, "O33", "warn-referee")
    return (replace(step, person=nobody),)


def names_are_out(scene: Scene) -> bool:
    """True once what they asked for was sent: the referees are told all the same, and what is owed comes first."""
    return scene.standing.checks is not None and is_told(scene, "answer", scene.standing.checks)


def is_firm(scene: Scene, checks: Fact) -> bool:
    """True where a firm runs the check: the reader said so, or handed its forms in."""
    said = checks.event is not None and checks.event.reason == "firm"
    return said or is_told(scene, "hand-in", checks)

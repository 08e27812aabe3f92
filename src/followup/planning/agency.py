"""The call that tells an agency how the interview went: the thanks to everybody there go through it (States, held)."""

from dataclasses import replace

from followup.case.agency import agent_of
from followup.dates import clock
from followup.planning.hours import reply
from followup.planning.scene import Scene
from followup.planning.stances import silent
from followup.planning.steps import PlannedStep

WORDS = "agency-call"


def ring(scene: Scene) -> tuple[PlannedStep, ...]:
    """The agency's recruiter is rung the same day or in the next call hours, unless they were in touch since."""
    standing, last = scene.standing, scene.standing.last
    agent = agent_of(last) if last else None
    if last is None or agent is None or standing.state != "held" or standing.no_contact:
        return ()
    told = any(one.reports and last.is_before(one.at) for one in scene.facts)
    spoke = standing.exchange is not None and clock.instant(standing.exchange) > clock.instant(last.end)
    if told or spoke or agent.is_among(standing.gone):
        return ()
    window = reply(last.end, agent.zone, scene.calendar, by_phone=True)
    grounds = silent("O20", {"earliest": "O20", "target": "O20", "latest": "O2"})
    step = scene.planned("call", window, grounds, WORDS)
    return (replace(step, id="call-agency", person=agent, round=last.number, channel="phone"),)

"""What people told in public, and the next step that is right: every one of them, by the planner."""

from datetime import datetime

import pytest
from cases import planned, spoken
from situations import SITUATIONS, Situation

from followup.dates import clock


def now_of(one: Situation) -> str:
    """Today, in New York."""
    wall = datetime.fromisoformat(one.now)
    return clock.local(wall.date(), wall.time(), clock.zone("America/New_York")).isoformat()


@pytest.mark.parametrize("one", SITUATIONS, ids=lambda one: one.number)
def test_the_planner_gives_the_right_next_step(one: Situation) -> None:
    """State, action, window and letter, as the page of the course says."""
    plan = planned(one.told, now=now_of(one))
    step = next((each for each in plan.steps if each.id == plan.next), None)
    assert (one.state, one.action) == (plan.state, step.action if step else "")
    if step and one.window:
        first, last = one.window
        assert first == spoken(step.window.earliest)
        assert last in ("", spoken(step.window.latest))
    assert not one.letter or (step and one.letter == step.letter)
    assert not one.channel or (step and one.channel == step.channel)

"""What people told in public, and the next step that is right: every one of them, by the planner."""

import json

import pytest
from cases import planned, spoken
from recorded import FILE, recorded
from situations import SITUATIONS, Situation


@pytest.mark.parametrize("one", SITUATIONS, ids=lambda one: one.number)
def test_the_planner_gives_the_right_next_step(one: Situation) -> None:
    """State, action, window and letter, as the page of the course says."""
    plan = planned(one.told, now=one.moment)
    step = next((each for each in plan.steps if each.id == plan.next), None)
    assert (one.state, one.action) == (plan.state, step.action if step else "")
    if step and one.window:
        first, last = one.window
        assert first == spoken(step.window.earliest)
        assert last in ("", spoken(step.window.latest))
    assert not one.letter or (step and one.letter == step.letter)
    assert not one.channel or (step and one.channel == step.channel)


def test_the_developers_page_shows_what_the_engine_says_now() -> None:
    """Run scripts/record_course.py where a change is meant."""
    assert json.loads(FILE.read_text(encoding="utf-8")) == recorded()


def test_on_that_page_every_situation_is_as_it_should_be() -> None:
    """The column of what is right and that of what is said are one; that the page is of today stands above."""
    situations = json.loads(FILE.read_text(encoding="utf-8"))["situations"]
    assert {one.number for one in SITUATIONS} == {one["number"] for one in situations}
    assert [] == [one for one in situations if one["right"] != one["now"]]

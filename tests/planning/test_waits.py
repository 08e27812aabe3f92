"""Asks while something is waited for that has a day: paper, a check, news of a hold."""

import pytest
from cases import planned
from situations import held, reply, sent


@pytest.mark.parametrize(("word", "step"), [("offer", "ask-paper"), ("checks", "checks-note")])
def test_whoever_asked_before_their_day_asks_again_once_it_is_over(word, step):
    """They named 10 February; one ask came too early, and the next waits for that day like any other."""
    said = reply("2027-01-12T10:00", word, by="2027-02-10")
    told = held("2027-01-07", said, sent("2027-01-13", "answer"), sent("2027-01-20", step))
    plan = planned(told, now="2027-01-21T12:00:00-05:00")
    again = next(one for one in plan.steps if one.action == step and one.status != "done")
    assert "2027-02-11T09:00:00-05:00" == again.window.earliest.isoformat()

"""Asks while something is waited for that has a day, and how many there may be of them."""

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


@pytest.mark.parametrize(("asks", "next"), [(3, "last-question"), (4, "let-go")])
def test_whoever_asked_four_times_asks_no_last_question(asks, next):
    """It would be a fifth letter that nobody asked for (O29)."""
    made = [sent(day, "check-in") for day in ("2027-01-14", "2027-01-28", "2027-02-08", "2027-02-15")]
    plan = planned(held("2027-01-07", *made[:asks]), now="2027-04-12T12:00:00-04:00")
    assert (next, asks) == (plan.next, plan.unanswered)

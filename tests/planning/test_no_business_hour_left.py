"""Deadlines that fall before the next business day, and interviews that did not happen on their own day."""

from datetime import datetime

import pytest
from cases import event, planned, step, steps, window
from situations import held, reply


@pytest.mark.parametrize("deadline", ["2027-01-16", "2027-01-17"])
@pytest.mark.parametrize("told", ["2027-01-15T18:00", "2027-01-16T10:00"])
@pytest.mark.parametrize("action", ["tell-offer", "ask-time"])
def test_another_offer_that_ends_before_they_open_is_told_of_at_once(deadline, told, action):
    """Friday evening and Saturday: an email now, never after the deadline."""
    plan = planned(held("2027-01-07", event("offer-elsewhere", told, deadline=deadline)), now=f"{told}:00-05:00")
    one = step(plan, action)
    at = datetime.fromisoformat(f"{told}:00-05:00")
    assert (at, "email", "due") == (one.window.target, one.channel, one.status)
    assert one.window.latest.date().isoformat() <= deadline
    assert "tell-offer" == plan.next


def test_an_offer_in_writing_is_answered_before_its_sunday():
    """It came on Friday evening: there is no Monday."""
    told = reply("2027-01-15T18:00", "offer-written", deadline="2027-01-17")
    plan = planned(held("2027-01-07", told), now="2027-01-15T18:30:00-05:00")
    one = step(plan, "decide")
    expected = ("Fri 2027-01-15 18:00", "Fri 2027-01-15 18:00", "Sun 2027-01-17 17:00")
    assert (expected, "email", "decide") == (window(one), one.channel, plan.next)


def test_a_business_hour_before_the_deadline_is_kept():
    """Told on Saturday with a deadline on Monday: a call on Monday morning is in time."""
    told = event("offer-elsewhere", "2027-01-09T10:00", deadline="2027-01-11")
    one = step(planned(held("2027-01-07", told), now="2027-01-09T10:30:00-05:00"), "tell-offer")
    assert ("Mon 2027-01-11 09:00", "phone") == (window(one)[1], one.channel)


@pytest.mark.parametrize("told", [event("moved-by-me", "2027-01-07T15:30"), reply("2027-01-07T15:30", "called-off")])
def test_an_interview_that_did_not_happen_is_not_thanked_for(told):
    """Told half an hour after it would have ended."""
    plan = planned(held("2027-01-07", told), now="2027-01-07T15:40:00-05:00")
    assert ("invited", []) == (plan.state, [one.id for one in steps(plan, "thank-you") if one.is_open])


def test_a_thank_you_that_went_out_says_that_it_happened():
    """What is called off after it is another one."""
    told = event("sent", "2027-01-07T15:20", step="thank-you"), reply("2027-01-07T15:30", "called-off")
    assert "done" == step(planned(held("2027-01-07", *told), now="2027-01-07T15:40:00-05:00"), "thank-you").status

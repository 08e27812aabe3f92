"""A message can carry the thanks for the interview it follows, and for no later one; a call about a no-show is none."""

from typing import Any

import pytest
from cases import event, planned, round_of
from situations import called, held, reply, sent

ASKED = sent("2027-01-14T09:00", "check-in")
INVITED = reply("2027-01-15T09:30", "next-round", by="2027-01-19")
YES = sent("2027-01-15T10:00", "answer")
MISSED = event("no-show", "2027-01-14T10:25")
MAIL = sent("2027-01-14T10:40", "new-times")
TRIES = [
    event("voicemail", "2027-01-14T10:20"),
    event("voicemail", "2027-01-14T10:20", step="call"),
    called("2027-01-14T10:20", "no-answer"),
    called("2027-01-14T10:20", "no-answer", step="call"),
    called("2027-01-14T10:20", "answered", step="call"),
]


def missed_plan(*events: Any, now: str, **hours: Any) -> Any:
    """The plan of a video interview at ten that nobody came to."""
    round = round_of("2027-01-14", "11:00", format="video", starts="10:00") | hours
    told = {"rounds": [round], "country": "US", "events": list(events)}
    return planned(told, now=f"{now}:00-05:00")


@pytest.mark.parametrize("rounds", [["2027-01-07"], ["2027-01-07", "2027-01-19"]])
def test_a_check_in_before_the_invitation_leaves_the_thanks_of_the_new_round(rounds):
    """It thanked for nothing that was to come (law 3: a new round sets back both)."""
    told = held("2027-01-07", ASKED, INVITED, YES) | {"rounds": [round_of(one) for one in rounds]}
    for now, status in (("2027-01-18T10:00:00-05:00", "waiting"), ("2027-01-20T10:00:00-05:00", "due")):
        plan = planned(told, now=now)
        assert [status] == [one.status for one in plan.steps if one.round == 2 and one.action == "thank-you"]
        assert plan.next.startswith("thank-you-2")
        assert "thanks-in-check-in" not in {one.kind for one in plan.notices}


@pytest.mark.parametrize("tried", TRIES)
@pytest.mark.parametrize("hours", [{}, {"starts": None, "ends": None}])
def test_a_call_made_before_a_no_show_is_told_is_its_call(tried, hours):
    """Wait, call, then tell is the order that the plan itself asks for (O31)."""
    plan = missed_plan(tried, MISSED, MAIL, now="2027-01-14T12:00", **hours)
    assert "no-show" == plan.state
    assert ["done"] == [one.status for one in plan.steps if one.id == "call"]
    assert "call-next-day" == plan.next
    assert "check-in" not in {one.action for one in plan.steps if one.status == "done"}


def test_a_call_before_the_hour_is_no_call_about_a_no_show():
    """Whoever rang at nine to say that they are on their way did not look for anybody."""
    plan = missed_plan(event("voicemail", "2027-01-14T09:00"), MISSED, now="2027-01-14T10:30")
    assert ("no-show", "call") == (plan.state, plan.next)


def test_the_round_after_a_no_show_is_thanked_for():
    """The voicemail of that day asked nothing about it."""
    plan = missed_plan(TRIES[0], MISSED, MAIL, INVITED, now="2027-01-20T10:00")
    assert "thank-you" == next(one.action for one in plan.steps if one.id == plan.next)

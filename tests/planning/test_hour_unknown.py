"""An interview whose hour nobody told: ahead until the end that is assumed, unless something shows that it is over."""

import json
from datetime import datetime
from typing import Any

import pytest
from cases import event, kinds, planned, round_of, step, window
from situations import held, opened, reply, sent

from followup import door
from followup.dates import calendars
from followup.planning.resuming import resumed

INVITED = reply("2027-01-12T10:00", "next-round", by="2027-01-20")
YES = sent("2027-01-12T11:00", "answer")
TODAY = reply("2027-01-14T10:00", "next-round", by="2027-01-14")
# Monday 18 January is a holiday.
FOR_TUESDAY = reply("2027-01-15T09:30", "next-round", by="2027-01-19")
HOURS = round_of("2027-01-19", "16:00", starts="15:00")


def plan_of(*events: Any, now: str, **more: Any) -> Any:
    """The plan of an interview on 7 January that was thanked for, and what happened since."""
    return planned(held("2027-01-07", *events) | more, now=f"{now}:00-05:00")


def problems_of(*events: Any, now: str) -> list[str]:
    """The fields that have to be put right before there is a plan."""
    told = {"tool": "planner", "now": f"{now}:00-05:00", "fields": held("2027-01-07", *events)}
    return [one["field"] for one in json.loads(door.answer(json.dumps(told)))["problems"]]


@pytest.mark.parametrize(("now", "state"), [("08:00", "ahead"), ("16:59", "ahead"), ("17:00", "held")])
def test_it_lies_ahead_until_the_end_that_is_assumed(now, state):
    """What to ask before leaving is still to be said in the morning (States, ahead)."""
    plan = plan_of(INVITED, YES, now=f"2027-01-20T{now}")
    assert (state, state == "ahead") == (plan.state, "before-round" in kinds(plan))


@pytest.mark.parametrize("told", [TODAY, reply("2027-01-14", "next-round", by="2027-01-14")])
def test_an_invitation_for_the_same_day_is_one(told):
    """With an hour or without: a yes before its end, and the thanks of that day."""
    plan = plan_of(told, now="2027-01-14T10:30")
    assert ("ahead", "answer", "Thu 2027-01-14 17:00") == (plan.state, plan.next, window(step(plan, "answer"))[2])
    later = plan_of(told, now="2027-01-15T10:30")
    assert ("held", "thank-you-2") == (later.state, later.next)
    assert "answer" not in {one.action for one in later.steps if one.is_open}


def test_a_case_may_open_with_an_invitation_for_the_same_day():
    """And a talk in the evening is not over before it was spoken of."""
    plan = planned(opened(TODAY), now="2027-01-14T10:30:00-05:00")
    assert ("ahead", "answer") == (plan.state, plan.next)
    tonight = reply("2027-01-14T18:00", "next-round", by="2027-01-14")
    assert "ahead" == planned(opened(tonight), now="2027-01-14T18:30:00-05:00").state


@pytest.mark.parametrize(
    ("told", "state"),
    [
        (sent("2027-01-20T12:00", "thank-you"), "held"),
        (reply("2027-01-20T12:00", "promise", by="2027-01-29"), "held"),
        (reply("2027-01-20T12:00", "next-round", by="2027-01-27"), "ahead"),
        (reply("2027-01-20T12:00", "question"), "ahead"),
        (reply("2027-01-20T12:00", "away", by="2027-01-22"), "ahead"),
    ],
)
def test_what_was_told_on_its_day_shows_whether_it_is_over(told, state):
    """Thanks and a day for the decision come after it; a question may come before."""
    plan = plan_of(INVITED, YES, told, now="2027-01-20T12:30")
    assert state == plan.state
    rounds = {one.round for one in plan.steps if one.action == "thank-you"}
    assert (3 in rounds) == (told.get("by") == "2027-01-27")


def test_a_yes_cannot_wait_for_the_day_of_the_interview():
    """Invited on Friday for Tuesday, and Monday is a holiday: on Saturday it is for now (States, ahead)."""
    for more, latest in (
        ({}, "Tue 2027-01-19 09:00"),
        ({"rounds": [round_of("2027-01-07"), HOURS]}, "Tue 2027-01-19 15:00"),
    ):
        plan = plan_of(FOR_TUESDAY, now="2027-01-16T11:00", **more)
        assert latest == window(step(plan, "answer"))[2]
        assert "2027-01-16 11:00" == f"{moment(plan, '2027-01-16T11:00'):%Y-%m-%d %H:%M}"


def test_who_withdraws_does_so_before_the_first_hour_of_its_day():
    """It may be the first thing that morning."""
    plan = plan_of(INVITED, YES, event("declined", "2027-01-19T15:00", step="withdraw"), now="2027-01-19T15:30")
    assert ("withdraw", "Wed 2027-01-20 09:00") == (plan.next, window(step(plan, "withdraw"))[2])


def test_the_details_of_a_first_day_are_not_asked_for_on_it():
    """Dropped on S (States, accepted): on the Friday evening before a Monday it is for now."""
    told = (
        reply("2027-01-14T10:00", "offer"),
        event("accepted", "2027-01-14T10:30"),
        reply("2027-01-15T09:00", "first-day", by="2027-02-01"),
        sent("2027-01-15T11:00", "answer"),
    )
    plan = plan_of(*told, now="2027-01-29T18:00")
    assert ("first-day", "2027-01-29") == (plan.next, f"{moment(plan, '2027-01-29T18:00'):%Y-%m-%d}")


def test_a_late_answer_waits_for_an_hour_to_write():
    """O1 knows no other; an answer to a pause is as late on Monday morning as on Saturday."""
    plan = plan_of(reply("2027-01-21T10:00", "on-hold"), now="2027-01-23T11:00")
    late = step(plan, "answer")
    assert ("overdue", "2027-01-25 09:00") == (
        late.status,
        f"{moment(plan, '2027-01-23T11:00'):%Y-%m-%d %H:%M}",
    )


def test_a_moved_interview_has_no_hour_until_one_is_told():
    """The old one was that of the old day (edge case 28); the new day is confirmed (States, ahead)."""
    rounds = [round_of("2027-01-07"), round_of("2027-01-20", "16:00", starts="15:00")]
    for told in (
        event("interview-moved", "2027-01-20T11:00", by="2027-01-25"),
        reply("2027-01-20T11:00", "called-off", by="2027-01-25"),
    ):
        plan = plan_of(told, now="2027-01-20T11:30", rounds=rounds)
        assert ("answer", "accept-next-round") == (plan.next, step(plan, "answer").letter)
        assert "moved-hour" in kinds(plan)
        thanks = next(one for one in plan.steps if one.action == "thank-you" and one.round == 2)
        assert "Mon 2027-01-25 19:00" == window(thanks)[0]
    mine = plan_of(event("moved-by-me", "2027-01-20T11:00", by="2027-01-25"), now="2027-01-20T11:30", rounds=rounds)
    assert "answer" not in {one.action for one in mine.steps}


def test_the_hour_of_the_new_day_is_kept_where_it_is_told():
    """Whoever put the new day into the interview told its hour."""
    rounds = [round_of("2027-01-07"), round_of("2027-01-25", "10:00", starts="09:00")]
    told = event("interview-moved", "2027-01-20T11:00", by="2027-01-25")
    plan = plan_of(told, now="2027-01-25T11:30", rounds=rounds)
    thanks = next(one for one in plan.steps if one.round == 2 and one.action == "thank-you")
    assert ("held", "Mon 2027-01-25 12:00") == (plan.state, window(thanks)[0])


def test_nobody_moves_an_interview_to_a_day_that_is_over():
    """Refused with both readings, as any day of theirs."""
    assert ["events[1].by"] == problems_of(
        event("interview-moved", "2027-01-18T10:00", by="2027-01-15"), now="2027-01-18T11:00"
    )


def moment(plan: Any, now: str) -> datetime:
    """When the next step is done from that moment on."""
    found = next(one for one in plan.steps if one.id == plan.next)
    return resumed(found, datetime.fromisoformat(f"{now}:00-05:00"), calendars.calendar_for("US"))


@pytest.mark.parametrize(
    ("date", "starts", "ends", "zone"),
    [
        ("2027-01-21", "16:00", "17:00", "America/Los_Angeles"),
        ("2027-01-22", "09:00", "10:00", "Asia/Tokyo"),
    ],
)
def test_the_day_that_ends_a_step_is_the_recipients(date, starts, ends, zone):
    """One interview told on the clock of two places: what comes before it is too late with its day where they are."""
    ahead = round_of(
        date, ends, starts=starts, zone=zone, interviewers=[{"name": "Li Wu", "zone": "America/Los_Angeles"}]
    )
    first = round_of("2027-01-07", zone="America/Los_Angeles")
    plan = plan_of(reply("2027-01-12T10:00", "next-round"), now="2027-01-12T12:00", rounds=[first, ahead])
    limit = step(plan, "answer").limit
    assert datetime.fromisoformat("2027-01-21T00:00:00-08:00") == limit

"""A step that goes to somebody else moves nothing here: a call to a referee, or to those who made another offer."""

from typing import Any

import pytest
from cases import Fields, event, kinds, planned
from hypothesis import given
from hypothesis import strategies as st
from situations import called, held, reply, sent

THANKED = sent("2027-01-08T09:00", "thank-you")
OTHER = event("offer-elsewhere", "2027-01-12T09:00", deadline="2027-01-26")
TOLD = sent("2027-01-12T10:00", "tell-offer")
PAPER = reply("2027-01-14T11:00", "offer-written", deadline="2027-01-28")
CHECK = reply("2027-01-12T09:00", "checks", reason="referees")
# What happened here, before and after the step that goes elsewhere.
HERE: tuple[tuple[Fields, ...], ...] = (
    (),
    (TOLD,),
    (TOLD, sent("2027-01-18T10:00", "check-in")),
    (event("sent", "2027-01-18T10:00", step="check-in", to="Dana Ruiz"), event("bounced", "2027-01-18T10:30")),
    (reply("2027-01-18T10:00", "question"),),
    (reply("2027-01-18T10:00", "promise", by="2027-01-25"),),
    (event("withdrawn", "2027-01-15T10:00"), event("reopened", "2027-01-18T09:30")),
    (event("withdrawn", "2027-01-18T10:00"), event("bounced", "2027-01-18T10:10")),
    (reply("2027-01-15T10:00", "on-hold"),),
)
# The same step, told in every way.
WAYS: tuple[Fields, ...] = (
    {"kind": "sent"},
    {"kind": "voicemail"},
    {"kind": "called", "outcome": "answered"},
    {"kind": "called", "outcome": "promise", "by": "2027-02-01"},
    {"kind": "called", "outcome": "question"},
    {"kind": "called", "outcome": "no-answer"},
)


def shape(plan: Any, action: str) -> list[tuple[Any, ...]]:
    """Everything that is planned here: each step with its window, its fate, and whom it goes to by what letter."""
    here = [one for one in plan.steps if one.action != action]
    return [(one.id, one.status, one.window, one.to, one.channel, one.letter) for one in here]


@given(
    here=st.sampled_from(HERE),
    way=st.sampled_from(WAYS),
    which=st.sampled_from([(OTHER, "ask-time"), (CHECK, "warn-referee")]),
    hour=st.sampled_from(["2027-01-12T11:00", "2027-01-18T10:40", "2027-01-18T14:00", "2027-01-19T12:00"]),
    day=st.sampled_from(["2027-01-19", "2027-01-25", "2027-02-10", "2027-03-09"]),
)
def test_a_step_done_elsewhere_changes_nothing_here(here, way, which, hour, day) -> None:
    """Whatever the means and whatever was said: no window, no state, nobody to write to."""
    opened, action = which
    told = (THANKED, opened, *here)
    before = planned(held("2027-01-07", *told), now=f"{day}T16:00:00-05:00")
    after = planned(held("2027-01-07", *told, {**way, "at": hour, "step": action}), now=f"{day}T16:00:00-05:00")
    assert shape(before, action) == shape(after, action)
    same = ("state", "beside", "unanswered", "touches_left", "ends")
    assert [getattr(before, name) for name in same] == [getattr(after, name) for name in same]


@pytest.mark.parametrize(("opened", "action"), [(OTHER, "ask-time"), (CHECK, "warn-referee")], ids=["offer", "referee"])
@pytest.mark.parametrize("more", [{}, {"step": True}], ids=["the last one", "told which"])
def test_a_message_that_went_elsewhere_and_came_back_is_owed_again_and_nobody_here_is_gone(
    opened, action, more
) -> None:
    """The address that failed was not one of theirs (O40)."""
    back = event("bounced", "2027-01-12T12:00", **({"step": action} if more else {}))
    told = (THANKED, opened, sent("2027-01-12T11:00", action), back)
    plan = planned(held("2027-01-07", *told), now="2027-01-12T16:00:00-05:00")
    assert ("due", False, False) == (by_id(plan, f"{action}-2").status, "contact-gone" in plan.beside, came_back(plan))


def by_id(plan: Any, id: str) -> Any:
    """The step of that id."""
    return next(one for one in plan.steps if one.id == id)


def came_back(plan: Any) -> bool:
    """True where the page tells what to do about a message that came back."""
    return "came-back" in kinds(plan)


def test_a_second_word_of_the_other_offer_does_not_wait_for_the_others() -> None:
    """They were told in writing and did not answer; the others were asked for time an hour later (O4)."""
    told = (THANKED, OTHER, TOLD, sent("2027-01-12T11:00", "ask-time"))
    plan = planned(held("2027-01-07", *told), now="2027-01-25T10:00:00-05:00")
    assert ("tell-offer-again", "due") == (plan.next, by_id(plan, "tell-offer-again").status)


def test_what_is_over_by_plan_stays_over_when_others_are_asked_for_time() -> None:
    """Two asks stand unanswered, and a call to somebody else answers neither (law 3)."""
    asked = (sent("2027-01-14T10:00", "check-in"), sent("2027-01-28T09:30", "second-check-in"))
    late = event("offer-elsewhere", "2027-02-25T09:00", deadline="2027-03-05")
    told = (THANKED, *asked, late, called("2027-02-25T14:00", "answered", step="ask-time"))
    plan = planned(held("2027-01-07", *told), now="2027-02-26T10:00:00-05:00")
    assert ("over", 2) == (plan.state, plan.unanswered)
    assert not any(one.action == "third-check-in" for one in plan.steps)


@pytest.mark.parametrize(
    ("told", "is_theirs"),
    [
        ((PAPER,), True),
        ((PAPER, OTHER), False),
        ((PAPER, OTHER, sent("2027-01-15T10:00", "ask-time")), True),
        ((PAPER, event("offer-elsewhere", "2027-01-13T09:00")), True),
        ((OTHER,), False),
        ((PAPER, reply("2027-01-15T10:00", "taken-back"), OTHER), False),
    ],
    ids=["theirs alone", "both", "both, the others asked", "both, no day elsewhere", "theirs not", "theirs no more"],
)
def test_whose_offer_more_time_is_asked_for(told: tuple[Fields, ...], is_theirs: bool) -> None:
    """With a paper of theirs it is theirs, with another offer alone the others'; with both the plan asks the others."""
    asked = sent("2027-01-15T11:00", "ask-time")
    plan = planned(held("2027-01-07", THANKED, *told, asked), now="2027-01-15T12:00:00-05:00")
    assert is_theirs == any(one.id == "call-about-time" for one in plan.steps)

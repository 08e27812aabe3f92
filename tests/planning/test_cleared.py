"""A check that was passed: they decide now, and nobody asks about the check any more."""

import pytest
from cases import Fields, event, fields, planned, round_of
from situations import held, reply, sent

from followup.model.plan import Plan

REFEREES = (reply("2027-01-12T10:00", "checks"), sent("2027-01-12T11:00", "warn-referee"))
FORMS = (reply("2027-01-13T10:00", "checks", reason="firm"), sent("2027-01-13T12:00", "answer"))
SPOKEN = (reply("2027-01-12T10:00", "offer"), sent("2027-01-12T11:00", "answer"))
CLEARED = reply("2027-01-20T10:00", "cleared")
YES = (reply("2027-01-12T10:00", "offer-written"), event("accepted", "2027-01-12T12:00"))


def plan_of(*events: Fields, now: str = "2027-01-20T12:00:00-05:00", **words: str) -> Plan:
    """The plan on the day on which the check came back."""
    return planned(held("2027-01-07", *events, reply("2027-01-20T10:00", "cleared", **words)), now=now)


def opened(plan: Plan) -> list[tuple[str, str]]:
    """What is left to do, with the day it is meant for."""
    steps = [one for one in plan.steps if one.status not in ("done", "dropped")]
    return [(one.action, f"{one.window.target:%Y-%m-%d}") for one in steps]


@pytest.mark.parametrize(
    ("before", "state", "first"),
    [
        (REFEREES, "held", ("check-in", "2027-01-27")),
        (SPOKEN + FORMS, "offer-coming", ("ask-paper", "2027-01-27")),
        (YES + FORMS, "accepted", ("first-day", "2027-01-27")),
    ],
)
def test_the_wait_begins_with_their_word_and_asks_for_what_is_still_open(
    before: tuple[Fields, ...], state: str, first: tuple[str, str]
) -> None:
    """Five business days after it (O28): a decision, the paper, the first day; no forms and no referees are owed."""
    plan = plan_of(*before)
    assert (state, first) == (plan.state, opened(plan)[0])
    assert {"checks-note", "warn-referee", "answer"}.isdisjoint(action for action, _ in opened(plan))
    assert "checks" not in plan.beside


def test_an_answer_that_they_no_longer_need_is_owed_no_more() -> None:
    """The names were asked for, the check went well without a further word."""
    plan = plan_of(reply("2027-01-12T10:00", "checks"))
    assert "answer" not in dict(opened(plan))


def test_a_day_they_name_with_it_is_the_day_for_what_comes_next() -> None:
    """For the decision; after a yes it is the first day."""
    assert ("check-in", "2027-01-28") == opened(plan_of(*REFEREES, by="2027-01-26"))[0]
    assert ("first-day", "2027-02-22") == opened(plan_of(*YES, *FORMS, by="2027-03-01"))[0]


def test_a_day_they_name_with_it_moves_no_deadline_of_a_written_offer() -> None:
    """Their deadline stands: a check is not the offer."""
    paper = reply("2027-01-12T10:00", "offer-written", deadline="2027-01-25")
    told = opened(plan_of(paper, sent("2027-01-12T11:00", "say-when"), *FORMS, by="2027-02-12"))
    assert ("decide", "2027-01-22") in told


def test_what_was_over_is_open_again_and_waits_for_a_decision() -> None:
    """Somebody said elsewhere that it was filled; their own word is newer."""
    plan = plan_of(*REFEREES, event("heard", "2027-01-15T10:00", outcome="filled"))
    assert "held" == plan.state


def test_what_was_passed_while_it_was_closed_is_not_asked_about_when_it_is_opened_again() -> None:
    """They told it after the reader had given up."""
    closed = event("closed", "2027-01-18T10:00", reason="gave-up")
    told = held("2027-01-07", *REFEREES, closed, CLEARED, event("reopened", "2027-01-21T10:00"))
    plan = planned(told, now="2027-01-21T12:00:00-05:00")
    assert ("held", "check-in") == (plan.state, opened(plan)[0][0])


def test_what_is_asked_anew_is_a_check_again() -> None:
    """References went well, and then a firm looks at papers."""
    again = reply("2027-01-21T10:00", "checks", reason="firm")
    told = held("2027-01-07", *REFEREES, reply("2027-01-20T10:00", "cleared"), again)
    plan = planned(told, now="2027-01-21T12:00:00-05:00")
    assert "checks" == plan.state
    assert "cleared" not in {one.kind for one in plan.notices}


def test_it_is_told_kindly_and_promises_nothing() -> None:
    """A good sign is no offer; after a yes one condition less is open."""
    assert "not yet an offer" in next(one.text for one in plan_of(*REFEREES).notices if one.kind == "cleared")
    said = {one.kind for one in plan_of(*YES, *FORMS).notices}
    assert "accepted-cleared-written" in said
    assert "accepted-cleared" not in said


@pytest.mark.parametrize("later", [reply("2027-01-22T10:00", "deciding"), sent("2027-01-27T10:00", "check-in")])
def test_nobody_is_told_to_wait_a_few_days_once_something_came_of_it(later: Fields) -> None:
    """They wrote, or the reader asked, since they told that the check was passed."""
    plan = planned(held("2027-01-07", *REFEREES, CLEARED, later), now="2027-01-28T12:00:00-05:00")
    assert "cleared" not in {one.kind for one in plan.notices}


def test_an_interview_after_a_check_begins_the_wait_anew() -> None:
    """What they passed before it says nothing of it."""
    before = fields(rounds=[round_of("2027-01-07"), round_of("2027-01-25")], events=[*REFEREES, CLEARED])
    plan = planned(before, now="2027-01-26T12:00:00-05:00")
    assert "held" == plan.state
    assert "cleared" not in {one.kind for one in plan.notices}

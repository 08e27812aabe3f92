"""What is said at the end goes by where things stood before it: an offer, a yes, a task, or no interview at all."""

import pytest
from cases import Fields, planned, steps
from situations import held, opened, reply, sent

LONG_AFTER = "2027-11-15T12:00:00-05:00"
AFTER = "2027-04-01T12:00:00-04:00"
OFFER = reply("2027-01-11T10:00", "offer-written", deadline="2027-01-18")
NO_DEADLINE = reply("2027-01-11T10:00", "offer-written")
TASK = reply("2027-01-11T10:00", "task", by="2027-01-20")


@pytest.mark.parametrize(
    ("case", "letter"),
    [
        (held("2027-01-07"), "last-question"),
        (held("2027-01-07", OFFER), "last-question-offer"),
        (held("2027-01-07", NO_DEADLINE), "last-question-offer"),
        (held("2027-01-07", reply("2027-01-11T10:00", "offer")), "last-question-paper"),
        (held("2027-01-07", OFFER, {"kind": "accepted", "at": "2027-01-12T10:00"}), "last-question-first-day"),
        (held("2027-01-07", TASK, sent("2027-01-11T12:00", "answer")), "overdue-task"),
        (opened(reply("2027-01-11T10:00", "next-round")), "last-question-unmet"),
    ],
)
def test_the_last_question_is_about_what_is_open(case: Fields, letter: str) -> None:
    """After an offer nobody asks whether the role is still open, and nobody says that they talked who never did."""
    plan = planned(case, now=AFTER)
    assert "over" == plan.state
    assert [letter] == [one.letter for one in steps(plan, "last-question")]


def test_where_none_may_be_asked_none_is_offered() -> None:
    """A wish for no contact leaves no last question, and no word of one."""
    plan = planned(held("2027-01-07", promise={"kind": "no-contact"}), now=AFTER)
    assert "over" == plan.state
    assert [] == steps(plan, "last-question")
    assert not any("last question" in one.text or "One last" in one.text for one in plan.notices)


@pytest.mark.parametrize(("now", "is_fine"), [("2027-02-16", False), ("2027-02-26", True)])
def test_a_last_question_is_fine_from_its_own_day_on(now: str, is_fine: bool) -> None:
    """Two were asked: after the day to let go it waits four weeks, and nobody is told that it is fine now (O39)."""
    asked = sent("2027-01-14T10:00", "check-in"), sent("2027-01-28T10:00", "second-check-in")
    plan = planned(held("2027-01-07", sent("2027-01-07T20:00", "thank-you"), *asked), now=f"{now}T10:00:00-05:00")
    assert ("over", is_fine) == (plan.state, any(one.kind == "last-question" for one in plan.notices))


@pytest.mark.parametrize("outcome", ["question", "next-round"])
def test_what_is_closed_is_never_late(outcome: str) -> None:
    """What they ask of a closed case is answered in its own time, or not at all."""
    closed = {"kind": "closed", "at": "2027-01-12T10:00", "reason": "other-job"}
    case = held("2027-01-07", closed, reply("2027-01-14T10:00", outcome))
    soon = planned(case, now="2027-01-14T12:00:00-05:00")
    assert ["due"] == [one.status for one in steps(soon, "answer")]
    late = planned(case, now=LONG_AFTER)
    assert ("closed", "") == (late.state, late.next)
    assert "closed-asked" not in {one.kind for one in late.notices}

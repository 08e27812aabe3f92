"""They ask whether the reader is still interested: it is open again, whatever they said before."""

import pytest
from cases import Fields, event, planned
from situations import held, reply, sent

from followup.model.plan import Plan

NO = (reply("2027-01-12T10:00", "rejected"), sent("2027-01-13T10:00", "ask-feedback"))
HOLD = (reply("2027-01-12T10:00", "on-hold"), sent("2027-01-12T12:00", "answer"))
NOW = "2027-02-16T12:00:00-05:00"
ASKED = reply("2027-02-16T10:00", "interest")


def opened(plan: Plan) -> list[str]:
    """What is left to do, the next thing first."""
    return [one.action for one in plan.steps if one.status not in ("done", "dropped")]


@pytest.mark.parametrize(
    ("before", "state"),
    [
        (NO, "held"),
        (HOLD, "held"),
        ((event("no-show", "2027-01-12T10:00"),), "invited"),
        ((reply("2027-01-12T10:00", "runner-up"), sent("2027-01-12T12:00", "answer")), "runner-up"),
        ((event("closed", "2027-01-20T10:00", reason="gave-up"),), "closed"),
    ],
)
def test_it_is_open_again_and_an_answer_is_owed(before: tuple[Fields, ...], state: str) -> None:
    """After a no and a hold they go on; what the reader closed stays closed until it is opened again (Events)."""
    plan = planned(held("2027-01-05", *before, ASKED), now=NOW)
    step = next(one for one in plan.steps if one.id == plan.next)
    # Where nothing had rested, or the reader closed it, it is a question like any other.
    words = "answer-question" if state in ("runner-up", "closed") else "asked-back-after-no"
    assert (state, "answer", words) == (plan.state, step.action, step.letter)
    assert {"card", "stay-in-touch", "ask-feedback", "hold-note"}.isdisjoint(opened(plan))
    assert "question" in plan.beside


def test_once_it_is_answered_they_are_asked_again_after_a_week() -> None:
    """The clock starts at the last word (law 4): the answer; five business days later there is a check-in."""
    plan = planned(held("2027-01-05", *NO, ASKED, sent("2027-02-16T11:30", "answer")), now=NOW)
    step = next(one for one in plan.steps if one.id == plan.next)
    assert ("held", "check-in", "2027-02-23") == (plan.state, step.action, f"{step.window.target:%Y-%m-%d}")


def test_another_question_after_a_no_opens_nothing() -> None:
    """They may ask whether the papers can be destroyed."""
    plan = planned(held("2027-01-05", *NO, reply("2027-01-15T10:00", "question")), now="2027-01-15T12:00:00-05:00")
    assert ("said-no", "answer-question") == (plan.state, next(one for one in plan.steps if one.id == plan.next).letter)


def test_an_ask_waits_for_a_task_that_is_owed_beside_it() -> None:
    """While something is owed every ask counts from it (law 4): the task is meant for the 25th."""
    told = (
        reply("2027-01-12T10:00", "offer"),
        sent("2027-01-12T12:00", "answer"),
        reply("2027-01-14T10:00", "task", by="2027-01-26"),
        sent("2027-01-14T12:00", "answer"),
    )
    plan = planned(held("2027-01-05", *told), now="2027-01-15T12:00:00-05:00")
    asked = next(one for one in plan.steps if one.action == "ask-paper")
    assert "2027-02-01" == f"{asked.window.target:%Y-%m-%d}"

"""How long is waited by the pace of the process, and when a process without a word is closed."""

from datetime import date, timedelta

import pytest
from cases import event, fields, planned, step

from followup.rules.rulebook import figure

THANKED = event("sent", "2027-01-08T09:00", step="thank-you")
ASKED = event("sent", "2027-01-14T10:00", step="check-in")
ASKED_AGAIN = event("sent", "2027-01-28T10:00", step="second-check-in")


def opens(action: str, pace: str, *events: dict[str, str]) -> date:
    """The first day of a step at that pace, with no date of theirs."""
    plan = planned(fields(events=[THANKED, *events], pace=pace), now="2027-01-14T12:00:00-05:00")
    return step(plan, action).window.earliest.date()


def test_a_quick_process_is_asked_about_sooner_and_a_slow_one_later() -> None:
    """Each from the day of the interview; the ordinary wait lies between."""
    assert opens("check-in", "quick") < opens("check-in", "ordinary") < opens("check-in", "long-wait")


def test_the_second_question_follows_the_pace_too() -> None:
    """Counted from the first one."""
    paces = [opens("second-check-in", pace, ASKED) for pace in ("quick", "ordinary", "long-wait")]
    assert sorted(set(paces)) == paces


@pytest.mark.parametrize("asked", ["2027-03-10", "2027-04-20"])
def test_a_process_is_closed_so_long_after_the_last_question(asked: str) -> None:
    """Counted from the question where it was asked after the day to let go (O39)."""
    last = event("sent", f"{asked}T10:00", step="last-question")
    told = fields(events=[THANKED, ASKED, ASKED_AGAIN, last])
    closing = date.fromisoformat(asked) + timedelta(days=figure("O39", "closed_calendar_days"))
    before, after = (
        planned(told, now=f"{day.isoformat()}T12:00:00-05:00") for day in (closing - timedelta(days=1), closing)
    )
    assert ("over", "closed") == (before.state, after.state)
    assert closing == after.since


def test_what_they_ask_of_a_closed_case_is_answered_and_nothing_else_is_left() -> None:
    """The rest of the plan is dropped."""
    gone, asked = event("withdrawn", "2027-01-12T10:00"), event("reply", "2027-01-13T10:00", outcome="question")
    plan = planned(fields(events=[THANKED, gone, asked]), now="2027-01-13T12:00:00-05:00")
    assert ["answer"] == [one.action for one in plan.steps if one.is_open]

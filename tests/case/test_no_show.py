"""What was tried in the hour in which nobody came belongs to the no-show, though it is told only later (O31)."""

import pytest
from cases import Fields, event, planned, round_of

ROUND = round_of("2027-01-14", starts="14:00", ends="15:00", format="video")
NOBODY = event("no-show", "2027-01-14T14:50")


def told(*events: Fields) -> list[tuple[str, str]]:
    """Each step of a no-show that is done or planned, with its status, that evening."""
    plan = planned(
        {"company": "Acme", "country": "US", "rounds": [ROUND], "events": [*events]}, now="2027-01-14T16:00:00-05:00"
    )
    return [
        (one.action, one.status)
        for one in plan.steps
        if one.action in ("new-times", "answer") and one.status != "dropped"
    ]


@pytest.mark.parametrize("at", ["2027-01-14T14:25", "2027-01-14T14:50"], ids=["before it was told", "as it was told"])
def test_an_email_with_new_times_is_the_one_that_the_no_show_asks_for(at: str) -> None:
    """It went out first, and the no-show was told after it: it is not asked for once more."""
    assert [("new-times", "done")] == told(event("sent", at, step="new-times"), NOBODY)


@pytest.mark.parametrize(
    "other",
    [event("sent", "2027-01-14T14:25", step="answer"), event("sent", "2027-01-14T13:30", step="new-times")],
    ids=["another message", "before the hour"],
)
def test_nothing_else_that_was_sent_that_day_is(other: Fields) -> None:
    """An answer to something else, and times sent before the interview was to begin, leave the email to be sent."""
    assert ("new-times", "overdue") in told(other, NOBODY) or ("new-times", "due") in told(other, NOBODY)

"""What can be told of a case: what is likely in its state in sight, and everything else one fold away."""

import pytest

from followup.case.moves import STATES
from followup.model.wording import choices
from followup.tools.planner.news import NewsItem, news

# What the taps on a step tell, what the first rounds tell, and what stands for itself.
ELSEWHERE = ("sent", "called", "voicemail")
BY_TAPS = ("answered", "no-answer", "promise", "")


def rows(state: str) -> list[NewsItem]:
    """Every row that can be told there."""
    found = news(state)
    return [*found.likely, *(row for group in found.other for row in group.rows)]


@pytest.mark.parametrize("state", STATES)
def test_each_state_shows_a_few_rows_and_folds_the_rest(state: str) -> None:
    """No row stands twice, and what is in sight fits a phone."""
    ids = [row.id for row in rows(state)]
    assert len(ids) == len(set(ids))
    assert 2 <= len(news(state).likely) <= 10


def test_everything_that_can_happen_can_be_told_somewhere() -> None:
    """Every kind of event and every word of theirs has a row."""
    told = {(row.kind, row.outcome) for state in STATES for row in rows(state)}
    assert {kind for kind, _ in choices("events")} - {*ELSEWHERE} <= {kind for kind, _ in told}
    assert {outcome for outcome, _ in choices("outcomes")} - {*BY_TAPS} <= {outcome for _, outcome in told}


def test_the_offer_of_rows_follows_the_state() -> None:
    """Handing in stands in sight with a task, and opening again where it is closed."""
    assert "handed-in" in [row.kind for row in news("task").likely]
    assert ["reopened"] == [row.kind for row in news("closed").likely if row.kind == "reopened"]
    assert "reopened" not in [row.kind for row in rows("held")]


def test_a_day_can_be_told_in_their_words_where_they_name_it() -> None:
    """Not where the day is one that the reader knows."""
    in_words = {row.words: row.in_words for row in rows("held")}
    assert in_words["It is on hold"]
    assert not in_words["I withdrew"]

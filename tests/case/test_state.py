"""The table of events: every pair of state and event resolves as it says, and the reading follows it."""

import pytest
from cases import event, fields, planned, round_of

from followup.case.moves import MOVES, STATES, matrix, moved
from followup.model.plan import State
from followup.model.wording import choices

TOLD = [
    ("deciding", "on-hold", "held"),
    ("deciding", "said-no", "held"),
    ("deciding", "no-show", "invited"),
    ("deciding", "invited", "invited"),
    ("deciding", "closed", "closed"),
    ("promise", "said-no", "said-no"),
    ("question", "closed", "closed"),
    ("next-round", "held", "invited"),
    ("next-round", "said-no", "invited"),
    ("next-round", "offer-written", "offer-written"),
    ("next-round", "accepted", "accepted"),
    ("next-round", "closed", "closed"),
    ("task", "ahead", "ahead"),
    ("task", "held", "task"),
    ("task", "offer-coming", "offer-coming"),
    ("checks", "held", "checks"),
    ("checks", "accepted", "accepted"),
    ("on-hold", "accepted", "accepted"),
    ("on-hold", "offer-written", "on-hold"),
    ("offer", "offer-written", "offer-written"),
    ("offer", "accepted", "accepted"),
    ("offer", "said-no", "offer-coming"),
    ("offer-written", "accepted", "accepted"),
    ("rejected", "accepted", "said-no"),
    ("rejected", "closed", "closed"),
    ("heard-filled", "held", "over"),
    ("heard-filled", "accepted", "accepted"),
    ("heard-filled", "said-no", "said-no"),
    ("handed-in", "task", "held"),
    ("accepted", "offer-written", "accepted"),
    ("withdrawn", "held", "closed"),
    ("kind-word", "on-hold", "on-hold"),
]


@pytest.mark.parametrize(("word", "state", "expected"), TOLD)
def test_a_word_leads_where_the_table_says(word: str, state: str, expected: str) -> None:
    """Word by word, as the page of the course has it."""
    assert expected == (moved(state, word) or state)


def test_every_pair_of_state_and_event_resolves() -> None:
    """No cell of the table is empty, and none leads out of it."""
    table = matrix()
    assert {*STATES} == {*State.__value__.__args__}
    assert all({*row} == {*STATES} and {*row.values()} <= {*STATES, "back"} for row in table.values())


def test_every_event_that_can_be_told_is_in_the_table() -> None:
    """Kinds by their name, what they said by the outcome; what is heard elsewhere is neither."""
    kinds = {kind for kind, _ in choices("events")} - {"reply", "called", "heard"}
    heard = {"advertised", "layoffs", "linkedin", "friend"}
    said = {outcome for outcome, _ in choices("outcomes")} - {"", *heard}
    assert kinds | said | {"held"} | {f"heard-{one}" for one in (*heard, "filled")} == {*MOVES}


def test_a_kind_word_after_a_question_of_ours_is_news() -> None:
    """They answered it; to a thank-you it is none."""
    kind = event("reply", "2027-01-15T10:00", outcome="kind-word")
    asked = event("sent", "2027-01-14T10:00", step="check-in")
    now = "2027-01-15T12:00:00-05:00"
    assert 0 == planned(fields(events=[asked, kind]), now=now).unanswered
    assert 1 == planned(fields(events=[kind | {"at": "2027-01-08T10:00"}, asked]), now=now).unanswered


def test_theirs_come_first_at_one_moment() -> None:
    """An answer told at the same minute answers what they asked."""
    at = "2027-01-12T10:00"
    events = [event("sent", at, step="answer"), event("reply", at, outcome="question")]
    plan = planned(fields(events=events), now="2027-01-12T12:00:00-05:00")
    assert ["done"] == [one.status for one in plan.steps if one.action == "answer"]


def test_a_day_without_an_hour_is_taken_as_the_end_of_the_day() -> None:
    """17:00, or the end of that day's interview; of today it is the moment at which it is told."""
    told = event("reply", "2027-01-12", outcome="question")
    later = planned(fields(events=[told]), now="2027-01-13T12:00:00-05:00")
    today = planned(fields(events=[told]), now="2027-01-12T12:00:00-05:00")
    evening = fields(rounds=[round_of("2027-01-07", "18:30")], events=[told | {"at": "2027-01-07"}])
    late = planned(evening, now="2027-01-08T12:00:00-05:00")
    opens = [next(one for one in plan.steps if one.action == "answer").window.earliest for plan in (later, today, late)]
    assert ["17:00", "12:00", "18:30"] == [moment.strftime("%H:%M") for moment in opens]

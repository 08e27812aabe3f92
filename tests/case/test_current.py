"""The case as it stands: the promise that holds and the events in order."""

from datetime import date
from typing import Any

import pytest
from cases import event, fields, promised, round_of

from followup import forms
from followup.case.current import as_it_stands
from followup.model.case import Case

AT_FIRST = event("reply", "2027-01-14T10:00", outcome="promise", by="2027-01-20")
LATER = event("reply", "2027-01-20T10:00", outcome="promise", by="2027-01-29")


def standing(**words: Any) -> Case:
    """The plain case, changed as told, as it stands."""
    value = forms.read(Case, fields(**words)).value
    assert value is not None
    return as_it_stands(value)


@pytest.mark.parametrize("told", [(AT_FIRST, LATER), (LATER, AT_FIRST)])
def test_the_date_named_last_holds_however_the_events_are_entered(told: tuple[dict[str, Any], ...]) -> None:
    """The planner takes them by time too."""
    promise = standing(promise=promised("2027-01-12"), events=list(told)).promise
    assert ("date", date(2027, 1, 29)) == (promise.kind, promise.by)


@pytest.mark.parametrize("outcome", ["promise", "deciding"])
def test_a_date_named_on_the_phone_replaces_the_promise(outcome: str) -> None:
    """A promise that was moved replaces the old one, by whatever means."""
    call = event("called", "2027-01-14T10:00", outcome=outcome, by="2027-01-20")
    assert date(2027, 1, 20) == standing(promise=promised("2027-01-12"), events=[call]).promise.by


@pytest.mark.parametrize("outcome", ["auto", "call-back"])
def test_a_day_of_return_is_no_promise(outcome: str) -> None:
    """An automatic reply is none, and a day to call on is no day of a decision."""
    away = event("reply", "2027-01-14T10:00", outcome=outcome, by="2027-01-25")
    assert ("none", None) == (standing(events=[away]).promise.kind, standing(events=[away]).promise.by)


@pytest.mark.parametrize(("by", "kind"), [("2027-01-11", "none"), ("2027-01-12", "date"), ("2027-01-22", "date")])
def test_a_day_named_before_the_last_interview_stands_from_its_day_on(by: str, kind: str) -> None:
    """A day that is over by then says nothing of what follows (law 4)."""
    early = event("reply", "2027-01-08T10:00", outcome="promise", by=by)
    rounds = [round_of("2027-01-07"), round_of("2027-01-12")]
    assert kind == standing(rounds=rounds, events=[early]).promise.kind


def test_a_date_lifts_no_wish_to_be_left_alone() -> None:
    """They asked not to be contacted, and that stands beside the day."""
    assert "no-contact" == standing(promise={"kind": "no-contact"}, events=[AT_FIRST]).promise.kind


def test_events_stand_in_the_order_they_happened() -> None:
    """The last of them is the last that happened."""
    assert [date(2027, 1, 20), date(2027, 1, 29)] == [one.by for one in standing(events=[LATER, AT_FIRST]).events]

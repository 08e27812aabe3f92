"""Which date of theirs a case holds once everything since was told, and what a day said in words is the day of."""

from zoneinfo import ZoneInfo

import pytest
from cases import Fields, event, fields, promised

from followup import forms
from followup.case.current import as_it_stands
from followup.case.understood import understood, understood_words
from followup.model.case import Case

WHERE = ZoneInfo("America/New_York")


def case(**told: object) -> Case:
    """A case as the door reads it."""
    found = forms.read(Case, fields(**told)).value  # type: ignore[arg-type]
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("events", "kind", "by"),
    [
        ([], "date", "2027-01-15"),
        ([event("reply", "2027-01-12T10:00", outcome="promise", by="2027-01-22")], "date", "2027-01-22"),
        ([event("reply", "2027-01-12T10:00", outcome="no-contact")], "no-contact", "2027-01-15"),
        ([event("reply", "2027-01-12T10:00", outcome="kind-word")], "date", "2027-01-15"),
    ],
)
def test_the_date_they_named_last_stands(events: list[Fields], kind: str, by: str) -> None:
    """A later one takes the place of the first; a wish for no contact stays one."""
    found = as_it_stands(case(promise=promised("2027-01-15"), events=events)).promise
    assert (kind, by) == (found.kind, str(found.by))


def test_where_no_date_was_named_none_stands() -> None:
    """With or without a word since."""
    word = event("reply", "2027-01-12T10:00", outcome="kind-word")
    for events in ([], [word]):
        found = as_it_stands(case(events=events)).promise
        assert ("none", None) == (found.kind, found.by)


def test_a_day_in_words_is_a_deadline_of_an_offer_and_a_day_of_a_promise() -> None:
    """Friday 15 January in both, said on Tuesday."""
    said = [
        event("offer-elsewhere", "2027-01-12T10:00", said="by Friday"),
        event("reply", "2027-01-12T10:00", outcome="promise", said="by Friday"),
    ]
    found = list(understood_words(case(events=said), WHERE))
    assert [("events[0]", "2027-01-15"), ("events[1]", "2027-01-15")] == [(one.path, str(one.day)) for one in found]
    offer, promise = understood(case(events=said), WHERE).events
    assert ("2027-01-15", "None") == (str(offer.deadline), str(offer.by))
    assert ("None", "2027-01-15") == (str(promise.deadline), str(promise.by))


def test_an_invitation_to_talk_again_ends_the_date_they_named() -> None:
    """Nothing is promised until they name a day."""
    invited = event("reply", "2027-01-12T10:00", outcome="next-round")
    found = as_it_stands(case(promise=promised("2027-01-15"), events=[invited])).promise
    assert ("none", None) == (found.kind, found.by)

"""Days that were said in words, each read as the last day it can mean (O41)."""

from datetime import date
from typing import Any

import pytest
from cases import event, fields, planned, steps, window

from followup.case.said import day_or_problem, last_day
from followup.case.said_days import Unreadable
from followup.dates.calendars import calendar_for

# A Thursday; the 18th is a holiday there.
ON = date(2027, 1, 7)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("early next week", "2027-01-12"),
        ("Middle of next week", "2027-01-13"),
        ("late next week", "2027-01-15"),
        ("next week", "2027-01-15"),
        ("later this week", "2027-01-08"),
        ("the week after next", "2027-01-22"),
        ("the week of January 18th", "2027-01-22"),
        ("a day or two", "2027-01-11"),
        ("in the next few days", "2027-01-14"),
        ("in a couple of weeks", "2027-01-22"),
        ("in a few weeks", "2027-01-29"),
        ("two to three weeks", "2027-01-29"),
        ("5–7 business days", "2027-01-19"),
        ("within 48 hours", "2027-01-11"),
        ("in two months", "2027-03-07"),
        ("by the end of the month", "2027-01-31"),
        ("early next month", "2027-02-10"),
        ("early November", "2027-11-10"),
        ("mid-February", "2027-02-20"),
        ("late Sept.", "2027-09-30"),
        ("late December", "2027-12-31"),
        ("by Friday", "2027-01-08"),
        ("next Friday", "2027-01-15"),
        ("Tuesday or Wednesday", "2027-01-13"),
        ("by close of business on Thursday", "2027-01-14"),
        ("by the 15th", "2027-01-15"),
        ("on the 3rd", "2027-02-03"),
        ("15 January", "2027-01-15"),
        ("after the holidays", "2027-01-08"),
        ("before Christmas", "2027-12-24"),
    ],
)
def test_the_last_day_that_words_can_mean(words: str, day: str) -> None:
    """Whoever asks on the day after it presses nobody."""
    assert date.fromisoformat(day) == last_day(words, ON, calendar_for("US"))


@pytest.mark.parametrize("words", ["soon", "Very soon!", "as soon as we can", "in due course", "yesterday"])
def test_words_that_name_no_day(words: str) -> None:
    """No date is made of them."""
    assert last_day(words, ON, calendar_for("US")) is None


@pytest.mark.parametrize("words", ["when the moon is full", "31 February", "13 weeks from never", ""])
def test_words_that_cannot_be_read_are_never_guessed(words: str) -> None:
    """The reader is asked for the day."""
    with pytest.raises(Unreadable):
        last_day(words, ON, calendar_for("US"))


def test_a_month_that_is_long_over_is_the_next_one() -> None:
    """And one that has just gone is none: they named a day that was past."""
    assert date(2028, 1, 20) == last_day("mid January", date(2027, 12, 1), calendar_for("US"))
    assert date(2027, 11, 10) == last_day("early November", date(2027, 11, 20), calendar_for("US"))


def plan_of(said: str, *events: dict[str, Any]) -> Any:
    """The plan where they said that in the interview."""
    return planned(fields(promise={"kind": "said", "said": said}, events=list(events)))


def test_the_plan_counts_from_the_day_that_was_understood_and_says_which() -> None:
    """The same plan as for that date."""
    dated = planned(fields(promise={"kind": "date", "by": "2027-01-12"}))
    plan = plan_of("early next week")
    assert dated.steps == plan.steps
    told = "They said “early next week”. Our choice is to count to Tuesday 12 January 2027, the last day it can mean."
    assert told in [one.text for one in plan.notices]


def test_soon_is_no_date() -> None:
    """The plan is the one without, and says so."""
    plan = plan_of("soon")
    assert planned(fields()).steps == plan.steps
    assert ["said-none"] == [one.kind for one in plan.notices if one.kind.startswith("said")]


@pytest.mark.parametrize(
    ("told", "action", "first"),
    [
        ({"outcome": "promise", "said": "mid next week"}, "check-in", "Fri 2027-01-22 09:00"),
        ({"outcome": "on-hold", "said": "in a month"}, "hold-note", "Wed 2027-02-17 09:00"),
        ({"outcome": "offer-written", "said": "by Friday"}, "decide", "Thu 2027-01-14 09:00"),
    ],
)
def test_what_they_said_later_stands_where_a_date_would(told: dict[str, str], action: str, first: str) -> None:
    """In every state, as its own day."""
    thanked = event("sent", "2027-01-08T09:00", step="thank-you")
    said = event("reply", "2027-01-12T10:00", **told)
    plan = planned(fields(events=[thanked, said]), now="2027-01-12T12:00-05:00")
    assert first == window(steps(plan, action)[0])[1]


@pytest.mark.parametrize(
    ("words", "on", "ahead"),
    [("mid March", date(2027, 3, 25), "20 March 2028"), ("mid March", date(2026, 3, 25), "20 March 2027")],
)
def test_words_for_a_day_that_is_over_may_mean_the_next_such_day(words: str, on: date, ahead: str) -> None:
    """The same day of the calendar, however long the year is."""
    found = day_or_problem(words, on, calendar_for("US"))
    assert isinstance(found, str)
    assert ahead in found

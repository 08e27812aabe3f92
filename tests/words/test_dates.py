"""Days said inside a letter."""

import datetime as dt

import pytest

from followup.words.dates import day_said


@pytest.mark.parametrize(
    ("day", "sent", "when", "by"),
    [
        ("Thu 2027-01-07", "Thu 2027-01-07", "today", "today"),
        ("Thu 2027-01-07", "Fri 2027-01-08", "yesterday", "yesterday"),
        ("Thu 2027-01-07", "Sat 2027-01-09", "on Thursday", "Thursday 7 January"),
        ("Thu 2027-01-07", "Wed 2027-01-13", "on Thursday", "Thursday 7 January"),
        ("Thu 2027-01-07", "Thu 2027-01-14", "on 7 January", "7 January"),
        ("Wed 2027-01-20", "Thu 2027-01-14", "on Wednesday 20 January", "Wednesday 20 January"),
        ("Thu 2026-12-31", "Fri 2027-01-01", "yesterday", "yesterday"),
        ("Thu 2026-12-31", "Fri 2027-01-08", "on 31 December", "31 December"),
        ("Thu 2026-01-08", "Fri 2027-01-08", "on 8 January 2026", "8 January 2026"),
    ],
)
def test_a_day_is_said_as_it_is_true_on_the_day_of_sending(day: str, sent: str, when: str, by: str) -> None:
    """Near days have names, far ones a date; days to come, and one that follows "by", a weekday as well."""
    said = day_said(dt.date.fromisoformat(day[4:]), dt.date.fromisoformat(sent[4:]))
    assert (when, by, when) == (said.when, said.day, str(said))

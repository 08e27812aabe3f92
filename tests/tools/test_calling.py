"""Calls fall into working hours where they are, and the reader's own night is told."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from followup.dates import clock
from followup.dates.calendars import calendar_for
from followup.tools.call_sheet import calling
from followup.tools.call_sheet import day as call_day

NEW_YORK = clock.zone("America/New_York")
LONDON = clock.zone("Europe/London")
TOKYO = clock.zone("Asia/Tokyo")
US = calendar_for("US")


def spoken(stretch: calling.Stretch) -> str:
    """Gives a stretch as a person checks it: Fri 2027-01-08 09:00-11:00."""
    return f"{stretch.start:%a %Y-%m-%d %H:%M}-{stretch.end:%H:%M}"


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2027-01-07T08:00:00-05:00", "Thu 2027-01-07 09:00-11:00"),
        ("2027-01-07T09:40:00-05:00", "Thu 2027-01-07 09:40-11:00"),
        ("2027-01-07T11:00:00-05:00", "Thu 2027-01-07 13:00-17:00"),
        ("2027-01-07T17:00:00-05:00", "Fri 2027-01-08 09:00-11:00"),
        ("2027-01-08T17:30:00-05:00", "Mon 2027-01-11 09:00-11:00"),
        # Martin Luther King Day.
        ("2027-01-15T17:30:00-05:00", "Tue 2027-01-19 09:00-11:00"),
        # Still Friday evening in New York.
        ("2027-01-09T02:00:00+00:00", "Mon 2027-01-11 09:00-11:00"),
    ],
)
def test_the_next_stretch_is_in_their_working_hours(now: str, expected: str):
    """Lunch, evenings, weekends and holidays are left out."""
    (first,) = calling.stretches(datetime.fromisoformat(now), NEW_YORK, US, count=1)
    assert expected == spoken(first)


def test_stretches_come_one_after_the_other():
    """A working day has two, before and after lunch."""
    found = calling.stretches(datetime(2027, 1, 7, 12, tzinfo=UTC), NEW_YORK, US, count=3)
    expected = ["Thu 2027-01-07 09:00-11:00", "Thu 2027-01-07 13:00-17:00", "Fri 2027-01-08 09:00-11:00"]
    assert expected == [spoken(one) for one in found]


def test_a_stretch_is_read_on_the_clock_of_its_own_day():
    """Between 14 and 28 March 2027 London is four hours from New York, not five."""
    march = datetime(2027, 3, 12, 22, tzinfo=UTC)
    (first,) = calling.stretches(march, NEW_YORK, US, LONDON, count=1)
    assert "Mon 2027-03-15 09:00-11:00" == spoken(first)
    assert 13 == first.start.astimezone(LONDON).hour


@pytest.mark.parametrize(
    ("hours", "zone", "expected"),
    [
        ((13, 17), TOKYO, "all"),
        ((9, 11), TOKYO, "all"),
        ((9, 11), LONDON, "none"),
        ((13, 17), clock.zone("Asia/Kolkata"), "all"),
        ((9, 11), clock.zone("Asia/Kolkata"), "none"),
        ((13, 17), clock.zone("Africa/Cairo"), "part"),
    ],
)
def test_the_readers_night_is_told(hours: tuple[int, int], zone: ZoneInfo | None, expected: str):
    """From 22:00 to 07:00 on the reader's clock, wholly or partly."""
    start, end = (datetime(2027, 1, 7, hour, tzinfo=NEW_YORK) for hour in hours)
    assert expected == calling.night(start, end, zone)


@pytest.mark.parametrize(
    ("tried", "left_message", "expected"),
    [(0, False, "silent"), (1, False, "leave"), (2, False, "stop"), (0, True, "stop")],
)
def test_the_second_try_leaves_the_message(tried: int, left_message: bool, expected: str):
    """K16: silent, then a message, then stop for the day."""
    assert expected == calling.attempt(tried, left_message=left_message)


@pytest.mark.parametrize(
    ("promised", "expected"),
    [(None, "Thu 2027-01-21"), (date(2027, 1, 15), "Tue 2027-01-19"), (date(2027, 1, 4), "Thu 2027-01-21")],
)
def test_a_call_back_is_asked_for_after_their_date_or_in_a_week(promised: date | None, expected: str):
    """P7, counted from Thursday 14 January 2027; a date that has passed is none."""
    assert expected == f"{calling.call_back_day(date(2027, 1, 14), promised, US):%a %Y-%m-%d}"


def test_the_call_day_cuts_lunch_out():
    """Two stretches stand on the bar, and the description says their hours."""
    drawn = call_day.picture(call_day.plain())
    assert 2 == drawn.count('class="callday__call ')
    assert "Call from 09:00 to 11:00 and 13:00 to 17:00 on their clock" in drawn
    assert "callday__mine" not in drawn


def test_the_call_day_shows_the_readers_clock_where_it_differs():
    """The same hours are read on both clocks, with the night marked."""
    shown = call_day.CallDay(day=date(2027, 1, 7), zone=NEW_YORK, mine=TOKYO)
    assert "On your clock: 23:00 to 01:00, a day later (in your night)" in call_day.in_words(shown)
    assert 4 == call_day.picture(shown).count('class="callday__mine"')

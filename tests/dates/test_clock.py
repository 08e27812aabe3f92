"""Zones and hours: the later reading, elapsed time, and dates as people say them."""

import json
from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import files
from pathlib import Path

import pytest

from followup.dates import clock, zone_countries

NEW_YORK, LONDON = clock.zone("America/New_York"), clock.zone("Europe/London")

READINGS = [
    # Skipped and doubled hours in the north, in the south, by half an hour, and a whole day that Samoa left out.
    ("America/New_York", "2027-03-14", "02:30", "2027-03-14T03:30:00-04:00", False),
    ("America/New_York", "2027-11-07", "01:30", "2027-11-07T01:30:00-05:00", False),
    ("Australia/Lord_Howe", "2027-10-03", "02:15", "2027-10-03T02:45:00+11:00", False),
    ("Australia/Lord_Howe", "2027-04-04", "01:45", "2027-04-04T01:45:00+10:30", False),
    ("Pacific/Apia", "2011-12-30", "12:00", "2011-12-31T12:00:00+14:00", False),
    ("America/New_York", "2027-03-14", "03:00", "2027-03-14T03:00:00-04:00", True),
    ("Asia/Kathmandu", "2027-01-07", "09:00", "2027-01-07T09:00:00+05:45", True),
    ("UTC", "2027-01-07", "00:00", "2027-01-07T00:00:00+00:00", True),
]


@pytest.mark.parametrize(("zone", "day", "at", "expected", "once"), READINGS)
def test_a_wall_time_has_one_reading_the_later(zone: str, day: str, at: str, expected: str, once: bool) -> None:
    """And it is known whether there was another."""
    told = date.fromisoformat(day), time.fromisoformat(at), clock.zone(zone)
    assert expected == clock.local(*told).isoformat()
    assert once == clock.has_one_reading(*told)


def test_every_name_of_the_database_is_a_zone() -> None:
    """In both homes, as the names and the rules come from one package."""
    assert 500 < len(clock.zone_names())
    assert [] == [name for name in clock.zone_names() if str(clock.zone(name)) != name]


@pytest.mark.parametrize("name", ["", "Mars/Olympus", "../zones", "europe/london", "America"])
def test_an_unknown_zone_is_refused(name: str) -> None:
    """Whatever it may mean to a file system."""
    with pytest.raises(clock.UnknownZone):
        clock.zone(name)


def test_zones_come_from_the_package_and_not_from_the_system() -> None:
    """The system's own rules may be of another year."""
    with (files("tzdata") / "zoneinfo" / "Africa" / "Casablanca").open("rb") as rules:
        expected = type(NEW_YORK).from_file(rules)
    noon = datetime.fromisoformat("2027-07-01T12:00")
    assert noon.replace(tzinfo=expected).utcoffset() == noon.replace(tzinfo=clock.zone("Africa/Casablanca")).utcoffset()


def test_24_hours_are_elapsed_hours() -> None:
    """Saturday 15:00 to Sunday 16:00, as the clocks go forward; Saturday 15:00 to Sunday 14:00, as they go back."""
    spring, autumn = datetime(2027, 3, 13, 15, tzinfo=NEW_YORK), datetime(2027, 11, 6, 15, tzinfo=NEW_YORK)
    assert "2027-03-14T16:00:00-04:00" == clock.shift(spring, 24).isoformat()
    assert "2027-11-07T14:00:00-05:00" == clock.shift(autumn, 24).isoformat()


def test_new_york_and_london_lie_four_hours_apart_for_two_weeks() -> None:
    """From 14 to 28 March 2027 the one has changed its clocks and the other has not."""
    hours = [
        (clock.local(date(2027, 3, day), time(9), NEW_YORK) - clock.local(date(2027, 3, day), time(9), LONDON)).seconds
        for day in (13, 14, 27, 28)
    ]
    assert [5, 4, 4, 5] == [seconds // 3600 for seconds in hours]


def test_moments_of_one_zone_are_compared_in_utc() -> None:
    """01:30 comes twice; the first is earlier, though Python calls the wall times equal."""
    first, second = (datetime(2027, 11, 7, 1, 30, tzinfo=NEW_YORK, fold=fold) for fold in (0, 1))
    assert first == second
    assert clock.instant(first) < clock.instant(second)
    assert UTC is clock.instant(first).tzinfo


HOURS = [
    (time(0, 5), "12:05 am", "00:05"),
    (time(9), "9:00 am", "09:00"),
    (time(12), "12:00 pm", "12:00"),
    (time(23, 59), "11:59 pm", "23:59"),
]


@pytest.mark.parametrize(("at", "twelve", "whole"), HOURS)
def test_hours_are_told_as_the_country_reads_them(at: time, twelve: str, whole: str) -> None:
    """Noon is 12 pm and midnight 12 am where people count to twelve."""
    assert (twelve, whole, whole) == tuple(clock.clock_time(at, country) for country in ("US", "DE", ""))


def test_a_day_is_spoken_with_its_weekday_and_no_figure_for_the_month() -> None:
    """So that nobody reads the month as the day."""
    moment = datetime(2027, 1, 8, 9, tzinfo=NEW_YORK)
    assert "Friday 8 January 2027" == clock.spoken_day(moment.date())
    assert ["Friday 8 January 2027, 09:00", "Friday 8 January 2027, 9:00 am"] == [
        clock.spoken(moment, country) for country in ("GB", "US")
    ]


COUNTRIES = [
    ("Asia/Tokyo", "JP"),
    ("UTC", ""),
    ("EST", ""),
    ("Etc/GMT+5", ""),
    # Names of before, some of which browsers still give.
    ("US/Eastern", "US"),
    ("Asia/Calcutta", "IN"),
    ("Asia/Saigon", "VN"),
    ("Asia/Katmandu", "NP"),
    ("Asia/Rangoon", "MM"),
    ("Asia/Dacca", "BD"),
    ("America/Buenos_Aires", "AR"),
    ("Israel", "IL"),
    ("Egypt", "EG"),
    ("GB", "GB"),
    ("Europe/Belfast", "GB"),
    # Linked to a zone of another country that kept the same time.
    ("Iceland", "IS"),
    ("Africa/Timbuktu", "ML"),
    ("Pacific/Truk", "FM"),
    ("America/Virgin", "VI"),
]


@pytest.mark.parametrize(("zone", "country"), COUNTRIES)
def test_a_zone_lies_in_a_country_or_in_none(zone: str, country: str) -> None:
    """By its old names too; a name of a time alone belongs to nobody."""
    assert country == zone_countries.country_of(zone)


def test_equal_moments_of_two_zones_and_folds_are_told_apart() -> None:
    """What was looked up for one is not given for the other, though Python calls them equal."""
    here = datetime(2027, 1, 8, 9, tzinfo=NEW_YORK)
    there = here.astimezone(clock.zone("Europe/London"))
    assert here == there
    assert ("2027-01-08T09:00:00-05:00", "2027-01-08T14:00:00+00:00") == (clock.iso(here), clock.iso(there))

    first, second = (datetime(2027, 11, 7, 1, 30, tzinfo=NEW_YORK, fold=fold) for fold in (0, 1))
    assert first == second
    assert ("2027-11-07T01:30:00-04:00", "2027-11-07T01:30:00-05:00") == (clock.iso(first), clock.iso(second))
    assert clock.instant(first) < clock.instant(second)


def test_every_day_and_month_is_spelled_as_the_library_spells_it() -> None:
    """A year of days, one each week and each month."""
    for ahead in range(366):
        day = date(2028, 1, 1) + timedelta(days=ahead)
        assert f"{day:%A} {day.day} {day:%B} {day.year}" == clock.spoken_day(day)


def test_a_clock_of_twelve_hours_is_shown_where_unicode_says_so() -> None:
    """Not in all of those countries: in some both are read."""
    path = Path(__file__).parents[2] / "node_modules" / "cldr-core" / "supplemental" / "timeData.json"
    told = json.loads(path.read_text(encoding="utf-8"))["supplemental"]["timeData"]
    assert {country for country, one in told.items() if one["_preferred"] == "h"} >= clock.TWELVE_HOURS
    assert ("9:00 am", "09:00", "12:00 pm") == tuple(
        clock.clock_time(time(hour), country) for hour, country in ((9, "US"), (9, "GB"), (12, "AE"))
    )

"""What programs and people call a zone is understood, and doubt is said."""

from datetime import datetime

import pytest

from followup.dates import clock, zone_countries
from followup.dates.zone_names import ABBREVIATIONS, named_zone, today

# Said so by people; the database has other letters for these clocks, or figures.
SAID_SO = frozenset(
    "et eastern hne hae ct central hnc hac mt mountain hnr har"
    " pt pacific hnp hap hna haa brt art uk mez mesz met gst sgt".split()
)


@pytest.mark.parametrize(
    ("name", "zone", "is_sure"),
    [
        ("America/New_York", "America/New_York", True),
        ("america/new_york", "America/New_York", True),
        ("Europe/Kiev", "Europe/Kyiv", True),
        ("Asia/Calcutta", "Asia/Kolkata", True),
        ("US/Eastern", "America/New_York", True),
        ("/mozilla.org/20050126_1/Europe/Brussels", "Europe/Brussels", True),
        ("/freeassociation.sourceforge.net/America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires", True),
        ("/softwarestudio.org/Olson_20011030_5/America/Chicago", "America/Chicago", True),
        ("Romance Standard Time", "Europe/Paris", False),
        ("Eastern Daylight Time", "America/New_York", False),
        ("E. South America Standard Time", "America/Sao_Paulo", True),
        ("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York", False),
        ('"(GMT-08:00) Pacific Time (US & Canada)"', "America/Los_Angeles", False),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Berlin", False),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien", "Europe/Berlin", False),
        ("(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi", "Asia/Kolkata", True),
        ("tzone://Microsoft/Utc", "UTC", False),
        ("(UTC) Coordinated Universal Time", "UTC", False),
        ("Etc/UTC", "UTC", False),
        ("GMT", "UTC", False),
        ("EST", "America/New_York", False),
        ("Pacific Time", "America/Los_Angeles", False),
        ("CET", "Europe/Berlin", False),
    ],
)
def test_a_name_is_understood(name: str, zone: str, is_sure: bool) -> None:
    """Names of the database, of Windows, of Outlook, with prefixes, and abbreviations."""
    found = named_zone(name)
    assert found is not None
    assert (zone, is_sure) == (found.zone, found.is_sure)


def test_the_language_of_a_calendar_tells_its_country() -> None:
    """Windows has one name for Paris, Brussels, Madrid and Copenhagen."""
    found = named_zone("Romance Standard Time", "DK")
    assert found is not None
    assert "Europe/Copenhagen" == found.zone
    assert {"Europe/Paris", "Europe/Brussels", "Europe/Madrid"} == set(found.others)


@pytest.mark.parametrize("name", ["Customized Time Zone", "Nowhere/Land", "", "(UTC", "////", "Time"])
def test_a_name_that_means_nothing_is_none(name: str) -> None:
    """No zone is better than a wrong one."""
    assert named_zone(name) is None


def test_an_old_name_has_one_of_today_with_a_country() -> None:
    """ "Iceland" must not become the zone of Abidjan, whose clock it shares."""
    assert ("Atlantic/Reykjavik", "Asia/Yangon") == (today("Iceland"), today("Asia/Rangoon"))
    assert "IS" == zone_countries.country_of(today("Iceland"))


def test_an_abbreviation_is_what_the_database_calls_that_clock() -> None:
    """In winter or in summer; what people say beside it is listed above."""
    called = {
        short: {str(datetime(2027, month, 10, tzinfo=clock.zone(zone)).tzname()).casefold() for month in (1, 7)}
        for short, zone in ABBREVIATIONS.items()
    }
    assert SAID_SO == {short for short, names in called.items() if short not in names}

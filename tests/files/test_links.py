"""Tests of the links to calendars on the web."""

from datetime import date, time
from urllib.parse import parse_qs, urlsplit

from followup.dates import clock
from followup.files.links import google, outlook

SIX = clock.local(date(2027, 1, 15), time(18), clock.zone("America/New_York"))


def test_google_is_told_a_title_and_an_hour():
    """In UTC, so that every reader's own zone shows it right; nothing else is in the link."""
    told = parse_qs(urlsplit(google("Say thank you", SIX)).query)
    assert {"action": ["TEMPLATE"], "text": ["Say thank you"], "dates": ["20270115T230000Z/20270115T231500Z"]} == told


def test_outlook_is_told_the_same():
    """Under its own names."""
    told = parse_qs(urlsplit(outlook("Say thank you", SIX)).query)
    assert ["Say thank you", "2027-01-15T23:00:00Z", "2027-01-15T23:15:00Z"] == [
        told[name][0] for name in ("subject", "startdt", "enddt")
    ]
    assert {"path", "rru", "subject", "startdt", "enddt"} == set(told)

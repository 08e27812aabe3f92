"""Links that open a calendar on the web with a title and an hour, and nothing that names anybody."""

from datetime import UTC, datetime, timedelta
from urllib.parse import quote, urlencode

MINUTES = 15
GOOGLE = "https://calendar.google.com/calendar/render?"
OUTLOOK = "https://outlook.live.com/calendar/0/deeplink/compose?"


def google(title: str, at: datetime) -> str:
    """Gives the link to a new entry in Google Calendar, a quarter of an hour long; `at` is aware.

    >>> google("Say thank you", datetime(2027, 1, 15, 23, tzinfo=UTC)).partition("&dates=")[2]
    '20270115T230000Z%2F20270115T231500Z'
    """
    first, last = (f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}" for moment in _bounds(at))
    return GOOGLE + urlencode({"action": "TEMPLATE", "text": title, "dates": f"{first}/{last}"}, quote_via=quote)


def outlook(title: str, at: datetime) -> str:
    """Gives the link to a new entry in Outlook's calendar on the web, as long as the other; `at` is aware."""
    first, last = (f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" for moment in _bounds(at))
    words = {"path": "/calendar/action/compose", "rru": "addevent", "subject": title, "startdt": first, "enddt": last}
    return OUTLOOK + urlencode(words, quote_via=quote)


def _bounds(at: datetime) -> tuple[datetime, datetime]:
    return at, at + timedelta(minutes=MINUTES)

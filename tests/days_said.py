"""Which day is meant by words that were said on each of some days, on one line."""

from datetime import date
from pathlib import Path

from followup.case.said import day_or_problem
from followup.dates.calendars import calendar_for

FILE = Path(__file__).parent / "case" / "days_said.txt"
# A Thursday, the Friday before a holiday, a Monday in June, the last day of August, Christmas Eve, New Year's Eve.
ON = ("2027-01-07", "2027-01-15", "2027-06-14", "2027-08-31", "2027-12-24", "2028-12-31")


def meant(words: str) -> str:
    """The last day that the words can mean, for each of those days on which they were said in the United States."""
    return "; ".join(_on(words, date.fromisoformat(day)) for day in ON)


def _on(words: str, day: date) -> str:
    found = day_or_problem(words, day, calendar_for("US"))
    return f"{found:%a %-d %b %Y}" if isinstance(found, date) else found or "no day"

"""Business days: which days are worked where, and how to count them."""

from collections.abc import Iterable
from datetime import date, timedelta

from followup.dates.calendar import Calendar, OutOfCoverage
from followup.dates.calendar_book import countries, nowhere
from followup.dates.employers import employer_place
from followup.dates.place import Country, Holiday, UnknownCountry, UnknownSubdivision
from followup.model.case import Case

__all__ = [
    "CLOSED",
    "Calendar",
    "Country",
    "Holiday",
    "OutOfCoverage",
    "UnknownCountry",
    "UnknownSubdivision",
    "add_business_days",
    "business_days_between",
    "calendar_for",
    "calendar_of",
    "countries",
    "next_business_day",
    "roll_back",
    "roll_forward",
    "skipped",
]

# The name of a day off that the reader told us of, beside the names of public holidays.
CLOSED = "Closed"
DAY = timedelta(days=1)


def calendar_of(case: Case) -> Calendar:
    """Gives the calendar that a case is counted in: country, region, employer and the days they are closed."""
    return calendar_for(case.country, case.subdivision, case.closures, case.employer)


def calendar_for(country: str, subdivision: str = "", closures: Iterable[date] = (), employer: str = "") -> Calendar:
    """Gives the calendar of a country ("US") or subdivision ("CA", "US-CA", "California"), less the reader's closures.

    With an employer, "private" or "public", the days that firms or public offices keep are counted too. Without a
    country: Monday to Friday, no holidays. Raises UnknownCountry and UnknownSubdivision.
    """
    if subdivision and not country:
        raise UnknownSubdivision(country, subdivision)
    return Calendar(
        place=employer_place(country, subdivision, employer) if country else nowhere(), closures=frozenset(closures)
    )


def add_business_days(day: date, count: int, calendar: Calendar) -> date:
    """Gives business day number `count` after that day, or before it when `count` is negative.

    The day itself never counts, whether it is a business day or not; a count of 0 gives it back as it is.

    >>> from datetime import date
    >>> add_business_days(date(2027, 1, 7), 5, calendar_for("US"))  # Thursday to Thursday
    datetime.date(2027, 1, 14)
    >>> add_business_days(date(2026, 12, 24), 5, calendar_for("US"))  # Thursday to Monday, past the New Year
    datetime.date(2027, 1, 4)
    """
    calendar.check(day)
    for _ in range(abs(count)):
        day = _roll(day + DAY, DAY, calendar) if count > 0 else _roll(day - DAY, -DAY, calendar)
    return day


def next_business_day(day: date, calendar: Calendar) -> date:
    """Gives the first business day after that day."""
    return add_business_days(day, 1, calendar)


def roll_forward(day: date, calendar: Calendar) -> date:
    """Gives the day itself if it is a business day, else the next one.

    >>> from datetime import date
    >>> roll_forward(date(2027, 3, 26), calendar_for("GB", "ENG"))  # Good Friday to Tuesday
    datetime.date(2027, 3, 30)
    """
    return _roll(day, DAY, calendar)


def roll_back(day: date, calendar: Calendar) -> date:
    """Gives the day itself if it is a business day, else the last one before it."""
    return _roll(day, -DAY, calendar)


def business_days_between(first: date, last: date, calendar: Calendar) -> int:
    """Counts the business days after `first` up to and including `last`; undoes add_business_days.

    Negative when `last` is before `first`: then those from `last` up to the day before `first`.

    >>> from datetime import date
    >>> business_days_between(date(2027, 1, 7), date(2027, 1, 14), calendar_for("US"))  # Thursday to Thursday
    5
    """
    if last < first:
        return -sum(map(calendar.is_business_day, _days(last, first - DAY)))
    return sum(map(calendar.is_business_day, _days(first + DAY, last)))


def skipped(first: date, last: date, calendar: Calendar) -> tuple[Holiday, ...]:
    """Gives the holidays and own closures after `first` up to and including `last` that cost a working day."""
    if last <= first:
        return ()
    calendar.check(first + DAY)
    calendar.check(last)
    named = {*calendar.place.holidays, *calendar.closures}
    found = (_cost(day, calendar) for day in sorted(day for day in named if first < day <= last))
    return tuple(holiday for holiday in found if holiday)


def _cost(day: date, calendar: Calendar) -> Holiday | None:
    if calendar.is_business_day(day):
        return None
    worked = not calendar.is_weekend(day) or day in calendar.place.working_weekends
    closed = Holiday(day=day, name=CLOSED) if day in calendar.closures else None
    return (calendar.holiday(day) or closed) if worked else None


def _roll(day: date, stride: timedelta, calendar: Calendar) -> date:
    while not calendar.is_business_day(day):
        day += stride
    return day


def _days(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))

"""Days that are told without their year, or that no calendar has."""

import datetime as dt
from collections.abc import Iterable


def day_of(year: int, month: int, day: int) -> dt.date | None:
    """Gives the day, or None where there is no such one.

    >>> day_of(2027, 2, 29) is None
    True
    """
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def around(day: dt.date) -> tuple[int, int, int]:
    """Gives the years in which a day that was named near that one may lie.

    >>> around(dt.date(2027, 1, 4))
    (2026, 2027, 2028)
    """
    return day.year - 1, day.year, day.year + 1


def closest(years: Iterable[int], month: int, day: int, near: dt.date | None) -> dt.date | None:
    """Gives the day of one of these years that is closest to `near`, the first where that is None.

    >>> closest(around(dt.date(2027, 1, 4)), 12, 30, dt.date(2027, 1, 4))
    datetime.date(2026, 12, 30)
    """
    possible = (one for year in years if (one := day_of(year, month, day)))
    return min(possible, key=lambda one: abs(one - near) if near else dt.timedelta(), default=None)

"""Business days as plain days, in weeks of Monday to Friday without holidays."""

WORKED, WEEK = 5, 7


def plain_days(business_days: int, weekday: int = 0) -> int:
    """Gives the plain days that so many business days take from a weekday on; 0 is Monday.

    >>> plain_days(5), plain_days(3), plain_days(3, weekday=3)
    (7, 3, 5)
    """
    day, left = weekday, business_days
    while left > 0:
        day += 1
        left -= day % WEEK < WORKED
    return day - weekday

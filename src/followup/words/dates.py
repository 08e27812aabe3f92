"""How a day is said inside a letter: yesterday, on Thursday, on 7 January."""

import datetime as dt
from dataclasses import dataclass

from followup.dates.clock import MONTHS, WEEKDAYS

_LAST_WEEK_DAYS = 6
# Beyond this distance a day and month alone could be read as the wrong year.
_SAME_YEAR_DAYS = 180


@dataclass(frozen=True, kw_only=True, slots=True)
class SpokenDay:
    """A day in words: `day` follows "by", `when` stands alone; in text it reads as `when`."""

    day: str
    when: str

    def __str__(self) -> str:
        return self.when


def spoken(day: dt.date, sent: dt.date) -> SpokenDay:
    """Gives the words for a day as they are true on the recipient's day of sending.

    >>> spoken(dt.date(2027, 1, 7), dt.date(2027, 1, 8)).when
    'yesterday'
    >>> spoken(dt.date(2027, 1, 7), dt.date(2027, 1, 11)).when
    'on Thursday'
    >>> spoken(dt.date(2027, 1, 7), dt.date(2027, 1, 14)).when
    'on 7 January'
    """
    age_days = (sent - day).days
    if age_days in (0, 1):
        word = ("today", "yesterday")[age_days]
        return SpokenDay(day=word, when=word)
    name = _name(day, age_days)
    return SpokenDay(day=name, when=f"on {name}")


def _name(day: dt.date, age_days: int) -> str:
    if 1 < age_days <= _LAST_WEEK_DAYS:
        return WEEKDAYS[day.weekday()]
    date = f"{day.day} {MONTHS[day.month - 1]}"
    date = date if abs(age_days) <= _SAME_YEAR_DAYS else f"{date} {day.year}"
    # A day to come is named in full: the letter may be read days after it was sent.
    return date if age_days > 0 else f"{WEEKDAYS[day.weekday()]} {date}"

"""How a day is said inside a letter: yesterday, on Thursday, on 7 January."""

import datetime as dt
from dataclasses import dataclass

from followup.model.language import dated, weekday
from followup.model.wording import view_words

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


def day_said(day: dt.date, sent: dt.date) -> SpokenDay:
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
        word = view_words("days.today" if age_days == 0 else "days.yesterday")
        return SpokenDay(day=word, when=word)
    name = _name(day, age_days)
    return SpokenDay(day=name, when=view_words("days.on", day=name))


def _name(day: dt.date, age_days: int) -> str:
    if 1 < age_days <= _LAST_WEEK_DAYS:
        return weekday(day)
    is_near = abs(age_days) <= _SAME_YEAR_DAYS
    # A day to come is named in full: the letter may be read days after it was sent.
    if age_days > 0:
        return dated("month" if is_near else "long", day)
    return dated("weekday" if is_near else "full", day)

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
    """A day in words: `day` follows "by", `when` stands alone, `name` is that without "on"; as text it is `when`."""

    day: str
    when: str
    name: str

    def __str__(self) -> str:
        return self.when


def day_said(day: dt.date, sent: dt.date) -> SpokenDay:
    """Gives the words for a day as they are true on the recipient's day of sending.

    >>> day_said(dt.date(2027, 1, 7), dt.date(2027, 1, 8)).when
    'yesterday'
    >>> day_said(dt.date(2027, 1, 7), dt.date(2027, 1, 11)).when
    'on Thursday'
    >>> day_said(dt.date(2027, 1, 7), dt.date(2027, 1, 14)).when
    'on 7 January'
    >>> day_said(dt.date(2027, 1, 7), dt.date(2027, 1, 11)).day
    'Thursday 7 January'
    """
    age_days = (sent - day).days
    if age_days in (0, 1):
        word = view_words("days.today" if age_days == 0 else "days.yesterday")
        return SpokenDay(day=word, when=word, name=word)
    is_last_week = 1 < age_days <= _LAST_WEEK_DAYS
    name = weekday(day) if is_last_week else _name(day, age_days)
    return SpokenDay(day=_name(day, age_days), when=view_words("days.on", day=name), name=name)


def _name(day: dt.date, age_days: int) -> str:
    is_near = abs(age_days) <= _SAME_YEAR_DAYS
    # A day to come is named in full: the letter may be read days after it was sent. So is one of the last week:
    # "by Friday" would be taken for the next Friday.
    if age_days > _LAST_WEEK_DAYS:
        return dated("month" if is_near else "long", day)
    return dated("weekday" if is_near else "full", day)

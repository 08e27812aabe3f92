"""The readings of words in place of a day: a pattern, and the last day that it can mean (O41)."""

import calendar as months
import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from followup.data import table
from followup.dates.calendars import Calendar, add_business_days, roll_back
from followup.model import language
from followup.rules.rulebook import figure

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
# Who says "early March" in October means the next one; in May it may have been the one before.
HALF_A_YEAR = timedelta(days=183)
EARLY, MID = ("early", "first half", "first week", "start", "beginning"), ("mid", "middle")


class Unreadable(ValueError):
    """Words that neither name a day nor are known to name none."""


@lru_cache(maxsize=1)
def said_words() -> Mapping[str, Any]:
    """Gives the words of data/words/said_words.toml."""
    return table("words", "said_words.toml")


def _number(text: str) -> int:
    return int(text) if text.isdigit() else int(said_words()["numbers"][text])


def _none(_found: re.Match[str], _on: date, _calendar: Calendar) -> None:
    return None


def _business(key: str) -> Callable[[re.Match[str], date, Calendar], date]:
    return lambda _found, on, calendar: add_business_days(on, figure("O41", key), calendar)


def _counted(found: re.Match[str], on: date, calendar: Calendar) -> date:
    """So many business days, or weeks of five; of two numbers the later one, which presses less."""
    each = {"hour": 1 / 24, "day": 1, "week": figure("O41", "week_business_days")}[found["unit"]]
    return add_business_days(on, max(1, round(_number(found["last"]) * each)), calendar)


def _months(found: re.Match[str], on: date, _calendar: Calendar) -> date:
    """The same day, so many months on."""
    ahead = on.month - 1 + _number(found["last"])
    year, month = on.year + ahead // 12, ahead % 12 + 1
    return date(year, month, min(on.day, months.monthrange(year, month)[1]))


def _week(found: re.Match[str], on: date, calendar: Calendar) -> date:
    """The last business day of this week, the next or the one after; early in it Tuesday, in its middle Wednesday."""
    ahead = 2 if found["after"] else 1 if found["which"] in ("next", "coming", "following") else 0
    monday = on - timedelta(days=on.weekday()) + ahead * WEEK
    part = found["part"] or ""
    key = "early_week_count" if part in EARLY else "mid_week_count" if part in MID else ""
    if key:
        return max(on, monday + (figure("O41", key) - 1) * DAY)
    return max(on, roll_back(monday + WEEK - DAY, calendar))


def _weekday(found: re.Match[str], on: date, _calendar: Calendar) -> date:
    """The next such day; "next Friday" is that of the next week, the later of its two readings."""
    wanted = _place(WEEKDAYS, found["weekday"])
    if found["next"]:
        return on - timedelta(days=on.weekday()) + WEEK + wanted * DAY
    return on + ((wanted - on.weekday() - 1) % 7 + 1) * DAY


def _month(found: re.Match[str], on: date, _calendar: Calendar) -> date:
    month, part = _place(MONTHS, found["month"]) + 1, found["part"] or ""
    day = _in_half_a_year(on, lambda year: _month_end(year, month, part))
    # "Next February" never was.
    return _month_end(day.year + 1, month, part) if found["next"] and day < on else day


def _in_half_a_year(on: date, read: Callable[[int], date]) -> date:
    """The day of this year, or of the next where this year's is long over."""
    day = read(on.year)
    return read(on.year + 1) if on - day > HALF_A_YEAR else day


def _month_end(year: int, month: int, part: str) -> date:
    last = months.monthrange(year, month)[1]
    day = figure("O41", "early_count") if part in EARLY else figure("O41", "mid_count") if part in MID else last
    return date(year, month, day)


def _this_month(found: re.Match[str], on: date, _calendar: Calendar) -> date:
    ahead = on.month - 1 + (found["which"] == "next")
    return _month_end(on.year + ahead // 12, ahead % 12 + 1, found["part"] or "")


def _year_end(_found: re.Match[str], on: date, _calendar: Calendar) -> date:
    return date(on.year, 12, 31)


def _dated(found: re.Match[str], on: date, _calendar: Calendar) -> date:
    """A day of a month that was named; without one of this month, or the next where it is over.

    A day of the week beside it that is another one makes it unreadable.
    """
    told = found.groupdict()
    number, month, weekday = int(told["day"]), told.get("month"), told.get("weekday")
    ahead = on.month - 1 + (number < on.day)
    if month:
        day = _in_half_a_year(on, lambda year: _day_of(year, _place(MONTHS, month) + 1, number, found.string))
    else:
        day = _day_of(on.year + ahead // 12, ahead % 12 + 1, number, found.string)
    if weekday and _place(WEEKDAYS, weekday) != day.weekday():
        raise Unreadable(found.string)
    return day


def _day_of(year: int, month: int, day: int, words: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Unreadable(words) from None


def _week_of(found: re.Match[str], on: date, calendar: Calendar) -> date:
    """The last business day of the week that a day lies in."""
    day = _dated(found, on, calendar)
    return max(day, roll_back(day - timedelta(days=day.weekday()) + WEEK - DAY, calendar))


def _holidays(_found: re.Match[str], on: date, _calendar: Calendar) -> date:
    """The day before Christmas."""
    return _in_half_a_year(on, lambda year: date(year, 12, 24))


def _after_new_year(_found: re.Match[str], on: date, calendar: Calendar) -> date:
    """A working week into the new year."""
    year = on.year if on.month == 1 else on.year + 1
    return add_business_days(date(year, 1, 1), figure("O41", "few_business_days"), calendar)


def _place(names: tuple[str, ...], told: str) -> int:
    """Which of the names it is, by its first three letters."""
    return next(at for at, name in enumerate(names) if told.startswith(name[:3]))


WEEKDAYS = tuple(name.casefold() for name in language.weekdays())
MONTHS = tuple(name.casefold() for name in language.months())
_DAYS = "|".join(f"{name[:3]}(?:{name[3:]})?s?" for name in WEEKDAYS) + "|tues|thurs?|weds"
_MONTHS = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS) + "|sept"
_NAMED = rf"(?:(?P<weekday>{_DAYS}) )?"
_ANY_DAY = rf"(?:(?:{_DAYS}) (?:or |and |to )?)?"
_PART = r"(?:(?P<part>early|first half|first week|start|beginning|mid|middle|late|later|end|second half) )?"
_COUNT = r"(?:\d{1,2}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen)"
_SPAN = rf"(?:next )?(?:{_COUNT} (?:to |or |and |till )?)?(?P<last>{_COUNT})"
# A pattern over plain small letters, and what it means; the first that fits is taken.
READINGS: tuple[tuple[str, Callable[[re.Match[str], date, Calendar], date | None]], ...] = (
    # A promise to be heard from, and no word of when.
    (r"", _none),
    (r"(very |quite |pretty )?(soon|shortly|quickly|yesterday|asap)|due( course)?", _none),
    (r"as soon as (possible|can|(they|we|i) can)", _none),
    (r"(later )?today|(later )?this (morning|afternoon|evening)|tonight", lambda _found, on, _calendar: on),
    (r"(today or )?tomorrow( morning| afternoon| evening| night)?", lambda _found, on, _calendar: on + DAY),
    (r"(next )?(a )?(day or two|couple( business| working)? days)", _business("couple_business_days")),
    (r"(tomorrow or )?day after( tomorrow)?", _business("couple_business_days")),
    (r"(next |coming )?(a )?(few|several)( business| working)? days|coming days", _business("few_business_days")),
    (r"(next |coming )?(a )?(couple weeks|fortnight|week or two)", _business("couple_of_weeks_business_days")),
    (r"(next |coming )?(a )?(few|several) weeks|coming weeks", _business("few_weeks_business_days")),
    (rf"{_SPAN}(?: business| working)? (?P<unit>day|week)s?", _counted),
    (r"(?:next )?(?P<last>24|48|72|96) (?P<unit>hour)s?", _counted),
    (rf"{_SPAN} (calendar )?months?", _months),
    (rf"{_PART}(?:(?P<which>next|this|coming|following) )?week(?P<after> after next)?", _week),
    (rf"{_ANY_DAY}(?P<next>next |week )?(?:(?:this|coming|following|end|close) )?(?P<weekday>{_DAYS})", _weekday),
    (rf"{_PART}(?P<which>next|this) month|{_PART.replace('part', 'ends')}month", _this_month),
    (rf"{_PART}(?:(?P<next>next )|this )?(?P<month>{_MONTHS})", _month),
    (rf"{_NAMED}(?P<day>\d{{1,2}}) (?P<month>{_MONTHS})", _dated),
    (rf"{_NAMED}(?P<month>{_MONTHS}) (?P<day>\d{{1,2}})", _dated),
    (rf"{_NAMED}(?P<day>\d{{1,2}})", _dated),
    (rf"week (?:(?P<month>{_MONTHS}) )?(?P<day>\d{{1,2}})", _week_of),
    (rf"week (?P<day>\d{{1,2}}) (?P<month>{_MONTHS})", _week_of),
    (r"before (christmas|holidays|christmas break|winter break)|christmas", _holidays),
    (r"before new year|(end )?(this )?year|year end", _year_end),
    (r"((right |just )?after )?(new year|new years|new years day|holidays|christmas|break)", _after_new_year),
    (r"early (new|next) year", _after_new_year),
)

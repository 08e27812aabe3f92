"""Months, weekdays, dates, lists and plurals of the language, as the Unicode CLDR has them."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from followup import data


@cache
def _language() -> Mapping[str, Any]:
    """What the build took from CLDR, with our own words in the place of its."""
    made, ours = data.language(), data.table("words", data.LANGUAGE)
    return {name: {**words, **ours.get(name, {})} for name, words in {"numbers": {}, **made}.items()}


@cache
def weekdays() -> tuple[str, ...]:
    """Gives the days of the week, Monday first."""
    return tuple(_language()["weekdays"].values())


@cache
def months() -> tuple[str, ...]:
    """Gives the months of the year."""
    return tuple(_language()["months"].values())


def weekday(day: date) -> str:
    """Gives the day of the week: "Friday"."""
    return weekdays()[day.weekday()]


def short_weekday(day: date) -> str:
    """Gives the day of the week where there is little room: "Fri"."""
    return str(_language()["weekdays_short"][str(day.isoweekday())])


def dated(form: str, day: date) -> str:
    """Gives a day in one of the forms of data/words/language.toml and CLDR.

    >>> [dated(form, date(2027, 1, 8)) for form in ("full", "long", "weekday", "month", "row", "short")]
    ['Friday 8 January 2027', '8 January 2027', 'Friday 8 January', '8 January', 'Fri 8 Jan', '8 Jan']
    """
    language, month, place = _language(), str(day.month), str(day.isoweekday())
    return str(language["dates"][form]).format(
        weekday=language["weekdays"][place],
        weekday_short=language["weekdays_short"][place],
        day=day.day,
        month=language["months"][month],
        month_number=day.month,
        month_short=language["months_short"][month],
        year=day.year,
    )


def listed(names: Sequence[str]) -> str:
    """Gives names as a sentence lists them.

    >>> listed(("Dana",)), listed(("Dana", "Tom")), listed(("Dana", "Tom", "Inés", "Ana"))
    ('Dana', 'Dana and Tom', 'Dana, Tom, Inés and Ana')
    """
    forms = _language()["lists"]
    if len(names) < 3:
        return str(forms["two"]).format(*names) if len(names) == 2 else "".join(names)
    first, *middle, before, last = names
    said = str(forms["end"]).format(before, last)
    for name in reversed(middle):
        said = str(forms["middle"]).format(name, said)
    return str(forms["start"]).format(first, said)


def plural(count: int) -> str:
    """Gives the form that words take beside a number, as CLDR names it: "one", "few", "many", "other".

    >>> plural(1), plural(0), plural(21)
    ('one', 'other', 'other')
    """
    # No language looks further than two digits, and what differs below a hundred repeats from there.
    place = count if count < 200 else 100 + count % 100
    return next((form for form, counts in _language()["plurals"].items() if place in counts), "other")


def half_of_day(hour: int) -> str:
    """Gives what stands behind an hour of a clock of twelve: "am"."""
    return str(_language()["halves"]["am" if hour < 12 else "pm"])


def number_word(count: int, *, none: str = "", most: int = 20) -> str:
    """Gives a number as a word, `none` for nothing where it is told, and in digits beyond `most`.

    >>> number_word(12), number_word(0, none="no"), number_word(13, most=12)
    ('twelve', 'no', '13')
    """
    if count == 0 and none:
        return none
    return str(_language()["numbers"].get(str(count), count)) if count <= most else str(count)

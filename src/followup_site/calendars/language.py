"""What the Unicode CLDR says of a language, as the engine reads it: months, weekdays, dates, lists and plurals."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from babel import Locale

# A part of a CLDR pattern, and the name that the engine fills in its place.
FIELDS: Mapping[str, str] = {
    "EEEE": "weekday",
    "cccc": "weekday",
    "E": "weekday_short",
    "EEE": "weekday_short",
    "ccc": "weekday_short",
    "d": "day",
    "dd": "day:02",
    "MMMM": "month",
    "LLLL": "month",
    "MMM": "month_short",
    "LLL": "month_short",
    "M": "month_number",
    "MM": "month_number:02",
    "y": "year",
}
TOKEN = re.compile(r"'([^']*)'|([A-Za-z])\2*|.")
# So far a plural can be told by its number alone; from there the last two digits tell it.
COUNTED = 200


def text(locale: str) -> str:
    """Gives the language of a locale such as "en-GB" in TOML; babel.UnknownLocaleError where CLDR has none."""
    tables = _tables(Locale.parse(locale, sep="-"))
    return "\n".join(f"[{name}]\n{_table(words)}\n" for name, words in tables.items())


def filled(pattern: str) -> str:
    """Gives a CLDR pattern of a date with names in the place of its letters.

    >>> filled("EEEE d 'de' MMMM"), filled("d. MMM")
    ('{weekday} {day} de {month}', '{day}. {month_short}')
    """
    return "".join(_part(found) for found in TOKEN.finditer(pattern))


def _part(found: re.Match[str]) -> str:
    if found[1] is not None:
        return found[1]
    return f"{{{FIELDS[found[0]]}}}" if found[2] else found[0]


def _tables(locale: Locale) -> dict[str, Mapping[str, Any]]:
    days, months, halves = (locale.days["format"], locale.months["format"], locale.day_periods["format"])
    skeletons = {name: str(pattern) for name, pattern in locale.datetime_skeletons.items()}
    short = skeletons["MMMEd"]
    long = skeletons.get("MMMMEEEEd") or re.sub(r"M+", "MMMM", re.sub(r"E+", "EEEE", short))
    lists = locale.list_patterns["standard"]
    return {
        "months": {str(at): months["wide"][at] for at in range(1, 13)},
        "months_short": {str(at): months["abbreviated"][at] for at in range(1, 13)},
        "weekdays": {str(at + 1): days["wide"][at] for at in range(7)},
        "weekdays_short": {str(at + 1): days["abbreviated"][at] for at in range(7)},
        "halves": {half: halves["abbreviated"][half] for half in ("am", "pm")},
        "dates": {
            "full": filled(str(locale.date_formats["full"])),
            "long": filled(str(locale.date_formats["long"])),
            "weekday": filled(long),
            "month": filled(skeletons["MMMMd"]),
            "row": filled(short),
            "short": filled(skeletons["MMMd"]),
        },
        "lists": {"two": lists["2"], "start": lists["start"], "middle": lists["middle"], "end": lists["end"]},
        "plurals": dict(_plurals(locale)),
    }


def _plurals(locale: Locale) -> Iterator[tuple[str, list[int]]]:
    """The numbers of each form but the common one."""
    for form in sorted(locale.plural_form.rules):
        yield form, [count for count in range(COUNTED) if locale.plural_form(count) == form]


def _table(words: Mapping[str, Any]) -> str:
    return "\n".join(f"{name} = {json.dumps(said, ensure_ascii=False)}" for name, said in words.items())

"""In which order a text writes day and month in numbers, where a date by itself does not say it."""

import re
from datetime import date
from functools import lru_cache

from followup.dates.years import around, closest
from followup.files.invitation.words import alternatives, weekdays

SLASHED = re.compile(r"(?<![\d/-])(\d{1,2})([/-])(\d{1,2})(?:\2(\d{4}|\d\d))?(?![\d/-])")
# By whose hours the order is known; "est" and "et" are words of French, and hours of New York behind "pm" alone.
AMERICAN = re.compile(
    r"[ap]\.?m\b\.?[\s,(]{0,3}es?t\b|\(es?t\)|\b(?:edt|[cmp][sd]?t|(?<!australian )eastern(?! europ)|central(?! europ)"
    r"|mountain|pacific)\b"
)
EUROPEAN = re.compile(
    r"\b(?:à|vers|dès|às)\s\d{1,2}\s?h"
    r"|\b(?:gmt(?!\s?[−-]\d)|utc\s?\+\d|central europ\w+|bst|ist|cet|cest|mez|uhr|uur|heures?|horas?|hora|ora|ore|às"
    r"|a las|a[ew]st|aedt|sast|uk"
    r"|united kingdom|england|scotland|ireland|new south wales)\b|\+44\s?\d"
)
# "Crowley, TX 76036" and "Leeds LS1 1AA".
AMERICAN_ADDRESS = re.compile(
    r",\s?(?:a[klrz]|c[aot]|d[ce]|fl|ga|hi|i[adln]|k[sy]|la|m[adeinost]|n[cdehjmvy]|o[hkr]|pa|ri|s[cd]|t[nx]|ut|v[at]"
    r"|w[aivy])[.,]?\s\d{5}(?:-\d{4})?\b"
)
BRITISH_ADDRESS = re.compile(r"\b[a-z]{1,2}\d[a-z\d]? \d[abd-hjlnp-uw-z]{2}\b")
# Who calls the day of the week in another language writes the day before the month.
ENGLISH = frozenset(
    "monday mon tuesday tue tues wednesday wed weds thursday thu thur thurs friday fri saturday sat sunday sun".split()
)
FOREIGN = re.compile(
    r"\b(?:(?<!\d )(?<!\d)am|vom|zum|bis|le|du|au|el|del|al|il|dal|em|dia|día|no dia|até|op|van|den"
    r"|dnia)\s(?:il\s|el\s)?$"
)
# An hour, as surely as one by its minutes or by a sign behind it.
TIMED = re.compile(
    r"\s{0,3}(?:,|@|at|from|um|ab|à|de|a las?|às|alle|dalle|om|kl\.?|o(?: godz\.?)?)\s{0,3}"
    r"\d{1,2}(?:\s?[:.h]\s?[0-5]\d(?!\d)|\s?(?:[ap](?:\.?m)?|uhr|uur|hrs?|h|o['’]clock)\b)"
)
ROUND_THE_CLOCK = (24, 7)
# In front of two numbers that are no day: one of several, or a place.
COUNTED = re.compile(
    r"\b(?:rounds?|sessions?|parts?|pages?|tracks?|groups?|slots?|seite|gruppe"
    r"|stages?|steps?|rooms?|floors?|suites?|units?|gates?|platforms?|halls?|desks?|apt\.?|nr\.?"
    r"|no\.?|runde|teil|raum|zimmer|etage|haus|étape|salle|bureau|ronda|etapa|fase|sala|planta|rodada|andar|piano|ronde"
    r"|kamer|deel|omgång|rum|lokal|runda|pokój)\s?(?:nr\.?\s|no\.?\s|#)?$"
)
OF_SEVERAL = re.compile(
    r"\b(?:day|interviews?|calls?|gespräch|entretien|entrevista|colloquio|gesprek|intervju|samtale?)\s$"
)
FEW = re.compile(r"[1-6]/[2-6]")
BESIDE = 30
FIRST, END = 1900, 3000


def writes_month_first(text: str) -> bool | None:
    """True where a text in small letters writes the month first, None where it does not say so, or both.

    Its other dates tell it more surely than its clock and its address.
    """
    numbers = [(int(found[1]), int(found[3])) for found in SLASHED.finditer(text) if found[4]]
    by_dates = _one_of(
        any(first <= 12 < second <= 31 for first, second in numbers),
        any(second <= 12 < first <= 31 for first, second in numbers),
    )
    if by_dates is not None:
        return by_dates
    by_clock = _one_of(bool(AMERICAN.search(text)), bool(EUROPEAN.search(text)))
    by_address = _one_of(bool(AMERICAN_ADDRESS.search(text)), bool(BRITISH_ADDRESS.search(text)))
    told = {by_clock, by_address} - {None}
    return told.pop() if len(told) == 1 else None


def _one_of(is_american: bool, is_european: bool) -> bool | None:
    return is_american if is_american != is_european else None


def whole(year: str | None) -> str | None:
    return f"20{year}" if year and len(year) == 2 else year


def ordered(found: re.Match[str], text: str, near: date) -> tuple[int, int] | None:
    """Month and day of two numbers, or None where nobody can tell which is which.

    Without a year two numbers are a day only beside its name or before an hour, for they may be a fraction.
    """
    one, two, year = int(found[1]), int(found[3]), whole(found[4])
    if (one, two) == ROUND_THE_CLOCK or (found[2] == "-" and found[4] and len(found[4]) == 2):
        return None
    orders = [(one, two), (two, one)] if one != two else [(one, two)]
    possible = [order for order in orders if order[0] <= 12 and order[1] <= 31]
    named, is_right_behind = _weekday(text, found), is_named(text, found)
    fitting = [order for order in possible if named and weekdays()[named] == _weekday_of(order, year, near)]
    is_foreign = _is_foreign(text, found) or (is_right_behind and named not in ENGLISH)
    if len(possible) == 2 and len(fitting) != 1 and is_foreign:
        return orders[1]
    # "Friday 1/14" can be one day only, though its name may be another one's.
    is_day = year or is_timed(text, found) or (is_right_behind and len(possible) == 1)
    possible = fitting or (possible if is_day else [])
    return possible[0] if len(possible) == 1 else _as_written(possible, text)


def _as_written(orders: list[tuple[int, int]], text: str) -> tuple[int, int] | None:
    """The first order is the American one."""
    is_american = writes_month_first(text) if len(orders) == 2 else None
    return None if is_american is None else orders[0] if is_american else orders[1]


def _weekday(text: str, found: re.Match[str]) -> str | None:
    """The name of a day of the week beside a date: the last word before it, or the first behind."""
    before = re.findall(r"[^\W\d_]+", text[max(0, found.start() - BESIDE) : found.start()])
    behind = re.findall(r"[^\W\d_]+", text[found.end() : found.end() + BESIDE])
    near = (*reversed(before[-2:]), *behind[:1])
    return next((word for word in near if word in weekdays()), None)


def _is_foreign(text: str, found: re.Match[str]) -> bool:
    """True for a date with its year behind an article of another tongue: "avant le 11/12/2026"."""
    is_day = found[4] or is_timed(text, found)
    return bool(is_day and FOREIGN.search(text[max(0, found.start() - BESIDE) : found.start()]))


def is_timed(text: str, found: re.Match[str]) -> bool:
    """True right before an hour, "12/10 @ 9:30", and not for "round 1/3, 10:00" and "room 3/4, 10:00"."""
    before = text[max(0, found.start() - BESIDE) : found.start()]
    is_counted = COUNTED.search(before) or (FEW.fullmatch(found[0]) and OF_SEVERAL.search(before))
    return found[2] == "/" and not is_counted and bool(TIMED.match(text, found.end()))


def weekday_beside(text: str, found: re.Match[str]) -> int | None:
    """The number of the weekday that is named beside a date."""
    named = _weekday(text, found)
    return weekdays()[named] if named else None


def is_named(text: str, found: re.Match[str]) -> bool:
    """True right behind the name of a day: "terça-feira, 10/12"."""
    return bool(_before_numbers().search(text[max(0, found.start() - BESIDE) : found.start()]))


@lru_cache(maxsize=1)
def _before_numbers() -> re.Pattern[str]:
    article = r"(?:the|den|dem|le|el|il|dia|día|o dia|op|d\.)"
    return re.compile(rf"(?<![\w-])(?:{alternatives(weekdays())})(?:-feira)?[.,]{{0,2}}\s+(?:{article}\s)?$")


def _weekday_of(order: tuple[int, int], year: str | None, near: date) -> int | None:
    """The weekday of a date, of the year that brings it closest where none is told."""
    day = closest(among(year, near), *order, near)
    return day.weekday() if day else None


def among(year: str | None, near: date | None) -> tuple[int, ...]:
    """The years in which a date may lie: its own, else those around `near`; none long before or after people live."""
    told = (int(year),) if year else around(near) if near else ()
    return tuple(one for one in told if FIRST <= one < END)

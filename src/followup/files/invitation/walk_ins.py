"""Hours between which anybody may come, as on an open day: nobody's own interview takes that long."""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

from followup.files.invitation.hours import HoursFound, hours
from followup.files.invitation.words import pattern

# Who comes to an interview that was agreed is there for less; a day of several interviews may be long.
SHORTEST = timedelta(hours=2)
# "Any time between 10 am and": words that stand right before the hours, where nobody is to be called or written to.
CALLING = re.compile(
    r"\b(?:call|ring|phone|reach|contact|e-?mail|write|text|anrufen|erreich\w*|melden|appeler|joindre|llamar|ligar"
    r"|chiamare|bellen|bereik\w*|ringa|ringe)\b"
)
AHEAD, BEFORE = 60, 60


def lets_come(text: str, told: HoursFound) -> bool:
    """True where the part of a text in small letters about one interview lets one come at any time of its hours."""
    if told.ends is None or _length(told) < SHORTEST:
        return False
    if pattern("walk_in").search(text):
        return True
    return any(_is_of(text, found, told) for found in _any_time().finditer(text))


def _is_of(text: str, found: re.Match[str], told: HoursFound) -> bool:
    if CALLING.search(text[max(0, found.start() - BEFORE) : found.start()]):
        return False
    return hours(text[found.start(1) : found.end() + AHEAD]) == told


def _length(told: HoursFound) -> timedelta:
    day = date(2000, 1, 1)
    return datetime.combine(day, told.ends or told.starts) - datetime.combine(day, told.starts)


@lru_cache(maxsize=1)
def _any_time() -> re.Pattern[str]:
    """Those words with the one between them and an hour, which belongs to the hours."""
    return re.compile(
        rf"{pattern('any_time').pattern}\s((?:between|from|zwischen|von|entre|de|tra|fra|tussen|mellan|mellem|mellom)\s)"
        r"(?:las?\s|le\s)?(?=\d)"
    )

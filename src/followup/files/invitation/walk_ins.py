"""Hours between which anybody may come, as on an open day: nobody's own interview takes that long."""

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

from followup.files.invitation.hours import HoursFound, hours
from followup.files.invitation.purpose import sentence
from followup.files.invitation.words import pattern

# Who comes to an interview that was agreed is there for less; a day of several interviews may be long.
SHORTEST = timedelta(hours=2)
# "Any time between 10 am and": words that stand right before the hours, where nobody is to be called or written to.
CALLING = re.compile(
    r"\b(?:call|ring|phone|reach|contact|e-?mail|write|text|anrufen|erreich\w*|melden|appeler|joindre|llamar|ligar"
    r"|chiamare|bellen|bereik\w*|ringa|ringe)\b"
)
AHEAD, BEFORE = 60, 60
OTHER = re.compile(r"\d")


def lets_come(text: str, told: HoursFound, *, is_open_day: bool) -> bool:
    """True where the part of a text in small letters about one interview lets one come at any time of its hours."""
    if told.ends is None or _length(told) < SHORTEST:
        return False
    if pattern("walk_in").search(text) or (is_open_day and lets_in(text)):
        return True
    return any(_is_of(text, found, told) for found in _any_time().finditer(text))


def is_beside(text: str, begin: int, end: int, *names: str) -> bool:
    """True where a fair or an open day stands beside a date in its sentence, with no other figures between."""
    first, last = sentence(text, begin)
    said = f"{OTHER.split(text[first:begin])[-1]}\0{OTHER.split(text[end:last])[0]}"
    return any(pattern(name).search(said) for name in names)


def lets_in(text: str) -> bool:
    """True where it says that one may walk in there, or is interviewed on the spot."""
    return any(pattern(name).search(text) for name in ("walk_in", "any_time", "at_fairs"))


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

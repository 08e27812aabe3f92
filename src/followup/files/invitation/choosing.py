"""Whether an email lets the reader choose among days or hours."""

import re
from collections.abc import Sequence
from functools import lru_cache

from followup.files.invitation.days import DayFound
from followup.files.invitation.hours import HOUR
from followup.files.invitation.purpose import THANKED, sentence
from followup.files.invitation.words import pattern

# What follows the name of the day, where it is the first of several.
ASKED = re.compile(
    r"\b(?:are you|would you be|will you be|is|would|does|do|could|can|suits?|available|free|work|works|possible|passt"
    r"|passen|möglich|verfügbar|zeit|disponibles?|convient|conviendrait|possible|puedes|puede|podrías|podría|viene bien"
    r"|disponibilidade|poderia|pode|possibile|disponibile|komt|schikt|uitkomt|kunt|kun|passar)\b"
)
# "5, 6 or 7 January", "January 5, 6 or 7".
OR = r"\s?,?\s?(?:\bor\b|\boder\b|\bou\b|\bof\b|\beller\b|/)\s?"
NTH = r"\d{1,2}(?:st|nd|rd|th|[.ºª°])?"
LISTED_BEFORE = re.compile(rf"(?<![\d:./-]){NTH}(?:,\s?{NTH})*{OR}$")
LISTED = re.compile(rf"(?:,\s?{NTH})*{OR}(?:the )?{NTH}(?![\w:/]|\.\d|\s?(?:[ap]\.?m|uhr|uur|h\b|o['’]clock))")

IF = re.compile(r"\b(?:if|should|in case|wenn|falls|sollten?|ob|si|se|caso|als|indien|mocht|om|hvis|jeśli|gdyby)\b")
# What one says behind "if any of these" where all of them are planned.
AGAINST = re.compile(
    r"[^.!?;\n]{0,40}(?:n['’]t\b|\b(?:clash\w*|conflict\w*|overlap\w*|problem\w*|issues?|difficult\w*|inconvenient"
    r"|not|cannot|nicht|kollidier\w*|überschneide\w*|ne|pas|pose|no|não|non|niet|inte|ikke|nie)\b)"
)


def lets_choose(text: str, days: Sequence[DayFound]) -> bool:
    """True where several days, or several hours of one, are named so that one of them is chosen."""
    if not days or pattern("agreed").search(text):
        return False
    if any(LISTED_BEFORE.search(text[: one.start][-30:]) or LISTED.match(text, one.end) for one in days):
        return True
    asked = [one for one in days if _is_question(text, one)]
    return (has_options(text) or bool(asked)) and (
        len({one.day for one in days}) > 1 or any(_has_hours_to_choose(text, one) for one in days)
    )


def has_options(text: str) -> bool:
    """True where one is asked to choose; thanks for an availability ask nothing, nor does "if any of these clash"."""
    return any(
        not THANKED.search(text[: found.start()][-40:]) and not _is_against(text, found)
        for found in pattern("options").finditer(text)
    )


def asks_when(text: str) -> bool:
    """True where the reader is asked for times at which they can come."""
    return bool(pattern("asks_when").search(text))


def _is_against(text: str, found: re.Match[str]) -> bool:
    """True where one is asked to say which of several days do not suit."""
    is_if = IF.search(text, max(0, found.start() - 30), found.start())
    return bool(is_if and AGAINST.match(text, found.end()))


def _is_question(text: str, day: DayFound) -> bool:
    begin, end = sentence(text, day.start)
    return "?" in text[end - 2 : end] and bool(ASKED.search(text, begin, end))


def _has_hours_to_choose(text: str, day: DayFound) -> bool:
    _, end = sentence(text, day.start)
    return bool(_hours_to_choose().search(text, day.end, end))


@lru_cache(maxsize=1)
def _hours_to_choose() -> re.Pattern[str]:
    return re.compile(rf"{HOUR}\s*(?:,|or|oder|ou|o|of|/)\s*(?:um |at |à |a las |às |alle |om )?{HOUR}")

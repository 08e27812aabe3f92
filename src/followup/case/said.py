"""What they said in place of a day: "early November" is a range, and its last day counts (O41)."""

import re
from datetime import date

from followup.case.said_days import READINGS, Unreadable, said_words
from followup.dates import clock
from followup.dates.calendars import Calendar, OutOfCoverage


def day_or_problem(words: str, on: date, calendar: Calendar) -> date | str | None:
    """Gives the last day that words said on a day can mean, None where they name none, or what is wrong with them."""
    says = said_words()["says"]
    try:
        day = last_day(words, on, calendar)
    except Unreadable:
        return str(says["unreadable"])
    except OutOfCoverage as beyond:
        return beyond.advice
    if day is None or day >= on:
        return day
    ahead = clock.spoken_day(clock.on_or_after(on, day))
    return str(says["past"].format(words=words, day=clock.spoken_day(day), ahead=ahead))


def last_day(words: str, on: date, calendar: Calendar) -> date | None:
    """Gives the last day that words said on a day can mean, or None for words that name no day.

    It may lie before `on`, where they named one that was over. Raises Unreadable, and OutOfCoverage.

    >>> from followup.dates.calendars import calendar_for
    >>> last_day("early November", date(2026, 10, 20), calendar_for("US"))
    datetime.date(2026, 11, 10)
    >>> last_day("in a couple of weeks", date(2027, 1, 7), calendar_for("US"))
    datetime.date(2027, 1, 22)
    """
    if not words.strip():
        raise Unreadable(words)
    text = _plain(words)
    for pattern, read in READINGS:
        found = re.fullmatch(pattern, text) or re.fullmatch(pattern, text.removeprefix("before "))
        if found:
            return read(found, on, calendar)
    raise Unreadable(words)


def _plain(words: str) -> str:
    """The words in small letters, without those that change nothing."""
    text = re.sub(r"[^\w ]+", " ", words.casefold().replace("’", "").replace("'", ""))
    text = " ".join(re.sub(r"\b(\d+)(st|nd|rd|th)\b", r"\1", text).split())
    for plain in sorted((*said_words()["plain"], *said_words()["promises"]), key=len, reverse=True):
        text = re.sub(rf"\b{plain}\b", " ", text)
    return " ".join(text.split())

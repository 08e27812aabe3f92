"""Days that an email names by the day on which it was sent: "tomorrow at 3 pm", "next Tuesday"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from followup.files.invitation.days import DayFound
from followup.files.invitation.words import alternatives, known, pattern, weekdays

# A morning, and no day: "por la mañana", "guten Morgen".
NO_DAY = frozenset("la esta de cada guten goede am jeden every each".split())
# Days of every week, or a span of them.
REPEATED = re.compile(r"(?:every|each|jeden|chaque|cada|ogni|elke|[-–—]|\b(?:to|bis|à|a|au|al|tot|until|through))\s*$")
SPANNING = re.compile(r"\s{0,9}(?:[-–—]\s*|(?:to|bis|à|au|al|tot|until|through)\s+)[^\W\d_]{3,}")
# "Tuesday week", "a week on Tuesday": eight days or more, by whom nobody can tell.
A_WEEK_ON = re.compile(r"a week (?:on |from )?$")
WEEK_BEHIND = re.compile(r"\s{1,9}week\b")
# A name of fewer letters is a word of some language too: "mon", "sat".
SHORTEST = 4
WEEK = timedelta(days=7)


def near_days(text: str, sent: date) -> Iterator[DayFound]:
    """The days that a text in small letters names by the day on which it was sent, in order."""
    found = [*_counted(text, sent), *_named(text, sent)]
    yield from sorted(found, key=lambda one: one.start)


def _counted(text: str, sent: date) -> Iterator[DayFound]:
    for kind, days in (("day_after_tomorrow", 2), ("tomorrow", 1), ("today", 0)):
        for found in pattern(kind).finditer(text):
            before = re.findall(r"[^\W\d_]+", text[max(0, found.start() - 20) : found.start()])
            is_longer = kind != "day_after_tomorrow" and _is_within(text, found)
            if not is_longer and (not before or before[-1] not in NO_DAY):
                yield DayFound(day=sent + timedelta(days=days), start=found.start(), end=found.end())


def _is_within(text: str, found: re.Match[str]) -> bool:
    """True for the "mañana" of "pasado mañana"."""
    longer = pattern("day_after_tomorrow").finditer(text, max(0, found.start() - 30), found.end())
    return any(one.end() == found.end() for one in longer)


def _named(text: str, sent: date) -> Iterator[DayFound]:
    for found in _weekday_pattern().finditer(text):
        before, behind = text[max(0, found.start() - 25) : found.start()], text[found.end() : found.end() + 25]
        if any((REPEATED.search(before), SPANNING.match(behind), A_WEEK_ON.search(before), WEEK_BEHIND.match(behind))):
            continue
        ahead = (weekdays()[found[0]] - sent.weekday() - 1) % 7 + 1
        day = sent + timedelta(days=ahead)
        # "Next Tuesday" is that of the next week, whether it is said on a Monday or on a Thursday.
        is_next = _ends_with("next", before) or _is_next_week(before) or _is_next_week(behind)
        if is_next and day.isocalendar()[:2] == sent.isocalendar()[:2]:
            day += WEEK
        yield DayFound(day=day, start=found.start(), end=found.end())


def _ends_with(kind: str, text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text)
    return bool(words) and words[-1] in known(kind)


def _is_next_week(text: str) -> bool:
    return bool(pattern("next_week").search(text))


@lru_cache(maxsize=1)
def _weekday_pattern() -> re.Pattern[str]:
    names = alternatives(name for name in weekdays() if len(name) >= SHORTEST)
    return re.compile(rf"(?<![\w-])(?:{names})(?![\w])")

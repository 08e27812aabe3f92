"""What a text tells in hours and minutes: "1 h 15", "1½ hours", "half an hour"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from followup.files.invitation.words import AND, alternatives, spelled_lengths

HOURS = r"(?:hours?|hrs?|stunden?|std[n.]?|heures?|horas?|ora|ore|uur|timm(?:ar|e)|timer|godz\w*\.?|h)"
MINUTES = r"(?:min(?:ute[ns]?|s|ut|uti|utos|uten|uter|utter|uty?)?)"
NUMBER = r"(?<![\d:.,/])\d{1,2}"
# "1h15", "1 hr 30 min", "1 Std. 15 Min.", "1 hour and 15 minutes".
COMPOUND = re.compile(
    rf"({NUMBER})[\s-]?({HOURS})\.?,?\s?(?:{AND}\s)?([0-5]?\d)"
    rf"([\s-]?(?:{MINUTES}|m))?(?![\w:%]|\s?[ap]\.?m\b)"
)
# "1:30 hours"; "14:30 h" is an hour of the day.
CLOCKED = re.compile(rf"({NUMBER}):([0-5]\d)\s?(?:hours?|hrs?|stunden|std\.?|heures|horas|ore|uur|timmar)(?![a-z])")
PLAIN = re.compile(
    r"(?<![\d:.,/])((?:\d{1,2}[\s-])?[1-3]/[2-4]|\d{0,2}\s?[½¼¾]|\d{1,3}(?:[.,]5)?)[\s-]?(?:an?\s)?"
    rf"({MINUTES}|{HOURS})(?![a-z])"
)
FRACTIONS = {"¼": "1/4", "½": "1/2", "¾": "3/4"}
# In front of an hour of the day, and of a span in which something is to be done.
BY = re.compile(r"\b(?:by|um|within|every|another|of|d['’]|con|con una|à|a las|às|alle|om|at|in the next)\s?$")
# What an hour without a sign for its minutes is no length behind, and before what: "de 2h30 à 3h30".
TO_HOUR = re.compile(r"\s?(?:[-–—]|à|a|bis|to|tot|till?)\s?\d")
# As long as the words in front of an hour are.
SHORT = 12
# More of them with the short sign are an hour of the day.
MOST_HOURS = 4
# Nobody tells more in one email.
MOST = 40


@dataclass(frozen=True, kw_only=True, slots=True)
class Length:
    """A number of minutes and where it stands."""

    minutes: int
    start: int
    end: int


def lengths(text: str) -> Sequence[Length]:
    """What is told in hours and minutes, each once, in order."""
    found: list[Length] = []
    for one in (each for way in (_compound, _plain, _spelled) for each in islice(way(text), MOST)):
        if not any(one.start < other.end and other.start < one.end for other in found):
            found.append(one)
    return sorted(found, key=lambda one: one.start)


def _compound(text: str) -> Iterator[Length]:
    for found in COMPOUND.finditer(text):
        hours, _, minutes, sign = found.groups()
        # "At 13 h 30" is an hour of the day, and "1 h 30" how long it takes.
        is_hour = (
            int(hours) > MOST_HOURS
            or BY.search(text[max(0, found.start() - SHORT) : found.start()])
            or TO_HOUR.match(text, found.end())
        )
        if sign or not is_hour:
            yield Length(minutes=int(hours) * 60 + int(minutes), start=found.start(), end=found.end())
    for found in CLOCKED.finditer(text):
        if int(found[1]) <= MOST_HOURS:
            yield Length(minutes=int(found[1]) * 60 + int(found[2]), start=found.start(), end=found.end())


def _spelled(text: str) -> Iterator[Length]:
    for found in _in_words().finditer(text):
        yield Length(minutes=spelled_lengths()[found[0]], start=found.start(), end=found.end())


def _plain(text: str) -> Iterator[Length]:
    for found in PLAIN.finditer(text):
        count, unit = _count(found[1]), found[2]
        # "9h" is an hour of the day, and "2h" how long it takes.
        if unit != "h" or count <= MOST_HOURS:
            minutes = round(count * (1 if unit.startswith("min") else 60))
            yield Length(minutes=minutes, start=found.start(), end=found.end())


def _count(text: str) -> float:
    """How many: "2", "1,5", "1 1/2" and "1½"."""
    for sign, spelled in FRACTIONS.items():
        text = text.replace(sign, f" {spelled}")
    parts = (part.partition("/") for part in text.replace("-", " ").replace(",", ".").split())
    return sum(float(above) / float(below or 1) for above, _, below in parts)


@lru_cache(maxsize=1)
def _in_words() -> re.Pattern[str]:
    """The longest first: there is an hour in "half an hour" too."""
    return re.compile(rf"(?<!\w)(?:{alternatives(spelled_lengths())})(?!\w)")

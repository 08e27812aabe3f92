"""Figures in words, so that a sentence follows its figure: "five business days", "two weeks", "09:00"."""

import datetime as dt
import re
from collections.abc import Mapping

from followup.model.language import number_word
from followup.rules.records import Figure

# Beyond a dozen a number stands in digits.
DOZEN = 12
UNITS = (
    "business_days|calendar_days|days|hours|minutes|seconds|time"
    "|sentences|words|paragraphs|touches|attempts|messages|interviewers|count"
)
FIGURE = re.compile(rf"(?:(?P<name>[a-z_]+?)_)?(?P<unit>{UNITS})(?:_(?P<edge>min|max))?")
# "{wait_business_days}", "{wait_business_days:number}", or a figure of another record, "{O17.open_business_days}".
PLACE = re.compile(r"\{(?:(?P<id>[A-Z]\d+)\.)?(?P<key>[a-z_]+)(?P<number>:number)?\}")
# What is counted without naming it: the sentence around says of what.
BARE = ("touches", "attempts", "messages", "interviewers", "count")
SENTENCE = re.compile(r"(?:^|[.!?] )$")


class UnknownFigure(ValueError):
    """A sentence names a figure that its record does not have; the message is what it named."""


def said(key: str, value: Figure, *, number: bool = False, digits: bool = False) -> str:
    """Gives a figure in words or digits, with the unit that its key names unless the `number` alone is asked for.

    >>> said("wait_business_days", 5), said("wait_calendar_days", 14), said("deadline_hours", 24)
    ('five business days', 'two weeks', '24 hours')
    """
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    found = FIGURE.fullmatch(key)
    unit = found["unit"] if found else ""
    weeks, over = divmod(value, 7)
    if unit == "calendar_days" and not over and weeks:
        unit, value = "weeks", weeks
    spoken = str(value) if digits else number_word(value, none="no", most=DOZEN)
    if number or unit in BARE:
        return spoken
    return f"{spoken} {_counted(unit.replace('_', ' ').removeprefix('calendar '), value)}"


def _counted(unit: str, value: int) -> str:
    return unit.removesuffix("s") if value == 1 else unit


def filled(
    text: str, own: Mapping[str, Figure], others: Mapping[str, Mapping[str, Figure]], *, digits: bool = False
) -> str:
    """Gives a sentence with the figures it names in words; UnknownFigure where there is none of that name."""

    def put(place: re.Match[str]) -> str:
        figures = others.get(place["id"], {}) if place["id"] else own
        if place["key"] not in figures:
            raise UnknownFigure(place[0])
        spoken = said(place["key"], figures[place["key"]], number=bool(place["number"]), digits=digits)
        return spoken.capitalize() if SENTENCE.search(text[: place.start()]) else spoken

    return PLACE.sub(put, text)

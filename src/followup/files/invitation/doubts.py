"""What in an email the reader has to settle: a day called by another one's name, and days that it names besides."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from followup.dates import clock, zone_countries
from followup.files.invitation.agenda import Agenda
from followup.files.invitation.days import DayFound
from followup.files.invitation.slots import SlotsFound
from followup.files.invitation.words import alternatives, small_letters, weekdays
from followup.model.wording import view_words

BESIDE = 30


def doubts(text: str, found: SlotsFound) -> tuple[str, ...]:
    """Sentences on the days that were found in a text."""
    named = (_called_otherwise(text, one.day) for one in found.slots)
    return (*filter(None, named), *(view_words("invitation.beside", day=clock.spoken_day(day)) for day in found.beside))


def on_hours(told: Iterable[tuple[Agenda, str]]) -> Iterator[str]:
    """Sentences on hours that are nobody's own, as people of each zone write them."""
    for agenda, zone in told:
        if hours := agenda.open_hours:
            country = zone_countries.country_of(zone)
            first, last = (clock.clock_time(at, country) for at in (hours.starts, hours.ends or hours.starts))
            yield view_words("invitation.any_time", first=first, last=last)


def _called_otherwise(text: str, day: DayFound) -> str:
    """A sentence on a day of the week that stands right beside a date and is another one's: "Wednesday, January 7"."""
    small = small_letters(text)
    for begin, end in _names_beside(small, day):
        if weekdays()[small[begin:end]] != day.day.weekday():
            return view_words("invitation.other_weekday", said=text[begin:end], day=clock.spoken_day(day.day))
    return ""


def _names_beside(text: str, day: DayFound) -> Iterator[tuple[int, int]]:
    before, behind = _patterns()
    begin = max(0, day.start - BESIDE)
    if found := before.search(text[begin : day.start]):
        yield begin + found.start(1), begin + found.end(1)
    elif found := behind.match(text[day.end : day.end + BESIDE]):
        yield day.end + found.start(1), day.end + found.end(1)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = alternatives(weekdays())
    article = r"(?:(?:the|den|dem|der|le|el|il|de|d\.|o dia|dia|día)\s)?"
    return (
        re.compile(rf"(?<![\w-])({names})(?:-feira)?[.,]{{0,2}}\s+{article}$"),
        re.compile(rf"(?:,?\s{{0,2}}\(|,\s)({names})(?:\)|(?=[,.;]?\s*(?:[^\W\d]|\n|$)))"),
    )

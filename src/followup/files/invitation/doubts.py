"""What in an email the reader has to settle: a day called by another one's name, and days that it names besides."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from followup.dates import clock, zone_countries
from followup.files.invitation import chats
from followup.files.invitation.agenda import Agenda
from followup.files.invitation.days import DayFound
from followup.files.invitation.slots import Slot, SlotsFound
from followup.files.invitation.words import alternatives, small_letters, weekdays
from followup.model.wording import view_words

BESIDE = 30


def doubts(text: str, found: SlotsFound) -> tuple[str, ...]:
    """Sentences on the days that were found in a text."""
    named = (_called_otherwise(text, one.day) for one in found.slots)
    offered = (view_words("invitation.offered"),) if found.is_offered else ()
    return (
        *offered,
        *filter(None, named),
        *(view_words("invitation.beside", day=clock.spoken_day(day)) for day in found.beside),
    )


def on_hours(text: str, told: Iterable[tuple[Slot, Agenda, str]]) -> Iterator[str]:
    """Sentences on hours that are nobody's own or may be no more, as people of each zone write them."""
    small = small_letters(text)
    for slot, agenda, zone in told:
        country = zone_countries.country_of(zone)
        if between := agenda.open_hours:
            first, last = (clock.clock_time(at, country) for at in (between.starts, between.ends or between.starts))
            yield view_words("invitation.any_time", first=first, last=last)
        # "I can't at five. At six?"
        later = chats.later_hour(small, slot.day.start) if agenda.starts else None
        if later and later.hours.starts != agenda.starts:
            yield view_words("invitation.later_hour", hour=clock.clock_time(later.hours.starts, country))


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

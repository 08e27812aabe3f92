"""Days that a draft names: one that no calendar has, one called by another's name, and that of the interview."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from followup.checking import meetings
from followup.checking.findings import found
from followup.checking.meetings import Place
from followup.checking.reading import DraftReading
from followup.checking.spans import Span
from followup.dates.clock import spoken_day
from followup.dates.years import around, closest, day_of
from followup.frozen import remembered
from followup.model.answer import Finding
from followup.model.language import months, weekdays
from followup.words.dates import day_said

# Behind a number this is what it counts, unless it is a word that goes on with the sentence.
COUNTED = re.compile(
    r" (?!(?:and|or|but|so|as|at|in|on|to|for|from|with|about|by|via|of|after|before|until|when|where|which|that|this"
    r"|the|an?|i|we|you|he|she|it|they|my|our|your|is|was|were|has|had|will|would|could|can|last|next|again|here)\b)[a-z]"
)
# Of the days before the interview or of its own one tells in the same words.
NEAR = {"yesterday": 1, "today": 0, "tonight": 0, "this": 0, "earlier": 0, "the": 2}


class DaySaid(NamedTuple):
    """A day in the words of a draft; what these do not tell is None, `ago` counts days back from that of sending."""

    span: Span
    ago: int | None = None
    weekday: int | None = None
    month_and_day: tuple[int, int] | None = None
    year: int | None = None


def days(reading: DraftReading) -> Iterator[Finding]:
    """Finds days that cannot be: there is none of that date, it has another name, or the interview was on another."""
    said = said_in_sentences(reading)
    held, sent = reading.draft.met, reading.draft.sent_on
    # Who names the day rightly speaks of something else where they name another.
    is_named = any(_fits_any(one, held, sent) and meetings.may_be_of_it(place) for one, place in said)
    for one, place in said:
        if wrong := _impossible(reading, one) or (None if is_named else _other(reading, one, place)):
            yield wrong


@remembered(1)
def said_in_sentences(reading: DraftReading) -> tuple[tuple[DaySaid, Place], ...]:
    """Gives the days of a draft, each with the words around it."""
    return tuple(_in_sentences(reading))


def _in_sentences(reading: DraftReading) -> Iterator[tuple[DaySaid, Place]]:
    for sentence, plain in reading.sentences_in_plain():
        for said in _said(plain, sentence.start):
            yield said, Place(reading, sentence, said.span)


def _impossible(reading: DraftReading, said: DaySaid) -> Finding | None:
    if said.month_and_day is None:
        return None
    words = _words(reading, said)
    # In a leap year every day of a year is one.
    if day_of(said.year or 2028, *said.month_and_day) is None:
        return found("no-such-day", said.span, said=words)
    day = meant(reading, said)
    if day is None or said.weekday is None or day.weekday() == said.weekday:
        return None
    return found("other-weekday", said.span, said=weekdays()[said.weekday], date=spoken_day(day))


def _other(reading: DraftReading, said: DaySaid, place: Place) -> Finding | None:
    """Finds a day of the meeting on which there was no interview."""
    held, sent = reading.draft.met, reading.draft.sent_on
    if not held or not sent or _fits_any(said, held, sent) or not meetings.is_of_it(place):
        return None
    last = max((day for day in held if day <= max(sent)), default=max(held))
    true = day_said(last, min(sent))
    when = true.name if meetings.is_thanked_bare(place) else true.when
    return found("other-day", said.span, said=_words(reading, said), date=spoken_day(last), when=when)


def _fits_any(said: DaySaid, held: Iterable[dt.date], sent: Iterable[dt.date]) -> bool:
    return any(_fits(said, day, today) for day in held for today in sent)


def _fits(said: DaySaid, day: dt.date, today: dt.date) -> bool:
    if said.ago is not None:
        return (today - day).days == said.ago
    if said.month_and_day is None:
        return day.weekday() == said.weekday
    return said.month_and_day == (day.month, day.day) and said.year in (None, day.year)


def meant(reading: DraftReading, said: DaySaid) -> dt.date | None:
    """Gives the date that was meant: without a year that of the interview, else the closest one."""
    if said.month_and_day is None:
        return None
    if said.year:
        return day_of(said.year, *said.month_and_day)
    held = (day for day in reading.draft.met if (day.month, day.day) == said.month_and_day)
    today = next(iter(reading.draft.sent_on), None)
    return next(held, None) or (closest(around(today), *said.month_and_day, today) if today else None)


def _words(reading: DraftReading, said: DaySaid) -> str:
    return " ".join(reading.draft.text[slice(*said.span)].split()).removeprefix("on ").removeprefix("the ")


def _said(plain: str, at: int) -> Iterator[DaySaid]:
    """Gives the days that a sentence names."""
    for one in _pattern().finditer(plain):
        span = Span(at + one.start(), at + one.end())
        if one["near"]:
            yield DaySaid(span, ago=NEAR[one["near"].split()[0]])
        elif _is_number(one, plain):
            continue
        elif one["alone"]:
            yield DaySaid(span, weekday=_place(one["alone"], weekdays()))
        else:
            yield DaySaid(
                span,
                weekday=_place(one["weekday"], weekdays()) if one["weekday"] else None,
                month_and_day=(_place(one["month"] or one["first"], months()) + 1, int(one["day"] or one["nth"])),
                year=int(one["year"]) if one["year"] else None,
            )


def _is_number(one: re.Match[str], plain: str) -> bool:
    """Tells whether a month stands beside a number of something: "In June 45 people joined"."""
    number = one["day"] or one["nth"]
    is_bare = bool(number) and f"{number} " in f"{one[0]} " and not (one["weekday"] or one["year"])
    if not is_bare or one[0].startswith("on "):
        return False
    return int(number) > 31 or (bool(one["nth"]) and bool(COUNTED.match(plain, one.end())))


def _place(word: str, names: tuple[str, ...]) -> int:
    """Gives the place of a name that is written out or cut short: "jan", "thurs"."""
    return next(at for at, name in enumerate(names) if name.lower().startswith(word[:3]))


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    whole = "|".join(name.lower() for name in weekdays())
    short = "mon|tues?|wed|thurs?|thu|fri|sat|sun"
    month = "|".join(name.lower() for name in months()) + "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
    nth = r"\d{1,2}(?:st|nd|rd|th)?(?![\w:.]\d|\w)"
    first, second = (nth.replace(r"\d{1,2}", rf"(?P<{name}>\d{{1,2}})", 1) for name in ("day", "nth"))
    return re.compile(
        r"\b(?:on (?:the )?)?(?:last )?(?:"
        r"(?P<near>the day before yesterday|yesterday|earlier today|today|tonight|this (?:morning|afternoon|evening))"
        rf"|(?:(?P<weekday>{whole}|{short})\b[.,]? (?:the )?)?"
        rf"(?:{first} (?:of )?(?P<month>{month})\b|(?P<first>{month})\b\.? (?:the )?{second})(?:,? (?P<year>20\d\d)\b)?"
        rf"|(?P<alone>{whole})\b)"
    )

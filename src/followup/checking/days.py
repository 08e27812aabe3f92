"""Days that a draft names: one that no calendar has, one called by another's name, and that of the interview."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from followup.checking.findings import found
from followup.checking.reading import DraftReading
from followup.checking.spans import Span
from followup.dates.clock import spoken_day
from followup.model.answer import Finding
from followup.model.language import months, weekdays
from followup.words.dates import day_said

# In one of these the reader thanks for a meeting, or asks after it.
THANKING = frozenset({"thank-you", "pass-on"})
ASKING = frozenset({"check-in", "second-check-in"})
# What the day behind it is the day of; in a letter that asks, a talk may have been any.
INTERVIEW = r"interview|met|meeting"
MEETING = re.compile(
    rf"\b(?:{INTERVIEW}|talk|talked|talking|speak|spoke|speaking|chat|chatted|chatting|conversation|call|visit|discussion"
    r"|seeing|saw|having me|your time|the time|showing me|time you|coming in)\b"
)
INTERVIEWED = re.compile(rf"\b(?:{INTERVIEW})\b")
# A day behind one of these is that of something else: of a message, or of what is still to come.
ELSE = re.compile(
    r"\b(?:e?-?mail|message|letter|note|text|voicemail|reply|confirm\w{0,6}|invit\w{1,8}|(?:re)?schedul\w{1,6}|offer\w{0,4}"
    r"|sen[dt]|sending|wrote|write|forward|next|second|further|follow-up|upcoming|will|would|could|can|may|might|hope\w{0,3}"
    r"|until|till|by|before|after|since|from|due|decided?|hear|if|unless|start\w{0,3}|available|free|again|last year"
    r"|when you|you (?:said|told|mentioned))\b|['’]ll\b"
)
# "Thank you for yesterday."
BARE = re.compile(r"\b(?:thanks|thank you)(?: [a-z]{2,8}){0,3} for $")
# What was talked about has a day of its own: "our talk about the launch on Friday".
JOB = re.compile(
    r"\b(?:about|for|on|regarding) (?:the|your|an?) (?:[\w&/,.+-]{1,30} ){0,5}"
    r"(?:role|position|job|post|vacancy|opening)\b"
)
TOPIC = re.compile(r"\b(?:about|of|how|that|what|where|which|who|whose|because|regarding)\b|[:;]")
# Behind a number this is what it counts, unless it is a word that goes on with the sentence.
COUNTED = re.compile(
    r" (?!(?:and|or|but|so|as|at|in|on|to|for|from|with|about|by|via|of|after|before|until|when|where|which|that|this"
    r"|the|an?|i|we|you|he|she|it|they|my|our|your|is|was|were|has|had|will|would|could|can|last|next|again|here)\b)[a-z]"
)
# What stands further away says nothing of a day.
FURTHEST = 240
# Of the days before the interview or of its own one tells in the same words.
NEAR = {"yesterday": 1, "today": 0, "tonight": 0, "this": 0, "earlier": 0, "the": 2}


class DaySaid(NamedTuple):
    """A day in the words of a draft; what these do not tell is None, `ago` counts days back from that of sending."""

    span: Span
    ago: int | None = None
    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None


def days(reading: DraftReading) -> Iterator[Finding]:
    """Finds days that cannot be: there is none of that date, it has another name, or the interview was on another."""
    for sentence, plain in reading.sentences_in_plain():
        for said in _said(plain, sentence.start):
            at = said.span.start - sentence.start
            if wrong := _impossible(reading, said) or _other(reading, said, plain[max(0, at - FURTHEST) : at]):
                yield wrong


def _impossible(reading: DraftReading, said: DaySaid) -> Finding | None:
    if said.day is None or said.month is None:
        return None
    words = _words(reading, said)
    # In a leap year every day of a year is one.
    if _date(said.year or 2028, said.month, said.day) is None:
        return found("no-such-day", said.span, said=words)
    day = _meant(reading, said)
    if day is None or said.weekday is None or day.weekday() == said.weekday:
        return None
    return found("other-weekday", said.span, said=weekdays()[said.weekday], date=spoken_day(day))


def _other(reading: DraftReading, said: DaySaid, before: str) -> Finding | None:
    """Finds a day of the meeting on which there was no interview."""
    held, sent = reading.draft.met, reading.draft.sent_on
    if not held or not sent or not _is_of_the_meeting(reading, before):
        return None
    if any(_fits(said, day, today) for day in held for today in sent):
        return None
    last = max((day for day in held if day <= max(sent)), default=max(held))
    true = day_said(last, min(sent))
    when = true.name if BARE.search(before) else true.when
    return found("other-day", said.span, said=_words(reading, said), date=spoken_day(last), when=when)


def _fits(said: DaySaid, day: dt.date, today: dt.date) -> bool:
    if said.ago is not None:
        return (today - day).days == said.ago
    if said.month is None:
        return day.weekday() == said.weekday
    return (said.day, said.month) == (day.day, day.month) and said.year in (None, day.year)


def _is_of_the_meeting(reading: DraftReading, before: str) -> bool:
    """Tells whether a day behind these words is that of the meeting."""
    if reading.kind not in THANKING | ASKING or ELSE.search(before):
        return False
    anchors = [*(MEETING if reading.kind in THANKING else INTERVIEWED).finditer(before)]
    between = JOB.sub(" ", before[anchors[-1].end() :]) if anchors else ""
    return bool(BARE.search(before)) or (bool(anchors) and not TOPIC.search(between))


def _meant(reading: DraftReading, said: DaySaid) -> dt.date | None:
    """Gives the date that was meant: without a year that of the interview, else the closest one."""
    if said.month is None or said.day is None:
        return None
    if said.year:
        return _date(said.year, said.month, said.day)
    held = (day for day in reading.draft.met if (day.month, day.day) == (said.month, said.day))
    today = next(iter(reading.draft.sent_on), None)
    years = (today.year - 1, today.year, today.year + 1) if today else ()
    close = (day for year in years if (day := _date(year, said.month, said.day)))
    return next(held, None) or min(close, key=lambda day: abs(day - today) if today else dt.timedelta(), default=None)


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


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
                day=int(one["day"] or one["nth"]),
                month=_place(one["month"] or one["first"], months()) + 1,
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

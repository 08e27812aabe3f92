"""Days and hours that the reader typed, as they go on inside a sentence."""

import datetime as dt
import re

from followup.letters.marks import LINK_END, closed_off, lowered
from followup.model.language import dated
from followup.model.wording import view_words

_DAY = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\d"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d",
    re.IGNORECASE,
)
# A day in figures, with its hour.
_IN_FIGURES = re.compile(r"\b(20\d\d-\d\d-\d\d)\b(?:(?:T|,? (?:at )?)(\d{1,2}:\d\d)(?::\d\d)?\b)?")
_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty"
_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
# "May" and "march" are months beside a figure alone, "sun" and "sat" days before one.
_NAMED = re.compile(
    rf"\b(?:(?:{_DAYS}|january|february|april|june|july|august|september|october|november|december)\b"
    r"|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\b(?=\.?,? (?:at )?\d|\.?$)"
    r"|(?:march|may)\b(?= \d)|(?<=\d )(?:march|may)\b|(?<=\d(?:st|nd|rd|th) )(?:march|may)\b)"
)
_HALF = re.compile(r"\b(\d{1,2}(?:[:.]\d\d)?)([ap]\.?m\b)", re.IGNORECASE)
_DAY_AND_HOUR = re.compile(rf"\b({_DAYS}),? (\d{{1,2}}(?::\d\d| [ap]\.?m)\b)", re.IGNORECASE)
# The letter says yes, and that it suits.
_YES = re.compile(r"^(?:(?:yes|yeah|yep|sure|ok|okay|perfect|great|fine)\b[,!.:–—-]* (?=\S))+", re.IGNORECASE)
_SUITS = re.compile(
    r"(?<=\S) (?:works?|suits?(?: me)?|fits?|(?:is|are|would be|'s) (?:fine|good|great|perfect|ok|okay)"
    r"|sounds? (?:good|great|fine)|would (?:work|suit(?: me)?))(?: for me| well| best| perfectly| great)*$",
    re.IGNORECASE,
)


def as_times(text: str) -> str:
    """Times on offer, behind a colon; a list of lines needs no stop."""
    bare = _days_spelled(text).rstrip(" ,;:")
    if "\n" in bare:
        return f"\n{bare}" if not bare.startswith("\n") else bare
    return bare if re.search(r"[.!?…]$", bare) or LINK_END.search(bare) else f"{bare}."


def as_moment(text: str) -> str:
    """A day and an hour as the subject of a sentence."""
    bare = _SUITS.sub("", _YES.sub("", closed_off(_days_spelled(text))))
    return re.sub(r"^(?:on|for) (?=\S)", "", bare, flags=re.IGNORECASE)


def _days_spelled(text: str) -> str:
    """The text with days as they are said and written: "Tuesday 26 January at 15:00", "Tuesday at 10 am"."""
    named = _NAMED.sub(lambda name: name[0].capitalize(), _IN_FIGURES.sub(_day_spelled, text))
    return _DAY_AND_HOUR.sub(
        lambda found: f"{found[1]} {view_words('hours.at', hour=found[2])}", _HALF.sub(r"\1 \2", named)
    )


def _day_spelled(found: re.Match[str]) -> str:
    try:
        day = dated("weekday", dt.date.fromisoformat(found[1]))
    except ValueError:
        return found[0]
    return f"{day} {view_words('hours.at', hour=found[2])}" if found[2] else day


def as_again(text: str) -> str:
    """When one would call again: "on Thursday", "next week"."""
    bare = lowered(closed_off(_days_spelled(text)))
    return view_words("days.on", day=bare) if _DAY.match(bare) else bare


def as_hour(text: str) -> str:
    spelled = closed_off(_days_spelled(text))
    bare = re.sub(rf"^(?:{_HOURS})\b", lambda word: word[0].lower(), spelled, flags=re.IGNORECASE)
    is_bare = re.match(rf"\d|noon\b|midday\b|half\b|quarter\b|(?:{_HOURS})\b", bare, re.IGNORECASE)
    return view_words("hours.at", hour=bare) if is_bare else lowered(bare)

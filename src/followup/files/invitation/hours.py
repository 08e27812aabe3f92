"""Hours that a text names, in figures or in words, and where."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from followup.files.invitation.asides import DAY, Around, around
from followup.files.invitation.spoken_hours import in_figures

NUMBER = r"(?<![\d.:/-])(\d{1,2})"
# What stands behind an hour in Japanese, Chinese and Korean.
EASTERN_HOUR = "時时点點시"
SIGNS = rf"((?:a\.?m\.?|p\.?m\.?|uhr|uur|hrs?|h|o['’]clock)(?![a-z])|[{EASTERN_HOUR}])"
# In the east of Asia the half of the day stands before its hour.
HALF = r"(?:(午前|午後|上午|下午|오전|오후)\s?)?"
HOUR = rf"{HALF}{NUMBER}(?:\s?[:.h{EASTERN_HOUR}]\s?(\d\d)(?!\d)[分분]?)?\s?(?:{SIGNS})?"
# A dash that begins a line is the mark of a list.
TO = r"(?:(?<!\n)(?<!\n )(?<!\n  )[-–—〜～~]|から|到|至|부터|to|until|till|bis|à|a|até|às|al|alle|tot|do)"
# How far a clock is from UTC is no second hour: "2:00 PM (GMT-08:00)".
OFFSET = r"(?:gmt|utc)\s?[-–](?:0\d|1[0-2]):\d\d(?!\s?[ap]\.?m)"
BETWEEN = rf"\s*[(,]?\s*(?!{OFFSET})(?:(?!for\b)[a-z]{{2,4}}\s*)?{TO}\s*(?:(?:ca|circa|approx|about|las|les)\.?\s*)?"
SPAN = re.compile(HOUR + BETWEEN + HOUR.replace(r"(?<![\d.:/-])", ""))
SINGLE = re.compile(HOUR)
NOON = re.compile(r"\b(?:12\s)?(noon|midday)\b")
# Noon as one of two hours: "noon to 1 pm", "11 am to noon".
NOON_FIRST = re.compile(r"\b(?:12\s)?(?:noon|midday)(?=\s*(?:[-–—]|to\s|until\s|till\s)\s*\d)")
NOON_LAST = re.compile(r"(\d\s?(?:a\.?m\.?)?\s*(?:[-–—]|\bto\s|\buntil\s|\btill\s)\s*)(?:12\s)?(?:noon|midday)\b")
ARRIVED = timedelta(hours=1)
# Hours so close to a day belong to it.
BESIDE = 40
# How likely hours are those of a day: behind it, before it, of an interview in another sentence, elsewhere there, and
# beside the day, but of something else.
BEHIND, BEFORE, OF_INTERVIEW, ELSEWHERE, ASIDE = range(5)
# Where a further sentence begins; one that is cut short at its day, "on January 14.", is no longer told from it.
NEXT = re.compile(r"\n\n|(?<!\bkl)(?<!\bca)\.\s|[!?]\s")
# From then on an hour without its half of the day may be one of the morning.
EARLIEST = 7
HALVES = {"午前": "am", "上午": "am", "오전": "am", "午後": "pm", "下午": "pm", "오후": "pm"}


@dataclass(frozen=True, kw_only=True, slots=True)
class HoursFound:
    """Hours in a text; `ends` is None where only one is named."""

    starts: time
    ends: time | None


@dataclass(frozen=True, kw_only=True, slots=True)
class _Named:
    """Hours and where they stand in a text."""

    hours: HoursFound
    start: int
    end: int


@dataclass(frozen=True, kw_only=True, slots=True)
class _Ranked:
    """Hours that may be an interview's, the lower the rank the likelier."""

    hours: HoursFound
    rank: int
    is_arrival: bool
    is_of_interview: bool


def hours(text: str) -> HoursFound | None:
    """The hours of an interview that a text in small letters names, or None."""
    return _likeliest([replace(one, rank=BEHIND) for one in _ranked(_figures(text))])


def every(text: str) -> list[HoursFound]:
    """All hours that a text in small letters names, two that belong together as one, in order."""
    return [one.hours for one in _named(_figures(text))]


def hours_of_day(before: str, behind: str, further: str) -> HoursFound | None:
    """The hours of the day that stands between two parts of a sentence, or else those of the sentences behind."""
    return _likeliest([*_ranked(f"{_figures(before)}{DAY}{_figures(behind)}\n\n{_figures(further)}")])


def _ranked(text: str) -> Iterator[_Ranked]:
    """The hours that a text in figures names, without those that are surely of something else."""
    every, day = _named(text), text.find(DAY)
    ends, starts = [0, *(one.end for one in every)], [*(one.start for one in every[1:]), len(text)]
    for one, first, last in zip(every, ends, starts, strict=False):
        words = around(text, one.start, one.end, first, last)
        if not one.hours.ends and words.is_ending:
            continue
        is_aside = words.is_aside
        if is_aside and not words.is_beside_day:
            continue
        yield _Ranked(
            hours=one.hours,
            rank=ASIDE if is_aside else _rank(text, day, one, words),
            is_arrival=words.is_arrival,
            is_of_interview=words.is_of_interview,
        )


def _rank(text: str, day: int, one: _Named, words: Around) -> int:
    """How likely hours are by where they stand from the day, and by what the words around say."""
    is_before = one.end <= day
    if not is_before and not NEXT.search(text, day, one.start):
        return BEHIND
    if is_before and (words.is_of_interview or day - one.end < BESIDE):
        return BEFORE
    return OF_INTERVIEW if words.is_of_interview or words.is_arrival else ELSEWHERE


def _likeliest(found: Sequence[_Ranked]) -> HoursFound | None:
    """The likeliest hours; where one is only to be there, those at which it begins."""
    every = sorted(found, key=lambda one: one.rank)
    if not every:
        return None
    best = every[0]
    if best.is_arrival:
        begins = (one for one in every if not one.is_arrival and _begins(best.hours.starts, one))
        best = min(begins, key=lambda one: one.hours.starts, default=best)
    # "At 2 pm (2 - 3 pm)": of those that begin alike one says the end.
    whole = (one.hours for one in every if one.hours.ends and one.hours.starts == best.hours.starts)
    return next(whole, best.hours)


def _begins(arrives: time, one: _Ranked) -> bool:
    """True for an hour that may be the beginning; a programme may begin with the arrival itself."""
    if one.hours.ends or one.is_of_interview:
        return one.hours.starts >= arrives
    day = date(2000, 1, 1)
    return timedelta() <= datetime.combine(day, one.hours.starts) - datetime.combine(day, arrives) <= ARRIVED


def _figures(text: str) -> str:
    """A text in small letters with every hour in figures, noon too."""
    return NOON.sub("12pm", NOON_LAST.sub(r"\g<1>12 pm", NOON_FIRST.sub("12 pm", in_figures(text))))


def _named(text: str) -> list[_Named]:
    """The hours that a text in figures names, two that belong together as one, in order."""
    spans = [*_spans(text)]
    alone = (one for one in _singles(text) if not any(one.start < each.end and each.start < one.end for each in spans))
    return sorted((*spans, *alone), key=lambda one: one.start)


def _spans(text: str) -> Iterator[_Named]:
    for found in SPAN.finditer(text):
        hour, minute, sign, last_hour, last_minute, last_sign = *_told(found.groups()[:4]), *_told(found.groups()[4:])
        # "午後2時〜3時": the half of the day is said once.
        last_sign = sign if (last_sign or "-") in EASTERN_HOUR and sign in HALVES.values() else last_sign
        ends = _time(last_hour, last_minute, last_sign or (sign if last_minute or sign else None))
        starts = _before(hour, minute, sign, last_sign, ends)
        if starts and ends and (minute or sign or last_minute or last_sign):
            told = HoursFound(starts=starts, ends=ends if ends > starts else None)
            yield _Named(hours=told, start=found.start(), end=found.end())


def _singles(text: str) -> Iterator[_Named]:
    for found in SINGLE.finditer(text):
        hour, minute, sign = _told(found.groups())
        if starts := _time(hour, minute, sign) if minute or sign else None:
            yield _Named(hours=HoursFound(starts=starts, ends=None), start=found.start(), end=found.end())


def _told(groups: Sequence[str | None]) -> tuple[str, str | None, str | None]:
    """Hour, minute and sign, where the half of the day may stand before the hour or behind it."""
    half, hour, minute, sign = groups
    # There noon is the hour nought of the afternoon.
    hour = "12" if half and str(hour).strip("0") == "" else hour
    return str(hour), minute, HALVES.get(half or "", sign)


def _before(hour: str, minute: str | None, sign: str | None, last_sign: str | None, ends: time | None) -> time | None:
    """The first hour of "2-3 pm" and of "11-1 pm"."""
    if sign or not last_sign:
        return _time(hour, minute, sign)
    same = _time(hour, minute, last_sign)
    return same if same and ends and same < ends else _time(hour, minute, None)


def _time(hour: str, minute: str | None, sign: str | None) -> time | None:
    number = int(hour)
    if sign and sign[0] in ("a", "p"):
        if not 1 <= number <= 12:
            return None
        number = number % 12 + 12 * (sign[0] == "p")
    elif 1 <= number < EARLIEST and len(hour) == 1:
        # Nobody is interviewed at night: "at 2:30" is in the afternoon.
        number += 12
    return time(number, int(minute or 0)) if number < 24 and int(minute or 0) < 60 else None

"""Hours that a text names, in figures or in words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

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
BETWEEN = rf"\s*[(,]?\s*(?:[a-z]{{2,4}}\s*)?{TO}\s*(?:(?:ca|circa|approx|about|las|les)\.?\s*)?"
SPAN = re.compile(HOUR + BETWEEN + HOUR.replace(r"(?<![\d.:/-])", ""))
SINGLE = re.compile(HOUR)
NOON = re.compile(r"\b(?:12\s)?(noon|midday)\b")
# Noon as one of two hours: "noon to 1 pm", "11 am to noon".
NOON_FIRST = re.compile(r"\b(?:12\s)?(?:noon|midday)(?=\s*(?:[-–—]|to\s|until\s|till\s)\s*\d)")
NOON_LAST = re.compile(r"(\d\s?(?:a\.?m\.?)?\s*(?:[-–—]|\bto\s|\buntil\s|\btill\s)\s*)(?:12\s)?(?:noon|midday)\b")
# What stands before the hour at which something ends.
ENDING = re.compile(r"\b(?:finish(?:es|ing)?|end(?:s|ing)?|until|till)(?:\s(?:at|by|around|about))?[:\s]*$")
# What stands before the hour at which one is to be there, some minutes before the interview begins.
ARRIVING = re.compile(
    r"\b(?:arrive|arriving|arrival|be (?:there|here|with us|on site|seated)|check in|sign in|report to|doors open"
    r"|find(?:en sie sich|e dich|et euch)"
    r"|ankunft|arriver|arrivée|présenter|llegar|llegada|presentarse|chegar|chegada|arrivare|presentarsi|aankomst|aanwezig)\b"
    r"[^.;:!?\n]{0,20}[:\s]{1,3}$"
)
# In German and Dutch it stands behind.
ARRIVING_BEHIND = re.compile(
    r"\s?(?:uhr|uur)?,?\s(?:bei uns |hier |vor ort |am empfang )?(?:ein(?:zu)?treffen|da (?:zu )?sein"
    r"|an(?:zu)?kommen|an(?=\s?[.,;!?]|$)|anwesend|aanwezig|te arriveren)\b"
)
ARRIVED = timedelta(hours=1)
BESIDE = 40
# From then on an hour without its half of the day may be one of the morning.
EARLIEST = 7
HALVES = {"午前": "am", "上午": "am", "오전": "am", "午後": "pm", "下午": "pm", "오후": "pm"}


@dataclass(frozen=True, kw_only=True, slots=True)
class HoursFound:
    """Hours in a text; `ends` is None where only one is named."""

    starts: time
    ends: time | None


def hours(text: str) -> HoursFound | None:
    """The first hours that a text in small letters names, or None; an hour at which it ends begins nothing."""
    text = NOON_LAST.sub(r"\g<1>12 pm", NOON_FIRST.sub("12 pm", in_figures(text)))
    for found in SPAN.finditer(text):
        hour, minute, sign, last_hour, last_minute, last_sign = *_told(found.groups()[:4]), *_told(found.groups()[4:])
        # "午後2時〜3時": the half of the day is said once.
        last_sign = sign if (last_sign or "-") in EASTERN_HOUR and sign in HALVES.values() else last_sign
        ends = _time(last_hour, last_minute, last_sign or (sign if last_minute or sign else None))
        starts = _before(hour, minute, sign, last_sign, ends)
        if starts and ends and (minute or sign or last_minute or last_sign):
            return HoursFound(starts=starts, ends=ends if ends > starts else None)
    arrives: time | None = None
    for starts, is_arrival in _beginnings(text):
        if arrives is None and is_arrival:
            arrives = starts
        elif arrives is None or _is_soon(arrives, starts):
            return HoursFound(starts=starts, ends=None)
    if arrives:
        return HoursFound(starts=arrives, ends=None)
    return HoursFound(starts=time(12), ends=None) if NOON.search(text) else None


def _beginnings(text: str) -> Iterator[tuple[time, bool]]:
    """Each hour that stands alone and ends nothing, and whether one is to be there at it."""
    for found in SINGLE.finditer(text):
        hour, minute, sign = _told(found.groups())
        starts = _time(hour, minute, sign) if minute or sign else None
        before = text[max(0, found.start() - BESIDE) : found.start()]
        if starts and not ENDING.search(before):
            yield starts, bool(ARRIVING.search(before) or ARRIVING_BEHIND.match(text, found.end()))


def _is_soon(arrives: time, starts: time) -> bool:
    """True for an hour that may be the beginning; a programme may begin with the arrival itself."""
    day = date(2000, 1, 1)
    return timedelta() <= datetime.combine(day, starts) - datetime.combine(day, arrives) <= ARRIVED


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

"""Which of the days that an email names are those of interviews, and the words that belong to each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from followup.files.invitation.days import HOUR, Day, Hours, days, hours
from followup.files.invitation.words import known, pattern, small_letters

MOST_DAYS = 100
# Nobody's email tells of more interviews; a longer list is one of days to choose from.
MOST_SLOTS = 6
# Of whom and when an email was sent, above it or above one that is quoted.
HEADER = re.compile(r"^[>\s*]*(?:sent|date|received|gesendet|datum|envoyé|enviado|inviato|verzonden)\s*:", re.I)
BESIDE_HEADER = re.compile(
    r"^[>\s*]*(?:from|to|subject|von|an|betreff|de|à|objet|para|asunto|assunto|da|van|aan)\s*:", re.I
)
ATTRIBUTION = re.compile(r"(?:wrote|schrieb.{0,80}|a écrit|escribió|escreveu|ha scritto|schreef.{0,80})\s*:\s*$", re.I)
LABEL = re.compile(r"^[>\s*•·–|-]*([^:\n]{2,30}?)\s*:")
# A day that begins its line, behind a label and the name of the day at most, opens a part of its own.
OPENING = re.compile(r"[>\s*•·–|-]*(?:[^:\n]{1,30}:)?\s*(?:[^\W\d_]{2,14}[.,]*\s*){0,2}")
MOVED = (
    r"(?:moved|rescheduled|changed|postponed|shifted|pushed|verschoben|verlegt|déplacée?|reportée?|aplazad[ao]"
    r"|cambiad[ao]|movid[ao]|adiad[ao]|spostat[ao]|verplaatst|verzet)"
)
FROM = r"(?:from|vom|von|du|de|del|dal|da|van)"
INSTEAD = (
    r"(?:instead of|rather than|no longer(?: on)?|statt(?: am)?|anstatt(?: am)?|au lieu du|en lugar del|in plaats van)"
)
# What stands before the day on which an interview is no more.
LEFT = re.compile(rf"\b(?:{FROM}|{INSTEAD})\s+(?:the\s+)?(?:[^\W\d_]{{2,14}}[.,]*\s*)?$")
IS_MOVED = re.compile(rf"\b{MOVED}\b|\b{INSTEAD}\b")
LEFT_HOUR = re.compile(rf"\b{MOVED}\b[^.\n]{{0,60}}\b{FROM}\s+{HOUR}\s*(?=(?:to|auf|à|a|naar)\s)")
UNTIL = re.compile(
    r"\b(?:by|before|until|no later than|deadline|bis(?: zum| spätestens)?|avant(?: le)?|antes del?|entro(?: il)?|vóór)"
    r"[:\s]+(?:[^\W\d_]{2,14}[.,]*\s*){0,2}$"
)
# Days that are no interview's: one by which to answer, and the first of a week.
ANSWERED = re.compile(
    r"\b(?:reply|respond|rsvp|book|confirm|choose|pick|select|apply|accept|let (?:us|me) know|schedule)\b"
)
WEEK = re.compile(
    r"\b(?:week (?:of|beginning|commencing|starting|from)|w/[cb])[:\s]+(?:the\s)?(?:[^\W\d_]{2,14}[.,]*\s*){0,2}$"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Slot:
    """The day of an interview, and the part of the text that is about it."""

    day: Day
    begin: int
    end: int


@dataclass(frozen=True, kw_only=True, slots=True)
class _Ranked:
    """A day with how likely it is an interview's: 0 with an hour beside it, 4 where it is none any more."""

    rank: int
    day: Day


def slots(text: str, near: date) -> tuple[Slot, ...]:
    """The interviews of a text in small or capital letters, in the order of time; each on another day."""
    plain = without_left_hours(small_letters(text))
    ranked = [_Ranked(rank=_rank(plain, one), day=one) for one in islice(days(plain, near), MOST_DAYS)]
    ranked = [one for one in ranked if not _is_no_interview(plain, one)]
    if not ranked:
        return ()
    best = min(ranked, key=lambda one: (one.rank, one.day.start)).day
    end = _older(plain, [one.day for one in ranked if one.rank == 0])
    chosen = [best, *_further(plain, best, ranked, end)]
    begins = [0, *(line_begin(text, one.start) for one in chosen[1:])]
    found = (
        Slot(day=one, begin=begin, end=stop)
        for one, begin, stop in zip(chosen, begins, [*begins[1:], end], strict=True)
    )
    return tuple(sorted(found, key=lambda one: one.day.day))


def without_left_hours(text: str) -> str:
    """The text in small letters with blanks in place of the hour from which an interview was moved."""
    return LEFT_HOUR.sub(lambda found: " " * len(found[0]), text)


def hours_beside(text: str, day: Day) -> Hours | None:
    """The hours that a text in small letters names behind a day, before the next one, or before it on its line."""
    behind = text[day.end : day.end + 160]
    other = next((one.start for one in days(behind, day.day) if one.day != day.day), None)
    return hours(behind[:other]) or hours(text[line_begin(text, day.start) : day.start])


def line_begin(text: str, at: int) -> int:
    """Where the line begins on which that place is."""
    return text.rfind("\n", 0, at) + 1


def _further(text: str, first: Day, ranked: Sequence[_Ranked], end: int) -> Iterator[Day]:
    """The days behind the first that open a part of their own, as the first does; none where one has to choose."""
    seen = {first.day}
    if not _opens(text, first) or pattern("options").search(text[:end]):
        return
    found = [one.day for one in ranked if one.rank == 0 and first.end <= one.day.start < end and _opens(text, one.day)]
    if len({one.day for one in found} | seen) > MOST_SLOTS:
        return
    for one in found:
        if one.day not in seen:
            seen.add(one.day)
            yield one


def _rank(text: str, one: Day) -> int:
    begin, end = line_begin(text, one.start), _line_end(text, one.end)
    line, before = text[begin:end], text[max(begin, one.start - 120) : one.start]
    label = LABEL.match(line)
    if (LEFT.search(before) and IS_MOVED.search(line)) or (label and label[1].strip() in known("left")):
        return 4
    if ATTRIBUTION.search(line) or _is_header(text, begin, end):
        return 3
    if UNTIL.search(before):
        return 2
    return 0 if hours_beside(text, one) else 1


def _is_no_interview(text: str, one: _Ranked) -> bool:
    """True for a week, and for a day by which they want to hear: "book your interview by Friday 4 December"."""
    before = text[max(line_begin(text, one.day.start), one.day.start - 120) : one.day.start]
    sentence = re.split(r"[.!?]\s", before)[-1]
    return bool(WEEK.search(before) or (one.rank == 2 and ANSWERED.search(sentence)))


def _is_header(text: str, begin: int, end: int) -> bool:
    near = text[max(0, begin - 200) : end + 200].split("\n")
    return bool(HEADER.match(text[begin:end])) and any(map(BESIDE_HEADER.match, near))


def _older(text: str, told: Sequence[Day]) -> int:
    """Where an older email begins: the first head of one that stands below the day of the interview."""
    first = min((one.end for one in told), default=len(text))
    at = _line_end(text, first) + 1
    for line in text[at:].split("\n"):
        if ATTRIBUTION.search(line) or _is_header(text, at, at + len(line)):
            return at
        at += len(line) + 1
    return len(text)


def _opens(text: str, one: Day) -> bool:
    return bool(OPENING.fullmatch(text[line_begin(text, one.start) : one.start][:80]))


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end

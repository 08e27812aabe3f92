"""Which of the days that an email names are those of interviews, and the words that belong to each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from followup.files.invitation import heads, purpose
from followup.files.invitation.days import DayFound, days
from followup.files.invitation.heads import line_begin, line_end
from followup.files.invitation.hours import HOUR, HoursFound, hours
from followup.files.invitation.near_days import near_days
from followup.files.invitation.words import known, pattern, small_letters
from followup.model.wording import problem_words

MOST_DAYS = 100
# Nobody's email tells of more interviews; a longer list is one of days to choose from.
MOST_SLOTS = 6
LABEL = re.compile(r"^[>\s*•·–|-]*([^:\n]{2,30}?)\s*:")
INNER_LABEL = re.compile(r"(?:^|[.;,]\s)([^:.;,\n]{2,30}):\s*(?:[^\W\d_]{2,14}[.,]*\s*)?$")
# A day that begins its line, behind a label and the name of the day at most, opens a part of its own.
OPENING = re.compile(
    r"^[>\s*•·–|-]*(?:[^:\n]{1,30}:|(?:day|tag|jour|día|dia|giorno|dag|round|part|stage) \d{1,2}\s*[–—:,.)-]+)?"
    r"\s*(?:[^\W\d_]{2,14}[.,]*\s*){0,2}"
)
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
# The first day of several is no interview's.
WEEK = re.compile(
    r"\b(?:week (?:of|beginning|commencing|starting|from)|w/[cb]|semaine du|woche (?:vom|ab)|semana del?|week van"
    r"|interviews? (?:from|start(?:ing)?|begin(?:ning)?|(?:will )?(?:take|be) (?:place|held) (?:from|during)))[:\s]+"
    r"(?:the\s)?(?:[^\W\d_]{2,14}[.,]*\s*){0,2}$"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Slot:
    """The day of an interview, and the part of the text that is about it."""

    day: DayFound
    begin: int
    end: int


# How likely a day is an interview's, the likeliest first; no interview is on the last two.
WITH_HOUR, WITHOUT_HOUR, UNTIL, LEFT_DAY, SENT, OTHER = range(6)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Ranked:
    """A day with how likely it is an interview's."""

    rank: int
    day: DayFound


@dataclass(frozen=True, kw_only=True, slots=True)
class SlotsFound:
    """The interviews that a text tells; without any, `wrong` is a sentence on why.

    `is_called_off` is true where nobody meets any more on the one day that it names.
    """

    slots: tuple[Slot, ...] = ()
    is_called_off: bool = False
    wrong: str = ""


def interviews(text: str, near: date, sent: date | None) -> SlotsFound:
    """The interviews of a text in small or capital letters, in the order of time; each on another day.

    `sent` is the day on which the email was sent, if it is known; else the text may tell it.
    """
    plain = without_left_hours(small_letters(text))
    ranked = _ranked(plain, near, sent)
    end = heads.older(plain, [one.day for one in ranked if one.rank == WITH_HOUR])
    newest = plain[:end]
    with_hours = [one.day for one in ranked if one.rank == WITH_HOUR and one.day.start < end]
    if is_decided := purpose.is_decision(newest):
        coming = [*purpose.still_invited(plain, with_hours, sent or near)]
        ranked = [one for one in ranked if one.day in coming]
    if purpose.lets_choose(newest, with_hours) or len({one.day for one in with_hours}) > MOST_SLOTS:
        return SlotsFound(wrong=problem_words("days_to_choose"))
    if ranked:
        best = min(ranked, key=lambda one: (one.rank, one.day.start))
        slots = _parted(text, plain, best.day, ranked, end)
        return SlotsFound(slots=slots, is_called_off=_is_called_off(newest, best, ranked))
    return SlotsFound(wrong=problem_words("decision_told") if is_decided else _without_day(text, plain, near, sent))


def _ranked(text: str, near: date, sent: date | None) -> list[_Ranked]:
    """The days on which there may be an interview; those told by the day of sending where no other has an hour."""
    every = [_Ranked(rank=_rank(text, one), day=one) for one in islice(days(text, near), MOST_DAYS)]
    found = [one for one in every if one.rank < SENT]
    if not any(one.rank == WITH_HOUR for one in found):
        heads_above = [one.day for one in every if one.rank == SENT]
        for begin, end, day in heads.parts(text, sent, heads_above):
            told = (one for one in islice(near_days(text, day), MOST_DAYS) if begin <= one.start < end)
            found += [_Ranked(rank=WITH_HOUR, day=one) for one in told if _is_appointment(text, one)]
    return found


def _is_appointment(text: str, one: DayFound) -> bool:
    """True where the sentence of a day that is told by the day of sending has an hour, and does not look back."""
    return _rank(text, one) == WITH_HOUR and purpose.has_hour(text, one) and not purpose.looks_back(text, one)


def _without_day(text: str, plain: str, near: date, sent: date | None) -> str:
    """A sentence on a text that names no day, or one that can be told by the day of sending alone: "tomorrow"."""
    told = () if sent else (one for one in islice(near_days(plain, near), MOST_DAYS) if _is_appointment(plain, one))
    said = next((text[one.start : one.end] for one in told), "")
    return problem_words("near_day", said=said) if said else problem_words("no_invitation_day")


def _is_called_off(text: str, best: _Ranked, ranked: Sequence[_Ranked]) -> bool:
    """True where the day was left for no other, or a sentence without one calls the only day off."""
    if best.rank == LEFT_DAY:
        return True
    return len({one.day.day for one in ranked}) == 1 and purpose.calls_off(text) and not IS_MOVED.search(text)


def _parted(text: str, plain: str, best: DayFound, ranked: Sequence[_Ranked], end: int) -> tuple[Slot, ...]:
    """Each day of an interview with the part of the text that is about it."""
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


def hours_beside(text: str, day: DayFound) -> HoursFound | None:
    """The hours that a text in small letters names behind a day, before the next one, or before it on its line."""
    behind = text[day.end : day.end + 160]
    other = next((one.start for one in days(behind, day.day) if one.day != day.day), None)
    before = max(line_begin(text, day.start), purpose.sentence(text, day.start)[0])
    return hours(behind[:other]) or hours(text[before : day.start])


def _is_labelled_left(label: re.Match[str] | None, before: str) -> bool:
    """True behind "Old date:", at the beginning of the line or right before the day."""
    return any(found and found[1].strip() in known("left") for found in (label, INNER_LABEL.search(before)))


def _further(text: str, first: DayFound, ranked: Sequence[_Ranked], end: int) -> Iterator[DayFound]:
    """The days behind the first that open a part of their own, as the first does; none where one has to choose."""
    seen = {first.day}
    if not _opens(text, first) or purpose.has_options(text[:end]):
        return
    found = [
        one.day
        for one in ranked
        if one.rank == WITH_HOUR and first.end <= one.day.start < end and _opens(text, one.day)
    ]
    if len({one.day for one in found} | seen) > MOST_SLOTS:
        return
    for one in found:
        if one.day not in seen:
            seen.add(one.day)
            yield one


def _rank(text: str, one: DayFound) -> int:
    begin, end = line_begin(text, one.start), line_end(text, one.end)
    if heads.is_head(text, begin, end) or one.start < heads.chat_head(text, begin, end):
        return SENT
    line, before = text[begin:end], text[max(begin, one.start - 120) : one.start]
    label = LABEL.match(line)
    is_left = (LEFT.search(before) and IS_MOVED.search(line)) or _is_labelled_left(label, before)
    if is_left or purpose.is_original(text, one) or purpose.is_called_off(text, one):
        return LEFT_DAY
    if WEEK.search(before) or purpose.is_elsewhere(text, one):
        return OTHER
    if purpose.is_deadline(text, one):
        # Only a recorded interview is given until a day.
        return UNTIL if pattern("recorded").search(text) else OTHER
    if hours_beside(text, one):
        return WITH_HOUR
    return WITHOUT_HOUR


def _opens(text: str, one: DayFound) -> bool:
    return bool(OPENING.fullmatch(text[line_begin(text, one.start) : one.start][:80]))

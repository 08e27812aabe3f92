"""How likely each day that an email names is an interview's."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from followup.files.invitation import heads, moves, purpose
from followup.files.invitation.days import DayFound, days
from followup.files.invitation.elsewhere import is_elsewhere
from followup.files.invitation.heads import line_begin, line_end
from followup.files.invitation.hours import HoursFound, hours_of_day
from followup.files.invitation.near_days import near_days
from followup.files.invitation.words import AND, LIST_MARGIN, pattern, weekdays

MOST_DAYS = 100
LABEL = re.compile(r"^[>\s*•·–|-]*([^:\n]{2,30}?)\s*:")
INNER_LABEL = re.compile(r"(?:^|[.;,]\s|\()([^:.;,(\n]{2,30}):\s*(?:[^\W\d_]{2,14}[.,]*\s*)?$")
# A day that begins its line, behind a label and the name of the day at most, opens a part of its own.
PART = (
    r"(?:day|tag|jour|día|dia|giorno|dag|round|part|stage|interview|runde|gespräch|entretien|entrevista|ronda) \d{1,2}"
)
OPENING = re.compile(
    r"^[>\s*•·–|-]*(?:\(?\d{1,2}[.)]\s+)?(?:[^:\n]{1,30}:"
    rf"|{PART}\s*(?:[–—:,.()-]+|(?:is |will be |ist |est |es )?(?:on|am|le|el)\s)?)?"
    r"\s*(?:[^\W\d_]{2,14}[.,]*\s*){0,2}"
)
# In a list with numbers a day alone may be one to choose.
COUNTED = re.compile(rf"{LIST_MARGIN}\(?\d{{1,2}}[.)]\s")
COUNTED_DAY = re.compile(rf"{COUNTED.pattern}(?:[^\W\d_]+[.,:]*\s+){{0,6}}")
NO_WORDS = frozenset("time eastern central mountain pacific uhrzeit".split())
WORD = re.compile(r"[^\W\d_]{4,}")
# Where one line tells of several.
INNER_PART = re.compile(rf"[;:.]\s+(?:{AND}\s)?(?={PART}\b)")
NUMBERED = re.compile(rf"{LIST_MARGIN}(?:[^\W\d_]+\s\d{{1,2}}|\d{{1,2}}[.)])(?=\s?[:–—,.)-])")
# The first day of several is no interview's.
WEEK = re.compile(
    r"\b(?:week (?:of|beginning|commencing|starting|from)|w/[cb]|semaine du|woche (?:vom|ab)|semana del?|week van"
    r"|interviews? (?:from|start(?:ing)?|begin(?:ning)?|(?:will )?(?:take|be) (?:place|held) (?:from|during)))[:\s]+"
    r"(?:the\s)?(?:[^\W\d_]{2,14}[.,]*\s*){0,2}$"
)
# How likely a day is an interview's, the likeliest first; no interview is on the last three.
WITH_HOUR, WITHOUT_HOUR, UNTIL, LEFT_DAY, SENT, OVER, OTHER = range(7)


@dataclass(frozen=True, kw_only=True, slots=True)
class Ranked:
    """A day with how likely it is an interview's; `is_new` for one to which an interview was moved."""

    rank: int
    day: DayFound
    is_new: bool = False


def ranked(text: str, near: date, sent: date | None) -> list[Ranked]:
    """The days of a text in small letters; those told by the day of sending only where no other has an hour."""
    every = [Ranked(rank=_rank(text, one), day=one) for one in islice(days(text, near), MOST_DAYS)]
    found = [one for one in every if one.rank != SENT]
    if not any(one.rank == WITH_HOUR for one in found):
        heads_above = [one.day for one in every if one.rank == SENT]
        for begin, end, day in heads.parts(text, sent, heads_above):
            told = (one for one in islice(near_days(text, day), MOST_DAYS) if begin <= one.start < end)
            found += [
                Ranked(rank=_rank(text, one), day=one)
                for one in told
                if is_appointment(text, one) or purpose.is_called_off(text, one)
            ]
    for begin, end, day in heads.parts(text, sent, [one.day for one in every if one.rank == SENT]):
        moved = (one for one in moved_on(text, day, likely(found)) if begin <= one.start < end)
        found += [Ranked(rank=WITH_HOUR if hours_beside(text, one) else WITHOUT_HOUR, day=one) for one in moved]
    return _weighed(text, found, sent or near)


def likely(found: Sequence[Ranked]) -> list[DayFound]:
    """The days of these on which an interview may be."""
    return [one.day for one in found if one.rank <= WITHOUT_HOUR]


def moved_on(text: str, sent: date, told: Sequence[DayFound]) -> Iterator[DayFound]:
    """The days told by the day of sending to which the newest email moves what an older one below tells."""
    for one in islice(near_days(text, sent), MOST_DAYS) if told else ():
        if heads.older(text, [one]) <= min(each.start for each in told) and moves.is_moved_to(text, one):
            yield one


def is_appointment(text: str, one: DayFound) -> bool:
    """True where the sentence of a day that is told by the day of sending has an hour, and does not look back."""
    return _rank(text, one) == WITH_HOUR and purpose.has_hour(text, one) and not purpose.looks_back(text, one)


def hours_beside(text: str, day: DayFound) -> HoursFound | None:
    """The hours of a day in a text in small letters: in its sentence, or between it and the next day."""
    begin, end = purpose.sentence(text, day.start)
    first, last = line_begin(text, day.start), line_end(text, day.end + 160)
    text = text[:first] + heads.without_heads(text[first:last])
    behind = text[day.end : day.end + 160]
    other = next((one.start for one in days(behind, day.day) if one.day != day.day), len(behind))
    own = max(0, min(end - day.end, other))
    return hours_of_day(text[max(first, begin) : day.start], behind[:own], behind[own:other])


def opens(text: str, one: DayFound) -> bool:
    """True for a day that begins a line or a part of one; in a list with numbers more than days must stand there."""
    before = text[part_begin(text, one.start) : one.start][:80]
    if COUNTED.match(before):
        words = WORD.findall(f"{before} {text[one.end : line_end(text, one.end)]}")
        return bool({*words} - {*weekdays()} - NO_WORDS) and bool(COUNTED_DAY.fullmatch(before))
    return bool(OPENING.fullmatch(before))


def part_begin(text: str, at: int) -> int:
    """Where the line begins that holds a place, or the part of it that is counted: "round 2 on Thursday"."""
    begin = line_begin(text, at)
    return max([begin, *(found.end() for found in INNER_PART.finditer(text, begin, at))])


def _weighed(text: str, found: Sequence[Ranked], today: date) -> list[Ranked]:
    """The days one beside the other: an interview stands on the new day, and the past is told beside what comes."""
    new = {one: _left_by(text, one, found) for one in likely(found) if moves.is_moved_to(text, one)}
    met = [one.day for one in found if one.rank == WITH_HOUR]
    coming = [one for one in met if not purpose.looks_back(text, one)]
    kept = [one for one in met if not moves.is_given_up(text, one) and not moves.is_only_offered(text, one)]
    return [replace(one, rank=_beside(text, one, new, coming, kept, today), is_new=one.day in new) for one in found]


def _beside(
    text: str,
    one: Ranked,
    new: Mapping[DayFound, set[int | date]],
    coming: Sequence[DayFound],
    kept: Sequence[DayFound],
    today: date,
) -> int:
    day = one.day
    if one.rank > WITHOUT_HOUR or day.day in {each.day for each in new}:
        return one.rank
    if any(not left or {day.day, day.day.weekday()} & left for each, left in new.items() if _replaces(text, each, day)):
        return LEFT_DAY
    if kept and all(each.day != day.day for each in kept):
        if moves.is_only_offered(text, day):
            return OTHER
        if moves.is_given_up(text, day):
            return LEFT_DAY
    is_past = day.day < today and any(day.day < each.day for each in coming)
    return OVER if is_past and purpose.looks_back(text, day) else one.rank


def _left_by(text: str, new: DayFound, found: Sequence[Ranked]) -> set[int | date]:
    """The dates and days of the week that the sentence of a new day says are left; none where it does not say which.

    Of several interviews the one "planned for Friday the 8th" is moved, and the others stay.
    """
    begin, end = purpose.sentence(text, new.start)
    beside = (one for one in found if begin <= one.day.start < end and one.rank in {WITH_HOUR, LEFT_DAY})
    names = (one[1] for one in moves.LEFT_NAME.finditer(text, begin, end))
    return {one.day.day for one in beside if one.day.day != new.day} | {
        weekdays()[one] for one in names if one in weekdays()
    }


def _replaces(text: str, new: DayFound, old: DayFound) -> bool:
    """True where the new day comes after the old one, and has an hour, stands in its sentence or was surely moved to.

    Of an older email, which stands below, every day is an old one.
    """
    if old.start > new.start:
        return heads.older(text, [new]) <= old.start
    said = purpose.sentence(text, new.start)
    is_near = said == purpose.sentence(text, old.start)
    is_near = is_near or moves.moves_interview(text, *said)
    # Of several interviews on lines of their own one may have moved.
    numbered = [NUMBERED.match(text, line_begin(text, one.start)) for one in (old, new)]
    is_apart = all(numbered) and len({found[0] for found in numbered if found}) > 1
    return not is_apart and (is_near or bool(hours_beside(text, new)))


def _rank(text: str, one: DayFound) -> int:
    begin, end = line_begin(text, one.start), line_end(text, one.end)
    if heads.is_head(text, begin, end) or one.start < heads.chat_head(text, begin, end):
        return SENT
    line, before = text[begin:end], text[max(begin, one.start - 120) : one.start]
    is_left = moves.is_left(text, one, before) or moves.is_labelled_left(LABEL.match(line), INNER_LABEL.search(before))
    if is_left or purpose.is_original(text, one) or purpose.is_called_off(text, one):
        return LEFT_DAY
    if WEEK.search(before) or is_elsewhere(text, one):
        return OTHER
    if purpose.is_deadline(text, one):
        # Only a recorded interview is given until a day.
        return UNTIL if pattern("recorded").search(text) else OTHER
    return WITH_HOUR if hours_beside(text, one) else WITHOUT_HOUR

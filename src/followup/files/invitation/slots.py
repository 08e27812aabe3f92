"""Which of the days that an email names are those of interviews, and the words that belong to each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from followup.dates import clock
from followup.files.invitation import heads, moves, purpose
from followup.files.invitation.choosing import asks_when, has_options, lets_choose
from followup.files.invitation.days import DayFound, unclear_days
from followup.files.invitation.moves import without_left_hours
from followup.files.invitation.near_days import near_days
from followup.files.invitation.ranking import (
    LEFT_DAY,
    MOST_DAYS,
    OVER,
    SENT,
    UNTIL,
    WITH_HOUR,
    WITHOUT_HOUR,
    Ranked,
    hours_beside,
    is_appointment,
    likely,
    moved_on,
    opens,
    part_begin,
    ranked,
)
from followup.files.invitation.words import small_letters
from followup.model.wording import problem_words

# Nobody's email tells of more interviews; a longer list is one of days to choose from.
MOST_SLOTS = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Slot:
    """The day of an interview, and the part of the text that is about it."""

    day: DayFound
    begin: int
    end: int
    # The day from which it was moved, where the text names one.
    left: DayFound | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class SlotsFound:
    """The interviews that a text tells; without any, `wrong` is a sentence on why.

    `is_called_off` is true where nobody meets any more on the one day that it names, `is_recorded` where the day is
    the last on which to record one's answers. `beside` are days that may be of interviews too.
    """

    slots: tuple[Slot, ...] = ()
    is_called_off: bool = False
    is_moved: bool = False
    is_recorded: bool = False
    is_offered: bool = False
    beside: tuple[date, ...] = ()
    # Where the sentences begin and end that tell of interviews that are over.
    over: tuple[tuple[int, int], ...] = ()
    wrong: str = ""


def interviews(text: str, near: date, sent: date | None) -> SlotsFound:
    """The interviews of a text in small or capital letters, in the order of time; each on another day.

    `sent` is the day on which the email was sent, if it is known; else the text may tell it.
    """
    plain = without_left_hours(small_letters(text))
    every = ranked(plain, near, sent)
    told = [one for one in every if one.rank < SENT]
    end = heads.older(plain, [one.day for one in told if one.rank == WITH_HOUR])
    newest = plain[:end]
    with_hours = [one.day for one in told if one.rank == WITH_HOUR and one.day.start < end]
    if purpose.is_decision(newest):
        coming = [*purpose.still_invited(plain, with_hours, sent or near)]
        told = [one for one in told if one.day in coming]
    without_hours = [one.day for one in told if one.rank == WITHOUT_HOUR and one.day.start < end]
    if lets_choose(newest, with_hours or without_hours) or len({one.day for one in with_hours}) > MOST_SLOTS:
        return SlotsFound(wrong=problem_words("days_to_choose"))
    if unclear := _unclear(text, plain[:end], near, with_hours):
        return SlotsFound(wrong=unclear)
    if not sent and (moved := _moved_on(text, plain, near, likely(told))):
        return SlotsFound(wrong=moved)
    if not told:
        return SlotsFound(wrong=_without_day(text, newest, near, sent))
    # Of several the one that was moved is the news.
    best = _heading(plain, told, end) or min(told, key=lambda one: (one.rank, not one.is_new, one.day.start))
    left = next((one.day for one in told if one.rank == LEFT_DAY and hours_beside(plain, one.day)), None)
    slots = _parted(plain, best.day, told, end, left)
    over = [one.day for one in every if one.rank == OVER and one.day.start < end]
    return SlotsFound(
        slots=slots,
        is_called_off=_is_called_off(newest, best, told),
        is_recorded=best.rank == UNTIL,
        is_offered=purpose.is_offer(newest),
        beside=tuple(_beside(best, slots, [one for one in told if one.day.start < end], over)),
        over=tuple(_sentences_of(plain, over, slots)),
        is_moved=best.rank < LEFT_DAY and any(one.rank == LEFT_DAY and one.day.start < end for one in told),
    )


def _beside(best: Ranked, slots: Sequence[Slot], told: Sequence[Ranked], over: Sequence[DayFound]) -> Iterator[date]:
    """The days as likely as the best that no part is about, and those of interviews that are over."""
    chosen = {one.day.day for one in slots}
    alike = [one.day for one in told if one.rank == best.rank and best.rank <= WITHOUT_HOUR]
    yield from sorted({one.day for one in (*alike, *over)} - chosen)


def _sentences_of(text: str, over: Sequence[DayFound], slots: Sequence[Slot]) -> Iterator[tuple[int, int]]:
    """Where the sentences about some days stand that name none of the interviews."""
    found = (purpose.sentence(text, one.start) for one in over)
    yield from (each for each in found if not any(each[0] <= one.day.start < each[1] for one in slots))


def _unclear(text: str, newest: str, near: date, with_hours: Sequence[DayFound]) -> str:
    """A sentence on a date with an hour that may be two days, where no other day has one."""
    both = () if with_hours else islice(unclear_days(newest, near), MOST_DAYS)
    first, other = next((each for each in both if hours_beside(newest, each[0])), (None, None))
    if first is None or other is None:
        return ""
    said = text[first.start : first.end]
    return problem_words("unclear_day", said=said, first=clock.spoken_day(first.day), other=clock.spoken_day(other.day))


def _without_day(text: str, plain: str, near: date, sent: date | None) -> str:
    """A sentence on a text that tells no day of an interview: what it tells instead, or "tomorrow"."""
    if purpose.is_decision(plain) or purpose.is_offer(plain):
        return problem_words("decision_told")
    named = [] if sent else [*islice(near_days(plain, near), MOST_DAYS)]
    off = (one for one in reversed(named) if purpose.is_called_off(plain, one))
    told = (*(one for one in named if is_appointment(plain, one)), *off)
    said = next((text[one.start : one.end] for one in told), "")
    if said:
        return problem_words("near_day", said=said)
    if purpose.calls_off(plain):
        return problem_words("called_off_told")
    return problem_words("asked_when" if asks_when(plain) else "no_invitation_day")


def _moved_on(text: str, plain: str, near: date, told: Sequence[DayFound]) -> str:
    """The same on a day to which it was moved, where only an older email names another; any day of sending will do."""
    moved = next(moved_on(plain, near, told), None)
    return problem_words("near_day", said=text[moved.start : moved.end]) if moved else ""


def _is_called_off(text: str, best: Ranked, ranked: Sequence[Ranked]) -> bool:
    """True where the day was left for no other, or a sentence without one calls the only day off."""
    if best.rank == LEFT_DAY:
        return True
    if len({one.day.day for one in ranked}) > 1:
        return False
    is_off = purpose.calls_off(text) and not moves.IS_MOVED.search(text)
    return is_off or moves.is_given_up_alone(text, best.day)


def _parted(plain: str, best: DayFound, ranked: Sequence[Ranked], end: int, left: DayFound | None) -> tuple[Slot, ...]:
    """Each day of an interview with the part of the text that is about it."""
    chosen = [best, *_further(plain, best, ranked, end)]
    begins = [0, *(part_begin(plain, one.start) for one in chosen[1:])]
    found = (
        Slot(day=one, begin=begin, end=stop, left=left)
        for one, begin, stop in zip(chosen, begins, [*begins[1:], end], strict=True)
    )
    return tuple(sorted(found, key=lambda one: one.day.day))


def _heading(text: str, told: Sequence[Ranked], end: int) -> Ranked | None:
    """The first day of an agenda that has a part for each of its days, where a sentence above names one of them too."""
    timed = [one for one in told if one.rank == WITH_HOUR and one.day.start < end]
    parts = [one for one in timed if opens(text, one.day)]
    first = min(timed, key=lambda one: one.day.start, default=None)
    every = {one.day.day for one in parts}
    if first is None or len(every) < 2 or first.day.day not in every or has_options(text[:end]):
        return None
    return parts[0]


def _further(text: str, first: DayFound, ranked: Sequence[Ranked], end: int) -> Iterator[DayFound]:
    """The days behind the first that open a part of their own, as the first does; none where one has to choose."""
    seen = {first.day}
    if not opens(text, first) or has_options(text[:end]):
        return
    found = [
        one.day for one in ranked if one.rank == WITH_HOUR and first.end <= one.day.start < end and opens(text, one.day)
    ]
    if len({one.day for one in found} | seen) > MOST_SLOTS:
        return
    for one in found:
        if one.day not in seen:
            seen.add(one.day)
            yield one

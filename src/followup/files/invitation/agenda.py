"""The hours of an interview in an email's words: beside the day, in the lines of an agenda, or by how long it takes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from followup.files.invitation.heads import line_begin
from followup.files.invitation.hours import SPAN, HoursFound, hours
from followup.files.invitation.lengths import minutes_of
from followup.files.invitation.moves import without_left_hours
from followup.files.invitation.people import Attendee
from followup.files.invitation.purpose import sentence
from followup.files.invitation.ranking import hours_beside
from followup.files.invitation.session_people import people_beside
from followup.files.invitation.slots import Slot
from followup.files.invitation.walk_ins import is_beside, lets_come
from followup.files.invitation.words import LIST_MARGIN, pattern, small_letters

MOST_LINES = 200
MOST_BELOW = 4
# Behind the word for an end its hour is the first number.
AT_END = re.compile(r"[^\d.;!?\n]{0,30}(?:\d[^;!?\n]{0,20})?")
LEADING = re.compile(LIST_MARGIN)
# The last line of an agenda: "11:00 Finish".
LAST_LINE = re.compile(
    rf"^{LIST_MARGIN}(\d{{1,2}}[:.h]?\d{{0,2}}\s?(?:[ap]m|uhr)?)\s{{0,9}}[-–:|]?\s{{0,9}}(?:finish|end|close|departure|ende|schluss|fin|fine|einde|slut)\b",
    re.M,
)
# The hour on a line of its own, wherever the day stands.
STARTS = re.compile(
    rf"^{LIST_MARGIN}(?:start(?:s|ing)?(?: time| at)?|begins?|time|uhrzeit|beginn|heure|hora)"
    r"\s{0,9}[:\t](.{1,60})$",
    re.M,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Agenda:
    """When an interview begins and ends, each None where nobody says it, and whom the lines of its agenda name.

    `open_hours` are those between which anybody may come, and no interview's own.
    """

    starts: time | None = None
    ends: time | None = None
    people: tuple[Attendee, ...] = ()
    open_hours: HoursFound | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class _Line:
    """One line of an agenda: its hours, what stands beside them, and the lines below up to the next hours."""

    starts: time
    ends: time
    rest: str
    below: str


def agenda(text: str, slot: Slot) -> Agenda:
    """What the part of a text about one interview says of its hours and of whom it meets when."""
    part = small_letters(text[slot.begin : slot.end])
    plain = without_left_hours(small_letters(text))
    beside = hours_beside(plain, slot.day) or _hours_labelled(part) or _hours_kept(plain, slot)
    if beside is None:
        return Agenda(ends=_end_told(time.min, part))
    is_open = is_beside(plain, slot.day.start, slot.day.end, "fairs", "open_days")
    if lets_come(part, beside, is_open_day=is_open):
        return Agenda(open_hours=beside)
    lines = [one for one in _lines(text[line_begin(text, slot.day.start) : slot.end]) if one.starts >= beside.starts]
    ends = [one.ends for one in lines] + ([beside.ends] if beside.ends else [])
    return Agenda(
        starts=beside.starts,
        ends=max(ends) if ends else _end_told(beside.starts, part) or _end_by_length(beside.starts, part),
        people=tuple(_people(lines, text)),
    )


def _lines(text: str) -> Iterator[_Line]:
    """Lines that begin with two hours, or hold them in a cell of their own."""
    every = text.split("\n")[:MOST_LINES]
    for at, line in enumerate(every):
        plain = small_letters(line[:300])
        leading = LEADING.match(plain)
        found = SPAN.match(plain, leading.end() if leading else 0)
        if found is None and re.search(r"[|\t]", plain):
            found = SPAN.search(plain)
        told = hours(plain[found.start() :]) if found else None
        if found and told and told.ends:
            rest, below = f"{line[: found.start()]}|{line[found.end() : 300]}", "\n".join(_below(every[at + 1 :]))
            yield _Line(starts=told.starts, ends=told.ends, rest=rest, below=below)


def _below(lines: list[str]) -> Iterator[str]:
    """The next lines of a block, which tell of the same hours."""
    for line in lines[:MOST_BELOW]:
        if not line.strip() or SPAN.search(small_letters(line[:300])):
            return
        yield line[:300]


def people_in_lines(text: str) -> Iterator[Attendee]:
    """Whom the lines of an agenda name that begin with hours, wherever they stand."""
    yield from _people([*_lines(text)], text)


def _people(lines: Sequence[_Line], text: str) -> Iterator[Attendee]:
    for line in lines:
        yield from people_beside(line.rest, line.below, text, is_one_of_several=len(lines) > 1)


def _hours_labelled(text: str) -> HoursFound | None:
    """The hours behind "Starts:" or "Time:"."""
    return next(filter(None, (hours(found[1]) for found in STARTS.finditer(text))), None)


def _hours_kept(text: str, slot: Slot) -> HoursFound | None:
    """The hours of the day from which it was moved, where they stay: "to Monday the 14th, same time"."""
    begin, end = sentence(text, slot.day.start)
    is_kept = slot.left and pattern("same_time").search(text, begin, end)
    return hours_beside(text, slot.left) if slot.left and is_kept else None


def _end_told(starts: time, text: str) -> time | None:
    """The end, where a sentence of its own says it: "the day will finish at approximately 1.30pm"."""
    said = [found[0] for word in pattern("finishing").finditer(text) if (found := AT_END.match(text, word.end()))]
    told = filter(None, map(hours, (*said, *(found[1] for found in LAST_LINE.finditer(text)))))
    return next((one.starts for one in told if one.starts > starts), None)


def _end_by_length(starts: time, text: str) -> time | None:
    """The end, where the text says how long it takes; what would end after midnight has none."""
    minutes = minutes_of(text)
    if minutes is None:
        return None
    end = datetime.combine(date(2000, 1, 1), starts) + timedelta(minutes=minutes)
    return end.time() if end.day == 1 else None

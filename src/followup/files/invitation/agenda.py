"""The hours of an interview in an email's words: beside the day, in the lines of an agenda, or by how long it takes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from followup.files.invitation.heads import line_begin
from followup.files.invitation.hours import SPAN, HoursFound, hours
from followup.files.invitation.moves import without_left_hours
from followup.files.invitation.people import Attendee
from followup.files.invitation.ranking import hours_beside
from followup.files.invitation.session_people import people_beside
from followup.files.invitation.slots import Slot
from followup.files.invitation.words import LIST_MARGIN, listed, small_letters

MOST_LINES = 200
MOST_BELOW = 4
LEADING = re.compile(LIST_MARGIN)
LENGTH = re.compile(
    r"(?<![\d:.,/])((?:\d{1,2}[\s-])?[1-3]/[2-4]|\d{0,2}\s?[½¼¾]|\d{1,3}(?:[.,]5)?)[\s-]?(?:an?\s)?(min(?:ute[ns]?|s|ut|uti|utos|uten)?|hours?|hrs?|stunden?|heures?|horas?|uur|h)(?![a-z])"
)
FRACTIONS = {"¼": "1/4", "½": "1/2", "¾": "3/4"}
IN_WORDS = {
    15: "quarter of an hour",
    30: "half an hour, halbe stunde, demi-heure, media hora, meia hora, mezz'ora, half uur",
    45: "three quarters of an hour, three-quarters of an hour",
    60: "an hour, one hour, eine stunde, une heure, una hora, uma hora, un'ora, een uur",
    90: (
        "an hour and a half, one hour and a half, anderthalb stunden, une heure et demie, hora y media"
        ", una hora y media, uma hora e meia, un'ora e mezza, anderhalf uur"
    ),
}
MINUTES = {words: minutes for minutes, listing in IN_WORDS.items() for words in listed(listing)}
FINISH = re.compile(
    r"\b(?:finish(?:es)?|ends?|end time|conclude[sd]?|over by|(?:runs?|lasts?|goes on) until|endet|schließt"
    r"|termine(?:ra)?|termina(?:rá)?|acaba)(?: |:\s?|\t)"
    r"(?:(?:at|by|around|about|gegen|um|vers|à|a las|às|alle)\s)?(?:approximately|approx\.?|around|about|ca\.?)?"
)
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
# What is told in minutes and is no length: "arrive 15 minutes early".
NO_LENGTH = re.compile(
    r"\s{0,9}(?:early|earlier|before|beforehand|prior|in advance|ahead|late|later|away|walk|drive|ago|notice|break"
    r"|vorher|früher|avant|antes|prima)\b"
)
BY = re.compile(r"\b(?:by|um|within|every|another|of|d['’]|con|con una|à|a las|às|alle|om|at)\s?$")
# The longest first: there is an hour in "half an hour" too.
SPELLED = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(MINUTES, key=len, reverse=True)))})(?!\w)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Agenda:
    """When an interview begins and ends, each None where nobody says it, and whom the lines of its agenda name."""

    starts: time | None = None
    ends: time | None = None
    people: tuple[Attendee, ...] = ()


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
    beside = hours_beside(without_left_hours(small_letters(text)), slot.day) or _hours_labelled(part)
    if beside is None:
        return Agenda(ends=_end_told(time.min, part))
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


def _end_told(starts: time, text: str) -> time | None:
    """The end, where a sentence of its own says it: "the day will finish at approximately 1.30pm"."""
    said = [text[found.end() : found.end() + 30] for found in FINISH.finditer(text)]
    told = filter(None, map(hours, (*said, *(found[1] for found in LAST_LINE.finditer(text)))))
    return next((one.starts for one in told if one.starts > starts), None)


def _end_by_length(starts: time, text: str) -> time | None:
    """The end, where the text says how long it takes; what would end after midnight has none."""
    minutes = next((length for length in _lengths(text) if 10 <= length <= 600), None)
    if minutes is None:
        return None
    end = datetime.combine(date(2000, 1, 1), starts) + timedelta(minutes=minutes)
    return end.time() if end.day == 1 else None


def _lengths(text: str) -> Iterator[int]:
    """Minutes: first those told in figures, then those in words, the longest first."""
    for found in LENGTH.finditer(text):
        count, unit = _count(found[1]), found[2]
        # "9h" is an hour of the day, and "2h" how long it takes.
        if (unit != "h" or count <= 4) and _is_length(text, found):
            yield round(count * (1 if unit.startswith("min") else 60))
    spelled = (found for found in SPELLED.finditer(text) if _is_length(text, found))
    yield from sorted((MINUTES[found[0]] for found in spelled), reverse=True)


def _count(text: str) -> float:
    """How many: "2", "1,5", "1 1/2" and "1½"."""
    for sign, spelled in FRACTIONS.items():
        text = text.replace(sign, f" {spelled}")
    parts = (part.partition("/") for part in text.replace("-", " ").replace(",", ".").split())
    return sum(float(above) / float(below or 1) for above, _, below in parts)


def _is_length(text: str, found: re.Match[str]) -> bool:
    """False for what is told in minutes and is no length: "arrive an hour before", "moved by an hour"."""
    return not NO_LENGTH.match(text, found.end()) and not BY.search(text[max(0, found.start() - 12) : found.start()])

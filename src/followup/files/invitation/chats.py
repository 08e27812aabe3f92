"""What a chat says of the hour behind the message that names the day, and whether somebody said yes to it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from followup.files.invitation import heads
from followup.files.invitation.agenda import Agenda
from followup.files.invitation.hours import HoursFound, every
from followup.files.invitation.moves import without_left_hours
from followup.files.invitation.slots import Slot
from followup.files.invitation.words import known, small_letters, weekdays

SENTENCE = re.compile(r"(?<=[?.!]) ")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)?|\d+|[👍✅👌?]")
EITHER = re.compile(r"\b(?:or|oder|ou|o|of|eller|lub)\b|/")
SOME_DAY = date(2000, 1, 1)


@dataclass(frozen=True, kw_only=True, slots=True)
class LaterHour:
    """The last hour that the messages behind one name; `is_agreed` where somebody else said yes, and no more."""

    hours: HoursFound
    is_agreed: bool


def later_hour(text: str, at: int) -> LaterHour | None:
    """The last hour that a chat in small letters names behind the message that holds a place, or None."""
    messages = [*heads.later_messages(without_left_hours(text), at)]
    told = [(place, found) for place, (_, words) in enumerate(messages) if (found := every(words))]
    if not told:
        return None
    place, found = told[-1]
    # "I can't at five. At six?"
    sentences = SENTENCE.split(messages[place][1])
    asked = [part for part in sentences if "?" in part] or sentences
    proposed = [every(part) for part in asked if _proposes(part, messages)]
    sure = proposed[0] if len(proposed) == len(asked) == 1 and len(proposed[0]) == 1 else []
    return LaterHour(hours=(sure or found)[-1], is_agreed=any(_is_agreed(messages, place, one) for one in sure))


def settled(text: str, slot: Slot, agenda: Agenda) -> Agenda:
    """An agenda with the hour on which a chat agreed later; it takes as long as was planned."""
    if agenda.starts is None:
        return agenda
    later = later_hour(small_letters(text), slot.day.start)
    if later is None or not later.is_agreed:
        return agenda
    planned = _ending(later.hours.starts, agenda.starts, agenda.ends) if agenda.ends else None
    return replace(agenda, starts=later.hours.starts, ends=later.hours.ends or planned)


def _ending(begin: time, starts: time, ends: time) -> time | None:
    """When it ends that begins then and takes as long as from one hour to the other; None for the next day."""
    began, *planned = (datetime.combine(SOME_DAY, at) for at in (begin, starts, ends))
    end = began + (planned[1] - planned[0])
    return end.time() if end.date() == SOME_DAY else None


def _proposes(sentence: str, messages: Sequence[tuple[str, str]]) -> bool:
    """True for a sentence that names one hour instead of another, and speaks of nothing else."""
    words = {word for word in WORD.findall(sentence) if not word.isdecimal() and word != "?"}
    return words <= known("proposes") | known("agrees_beside") | _names(messages) and not EITHER.search(sentence)


def _names(messages: Sequence[tuple[str, str]]) -> set[str]:
    return {word for name, _ in messages for word in WORD.findall(name)}


def _is_agreed(messages: Sequence[tuple[str, str]], place: int, hours: HoursFound) -> bool:
    """True where the next message of somebody else says yes, and nothing that could be a no; it may repeat the hour."""
    answer = next((words for name, words in messages[place + 1 :] if name != messages[place][0]), "")
    said = {*WORD.findall(answer)}
    at = hours.starts
    repeated = {f"{at:%H}", str(at.hour), str(at.hour % 12 or 12), f"{at:%M}", "pm", "am", "uhr", "h"}
    beside = known("agrees_beside") | {*weekdays()} | _names(messages) | repeated
    return bool(said & known("agrees")) and said <= known("agrees") | beside

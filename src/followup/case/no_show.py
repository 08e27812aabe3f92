"""A no-show stands from the hour at which nobody came: what was tried since comes after it, whenever it is told."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from followup.case.facts import Fact
from followup.dates import clock
from followup.model.case import Event, Round
from followup.rules.rulebook import figure

# Whom the reader looked for and did not reach, or reached without another word.
TRIED = ("no-answer", "voicemail", "answered")


def before_tries(facts: Sequence[Fact], rounds: Sequence[Round]) -> tuple[Fact, ...]:
    """The facts with each no-show before the calls about it, made in that hour and told before it (O31)."""
    told: list[Fact] = []
    for fact in facts:
        first = len(told)
        while fact.word == "no-show" and first > 0 and _is_about(told[first - 1], fact, rounds):
            first -= 1
        told.insert(first, replace(fact, at=told[first].at) if first < len(told) else fact)
    return tuple(told)


def _is_about(one: Fact, missed: Fact, rounds: Sequence[Round]) -> bool:
    """True for a call by no other step, or the email with new times, of that day and since the interview was to begin.

    Where nobody told when that was, it was an hour ago at the most (O9).
    """
    if one.event is None or not (one.step == "new-times" or _is_try(one.event, one.word)):
        return False
    known = [start for each in rounds if (start := _start(each, missed.at))]
    starts = known or [clock.shift(missed.at, -figure("O9", "length_hours"))]
    in_time = all(clock.instant(one.at) >= clock.instant(start) for start in starts)
    return in_time and one.at.date() == missed.at.date()


def _is_try(event: Event, word: str) -> bool:
    return event.kind != "reply" and word in TRIED and event.step in ("", "call")


def _start(one: Round, told: datetime) -> datetime | None:
    """When an interview of the day on which it was told was to begin; None for any other day, or if it is unknown."""
    zone = clock.zone(one.zone)
    is_then = told.astimezone(zone).date() == one.date
    return clock.local(one.date, one.starts, zone) if one.starts and is_then else None

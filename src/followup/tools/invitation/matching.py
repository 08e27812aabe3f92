"""Whether an invitation is news of an interview that was told already: called off, or on another day."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from followup.dates import clock
from followup.files.invitation import Invitation
from followup.model.case import Case, Round


def event(found: Invitation, case: Case | None, now: dt.datetime) -> Mapping[str, Any] | None:
    """The event of the case that the invitation tells, or None where it tells of another interview."""
    rounds = [(one, round) for one in found.fields["rounds"] for round in (case.rounds if case else ())]
    told: dict[str, Any] = {"kind": "interview-moved", "at": clock.iso(now)}
    if found.is_cancelled:
        return told if any(_is_same_day(one, round) or _shares(one, round) for one, round in rounds) else None
    moved = [one for one, round in rounds if _shares(one, round) and not _is_same_day(one, round)]
    kept = any(_is_same_day(one, round) for one, round in rounds)
    return {**told, "by": moved[-1]["date"]} if moved and not kept and found.is_update else None


def _is_same_day(one: Mapping[str, Any], round: Round) -> bool:
    return bool(one["date"] == round.date.isoformat())


def _shares(one: Mapping[str, Any], round: Round) -> bool:
    """True where somebody is in both, by address or by name."""
    known = {word for person in round.interviewers for word in (person.name.casefold(), person.email.casefold())}
    return any(word in known for word in _called(one))


def _called(one: Mapping[str, Any]) -> Iterator[str]:
    for person in one["interviewers"]:
        yield from filter(None, (person["name"].casefold(), person.get("email", "").casefold()))

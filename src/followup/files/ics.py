"""Calendar files: each step of a plan an event that later saves update and never double (RFC 5545)."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from followup.dates import clock
from followup.model.case import Case
from followup.model.plan import Plan, Step
from followup.words.wording import summary

FOLD_OCTETS = 75
# A step takes a quarter of an hour in the calendar; the window stands in the description.
LENGTH = timedelta(minutes=15)
SEQUENCE_EPOCH = datetime(2025, 1, 1, tzinfo=UTC)
# The largest INTEGER of RFC 5545.
SEQUENCE_LAST = 2**31 - 1
STATUS = {"done": "CONFIRMED", "dropped": "CANCELLED"}
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


def calendar(case: Case, plan: Plan, now: datetime, gone: Iterable[Step] = ()) -> str:
    """One case as an iCalendar text, CRLF at the line ends; `now` is aware and sets DTSTAMP and SEQUENCE.

    `gone` are steps that stood in another plan of the case: saved before, they are cancelled now.
    """
    cancelled = tuple(replace(step, status="dropped") for step in gone)
    return calendar_of_all([(case, replace(plan, steps=plan.steps + cancelled))], now)


def calendar_of_all(planned: Iterable[tuple[Case, Plan]], now: datetime) -> str:
    """Several cases in one iCalendar text.

    UIDs come from company, role and step, so that the same plan saved again updates its events; several cases with
    the same company and role are told apart. No attendee is named: a calendar would send an invitation to the
    interviewer.
    """
    pairs = tuple(planned)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//After the Interview//Plan//EN", "CALSCALE:GREGORIAN"]
    stamp = (f"DTSTAMP:{_utc(now)}", f"SEQUENCE:{_sequence(now)}")
    for (case, plan), whose in zip(pairs, _identities([case for case, _ in pairs]), strict=True):
        for step in plan.steps:
            lines += _event(case, step, whose, stamp)
    lines += ["END:VCALENDAR", ""]
    return "\r\n".join([_folded(line) if len(line.encode()) > FOLD_OCTETS else line for line in lines])


def _event(case: Case, step: Step, whose: str, stamp: Iterable[str]) -> Iterator[str]:
    title = _escaped(_title(case, step))
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(whose, step)}"
    yield from stamp
    yield from _when(step)
    yield f"SUMMARY:{title}"
    yield f"DESCRIPTION:{_escaped(_description(case, step))}"
    yield f"STATUS:{STATUS.get(step.status, 'CONFIRMED')}"
    yield "TRANSP:TRANSPARENT"
    if step.status not in STATUS:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{title}")
        yield from ("TRIGGER:PT0S", "END:VALARM")
    yield "END:VEVENT"


def _sequence(now: datetime) -> int:
    """A number that rises with every save, a second apart."""
    return min(max(int((now - SEQUENCE_EPOCH).total_seconds()), 0), SEQUENCE_LAST)


def _when(step: Step) -> Iterator[str]:
    """A step with an hour is a quarter of an hour in UTC; letting go is a whole day, its end exclusive."""
    if step.channel == "none":
        day = step.window.target.date()
        yield f"DTSTART;VALUE=DATE:{_day(day)}"
        yield f"DTEND;VALUE=DATE:{_day(day + timedelta(days=1))}"
    else:
        yield f"DTSTART:{_utc(step.window.target)}"
        yield f"DTEND:{_utc(clock.instant(step.window.target) + LENGTH)}"


def _title(case: Case, step: Step) -> str:
    words = f"{summary(step)} ({case.company})" if case.company else summary(step)
    return f"Done: {words}" if step.status == "done" else words


def _description(case: Case, step: Step) -> str:
    country = clock.country_read(case.my_zone, case.country)
    bounds = (("From", step.window.earliest), ("Best", step.window.target), ("Until", step.window.latest))
    lines = [f"{word} {clock.spoken(moment, country)} (their time)" for word, moment in bounds]
    rules = dict.fromkeys(reason.rule for reason in step.because if reason.stance in ("agrees", "ours"))
    return "\n".join([*lines, f"Rules: {', '.join(rules)}"])


def _identities(cases: Sequence[Case]) -> Iterator[str]:
    """Gives each application's name; of several with one name the first in time keeps it."""
    names = [_identity(case) for case in cases]
    first: dict[str, str] = {}
    for name, case in zip(names, cases, strict=True):
        first[name] = min(first.get(name, _beginning(case)), _beginning(case))
    for name, case in zip(names, cases, strict=True):
        yield name if _beginning(case) == first[name] else f"{name}\n{_beginning(case)}"


def _identity(case: Case) -> str:
    """A name that survives every change but that of company and role: a date or a person may be corrected."""
    if not (case.company or case.role):
        return str(case.rounds[0].date)
    return "\n".join((case.company, case.role, *filter(None, (case.twin,))))


def _beginning(case: Case) -> str:
    held = case.rounds[0]
    return "\n".join((str(held.date), held.zone, *(person.name for person in held.interviewers)))


def _uid(whose: str, step: Step) -> str:
    return f"{hashlib.sha256(f'{whose}\n{step.id}'.encode()).hexdigest()[:32]}@after-the-interview.invalid"


def _utc(moment: datetime) -> str:
    utc = clock.instant(moment)
    return f"{_day(utc)}T{utc.hour:02}{utc.minute:02}{utc.second:02}Z"


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _escaped(text: str) -> str:
    """Text as a value: backslash, semicolon, comma and line end are escaped, a colon is not."""
    plain = CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    return re.sub(r"([\\;,])", r"\\\1", plain).replace("\n", "\\n")


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets, no character cut; each piece after the first begins with a space."""
    if line.isascii():
        starts = range(FOLD_OCTETS, len(line), FOLD_OCTETS - 1)
        return "\r\n ".join([line[:FOLD_OCTETS], *(line[at : at + FOLD_OCTETS - 1] for at in starts)])
    pieces, octets = [""], 0
    for sign in line:
        size = len(sign.encode())
        if octets + size > FOLD_OCTETS:
            pieces.append(" ")
            octets = 1
        pieces[-1] += sign
        octets += size
    return "\r\n".join(pieces)

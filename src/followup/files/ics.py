"""Calendar files: each step of a plan an event that later saves update and never double (RFC 5545)."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from followup import data
from followup.dates import clock, zone_countries
from followup.files.identity import identities
from followup.files.reminders import Hearer, rings, trigger
from followup.model.case import Case
from followup.model.plan import Plan, Step
from followup.words.calls import call_for
from followup.words.steps import said_action, title_of
from followup.words.wording import entry_words, site_address, way_to_words

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

    UIDs come from the case's id and the step, so that a plan saved again updates its events, alone or among others.
    Cases without an id that would share a name are told apart by their beginning. No attendee is named: a calendar
    would send an invitation to the interviewer.
    """
    pairs = tuple(planned)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{_escaped(data.name())}//Plan//EN", "CALSCALE:GREGORIAN"]
    stamp = (f"DTSTAMP:{_utc(now)}", f"SEQUENCE:{_sequence(now)}")
    for (case, plan), whose in zip(pairs, identities([case for case, _ in pairs]), strict=True):
        hearer = Hearer(now=now, here=clock.zone(case.my_zone) if case.my_zone else now.tzinfo)
        for step in plan.steps:
            lines += _event(case, step, whose, stamp, hearer)
    lines += ["END:VCALENDAR", ""]
    return "\r\n".join([_folded(line) if len(line.encode()) > FOLD_OCTETS else line for line in lines])


def _event(case: Case, step: Step, whose: str, stamp: Iterable[str], hearer: Hearer) -> Iterator[str]:
    title = _escaped(_title(case, step))
    ringing = None if step.status in STATUS else rings(step, hearer)
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(whose, step)}"
    yield from stamp
    yield from _when(step)
    yield f"SUMMARY:{title}"
    yield f"DESCRIPTION:{_escaped(_description(case, step, ringing))}"
    if step.is_open and site_address():
        yield f"URL:{way_to_words(step)}"
    yield f"STATUS:{STATUS.get(step.status, 'CONFIRMED')}"
    yield "TRANSP:TRANSPARENT"
    if ringing:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{title}")
        yield from (f"TRIGGER:{trigger(step, ringing)}", "END:VALARM")
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
    words = f"{title_of(step)} ({case.company})" if case.company else title_of(step)
    return str(entry_words().get(step.status, "{title}")).format(title=words)


def _description(case: Case, step: Step, ringing: datetime | None) -> str:
    """What to write, when, and where the words for it are."""
    words, country = entry_words(), zone_countries.country_read(case.my_zone, case.country)
    lines = [_written(step), *_bounds(step, country)]
    if ringing and step.channel != "none" and clock.instant(ringing) != clock.instant(step.window.target):
        lines.append(words["alarm"].format(hour=clock.spoken(ringing, country)))
    if step.is_open and site_address():
        lines.append(words["letter"].format(link=way_to_words(step)))
    return "\n".join(filter(None, lines))


def _written(step: Step) -> str:
    """What to write or to say: by its call, by its letter, and else by its action."""
    words = entry_words()
    if step.channel == "phone":
        call = call_for(step.action, step.letter)
        said = words["calls"].get(call.id if call else "") or words["phone"].get(step.action)
        return str(said or words["write"].get(said_action(step), ""))
    by_letter = words["answers"].get(step.letter) if step.action == "answer" else ""
    return str(by_letter or words["letters"].get(step.letter) or words["write"].get(step.action, ""))


def _bounds(step: Step, country: str) -> Iterator[str]:
    words, window = entry_words(), step.window
    if step.channel == "none":
        yield words["on"].format(day=clock.spoken_day(window.target.date()))
        return
    for name, moment in (("from", window.earliest), ("best", window.target), ("until", window.latest)):
        yield words[name].format(when=clock.spoken(moment, country))


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

"""What is read in a short invitation, on one line: each interview, what is proposed, what is unsure and left out."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from followup.files.invitation import Invitation, read

FILE = Path(__file__).parent / "files" / "readings.txt"
TODAY = date(2027, 1, 4)
ME = "sam@example.com"
CALENDAR = "BEGIN:VCALENDAR\n{}END:VCALENDAR\n"
EVENT = "BEGIN:VEVENT\n{}\nEND:VEVENT\n"
PARIS = "DTSTART;TZID=Europe/Paris:20270114T140000\n"


def reading(text: str) -> str:
    """The reading of an email's words, of a whole file, or of lines of an event in Paris, which begin with a colon."""
    if text.startswith(":"):
        lines = text.removeprefix(":")
        text = CALENDAR.format(EVENT.format(("" if "DTSTART" in lines else PARIS) + lines))
    return "; ".join(filter(None, _said(read(text, ME, "", TODAY))))


def _said(found: Invitation) -> Iterator[str]:
    if found.wrong:
        yield "nothing"
    yield from (_round(one) for one in found.fields.get("rounds", ()))
    for name in ("role", "company"):
        if told := getattr(found.proposed, name):
            yield f"{name} {told}"
    yield f"titled {found.title}" if found.title else ""
    yield "called off" if found.is_cancelled else ""
    yield "changed" if found.is_update else ""
    unsure = [path for path in found.unsure if not path.startswith("rounds[0].") or "[" in path[9:]]
    plain = [path.removeprefix("rounds[0].") for path in found.unsure if path not in unsure]
    yield f"unsure {' '.join((*plain, *unsure))}" if found.unsure else ""
    yield from (f"to settle: {words}" for words in found.doubts)
    yield from (f"left out: {words}" for words in found.left_out)


def _round(told: Mapping[str, Any]) -> str:
    hours = f"{told.get('starts', '?')}-{told.get('ends', '?')}"
    people = ", ".join(_person(one) for one in told["interviewers"])
    head = " ".join((told["date"], hours, told.get("zone") or "nowhere", told.get("format") or "anyhow"))
    return f"{head} with {people or 'nobody'}"


def _person(one: Mapping[str, str]) -> str:
    email = f" <{one['email']}>" if one.get("email") else ""
    return f"{one['name']}{email}{' (invites)' if one['part'] == 'recruiter' else ''}"

"""What was sent and when, over all interviews: a record to print, and as a file that a job centre can read."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from followup.case.history import tell
from followup.dates import clock
from followup.model.answer import File
from followup.model.case import EVENT_STEPS, EVENTS, Case

NAME = "what-was-sent.csv"
HEAD = ("date", "time", "company", "role", "what", "to", "how")
SENT = {
    "sent": "by email",
    "called": "by phone",
    "voicemail": "voicemail",
    "handed-in": "",
    "accepted": "",
    "declined": "",
    "withdrawn": "",
}
# A spreadsheet takes what begins with these for a formula.
FORMULA = ("=", "+", "-", "@", "\t")


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One thing the reader sent or said: when, on their clock, for which application, what and to whom."""

    at: dt.datetime
    company: str
    role: str
    what: str
    to: str
    how: str

    @property
    def day(self) -> str:
        """The day in words."""
        return clock.spoken_day(self.at.date())

    @property
    def cells(self) -> tuple[str, ...]:
        """Its row of the file."""
        return (
            self.at.date().isoformat(),
            self.at.strftime("%H:%M"),
            self.company,
            self.role,
            self.what,
            self.to,
            self.how,
        )


def entries(cases: Iterable[Case]) -> tuple[Entry, ...]:
    """Everything that was sent, the oldest first."""
    found = (entry for case in cases for entry in _of(case))
    return tuple(sorted(found, key=lambda entry: clock.instant(entry.at)))


def _of(case: Case) -> Iterator[Entry]:
    for fact in tell(case).happened:
        event = fact.event
        if event is None or event.kind not in SENT or event.outcome == "no-answer":
            continue
        said = dict(EVENT_STEPS).get(event.step, "") if event.step else dict(EVENTS)[event.kind]
        how = "by message" if event.kind == "sent" and case.channel == "message" else SENT[event.kind]
        yield Entry(at=fact.at, company=case.company, role=case.role, what=said, to=event.to, how=how)


def file(found: Iterable[Entry]) -> File:
    """The record as a table of its own, lines ended as the type asks for."""
    rows = (HEAD, *(entry.cells for entry in found))
    text = "".join(",".join(map(_cell, row)) + "\r\n" for row in rows)
    return File(name=NAME, type="text/csv", text=text)


def _cell(text: str) -> str:
    safe = f"'{text}" if text.startswith(FORMULA) else text
    return '"{}"'.format(safe.replace('"', '""')) if set(safe) & set('",\r\n') else safe

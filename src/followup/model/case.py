"""What is told: a case, its interviews, what was promised and what has happened."""

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import Literal

from followup.data import table
from followup.model.question import NAME_LIMIT, asked
from followup.model.wording import Choices

type Format = Literal["onsite", "phone", "video", "recorded", "written"]
type Part = Literal["interviewer", "hiring-manager", "recruiter", "agency", "hr"]


@cache
def approaches() -> Choices:
    """Whose figures a plan can follow, by id: data, so that a source with figures can be chosen once written down."""
    return tuple((one["id"], one["label"]) for one in table("rules", "approaches.toml")["approach"])


# Room for company, role and number with a line break between them.
ID_LIMIT = 3 * NAME_LIMIT + 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Interviewer:
    """Somebody who sat on the other side, or who runs the process."""

    name: str = asked("person.name", private=True)
    email: str = asked("person.email", kind="email", private=True)
    part: Part = asked("person.part", kind="choice", choices="parts", default="interviewer")
    zone: str = asked("person.zone", kind="zone", rare=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class Round:
    """One interview: a day, a zone and the people in it."""

    format: Format = asked("round.format", kind="choice", choices="formats", default="onsite")
    date: dt.date = asked("round.date", kind="date", needed=True, default=None)
    starts: dt.time | None = asked("round.starts", kind="time", rare=True, default=None)
    ends: dt.time | None = asked("round.ends", kind="time", default=None)
    zone: str = asked("round.zone", kind="zone", needed=True)
    interviewers: tuple[Interviewer, ...] = asked("round.interviewers", default=(), limit=20, shown=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Promise:
    """What they said about when you would hear."""

    kind: Literal["none", "date", "range", "said", "no-contact"] = asked(
        "promise.kind", kind="choice", choices="promises", default="none"
    )
    from_: dt.date | None = asked("promise.from_", kind="date", key="from", default=None, when=("kind", ("range",)))
    by: dt.date | None = asked("promise.by", kind="date", default=None, when=("kind", ("date", "range")))
    said: str = asked("promise.said", when=("kind", ("said",)))


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """Something that happened; `at` is wall time in the last round's zone unless it carries an offset.

    A day alone is a fact without an hour (O42). `by` is the day that belongs to it: the one they named, the new day of
    an interview, the day of return, the first day at work.
    """

    kind: str = asked("event.kind", kind="choice", choices="events", needed=True, default="sent")
    at: dt.datetime | dt.date = asked("event.at", kind="moment", needed=True, default=None)
    step: str = asked(
        "event.step", kind="choice", choices="event_steps", when=("kind", ("sent", "called", "voicemail", "bounced"))
    )
    to: str = asked("event.to", private=True)
    outcome: str = asked(
        "event.outcome", kind="choice", choices="outcomes", when=("kind", ("called", "reply", "heard"))
    )
    by: dt.date | None = asked("event.by", kind="date", default=None)
    deadline: dt.date | None = asked("event.deadline", kind="date", default=None)
    reason: str = asked("event.reason", kind="choice", choices="reasons", when=("kind", ("closed", "reply")))
    said: str = asked("event.said")


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """One application: its interviews, what was promised and what has happened since."""

    id: str = asked(
        # It keeps the line breaks of the names that calendar entries went by before there was a number.
        "case.id",
        kind="line",
        limit=ID_LIMIT,
        carried=True,
    )
    company: str = asked("case.company", private=True)
    role: str = asked("case.role")
    rounds: tuple[Round, ...] = asked("case.rounds", default=(), limit=20, shown=1)
    promise: Promise = asked("case.promise", default=Promise())
    country: str = asked("case.country", kind="country")
    subdivision: str = asked("case.subdivision", kind="subdivision", rare=True)
    closures: tuple[dt.date, ...] = asked("case.closures", kind="date", rare=True, default=(), limit=100)
    employer: Literal["", "private", "public"] = asked("case.employer", kind="choice", choices="employers", rare=True)
    my_zone: str = asked("case.my_zone", kind="zone")
    channel: Literal["email", "message"] = asked("case.channel", kind="choice", choices="channels", default="email")
    candidate: Literal["external", "internal"] = asked(
        "case.candidate", kind="choice", choices="candidates", default="external"
    )
    approach: str = asked("case.approach", kind="choice", choices=approaches, default="balanced")
    pace: str = asked("case.pace", kind="choice", choices="paces", default="ordinary")
    events: tuple[Event, ...] = asked("case.events", default=(), limit=200, later=True)
    twin: str = asked("case.twin", carried=True)

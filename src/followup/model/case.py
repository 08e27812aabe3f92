"""What is told: a case, its interviews, what was promised and what has happened."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from followup.model.question import NAME_LIMIT, asked

type Format = Literal["onsite", "phone", "video", "recorded"]


type Part = Literal["interviewer", "hiring-manager", "recruiter", "hr"]


FORMATS = (
    ("onsite", "On site, face to face"),
    ("phone", "By phone"),
    ("video", "By video call"),
    ("recorded", "Recorded by yourself, one way"),
)


PARTS = (
    ("interviewer", "Interviewer"),
    ("hiring-manager", "Hiring manager"),
    ("recruiter", "Recruiter or agency"),
    ("hr", "Human resources"),
)


PROMISES = (
    ("none", "No date was given"),
    ("date", "By a date"),
    ("range", "Between two dates"),
    ("no-contact", "They asked not to be contacted"),
)


APPROACHES = (
    ("balanced", "Balanced: what most sources accept"),
    ("patient", "Patient: wait longer"),
    ("staffing", "Staffing firm alone"),
    ("primer", "Career blog alone"),
    ("checklist", "Checklist alone"),
    ("resume", "Resume service alone"),
    ("formats", "Phone and face-to-face guide alone"),
)


EVENTS = (
    ("sent", "I sent it"),
    ("called", "I called"),
    ("voicemail", "I left a voicemail"),
    ("reply", "They replied"),
    ("offer-elsewhere", "I have another offer"),
    ("interview-moved", "The interview was moved"),
    ("withdrawn", "I withdrew"),
)


OUTCOMES = (
    ("", "-"),
    ("deciding", "They are still deciding"),
    ("promise", "They named a new date"),
    ("question", "They asked something"),
    ("rejected", "They said no"),
    ("next-round", "They invited me to another round"),
    ("offer", "They made an offer"),
    ("auto", "An automatic reply"),
    ("answered", "They picked up"),
    ("no-answer", "Nobody picked up"),
    ("call-back", "They asked me to call back"),
)


EMPLOYERS = (
    ("", "Public holidays, by law"),
    ("private", "A private employer"),
    ("public", "A public office"),
)


TOUCH_STEPS = (
    ("", "-"),
    ("thank-you", "Thank-you"),
    ("check-in", "First check-in"),
    ("second-check-in", "Second check-in"),
    ("answer", "Answer to their message"),
    ("ask-feedback", "Reply to the rejection"),
    ("tell-offer", "Word of the other offer"),
    ("card", "Handwritten card"),
    ("stay-in-touch", "Staying in touch"),
)
# Room for company, role and number with a line break between them.
ID_LIMIT = 3 * NAME_LIMIT + 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Interviewer:
    """Somebody who sat on the other side, or who runs the process."""

    name: str = asked("Name", help="First name and last name if you know them.", example="Dana Ruiz", private=True)
    email: str = asked(
        "Email address",
        kind="email",
        private=True,
        help="Leave it empty if you do not have it.",
        enter="Enter an email address like dana@example.com, or leave it empty",
        example="dana@example.com",
    )
    part: Part = asked("Part", kind="choice", choices=PARTS, default="interviewer")
    zone: str = asked(
        "Time zone",
        kind="zone",
        rare=True,
        help="Only if it is not the zone of the interview.",
        enter="Choose a time zone from the list, like Europe/London",
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Round:
    """One interview: a day, a zone and the people in it."""

    format: Format = asked("How it was held", kind="choice", choices=FORMATS, default="onsite")
    date: dt.date = asked(
        "Date of the interview",
        kind="date",
        needed=True,
        default=None,
        enter="Enter the date of the interview, like 2027-01-07",
    )
    starts: dt.time | None = asked(
        "Time it started",
        kind="time",
        rare=True,
        default=None,
        enter="Enter the time it started, like 14:00",
        help="Used when you do not know when it ended: start plus one hour.",
    )
    ends: dt.time | None = asked(
        "Time it ended", kind="time", default=None, enter="Enter the time it ended, like 15:00", help="Where they are."
    )
    zone: str = asked(
        "Their time zone",
        kind="zone",
        needed=True,
        enter="Choose the time zone of the interview, like America/New_York",
    )
    interviewers: tuple[Interviewer, ...] = asked("People", default=(), limit=20, item="person", shown=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Promise:
    """What they said about when you would hear."""

    kind: Literal["none", "date", "range", "no-contact"] = asked(
        "Did they say when you will hear?", kind="choice", choices=PROMISES, default="none"
    )
    from_: dt.date | None = asked(
        "From",
        kind="date",
        key="from",
        default=None,
        when=("kind", ("range",)),
        enter="Enter the first day of the range, like 2027-01-13",
    )
    by: dt.date | None = asked(
        "By",
        kind="date",
        default=None,
        when=("kind", ("date", "range")),
        enter="Enter the day they named, like 2027-01-15",
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """Something that happened since; `at` is wall time in the last round's zone unless it carries an offset."""

    kind: Literal["sent", "called", "voicemail", "reply", "offer-elsewhere", "interview-moved", "withdrawn"] = asked(
        "What happened", kind="choice", choices=EVENTS, needed=True, default="sent"
    )
    at: dt.datetime = asked(
        "When",
        kind="moment",
        needed=True,
        default=None,
        enter="Enter when it happened, like 2027-01-08T09:00",
    )
    step: Literal[
        "", "thank-you", "check-in", "second-check-in", "answer", "ask-feedback", "tell-offer", "card", "stay-in-touch"
    ] = asked("Which message", kind="choice", choices=TOUCH_STEPS, when=("kind", ("sent", "called", "voicemail")))
    to: str = asked("To or from whom", help="The name as you entered it above.", private=True)
    outcome: Literal[
        "",
        "deciding",
        "promise",
        "question",
        "rejected",
        "next-round",
        "offer",
        "auto",
        "answered",
        "no-answer",
        "call-back",
    ] = asked("What came of it", kind="choice", choices=OUTCOMES, when=("kind", ("called", "reply")))
    by: dt.date | None = asked("The date they named", kind="date", default=None, enter="Enter the day, like 2027-01-15")
    deadline: dt.date | None = asked(
        "Deadline of the offer",
        kind="date",
        default=None,
        when=("kind", ("offer-elsewhere",)),
        enter="Enter the last day for your answer to the other offer, like 2027-01-20",
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """One application: its interviews, what was promised and what has happened since."""

    id: str = asked(
        "Number of the application",
        # It keeps the line breaks of the names that calendar entries went by before there was a number.
        kind="line",
        limit=ID_LIMIT,
        carried=True,
        help="Keeps its calendar entries together and apart from all others; the page makes it once.",
    )
    company: str = asked("Company", example="Acme", help="Leave it empty if it is confidential.", private=True)
    role: str = asked("Role", example="Data Analyst")
    rounds: tuple[Round, ...] = asked(
        "Interviews", default=(), needed=True, limit=20, enter="Add the interview", item="interview", shown=1
    )
    promise: Promise = asked("What they promised", default=Promise())
    country: str = asked(
        "Their country",
        kind="country",
        help="For public holidays and weekends. Empty means Monday to Friday without holidays.",
        enter="Choose a country from the list, or leave it empty",
    )
    subdivision: str = asked(
        "State or region",
        kind="subdivision",
        rare=True,
        enter="Choose a state or region of that country, or leave it empty",
    )
    closures: tuple[dt.date, ...] = asked(
        "Days they are closed",
        kind="date",
        rare=True,
        default=(),
        limit=100,
        item="day",
        enter="Enter the day they are closed, like 2027-01-11",
    )
    employer: Literal["", "private", "public"] = asked(
        "Whose days count",
        kind="choice",
        choices=EMPLOYERS,
        rare=True,
        help="Public holidays alone, or also the days on which firms or public offices are shut.",
    )
    my_zone: str = asked("Your time zone", kind="zone", enter="Choose your time zone, like Europe/London")
    approach: Literal["balanced", "patient", "staffing", "primer", "checklist", "resume", "formats"] = asked(
        "Approach", kind="choice", choices=APPROACHES, default="balanced"
    )
    events: tuple[Event, ...] = asked("What has happened since", default=(), limit=200, item="event", later=True)
    twin: str = asked(
        "Number among several with this company and role",
        carried=True,
        help="Keeps their calendar entries apart; the page sets it on the second and later ones.",
    )

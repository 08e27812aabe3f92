"""What is told: a case, its interviews, what was promised and what has happened."""

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import Literal

from followup.data import table
from followup.model.question import NAME_LIMIT, Choices, asked

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
    ("said", "In words, like “early next week”"),
    ("no-contact", "They asked not to be contacted"),
)


@cache
def approaches() -> Choices:
    """Whose figures a plan can follow, by id: data, so that a source with figures can be chosen once written down."""
    return tuple((one["id"], one["label"]) for one in table("rules", "approaches.toml")["approach"])


PACES = (
    ("ordinary", "Ordinary: about a week"),
    ("quick", "Quick trades: hotel, restaurant, shop"),
    ("long-wait", "Germany, Austria, Switzerland"),
    ("public", "Public service"),
    ("university", "University posts"),
)


EVENTS = (
    ("sent", "I sent it"),
    ("called", "I called"),
    ("voicemail", "I left a voicemail"),
    ("reply", "They replied"),
    ("heard", "I heard it elsewhere"),
    ("offer-elsewhere", "I have another offer"),
    ("interview-moved", "The interview was moved"),
    ("moved-by-me", "I asked to move the interview"),
    ("no-show", "They did not come"),
    ("bounced", "My email came back"),
    ("handed-in", "I handed it in"),
    ("accepted", "I said yes"),
    ("declined", "I said no"),
    ("withdrawn", "I withdrew"),
    ("closed", "I closed it"),
    ("reopened", "I opened it again"),
)


OUTCOMES = (
    ("", "-"),
    ("deciding", "They are still deciding"),
    ("promise", "They named a new date"),
    ("question", "They asked something"),
    ("task", "They set me a task"),
    ("checks", "They asked for references, or run a check"),
    ("on-hold", "It is on hold"),
    ("runner-up", "I am their second choice"),
    ("next-round", "They invited me to another round"),
    ("called-off", "They called it off"),
    ("offer", "They spoke of an offer"),
    ("offer-written", "They sent an offer in writing"),
    ("first-day", "They named my first day"),
    ("rejected", "They said no"),
    ("filled", "The post is filled"),
    ("no-contact", "They asked not to be contacted"),
    ("away", "They are away"),
    ("kind-word", "A kind word, and nothing more"),
    ("auto", "An automatic reply"),
    ("answered", "They picked up"),
    ("no-answer", "Nobody picked up"),
    ("call-back", "They asked me to call back"),
    ("advertised", "The post is advertised again"),
)


EMPLOYERS = (
    ("", "Public holidays, by law"),
    ("private", "A private employer"),
    ("public", "A public office"),
)


EVENT_STEPS = (
    ("", "-"),
    ("thank-you", "Thank-you"),
    ("check-in", "First check-in"),
    ("second-check-in", "Second check-in"),
    ("third-check-in", "Third check-in"),
    ("fourth-check-in", "Fourth check-in"),
    ("call", "Call"),
    ("tell-offer", "Word of the other offer"),
    ("ask-feedback", "Reply to the rejection"),
    ("stay-in-touch", "Staying in touch"),
    ("card", "Handwritten card"),
    ("answer", "Answer to their message"),
    ("let-go", "Letting it go"),
    ("ask-day", "Asking for the day"),
    ("hold-note", "A note while it is on hold"),
    ("checks-note", "A note about the checks"),
    ("still-interested", "Still interested"),
    ("ask-paper", "Asking when the paper comes"),
    ("say-when", "Saying when I answer"),
    ("decide", "My answer to their offer"),
    ("ask-time", "Asking for more time"),
    ("warn-referee", "Word to my referees"),
    ("hand-in", "Handing in"),
    ("ask-arrived", "Asking whether it arrived"),
    ("new-times", "New times"),
    ("first-day", "The first day"),
    ("withdraw", "Withdrawing"),
    ("last-question", "One last question"),
)


CHANNELS = (
    ("email", "By email"),
    ("message", "By text, or in a chat"),
)


CANDIDATES = (
    ("external", "No"),
    ("internal", "Yes, or as temporary staff"),
)


REASONS = (
    ("", "-"),
    ("withdrew", "I withdrew"),
    ("other-job", "I took another job"),
    ("gave-up", "I stopped waiting"),
    ("filled", "The post is filled"),
    ("answered", "They said no, and I answered"),
    ("referees", "They asked for referees"),
    ("firm", "A firm runs the check"),
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
        enter="Enter the date of the interview",
    )
    starts: dt.time | None = asked(
        "Time it started",
        kind="time",
        rare=True,
        default=None,
        enter="Enter the time it started",
        help="Used when you do not know when it ended: start plus one hour.",
    )
    ends: dt.time | None = asked(
        "Time it ended", kind="time", default=None, enter="Enter the time it ended", help="Where they are."
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

    kind: Literal["none", "date", "range", "said", "no-contact"] = asked(
        "Did they say when you will hear?", kind="choice", choices=PROMISES, default="none"
    )
    from_: dt.date | None = asked(
        "From",
        kind="date",
        key="from",
        default=None,
        when=("kind", ("range",)),
        enter="Enter the first day of the range",
    )
    by: dt.date | None = asked(
        "By",
        kind="date",
        default=None,
        when=("kind", ("date", "range")),
        enter="Enter the day they named",
    )
    said: str = asked(
        "What they said",
        when=("kind", ("said",)),
        help="Like “early next week”, “in a couple of weeks” or “by the end of the month”.",
        enter="Enter what they said, like “early next week”",
        example="early next week",
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """Something that happened; `at` is wall time in the last round's zone unless it carries an offset.

    A day alone is a fact without an hour (O42). `by` is the day that belongs to it: the one they named, the new day of
    an interview, the day of return, the first day at work.
    """

    kind: str = asked("What happened", kind="choice", choices=EVENTS, needed=True, default="sent")
    at: dt.datetime | dt.date = asked(
        "When",
        kind="moment",
        needed=True,
        default=None,
        enter="Enter when it happened",
    )
    step: str = asked(
        "Which message", kind="choice", choices=EVENT_STEPS, when=("kind", ("sent", "called", "voicemail", "bounced"))
    )
    to: str = asked("To or from whom", help="The name as you entered it above.", private=True)
    outcome: str = asked(
        "What came of it", kind="choice", choices=OUTCOMES, when=("kind", ("called", "reply", "heard"))
    )
    by: dt.date | None = asked("The date they named", kind="date", default=None, enter="Enter the day")
    deadline: dt.date | None = asked(
        "Deadline of the offer",
        kind="date",
        default=None,
        enter="Enter the last day for your answer to the offer",
    )
    reason: str = asked("Why", kind="choice", choices=REASONS, when=("kind", ("closed", "reply")))
    said: str = asked(
        "The day in their words",
        help="In place of a date, like “in two weeks”.",
        enter="Enter what they said, like “in two weeks”",
        example="in two weeks",
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
        "Interviews", default=(), limit=20, enter="Add the interview", item="interview", shown=1
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
        enter="Enter the day they are closed",
    )
    employer: Literal["", "private", "public"] = asked(
        "Whose days count",
        kind="choice",
        choices=EMPLOYERS,
        rare=True,
        help="Public holidays alone, or also the days on which firms or public offices are shut.",
    )
    my_zone: str = asked("Your time zone", kind="zone", enter="Choose your time zone, like Europe/London")
    channel: Literal["email", "message"] = asked(
        "How do they write to you?",
        kind="choice",
        choices=CHANNELS,
        default="email",
        help="Your messages go the same way.",
    )
    candidate: Literal["external", "internal"] = asked(
        "Do you work there already?", kind="choice", choices=CANDIDATES, default="external"
    )
    approach: str = asked("Approach", kind="choice", choices=approaches, default="balanced")
    pace: str = asked("How fast their kind of employer moves", kind="choice", choices=PACES, default="ordinary")
    events: tuple[Event, ...] = asked("What has happened since", default=(), limit=200, item="event", later=True)
    twin: str = asked(
        "Number among several with this company and role",
        carried=True,
        help="Keeps their calendar entries apart; the page sets it on the second and later ones.",
    )

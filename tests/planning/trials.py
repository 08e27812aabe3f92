"""What the table of the course tries besides its states: each choice of a case by itself, on the days that matter."""

from collections.abc import Iterator, Mapping
from typing import Any

from cases import Fields, event, promised, round_of

from followup.model.case import approaches

DAYS = {
    "the same evening": "2027-01-07T18:00:00-05:00",
    "the next day": "2027-01-08T12:00:00-05:00",
    "a week on": "2027-01-15T09:30:00-05:00",
    "three weeks on": "2027-01-28T18:30:00-05:00",
    "in March": "2027-03-08T10:00:00-05:00",
}
PEOPLE = [
    {"name": "Dana Ruiz"},
    {"name": "Lee Park", "part": "hiring-manager", "email": "lee@acme.com"},
    {"name": "Rae Poe", "part": "recruiter", "zone": "America/Los_Angeles"},
    {"name": "Bo Hahn", "part": "hr"},
]
THANKED = event("sent", "2027-01-08T09:00", step="thank-you")
ASKED = event("sent", "2027-01-14T10:00", step="check-in")
AGAIN = event("sent", "2027-01-21T10:00", step="second-check-in")


def tried() -> Iterator[tuple[str, Fields, str]]:
    """Every case by its name, with now."""
    for name, told in _cases():
        for day, now in DAYS.items():
            yield f"{name}, {day}", told, now
    for name, told, now in _elsewhere():
        yield name, told, now


def _cases() -> Iterator[tuple[str, Fields]]:
    for approach, _ in approaches():
        yield f"approach {approach}", _held(approach=approach)
        yield f"approach {approach}, a day named", _held(approach=approach, promise=promised("2027-01-13"))
    for pace in ("quick", "long-wait", "public", "university"):
        yield f"pace {pace}", _held(events=[THANKED], pace=pace)
    for form in ("phone", "video", "recorded"):
        yield f"format {form}", _held(rounds=[round_of("2027-01-07", format=form, interviewers=PEOPLE[:3])])
    for name, promise in PROMISES.items():
        yield name, _held(events=[THANKED], promise=promise)
    for name, events in EVENTS.items():
        yield name, _held(events=[THANKED, *events])
    for part in ("hiring-manager", "recruiter", "hr"):
        yield f"one {part}", _held(rounds=[round_of("2027-01-07", interviewers=[{"name": "Dana Ruiz", "part": part}])])
    yield "several people", _held(rounds=[round_of("2027-01-07", interviewers=PEOPLE)])
    yield "nobody named", _held(rounds=[round_of("2027-01-07", interviewers=[])])
    yield "two of one name", _held(rounds=[round_of("2027-01-07", interviewers=[PEOPLE[0], PEOPLE[0]])])
    yield "nothing but a day", {"rounds": [{"date": "2027-01-07", "zone": "America/New_York"}]}
    yield "by message, from inside", _held(events=[THANKED], channel="message", candidate="internal")
    yield "two rounds", _held(rounds=[round_of("2027-01-07"), round_of("2027-01-21", starts="14:00", ends="")])
    yield "two on one day", _held(rounds=[round_of("2027-01-07", "10:00"), round_of("2027-01-07", interviewers=PEOPLE)])


PROMISES: Mapping[str, Fields] = {
    "a day named": promised("2027-01-14"),
    "a day off named": promised("2027-01-18"),
    "a range": {"kind": "range", "from": "2027-01-13", "by": "2027-01-20"},
    "said early": {"kind": "said", "said": "early next week"},
    "said at some time": {"kind": "said", "said": "soon"},
    "no contact": {"kind": "no-contact"},
}
EVENTS: Mapping[str, list[Fields]] = {
    "asked": [ASKED],
    "asked twice": [ASKED, AGAIN],
    "asked by phone": [event("voicemail", "2027-01-14T10:00", step="check-in")],
    "rang in vain": [event("called", "2027-01-14T10:00", step="check-in", outcome="no-answer")],
    "asked, came back": [ASKED, event("bounced", "2027-01-14T10:05", step="check-in")],
    "thanks came back": [event("bounced", "2027-01-08T09:05", step="thank-you")],
    "asked, away": [ASKED, event("reply", "2027-01-14T10:05", outcome="auto", by="2027-01-25")],
    "asked, left": [ASKED, event("reply", "2027-01-14T10:05", outcome="left")],
    "deciding, then a day": [
        event("reply", "2027-01-11T10:00", outcome="deciding"),
        event("reply", "2027-01-14T10:00", outcome="promise", by="2027-01-22"),
    ],
    "a day, then another": [
        event("reply", "2027-01-11T10:00", outcome="promise", by="2027-01-13"),
        ASKED,
        event("reply", "2027-01-14T16:00", outcome="promise", by="2027-01-22"),
    ],
    "two call-backs": [
        event("reply", "2027-01-11T10:00", outcome="call-back", by="2027-01-13"),
        event("reply", "2027-01-12T10:00", outcome="call-back", by="2027-01-20"),
    ],
    "a task, more time, handed in": [
        event("reply", "2027-01-11T10:00", outcome="task", by="2027-01-15"),
        event("reply", "2027-01-13T10:00", outcome="task", by="2027-01-22", reason="more-time"),
        event("handed-in", "2027-01-14T18:00"),
    ],
    "checks by a firm": [event("reply", "2027-01-12T10:00", outcome="checks", reason="firm")],
    "checks of referees": [event("reply", "2027-01-12T10:00", outcome="checks", reason="referees")],
    "an offer elsewhere": [event("offer-elsewhere", "2027-01-12T10:00", deadline="2027-01-20")],
    "an offer elsewhere, told": [
        event("offer-elsewhere", "2027-01-12T10:00", deadline="2027-01-20"),
        event("sent", "2027-01-13T10:00", step="tell-offer"),
    ],
    "an offer, in writing, accepted": [
        event("reply", "2027-01-12T10:00", outcome="offer", by="2027-01-14"),
        event("reply", "2027-01-14T10:00", outcome="offer-written", deadline="2027-01-22"),
        event("accepted", "2027-01-15T10:00"),
        event("reply", "2027-01-15T12:00", outcome="first-day", by="2027-02-15"),
    ],
    "an offer, declined": [
        event("reply", "2027-01-14T10:00", outcome="offer-written", deadline="2027-01-22"),
        event("declined", "2027-01-15T10:00"),
    ],
    "the next round, called off, moved": [
        event("reply", "2027-01-12T10:00", outcome="next-round", by="2027-01-20"),
        event("reply", "2027-01-13T10:00", outcome="called-off"),
        event("reply", "2027-01-14T10:00", outcome="next-round", by="2027-01-27"),
    ],
    "moved by them": [event("interview-moved", "2027-01-07T09:00", by="2027-01-12")],
    "moved by me": [event("moved-by-me", "2027-01-07T09:00")],
    "they did not come": [event("no-show", "2027-01-07T15:10")],
    "no, and feedback asked": [
        event("reply", "2027-01-13T10:00", outcome="rejected"),
        event("sent", "2027-01-13T12:00", step="ask-feedback"),
    ],
    "heard that it is filled, then asked": [event("heard", "2027-01-13T10:00", outcome="filled"), ASKED],
    "on hold until a day": [event("reply", "2027-01-12T10:00", outcome="on-hold", by="2027-01-25")],
    "runner-up": [event("reply", "2027-01-12T10:00", outcome="runner-up")],
    "closed, then a question": [
        event("closed", "2027-01-12T10:00", reason="gave-up"),
        event("reply", "2027-01-14T10:00", outcome="question"),
    ],
    "withdrawn": [event("closed", "2027-01-12T10:00", reason="withdrew")],
    "another job": [event("closed", "2027-01-12T10:00", reason="other-job")],
    "reopened": [event("closed", "2027-01-12T10:00"), event("reopened", "2027-01-13T10:00")],
    "a day without an hour": [
        event("sent", "2027-01-14", step="check-in"),
        event("reply", "2027-01-14", outcome="auto"),
    ],
}


def _held(**words: Any) -> Fields:
    return {"rounds": [round_of("2027-01-07", interviewers=PEOPLE[:1])], "country": "US", **words}


def _elsewhere() -> Iterator[tuple[str, Fields, str]]:
    """Other countries, their days off, and readers who live elsewhere."""
    for name, (zone, country, subdivision, employer, my_zone, day, now) in PLACES.items():
        rounds = [round_of(day, zone=zone, interviewers=PEOPLE[:3])]
        told = {"country": country, "subdivision": subdivision, "employer": employer, "my_zone": my_zone}
        yield name, {"rounds": rounds, **{key: value for key, value in told.items() if value}}, now
    for outcome in ("next-round", "task", "offer", "offer-written"):
        none: Fields = {"rounds": [], "my_zone": "Europe/London", "country": "GB"}
        opened = event("reply", "2027-01-13T10:00", outcome=outcome)
        yield f"opened by {outcome}", {**none, "events": [opened]}, "2027-01-13T12:00:00+00:00"
        by = {**opened, "by": "2027-01-27"}
        yield f"opened by {outcome} for a day", {**none, "events": [by]}, "2027-01-25T12:00:00+00:00"


PLACES: Mapping[str, tuple[str, str, str, str, str, str, str]] = {
    "Texas, private": (
        *("America/Chicago", "US", "TX", "private", "", "2027-04-19"),
        "2027-04-20T10:00:00-05:00",
    ),
    "Texas, public": ("America/Chicago", "US", "TX", "public", "", "2027-04-19", "2027-04-20T10:00:00-05:00"),
    "before Thanksgiving": ("America/New_York", "US", "", "private", "", "2027-11-24", "2027-11-24T17:00:00-05:00"),
    "over Easter": ("Europe/London", "GB", "ENG", "", "", "2027-03-25", "2027-03-25T17:00:00+00:00"),
    "over the year's end": ("Europe/London", "GB", "SCT", "", "", "2026-12-30", "2026-12-30T17:00:00+00:00"),
    "Golden Week": ("Asia/Tokyo", "JP", "", "", "Europe/London", "2027-04-28", "2027-04-29T12:00:00+09:00"),
    "a Friday off": ("Asia/Riyadh", "SA", "", "", "Europe/London", "2027-01-07", "2027-01-08T12:00:00+03:00"),
    "my weekend": ("America/New_York", "US", "", "", "Asia/Riyadh", "2027-01-07", "2027-01-08T09:00:00+03:00"),
    "a day ahead": ("Pacific/Auckland", "NZ", "", "", "America/Los_Angeles", "2027-02-05", "2027-02-05T09:00:00-08:00"),
    "the clocks go forward": ("Europe/Berlin", "DE", "BY", "", "", "2027-03-26", "2027-03-28T01:30:00+01:00"),
    "the clocks go back": ("America/New_York", "US", "", "", "", "2027-11-05", "2027-11-07T01:30:00-04:00"),
    "no country": ("Asia/Kathmandu", "", "", "", "", "2027-01-07", "2027-01-20T10:00:00+05:45"),
    "a law on waiting": ("Europe/Rome", "IT", "", "", "", "2027-01-07", "2027-02-20T10:00:00+01:00"),
    "another law": ("America/Toronto", "CA", "ON", "", "", "2027-01-07", "2027-02-20T10:00:00-05:00"),
    "customs": ("Asia/Seoul", "KR", "", "", "", "2027-01-07", "2027-01-07T18:00:00+09:00"),
}

"""What is asked in tests/exchanges: every worked case and edge case by name, each approach, each kind of problem."""

import json
from collections.abc import Mapping
from typing import Any

from cases import DANA, Fields, event, fields, promised, round_of
from exchange_tools import TOOLS

LONDON, EDINBURGH = {"country": "GB", "subdivision": "ENG"}, {"country": "GB", "subdivision": "SCT"}
RAE = {"name": "Rae Poe", "part": "recruiter"}
THANKED = event("sent", "2027-01-08T09:00", step="thank-you")
ASKED = event("sent", "2027-01-14T10:00", step="check-in")
ASKED_TWICE = event("sent", "2027-01-28T10:00", step="second-check-in")
JANUARY, SPRING = "2027-01-07T18:00:00-05:00", "2027-04-01T12:00:00+01:00"
NO_CONTACT = {"kind": "no-contact"}


def plan(now: str = JANUARY, /, date: str = "2027-01-07", **words: Any) -> str:
    """A request for a plan."""
    return request("planner", fields(date, **words), now)


def held(rounds: list[Fields], now: str = JANUARY, **words: Any) -> str:
    """A request for a plan of these interviews."""
    return plan(now, rounds=rounds, **words)


def since(now: str, *events: Fields, **words: Any) -> str:
    """A request for a plan after these events."""
    return plan(now, events=list(events), **words)


def reply(at: str, outcome: str, **words: str) -> Fields:
    """What they wrote."""
    return event("reply", at, outcome=outcome, **words)


def called(at: str, outcome: str, **words: str) -> Fields:
    """A call and what came of it."""
    return event("called", at, outcome=outcome, **words)


def offer(at: str, deadline: str = "") -> Fields:
    """Another offer."""
    return event("offer-elsewhere", at, deadline=deadline)


def request(tool: object, told: object, now: object = JANUARY) -> str:
    """A request as text."""
    return json.dumps({"tool": tool, "now": now, "fields": told}, ensure_ascii=False)


def panel(*people: Fields, **words: Any) -> list[Fields]:
    """One interview with several people."""
    return [round_of("2027-01-07", interviewers=list(people)) | words]


WORKED = {
    "worked-thursday": plan(),
    "worked-friday": plan("2027-01-08T16:00:00-05:00", date="2027-01-08"),
    "worked-tuesday-half-past-eight": held([round_of("2027-01-05", "08:30")], "2027-01-05T09:00:00-05:00"),
    "worked-tuesday-half-past-nine-at-night": held([round_of("2027-01-05", "21:30")], "2027-01-05T22:00:00-05:00"),
}

ENDINGS: tuple[tuple[str, Any], ...] = (("", {}), ("-promised", {"promise": promised("2027-01-15")}))
APPROACHES = {
    f"approach-{name}{ending}": plan(JANUARY, approach=name, **words)
    for name in ("patient", "staffing", "primer", "checklist", "resume", "formats")
    for ending, words in ENDINGS
} | {
    "approach-resume-phone": held([round_of("2027-01-07", format="phone")], approach="resume"),
    "approach-staffing-phone": held([round_of("2027-01-07", format="phone")], approach="staffing"),
}

CALENDAR = {
    "calendar-year-end-united-states": plan("2026-12-24T18:00:00-05:00", date="2026-12-24"),
    "calendar-year-end-england": held([round_of("2026-12-24", zone="Europe/London")], "2026-12-24T18:00:00Z", **LONDON),
    "calendar-year-end-scotland": held(
        [round_of("2026-12-24", zone="Europe/London")], "2026-12-24T18:00:00Z", **EDINBURGH
    ),
    "calendar-easter-united-states": plan(SPRING, date="2027-03-25", approach="resume"),
    "calendar-easter-england": held(
        [round_of("2027-03-25", zone="Europe/London")], SPRING, approach="resume", **LONDON
    ),
    "calendar-easter-no-region": held(
        [round_of("2027-03-19", zone="Europe/London")], "2027-03-19T18:00:00Z", country="GB"
    ),
    "calendar-private-denmark": held(
        [round_of("2026-12-17", zone="Europe/Copenhagen")], "2026-12-17T18:00:00Z", country="DK", employer="private"
    ),
    "calendar-private-texas": held(
        [round_of("2027-01-12", zone="America/Chicago")],
        "2027-01-12T18:00:00-06:00",
        country="US",
        subdivision="TX",
        employer="private",
    ),
    "calendar-public-texas": held(
        [round_of("2027-01-12", zone="America/Chicago")],
        "2027-01-12T18:00:00-06:00",
        country="US",
        subdivision="TX",
        employer="public",
    ),
    "calendar-half-day-england": held(
        [round_of("2026-12-23", zone="Europe/London")], "2026-12-23T18:00:00Z", employer="private", **LONDON
    ),
    "calendar-friday-is-a-day-off": held(
        [round_of("2027-01-07", zone="Asia/Riyadh")], "2027-01-07T16:00:00+03:00", country="SA"
    ),
    "calendar-sunday-is-a-weekend-day-of-mine": held(
        [round_of("2027-01-09", zone="Asia/Riyadh")],
        "2027-01-09T16:00:00+03:00",
        country="SA",
        my_zone="Europe/London",
        approach="resume",
    ),
    "calendar-working-saturday": held(
        [round_of("2026-10-09", zone="Asia/Shanghai")], "2026-10-09T18:00:00+08:00", country="CN"
    ),
    "calendar-on-a-sunday": plan("2027-01-10T16:00:00-05:00", date="2027-01-10"),
    "calendar-on-29-february": plan("2028-02-29T16:00:00-05:00", date="2028-02-29"),
    "calendar-29-february-that-is-not": plan(date="2027-02-29"),
    "calendar-estimated-holiday": held(
        [round_of("2027-03-04", zone="Asia/Dubai")], "2027-03-04T18:00:00+04:00", country="AE"
    ),
    "calendar-no-country": plan(country=""),
    "calendar-unknown-country": plan(country="ZZ"),
    "calendar-own-closures": plan(closures=["2027-01-08", "2027-01-14"]),
    "calendar-past-its-coverage": plan("2050-01-07T18:00:00-05:00", date="2050-01-07"),
}

CLOCK = {
    "clock-24-hours-across-spring-forward": plan("2027-03-13T16:00:00-05:00", date="2027-03-13"),
    "clock-hour-that-does-not-exist": held([round_of("2027-03-14", "02:30")], "2027-03-14T12:00:00-04:00"),
    "clock-hour-that-comes-twice": held([round_of("2027-11-07", "01:30")], "2027-11-07T12:00:00-05:00"),
    "clock-new-york-to-london-in-march": plan("2027-03-15T18:00:00Z", date="2027-03-15", my_zone="Europe/London"),
    "clock-day-is-the-recipients": held(panel(DANA, {"name": "Ken Ito", "zone": "Asia/Tokyo"}, date="2027-01-06")),
    "clock-today-is-the-readers": plan("2027-01-08T09:00:00+14:00", my_zone="Pacific/Kiritimati"),
    "clock-event-with-its-own-offset": since(
        "2027-01-16T12:00:00Z", THANKED, event("sent", "2027-01-15T01:30:00+09:00", step="check-in")
    ),
}

SHAPE = {
    "shape-panel": held(panel(DANA, {"name": "Bo Lee", "zone": "America/Chicago"}, {"name": "Li", "part": "hr"})),
    "shape-panel-one-without-an-address": held(
        panel({"name": "Ada Bell", "email": "ada@example.com", "part": "hr"}, {"name": "Bo Lee"})
    ),
    "shape-nobody-named": held(panel()),
    "shape-phone": held([round_of("2027-01-07", format="phone")]),
    "shape-phone-with-three": held(panel(DANA, {"name": "Bo Lee"}, {"name": "Li"}, format="phone")),
    "shape-first-video-with-one": held([round_of("2027-01-07", format="video")]),
    "shape-video-panel": held(panel(DANA, {"name": "Bo Lee"}, format="video")),
    "shape-video-in-the-second-round": held([round_of("2027-01-05"), round_of("2027-01-07", format="video")]),
    "shape-recorded": held([round_of("2027-01-07", format="recorded", interviewers=[])]),
    "shape-in-writing": held([round_of("2027-01-07", format="written")]),
    "shape-recorded-with-a-recruiter": held(panel(RAE, format="recorded")),
    "shape-two-on-one-day": held([round_of("2027-01-07", "11:00"), round_of("2027-01-07", "16:00")]),
    "shape-two-days": held([round_of("2027-01-06"), round_of("2027-01-07")]),
    "shape-two-thank-yous-on-one-day": held([round_of("2027-01-06"), round_of("2027-01-07", format="phone")]),
    "shape-later-round-counts-afresh": held(
        [round_of("2027-01-07"), round_of("2027-01-20")], "2027-01-20T18:00:00-05:00", events=[THANKED, ASKED]
    ),
    "shape-agency": held(panel(DANA, RAE)),
    "shape-no-contact": plan(promise=NO_CONTACT),
    "shape-promise-on-a-holiday": plan(promise=promised("2027-01-18")),
    "shape-promise-on-a-weekend": plan(promise=promised("2027-01-16")),
    "shape-promise-of-a-range": plan(promise={"kind": "range", "from": "2027-01-13", "by": "2027-01-15"}),
    "shape-promise-for-the-next-day": plan(promise=promised("2027-01-08")),
    "shape-promise-before-the-interview": plan(promise=promised("2026-01-15")),
    "shape-promise-was-moved": since(
        "2027-01-20T12:00:00-05:00",
        THANKED,
        called("2027-01-19T10:00", "promise", by="2027-01-29"),
        promise=promised("2027-01-15"),
    ),
    "shape-names-of-all-kinds": held(
        panel({"name": "Björk"}, {"name": "María José de la O'Hara"}, {"name": "王小明"}), company="Åse & <Søn>"
    ),
}

EVENTS = {
    "events-still-deciding": since("2027-01-15T12:00:00-05:00", THANKED, reply("2027-01-11T16:00", "deciding")),
    "events-still-deciding-after-a-check-in": since(
        "2027-01-16T12:00:00-05:00", THANKED, ASKED, reply("2027-01-15T16:00", "deciding")
    ),
    "events-automatic-reply": since("2027-01-15T12:00:00-05:00", THANKED, ASKED, reply("2027-01-14T10:01", "auto")),
    "events-out-of-office-until-a-day": since(
        "2027-01-15T12:00:00-05:00", reply("2027-01-08T09:01", "auto", by="2027-01-25")
    ),
    "events-rejected": since("2027-01-15T12:00:00-05:00", THANKED, reply("2027-01-14T16:00", "rejected")),
    "events-rejected-before-the-thank-you": since("2027-01-07T17:00:00-05:00", reply("2027-01-07T16:00", "rejected")),
    "events-question-on-a-friday-evening": since(
        "2027-01-16T12:00:00-05:00", THANKED, reply("2027-01-15T18:30", "question")
    ),
    "events-invited-to-the-next-round": since(
        "2027-01-13T12:00:00-05:00", THANKED, reply("2027-01-13T11:00", "next-round")
    ),
    "events-a-check-passed": since(
        "2027-01-20T12:00:00-05:00",
        THANKED,
        reply("2027-01-13T11:00", "checks"),
        reply("2027-01-20T10:00", "cleared"),
    ),
    "events-their-offer": since("2027-01-13T12:00:00-05:00", THANKED, reply("2027-01-13T11:00", "offer")),
    "events-offer-elsewhere": since("2027-01-12T19:00:00-05:00", THANKED, offer("2027-01-12T18:00", "2027-01-20")),
    "events-offer-elsewhere-and-a-holiday": since(
        "2027-01-16T12:00:00-05:00", THANKED, offer("2027-01-15T18:00", "2027-01-19")
    ),
    "events-offer-elsewhere-until-tomorrow": since(
        "2027-01-12T10:30:00-05:00", THANKED, offer("2027-01-12T10:00", "2027-01-13")
    ),
    "events-offer-elsewhere-past-its-deadline": since(
        "2027-01-21T12:00:00-05:00", THANKED, offer("2027-01-12T18:00", "2027-01-20")
    ),
    "events-offer-elsewhere-without-a-deadline": since("2027-01-12T19:00:00-05:00", THANKED, offer("2027-01-12T18:00")),
    "events-offer-elsewhere-before-the-interview": since(JANUARY, offer("2027-01-04T10:00", "2027-01-20")),
    "events-missed-thank-you": since("2027-01-11T10:00:00-05:00"),
    "events-missed-thank-you-meets-the-check-in": since("2027-01-14T10:00:00-05:00"),
    "events-acted-early": since(
        "2027-01-12T12:00:00-05:00", THANKED, event("sent", "2027-01-12T10:00", step="check-in")
    ),
    "events-after-the-limit": since("2027-02-01T12:00:00-05:00", THANKED, ASKED, ASKED_TWICE),
    "events-over-the-limit": since(
        "2027-02-03T12:00:00-05:00", THANKED, ASKED, ASKED_TWICE, event("voicemail", "2027-02-02T10:00")
    ),
    "events-silent-attempts": since("2027-01-14T11:00:00-05:00", THANKED, called("2027-01-14T10:00", "no-answer")),
    "events-voicemail": since("2027-01-14T16:00:00-05:00", THANKED, event("voicemail", "2027-01-14T15:00")),
    "events-call-me-back": since(
        "2027-01-14T11:00:00-05:00", THANKED, called("2027-01-14T10:00", "call-back", by="2027-01-21")
    ),
    "events-interview-moved": held(
        [round_of("2027-01-07"), round_of("2027-01-14")],
        "2027-01-12T12:00:00-05:00",
        events=[THANKED, event("interview-moved", "2027-01-12T10:00", by="2027-01-20")],
    ),
    "events-interview-cancelled": held(
        [round_of("2027-01-07"), round_of("2027-01-14")],
        "2027-01-12T12:00:00-05:00",
        events=[THANKED, event("interview-moved", "2027-01-12T10:00")],
    ),
    "events-withdrawn": since("2027-01-13T12:00:00-05:00", THANKED, event("withdrawn", "2027-01-13T11:00")),
    "events-end-from-the-start": held([round_of("2027-01-07", "", starts="13:30")]),
    "events-end-unknown": held([round_of("2027-01-07", "")]),
    "events-both-messages-on-one-day": since(
        "2027-01-14T08:30:00-05:00", THANKED, reply("2027-01-14T08:00", "question")
    ),
}

PROBLEMS = {
    "problem-not-json": "{",
    "problem-not-an-object": "[]",
    "problem-nested-too-deeply": "[" * 20_000,
    "problem-a-name-twice": '{"tool": "planner", "tool": "writer"}',
    "problem-unknown-tool": request("oracle", {}),
    "problem-unknown-part-of-a-request": '{"tool": "planner", "now": "2027-01-07T18:00:00Z", "fields": {}, "x": 1}',
    "problem-now-without-an-offset": request("planner", fields(), "2027-01-07T18:00:00"),
    "problem-no-fields": request("planner", None),
    "problem-nothing-told": request("planner", {}),
    "problem-wrong-types": request("planner", {"rounds": {"date": 7}, "promise": [], "events": "x", "company": 1.5}),
    "problem-unknown-field": plan(colour="red"),
    "problem-unknown-zones": held(
        panel({"name": "Ken", "zone": "Nowhere"}, zone="Mars/Olympus"), my_zone="../etc/passwd"
    ),
    "problem-unknown-region": plan(subdivision="Atlantis"),
    "problem-unknown-approach": plan(approach="pushy"),
    "problem-no-hour-of-that-kind": held([round_of("2027-01-07", "3pm")]),
    "problem-ends-before-it-starts": held([round_of("2027-01-07", "15:00", starts="15:30")]),
    "problem-rounds-out-of-order": held([round_of("2027-01-07"), round_of("2027-01-06")]),
    "problem-200-rounds": held([round_of("2027-01-07")] * 200),
    "problem-201-events": since(SPRING, *[event("voicemail", "2027-01-20T10:00")] * 201),
    "problem-range-that-ends-before-it-begins": plan(
        promise={"kind": "range", "from": "2027-01-16", "by": "2027-01-15"}
    ),
    "problem-promise-without-a-day": plan(promise={"kind": "date"}),
    "problem-event-in-the-future": since(JANUARY, event("voicemail", "2027-01-07T18:01")),
    "problem-event-before-the-interview": since(JANUARY, event("voicemail", "2027-01-07T14:00")),
    "problem-event-half-told": since(
        SPRING, event("sent", "2027-01-20T10:00"), reply("2027-01-20T10:00", ""), reply("2027-01-20T10:00", "promise")
    ),
    "problem-deadline-before-the-offer": since(SPRING, offer("2027-01-20T10:00", "2027-01-19")),
    "problem-thanks-to-a-stranger": since(SPRING, THANKED | {"to": "Nobody"}),
    "problem-long-name": held(panel({"name": "x" * 10_000})),
    "problem-control-characters": held(
        panel({"name": "Dana\r\nBcc: x@example.com"}), company="A\u0000B", role="\ud800"
    ),
    "problem-malformed-address": held(panel({"name": "Dana", "email": "dana@"})),
}

REQUESTS: Mapping[str, str] = {**WORKED, **APPROACHES, **CALENDAR, **CLOCK, **SHAPE, **EVENTS, **PROBLEMS, **TOOLS}

"""The requests that are measured: a first plan, a plan of a long search, a long draft and a letter."""

import json
from collections.abc import Sequence
from datetime import date, timedelta

ZONE = "America/New_York"
PEOPLE = (("Dana Ruiz", "interviewer"), ("Sam Okafor", "hiring-manager"), ("Mia Chen", "recruiter"))
SENTENCE = "Thank you for the time you took on Tuesday; I keep thinking about the migration you described. "
LONG_DRAFT = 20_000
PLANS = 40
COMPANY = "Acme Analytics and Weather Stations Limited"

type Fields = dict[str, object]


def first_case(today: date) -> Fields:
    """Gives what somebody types the day after one interview."""
    return _case(_rounds([today - timedelta(days=1)]), events=[])


def long_case(today: date) -> Fields:
    """Gives a search of three rounds with ten events, all of them past."""
    days = [today - timedelta(days=34), today - timedelta(days=27), today - timedelta(days=20)]
    return _case(_rounds(days), _events(days))


def door_requests(today: date) -> dict[str, tuple[str, ...]]:
    """Gives the request texts that are timed at the door, by the name of their figure.

    No two plans asked one after the other are the same: the reader types a letter, or moves every date by a day.
    """
    draft = f"Dear Dana,\n\n{SENTENCE * (LONG_DRAFT // len(SENTENCE))}\n\nAlex"
    typed = tuple(request("planner", today, {**long_case(today), "company": COMPANY[:end]}) for end in range(PLANS))
    moved = tuple(_plan_of(today - timedelta(days=ago)) for ago in range(PLANS))
    return {
        "plan_first": typed,
        "plan_at_door": typed,
        "plan_moved": moved,
        "check_at_door": (request("checker", today, {"draft": draft}),) * 8,
        "write_at_door": (request("writer", today, {"letter": "thank-you-onsite"}),) * PLANS,
    }


def _plan_of(day: date) -> str:
    return request("planner", day, long_case(day))


def request(tool: str, today: date, fields: Fields) -> str:
    """Gives the text that the door takes."""
    return json.dumps({"tool": tool, "now": f"{today}T16:00:00-05:00", "fields": fields})


def _case(rounds: list[Fields], events: list[Fields]) -> Fields:
    return {
        "company": "Acme",
        "role": "Data Analyst",
        "rounds": rounds,
        "promise": {"kind": "none", "by": "", "from": ""},
        "country": "US",
        "my_zone": "Europe/London",
        "approach": "balanced",
        "events": events,
    }


def _rounds(days: Sequence[date]) -> list[Fields]:
    return [_round(day, *person) for day, person in zip(days, PEOPLE, strict=False)]


def _round(day: date, name: str, part: str) -> Fields:
    who = {"name": name, "email": "", "part": part, "zone": ""}
    return {"format": "onsite", "date": str(day), "ends": "15:00", "zone": ZONE, "interviewers": [who]}


def _events(days: Sequence[date]) -> list[Fields]:
    mornings = [day + timedelta(days=1) for day in days]
    people = [name for name, _ in PEOPLE]
    events: list[Fields] = []
    for day, name in zip(mornings, people, strict=True):
        events.append({"kind": "sent", "at": f"{day}T09:00", "step": "thank-you", "to": name})
        events.append({"kind": "reply", "at": f"{day}T16:00", "outcome": "auto", "to": name})
    return [*events, *_later(days[-1])]


def _later(last: date) -> list[Fields]:
    day = [last + timedelta(days=count) for count in (4, 11, 13)]
    return [
        {"kind": "reply", "at": f"{day[0]}T10:00", "outcome": "deciding"},
        {"kind": "sent", "at": f"{day[1]}T09:30", "step": "check-in", "to": PEOPLE[2][0]},
        {"kind": "called", "at": f"{day[2]}T10:00", "outcome": "no-answer"},
        {"kind": "voicemail", "at": f"{day[2]}T10:02"},
    ]

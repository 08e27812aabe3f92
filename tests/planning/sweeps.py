"""What the table of the course asks by the hour: events with every deadline, and plans at the bounds of their steps."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from cases import Fields, event, planned, round_of
from trials import EVENTS, PEOPLE, THANKED

from followup.model.plan import Plan

DAYS = {"Tuesday": "2027-01-12", "Friday before a holiday": "2027-01-15"}
HOURS = ("07:59", "09:00", "15:30", "16:59", "17:00", "23:30")
# None where no day was named.
AHEAD = (None, 0, 1, 2, 3, 5, 8)
# What has a day that belongs to it, and where that day is told.
DATED = {
    "offer-elsewhere": ("offer-elsewhere", "", "deadline"),
    "offer-written": ("reply", "offer-written", "deadline"),
    "offer": ("reply", "offer", "by"),
    "task": ("reply", "task", "by"),
    "call-back": ("reply", "call-back", "by"),
    "called, call-back": ("called", "call-back", "by"),
    "next-round": ("reply", "next-round", "by"),
    "on-hold": ("reply", "on-hold", "by"),
    "away": ("reply", "away", "by"),
    "checks": ("reply", "checks", "by"),
}
MINUTE = timedelta(minutes=1)


def by_the_hour() -> Iterator[tuple[str, list[tuple[str, Plan]]]]:
    """Every dated event at every hour, with its plans by how many days ahead the day is that was named."""
    for name, (kind, outcome, key) in DATED.items():
        for day, on in DAYS.items():
            for hour in HOURS:
                found = [(str(ahead), _plan_of(kind, outcome, key, f"{on}T{hour}", ahead)) for ahead in AHEAD]
                yield f"{name}, {day} {hour}", found


def _plan_of(kind: str, outcome: str, key: str, at: str, ahead: int | None) -> Plan:
    named = {} if ahead is None else {key: str(date.fromisoformat(at[:10]) + timedelta(days=ahead))}
    told = event(kind, at, **({"outcome": outcome} if outcome else {}), **named)
    return planned(_case([THANKED, told]), now=f"{at}:00-05:00")


def at_the_bounds() -> Iterator[tuple[str, list[tuple[str, Plan]]]]:
    """Every case of the trials at each bound of its open steps, a minute before it and a minute behind it."""
    for name, events in EVENTS.items():
        case = _case([THANKED, *events])
        first = planned(case, now="2027-01-20T12:00:00-05:00")
        bounds = {bound for step in first.steps for bound in (step.window.target, step.window.latest)}
        told = max(str(one["at"]) for one in events)
        moments = sorted(at + ahead for at in bounds for ahead in (-MINUTE, MINUTE) if at.isoformat() > told + "Z")
        yield name, [(_said(at), planned(case, now=at.isoformat())) for at in moments]


def _said(at: datetime) -> str:
    return at.strftime("%-d/%-m %-H:%M")


def _case(events: list[Fields]) -> Fields:
    return {"rounds": [round_of("2027-01-07", interviewers=PEOPLE[:1])], "country": "US", "events": events}

"""Random walks through What now?: whatever is told, it says what the planner says, and its words fit its dates."""

import os
import random
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from ways import asked, case_in, planner

from followup.dates.calendars import Calendar, add_business_days, calendar_for, roll_forward
from followup.tools.what_now import dating, flow, walking

# More of them by night: WALKS=20000 .venv/bin/pytest tests/tools/test_walks.py
WALKS = int(os.environ.get("WALKS", "300"))
SEED = os.environ.get("WALKS_SEED", "7")
WAYS = tuple(walking.paths())
PLACES = (
    ("America/New_York", "US"),
    ("Europe/Berlin", "DE"),
    ("Europe/London", "GB"),
    ("Asia/Tokyo", "JP"),
    ("Europe/Zurich", "CH"),
    ("Asia/Dubai", "AE"),
    ("Australia/Sydney", ""),
)
PACES = ("", "", "", "quick", "long-wait", "public", "university")
# These lie behind the reader; all other days may lie ahead.
PAST = {
    *("heard", "sent", "sent-again", "answered", "asked", "asked-last", "back", "called", "handed", "said-no"),
    *("offered", "set-on", "said-yes", "asked-time", "closed-on"),
}
NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
FIGURE = rf"\b({'|'.join(NUMBERS)}|\d+) (business |working )?days\b( before)?"


class Walk:
    """One reader on one way: what they answer, and the moment they ask at."""

    def __init__(self, number: int) -> None:
        self.dice = random.Random(f"{SEED}-{number}")
        self.way = self.dice.choice(WAYS)
        hours = timedelta(hours=self.dice.randrange(365 * 24), minutes=self.dice.choice([0, 30]))
        self.now = datetime(2027, 1, 4, tzinfo=UTC) + hours
        self.zone, self.country = self.dice.choice(PLACES)
        # A day earlier than today anywhere, so that no day of today is ahead of them.
        self.today = self.now.date() - timedelta(days=1)
        self.last = self.today - timedelta(days=self.dice.choice([0, 0, 1, 2, 5, 8, 12, 20, 40, 100, 300]))
        self.told = dict(self._answers())

    @property
    def calendar(self) -> Calendar:
        """The calendar that the answers name."""
        return calendar_for(self.country)

    def _answers(self) -> Iterator[tuple[str, str]]:
        assert isinstance(self.way.at, flow.Ending)
        yield from self.way.answers.items()
        yield "region", ""
        if pace := self.dice.choice(PACES):
            yield "pace", pace
        yield from ((one, flow.YES) for one in flow.flow().besides if self.dice.random() < 0.25)
        for id in self.way.at.asks:
            fact = flow.flow().facts[id]
            told = {part.name: self._answer(fact, part) for part in fact.parts}
            if fact.either and not any(told.values()):
                told[fact.parts[0].name] = self._ahead()
            yield from told.items()

    def _answer(self, fact: flow.AskedFact, part: flow.Control) -> str:
        dice = self.dice
        match part.name, part.kind:
            case "zone", _:
                return self.zone
            case "country", _:
                return self.country
            case "interview", _ if fact.id == "planned" and dice.random() < 0.5:
                return self._ahead()
            case "interview", _:
                return "" if fact.id == "interview-if-any" and dice.random() < 0.3 else self.last.isoformat()
            case _, "time":
                return dice.choice(["", "10:00", "15:00"])
            case name, "date" if name in PAST:
                return "" if not part.needed and dice.random() < 0.5 else self._since()
            case _, "date":
                return "" if not part.needed and dice.random() < 0.4 else self._ahead()
        return ""

    def _since(self) -> str:
        self.last = min(self.today, self.last + timedelta(days=self.dice.choice([0, 1, 2, 3, 5, 7, 14, 30])))
        return self.last.isoformat()

    def _ahead(self) -> str:
        return (self.last + timedelta(days=self.dice.choice([0, 1, 2, 5, 10, 20, 60]))).isoformat()

    def days(self) -> list[date]:
        """Every day that was told."""
        return [date.fromisoformat(one) for one in self.told.values() if re.fullmatch(r"\d{4}-\d\d-\d\d", one)]


@pytest.mark.parametrize("block", range(10))
def test_no_walk_ever_differs_from_the_planner(block: int) -> None:
    """State, action, letter and window are those of its next step, and the words are about that step."""
    for number in range(block, WALKS, 10):
        walk = Walk(number)
        answer = asked(walk.told, walk.now.isoformat())
        if not answer["problems"] and isinstance(walk.way.at, flow.Ending) and walk.way.at.case:
            about = f"walk {number} of seed {SEED}: {walk.told} at {walk.now.isoformat()}"
            wrong = list(_against_planner(walk, walk.way.at, answer))
            assert [] == wrong, about


def _against_planner(walk: Walk, way: flow.Ending, answer: Mapping[str, Any]) -> Iterator[str]:
    """What differs."""
    assert answer["data"]["ending"], answer["data"]["question"]
    end, plan = answer["data"]["ending"], planner(case_in(answer["fragment"]), walk.now.isoformat())
    step = next((one for one in plan["steps"] if one["id"] == plan["next"]), None)
    if plan["state"] != end["state"]:
        yield f"state {plan['state']}, told {end['state']}"
    if way.hours in dating.NOW and end["title"] == way.title:
        # It comes before the planner's step, in the next hour for it.
        if (way.letter, way.action) != (end["letter"], end["action"]):
            yield f"{way.letter} {way.action}, told {end['letter']} {end['action']}"
        if datetime.fromisoformat(end["window"]["target"]) < walk.now:
            yield f"{end['window']} at {walk.now}"
        return
    if step is None:
        if end["window"] or end["action"] != "none" or end["letter"]:
            yield f"nothing is left, told {end['title']}"
        return
    if step["action"] != end["action"]:
        yield f"action {step['action']}, told {end['action']}"
    if not way.hours and (step["letter"], step["window"]) != (end["letter"], end["window"]):
        yield f"{step['letter']} {step['window']}, told {end['letter']} {end['window']}"
    if end["title"] == way.title and not way.hours:
        yield from _figures(walk, end)


def _figures(walk: Walk, end: Mapping[str, Any]) -> Iterator[str]:
    """A figure in the reason that is no distance between a day that was told and a bound of the window."""
    bounds = {datetime.fromisoformat(one).date() for one in end["window"].values()}
    for number, business, before in re.findall(FIGURE, end["why"]):
        count = NUMBERS.index(number) + 1 if number in NUMBERS else int(number)
        reached = {_later(day, sign * count, walk.calendar, business) for day in walk.days() for sign in (1, -1)}
        # From so many days before a day on: once that is over it may be asked at once.
        late = [
            day for day in walk.days() if before and _later(day, -count, walk.calendar, business) <= min(bounds) <= day
        ]
        if not bounds & reached and not late:
            yield f"“{number} {business}days” beside {end['window']}: {end['why']}"


def _later(day: date, count: int, calendar: Calendar, business: str) -> date:
    if business:
        return add_business_days(day, count, calendar)
    return roll_forward(day + timedelta(days=count), calendar)

"""The cases that the ways of "What now?" describe: told more and taken back, and followed to their end."""

import datetime as dt
import json
from typing import Any

import pytest
from cases import event
from ways import LATER, asked, case_in, facts

from followup import door
from followup.tools.what_now import flow, walking

TOLD = (
    event("reply", "2027-02-01T09:30", outcome="question"),
    event("reply", "2027-02-01T09:30", outcome="on-hold", by="2027-02-22"),
    event("reply", "2027-02-01T09:30", outcome="rejected"),
    event("offer-elsewhere", "2027-02-01T09:30", deadline="2027-02-10"),
    event("closed", "2027-02-01T09:30", reason="gave-up"),
)


@pytest.mark.by_day(40)
@pytest.mark.parametrize("way", tuple(walking.paths()), ids=lambda way: "-".join(way.answers.values()))
def test_what_is_told_of_a_way_and_taken_back_leaves_its_plan_to_the_byte(way: walking.Way):
    """The case that a way describes, planned, told more, and planned again without it."""
    told = described(way)
    before = plan_of(told, LATER)
    for one in TOLD if told else ():
        more = {**told, "events": [*told.get("events", []), one]}
        assert before != plan_of(more, LATER)
        more["events"] = more["events"][:-1]
        assert before == plan_of(more, LATER)


@pytest.mark.by_day(60)
@pytest.mark.parametrize("way", tuple(walking.paths()), ids=lambda way: "-".join(way.answers.values()))
def test_the_process_of_every_way_ends(way: walking.Way):
    """Whoever does each next step on its day, and hears nothing more, comes to an end."""
    told, now = described(way), dt.datetime.fromisoformat(LATER)
    for _ in range(40 if told else 0):
        answer = json.loads(plan_of(told, now.isoformat()))
        assert [] == answer["problems"]
        plan = answer["data"]
        step = next((one for one in plan["steps"] if one["id"] == plan["next"]), None)
        if plan["state"] == "closed" or (plan["state"] == "over" and (step is None or step["action"] == "let-go")):
            return
        ripe = step if step is not None and step["action"] != "let-go" else None
        target = dt.datetime.fromisoformat(ripe["window"]["target"]) if ripe else again(plan)
        now = max(now + dt.timedelta(minutes=1), target)
        if ripe:
            done = event("sent", now.isoformat(), step=ripe["action"])
            told = {**told, "events": [*told.get("events", []), done]}
    assert not told


def again(plan: dict[str, Any]) -> dt.datetime:
    """The evening of the day on which to look again."""
    return dt.datetime.fromisoformat(f"{plan['look_again']}T23:00:00+00:00")


def described(way: walking.Way) -> dict[str, Any]:
    """The case that a way describes, or nothing where it plans nothing."""
    assert isinstance(way.at, flow.Ending)
    answer = asked({**way.answers, **facts(way.at)})
    return case_in(answer["fragment"]) if way.at.case and not answer["problems"] else {}


def plan_of(told: dict[str, Any], now: str) -> str:
    """The planner's whole answer, as text."""
    return door.answer(json.dumps({"tool": "planner", "now": now, "fields": told}))

"""What a plan tells to come after an ask that is for now, held against the plan once that ask is made."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from cases import case_of, event, planned, window

from followup.dates import calendars
from followup.model.plan import ASKS, Plan, Step
from followup.planning.resuming import resumed


def following(plan: Plan) -> list[Step]:
    """What comes after the ask that is for now: every other ask that is open, and the day to let go."""
    steps = [step for step in plan.steps if step.is_open and step.id != ripe(plan)]
    return [step for step in steps if step.action in (*ASKS, "let-go")] if ripe(plan) else []


def ripe(plan: Plan) -> str:
    """The ask that is for now, if there is one."""
    return next((step.id for step in plan.steps if step.action in ASKS and step.status in ("due", "overdue")), "")


def assert_told_as_it_will_be(asked: Mapping[str, Any], now: str) -> None:
    """Nothing that follows moves by making the ask when it is told, and nobody is asked twice on a day."""
    before = planned(asked, now=now)
    ask = next(step for step in before.steps if step.id == ripe(before))
    at = resumed(ask, datetime.fromisoformat(now), calendars.calendar_of(case_of(asked)))
    days = [at.astimezone(ask.window.target.tzinfo).date(), *map(_day, following(before))]
    assert sorted(set(days)) == days
    made = event("voicemail" if ask.channel == "phone" else "sent", at.isoformat(), step=ask.action)
    after = planned({**asked, "events": [*asked.get("events", ()), made]}, now=at.isoformat())
    told = {step.id: window(step) for step in following(before)}
    assert told == {step.id: window(step) for step in after.steps if step.id in told}


def _day(step: Step) -> date:
    return step.window.target.date()

"""What the developers' page on the course shows: situations that people told and every pair of state and event."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import course_table
from cases import planned, spoken
from situations import SITUATIONS, Situation

from followup.model.plan import Plan

FILE = Path(__file__).parents[2] / "docs" / "developers" / "course.json"


def recorded() -> dict[str, Any]:
    """Everything, by the engine."""
    return {"situations": [_situation(one) for one in SITUATIONS], "pairs": _pairs()}


def _situation(one: Situation) -> dict[str, str]:
    plan = planned(one.told, now=one.moment)
    return {
        "number": one.number,
        "says": one.says,
        "right": _said(one.state, one.action, one.window or ()),
        "now": _now(plan, both=one.window is not None and one.window[1] != ""),
    }


def _now(plan: Plan, *, both: bool) -> str:
    step = next((each for each in plan.steps if each.id == plan.next), None)
    if step is None:
        return _said(plan.state, "", ())
    last = spoken(step.window.latest) if both else ""
    return _said(plan.state, step.action, (spoken(step.window.earliest), last))


def _said(state: str, action: str, window: Iterable[str]) -> str:
    first, last = (*window, "", "")[:2]
    when = f", {first} to {last}" if last and last != first else f", from {first}" if first else ""
    return f"{state}: {action or 'nothing'}{when}"


def _pairs() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for name, state, plan in course_table.pairs():
        step = next((one for one in plan.steps if one.id == plan.next), None)
        found.setdefault(name, {})[state] = f"{plan.state}: {step.action if step else 'nothing'}"
    return found


def record() -> None:
    """Writes the file anew."""
    FILE.write_text(json.dumps(recorded(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")

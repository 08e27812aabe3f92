"""The largest that may be asked takes bounded work, counted and not timed; what is larger is refused in a sentence."""

import json
import sys
from types import CodeType
from typing import Any

import pytest
from cases import round_of

from followup import door
from followup.tools.interviews.answer import MOST_WORK, PLANNED

NOW = "2027-01-07T18:00:00-05:00"
# Beginnings of functions, a half more than was counted on 29 November 2026; an ordinary plan has some ten thousand.
PLAN, LIST, DRAFT, INVITATION, REFUSED = 1_300_000, 7_500_000, 50_000, 240_000, 200_000


def asked(tool: str, fields: object) -> str:
    """A request as text."""
    return json.dumps({"tool": tool, "now": NOW, "fields": fields})


def work(request: str) -> tuple[int, dict[str, Any]]:
    """How many functions of Python an answer begins, and the answer."""
    door.answer(request)
    begun = 0

    def count(code: CodeType, offset: int) -> None:
        nonlocal begun
        begun += 1

    tool, begins = sys.monitoring.PROFILER_ID, sys.monitoring.events.PY_START
    sys.monitoring.use_tool_id(tool, "cliffs")
    sys.monitoring.register_callback(tool, begins, count)
    sys.monitoring.set_events(tool, begins)
    try:
        answered = json.loads(door.answer(request))
    finally:
        sys.monitoring.set_events(tool, 0)
        sys.monitoring.free_tool_id(tool)
    return begun, answered


def large(rounds: int = 20, people: int = 20, days: int = 20) -> dict[str, Any]:
    """A case with that many rounds on so many days, each with that many people."""
    dates = [f"2026-11-{10 + at % days:02}" for at in range(rounds)]
    held = [
        round_of(day, interviewers=[{"name": f"Dana {at} {one}"} for one in range(people)])
        for at, day in enumerate(dates)
    ]
    return {"rounds": held, "country": "US"}


@pytest.mark.ours
@pytest.mark.parametrize("days", [20, 1])
def test_the_largest_plan_takes_bounded_work(days: int) -> None:
    """Twenty rounds with twenty people each, on twenty days or all on one."""
    begun, answered = work(asked("planner", large(days=days)))
    assert [] == answered["problems"]
    assert begun <= PLAN


@pytest.mark.ours
def test_a_hundred_of_the_largest_interviews_are_listed_and_as_many_planned_as_a_phone_bears() -> None:
    """Each is there by its name; those beyond say in a sentence what to do."""
    cases = [{"id": str(at), "name": f"Firm {at}", "case": large()} for at in range(PLANNED)]
    begun, answered = work(asked("interviews", {"cases": cases}))
    found = answered["data"]["interviews"]
    beyond = [one["problems"][0]["message"] for one in found if one["problems"]]
    assert PLANNED == len(found)
    assert PLANNED - MOST_WORK // 421 == len(beyond)
    assert {"This list plans 100 interviews, fewer where they are large; delete some, or open this one"} == {*beyond}
    assert begun <= LIST


def test_a_hundred_ordinary_interviews_are_all_planned() -> None:
    """Three rounds with three people each."""
    cases = [{"id": str(at), "name": f"Firm {at}", "case": large(3, 3)} for at in range(PLANNED)]
    begun, answered = work(asked("interviews", {"cases": cases}))
    assert [] == [one for one in answered["data"]["interviews"] if one["problems"]]
    assert begun <= LIST


DRAFTS = {"words": "word ", "lines": "Hi Dana,\n", "blanks": "[", "dashes": "_" * 32 + "\n", "signs": "🎉é"}


@pytest.mark.parametrize("piece", DRAFTS.values(), ids=DRAFTS)
def test_the_longest_draft_takes_bounded_work(piece: str) -> None:
    """20,000 characters of anything."""
    begun, _ = work(asked("checker", {"draft": (piece * 20_000)[:20_000]}))
    assert begun <= DRAFT


INVITATIONS = {
    "days of the week": "Thursday ",
    "days": "on 4 May ",
    "days on lines": "on 4 May 2 pm\n",
    "empty lines": "\n",
    "empty quoted lines": "> \n",
    "senders": "From: a\n",
    "labels": "with:\n",
    "cells": "a\tb\n",
}


@pytest.mark.ours
@pytest.mark.parametrize("piece", INVITATIONS.values(), ids=INVITATIONS)
def test_the_longest_invitation_takes_bounded_work(piece: str) -> None:
    """20,000 characters of anything, alone and below a sentence with a day."""
    for above in ("", "Interview on 14 January 2027 at 2 pm with Dana.\n"):
        begun, _ = work(asked("invitation", {"text": (above + piece * 20_000)[:20_000], "my_zone": "UTC"}))
        assert begun <= INVITATION


REFUSALS = {
    "a draft of 200 kB": asked("checker", {"draft": "word " * 40_000}),
    "a role of 200 kB": asked("planner", large(1, 1) | {"role": "x" * 200_000}),
    "21 rounds": asked("planner", large(21, 1)),
    "21 people": asked("planner", large(1, 21)),
    "deep lists": "[" * 100_000,
    "deep objects": '{"tool":' * 100_000,
    "deep within a field": asked("planner", large(1, 1))[:-2] + ',"x":' + "[" * 50_000 + "]" * 50_000 + "}}",
    "a list with a length alone": asked("planner", {"rounds": {"length": 1_500}}),
    "1,001 interviews": asked("interviews", {"cases": [{"id": "1", "name": "Acme", "case": {}}] * 1_001}),
    "an invitation of 2 MB": asked("invitation", {"text": "BEGIN:VCALENDAR\r\n" * 120_000}),
}


@pytest.mark.parametrize("request_text", REFUSALS.values(), ids=REFUSALS)
def test_what_is_too_large_is_refused_in_a_sentence(request_text: str) -> None:
    """Without the work that an answer would take."""
    begun, answered = work(request_text)
    assert answered["problems"]
    assert all(one["message"][:1].isupper() and len(one["message"]) < 400 for one in answered["problems"])
    assert begun <= REFUSED

"""What further sources say beside a step of the plan, and what is usual where a message is read."""

import json
from datetime import datetime
from typing import Any

import pytest
from cases import NEW_YORK, fields, promised, round_of

from followup import door, forms, planning
from followup.dates import calendars
from followup.model.case import Case
from followup.tools.planner.voices import voices

NOW = "2027-01-07T18:00:00-05:00"


def said(action: str, **told: Any) -> str:
    """What further sources say on the step of that action, or nothing."""
    reading = forms.read(Case, fields(**told))
    assert isinstance(reading.value, Case)
    case = reading.value
    plan = planning.plan(case, datetime.fromisoformat(NOW), calendars.calendar_of(case))
    found = [voices(step, case) for step in plan.steps if step.action == action]
    return found[0].says if found[0] else ""


def shown(tool: str, **told: Any) -> str:
    """The panel of a tool."""
    answer = json.loads(door.answer(json.dumps({"tool": tool, "now": NOW, "fields": told})))
    assert [] == answer["problems"]
    panel: str = answer["fragment"]
    return panel


@pytest.mark.parametrize(
    ("action", "begins"),
    [
        ("thank-you", "71 of the 81 voices"),
        ("check-in", "31 of the 45 voices"),
        ("second-check-in", "Only 8 voices name a wait: 8 of them"),
        ("let-go", "11 of the 18 voices"),
    ],
)
def test_each_default_is_told_with_who_goes_along(action: str, begins: str) -> None:
    """Counted by a person, as voices.md has it."""
    assert said(action).startswith(begins)


def test_the_count_follows_the_pace_of_the_plan() -> None:
    """Ten business days suit more voices, three fewer, and a source alone has its own wait."""
    assert said("check-in", pace="public").startswith("43 of the 45")
    assert said("check-in", pace="quick").startswith("5 of the 45")
    assert said("check-in", approach="formats").startswith("43 of the 45")


def test_a_date_they_named_has_voices_of_its_own() -> None:
    """Two business days after it."""
    assert said("check-in", promise=promised("2027-01-13")).startswith("32 of the 41")


def test_what_nobody_was_counted_on_has_no_voices() -> None:
    """A phone note is due at once by one source; the voices were asked of visits."""
    assert "" == said("thank-you", rounds=[round_of("2027-01-07", format="phone")])
    assert "" == said("thank-you", approach="staffing")


def test_the_panel_leads_to_all_voices() -> None:
    """Under the reasons of a step."""
    panel = shown("planner", **fields())
    assert "31 of the 45 voices" in panel
    assert "evidence/first-check-in/" in panel


def test_ontarios_day_stands_on_a_line_of_the_plan() -> None:
    """45 days after Thursday 7 January is Sunday 21 February."""
    there = {"rounds": [round_of("2027-01-07", zone="America/Toronto")], "country": "CA"}
    panel = shown("planner", **fields(**there, subdivision="ON"))
    assert "row--law" in panel
    assert "If they have 25 or more staff and advertised the post publicly" in panel
    assert "by 21 Feb" in panel.replace("Sunday ", "").replace("Sun ", "")
    assert "row--law" not in shown("planner", **fields(**there, subdivision="BC"))


def test_the_writer_tells_the_custom_of_the_country_that_reads() -> None:
    """Thanks in a thank-you, the wait in a question, neither where nobody told where they are."""
    case = fields(country="DE", rounds=[round_of("2027-01-07", zone="Europe/Berlin")])
    assert "In Germany opinions differ" in shown("writer", letter="thank-you-onsite", case=case)
    asking = shown("writer", letter="check-in", case=case)
    assert "ten days or more" in asking
    assert "opinions differ" not in asking
    assert "In Japan" in shown("writer", letter="thank-you-onsite", zone="Asia/Tokyo")
    assert "evidence/customs/" not in shown("writer", letter="thank-you-onsite")


def test_what_now_tells_the_custom_of_their_zone() -> None:
    """Nobody is asked for a country there; the zone says where they read."""
    told = {"where": "interviewed", "thanked": "no", "format": "onsite", "interview": "2027-01-07", "ended": "15:00"}
    german = shown("what-now", answers=told | {"zone": "Europe/Berlin"})
    assert "In Germany opinions differ" in german
    assert "notice--custom" not in shown("what-now", answers=told | {"zone": NEW_YORK})

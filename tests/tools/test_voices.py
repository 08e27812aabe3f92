"""What further sources say beside a step of the plan, and what is usual where a message is read."""

import json
from datetime import datetime
from html import unescape
from typing import Any

import pytest
from cases import NEW_YORK, event, fields, promised, round_of

from followup import door, forms, planning
from followup.dates import calendars
from followup.model.case import Case
from followup.planning.voices import voices
from followup.rules import customs
from followup_site.pages import country_pages

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
        ("second-check-in", "Only 8 voices name a wait, and all of them"),
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
    """Where nobody named a country, the zone says where they read."""
    told = {"where": "interviewed", "thanked": "no", "format": "onsite", "interview": "2027-01-07", "ended": "15:00"}
    german = shown("what-now", answers=told | {"zone": "Europe/Berlin"})
    assert "In Germany opinions differ" in german
    assert "notice--custom" not in shown("what-now", answers=told | {"zone": NEW_YORK})


WAITING = {"where": "waiting", "promise": "none", "interview": "2027-01-07", "ended": "15:00"}
TORONTO = WAITING | {"zone": "America/Toronto", "country": "CA"}


def asked_there(now: str = NOW, **told: str) -> dict[str, Any]:
    """What the door says to those answers in "What now?"."""
    request = {"tool": "what-now", "now": now, "fields": {"answers": told}}
    answer: dict[str, Any] = json.loads(door.answer(json.dumps(request)))
    assert [] == answer["problems"]
    return answer


def test_what_now_asks_for_a_region_where_a_law_of_one_dates_the_wait() -> None:
    """Ontario names 45 days. The zone proposes a region in words, and chooses none."""
    answer = asked_there(**TORONTO)
    assert "region" == answer["data"]["question"]["id"]
    (part,) = answer["data"]["question"]["parts"]
    assert {"value": "ON", "words": "Ontario"} in part["options"]
    assert "By their time zone it may be Ontario." in answer["fragment"]
    assert "selected" not in answer["fragment"]


def test_ontarios_day_is_told_in_what_now_without_a_case() -> None:
    """45 days after Thursday 7 January is Sunday 21 February; British Columbia has no such law."""
    ontario = asked_there(**TORONTO, region="ON")
    assert "by Sunday 21 February 2027 (O. Reg. 476/24" in ontario["fragment"]
    assert {"question": "In which state or region are they?", "answer": "Ontario", "id": "region"} in ontario["data"][
        "answers"
    ]
    assert "O. Reg. 476/24" not in asked_there(**TORONTO, region="BC")["fragment"]
    assert "O. Reg. 476/24" not in asked_there(**TORONTO, region="")["fragment"]


def test_what_now_asks_for_a_region_where_their_days_off_differ() -> None:
    """Scotland works on Easter Monday, and a wait in January meets no such day."""
    there = {"zone": "Europe/London", "country": "GB", "interview": "2027-03-25"}
    assert "region" == asked_there("2027-03-25T18:00:00+00:00", **WAITING | there)["data"]["question"]["id"]
    assert asked_there(**WAITING | there | {"interview": "2027-01-07"})["data"]["question"] is None


def test_a_region_may_be_unknown_and_of_no_other_country() -> None:
    """Not knowing is an answer; another country's region is told as wrong beside the question."""
    assert asked_there(**TORONTO, region="")["data"]["ending"]
    request = {"tool": "what-now", "now": NOW, "fields": {"answers": TORONTO | {"region": "BY"}}}
    assert ["answers.region"] == [one["field"] for one in json.loads(door.answer(json.dumps(request)))["problems"]]


@pytest.mark.parametrize(
    ("told", "begins"),
    [
        ({}, "31 of the 45 voices"),
        ({"promise": "date", "promised": "2027-01-13"}, "32 of the 41 voices"),
        ({"where": "silence", "followed-up": "once", "sent": "2027-01-07"}, "Only 8 voices"),
        ({"where": "interviewed", "thanked": "no", "format": "onsite"}, "71 of the 81 voices"),
    ],
)
def test_what_now_tells_who_goes_along(told: dict[str, str], begins: str) -> None:
    """With a bar for each answer, as beside the planner's step."""
    panel = asked_there(**WAITING | {"zone": NEW_YORK, "country": ""} | told)["fragment"]
    assert f"<p>{begins}" in panel
    assert 'class="tally"' in panel


def test_a_bar_stands_for_each_answer_and_the_dot_follows_the_pace() -> None:
    """Five bars for the wait; ours is a week, and two weeks at the pace of public service."""
    for pace, ours in (("ordinary", "a week"), ("public", "two weeks")):
        panel = shown("planner", **fields(pace=pace))
        drawn = panel[panel.index('aria-label="No date given') :]
        assert "under a week: 5; a week: 26; ten days: 3; two weeks: 9; three weeks or more: 2." in drawn
        rows = drawn[: drawn.index("</svg>")].split("<g ")[1:]
        assert [ours] == [row.split("</text>")[0].rpartition(">")[2] for row in rows if "tally__ours" in row]


# Zones of twelve countries whose customs differ, beside Canada's law.
PLACES = {
    "JP": "Asia/Tokyo",
    "DE": "Europe/Berlin",
    "AT": "Europe/Vienna",
    "CH": "Europe/Zurich",
    "FR": "Europe/Paris",
    "GB": "Europe/London",
    "IT": "Europe/Rome",
    "KR": "Asia/Seoul",
    "HK": "Asia/Hong_Kong",
    "BR": "America/Sao_Paulo",
    "NZ": "Pacific/Auckland",
    "CA": "America/Toronto",
}


THANKED = event("sent", "2027-01-07T16:00", step="thank-you", to="Dana Ruiz")


@pytest.mark.parametrize("country", PLACES)
def test_all_four_places_tell_what_is_usual_there(country: str) -> None:
    """Each says the sentence on thanks while one is ahead, and the one on asking later; the guide has both."""
    note, zone = customs.notes()[country], PLACES[country]
    case = fields(country=country, rounds=[round_of("2027-01-07", zone=zone)])
    thanked = fields(country=country, rounds=[round_of("2027-01-07", zone=zone)], events=[THANKED])
    what_now = {"interview": "2027-01-07", "ended": "15:00", "zone": zone, "country": country, "region": ""}
    thanking = what_now | {"where": "interviewed", "thanked": "no", "format": "onsite"}
    waiting = what_now | {"where": "waiting", "promise": "none"}
    told = {
        note.thanks: (
            shown("planner", **case),
            shown("what-now", answers=thanking),
            shown("writer", letter="thank-you-onsite", case=case),
            country_pages.countries({"about": "thanks"}),
        ),
        note.asking: (
            shown("planner", **thanked),
            shown("what-now", answers=waiting),
            shown("writer", letter="check-in", case=case),
            country_pages.countries({"about": "asking"}),
        ),
    }
    missing = [
        (sentence, place)
        for sentence, panels in told.items()
        for place, panel in zip(("planner", "what now", "writer", "guide"), panels, strict=True)
        if sentence and sentence not in unescape(panel)
    ]
    assert [] == missing

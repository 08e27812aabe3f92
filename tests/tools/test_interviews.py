"""Your interviews, asked through the door: overdue first, and one that is half filled hides no other."""

import json
from typing import Any

import pytest
from cases import event, fields
from icalendar import Calendar

from followup import door

NOW = "2027-01-12T10:00:00-05:00"
THANKED = event("sent", "2027-01-08T09:00", step="thank-you", to="Dana Ruiz")


def asked(*cases: dict[str, Any], now: str = NOW) -> dict[str, Any]:
    """Gives the door's whole answer."""
    request = {"tool": "interviews", "now": now, "fields": {"cases": list(cases)}}
    answer: dict[str, Any] = json.loads(door.answer(json.dumps(request)))
    assert [] == answer["problems"]
    return answer


def named(name: str, case: dict[str, Any], id: str = "") -> dict[str, Any]:
    """Gives one application."""
    return {"id": id, "name": name, "case": case}


OVERDUE = named("Late", fields("2027-01-06", company="Late"), "1")
DUE = named("Now", fields("2027-01-11", company="Now"), "2")
WAITING = named("Later", fields(company="Later", events=[THANKED]), "3")
REJECTED = named("Over", fields("2026-12-01", company="Over", events=[event("withdrawn", "2026-12-02T10:00")]), "4")
HALF = named("Half", {"company": "Half", "rounds": [{"zone": "America/New_York"}]}, "5")


def test_overdue_stands_first_and_half_filled_last():
    """The order is that of need, whatever the order they came in."""
    found = asked(HALF, REJECTED, WAITING, OVERDUE, DUE)["data"]["interviews"]
    assert ["overdue", "due", "waiting", "", "unfinished"] == [one["status"] for one in found]
    assert ["1", "2", "3", "4", "5"] == [one["id"] for one in found]


def test_two_that_wait_stand_by_date():
    """The nearer one comes first."""
    nearer = named(
        "Nearer", fields("2027-01-06", events=[event("sent", "2027-01-07T09:00", step="thank-you", to="Dana Ruiz")])
    )
    assert ["Nearer", "Later"] == [one["name"] for one in asked(WAITING, nearer)["data"]["interviews"]]


def test_one_that_cannot_be_read_says_what_is_missing():
    """Its problem stands beside it, and the others are planned all the same."""
    answer = asked(HALF, WAITING)
    half = answer["data"]["interviews"][1]
    assert {"field": "rounds[0].date", "message": "Enter the date of the interview, like 2027-01-07"} in half[
        "problems"
    ]
    assert "Not finished yet. Enter the date of the interview" in answer["fragment"]


@pytest.mark.parametrize("case", [{}, {"rounds": "x"}, {"rounds": [None]}, {"nothing": 1}])
def test_a_damaged_case_brings_nothing_down(case: dict[str, Any]):
    """Whatever a file holds, the list stands."""
    assert "unfinished" == asked(named("Damaged", case))["data"]["interviews"][0]["status"]


def test_one_calendar_holds_all():
    """Each plan's steps are in it, each under an id of its own."""
    (file,) = asked(WAITING, DUE)["files"]
    events = Calendar.from_ical(file["text"]).walk("VEVENT")
    assert 8 == len(events) == len({str(one["UID"]) for one in events})


def test_without_interviews_there_is_a_way_to_the_first():
    """An empty list is no problem, and there is no file of it."""
    answer = asked()
    assert ([], []) == (answer["data"]["interviews"], answer["files"])
    assert "data-new-case" in answer["fragment"]


def test_a_day_beyond_the_calendar_is_told_beside_its_case():
    """No date is guessed, and nothing else is lost."""
    far = named("Far", fields("2090-01-05"))
    assert ["waiting", "unfinished"] == [one["status"] for one in asked(far, WAITING)["data"]["interviews"]]


@pytest.mark.parametrize("nasty", ["{{ 7*7 }}", "<b>x</b>", '"><script>', "a' onclick='x"])
def test_a_name_stays_text(nasty: str):
    """A file may hold any name."""
    fragment = asked(named(nasty, fields(company=nasty), nasty))["fragment"]
    assert "<b>x" not in fragment
    assert "<script" not in fragment
    assert "' onclick" not in fragment
    assert "49" not in fragment

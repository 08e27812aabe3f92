"""What one answer of a case says against another, where the door's tests do not look already."""

from datetime import date, datetime, time
from typing import Any

import pytest

from followup.case import check
from followup.dates.clock import written_day

NOW = datetime.fromisoformat("2027-02-01T12:00:00-05:00")
TOLD: dict[str, Any] = {
    "country": "US",
    "subdivision": "",
    "rounds": 1,
    "rounds[0].date": date(2027, 1, 7),
    "rounds[0].ends": time(15),
    "rounds[0].zone": "America/New_York",
    "promise.kind": "none",
    "events": 0,
}


def problems(path: str = "", **told: Any) -> dict[str, str]:
    """Messages by path; `told` changes the plain case."""
    values = {path + key: value for key, value in {**TOLD, **told}.items()}
    return {problem.field: problem.message for problem in check.problems(values, NOW, path)}


def test_a_plain_case_has_no_problem() -> None:
    """What the others change."""
    assert {} == problems()


def test_a_case_may_stand_inside_another_request() -> None:
    """The writer's case has a path of its own."""
    assert ["case.promise.by"] == list(problems("case.", **{"promise.kind": "date"}))


READINGS = [
    (date(2026, 1, 15), date(2027, 1, 7), "15 January 2027"),
    (date(2026, 12, 20), date(2027, 1, 7), "20 December 2027"),
    (date(2020, 1, 6), date(2027, 1, 7), "6 January 2028"),
    (date(2024, 2, 29), date(2027, 1, 7), "1 March 2027"),
    (date(2027, 1, 6), date(2027, 1, 7), "6 January 2028"),
]


@pytest.mark.parametrize(("by", "held", "meant"), READINGS)
def test_a_promise_before_the_interview_is_read_in_two_ways(by: date, held: date, meant: str) -> None:
    """In the next year in which it lies ahead, or said before this interview."""
    found = problems(**{"promise.kind": "date", "promise.by": by, "rounds[0].date": held})["promise.by"]
    assert f"they meant {meant}, or they named {written_day(by)} before this interview" in found


@pytest.mark.parametrize("day", [date.min, date.max, date(9999, 1, 1), date(1, 1, 3)])
def test_the_ends_of_the_calendar_are_problems_and_no_exceptions(day: date) -> None:
    """Whichever answer they stand in."""
    assert "rounds[0].date" in problems(
        **{"rounds[0].date": day, "promise.kind": "date", "promise.by": date(9998, 1, 1)}
    )
    assert "promise.by" in problems(**{"promise.kind": "range", "promise.from": day, "promise.by": day})


def test_rounds_in_two_zones_are_ordered_by_the_moment() -> None:
    """09:00 in Tokyo is before 15:00 of the same day in New York, and after 15:00 of the day before."""
    tokyo = {"rounds[0].date": date(2027, 1, 7), "rounds[0].ends": time(9), "rounds[0].zone": "Asia/Tokyo"}
    new_york = {"rounds[1].ends": time(15), "rounds[1].zone": "America/New_York", "rounds": 2}
    assert {} == problems(**tokyo, **new_york, **{"rounds[1].date": date(2027, 1, 7)})
    assert ["rounds[1].date"] == list(problems(**tokyo, **new_york, **{"rounds[1].date": date(2027, 1, 6)}))


def test_an_interview_without_an_hour_may_stand_anywhere_on_its_day() -> None:
    """Before one that ends at 15:00 of that day, and not before one of the day before."""
    unknown = {"rounds[0].ends": None, "rounds": 2, "rounds[1].zone": "America/New_York", "rounds[1].ends": time(15)}
    assert {} == problems(**unknown, **{"rounds[1].date": date(2027, 1, 7)})
    message = problems(**unknown, **{"rounds[1].date": date(2027, 1, 6)})["rounds[1].date"]
    assert message.endswith("the one before is on Thursday 7 January 2027")
    message = problems(**unknown, **{"rounds[1].date": date(2027, 1, 7), "rounds[0].starts": time(16)})[
        "rounds[1].date"
    ]
    assert message.endswith("the one before starts Thursday 7 January 2027, 16:00")


TWICE_MOVED = {
    "events": 2,
    "events[0].kind": "interview-moved",
    "events[0].at": datetime.fromisoformat("2027-01-08T16:00"),
    "events[0].by": date(2027, 1, 29),
    "events[1].kind": "interview-moved",
    "events[1].at": datetime.fromisoformat("2027-01-07T16:00"),
    "events[1].by": date(2027, 1, 11),
}


def test_a_promise_is_not_before_the_day_an_interview_was_moved_to() -> None:
    """The last word counts, wherever it stands in the list."""
    by = {"promise.kind": "date", "promise.by": date(2027, 1, 12)}
    assert "Friday 29 January 2027" in problems(**TWICE_MOVED, **by)["promise.by"]
    earlier = {**TWICE_MOVED, "events[0].by": date(2027, 1, 11)}
    assert {} == problems(**earlier, **by)


def test_what_could_not_be_read_is_not_held_against_the_rest() -> None:
    """A wrong zone leaves the order of the rounds and the hours of events open."""
    half = {
        "rounds[0].zone": None,
        "events": 1,
        "events[0].at": datetime.fromisoformat("2030-01-01T00:00"),
        "events[0].kind": "voicemail",
    }
    assert {} == problems(**half)


MOVED = {"events": 1, "events[0].kind": "interview-moved", "events[0].at": datetime.fromisoformat("2027-01-08T09:00")}


def test_nobody_moves_an_interview_to_a_day_that_is_over() -> None:
    """A day that was over when they named it is refused with both readings (Events)."""
    assert {} == problems(**MOVED, **{"events[0].by": date(2027, 1, 8)})
    assert ["events[0].by"] == list(problems(**MOVED, **{"events[0].by": date(2027, 1, 7)}))
    assert ["events[0].by"] == list(problems(**MOVED, **{"events[0].by": date(2050, 1, 7)}))

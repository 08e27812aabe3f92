"""The door: whatever comes in, an answer or problems come out, never an exception."""

import copy
import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from cases import event, fields, promised, round_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from followup.dates.clock import written_day
from followup.door import TOOLS, answer
from followup.model.language import months

NOW = "2027-02-01T12:00:00-05:00"
STYLE = re.compile(r"(Enter|Choose|Remove|Add)\b(?!.*\b(please|invalid|error)\b)", re.IGNORECASE | re.DOTALL)
WHOLE: dict[str, Any] = {
    "company": "Acme",
    "role": "Data Analyst",
    "rounds": [
        {
            "format": "onsite",
            "date": "2027-01-07",
            "starts": "14:00",
            "ends": "15:00",
            "zone": "America/New_York",
            "interviewers": [{"name": "Dana Ruiz", "email": "dana@example.com", "part": "hr", "zone": "Europe/London"}],
        }
    ],
    "promise": {"kind": "range", "from": "2027-01-13", "by": "2027-01-15"},
    "country": "US",
    "subdivision": "CA",
    "closures": ["2027-01-11"],
    "my_zone": "Europe/London",
    "approach": "balanced",
    "events": [
        {
            "kind": "called",
            "at": "2027-01-20T10:00",
            "step": "check-in",
            "to": "Dana Ruiz",
            "outcome": "promise",
            "by": "2027-01-29",
            "deadline": "2027-02-05",
        }
    ],
}
TOO_LONG, TOO_DEEP = "x" * 10_000, json.loads("[" * 80 + "]" * 80)
WRONG = [7, -0.5, 10**30, True, ["x"], {"x": "y"}, [], {}, TOO_LONG, "a\u0000b", "a\ud800b", "a\nb", TOO_DEEP]
FAR = ["0001-01-01T00:00+14:00", "9999-12-31T23:59-12:00", "2027-02-01T12:00+99:00"]

type Path = tuple[str | int, ...]


def asked(told: object, now: object = NOW, tool: object = "planner") -> dict[str, Any]:
    """The whole answer to fields."""
    found: dict[str, Any] = json.loads(answer(json.dumps({"tool": tool, "now": now, "fields": told})))
    assert {"data", "fragment", "files", "problems"} == set(found)
    assert bool(found["problems"]) == (found["data"] is None)
    return found


def problems(told: object, now: object = NOW) -> dict[str, str]:
    """What is wrong with fields, by path; every message says what to do."""
    found = {one["field"]: one["message"] for one in asked(told, now)["problems"]}
    assert [] == [message for message in found.values() if not STYLE.match(message)]
    return found


def paths(value: object, at: Path = ()) -> Iterator[Path]:
    """Every path in a JSON value."""
    if at:
        yield at
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inner:
        yield from paths(part, (*at, key))


def spelled(path: Path) -> str:
    """rounds[0].date for ("rounds", 0, "date")."""
    return "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path).removeprefix(".")


def changed(path: Path, value: object) -> dict[str, Any]:
    """The whole case with one value exchanged."""
    told = copy.deepcopy(WHOLE)
    place: Any = told
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return told


def test_the_whole_case_is_right() -> None:
    """What the other tests change."""
    assert {} == problems(WHOLE)


@pytest.mark.parametrize("path", list(paths(WHOLE)), ids=spelled)
def test_a_wrong_value_anywhere_is_named_by_its_path(path: Path) -> None:
    """Numbers, lists, objects, truth values, long texts and control characters at every place."""
    for value in WRONG:
        # A list may be empty, and an object with every question left out is an answer to some.
        if value in ([], {}) and path[-1] in (0, "interviewers", "closures", "events", "promise"):
            continue
        found = problems(changed(path, value))
        assert [key for key in found if key.startswith(spelled(path))], (value, found)


@pytest.mark.parametrize("path", list(paths(WHOLE)), ids=spelled)
def test_nothing_in_a_place_is_an_answer_left_out(path: Path) -> None:
    """Null means the same as an empty text: a problem where an answer is needed, and never an exception."""
    empty = "" if not isinstance(path[-1], int) or path[0] == "closures" else None
    assert problems(changed(path, None)).keys() == problems(changed(path, empty)).keys()


ONE_WRONG = [
    (fields(rounds=[]), "rounds", "Add the interview"),
    (fields("2027-02-29"), "rounds[0].date", "Enter the date of the interview; 2027-02-29 is not"),
    (fields("07/01/2027"), "rounds[0].date", "Enter the date"),
    (fields("2027-1-7"), "rounds[0].date", "Enter the date"),
    (fields("20270107"), "rounds[0].date", "Enter the date"),
    (fields("2027-W01-4"), "rounds[0].date", "Enter the date"),
    (fields("２０２７-01-07"), "rounds[0].date", "Enter the date"),
    (fields("0001-01-01"), "rounds[0].date", "Enter a day from"),
    (fields("9999-12-31"), "rounds[0].date", "Enter a day from"),
    (fields(rounds=[round_of("2027-01-07", "24:00")]), "rounds[0].ends", "Enter the time"),
    (fields(rounds=[round_of("2027-01-07", "3pm")]), "rounds[0].ends", "Enter the time"),
    (fields(rounds=[round_of("2027-01-07", "15:00:00")]), "rounds[0].ends", "Enter the time"),
    (fields(rounds=[round_of("2027-01-07", starts="15:30")]), "rounds[0].ends", "Enter a time after the start"),
    (fields(rounds=[round_of("2027-01-07", zone="Mars/Olympus")]), "rounds[0].zone", "Choose the time zone"),
    (fields(rounds=[round_of("2027-01-07", zone="../etc/passwd")]), "rounds[0].zone", "Choose the time zone"),
    (fields(rounds=[round_of("2027-01-07", zone="")]), "rounds[0].zone", "Choose the time zone"),
    (fields(rounds=[round_of("2027-01-07", format="carrier pigeon")]), "rounds[0].format", "Choose one of: onsite"),
    (fields(rounds=[round_of("2027-01-07")] * 200), "rounds", "Enter at most 20"),
    (fields(rounds=[round_of("2027-01-08"), round_of("2027-01-07")]), "rounds[1].date", "Enter the interviews in"),
    (fields(events=[event("voicemail", "2027-01-20T10:00")] * 201), "events", "Enter at most 200"),
    (fields(country="ZZ"), "country", "Choose a country"),
    (fields(country="ZZ", subdivision="CA"), "country", "Choose a country"),
    (fields(subdivision="Atlantis"), "subdivision", "Choose a state"),
    (fields(country="", subdivision="CA"), "subdivision", "Choose their country too"),
    (fields(closures=["2027-01-11", "2027-13-01"]), "closures[1]", "Enter the day they are closed"),
    (fields(promise={"kind": "date"}), "promise.by", "Enter the day they named"),
    (fields(promise=promised("2027-01-06")), "promise.by", "Enter a day on or after the interview"),
    (fields(promise={"kind": "range", "from": "2027-01-16", "by": "2027-01-15"}), "promise.by", "Enter a last day"),
    (fields(promise={"kind": "range", "by": "2027-01-15"}), "promise.from", "Enter the first day"),
    (fields(events=[event("voicemail", "2027-02-01T12:01")]), "events[0].at", "Enter a moment that is not in the"),
    (fields(events=[event("voicemail", "2027-01-07T14:59")]), "events[0].at", "Enter a moment after the first"),
    (fields(events=[event("voicemail", "2027-01-20T")]), "events[0].at", "Enter when it happened"),
    (fields(events=[event("voicemail", "0001-01-01T00:00")]), "events[0].at", "Enter when it happened"),
    (fields(events=[event("voicemail", "9999-12-31T23:59-12:00")]), "events[0].at", "Enter when it happened"),
    (fields(events=[event("offer-elsewhere", "1999-01-04T10:00")]), "events[0].at", "Enter a day from"),
    (fields(events=[event("sent", "2027-01-20T10:00")]), "events[0].step", "Choose which message"),
    (fields(events=[event("reply", "2027-01-20T10:00")]), "events[0].outcome", "Choose what came of it"),
    (fields(events=[event("reply", "2027-01-20T10:00", outcome="promise")]), "events[0].by", "Enter the day"),
    (
        fields(events=[event("offer-elsewhere", "2027-01-20T10:00", deadline="2027-01-19")]),
        "events[0].deadline",
        "Enter a day on or after",
    ),
    (
        fields(events=[event("sent", "2027-01-20T10:00", step="thank-you", to="Nobody")]),
        "events[0].to",
        "Enter one of the people",
    ),
    (fields(approach="pushy"), "approach", "Choose one of: balanced"),
    (fields(colour="red"), "colour", "Remove this field"),
]


@pytest.mark.parametrize(
    ("told", "field", "message"), ONE_WRONG, ids=[f"{field}-{at}" for at, (_, field, _) in enumerate(ONE_WRONG)]
)
def test_one_mistake_gives_one_problem(told: dict[str, Any], field: str, message: str) -> None:
    """It names the field and says what to enter, and nothing else is blamed."""
    found = problems(told)
    assert [field] == list(found)
    assert found[field].startswith(message)


def test_a_promise_before_the_interview_tells_its_two_readings() -> None:
    """The next year, or a promise from before this interview."""
    told = problems(fields("2027-01-07", promise=promised("2026-01-15")))["promise.by"]
    assert "they meant 15 January 2027, or they named 15 January 2026 before this interview" in told


def test_all_problems_come_at_once() -> None:
    """Six mistakes, six problems."""
    told = fields("2027-02-29", country="ZZ", my_zone="X", approach="Y", closures=["Z"], promise={"kind": "date"})
    expected = {"rounds[0].date", "country", "my_zone", "approach", "closures[0]", "promise.by"}
    assert expected == set(problems(told))


@pytest.mark.parametrize(
    "address", ["dana@", "@example.com", "dana@example", "dana@example.com\r\nBcc: x@example.com", "a b@example.com"]
)
def test_a_malformed_address_is_refused(address: str) -> None:
    """An empty one is not."""
    told = fields(rounds=[round_of("2027-01-07", interviewers=[{"name": "Dana", "email": address}])])
    assert ["rounds[0].interviewers[0].email"] == list(problems(told))


@pytest.mark.parametrize(
    "now",
    [None, 0, "", "now", ["2027"], "2027-02-01", "2027-02-01T12:00", "2027-02-29T12:00Z", *FAR],
)
def test_now_needs_a_moment_with_its_offset(now: object) -> None:
    """In a year that every zone's clock can reach."""
    assert ["now"] == list(problems(fields(), now))


@pytest.mark.parametrize("now", ["1900-01-01T00:00:00+00:00", "2999-12-31T23:59:59.999999-12:00", "2027-02-01T12:00Z"])
def test_now_may_be_any_moment_of_many_centuries(now: str) -> None:
    """The calendars bind the plan's days, not the clock."""
    assert {} == problems(fields(), now)


def test_a_plan_past_the_calendars_end_says_so() -> None:
    """A clear message on the day it counts from, never a guess."""
    _, last = covered()
    found = problems(fields(last), f"{last}T20:00:00-05:00")
    ends = written_day(date.fromisoformat(last))
    assert (
        f"Enter an earlier day: the plan would reach beyond {ends}, where the calendar ends" == found["rounds[0].date"]
    )


def covered() -> tuple[str, str]:
    """The first and the last day of the calendar, as the door tells them."""
    told = asked(fields("2999-01-01"))["problems"][0]["message"]
    first, last = told.removeprefix("Enter a day from ").partition(";")[0].split(" to ")
    return iso(first), iso(last)


def iso(written: str) -> str:
    """A day that a message says, as data."""
    day, month, year = written.split()
    return date(int(year), months().index(month) + 1, int(day)).isoformat()


def test_the_day_a_plan_counts_on_from_is_named() -> None:
    """A promised day, a day named later, a deadline at the calendar's beginning."""
    first, last = covered()
    late, early = f"{last}T20:00:00-05:00", f"{first}T09:00"
    replied = event("reply", "2027-01-20T10:00", outcome="promise", by=last)
    offered = event("offer-elsewhere", early, deadline=first)
    assert ["promise.by"] == list(problems(fields(promise=promised(last))))
    assert ["events[0].by"] == list(problems(fields(events=[replied]), late))
    assert {"events[0].at"} == set(found := problems(fields(events=[offered]), late))
    assert found["events[0].at"].startswith("Enter a later day: the plan would reach back before")


def test_a_short_plan_near_the_calendars_end_is_made() -> None:
    """One touch and the day to let go lie within it, though a second touch would not."""
    last = date.fromisoformat(covered()[1])
    day = last - timedelta(days=35)
    assert {} == problems(fields(day.isoformat(), approach="formats"), f"{last}T20:00:00-05:00")
    assert problems(fields(day.isoformat()), f"{last}T20:00:00-05:00")


BROKEN = [
    ("", ""),
    ("{", ""),
    ("[]", ""),
    ("null", ""),
    ("7", ""),
    ('"planner"', ""),
    ("\ufeff{}", ""),
    ("[" * 100_000, ""),
    ('{"tool":' * 100_000, ""),
    ("9" * 10_000, ""),
    ('{"tool": "planner", "tool": "writer"}', ""),
    ('{"tool": "planner", "now": "' + NOW + '", "fields": {"role": "A", "role": "B"}}', ""),
    ('{"tool": "planner", "now": "' + NOW + '", "fields": NaN}', "fields"),
    ('{"tool": "planner", "now": "' + NOW + '"}', "fields"),
    ('{"tool": "planner", "now": "' + NOW + '", "fields": null}', "fields"),
    ('{"tool": "planner", "now": "' + NOW + '", "fields": {"rounds": Infinity}}', "rounds"),
    ('{"tool": "nobody", "now": "' + NOW + '", "fields": {}}', "tool"),
    ('{"tool": ["planner"], "now": "' + NOW + '", "fields": {}}', "tool"),
    ('{"tool": {"a": 1}, "now": "' + NOW + '", "fields": {}}', "tool"),
    ('{"tool": "planner", "now": "' + NOW + '", "fields": {}, "more": 1}', ""),
]


@pytest.mark.parametrize(("text", "field"), BROKEN, ids=[str(at) for at in range(len(BROKEN))])
def test_a_broken_request_is_a_problem(text: str, field: str) -> None:
    """Broken JSON, a name twice, an unknown tool: each says what to do."""
    found = json.loads(answer(text))
    assert None is found["data"]
    assert [field] == [one["field"] for one in found["problems"]]
    assert STYLE.match(found["problems"][0]["message"])


DEEP = [("[" * 5_000, True), ("[" * 90 + "]" * 90, False), ("[]" * 5_000, False), ('["' + "[" * 5_000 + '"]', False)]


@pytest.mark.parametrize(("text", "refused"), DEEP)
def test_brackets_that_would_break_a_browser_are_refused(text: str, refused: bool) -> None:
    """Python cannot catch what its host's stack cannot bear; brackets side by side or in a text are no harm."""
    (problem,) = json.loads(answer(text))["problems"]
    assert refused == problem["message"].startswith("Remove brackets")


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["2027-01-07", "US"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@settings(deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(TOOLS), st.sampled_from(list(paths(WHOLE))), JSON)
def test_any_json_anywhere_is_answered(tool: str, path: Path, value: object) -> None:
    """Every tool, with anything at any place of a case."""
    told = changed(path, value) if tool == "planner" else {"case": changed(path, value), "x": value}
    assert {"data", "fragment", "files", "problems"} == set(asked(told, tool=tool))


HALF = "\ud800"
HALVED: list[dict[str, Any]] = [
    {"cases": [{"id": HALF}, {"id": "a", "name": HALF, "case": {"company": HALF}}]},
    {"draft": f"Dear {HALF},", "text": HALF, "letter": HALF, HALF: HALF},
    {"case": {"company": HALF, "rounds": [{"format": HALF}], HALF: 1}},
]


@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize("told", HALVED, ids=["list", "draft", "case"])
def test_half_a_sign_leaves_as_a_number(tool: str, told: dict[str, Any]) -> None:
    """No bytes can hold it, and in the sealed image an answer that no bytes can hold ends everything."""
    request = {"tool": tool, "now": "2027-03-01T12:00:00+01:00", "fields": told}
    as_number, as_it_is = (answer(json.dumps(request, ensure_ascii=is_ascii)) for is_ascii in (True, False))
    assert as_number == as_it_is
    assert {"data", "fragment", "files", "problems"} == set(json.loads(as_number.encode()))


def test_a_damaged_name_can_still_be_dropped() -> None:
    """The row carries the name that the page gave it, so that its buttons find the entry."""
    request = {"tool": "interviews", "now": "2027-03-01T12:00:00+01:00", "fields": {"cases": [{"id": HALF}]}}
    assert HALF == json.loads(answer(json.dumps(request)))["data"]["interviews"][0]["id"]

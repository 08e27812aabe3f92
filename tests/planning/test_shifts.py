"""What may change in a case without changing its plan, and what changes with it."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
from cases import planned
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from test_properties import FEW as PLENTY
from test_properties import ZONES, bounds, cases, iso, stories

from followup import door
from followup.dates import clock
from followup.model.plan import Plan, Step

type Fields = dict[str, Any]

# Two plans an example: a fifth of what the others try.
FEW = settings(PLENTY, max_examples=max(5, settings().max_examples // 5))
WEEK = timedelta(days=7)
# Thirty years from one change of clocks to the next: none.
EVEN = "Asia/Dubai"


def windows(plan: Plan) -> dict[str, list[str]]:
    """Every window by the step's id."""
    return {step.id: bounds(step) for step in plan.steps}


def moments(plan: Plan) -> dict[tuple[str, str], list[datetime]]:
    """Every window by action and person, in UTC."""
    return {
        (step.action, f"{step.round} {step.to}"): [
            clock.instant(at) for at in (step.window.earliest, step.window.target, step.window.latest)
        ]
        for step in plan.steps
    }


def even(asked: Fields) -> Fields:
    """The case where no clock is changed and no day is a holiday."""
    rounds = [
        told | {"zone": EVEN, "interviewers": [one | {"zone": ""} for one in told["interviewers"]]}
        for told in asked["rounds"]
    ]
    return asked | {"rounds": rounds, "country": "", "subdivision": "", "my_zone": EVEN}


def weeks_later(told: Any, weeks: int) -> Any:
    """The same, every day and moment in it that many weeks later."""
    if isinstance(told, dict):
        return {key: weeks_later(value, weeks) for key, value in told.items()}
    if isinstance(told, list):
        return [weeks_later(one, weeks) for one in told]
    try:
        day = date.fromisoformat(told[:10]) + weeks * WEEK
    except (TypeError, ValueError):
        return told
    return day.isoformat() + told[10:]


@FEW
@given(stories(), st.integers(1, 30))
def test_the_same_weeks_later_is_the_same_plan_weeks_later(story: tuple[Fields, datetime], weeks: int) -> None:
    """Where no holiday lies between and no clock is changed."""
    asked, now = even(story[0]), story[1]
    first = planned(asked, now=iso(now))
    second = planned(weeks_later(asked, weeks), now=iso(now + weeks * WEEK))
    shifted = {key: [at + weeks * WEEK for at in found] for key, found in moments(first).items()}
    assert shifted == moments(second)
    assert [step.status for step in first.steps] == [step.status for step in second.steps]
    assert first.next == second.next


@FEW
@given(stories())
def test_a_day_they_are_closed_years_away_changes_nothing(story: tuple[Fields, datetime]) -> None:
    """A closure matters between the interview and the last step alone."""
    asked, now = story
    far = (now + timedelta(days=1000)).date().isoformat()
    first, second = planned(asked, now=iso(now)), planned(asked | {"closures": [*asked["closures"], far]}, now=iso(now))
    assert windows(first) == windows(second)
    assert first.next == second.next


@FEW
@given(cases())
def test_the_order_of_people_changes_no_thank_you(asked: Fields) -> None:
    """Whoever is entered first: each is thanked at the hour that is theirs."""
    turned = [told | {"interviewers": told["interviewers"][::-1]} for told in asked["rounds"]]
    now = "2029-01-01T12:00:00Z"
    first, second = planned(asked, now=now), planned(asked | {"rounds": turned}, now=now)
    assert thanks(first, asked) == thanks(second, asked)


def thanks(plan: Plan, asked: Fields) -> dict[tuple[str, str], list[datetime]]:
    """The thank-yous of the interviews that somebody held; of a recording one of those who run it is thanked."""
    held = {str(at) for at, told in enumerate(asked["rounds"], 1) if told["format"] != "recorded"}
    return {key: found for key, found in moments(plan).items() if key[0] == "thank-you" and key[1].split()[0] in held}


@FEW
@given(stories(), st.sampled_from(ZONES))
def test_where_the_reader_is_moves_no_window(story: tuple[Fields, datetime], zone: str) -> None:
    """Windows lie on the clock of whom a message goes to; every hour of an event here has its offset."""
    asked, now = story
    assert moments(planned(asked, now=iso(now))) == moments(planned(asked | {"my_zone": zone}, now=iso(now)))


@FEW
@given(stories())
def test_a_name_in_capitals_is_the_same_name(story: tuple[Fields, datetime]) -> None:
    """Whom an event was sent to is known in any spelling of the name."""
    asked, now = story
    loud = [told | ({"to": told["to"].upper()} if told.get("to") else {}) for told in asked["events"]]
    first, second = planned(asked, now=iso(now)), planned(asked | {"events": loud}, now=iso(now))
    assert windows(first) == windows(second)
    assert [step.status for step in first.steps] == [step.status for step in second.steps]


@FEW
@given(stories())
def test_the_calendar_file_holds_each_open_step_once_at_its_hour(story: tuple[Fields, datetime]) -> None:
    """Each where its step is; whatever else was in the plan before is cancelled."""
    asked, now = story
    answered = json.loads(door.answer(json.dumps({"tool": "planner", "now": iso(now), "fields": asked})))
    assume(not answered["problems"])
    (text,) = [file["text"] for file in answered["files"] if file["type"] == "text/calendar"]
    events = list(icalendar.Calendar.from_ical(text).walk("VEVENT"))
    found = sorted(moment(one["DTSTART"].dt) for one in events if one["STATUS"] != "CANCELLED")
    steps = [step for step in planned(asked, now=iso(now)).steps if step.status != "dropped"]
    assert sorted(map(begin, steps)) == found
    assert len({str(one["UID"]) for one in events}) == len(events)


def begin(step: Step) -> str:
    """Letting go is a whole day, everything else has an hour."""
    at = step.window.target
    return moment(at.date() if step.channel == "none" else clock.instant(at))


def moment(at: date | datetime) -> str:
    """A day or a moment in UTC as text."""
    return at.astimezone(UTC).isoformat() if isinstance(at, datetime) else at.isoformat()


@FEW
@given(cases(), st.sampled_from(["staffing", "primer", "checklist", "resume", "formats"]))
def test_a_source_followed_alone_agrees_with_its_own_days(asked: Fields, source: str) -> None:
    """Where it gives a figure for the day of the first check-in, the plan by that source lies on it (K20)."""
    quiet = asked | {"approach": source, "promise": {"kind": "none"}, "closures": []}
    for step in planned(quiet, now="2029-01-01T12:00:00Z").steps:
        stands = {(one.bound, one.source): one.stance for one in step.because}
        assert len({one for _, one in stands if one != "ours"}) in (0, 5)
        assert step.action != "check-in" or stands["target", source] != "disagrees"

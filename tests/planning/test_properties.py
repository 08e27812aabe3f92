"""What holds for every case: windows agree with a second reading of the table, and a plan always ends."""

import json
from collections import Counter
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import oracle
from asks_told import assert_told_as_it_will_be, following
from cases import planned
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from followup import door
from followup.model.plan import Plan, Step

# A minute for all properties together: each gets a fixed number of cases, the same every time.
FEW = settings(deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
MANY = FEW

PLACES = [
    ("US", "", "America/New_York"),
    ("US", "CA", "America/Los_Angeles"),
    ("GB", "ENG", "Europe/London"),
    ("GB", "SCT", "Europe/London"),
    ("DE", "BY", "Europe/Berlin"),
    ("CN", "", "Asia/Shanghai"),
    ("AE", "", "Asia/Dubai"),
    ("IL", "", "Asia/Jerusalem"),
    ("IN", "", "Asia/Kolkata"),
    ("NP", "", "Asia/Kathmandu"),
    ("HU", "", "Europe/Budapest"),
    ("", "", "Australia/Lord_Howe"),
    ("NZ", "", "Pacific/Auckland"),
]
ZONES = ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Tokyo", "America/St_Johns", "Africa/Casablanca", "UTC"]
APPROACHES = ["balanced", "patient", "staffing", "primer", "checklist", "resume", "formats"]
PARTS = ["interviewer", "hiring-manager", "recruiter", "hr"]
# Days on which clocks change, months end and holidays stand, beside any other day.
EDGES = ["2027-03-13", "2027-03-14", "2027-03-28", "2027-11-06", "2027-11-07", "2026-12-24", "2026-12-31", "2028-02-29"]
DAYS = st.dates(date(2026, 6, 1), date(2028, 6, 1)) | st.sampled_from(EDGES).map(date.fromisoformat)
NAMES = ["Dana Ruiz", "Ken Ito", "Ada Bell"]

type Fields = dict[str, Any]


@st.composite
def rounds(draw: st.DrawFn, zone: str) -> list[Fields]:
    """One to three rounds in time order, some on one day, with people who may live elsewhere."""
    day, found = draw(DAYS), []
    for _ in range(draw(st.sampled_from([1, 1, 1, 2, 3]))):
        found.append(draw(one_round(day, zone)))
        day += timedelta(days=draw(st.integers(0, 9)))
    return sorted(found, key=lambda one: (one["date"], one["ends"]))


def one_round(day: date, zone: str) -> st.SearchStrategy[Fields]:
    """One round on that day."""
    return st.fixed_dictionaries(
        {
            "format": st.sampled_from(["onsite", "onsite", "phone", "video", "recorded", "written"]),
            "date": st.just(day.isoformat()),
            "ends": st.times().map(lambda at: at.isoformat("minutes")),
            "zone": st.just(zone),
            "interviewers": st.lists(people(), max_size=3, unique_by=lambda one: one["name"]),
        }
    )


def people() -> st.SearchStrategy[Fields]:
    """Somebody, mostly in the zone of the interview."""
    zones = st.just("") | st.sampled_from(ZONES)
    return st.fixed_dictionaries(
        {"name": st.sampled_from(NAMES), "part": st.sampled_from(PARTS), "zone": zones, "email": st.just("")}
    )


@st.composite
def cases(draw: st.DrawFn) -> Fields:
    """The planner's fields, without events."""
    country, subdivision, zone = draw(st.sampled_from(PLACES))
    told = draw(rounds(zone))
    last = date.fromisoformat(told[-1]["date"])
    by = (last + timedelta(days=draw(st.integers(0, 40)))).isoformat()
    kind = draw(st.sampled_from(["none", "none", "date", "range", "no-contact"]))
    promise = {
        "kind": kind,
        "by": by if kind in ("date", "range") else "",
        "from": told[-1]["date"] * (kind == "range"),
    }
    closures = [(last + timedelta(days=ahead)).isoformat() for ahead in draw(st.sets(st.integers(-1, 20), max_size=3))]
    return {
        "rounds": told,
        "country": country,
        "subdivision": subdivision,
        "promise": promise,
        "approach": draw(st.sampled_from(APPROACHES)),
        "closures": closures,
        "my_zone": draw(st.sampled_from(ZONES)),
    }


def spelled(earliest: datetime, target: datetime, latest: datetime) -> list[str]:
    """A window with weekdays and offsets; moments of doubled hours in two zones never equal each other."""
    return [moment.strftime("%a %Y-%m-%d %H:%M %z") for moment in (earliest, target, latest)]


def bounds(step: Step) -> list[str]:
    """The window of a step, spelled out."""
    return spelled(step.window.earliest, step.window.target, step.window.latest)


def key_of(step: Step) -> tuple[object, ...]:
    """The step's name in the second reading."""
    return (step.action, step.round, "".join(step.to)) if step.action == "thank-you" else (step.action,)


@MANY
@given(cases())
def test_windows_agree_with_a_second_reading_of_the_table(asked: Fields) -> None:
    """Bound by bound, for every step of a case without events."""
    expected = oracle.windows(asked)
    found = {key_of(step): bounds(step) for step in planned(asked, now=iso(end_of(asked))).steps}
    if asked["promise"]["kind"] == "no-contact":
        assert [("let-go",)] == list(found)
        return
    # Where no good hour lies within a day the text names no target, and what counts from it is open too.
    assume(None not in expected.values())
    assert {key: spelled(*window) for key, window in expected.items() if window} == found


def end_of(asked: Fields) -> datetime:
    """The end of the last interview."""
    return oracle.end_of(asked["rounds"][-1], asked["rounds"][-1]["zone"])


def iso(moment: datetime) -> str:
    """The moment as a request carries it."""
    return moment.astimezone(ZoneInfo("UTC")).isoformat(timespec="seconds")


@st.composite
def stories(draw: st.DrawFn) -> tuple[Fields, datetime]:
    """A case with a few events in any order, and a moment after all of them."""
    asked = draw(cases())
    moment, events = end_of(asked), []
    for _ in range(draw(st.integers(0, 5))):
        moment += timedelta(hours=draw(st.integers(0, 200)))
        events.append(draw(one_event(moment, asked)))
    return asked | {"events": events}, moment + timedelta(hours=draw(st.integers(0, 400)))


def one_event(moment: datetime, asked: Fields) -> st.SearchStrategy[Fields]:
    """Something that may have happened then."""
    at, by = iso(moment), (moment + timedelta(days=6)).date().isoformat()
    names = [person["name"] for told in asked["rounds"] for person in told["interviewers"]]
    replies = ["deciding", "promise", "question", "rejected", "next-round", "offer", "auto"]
    calls = ["answered", "no-answer", "call-back", "deciding", "question"]
    return st.one_of(
        st.builds(
            dict,
            kind=st.just("sent"),
            at=st.just(at),
            step=st.sampled_from(["thank-you", "check-in", "second-check-in", "answer", "ask-feedback", "tell-offer"]),
            to=st.sampled_from(["", *names]),
        ),
        st.builds(dict, kind=st.just("reply"), at=st.just(at), outcome=st.sampled_from(replies), by=st.just(by)),
        st.builds(dict, kind=st.just("called"), at=st.just(at), outcome=st.sampled_from(calls)),
        st.builds(dict, kind=st.just("voicemail"), at=st.just(at)),
        st.builds(dict, kind=st.just("offer-elsewhere"), at=st.just(at), deadline=st.sampled_from(["", by])),
        st.builds(dict, kind=st.just("interview-moved"), at=st.just(at), by=st.sampled_from(["", by])),
    )


def still_open(found: Plan) -> list[Step]:
    """The steps that are neither done nor dropped."""
    return [step for step in found.steps if step.status not in ("done", "dropped")]


@FEW
@given(stories())
def test_each_window_is_in_order_and_steps_stand_by_target(story: tuple[Fields, datetime]) -> None:
    """Earliest, target, latest; then target after target."""
    found = planned(story[0], now=iso(story[1]))
    for step in found.steps:
        earliest, target, latest = map(oracle.utc, (step.window.earliest, step.window.target, step.window.latest))
        assert earliest <= target <= latest
    targets = [oracle.utc(step.window.target) for step in found.steps]
    assert sorted(targets) == targets


@FEW
@given(stories())
def test_targets_that_need_a_business_day_fall_on_one(story: tuple[Fields, datetime]) -> None:
    """All but the thank-you, which may go out on the day before a day off."""
    asked, now = story
    days = oracle.Days(asked)
    for step in planned(asked, now=iso(now)).steps:
        assert step.action == "thank-you" or days.open(step.window.target.date())


@FEW
@given(stories())
def test_nobody_gets_two_messages_on_one_day(story: tuple[Fields, datetime]) -> None:
    """Among the steps still open, by mail, phone or post, for everybody with a name."""
    found = still_open(planned(story[0], now=iso(story[1])))
    sent = [(step.to, step.window.target.date()) for step in found if step.to and step.channel != "none"]
    assert {1} >= set(Counter(sent).values())


@FEW
@given(stories(), st.integers(0, 2000))
def test_windows_do_not_depend_on_now(story: tuple[Fields, datetime], hours: int) -> None:
    """The same case and events, looked at later: a step that is in both plans and follows no ask has one window."""
    asked, now = story
    early, late = (planned(asked, now=iso(moment)) for moment in (now, now + timedelta(hours=hours)))
    windows = {step.id: step.window for step in early.steps}
    moved = [step.id for step in late.steps if windows.get(step.id, step.window) != step.window]
    assert {step.id for step in (*following(early), *following(late))} >= set(moved)


@MANY
@given(stories(), st.integers(0, 2000))
def test_what_follows_an_ask_is_told_as_it_will_be_once_that_is_made(
    story: tuple[Fields, datetime], hours: int
) -> None:
    """However late the ask is, by the rule's wait after the day that is told for it, and on no day of another ask."""
    asked, now = story[0], story[1] + timedelta(hours=hours)
    assume(following(planned(asked, now=iso(now))))
    assert_told_as_it_will_be(asked, iso(now))


@FEW
@given(stories())
def test_the_same_input_gives_the_same_bytes(story: tuple[Fields, datetime]) -> None:
    """Twice through the door."""
    request = json.dumps({"tool": "planner", "now": iso(story[1]), "fields": story[0]})
    assert door.answer(request) == door.answer(request)


@FEW
@given(cases())
def test_a_plan_that_is_followed_ends_after_two_touches(asked: Fields) -> None:
    """Each next step is done at its target and told to the planner, until only letting go is left."""
    events: list[Fields] = []
    now = end_of(asked)
    for _ in range(20):
        found = planned(asked | {"events": events}, now=iso(now))
        step = next((one for one in found.steps if one.id == found.next), None)
        if step is None or step.action == "let-go":
            break
        now = max(now, step.window.target, key=oracle.utc)
        assert oracle.utc(step.window.earliest) <= oracle.utc(now)
        events.append(done(step, now))
    else:
        raise AssertionError("the plan never ends")
    touches = [one for one in events if one["step"] != "thank-you"]
    assert len(touches) == (0 if asked["promise"]["kind"] == "no-contact" else 2 - (asked["approach"] == "formats"))
    assert 0 == found.touches_left


def done(step: Step, at: datetime) -> Fields:
    """The event that says a step was done."""
    told = {"at": iso(at), "step": step.action, "to": "".join(step.to) if step.action == "thank-you" else ""}
    return told | ({"kind": "voicemail"} if step.channel == "phone" else {"kind": "sent"})

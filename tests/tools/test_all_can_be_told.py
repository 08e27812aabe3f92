"""Every state, condition and event can be told in the planner's form and in What now?, by one tap and its fact."""

from collections.abc import Iterator
from itertools import product

import pytest
from cases import fields
from ways import FACTS, LATER, SAME_DAY, asked, case_in, facts, planner

from followup.case.moves import MOVES, STATES
from followup.model.plan import Condition
from followup.model.wording import choices
from followup.tools.planner.news import news
from followup.tools.what_now import flow, walking
from followup.words.wording import plan_words

# What the interview itself tells, and what two words of the table tell alike.
BY_THE_INTERVIEW = {"held"}
ALIKE = {"auto": "away", "interview-moved": "called-off", "answered": "deciding", "filled": "rejected"}
# Told by how often the reader asked, whatever the means.
COUNTED = {"voicemail": "sent"}
WAYS = tuple(walking.paths())
MOMENTS = (SAME_DAY, "2027-01-13T18:00:00-05:00", LATER, "2027-02-09T18:00:00-05:00", "2027-04-01T10:00:00-04:00")


def word_of(event: dict[str, str]) -> str:
    """What the table of events calls it."""
    kind, outcome = event["kind"], event.get("outcome", "")
    return f"heard-{outcome}" if kind == "heard" else outcome or ("answered" if kind == "called" else kind)


def in_flow() -> Iterator[dict[str, str]]:
    """Every event that a way through What now? tells."""
    for way in WAYS:
        assert isinstance(way.at, flow.Ending)
        yield from way.at.case.get("events", ())


def in_form() -> Iterator[dict[str, str]]:
    """Every event that the planner's form tells: by its rows, and by the taps on a step."""
    for state in STATES:
        found = news(state)
        for row in (*found.likely, *(row for group in found.other for row in group.rows)):
            yield {"kind": row.kind, "outcome": row.outcome, "reason": row.told.partition('"reason": "')[2][:9]}
    yield from plan_words()["told"]
    yield {"kind": "reply", "outcome": "promise"}


@pytest.mark.parametrize("word", [*MOVES])
def test_every_event_of_the_table_can_be_told_in_both(word: str) -> None:
    """Whatever the table of events knows has a tap in the planner's form and a way in What now?."""
    if word in BY_THE_INTERVIEW:
        return
    form = {word_of(one) for one in in_form()}
    told = {word_of(one) for one in in_flow()}
    assert word in form
    assert {word, ALIKE.get(word), COUNTED.get(word)} & told


@pytest.mark.parametrize(("word", "other"), ALIKE.items())
def test_what_is_told_as_another_word_moves_nothing_else(word: str, other: str) -> None:
    """They lead from every state to the same one, or to the one from which it was left."""
    moved, beside = MOVES[word], MOVES[other]
    assert moved == beside or not set(moved.items()) - set(beside.items())


@pytest.mark.parametrize("reason", ["firm", "more-time"])
def test_what_a_reason_tells_apart_can_be_told_in_both(reason: str) -> None:
    """A firm's check is no word to referees; more time is no day on which they decide."""
    assert reason in {one.get("reason") for one in in_flow()}
    assert reason in {one.get("reason", "").strip('"}] ') for one in in_form()}


def test_every_kind_and_outcome_of_the_model_is_in_the_table_of_events() -> None:
    """A word that is added to the model is added to the table, and so to both tools."""
    kinds = {kind for kind, _ in choices("events")} - {"reply", "called", "heard"}
    heard = {"advertised", "layoffs", "linkedin", "friend"}
    outcomes = {outcome for outcome, _ in choices("outcomes") if outcome} - heard
    assert kinds | outcomes | {f"heard-{one}" for one in (*heard, "filled")} | {"held"} == set(MOVES)


def led_to() -> Iterator[tuple[str, str]]:
    """Every state and condition to which some way through What now? leads, on some day."""
    # Once long ago, and once ahead of most of these days.
    for now, day, way in product(MOMENTS, ("2027-01-07", "2027-02-20"), WAYS):
        assert isinstance(way.at, flow.Ending)
        answer = asked({**way.answers, **facts(way.at), "interview": day}, now)
        if way.at.case and not answer["problems"]:
            yield "in", answer["data"]["ending"]["state"]
            yield from (("beside", one) for one in planner(case_in(answer["fragment"]), now)["beside"])


FOUND: set[tuple[str, str]] = set()
LEFT = led_to()


def is_reached(*wanted: str) -> bool:
    """Goes on through the ways only until one leads there."""
    while wanted not in FOUND and (found := next(LEFT, None)):
        FOUND.add(found)
    return wanted in FOUND


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_reached_in_what_now(state: str) -> None:
    """By the answers of some way, on some day."""
    assert is_reached("in", state)


@pytest.mark.parametrize("condition", Condition.__value__.__args__)
def test_every_condition_is_reached_in_what_now(condition: str) -> None:
    """By the answers of some way, on some day."""
    assert is_reached("beside", condition)


OPENERS = ("wait-day", "wait-paper", "wait-referees", "wait-firm", "handed-in", "task", "offer-written", "on-hold")


@pytest.mark.parametrize("id", OPENERS)
def test_no_day_of_an_interview_is_asked_for_where_there_was_none(id: str) -> None:
    """A sample in its place, an invitation, an offer: the case holds no interview, and is right in itself."""
    way = next(way for way in WAYS if way.at.id == id)
    assert isinstance(way.at, flow.Ending)
    told = facts(way.at) | {"interview": "", "ended": ""}
    answer = asked({**way.answers, **told})
    assert [] == answer["problems"]
    case = case_in(answer["fragment"])
    assert ([], "America/New_York") == (case["rounds"], case["my_zone"])
    assert "thank-you" not in {one.get("step") for one in case["events"]}


def test_a_firms_check_waits_as_a_firm_does() -> None:
    """Ten business days, and no word to referees who are never called."""
    way = {"where": "replied", "reply": "checks", "who-checks": "firm"} | FACTS | {"named": ""}
    told = case_in(asked(way, "2027-01-13T18:00:00-05:00")["fragment"])
    plan = planner(told, "2027-01-13T18:00:00-05:00")
    assert "warn-referee" not in {one["action"] for one in plan["steps"]}
    assert "2027-01-27" == next(one for one in plan["steps"] if one["action"] == "checks-note")["window"]["target"][:10]


def test_a_case_without_an_interview_of_ones_own_is_no_hindrance() -> None:
    """An offer is all that it holds."""
    told = fields(
        rounds=[], my_zone="America/New_York", events=[{"kind": "reply", "outcome": "offer", "at": "2027-01-12"}]
    )
    answer = asked({"where": "replied", "reply": "question", "heard": "2027-01-13"}, LATER, case=told)
    assert ([], "offer-coming") == (answer["problems"], answer["data"]["ending"]["state"])

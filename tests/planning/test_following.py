"""Whoever asks late is not told to ask twice at once: what follows counts from the day of the late ask."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from asks_told import assert_told_as_it_will_be, following, ripe
from cases import Fields, event, fields, planned, promised, step, window
from trials import EVENTS, THANKED

from followup.model.plan import ASKS

MOMENTS = [datetime.fromisoformat("2027-01-13T10:00:00-05:00") + timedelta(hours=50 * number) for number in range(36)]
ANSWERED = event("sent", "2027-01-12T11:00", step="answer")


def reply(outcome: str, at: str = "2027-01-12T10:00", **words: str) -> Fields:
    """Something they wrote."""
    return event("reply", at, outcome=outcome, **words)


def asked_late(*events: Fields, **words: Any) -> Fields:
    """A case with thanks, and what was told since."""
    return fields(events=[THANKED, *events], **words)


LATE = {
    "never asked": (asked_late(), "2027-02-08"),
    "no day": (asked_late(reply("next-round"), ANSWERED), "2027-02-02"),
    "called off": (asked_late(reply("called-off")), "2027-02-02"),
    "on hold": (asked_late(reply("on-hold"), ANSWERED), "2027-02-12"),
    "checks": (asked_late(reply("checks", reason="referees"), ANSWERED), "2027-02-04"),
    "second": (asked_late(reply("runner-up"), ANSWERED), "2027-02-09"),
    "no first day": (asked_late(reply("offer-written"), event("accepted", "2027-01-13T10:00")), "2027-02-02"),
    "a task": (asked_late(reply("task"), event("handed-in", "2027-01-15T10:00")), "2027-02-10"),
    "their day": (asked_late(promise=promised("2027-01-14")), "2027-02-10"),
    "no paper": (asked_late(reply("offer"), ANSWERED), "2027-02-05"),
    "away": (asked_late(reply("away", by="2027-01-25")), "2027-02-12"),
    "asked once": (asked_late(event("sent", "2027-01-14T10:00", step="check-in")), "2027-02-10"),
    "before a day off": (asked_late(), "2027-01-29"),
}


@pytest.mark.parametrize(("asked", "day"), LATE.values(), ids=LATE)
@pytest.mark.parametrize("hour", ["03:00", "10:00", "19:30"])
def test_what_follows_a_late_ask_is_told_as_it_will_be(asked: Fields, day: str, hour: str) -> None:
    """In every state that asks: before an hour to write, in one, and after it."""
    now = f"{day}T{hour}:00-05:00"
    assert "overdue" == next(one.status for one in planned(asked, now=now).steps if one.action in ASKS and one.is_open)
    assert_told_as_it_will_be(asked, now)


@pytest.mark.by_day(24)
@pytest.mark.parametrize("name", EVENTS)
def test_whenever_an_ask_is_for_now_what_follows_is_told_as_it_will_be(name: str) -> None:
    """Every event that the table of the course tries, every other day for ten weeks."""
    asked = asked_late(*EVENTS[name])
    told = max(str(one["at"]) for one in asked["events"])
    for now in (one.isoformat() for one in MOMENTS if one.isoformat() > told):
        if following(planned(asked, now=now)):
            assert_told_as_it_will_be(asked, now)


def test_a_second_question_waits_two_weeks_from_today() -> None:
    """Asked on Monday 8 February: again in the week after next, and let go of another two weeks later."""
    plan = planned(asked_late(), now="2027-02-08T10:00:00-05:00")
    again = ("Tue 2027-02-16 09:00", "Mon 2027-02-22 09:00", "Mon 2027-03-01 17:00")
    assert ("check-in", again) == (ripe(plan), window(step(plan, "second-check-in")))
    assert ("Mon 2027-03-08 09:00", "2027-03-08") == (window(step(plan, "let-go"))[1], str(plan.ends))


def test_it_is_over_on_the_day_that_the_first_plan_named() -> None:
    """Nothing stays late for ever (law 2), and that day is one to look again."""
    before, after = (planned(asked_late(), now=f"2027-02-{day}T10:00:00-05:00") for day in ("10", "11"))
    assert ("held", "2027-02-11") == (before.state, str(before.look_again))
    assert ("over", "2027-02-11") == (after.state, str(after.since))


def test_after_a_last_question_there_are_two_weeks_to_answer() -> None:
    """The same before it is asked and after."""
    asked = asked_late(reply("on-hold"), ANSWERED)
    sent = asked | {"events": [*asked["events"], event("sent", "2027-03-25T10:00", step="last-question")]}
    before, after = (planned(one, now="2027-03-25T10:00:00-04:00") for one in (asked, sent))
    assert ("last-question", "let-go") == (before.next, after.next)
    assert {("Thu 2027-04-08 09:00", "waiting")} == {
        (window(step(plan, "let-go"))[1], step(plan, "let-go").status) for plan in (before, after)
    }

"""A task: more time for whoever needs it, what is late, and whether it arrived (O38)."""

import pytest
from cases import Fields, event, planned, spoken, step, steps, window
from situations import held, reply, sent

from followup.model.plan import Plan

NOON = "T12:00:00-05:00"
YES = sent("2027-01-11T12:00", "answer")


def task(by: str = "2027-01-19", *more: Fields) -> Fields:
    """A task of Monday 11 January, accepted at once."""
    named = {"by": by} if by else {}
    return held("2027-01-07", reply("2027-01-11T10:00", "task", **named), YES, *more)


def more_time(plan: Plan) -> list[tuple[str, tuple[str, str, str], str]]:
    """The wish for more time, if it is planned: how it stands, when, and its words."""
    return [(one.status, window(one), one.letter) for one in steps(plan, "task-time")]


def test_more_time_is_asked_for_a_business_day_before_the_task_is_due() -> None:
    """Monday the 18th is a holiday; due on Tuesday the 19th, it is handed in on Friday and asked about on Thursday."""
    plan = planned(task(), now=f"2027-01-12{NOON}")
    when = ("Mon 2027-01-11 10:00", "Thu 2027-01-14 09:00", "Fri 2027-01-15 17:00")
    assert [("due", when, "late-with-task")] == more_time(plan)
    assert "hand-in" == plan.next
    assert {"O38"} == {one.rule for one in step(plan, "task-time").because if one.source == "ours"}


def test_a_task_without_a_day_has_more_time_too() -> None:
    """The day that the reader named can be moved as well."""
    plan = planned(task(""), now=f"2027-01-12{NOON}")
    assert ["Thu 2027-01-14 09:00"] == [spoken(one.window.target) for one in steps(plan, "task-time")]


@pytest.mark.parametrize("by", ["2027-01-11", "2027-01-12"])
def test_where_there_is_no_day_of_its_own_left_for_it_nothing_is_asked(by: str) -> None:
    """It would go out with the yes, or with the task itself."""
    told = held("2027-01-07", reply("2027-01-11T10:00", "task", by=by))
    assert [] == more_time(planned(told, now=f"2027-01-11{NOON}"))


def test_it_goes_out_on_another_day_than_the_yes() -> None:
    """Nobody gets two messages on one day (O19)."""
    told = held("2027-01-07", reply("2027-01-11T10:00", "task", by="2027-01-14"))
    plan = planned(told, now=f"2027-01-11{NOON}")
    days = [one.window.target.date().day for one in plan.steps if one.action in ("answer", "task-time", "hand-in")]
    assert [11, 12, 13] == days


def test_from_the_day_before_on_the_task_is_late_and_says_so_itself() -> None:
    """The wish is dropped at the end of its window; the task has the words for a new day, and ends five days on."""
    wish, late = planned(task(), now=f"2027-01-16{NOON}"), planned(task(), now=f"2027-01-20{NOON}")
    assert ["dropped"] == [status for status, _, _ in more_time(wish)]
    assert ("overdue", "overdue-task") == (step(late, "hand-in").status, step(late, "hand-in").letter)
    assert "dropped" == step(planned(task(), now=f"2027-01-27{NOON}"), "hand-in").status


@pytest.mark.parametrize("done", ["task-time", "ask-time"])
def test_once_asked_for_it_is_done_and_their_new_day_opens_it_again(done: str) -> None:
    """Whichever of the two names it was told by; the day they name then is that of the task."""
    asked = sent("2027-01-14T10:00", done)
    once = planned(task("2027-01-19", asked), now=f"2027-01-14{NOON}")
    assert [] == [one for one in more_time(once) if one[0] in ("waiting", "due", "overdue")]
    again = planned(
        task("2027-01-19", asked, reply("2027-01-15T10:00", "promise", by="2027-01-26")), f"2027-01-15{NOON}"
    )
    assert "2027-01-26" == step(again, "hand-in").window.latest.date().isoformat()
    assert ["Fri 2027-01-22 09:00"] == [
        spoken(one.window.target) for one in steps(again, "task-time") if one.status == "due"
    ]


def test_a_task_handed_in_is_asked_after_before_anything_else() -> None:
    """The first ask of the round asks whether it arrived; once they have answered, how things stand."""
    told = task("2027-01-19", event("handed-in", "2027-01-15T10:00"))
    plan = planned(told, now=f"2027-01-15{NOON}")
    first = step(plan, "ask-arrived")
    assert ("check-in", "did-it-arrive") == (first.id, first.letter)
    assert ("Mon 2027-01-25 09:00", "Mon 2027-01-25 09:00", "Mon 2027-02-01 17:00") == window(first)
    assert ["second-check-in"] == [one.id for one in steps(plan, "second-check-in")]
    answered = task("2027-01-19", event("handed-in", "2027-01-15T10:00"), reply("2027-01-18T10:00", "deciding"))
    assert ["check-in"] == [one.id for one in steps(planned(answered, now=f"2027-01-19{NOON}"), "check-in")]


@pytest.mark.parametrize("button", ["ask-arrived", "check-in"])
def test_any_ask_finishes_the_question_whether_it_arrived(button: str) -> None:
    """Kept interviews told it as a check-in."""
    told = task("2027-01-19", event("handed-in", "2027-01-15T10:00"), sent("2027-01-25T10:00", button))
    assert "done" == step(planned(told, now=f"2027-01-25{NOON}"), "ask-arrived").status


def test_a_task_without_a_day_is_never_late() -> None:
    """The day we count to is ours: nobody is told that it has passed."""
    late = planned(task(""), now=f"2027-01-20{NOON}")
    assert ("due", "hand-in") == (step(late, "hand-in").status, step(late, "hand-in").letter)


def test_the_day_that_the_reader_named_is_the_day_of_the_task() -> None:
    """Told with the answer, it is counted as theirs would be, and from the day after the task is late."""
    told = held("2027-01-07", reply("2027-01-11T10:00", "task"), {**YES, "by": "2027-01-22"})
    assert "Fri 2027-01-22 17:00" == window(step(planned(told, now=f"2027-01-12{NOON}"), "hand-in"))[2]
    late = step(planned(told, now=f"2027-01-25{NOON}"), "hand-in")
    assert ("overdue", "overdue-task") == (late.status, late.letter)


def test_a_task_sent_by_its_own_button_is_handed_in() -> None:
    """The step's "I sent it" says the same as "I handed it in", and whether it arrived is asked next."""
    told = [event("handed-in", "2027-01-15T10:00"), event("sent", "2027-01-15T10:00", step="hand-in")]
    plans = [planned(task("2027-01-19", one), now=f"2027-01-15{NOON}") for one in told]
    assert plans[0] == plans[1]
    assert ("held", "ask-arrived") == (plans[1].state, step(plans[1], "ask-arrived").action)


@pytest.mark.parametrize("kind", ["called", "voicemail"])
def test_nothing_is_handed_in_by_phone(kind: str) -> None:
    """What is said in that call is that it comes later."""
    outcome = {"outcome": "answered"} if kind == "called" else {}
    told = event(kind, "2027-01-15T10:00", step="hand-in", **outcome)
    assert "task" == planned(task("2027-01-19", told), now=f"2027-01-15{NOON}").state


def test_past_its_day_the_button_sends_the_words_for_a_late_task() -> None:
    """They name a new day, so nobody is asked whether it arrived."""
    late = event("sent", "2027-01-20T10:00", step="hand-in")
    plan = planned(task("2027-01-19", late), now=f"2027-01-20{NOON}")
    assert ("task", []) == (plan.state, steps(plan, "ask-arrived"))

"""A task: more time for whoever needs it, what is late, and whether it arrived (O38)."""

import pytest
from cases import Fields, event, kinds, planned, spoken, step, steps, window
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


LATE = sent("2027-01-20T10:00", "hand-in")
DAY_NAMED = {**LATE, "by": "2027-01-27"}
RUNG = event("called", "2027-01-20T10:00", step="hand-in", outcome="answered")
SPOKEN = event("voicemail", "2027-01-20T10:00", step="hand-in")


def left(plan: Plan) -> list[tuple[str, str, str, str]]:
    """The task as it is still to be handed in: its id, how it stands, its last moment and its words."""
    return [(one.id, one.status, window(one)[2], one.letter) for one in steps(plan, "hand-in") if one.is_open]


@pytest.mark.parametrize(
    ("told", "last"),
    [
        (LATE, "Wed 2027-01-27 17:00"),
        (RUNG, "Wed 2027-01-27 17:00"),
        (SPOKEN, "Wed 2027-01-27 17:00"),
        ({**LATE, "by": "2027-01-22"}, "Fri 2027-01-22 17:00"),
    ],
)
def test_who_said_that_a_late_task_comes_later_still_hands_it_in(told: Fields, last: str) -> None:
    """By the day they named, else within five business days of that word; whatever it was told by."""
    plan = planned(task("2027-01-19", told), now=f"2027-01-21{NOON}")
    assert [("hand-in-2", "due", last, "hand-in")] == left(plan)
    assert ("task", "hand-in-2", True) == (plan.state, plan.next, "task-put-off" in kinds(plan))
    # What was done is word of it, and no task.
    assert ("done", "overdue-task") == (steps(plan, "hand-in")[0].status, steps(plan, "hand-in")[0].letter)


def test_a_day_that_nobody_told_us_makes_no_task_late_twice() -> None:
    """It ends with a notice, as a task without a day does."""
    late, over = (planned(task("2027-01-19", LATE), now=f"2027-{day}{NOON}") for day in ("01-28", "02-04"))
    assert ["due"] == [status for _, status, _, _ in left(late)]
    assert ([], True) == (left(over), "over" in kinds(over))


def test_a_new_day_that_passes_is_late_again() -> None:
    """Then the words for a late one are due once more."""
    plan = planned(task("2027-01-19", {**LATE, "by": "2027-01-22"}), now=f"2027-01-25{NOON}")
    assert [("hand-in-2", "overdue", "Fri 2027-01-22 17:00", "overdue-task")] == left(plan)


def test_more_time_that_they_give_to_a_late_task_is_its_day() -> None:
    """It is handed in by then, and nobody lets go before."""
    given = reply("2027-01-21T09:00", "promise", by="2027-01-26")
    plan = planned(task("2027-01-19", LATE, given), now=f"2027-01-21{NOON}")
    assert [("hand-in-2", "due", "Tue 2027-01-26 17:00", "hand-in")] == left(plan)
    assert "task-put-off" not in kinds(plan)


@pytest.mark.parametrize("told", [LATE, DAY_NAMED, RUNG, SPOKEN])
@pytest.mark.parametrize("done", [event("handed-in", "2027-01-22T10:00"), sent("2027-01-22T10:00", "hand-in")])
def test_what_was_put_off_and_handed_in_is_asked_after(told: Fields, done: Fields) -> None:
    """By either button: the second time it is the task itself."""
    plan = planned(task("2027-01-19", told, done), now=f"2027-01-22{NOON}")
    assert ("held", step(plan, "ask-arrived").id, []) == (plan.state, plan.next, left(plan))


def test_a_call_before_the_day_of_a_task_leaves_its_day() -> None:
    """They may have refused; nobody but the reader knows of another day."""
    rung = event("called", "2027-01-14T10:00", step="hand-in", outcome="answered")
    plan = planned(task("2027-01-19", rung), now=f"2027-01-14{NOON}")
    assert ["Tue 2027-01-19 17:00"] == [last for _, _, last, _ in left(plan)]
    named = planned(task("2027-01-19", {**rung, "outcome": "promise", "by": "2027-01-22"}), now=f"2027-01-14{NOON}")
    assert ["Fri 2027-01-22 17:00"] == [last for _, _, last, _ in left(named)]


@pytest.mark.parametrize("done", ["task-time", "ask-time"])
def test_who_asked_for_more_time_has_said_yes_to_the_task(done: str) -> None:
    """Nobody is told, days later, to say that they will do it."""
    told = held("2027-01-07", reply("2027-01-11T10:00", "task", by="2027-01-19"))
    asked = {**told, "events": [*told["events"], sent("2027-01-14T10:00", done)]}
    before, after = (planned(one, now=f"2027-01-14{NOON}") for one in (told, asked))
    assert ("answer", "overdue") == (before.next, step(before, "answer").status)
    assert ("hand-in", "dropped") == (after.next, step(after, "answer").status)


@pytest.mark.parametrize(("now", "first"), [("2027-01-15", "answer"), ("2027-01-19", "hand-in")])
def test_on_the_last_day_of_a_task_the_task_itself_is_the_answer(now: str, first: str) -> None:
    """A late yes would only stand before it."""
    told = held("2027-01-07", reply("2027-01-11T10:00", "task", by="2027-01-19"))
    assert first == planned(told, now=f"{now}{NOON}").next

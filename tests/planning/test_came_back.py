"""Messages that came back: they never arrived, so they are owed again and go out another way (O40)."""

from itertools import permutations

import pytest
from cases import event, kinds, planned, step
from situations import held, opened, reply, sent

NOON = "T12:00:00-05:00"
ASKED, BACK = sent("2027-01-19", "check-in"), event("bounced", "2027-01-19")


@pytest.mark.parametrize("events", [*permutations([ASKED, BACK])], ids=["ask first", "return first"])
def test_an_ask_that_came_back_the_same_day_never_arrived(events):
    """Told by day alone, a message went out before it came back, in whatever order the two were told."""
    plan = planned(held("2027-01-07", *events), now=f"2027-01-20{NOON}")
    assert ("check-in-2", "2027-01-20") == (plan.next, step_of(plan, "check-in-2").window.target.date().isoformat())


def test_an_ask_at_an_hour_came_back_on_that_day():
    """Nobody told the hour at which it came back, so it was after it went out."""
    late = event("sent", "2027-01-19T18:30", step="check-in")
    assert "check-in-2" == planned(held("2027-01-07", BACK, late), now=f"2027-01-20{NOON}").next


def test_an_earlier_ask_came_back_and_the_next_one_arrived():
    """The second went to somebody else, because the first came back."""
    told = sent("2027-01-14", "check-in"), BACK, ASKED
    plan = planned(held("2027-01-07", *told), now=f"2027-01-20{NOON}")
    assert ("second-check-in", 1) == (plan.next, plan.unanswered)


@pytest.mark.parametrize("order", [0, 1], ids=["question first", "return first"])
def test_nothing_is_asked_again_at_once_where_they_wrote_since(order):
    """They are in touch, whatever became of that message; the order in which the two were told is all one."""
    both = [event("bounced", "2027-01-19"), reply("2027-01-19", "question")]
    told = both[order], both[1 - order]
    plan = planned(held("2027-01-07", sent("2027-01-14", "check-in"), *told), now=f"2027-01-20{NOON}")
    again = step_of(plan, "check-in-2")
    assert ("answer", "2027-01-27") == (plan.next, again.window.earliest.date().isoformat())


@pytest.mark.parametrize(
    ("word", "answer"),
    [
        (reply("2027-01-15T10:00", "rejected"), "ask-feedback"),
        (reply("2027-01-15T10:00", "question"), "answer"),
        (reply("2027-01-15T10:00", "offer-written", deadline="2027-02-05"), "say-when"),
        (event("offer-elsewhere", "2027-01-15T10:00", deadline="2027-02-05"), "tell-offer"),
        (event("moved-by-me", "2027-01-15T10:00"), "new-times"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
@pytest.mark.parametrize("named", [True, False], ids=["told which", "the last one"])
def test_an_answer_that_came_back_is_owed_again_another_way(word, answer, named):
    """The address is dead: by message or phone, through somebody else, and soon."""
    back = event("bounced", "2027-01-19T09:00", **({"step": answer} if named else {}))
    plan = planned(held("2027-01-07", word, sent("2027-01-18T10:00", answer), back), now=f"2027-01-19{NOON}")
    again = step_of(plan, f"{answer}-2")
    assert ("due", "message", True) == (again.status, again.channel, "came-back" in kinds(plan))


def test_a_task_that_came_back_is_not_handed_in():
    """The state is that of before, and it is handed in again."""
    told = reply("2027-01-12T10:00", "task", by="2027-01-20"), event("handed-in", "2027-01-19T10:00")
    plan = planned(held("2027-01-07", *told, event("bounced", "2027-01-19T10:05")), now=f"2027-01-19{NOON}")
    assert ("task", "hand-in-2") == (plan.state, plan.next)


def test_what_is_sent_again_is_done():
    """The second reply to the no finishes it."""
    no, first = reply("2027-01-15T10:00", "rejected"), sent("2027-01-18T10:00", "ask-feedback")
    told = no, first, event("bounced", "2027-01-19T09:00"), sent("2027-01-19T10:00", "ask-feedback")
    plan = planned(held("2027-01-07", *told), now=f"2027-01-19{NOON}")
    assert (["done", "done"], False) == (
        [one.status for one in plan.steps if one.action == "ask-feedback"],
        "came-back" in kinds(plan),
    )


def test_a_late_task_has_words_for_being_late_and_no_yes():
    """Whoever is past their day says when it comes, not that it will be done."""
    told = reply("2027-01-15T10:00", "task", by="2027-01-25")
    plan = planned(held("2027-01-07", told), now=f"2027-01-27{NOON}")
    assert ("hand-in", "overdue-task", "dropped") == (
        plan.next,
        step(plan, "hand-in").letter,
        step(plan, "answer").status,
    )


@pytest.mark.parametrize("accepted", [True, False], ids=["accepted", "on paper"])
def test_a_talk_that_was_held_needs_no_yes_to_its_invitation(accepted):
    """Whoever came to it has said yes, also where an offer stands."""
    offer = reply("2027-01-12T10:00", "offer-written", deadline="2027-02-12")
    yes = [event("accepted", "2027-01-13T10:00")] if accepted else []
    told = offer, *yes, reply("2027-01-15T10:00", "next-round", by="2027-01-26")
    plan = planned(held("2027-01-07", *told), now=f"2027-01-27{NOON}")
    assert ["dropped"] == [one.status for one in plan.steps if one.action == "answer"]


@pytest.mark.parametrize(("now", "over"), [("2027-01-26", False), ("2027-01-27", True)])
def test_once_the_day_for_an_answer_is_over_nobody_is_told_to_answer_before_it(now, over):
    """They are called: does the offer still stand?"""
    told = reply("2027-01-15T10:00", "offer-written", deadline="2027-01-26")
    plan = planned(opened(told), now=f"{now}{NOON}")
    words = next(one.text for one in plan.notices if one.kind == "offer-written")
    assert over == ("still stands" in words) == ("Say when you will answer" not in words)
    assert over == (plan.next == "call-does-it-stand")


def step_of(plan, id):
    """The step of that id."""
    return next(one for one in plan.steps if one.id == id)

"""Messages that came back: they never arrived, so they are owed again and go out another way (O40)."""

from itertools import permutations

import pytest
from cases import event, kinds, planned, round_of, step
from situations import called, held, opened, reply, sent

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


PAPER = reply("2027-01-14T11:00", "offer-written", deadline="2027-01-22")
TOM = [{"name": "Dana Ruiz", "part": "hr"}, {"name": "Tom Berg"}]


@pytest.mark.parametrize("named", [True, False], ids=["told which", "the last one"])
@pytest.mark.parametrize("yes", [event("accepted", "2027-01-21T10:00"), sent("2027-01-21T10:00", "decide")])
def test_a_yes_that_came_back_is_given_again_by_phone_before_their_day_is_over(yes, named):
    """Nobody has read it, whatever it was told as: they still wait for an answer (O36, O40)."""
    back = event("bounced", "2027-01-21T10:01", **({"step": "decide"} if named else {}))
    plan = planned(held("2027-01-07", PAPER, yes, back), now=f"2027-01-21{NOON}")
    again = step_of(plan, "decide-2")
    assert ("offer-written", "decide-2", "phone") == (plan.state, plan.next, again.channel)
    assert "2027-01-22T17:00" == again.window.latest.isoformat()[:16]


def test_a_yes_that_came_back_on_the_last_day_is_given_that_day():
    """The offer ends that evening."""
    events = PAPER, event("accepted", "2027-01-22T10:00"), event("bounced", "2027-01-22T11:50")
    again = step_of(planned(held("2027-01-07", *events), now=f"2027-01-22{NOON}"), "decide-2")
    assert "2027-01-22T17:00" == again.window.latest.isoformat()[:16]


@pytest.mark.parametrize("more", [(), (sent("2027-01-21T10:30", "first-day"),)], ids=["at once", "asked since"])
@pytest.mark.parametrize("offer", [(), (reply("2027-01-20T10:00", "offer"),)], ids=["none told", "spoken"])
def test_a_yes_that_came_back_is_given_again_where_no_paper_asks_for_it(offer, more):
    """A yes to a spoken offer, and one whose offer nobody told, went by the same dead address."""
    back = event("bounced", "2027-01-21T11:00", step="decide")
    events = *offer, event("accepted", "2027-01-21T10:00"), *more, back
    plan = planned(held("2027-01-07", *events), now=f"2027-01-21{NOON}")
    assert [("decide", "due", "phone")] == [
        (one.action, one.status, one.channel) for one in plan.steps if one.id == plan.next
    ]


NOES = {
    "withdrawn": (event("withdrawn", "2027-01-21T10:00"), "withdraw"),
    "declined": (event("declined", "2027-01-21T10:00"), "withdraw"),
    "sent": (sent("2027-01-21T10:00", "withdraw"), "withdraw"),
}


@pytest.mark.parametrize("told", NOES)
@pytest.mark.parametrize("before", [(), (PAPER,), (PAPER, event("accepted", "2027-01-18"))])
@pytest.mark.parametrize("since", [(), (sent("2027-01-21T10:30", "thank-you"),)], ids=["at once", "thanked since"])
def test_a_no_that_came_back_is_still_to_be_told(told, before, since):
    """The reader wants out, and they do not know it yet: it is not closed (O40, O47)."""
    no, action = NOES[told]
    back = event(
        "bounced", "2027-01-21T11:00", **({"step": "decide" if told == "declined" else action} if since else {})
    )
    plan = planned(held("2027-01-07", *before, no, *since, back), now=f"2027-01-21{NOON}")
    (again,) = [one for one in plan.steps if one.id == plan.next]
    assert ("withdraw", "due", True) == (again.action, again.status, "came-back" in kinds(plan))
    assert plan.state not in ("closed", "over")


def test_a_no_before_a_round_that_came_back_is_told_by_phone_before_it():
    """The wish to withdraw is not forgotten: nobody is told what to ask in an interview that they do not go to."""
    rounds = [round_of("2027-01-07"), round_of("2027-01-14", starts="10:00", ends="11:00")]
    events = sent("2027-01-13T11:00", "withdraw"), event("bounced", "2027-01-13T11:01", step="withdraw")
    plan = planned({**held("2027-01-07", *events), "rounds": rounds}, now=f"2027-01-13{NOON}")
    again = step_of(plan, plan.next)
    assert ("withdraw", "phone", "2027-01-14T10:00") == (
        again.action,
        again.channel,
        again.window.latest.isoformat()[:16],
    )
    assert "before-round" not in kinds(plan)


@pytest.mark.parametrize(
    "again", [event("withdrawn", "2027-01-22T09:00"), called("2027-01-22T09:00", "answered", step="withdraw")]
)
def test_a_no_that_reached_them_at_last_closes_it(again):
    """Told once more, it is done."""
    events = event("withdrawn", "2027-01-21T10:00"), event("bounced", "2027-01-21T11:00"), again
    assert "closed" == planned(held("2027-01-07", *events), now=f"2027-01-22{NOON}").state


QUESTION, TASK = reply("2027-01-15", "question"), reply("2027-01-15", "task")
# What went out last, after what it answers.
LAST = (
    *(((), event(kind, "2027-01-20T10:00")) for kind in ("accepted", "declined", "withdrawn")),
    *(((PAPER,), event(kind, "2027-01-20T10:00")) for kind in ("accepted", "declined", "withdrawn")),
    *(((QUESTION,), event(kind, "2027-01-20T10:00")) for kind in ("accepted", "declined", "withdrawn")),
    *(((TASK,), event(kind, "2027-01-20T10:00")) for kind in ("declined", "withdrawn", "handed-in")),
    *(((one,), sent("2027-01-20T10:00", "answer")) for one in (QUESTION, TASK, reply("2027-01-15", "next-round"))),
    ((PAPER,), sent("2027-01-20T10:00", "decide")),
    ((), sent("2027-01-20T10:00", "withdraw")),
    ((event("offer-elsewhere", "2027-01-15", deadline="2027-02-05"),), sent("2027-01-20T10:00", "tell-offer")),
    ((event("moved-by-me", "2027-01-15"),), sent("2027-01-20T10:00", "new-times")),
)


@pytest.mark.parametrize(("told", "last"), LAST)
@pytest.mark.parametrize("now", ["2027-01-20", "2027-01-21"])
def test_a_message_that_came_back_never_leaves_nothing_to_do(told, last, now):
    """Whatever went out and did not arrive, there is something to do about it at once (law 1, O40)."""
    events = *told, last, event("bounced", "2027-01-20T10:30")
    plan = planned(held("2027-01-07", *events), now=f"{now}{NOON}")
    assert plan.state not in ("closed", "over")
    assert any(one.status in ("due", "overdue") for one in plan.steps if one.action != "let-go")


def test_each_of_two_thank_yous_that_came_back_is_open_again():
    """Two people, two dead addresses: whoever gets one email back may get the other back too."""
    both = [{"name": "Dana Ruiz", "email": "dana@acme.example"}, {"name": "Tom Berg", "email": "tom@acme.example"}]
    told = [
        *(event("sent", f"2027-01-08T09:{at}0", step="thank-you", to=one["name"]) for at, one in enumerate(both)),
        *(event("bounced", f"2027-01-08T10:{at}0", to=one["name"]) for at, one in enumerate(both)),
    ]
    plan = planned(opened(*told, rounds=[round_of("2027-01-07", interviewers=both)]), now="2027-01-08T11:00:00-05:00")
    assert ["due", "due"] == [one.status for one in plan.steps if one.action == "thank-you"]

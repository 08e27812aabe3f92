"""Whom an ask goes to once somebody else answered, what an offer's day leaves open, and what came back."""

from datetime import datetime
from typing import Any

import pytest
from cases import event, fields, kinds, planned, round_of, step, window
from situations import called, held, opened, reply, sent

from followup.dates import calendars
from followup.planning.resuming import resumed

DANA = {"name": "Dana Ruiz", "email": "dana@example.com", "part": "hiring-manager"}
RAE = {"name": "Rae Poe", "email": "rae@example.com", "part": "recruiter"}
BOTH = [round_of("2027-01-07", interviewers=[DANA, RAE])]
ASKED = event("sent", "2027-01-14T10:00", step="check-in", to="Dana Ruiz")
OFFER = reply("2027-01-12T10:00", "offer-written", deadline="2027-01-20")
WHEN = sent("2027-01-12T11:00", "say-when")
TWO = (
    reply("2027-01-13", "offer-written", deadline="2027-01-22"),
    event("offer-elsewhere", "2027-01-14", deadline="2027-01-20"),
    sent("2027-01-14", "say-when"),
)


def next_of(plan: Any) -> Any:
    """The step to look at now."""
    return next(one for one in plan.steps if one.id == plan.next)


def plan_of(*events: Any, now: str, **more: Any) -> Any:
    """The plan of an interview on 7 January that was thanked for, and what happened since."""
    return planned(held("2027-01-07", *events) | more, now=f"{now}:00-05:00")


@pytest.mark.parametrize(
    ("told", "now", "action"),
    [
        (reply("2027-01-20T10:00", "deciding", to="Rae Poe"), "2027-01-27T11:00", "second-check-in"),
        (reply("2027-01-20T10:00", "promise", to="Rae Poe", by="2027-01-26"), "2027-01-28T11:00", "second-check-in"),
        (reply("2027-01-20T10:00", "on-hold", to="Rae Poe"), "2027-02-11T11:00", "hold-note"),
    ],
)
def test_who_answered_is_asked_and_nobody_goes_past_them(told, now, action):
    """The manager was asked, and the recruiter answered (K9; an ask nobody answered goes to the same person, K6)."""
    answered = event("sent", "2027-01-20T11:00", step="answer", to="Rae Poe")
    plan = plan_of(ASKED, told, answered, now=now, rounds=BOTH)
    assert (action, ("Rae Poe",)) == (next_of(plan).action, next_of(plan).to)
    assert "through-recruiter" in kinds(plan)


def test_who_did_not_answer_or_answered_themselves_is_asked_again():
    """The second goes to whoever got the first (C9)."""
    for more in (
        (),
        (reply("2027-01-20T10:00", "deciding", to="Dana Ruiz"),),
        (reply("2027-01-20T10:00", "deciding"),),
    ):
        plan = plan_of(ASKED, *more, now="2027-01-28T11:00", rounds=BOTH)
        assert ("Dana Ruiz",) == step(plan, "second-check-in").to


@pytest.mark.parametrize("outcome", ["answered", "deciding"])
@pytest.mark.parametrize("offer", [OFFER, reply("2027-01-12T10:00", "offer-written")])
def test_an_offer_they_spoke_of_after_its_day_is_answered(outcome, offer):
    """They picked up, and it is still there: an answer is due by the end of the next business day."""
    call = called("2027-01-21T10:00", outcome, step="call")
    plan = plan_of(offer, WHEN, call, now="2027-01-21T11:00")
    assert ("decide", "Fri 2027-01-22 17:00") == (plan.next, window(next_of(plan))[2])
    assert "The day for your answer is over" not in " ".join(one.text for one in plan.notices)


def test_a_message_about_an_offer_is_followed_by_one_more_call():
    """On the next business day; two business days after the last one it is over."""
    first = event("voicemail", "2027-01-21T10:00", step="call")
    plan = plan_of(OFFER, WHEN, first, now="2027-01-21T11:00")
    assert ("call", "Fri 2027-01-22 09:00") == (next_of(plan).action, window(next_of(plan))[0])
    assert "Mon 2027-01-25 17:00" == window(step(plan, "let-go"))[1]
    assert "offer-message-left" in kinds(plan)
    twice = plan_of(OFFER, WHEN, first, event("voicemail", "2027-01-22T10:00", step="call"), now="2027-01-22T11:00")
    assert ("let-go", "Tue 2027-01-26 17:00") == (twice.next, window(next_of(twice))[1])


def test_of_two_offers_the_first_to_end_sets_the_day():
    """Time is asked for today, and the answer is due a business day before the other one ends (conditions)."""
    plan = plan_of(*TWO, now="2027-01-15T10:00")
    assert ("ask-time", "Tue 2027-01-19 17:00") == (plan.next, window(step(plan, "decide"))[2])
    asked = plan_of(*TWO, called("2027-01-15T10:00", "answered", step="ask-time"), now="2027-01-15T11:00")
    assert "decide" == asked.next


def test_an_offer_elsewhere_whose_day_is_over_holds_no_more():
    """Past its deadline: dropped (conditions)."""
    for now, stands in (("2027-01-20T23:00", True), ("2027-01-21T10:00", False)):
        plan = plan_of(*TWO, now=now)
        assert (stands, stands) == ("two-offers" in kinds(plan), "other-offer" in plan.beside)
        assert "decide" == plan.next


def test_what_ends_first_is_what_comes_first():
    """Their question today, and word of another offer tomorrow."""
    told = (
        reply("2027-01-12T10:00", "question"),
        event("offer-elsewhere", "2027-01-12T12:00", deadline="2027-01-15"),
    )
    plan = planned(opened(reply("2027-01-11T09:00", "task"), *told), now="2027-01-13T10:00:00-05:00")
    assert "answer" == next_of(plan).action


def test_thanks_that_came_back_go_out_another_way():
    """The same address would bring them back once more (O40)."""
    back = event("bounced", "2027-01-08T09:10", step="thank-you")
    plan = plan_of(back, now="2027-01-08T10:00")
    assert ("thank-you", "message") == (next_of(plan).action, next_of(plan).channel)


@pytest.mark.parametrize(("outcome", "action"), [("rejected", "ask-feedback"), ("question", "answer")])
def test_whoever_writes_can_be_reached(outcome, action):
    """Their mail shows that an answer to it arrives, whatever came back before."""
    back = event("bounced", "2027-01-08T09:10", step="thank-you")
    plan = plan_of(back, reply("2027-01-12T10:00", outcome), now="2027-01-12T12:00")
    assert (("Dana Ruiz",), "email") == (step(plan, action).to, step(plan, action).channel)
    assert "contact-gone" not in plan.beside


def test_another_who_writes_does_not_bring_an_address_back():
    """The recruiter wrote; the manager's address is as wrong as before."""
    back = event("bounced", "2027-01-08T09:10", step="thank-you", to="Dana Ruiz")
    plan = plan_of(back, reply("2027-01-12T10:00", "question", to="Rae Poe"), now="2027-01-12T12:00", rounds=BOTH)
    assert "contact-gone" in plan.beside


def test_nobody_is_rung_while_they_are_away():
    """They agreed on a day, and said since that nobody is there before the 25th (O27); the later word counts."""
    agreed, away = reply("2027-01-12", "call-back", by="2027-01-14"), reply("2027-01-13", "away", by="2027-01-25")
    plan = plan_of(agreed, away, now="2027-01-14T10:00")
    assert ("call", "waiting", "Mon 2027-01-25 09:00") == (plan.next, next_of(plan).status, window(next_of(plan))[0])
    before = plan_of(reply("2027-01-11", "away", by="2027-01-25"), agreed, now="2027-01-14T10:00")
    assert ("call", "due") == (before.next, next_of(before).status)
    soon = (reply("2027-01-12T10:00", "call-back"), reply("2027-01-12T17:30", "away", by="2027-01-25"))
    assert "Mon 2027-01-25 09:00" == window(next_of(plan_of(*soon, now="2027-01-14T10:00")))[0]


def test_a_call_on_a_day_off_is_theirs_to_choose():
    """What they asked for is bound by no wait (law 3); on Saturday it is for Saturday, and said aloud."""
    agreed = reply("2027-01-12", "call-back", by="2027-01-16")
    plan = plan_of(agreed, now="2027-01-16T10:00")
    assert ("call", "Sat 2027-01-16 09:00", "Tue 2027-01-19 17:00") == (plan.next, *window(next_of(plan))[1:])
    assert "call-day-off" in kinds(plan)
    for now, then in (("10:00", "2027-01-16 10:00"), ("12:30", "2027-01-16 13:00"), ("18:00", "2027-01-19 09:00")):
        moment = datetime.fromisoformat(f"2027-01-16T{now}:00-05:00")
        assert then == f"{resumed(next_of(plan), moment, calendars.calendar_for('US')):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(("at", "first"), [("08:59", "ask-time"), ("09:00", "tell-offer-again")])
def test_what_comes_first_has_come_from_its_very_moment_on(at: str, first: str) -> None:
    """On Tuesday at nine they are told again; until then time is won elsewhere (Next)."""
    told = [
        event("sent", "2027-01-07T20:00", step="thank-you"),
        event("offer-elsewhere", "2027-01-12T10:00", deadline="2027-01-20"),
        event("sent", "2027-01-13T10:00", step="tell-offer"),
    ]
    assert first == planned(fields(events=told), f"2027-01-19T{at}:00-05:00").next

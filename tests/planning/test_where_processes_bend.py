"""Histories that bend, each told by somebody whom the plan answered wrongly once."""

from typing import Any

import pytest
from cases import Fields, event, kinds, planned, round_of, step, steps
from situations import held, reply, sent

from followup.model.plan import Plan

NOON = "T12:00:00-05:00"
THANKED = event("sent", "2027-01-08T09:00", step="thank-you", to="Dana Ruiz")
PAPER = reply("2027-01-15", "offer-written", deadline="2027-01-20")
YES = event("accepted", "2027-01-18T10:00")


def told(now: str, *events: Fields, **more: Any) -> Plan:
    """The plan at noon of a day, after an interview on 7 January."""
    return planned(held("2027-01-07", *events, **more), now=f"{now}{NOON}")


def opened(plan: Plan) -> dict[str, str]:
    """What is open, with its status."""
    return {one.id: one.status for one in plan.steps if one.is_open}


@pytest.mark.parametrize("more", [{"step": "thank-you", "to": "Dana Ruiz"}, {}], ids=["told which", "the last one"])
def test_a_thank_you_that_came_back_is_open_again(more: Fields) -> None:
    """Nobody has read it; sent once more, it is done, and that person is written to as before (O40)."""
    back = event("bounced", "2027-01-08T10:00", **more)
    lost = told("2027-01-08", THANKED, back)
    assert ("due", True) == (step(lost, "thank-you").status, "thanks-came-back" in kinds(lost))
    assert "phone" == step(lost, "check-in").channel
    again = told("2027-01-08", THANKED, back, event("sent", "2027-01-08T11:00", step="thank-you", to="Dana Ruiz"))
    assert ("done", "email", ()) == (step(again, "thank-you").status, step(again, "check-in").channel, again.beside)


def test_while_a_check_runs_after_a_yes_nobody_is_told_to_resign() -> None:
    """What it asks for is sent though the yes was said, and its note stands beside the first day (O33, O37)."""
    for reason, late in (("referees", True), ("firm", False)):
        check = reply("2027-01-14", "checks", reason=reason)
        plan = told("2027-01-19", THANKED, reply("2027-01-12", "offer"), check, YES)
        assert ("accepted", True) == (plan.state, "accepted-checks" in kinds(plan))
        # A firm may ask nothing of the reader, so nothing of it is late.
        assert late == any(one.action == "answer" and one.is_open for one in plan.steps)
    named = reply("2027-01-20T10:00", "first-day", by="2027-02-22"), sent("2027-01-20T11:00", "answer")
    plan = told("2027-01-21", THANKED, PAPER, YES, reply("2027-01-19", "checks", reason="firm"), *named)
    assert ["checks-note", "first-day"] == [*opened(plan)]
    (note,) = [one for one in plan.steps if one.id == "checks-note"]
    assert "2027-02-03" == note.window.target.date().isoformat()


def test_a_talk_after_a_spoken_offer_is_thanked_for_and_the_offer_keeps_its_day() -> None:
    """It was said when it was said."""
    spoken = reply("2027-01-14T10:00", "offer"), sent("2027-01-14T11:00", "answer")
    asked = reply("2027-01-18T10:00", "next-round", by="2027-01-20"), sent("2027-01-18T11:00", "answer")
    rounds = [round_of("2027-01-07"), round_of("2027-01-20")]
    plan = planned({**held("2027-01-07", THANKED, *spoken, *asked), "rounds": rounds}, now=f"2027-01-21{NOON}")
    thanks = [one.round for one in plan.steps if one.action == "thank-you" and one.is_open]
    assert ("offer-coming", "2027-01-14", [2]) == (plan.state, str(plan.since), thanks)


def test_a_first_day_that_moved_is_answered_by_its_last_word() -> None:
    """The old day is nobody's any more, so nothing of it is late."""
    days = reply("2027-01-19", "first-day", by="2027-02-01"), reply("2027-01-25", "first-day", by="2027-02-15")
    plan = told("2027-01-26", THANKED, PAPER, YES, *days)
    assert {"answer": "due", "first-day": "waiting"} == opened(plan)


@pytest.mark.parametrize(("yes", "kind"), [((YES,), "taken-back-after-yes"), ((), "taken-back")])
def test_an_offer_taken_back_is_no_plain_no(yes: tuple[Fields, ...], kind: str) -> None:
    """The reason is asked for; nobody is thanked with a card for it."""
    plan = told("2027-01-20", THANKED, PAPER, *yes, reply("2027-01-19", "taken-back"))
    assert (True, "offer-taken-back") == (kind in kinds(plan), step(plan, "ask-feedback").letter)
    assert {"ask-feedback", "stay-in-touch"} == {*opened(plan)}


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        ((), "no-contact"),
        ((event("offer-elsewhere", "2027-01-12T09:00", deadline="2027-01-20"),), "no-contact-but"),
        ((reply("2027-01-12T09:00", "question"),), "no-contact-but"),
    ],
    ids=["nothing", "an offer elsewhere", "a question"],
)
def test_nothing_to_send_is_said_only_where_there_is_nothing(more: tuple[Fields, ...], kind: str) -> None:
    """Answers and word of another offer stay allowed (O21)."""
    plan = told("2027-01-12", THANKED, reply("2027-01-11", "no-contact"), *more)
    assert [kind] == [one for one in kinds(plan) if one.startswith("no-contact")]


@pytest.mark.parametrize(
    ("more", "kind"), [((), "missed"), ((reply("2027-01-11", "called-off"),), "interview-cancelled")]
)
def test_after_a_no_show_nothing_was_called_off_unless_they_did(more: tuple[Fields, ...], kind: str) -> None:
    """What nobody told is not said."""
    plan = told("2027-01-12", event("no-show", "2027-01-07T17:05"), *more)
    assert ("invited", True) == (plan.state, kind in kinds(plan))


def test_whether_now_would_still_do_is_not_asked_after_that_day() -> None:
    """They did not come on a Friday: that day the call is late; at the weekend the email is, and no call (O31)."""
    rounds = [round_of("2027-01-08", "", starts="10:40", format="phone")]
    missed = {"rounds": rounds, "country": "US", "events": [event("no-show", "2027-01-08T11:00")]}
    expected = {"2027-01-08": ["call", "new-times"], "2027-01-09": ["new-times"]}
    for day, late in expected.items():
        plan = planned(missed, now=f"{day}{NOON}")
        assert late == [step.id for step in plan.steps if step.status in ("due", "overdue")]


def test_whoever_has_their_offer_on_paper_hurries_nobody_with_another() -> None:
    """They decided already; those who made the other one are asked for time (O36)."""
    elsewhere = event("offer-elsewhere", "2027-01-19T09:00", deadline="2027-01-20")
    plan = told("2027-01-19", THANKED, reply("2027-01-15", "offer-written", deadline="2027-01-22"), elsewhere)
    assert (False, True) == ("tell-offer" in opened(plan), "two-offers" in kinds(plan))
    assert {"ask-time", "say-when", "decide"} <= {*opened(plan)}


WISH = event("declined", "2027-01-19T11:00", step="withdraw")


def test_after_their_no_nobody_withdraws_any_more() -> None:
    """There is nothing left to withdraw from."""
    plan = told("2027-01-21", THANKED, WISH, reply("2027-01-20", "rejected"))
    assert ("said-no", "ask-feedback") == (plan.state, plan.next)


def test_whoever_wants_out_is_told_that_alone() -> None:
    """Their offer is answered by withdrawing; a question is answered all the same."""
    plan = told("2027-01-20", THANKED, WISH, reply("2027-01-20T09:00", "offer"))
    assert {"withdraw", "let-go"} == {*opened(plan)}
    plan = told("2027-01-20", THANKED, WISH, reply("2027-01-20T09:00", "question"))
    assert {"withdraw", "answer", "let-go"} == {*opened(plan)}


def test_what_they_ask_of_a_case_that_rests_is_still_answered() -> None:
    """A call that they ask for a year after their no is made, and never late."""
    call = reply("2028-01-19", "call-back")
    plan = planned(held("2027-01-07", THANKED, reply("2027-01-20", "rejected"), call), now=f"2028-01-20{NOON}")
    assert ("closed", "call", True) == (plan.state, plan.next, "closed-asked" in kinds(plan))
    plan = planned(held("2027-01-07", THANKED, reply("2027-01-20", "rejected"), call), now=f"2028-02-20{NOON}")
    assert ("closed", "", {}) == (plan.state, plan.next, opened(plan))


@pytest.mark.parametrize(("word", "kind"), [("deciding", "closed-wrote"), ("rejected", "closed")])
def test_who_gave_up_hears_that_they_were_in_touch(word: str, kind: str) -> None:
    """It stays closed until the reader opens it again."""
    given_up = event("closed", "2027-02-10", reason="gave-up")
    plan = told("2027-02-26", THANKED, given_up, reply("2027-02-25", word))
    assert ("closed", True) == (plan.state, kind in kinds(plan))


def test_the_first_day_ends_it_with_a_good_word() -> None:
    """Nothing is said of opening it again."""
    plan = told("2027-02-01", THANKED, PAPER, YES, reply("2027-01-19", "first-day", by="2027-02-01"))
    assert ("closed", True) == (plan.state, "closed-started" in kinds(plan))


def test_whoever_asked_for_time_said_that_the_offer_is_there() -> None:
    """Nobody is told to say so again once they gave it."""
    more = reply("2027-01-19", "promise", by="2027-01-29", reason="more-time")
    plan = told("2027-01-22", THANKED, PAPER, sent("2027-01-18T09:00", "ask-time"), more)
    assert (False, "decide") == ("say-when" in opened(plan), plan.next)


def test_the_reader_who_cannot_come_speaks_of_that_interview() -> None:
    """It is the second, and the first was held."""
    rounds = [round_of("2027-01-07"), round_of("2027-01-20")]
    ill = event("moved-by-me", "2027-01-20T09:00")
    plan = planned({**held("2027-01-07", THANKED, ill), "rounds": rounds}, now="2027-01-20T09:30:00-05:00")
    assert ("new-times", 2, True) == (plan.next, step(plan, "new-times").round, "moved-by-me" in kinds(plan))


def test_a_task_outlives_an_invitation() -> None:
    """Nobody said that it is not wanted any more."""
    asked = reply("2027-01-12", "task", by="2027-01-20"), reply("2027-01-14", "next-round", by="2027-01-25")
    plan = told("2027-01-15", THANKED, *asked)
    assert ("ahead", ("task",), "due") == (plan.state, plan.beside, opened(plan)["hand-in"])


def test_a_late_task_is_not_told_to_be_early() -> None:
    """Its day is over."""
    asked = reply("2027-01-12", "task", by="2027-01-20"), sent("2027-01-12T18:00", "answer")
    assert {"task"} <= kinds(told("2027-01-15", THANKED, *asked))
    assert {"task-late"} <= kinds(told("2027-01-22", THANKED, *asked))


def test_a_call_they_asked_for_comes_before_every_question_of_ours() -> None:
    """Missed, it is still the one thing to do (law 3)."""
    plan = told("2027-02-01", THANKED, reply("2027-01-12", "call-back", by="2027-01-15"))
    assert ("call", "waiting") == (plan.next, step(plan, "check-in").status)


@pytest.mark.parametrize(
    ("word", "ask"), [("on-hold", "hold-note"), ("runner-up", "still-interested"), ("offer", "ask-paper")]
)
def test_it_comes_before_what_is_asked_in_every_other_state(word: str, ask: str) -> None:
    """Whoever rings them may ask in the call (law 3)."""
    said = reply("2027-01-11", word), sent("2027-01-11T18:00", "answer")
    plan = told("2027-02-10", THANKED, *said, reply("2027-01-12", "call-back", by="2027-01-15"))
    asked = [one.status for one in steps(plan, ask)]
    assert ("call", ["waiting", "waiting"]) == (plan.next, asked)


def test_a_recruiter_who_left_is_looked_for_at_the_agency() -> None:
    """Nobody goes past it; whether there is one nobody told."""
    people = [{"name": "Dana Ruiz"}, {"name": "Rae Poe", "part": "recruiter"}]
    rounds = [round_of("2027-01-07", interviewers=people)]
    gone = reply("2027-01-18", "left", to="Rae Poe")
    plan = planned({**held("2027-01-07", gone), "rounds": rounds}, now=f"2027-01-20{NOON}")
    assert {"agency-left"} <= kinds(plan)


@pytest.mark.parametrize("before", [(), (reply("2027-01-12", "rejected"),)], ids=["", "after a no"])
def test_a_day_they_named_is_confirmed(before: tuple[Fields, ...]) -> None:
    """No other times are offered for it, and nobody is asked when it would be."""
    plan = told("2027-01-15", THANKED, *before, reply("2027-01-14", "next-round", by="2027-01-25"))
    assert "accept-next-round" == step(plan, "answer").letter


def test_an_offer_that_was_taken_back_leaves_no_first_day_to_the_next_one() -> None:
    """What was agreed on went with it."""
    days = reply("2027-01-19T09:00", "first-day", by="2027-03-01"), reply("2027-01-19T15:00", "taken-back")
    again = reply("2027-01-25", "offer-written", deadline="2027-02-01"), event("accepted", "2027-01-27T10:00")
    plan = told("2027-01-28", THANKED, PAPER, YES, *days, *again)
    letters = {one.letter for one in plan.steps if one.action == "first-day" and one.is_open}
    assert ("accepted", {"start-day"}) == (plan.state, letters)


@pytest.mark.parametrize("later", [reply("2027-02-19", "question"), reply("2027-02-19", "next-round")])
def test_thanks_are_not_called_for_long_after_the_reader_wrote_about_something_else(later: Fields) -> None:
    """The reply to their no was the last message that could carry them (O19)."""
    plan = told("2027-02-20", reply("2027-01-12", "rejected"), sent("2027-01-12", "ask-feedback"), later)
    assert "answer" in opened(plan)
    assert "thanks-in-answer" not in kinds(plan)


def test_nobody_who_said_yes_is_still_interested() -> None:
    """Put on hold after it, the first day and the reason are asked for (O37)."""
    plan = told("2027-01-20", THANKED, PAPER, YES, reply("2027-01-19", "on-hold"))
    assert ("accepted", "start-day") == (plan.state, step(plan, "answer").letter)


def test_a_call_of_the_readers_own_is_none_that_they_asked_for() -> None:
    """The thanks go into a call they asked for, not into the one about a day that is over."""
    plan = told("2027-01-21", PAPER)
    assert "call-does-it-stand" in opened(plan)
    assert "thanks-in-call" not in kinds(plan)

"""Histories that a machine told at random and that broke a law once; each is told again and looked at."""

import pytest
from cases import event, fields, planned, step


def test_a_step_that_a_new_interview_brought_back_is_done_by_its_button() -> None:
    """The reader said no, an interview four weeks later is entered, and they are told of the other offer (O39)."""
    told = [
        event("declined", "2027-01-08T11:00"),
        event("offer-elsewhere", "2027-02-05T11:01"),
        event("interview-moved", "2027-02-05T11:02", by="2027-02-14"),
    ]
    before = planned(fields(events=told), now="2027-02-05T11:03:00-05:00")
    assert ("ahead", "tell-offer", "due") == (before.state, before.next, step(before, "tell-offer").status)
    told.append(event("sent", "2027-02-05T11:03", step="tell-offer"))
    after = planned(fields(events=told), now="2027-02-05T11:04:00-05:00")
    assert ("ahead", "done") == (after.state, step(after, "tell-offer").status)


def test_a_call_before_the_interview_that_opened_it_again_is_no_question_of_its_round() -> None:
    """What is planned for after the interview is not done before it, and nothing that is done moves."""
    told = [
        event("closed", "2027-01-08T11:00"),
        event("interview-moved", "2027-03-01T11:02", by="2027-03-29"),
        event("called", "2027-03-01T11:03", outcome="first-day"),
    ]
    before = planned(fields(events=told), now="2027-03-01T11:04:00-05:00")
    after = planned(fields(events=[*told, event("voicemail", "2027-03-01T11:04")]), now="2027-03-01T11:05:00-05:00")
    for plan in (before, after):
        assert [] == [one.id for one in plan.steps if one.status == "done"]


def test_a_second_offer_after_the_case_was_opened_again_has_a_step_of_its_own() -> None:
    """Telling of the first one stays done at the moment it was done."""
    told = [
        event("withdrawn", "2027-01-08T11:00"),
        event("moved-by-me", "2027-02-18T11:00", by="2027-03-02"),
        event("offer-elsewhere", "2027-02-26T10:00"),
        event("sent", "2027-02-26T10:07", step="tell-offer"),
        event("offer-elsewhere", "2027-02-26T10:09", deadline="2027-03-26"),
    ]
    told.append(event("voicemail", "2027-02-26T10:13", step="tell-offer"))
    plan = planned(fields(events=told), now="2027-02-26T10:14:00-05:00")
    done = {one.id: one.done_at.isoformat() for one in plan.steps if one.action == "tell-offer" and one.done_at}
    assert {"tell-offer": "2027-02-26T10:07:00-05:00", "tell-offer-2": "2027-02-26T10:13:00-05:00"} == done


@pytest.mark.parametrize("kind", ["sent", "called", "voicemail"])
@pytest.mark.parametrize("wish", ["declined", "accepted"])
def test_withdrawing_is_done_by_its_own_button_and_ends_it(wish: str, kind: str) -> None:
    """By whatever means; a call that nobody took leaves it to be done."""
    told = [event(wish, "2027-01-12T10:00", step="withdraw")]
    assert "withdraw" == planned(fields(events=told), now="2027-01-12T10:01:00-05:00").next
    outcome = {"outcome": "answered"} if kind == "called" else {}
    done = [*told, event(kind, "2027-01-12T11:00", step="withdraw", **outcome)]
    plan = planned(fields(events=done), now="2027-01-12T11:01:00-05:00")
    assert ("closed", "", "done") == (plan.state, plan.next, step(plan, "withdraw").status)
    silent = [*told, event("called", "2027-01-12T11:00", step="withdraw", outcome="no-answer")]
    assert "withdraw" == planned(fields(events=silent), now="2027-01-12T11:01:00-05:00").next

"""What is told twice, or of two who share a name: the later word counts, and nobody is taken for another."""

import pytest
from cases import Fields, event, fields, planned, promised, round_of, spoken, step, steps, window

THANKED = event("sent", "2027-01-08T09:00", step="thank-you")
DANAS = [{"name": "Dana Ruiz", "email": f"dana.{at}@example.com"} for at in (1, 2)]


def held(*events: Fields, now: str = "2027-01-20T12:00:00-05:00", **words: object) -> tuple[str, str, str]:
    """The first check-in's window after these events."""
    return window(step(planned(fields(events=[THANKED, *events], **words), now=now), "check-in"))


def test_of_two_days_to_call_back_the_later_word_counts() -> None:
    """Whichever day it names."""
    first = event("reply", "2027-01-11T10:00", outcome="call-back", by="2027-01-28")
    second = event("reply", "2027-01-12T10:00", outcome="call-back", by="2027-01-21")
    plan = planned(fields(events=[THANKED, first, second]), now="2027-01-13T12:00:00-05:00")
    assert "Thu 2027-01-21" == spoken(step(plan, "call").window.earliest)[:14]


@pytest.mark.parametrize(("said", "opens"), [("2027-01-14", "Tue 2027-01-19"), ("2027-01-15", "Wed 2027-01-20")])
def test_who_is_still_deciding_on_the_promised_day_itself_has_that_day_still(said: str, opens: str) -> None:
    """A date of theirs stands until it is over; the answer to them comes two business days before the ask (law 4)."""
    told = event("reply", f"{said}T10:00", outcome="deciding")
    answered = event("sent", f"{said}T11:00", step="answer")
    found = held(told, answered, now=f"{said}T12:00:00-05:00", promise=promised("2027-01-15"))
    assert (f"{opens} 09:00", "Mon 2027-01-25 17:00") == (found[0], found[2])


def test_who_is_still_deciding_after_the_promised_day_has_no_day_any_more() -> None:
    """Five business days from their last word; Monday 18 January is a holiday."""
    told = event("reply", "2027-01-18T10:00", outcome="deciding")
    answered = event("sent", "2027-01-18T11:00", step="answer")
    found = held(told, answered, now="2027-01-18T12:00:00-05:00", promise=promised("2027-01-15"))
    assert "Mon 2027-01-25 09:00" == found[0]


def test_of_two_namesakes_each_is_thanked_by_the_address() -> None:
    """Two messages with two ids; a word to one address marks that one alone."""
    rounds = [round_of("2027-01-07", interviewers=DANAS)]
    both = steps(planned(fields(rounds=rounds)), "thank-you")
    assert ["thank-you-1-dana-ruiz", "thank-you-1-dana-ruiz-2"] == [one.id for one in both]
    sent = event("sent", "2027-01-08T09:00", step="thank-you", to="dana.2@example.com")
    after = steps(planned(fields(rounds=rounds, events=[sent]), now="2027-01-08T10:00:00-05:00"), "thank-you")
    assert ["due", "done"] == [one.status for one in after]


def test_a_name_alone_can_mean_one_of_two_namesakes_only() -> None:
    """The second message is still to be sent."""
    rounds = [round_of("2027-01-07", interviewers=DANAS)]
    sent = event("sent", "2027-01-08T09:00", step="thank-you", to="Dana Ruiz")
    after = steps(planned(fields(rounds=rounds, events=[sent]), now="2027-01-08T10:00:00-05:00"), "thank-you")
    assert ["done", "due"] == [one.status for one in after]


def test_two_addresses_of_one_name_on_one_day_are_two_people_and_one_address_is_one() -> None:
    """In two interviews of a day: one message thanks for both (O19)."""
    other = [round_of("2027-01-07", "11:00", interviewers=[DANAS[0]]), round_of("2027-01-07", interviewers=[DANAS[1]])]
    same = [round_of("2027-01-07", "11:00", interviewers=[DANAS[0]]), round_of("2027-01-07", interviewers=[DANAS[0]])]
    assert 2 == len(steps(planned(fields(rounds=other)), "thank-you"))
    assert [2] == [one.round for one in steps(planned(fields(rounds=same)), "thank-you")]


def test_after_a_wish_for_no_contact_what_was_asked_stays_and_nothing_is_asked_any_more() -> None:
    """The check-in that was sent is in the plan, done."""
    asked = event("sent", "2027-01-14T10:00", step="check-in")
    wish = event("reply", "2027-01-15T10:00", outcome="no-contact")
    plan = planned(fields(events=[THANKED, asked, wish]), now="2027-01-16T12:00:00-05:00")
    assert "done" == step(plan, "check-in").status
    assert [] == steps(plan, "second-check-in")
    assert 0 == plan.touches_left

"""What answers them."""

import pytest
from cases import event, fields, kinds, planned, promised, round_of, step, steps, window

NOW = "2027-01-25T12:00:00-05:00"
AT = "2027-01-15T10:00"


def offer(at: str, deadline: str) -> dict[str, str]:
    """Another offer."""
    return event("offer-elsewhere", at, deadline=deadline)


def reply(outcome: str) -> dict[str, str]:
    """What they wrote."""
    return event("reply", AT, outcome=outcome)


def test_a_rejection_drops_the_rest_and_asks_for_feedback() -> None:
    """Replied to on the next business day; card and talk follow on other days."""
    plan = planned(fields(events=[event("reply", "2027-01-14T16:00", outcome="rejected")]), now=NOW)
    assert ("Thu 2027-01-14 16:00", "Fri 2027-01-15 09:00", "Tue 2027-01-19 17:00") == window(
        step(plan, "ask-feedback")
    )
    dropped = {one.action for one in plan.steps if one.status == "dropped"}
    assert {"thank-you", "check-in", "second-check-in", "let-go"} == dropped
    assert 3 == len({window(step(plan, action))[1] for action in ("ask-feedback", "card", "stay-in-touch")})


def test_the_unsent_thank_you_becomes_the_reply_to_the_rejection() -> None:
    """One message, not two."""
    plan = planned(fields(events=[event("reply", "2027-01-07T16:00", outcome="rejected")]))
    assert ("ask-feedback", "dropped") == (plan.next, step(plan, "thank-you").status)
    assert "thanks-in-reply" in kinds(plan)


def test_a_question_is_answered_by_the_next_business_day() -> None:
    """Friday evening: Monday is a holiday, so Tuesday."""
    plan = planned(fields(events=[event("reply", "2027-01-15T18:30", outcome="question")]), now=NOW)
    bounds = ("Fri 2027-01-15 18:30", "Tue 2027-01-19 09:00", "Tue 2027-01-19 17:00")
    assert bounds == window(step(plan, "answer"))


def test_an_invitation_cancels_the_check_ins() -> None:
    """Until the new round is entered."""
    plan = planned(fields(events=[event("reply", "2027-01-13T11:00", outcome="next-round")]), now=NOW)
    assert "Wed 2027-01-13 11:00" == window(step(plan, "answer"))[1]
    assert {"dropped"} == {one.status for one in plan.steps if "check-in" in one.action}
    assert "next-round" in kinds(plan)


def test_an_offer_elsewhere_is_told_before_its_deadline() -> None:
    """At once, and one business day before at the latest."""
    plan = planned(fields(events=[offer("2027-01-12T18:00", "2027-01-20")]), now=NOW)
    bounds = ("Tue 2027-01-12 18:00", "Wed 2027-01-13 09:00", "Tue 2027-01-19 17:00")
    assert bounds == window(step(plan, "tell-offer"))


def test_holidays_can_eat_the_time_and_then_a_call_is_due() -> None:
    """Friday evening to Tuesday, with a holiday between: call on Tuesday."""
    asked = fields(events=[offer("2027-01-15T18:00", "2027-01-19")])
    plan = planned(asked, now="2027-01-16T12:00:00-05:00")
    assert ("phone", "Tue 2027-01-19 09:00") == (step(plan, "tell-offer").channel, window(step(plan, "tell-offer"))[1])
    assert "offer-call" in kinds(plan)


def test_the_call_lies_outside_the_lunch_hours() -> None:
    """At 11:30 on the day of the deadline: at 13:00."""
    plan = planned(fields(events=[offer("2027-01-14T11:30", "2027-01-14")]), now="2027-01-14T11:40:00-05:00")
    assert ("Thu 2027-01-14 13:00", "Thu 2027-01-14 17:00") == window(step(plan, "tell-offer"))[1:]


def test_past_the_deadline_the_step_is_dropped() -> None:
    """It is over by now; one that ends on a Sunday is dropped from the Monday on."""
    weekend = planned(fields(events=[offer("2027-01-15T18:00", "2027-01-17")]), now="2027-01-18T00:00:00-05:00")
    over = planned(fields(events=[offer("2027-01-12T18:00", "2027-01-20")]), now=NOW)
    assert ["dropped", "dropped"] == [step(plan, "tell-offer").status for plan in (weekend, over)]


def test_an_offer_before_the_interview_is_planned_for() -> None:
    """The only thing that may happen before it."""
    plan = planned(fields(events=[offer("2027-01-04T10:00", "2027-01-20")]))
    assert "Mon 2027-01-04 10:00" == window(step(plan, "tell-offer"))[1]


def test_withdrawing_drops_everything() -> None:
    """Nothing is next."""
    plan = planned(fields(events=[event("withdrawn", "2027-01-13T11:00")]), now=NOW)
    assert ({"dropped"}, "") == ({one.status for one in plan.steps}, plan.next)
    assert "2027-01-13" == str(plan.ends)


def test_their_offer_is_thanked_for_and_its_paper_asked_for() -> None:
    """Spoken of is not offered: nothing is asked of the interview any more."""
    asked = fields(events=[event("reply", "2027-01-13T11:00", outcome="offer")])
    plan = planned(asked, now="2027-01-13T12:00:00-05:00")
    still = [one.id for one in plan.steps if one.status != "dropped"]
    assert ["answer", "ask-paper", "ask-paper-again", "let-go"] == still


def test_a_moved_interview_moves_the_plan() -> None:
    """From 14 to 20 January; without a new day everything waits."""
    rounds = [round_of("2027-01-07"), round_of("2027-01-14")]
    moved = event("interview-moved", "2027-01-12T10:00", by="2027-01-20")
    plan = planned(fields(rounds=rounds, events=[moved]), now="2027-01-12T12:00:00-05:00")
    cancelled = planned(fields(rounds=rounds, events=[moved | {"by": ""}]), now="2027-01-12T12:00:00-05:00")
    assert "Wed 2027-01-27 09:00" == window(step(plan, "check-in"))[1]
    assert "dropped" == step(cancelled, "check-in").status
    assert 1 == len(steps(cancelled, "thank-you"))


def test_no_two_messages_go_to_one_person_on_one_day() -> None:
    """The answer to a question lies on the day of the check-in, which counts from the answer (law 4)."""
    question = event("reply", "2027-01-14T08:00", outcome="question")
    plan = planned(fields(events=[question]), now="2027-01-14T08:30:00-05:00")
    assert "Thu 2027-01-14 09:00" == window(step(plan, "answer"))[1]
    assert "Fri 2027-01-22 09:00" == window(step(plan, "check-in"))[1]


def test_what_was_sent_is_done() -> None:
    """For answers too."""
    events = [
        event("reply", "2027-01-13T11:00", outcome="rejected"),
        event("sent", "2027-01-14T09:30", step="ask-feedback"),
    ]
    assert "done" == step(planned(fields(events=events), now=NOW), "ask-feedback").status


def test_the_plan_ends_with_the_last_open_step() -> None:
    """Letting go, if nothing else comes."""
    plan = planned(fields(promise=promised("2027-01-15")))
    assert plan.ends == step(plan, "let-go").window.target.date()


def test_one_business_day_before_the_deadline_is_a_call_today() -> None:
    """Told of it on Tuesday morning, to be answered by the end of Wednesday."""
    plan = planned(fields(events=[offer("2027-01-12T10:00", "2027-01-13")]), now="2027-01-12T10:30:00-05:00")
    found = step(plan, "tell-offer")
    assert ("phone", "Tue 2027-01-12 10:00", "Tue 2027-01-12 17:00") == (found.channel, *window(found)[1:])


def test_a_deadline_that_passes_moves_no_window() -> None:
    """The answer to a question keeps clear of the call about the offer, before and after its deadline."""
    asked = fields(
        events=[offer("2027-01-14T08:00", "2027-01-14"), event("reply", "2027-01-14T08:10", outcome="question")]
    )
    before, after = (planned(asked, now=f"2027-01-{day}T09:00:00-05:00") for day in (14, 20))
    assert window(step(before, "answer")) == window(step(after, "answer"))


def test_thanks_go_into_the_word_of_the_other_offer() -> None:
    """Both would go out on Friday morning."""
    plan = planned(fields(events=[offer("2027-01-07T17:30", "2027-01-20")]))
    assert "dropped" == step(plan, "thank-you").status
    assert "thanks-in-offer" in kinds(plan)


def test_a_call_they_asked_for_waits_for_a_day_without_a_message() -> None:
    """They asked something on Wednesday evening, which is answered on Thursday; the call moves to Friday."""
    events = [
        event("called", "2027-01-14T10:00", outcome="call-back", by="2027-01-21"),
        event("reply", "2027-01-20T18:00", outcome="question"),
    ]
    plan = planned(fields(events=events), now="2027-01-20T19:00:00-05:00")
    assert ("Thu 2027-01-21 09:00", "Fri 2027-01-22 09:00") == tuple(
        window(step(plan, action))[1] for action in ("answer", "call")
    )


def test_an_interview_moved_past_the_next_one_becomes_the_last() -> None:
    """The first of two is moved behind the second: the check-in counts from it."""
    rounds = [round_of("2027-01-07"), round_of("2027-01-14")]
    moved = event("interview-moved", "2027-01-07T15:30", by="2027-01-20")
    asked = fields(rounds=[round_of("2027-01-05"), *rounds], events=[moved])
    plan = planned(asked, now="2027-01-07T16:00:00-05:00")
    assert "Wed 2027-01-27 09:00" == window(step(plan, "check-in"))[1]


TOM = {"name": "Tom Berg"}
AHEAD = [round_of("2027-01-07"), round_of("2027-01-20", interviewers=[TOM])]
THANKED = event("sent", "2027-01-08T09:00", step="thank-you")


@pytest.mark.parametrize("end", [event("withdrawn", AT), reply("rejected"), reply("offer")])
def test_what_has_ended_stays_ended_when_a_later_round_would_have_been(end: dict[str, str]) -> None:
    """The second round, entered before, never takes place: steps and notices are the same after its day."""
    asked = fields(rounds=AHEAD, events=[THANKED, end])
    before, after = (planned(asked, now=f"2027-01-{day}T12:00:00-05:00") for day in (16, 22))
    assert [(one.id, one.to, one.window) for one in before.steps] == [
        (one.id, one.to, one.window) for one in after.steps
    ]
    assert not [one for one in after.steps if one.to == ("Tom Berg",) and one.status != "dropped"]
    assert kinds(before) == kinds(after)
    assert not kinds(after) & {"thanks-in-reply", "thanks-in-answer", "later-round"}


def test_the_reply_to_a_rejection_goes_to_somebody_the_reader_met() -> None:
    """Not to the interviewer of a second round that never takes place."""
    plan = planned(fields(rounds=AHEAD, events=[THANKED, reply("rejected")]), now=NOW)
    assert ("Dana Ruiz",) == step(plan, "ask-feedback").to


def test_an_invitation_after_a_rejection_opens_the_course_again() -> None:
    """With the new round entered, the check-in counts from it."""
    invited = event("reply", "2027-01-18T10:00", outcome="next-round")
    plan = planned(fields(rounds=AHEAD, events=[THANKED, reply("rejected"), invited]), now=NOW)
    assert ("Wed 2027-01-27 09:00", "waiting") == (window(step(plan, "check-in"))[1], step(plan, "check-in").status)


def test_a_round_entered_after_an_invitation_holds_before_it_takes_place() -> None:
    """On the 13th the check-in already counts from the 19th, and nothing asks to enter it."""
    events = [
        THANKED,
        event("reply", "2027-01-12T10:00", outcome="next-round"),
        event("sent", "2027-01-12T11:00", step="answer"),
    ]
    asked = fields(rounds=[round_of("2027-01-07"), round_of("2027-01-19")], events=events)
    plan = planned(asked, now="2027-01-13T12:00:00-05:00")
    assert ("Tue 2027-01-26 09:00", "waiting") == (window(step(plan, "check-in"))[1], step(plan, "check-in").status)
    assert ("later-round" in kinds(plan), "next-round" in kinds(plan)) == (True, False)


def test_two_interviews_on_one_day_are_no_later_round() -> None:
    """The check-in counts from the last of them, which needs no words."""
    plan = planned(fields(rounds=[round_of("2027-01-07", "11:00"), round_of("2027-01-07", "16:00")]))
    assert "later-round" not in kinds(plan)


UNKNOWN = [round_of("2027-01-07", "")]
SAME_DAY = "2027-01-07T16:00"


def test_what_was_told_on_the_day_of_an_interview_with_no_hour_came_after_it() -> None:
    """The end of the working day is our assumption: a rejection at 16:00 is one."""
    rejected = event("reply", SAME_DAY, outcome="rejected")
    plan = planned(fields(rounds=UNKNOWN, events=[rejected]), now="2027-01-08T12:00:00-05:00")
    assert ("ask-feedback", "dropped") == (plan.next, step(plan, "check-in").status)


@pytest.mark.parametrize(
    ("round_", "at"),
    [(UNKNOWN[0], SAME_DAY), (round_of("2027-01-07", "", starts="14:00", format="phone"), "2027-01-07T14:40")],
)
def test_a_thank_you_before_an_assumed_end_was_sent(round_: dict[str, str], at: str) -> None:
    """After the start, or on the day if that was not told either."""
    plan = planned(fields(rounds=[round_], events=[event("sent", at, step="thank-you")]))
    assert "done" == step(plan, "thank-you").status


def test_the_round_entered_last_on_a_day_is_the_last() -> None:
    """The first has no hour; its assumed end at 17:00 does not put it behind the second, over at 15:00."""
    events = [event("called", "2027-01-07T15:30", outcome="answered")]
    plan = planned(fields(rounds=[*UNKNOWN, round_of("2027-01-07", interviewers=[TOM])], events=events))
    assert (2, "done") == (step(plan, "check-in").round, step(plan, "check-in").status)


def test_an_answer_goes_to_the_address_that_asked() -> None:
    """Not to the recruiter."""
    people = [{"name": "Dana Ruiz", "part": "recruiter"}, {"name": "Tom Berg", "email": "t@example.com"}]
    question = event("reply", AT, outcome="question", to="t@example.com")
    plan = planned(fields(rounds=[round_of("2027-01-07", interviewers=people)], events=[question]), now=NOW)
    assert ("Tom Berg",) == step(plan, "answer").to

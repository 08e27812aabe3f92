"""Answers that were wrong once, each held to what the page of the course says."""

from datetime import datetime
from typing import Any

import pytest
from cases import event, fields, planned, round_of, step, steps, window

from followup import forms
from followup.dates.calendars import calendar_for
from followup.model.case import Case
from followup.planning.course import plan
from followup.planning.proposals import proposals

THANKED = event("sent", "2027-01-08T09:00", step="thank-you")
ASKED = event("sent", "2027-01-14T10:00", step="check-in")


def after(now: str, *events: dict[str, Any], **words: Any) -> Any:
    """The plan after these events, at that moment in New York."""
    return planned(fields(events=list(events), **words), now=f"{now}-05:00")


def test_a_thank_you_told_today_moves_no_check_in_that_is_done() -> None:
    """It counted from what was known when it was made."""
    promise = {"kind": "date", "by": "2027-01-12"}
    before = step(after("2027-01-20T12:00", ASKED, promise=promise), "check-in")
    told = event("sent", "2027-01-20T11:00", step="thank-you")
    assert before == step(after("2027-01-20T12:00", ASKED, told, promise=promise), "check-in")


@pytest.mark.parametrize("kind", ["interview-moved", "no-show", "moved-by-me"])
def test_what_is_told_of_an_interview_that_was_asked_about_moves_no_question(kind: str) -> None:
    """Its end was not told: the question that is done says that it took place."""
    invited = event("reply", "2027-01-12T16:00", outcome="next-round", by="2027-01-28")
    asked = event("sent", "2027-01-28T10:00", step="check-in")
    before = step(after("2027-01-28T12:00", THANKED, invited, asked), "check-in")
    told = event(kind, "2027-01-28T11:00")
    assert "done" == before.status
    assert before == step(after("2027-01-28T12:00", THANKED, invited, asked, told), "check-in")


@pytest.mark.parametrize("order", [1, -1])
def test_no_contact_leaves_what_was_done(order: int) -> None:
    """Whatever was told first."""
    events = [ASKED, event("reply", "2027-01-15T10:00", outcome="no-contact")]
    plan = after("2027-01-20T12:00", *events[::order])
    assert "done" == step(plan, "check-in").status
    assert [] == [one.id for one in plan.steps if one.is_open and one.action != "let-go"]


def test_of_two_calls_they_asked_for_the_last_one_stands() -> None:
    """The day they named last."""
    first = event("reply", "2027-01-12T10:00", outcome="call-back", by="2027-01-20")
    plan = after("2027-01-13T12:00", first, first | {"at": "2027-01-13T10:00", "by": "2027-01-26"})
    assert "Tue 2027-01-26 09:00" == window(step(plan, "call"))[1]


def test_still_deciding_on_the_promised_day_itself_leaves_the_date() -> None:
    """The day lasts to its end; a day later the wait counts from what they said."""
    promise = {"kind": "date", "by": "2027-01-13"}
    on_it = after("2027-01-14T12:00", event("reply", "2027-01-13T16:00", outcome="deciding"), promise=promise)
    past_it = after("2027-01-15T12:00", event("reply", "2027-01-14T16:00", outcome="deciding"), promise=promise)
    assert "Fri 2027-01-15 09:00" == window(step(on_it, "check-in"))[1]
    assert "Fri 2027-01-22 09:00" == window(step(past_it, "check-in"))[1]


def test_the_second_question_does_not_speak_of_an_unanswered_email_where_they_answered() -> None:
    """It is a first question again, five business days after their word."""
    plan = after("2027-01-16T12:00", THANKED, ASKED, event("reply", "2027-01-15T10:00", outcome="deciding"))
    assert ("check-in", "Mon 2027-01-25 09:00") == (
        step(plan, "second-check-in").letter,
        window(step(plan, "second-check-in"))[1],
    )


def test_a_thank_you_is_late_from_the_minute_after_its_window() -> None:
    """On the minute itself it is due."""
    at, past = (planned(fields(), now=f"2027-01-08T{minute}-05:00") for minute in ("15:00", "15:01"))
    assert ("due", "overdue") == (step(at, "thank-you").status, step(past, "thank-you").status)


def test_before_a_day_off_the_next_business_morning_is_as_good() -> None:
    """The step is not late before it is over, and a source alone is never stretched."""
    friday = fields(rounds=[round_of("2027-01-08")])
    (choice,) = step(planned(friday), "thank-you").alternatives
    assert ("2027-01-11T08:00:00-05:00", "2027-01-11T09:00:00-05:00") == (
        choice.window.earliest.isoformat(),
        choice.window.latest.isoformat(),
    )
    saturday, monday = (planned(friday, now=f"2027-01-{when}-05:00") for when in ("09T18:00", "11T09:01"))
    assert ("due", "overdue") == (step(saturday, "thank-you").status, step(monday, "thank-you").status)
    assert () == step(planned(friday | {"approach": "primer"}), "thank-you").alternatives


def test_after_a_recording_the_recruiter_of_that_round_is_thanked() -> None:
    """Not whoever was entered first."""
    rae, bo = ({"name": name, "part": "recruiter"} for name in ("Rae Poe", "Bo Lee"))
    rounds = [round_of("2027-01-05", interviewers=[rae]), round_of("2027-01-07", format="recorded", interviewers=[bo])]
    assert [("Rae Poe",), ("Bo Lee",)] == [one.to for one in steps(planned(fields(rounds=rounds)), "thank-you")]


@pytest.mark.parametrize(
    ("pace", "approach", "first", "second"),
    [
        ("quick", "balanced", "Tue 2027-01-12", "Tue 2027-01-19"),
        ("long-wait", "balanced", "Fri 2027-01-22", "Fri 2027-02-19"),
        ("university", "prompt", "Fri 2027-02-05", "Fri 2027-03-05"),
        ("quick", "patient", "Fri 2027-01-22", "Fri 2027-02-05"),
        ("quick", "staffing", "Thu 2027-01-14", "Thu 2027-01-28"),
    ],
)
def test_a_pace_moves_the_questions_of_an_approach_of_ours(pace: str, approach: str, first: str, second: str) -> None:
    """Patient takes the later of both; a source alone keeps its own."""
    plan = planned(fields(pace=pace, approach=approach))
    found = [window(step(plan, action))[1][:14] for action in ("check-in", "second-check-in")]
    assert [first, second] == found


@pytest.mark.parametrize(
    ("country", "pace", "proposed"), [("DE", "ordinary", 1), ("DE", "quick", 0), ("FR", "ordinary", 0)]
)
def test_a_pace_is_proposed_with_its_reason_and_never_put_in(country: str, pace: str, proposed: int) -> None:
    """By the country; whoever chose one is asked no more."""
    case = Case(country=country, pace=pace)
    found = [one for one in proposals(case) if one.field == "pace"]
    assert proposed == len(found) == len([one for one in found if "two working weeks" in one.says])


def test_a_missed_step_turns_into_another() -> None:
    """The question for a day accepts as well, and a task whose day has passed says so before it is dropped."""
    invited = event("reply", "2027-01-12T10:00", outcome="next-round")
    asked = steps(after("2027-01-20T12:00", THANKED, invited), "ask-day")
    assert "accept-and-ask-day" == asked[0].letter
    task = event("reply", "2027-01-12T10:00", outcome="task", by="2027-01-15")
    late, over = (step(after(now, THANKED, task), "hand-in") for now in ("2027-01-19T12:00", "2027-01-26T12:00"))
    assert (("overdue", "overdue-task"), "dropped") == ((late.status, late.letter), over.status)


def test_an_email_that_came_back_goes_to_the_next_person_at_once() -> None:
    """It counted for nothing; the one it did not reach is asked no more (O40)."""
    people = [{"name": "Dana Ruiz", "part": "hiring-manager"}, {"name": "Rae Poe"}]
    told = {"rounds": [round_of("2027-01-07", interviewers=people)]}
    plan = after("2027-01-14T12:00", THANKED, ASKED, event("bounced", "2027-01-14T10:05"), **told)
    (found,) = [one for one in steps(plan, "check-in") if one.is_open]
    assert (("Rae Poe",), "colleague-left", "email") == (found.to, found.letter, found.channel)
    assert ("Thu 2027-01-14 10:05", "Thu 2027-01-14 10:05", "Fri 2027-01-15 17:00") == window(found)
    assert 2 == plan.touches_left


def test_where_nobody_else_is_known_the_company_is_rung() -> None:
    """By its own number, in call hours."""
    plan = after("2027-01-14T12:30", THANKED, ASKED, event("bounced", "2027-01-14T12:10"))
    (found,) = [one for one in steps(plan, "check-in") if one.is_open]
    assert ((), "main-line", "phone") == (found.to, found.letter, found.channel)
    assert "Thu 2027-01-14 13:00" == window(found)[1]


def test_a_thank_you_that_came_back_takes_no_question_away() -> None:
    """Only the step it belongs to never arrived."""
    told = event("bounced", "2027-01-15T10:00", step="thank-you", to="Dana Ruiz")
    plan = after("2027-01-15T12:00", THANKED, ASKED, told)
    assert ("done", 1) == (step(plan, "check-in").status, plan.unanswered)


def test_after_a_task_whether_it_arrived_is_asked_first() -> None:
    """Until they say anything about it."""
    task = event("reply", "2027-01-12T10:00", outcome="task", by="2027-01-20")
    handed = event("handed-in", "2027-01-19T10:00")
    plan = after("2027-01-19T12:00", THANKED, task, handed)
    assert ("held", "did-it-arrive", "Tue 2027-01-26 09:00") == (
        plan.state,
        step(plan, "ask-arrived").letter,
        window(step(plan, "ask-arrived"))[1],
    )
    heard = event("reply", "2027-01-20T10:00", outcome="deciding")
    assert "check-in" == step(after("2027-01-20T12:00", THANKED, task, handed, heard), "check-in").letter


def test_a_referee_is_asked_before_the_name_goes_out() -> None:
    """Both are due the same day."""
    plan = after("2027-01-12T12:00", THANKED, event("reply", "2027-01-12T10:00", outcome="checks"))
    assert "warn-referee" == plan.next


def test_time_that_was_asked_for_and_not_given_is_asked_for_by_phone() -> None:
    """Two business days later, and before their day; a day they give instead stands in its place."""
    offer = event("reply", "2027-01-12T10:00", outcome="offer-written", deadline="2027-01-20")
    asked = event("sent", "2027-01-12T11:00", step="ask-time")
    plan = after("2027-01-12T12:00", THANKED, offer, asked)
    assert ["Thu 2027-01-14 09:00"] == [window(one)[1] for one in plan.steps if one.id == "call-about-time"]
    given = event("reply", "2027-01-13T10:00", outcome="promise", by="2027-01-27")
    plan = after("2027-01-13T12:00", THANKED, offer, asked, given)
    assert "dropped" == next(one for one in plan.steps if one.id == "call-about-time").status
    assert "Tue 2027-01-26 09:00" == window(step(plan, "decide"))[1]


@pytest.mark.parametrize(
    ("action", "channel"), [("check-in", "message"), ("warn-referee", "email"), ("answer", "message")]
)
def test_messages_go_the_way_in_which_they_write(action: str, channel: str) -> None:
    """What goes to somebody else does not."""
    told = event("reply", "2027-01-12T10:00", outcome="checks")
    events = (THANKED, *([] if action == "check-in" else [told]))
    assert channel == step(after("2027-01-12T12:00", *events, channel="message"), action).channel


def test_who_works_there_has_words_for_the_corridor() -> None:
    """The dates are the same."""
    plan = after("2027-01-12T12:00", THANKED, candidate="internal")
    assert after("2027-01-12T12:00", THANKED).steps == plan.steps
    assert "internal" in [one.kind for one in plan.notices]


@pytest.mark.parametrize("end", ["rejected", "filled"])
@pytest.mark.parametrize("before", ["next-round", "task", "on-hold", "runner-up", "offer", "question"])
def test_a_no_leaves_nothing_to_answer_but_itself(before: str, end: str) -> None:
    """The invitation, the task and the question are moot with it."""
    told = [event("reply", "2027-01-12T10:00", outcome=before), event("reply", "2027-01-13T10:00", outcome=end)]
    plan = after("2027-01-13T12:00", THANKED, *told)
    assert ("said-no", "ask-feedback") == (plan.state, plan.next)
    assert [] == [one.id for one in steps(plan, "answer") if one.is_open]


@pytest.mark.parametrize("kind", ["withdrawn", "closed", "declined"])
def test_what_the_reader_closed_asks_for_no_answer(kind: str) -> None:
    """Nothing is left to do; what they ask afterwards is answered all the same."""
    invited = event("reply", "2027-01-12T10:00", outcome="next-round")
    plan = after("2027-01-13T12:00", THANKED, invited, event(kind, "2027-01-13T10:00"))
    assert ("closed", "") == (plan.state, plan.next)
    asked = event("reply", "2027-01-13T11:00", outcome="question")
    assert "answer" == after("2027-01-13T12:00", THANKED, invited, event(kind, "2027-01-13T10:00"), asked).next


def test_their_last_word_is_answered_from_its_own_day() -> None:
    """An invitation that waits for an answer is none any more when everything is put on hold."""
    told = [event("reply", "2027-01-12T10:00", outcome=word) for word in ("next-round",)]
    held = event("reply", "2027-01-14T10:00", outcome="on-hold")
    found = step(after("2027-01-14T12:00", THANKED, *told, held), "answer")
    assert ("on-hold-thanks", "Fri 2027-01-15 17:00") == (found.letter, window(found)[2])


def test_who_cannot_come_owes_new_times_and_no_yes() -> None:
    """Whether they had said yes or not."""
    invited = event("reply", "2027-01-12T10:00", outcome="next-round", by="2027-01-20")
    plan = after("2027-01-13T12:00", THANKED, invited, event("moved-by-me", "2027-01-13T10:00"))
    assert ("invited", "new-times") == (plan.state, plan.next)


NO = event("reply", "2026-11-10T10:00", outcome="rejected")


def test_an_interview_long_after_a_no_begins_anew() -> None:
    """They applied again; an interview that was planned before the no does not take place."""
    again = fields(rounds=[round_of("2026-11-03"), round_of("2027-01-07")], events=[NO])
    ahead, held = (planned(again, now=f"2027-01-{when}-05:00") for when in ("06T12:00", "07T16:00"))
    assert ("ahead", "held") == (ahead.state, held.state)
    assert "thank-you-2-dana-ruiz" == held.next
    planned_before = fields(rounds=[round_of("2026-11-03"), round_of("2026-11-17")], events=[NO])
    assert "said-no" == planned(planned_before, now="2026-11-18T12:00:00-05:00").state


def test_a_no_is_answered_though_an_interview_far_ahead_is_entered() -> None:
    """It begins once the no rests."""
    told = fields(rounds=[round_of("2026-11-03"), round_of("2027-01-07")], events=[NO])
    plan = planned(told, now="2026-11-11T12:00:00-05:00")
    assert ("said-no", "ask-feedback") == (plan.state, plan.next)


def test_who_withdraws_thanks_nobody_for_an_interview_that_lies_ahead() -> None:
    """And is not told what to ask there."""
    told = event("declined", "2027-01-12T10:00", step="withdraw")
    rounds = [round_of("2027-01-07"), round_of("2027-01-13")]
    plan = after("2027-01-12T12:00", THANKED, told, rounds=rounds)
    assert ["dropped"] == [one.status for one in steps(plan, "thank-you") if one.round == 2]
    assert not {"ahead", "before-round"} & {one.kind for one in plan.notices}


def test_no_thanks_are_spoken_of_for_an_interview_that_was_not() -> None:
    """It was filled before the first one."""
    told = fields("2027-01-20", events=[event("reply", "2027-01-12T10:00", outcome="filled")])
    kinds = [one.kind for one in planned(told, now="2027-01-12T12:00:00-05:00").notices]
    assert [] == [kind for kind in kinds if kind.startswith("thanks")]


@pytest.mark.parametrize(("reason", "first"), [("", "Fri 2027-01-22"), ("firm", "Fri 2027-01-29")])
def test_after_a_yes_the_note_about_a_check_asks_for_the_first_day_too(reason: str, first: str) -> None:
    """In its own time, and as one note."""
    offer = event("reply", "2027-01-12T10:00", outcome="offer-written")
    checks = event("reply", "2027-01-14T10:00", outcome="checks", reason=reason)
    events = (
        THANKED,
        offer,
        event("accepted", "2027-01-13T10:00"),
        checks,
        event("sent", "2027-01-14T12:00", step="answer"),
    )
    plan = after("2027-01-14T13:00", *events)
    found = steps(plan, "checks-note")[0]
    assert ("accepted", "anything-missing", first) == (plan.state, found.letter, window(found)[1][:14])
    assert [] == [one for one in steps(plan, "first-day") if one.is_open]


@pytest.mark.parametrize(
    ("now", "told"), [("2027-01-07T16:00", True), ("2027-01-08T16:00", True), ("2027-01-11T10:00", False)]
)
def test_an_agency_is_to_be_rung_until_the_end_of_the_next_business_day(now: str, told: bool) -> None:
    """The plan says what the call sheet says."""
    people = [{"name": "Dana Ruiz"}, {"name": "Rae Poe", "part": "recruiter"}]
    plan = after(now, rounds=[round_of("2027-01-07", interviewers=people)])
    assert told == ("agency-call" in [one.kind for one in plan.notices])


def test_who_asked_too_often_is_told_where_others_stop() -> None:
    """Once, twice, three or four times, nowhere."""
    asked = [event("sent", f"2027-01-{day}T10:00", step="check-in") for day in ("14", "20", "26")]
    (said,) = [one.text for one in after("2027-01-27T10:00", THANKED, *asked).notices if one.kind == "limits"]
    assert "7 stop after one question, 4 after two, 4 after three or four, and 3 name no end" in said


@pytest.mark.parametrize(("asked", "left"), [("2027-01-13T15:00", 0), ("2027-01-14T15:00", 1)])
def test_a_question_on_the_promised_day_itself_was_not_called_for(asked: str, left: int) -> None:
    """Their day lasts to its end; a question after it costs none of the four."""
    rest = ("2027-01-22", "2027-02-01", "2027-02-12")
    asks = [event("sent", asked, step="check-in"), *(event("sent", f"{day}T10:00", step="check-in") for day in rest)]
    answers = [event("reply", f"{day}T16:00", outcome="deciding") for day in ("2027-01-15", *rest)]
    plan = after("2027-02-12T17:00", THANKED, *asks, *answers, promise={"kind": "date", "by": "2027-01-13"})
    assert left == plan.touches_left


@pytest.mark.parametrize("now", [datetime(2027, 1, 7, 18), "2027-01-07T18:00:00-05:00"])  # noqa: DTZ001 -- what is refused
def test_a_moment_without_a_zone_is_refused(now: object) -> None:
    """It would be read in the zone of whatever machine asks."""
    case = forms.read(Case, {"rounds": [{"format": "onsite", "date": "2027-01-07"}], "country": "US"}).value
    with pytest.raises(TypeError, match="a datetime with a zone"):
        plan(case, now, calendar_for("US"))  # type: ignore[arg-type]

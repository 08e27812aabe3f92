"""When the thank-you goes out."""

import re

import pytest
from cases import DANA, Fields, case_of, event, fields, kinds, planned, round_of, step, steps, window

from followup.letters import prefill

ON_SITE = [
    # Thursday: the next morning is within 24 hours.
    ("2027-01-07", "15:00", "Thu 2027-01-07 17:00", "Fri 2027-01-08 09:00", "Fri 2027-01-08 15:00"),
    # Friday: tomorrow is no business day, so three hours later.
    ("2027-01-08", "15:00", "Fri 2027-01-08 17:00", "Fri 2027-01-08 18:00", "Sat 2027-01-09 15:00"),
    ("2027-01-08", "17:00", "Fri 2027-01-08 19:00", "Fri 2027-01-08 20:00", "Sat 2027-01-09 17:00"),
    ("2027-01-08", "17:01", "Fri 2027-01-08 19:01", "Sat 2027-01-09 09:00", "Sat 2027-01-09 17:01"),
    # 09:00 would be more than 24 hours after 08:30, and after 07:30 there is only the same evening.
    ("2027-01-05", "08:30", "Tue 2027-01-05 10:30", "Wed 2027-01-06 08:30", "Wed 2027-01-06 08:30"),
    ("2027-01-05", "07:30", "Tue 2027-01-05 09:30", "Tue 2027-01-05 18:00", "Wed 2027-01-06 07:30"),
    ("2027-01-05", "09:00", "Tue 2027-01-05 11:00", "Wed 2027-01-06 09:00", "Wed 2027-01-06 09:00"),
    ("2027-01-05", "21:30", "Tue 2027-01-05 23:30", "Wed 2027-01-06 09:00", "Wed 2027-01-06 21:30"),
    # The day before a holiday, and a Sunday before a Monday.
    ("2027-05-28", "15:00", "Fri 2027-05-28 17:00", "Fri 2027-05-28 18:00", "Sat 2027-05-29 15:00"),
    ("2027-01-10", "15:00", "Sun 2027-01-10 17:00", "Mon 2027-01-11 09:00", "Mon 2027-01-11 15:00"),
    ("2027-01-10", "07:30", "Sun 2027-01-10 09:30", "Sun 2027-01-10 18:00", "Mon 2027-01-11 07:30"),
    # 24 hours are elapsed hours: the clocks go forward that night.
    ("2027-03-13", "15:00", "Sat 2027-03-13 17:00", "Sat 2027-03-13 18:00", "Sun 2027-03-14 16:00"),
]


@pytest.mark.parametrize(("date", "ends", "earliest", "target", "latest"), ON_SITE)
def test_on_site_thank_you_lies_within_24_hours(date: str, ends: str, earliest: str, target: str, latest: str) -> None:
    """K1 and K2, for every kind of day and hour."""
    plan = planned(fields(rounds=[round_of(date, ends)]))
    assert (earliest, target, latest) == window(step(plan, "thank-you"))


APPROACHES = [
    ("staffing", "2027-01-07", "onsite", "Thu 2027-01-07 17:00", "Fri 2027-01-08 09:00", "Sat 2027-01-09 15:00"),
    ("staffing", "2027-01-08", "onsite", "Fri 2027-01-08 17:00", "Mon 2027-01-11 09:00", "Mon 2027-01-11 17:00"),
    ("staffing", "2027-01-07", "phone", "Thu 2027-01-07 17:00", "Fri 2027-01-08 09:00", "Sat 2027-01-09 15:00"),
    ("resume", "2027-01-08", "onsite", "Mon 2027-01-11 09:00", "Mon 2027-01-11 09:00", "Mon 2027-01-11 17:00"),
    ("resume", "2027-01-07", "phone", "Fri 2027-01-08 09:00", "Fri 2027-01-08 09:00", "Fri 2027-01-08 17:00"),
    ("primer", "2027-01-07", "phone", "Thu 2027-01-07 15:00", "Thu 2027-01-07 15:30", "Thu 2027-01-07 20:00"),
    ("formats", "2027-01-07", "onsite", "Thu 2027-01-07 17:00", "Fri 2027-01-08 09:00", "Fri 2027-01-08 15:00"),
    ("patient", "2027-01-07", "phone", "Thu 2027-01-07 15:00", "Thu 2027-01-07 15:30", "Thu 2027-01-07 20:00"),
]


@pytest.mark.parametrize(("approach", "date", "form", "earliest", "target", "latest"), APPROACHES)
def test_an_approach_moves_only_the_bounds_it_names(
    approach: str, date: str, form: str, earliest: str, target: str, latest: str
) -> None:
    """The table of approaches, for the thank-you."""
    plan = planned(fields(approach=approach, rounds=[round_of(date, format=form)]))
    assert (earliest, target, latest) == window(step(plan, "thank-you"))


PHONE_RULE = [
    ("phone", 1, True),
    ("phone", 3, True),
    ("video", 1, True),
    ("video", 0, True),
    ("video", 2, False),
    ("onsite", 1, False),
]


@pytest.mark.parametrize(("form", "count", "at_once"), PHONE_RULE)
def test_phone_rule_holds_for_calls_and_a_first_video_with_one_interviewer(
    form: str, count: int, at_once: bool
) -> None:
    """K3 and our choice about video."""
    people = [{"name": f"Person {number}"} for number in range(count)]
    plan = planned(fields(rounds=[round_of("2027-01-07", format=form, interviewers=people)]))
    assert at_once == (steps(plan, "thank-you")[0].window.target.hour == 15)


def test_video_in_a_later_round_follows_the_rule_for_meetings() -> None:
    """Only the first round is a screen."""
    plan = planned(fields(rounds=[round_of("2027-01-05"), round_of("2027-01-07", format="video")]))
    assert "Fri 2027-01-08 09:00" == window(steps(plan, "thank-you")[1])[1]


def test_each_of_a_panel_is_thanked_in_their_own_zone() -> None:
    """One step a person; the day is the recipient's."""
    people = [DANA, {"name": "Ken Ito", "zone": "Asia/Tokyo"}]
    plan = planned(fields(rounds=[round_of("2027-01-06", interviewers=people)]))
    # In Tokyo the interview ended on Thursday at 05:00, so 09:00 on Friday is too late.
    assert {
        ("Dana Ruiz", "Thu 2027-01-07 09:00"),
        ("Ken Ito", "Thu 2027-01-07 18:00"),
    } == {(one.to[0], window(one)[1]) for one in steps(plan, "thank-you")}


def test_two_interviews_on_one_day_make_one_thank_you_after_the_last() -> None:
    """Per person and day."""
    plan = planned(fields(rounds=[round_of("2027-01-07", "11:00"), round_of("2027-01-07", "16:00")]))
    assert "Fri 2027-01-08 16:00" == window(step(plan, "thank-you"))[2]


def test_after_a_recording_only_the_recruiter_is_thanked() -> None:
    """Nobody else was in the room."""
    recruiter = {"name": "Rae Poe", "part": "recruiter"}
    alone = planned(fields(rounds=[round_of("2027-01-07", format="recorded")]))
    both = planned(fields(rounds=[round_of("2027-01-07", format="recorded", interviewers=[DANA, recruiter])]))
    assert [] == steps(alone, "thank-you")
    assert (("Rae Poe",), "thank-you-recorded") == (step(both, "thank-you").to, step(both, "thank-you").letter)
    assert "recorded" in kinds(alone)


PASSED_ON = [
    ([{"name": "Ada Bell", "email": "ada@example.com"}, {"name": "Bo Lee"}], "Ada Bell"),
    ([{"name": "Bo Lee"}, {"name": "Cy Orr"}, {"name": "Ada Bell", "email": "ada@example.com"}], "Ada Bell"),
    ([DANA, {"name": "Olu Ade", "part": "recruiter", "zone": "Europe/London", "email": "olu@example.com"}], "Olu Ade"),
    (
        [
            {"name": "Ada Bell", "email": "ada@example.com"},
            {"name": "Olu Ade", "part": "hr", "email": "olu@example.com"},
            DANA,
        ],
        "Olu Ade",
    ),
]


@pytest.mark.parametrize(("people", "through"), PASSED_ON)
def test_who_passes_thanks_on_gets_one_letter_with_all_of_them(people: list[Fields], through: str) -> None:
    """Whoever runs the process, else somebody with an address; nobody else's thanks go to them."""
    asked = fields(rounds=[round_of("2027-01-07", interviewers=people)])
    plan = planned(asked)
    unreached = [one["name"] for one in people if not one.get("email")]
    letters = {one.to[0]: one.letter for one in steps(plan, "thank-you") if one.is_open}
    assert {one["name"] for one in people if one.get("email")} == set(letters)
    assert [through] == [name for name, letter in letters.items() if letter == "thank-you-organiser"]
    (said,) = [one.text for one in plan.notices if one.kind == "pass-on"]
    assert all(name in said for name in (*unreached, through))
    (meant,) = [one for one in steps(plan, "thank-you") if one.to == (through,)]
    found = prefill.known(case_of(asked), meant.letter, "", meant)
    assert (through, unreached) == (found.name, re.split(", | and ", found.values["others"]))


def test_thanks_told_as_sent_to_somebody_without_an_address_are_passed_on_no_more() -> None:
    """The one who passes on still gets their own."""
    people = PASSED_ON[2][0]
    sent = event("sent", "2027-01-07T17:30", step="thank-you", to="Dana Ruiz")
    plan = planned(fields(rounds=[round_of("2027-01-07", interviewers=people)], events=[sent]))
    assert {"Dana Ruiz": "done", "Olu Ade": "due"} == {one.to[0]: one.status for one in steps(plan, "thank-you")}
    assert {"thank-you-panel"} == {one.letter for one in steps(plan, "thank-you") if one.is_open}
    assert "pass-on" not in kinds(plan)


def test_a_missed_thank_you_keeps_its_window_and_gets_other_words() -> None:
    """Overdue, then merged into the check-in once that is due."""
    late = planned(fields(), now="2027-01-11T10:00:00-05:00")
    merged = planned(fields(), now="2027-01-14T10:00:00-05:00")
    assert ("overdue", "thank-you-late") == (step(late, "thank-you").status, step(late, "thank-you").letter)
    assert window(step(planned(fields()), "thank-you")) == window(step(late, "thank-you"))
    assert "dropped" == step(merged, "thank-you").status
    assert "thanks-in-check-in" in kinds(merged)


def test_a_sent_thank_you_is_done_for_the_one_it_went_to() -> None:
    """The others stay open; without a name it went to everybody."""
    people = [DANA, {"name": "Ken Ito"}]
    rounds = [round_of("2027-01-07", interviewers=people)]
    sent = event("sent", "2027-01-07T17:30", step="thank-you")
    one = planned(fields(rounds=rounds, events=[sent | {"to": "ken ito"}]))
    all_of_them = planned(fields(rounds=rounds, events=[sent]))
    assert ["2027-01-07T17:30:00-05:00"] == [
        each.done_at.isoformat() for each in steps(one, "thank-you") if each.done_at
    ]
    assert {"Dana Ruiz": "due", "Ken Ito": "done"} == {each.to[0]: each.status for each in steps(one, "thank-you")}
    assert {"done"} == {each.status for each in steps(all_of_them, "thank-you")}


def test_the_unknown_end_is_taken_from_the_start_and_said() -> None:
    """Start plus one hour, or the end of a working day."""
    from_start = planned(fields(rounds=[round_of("2027-01-07", "", starts="13:30")]))
    unknown = planned(fields(rounds=[round_of("2027-01-07", "")]))
    assert "Fri 2027-01-08 14:30" == window(step(from_start, "thank-you"))[2]
    assert "Fri 2027-01-08 17:00" == window(step(unknown, "thank-you"))[2]
    assert "end-from-start" in kinds(from_start)
    assert "end-unknown" in kinds(unknown)


def test_skipped_and_doubled_hours_take_the_later_reading_and_say_so() -> None:
    """The clocks change on 14 March and 7 November 2027 in New York."""
    skipped = planned(fields(rounds=[round_of("2027-03-14", "02:30")]))
    doubled = planned(fields(rounds=[round_of("2027-11-07", "01:30")]))
    assert "2027-03-14T05:30:00-04:00" == step(skipped, "thank-you").window.earliest.isoformat()
    assert "2027-11-07T03:30:00-05:00" == step(doubled, "thank-you").window.earliest.isoformat()
    assert {"clock-changed"} <= kinds(skipped) & kinds(doubled)


def test_four_sources_agree_on_thursday_and_one_differs_on_friday() -> None:
    """The stances of the worked cases."""

    def stances(date: str) -> dict[str, str]:
        because = step(planned(fields(date)), "thank-you").because
        return {reason.source: reason.stance for reason in because if reason.bound == "target"}

    four = {"staffing": "agrees", "primer": "agrees", "checklist": "agrees", "resume": "agrees", "formats": "silent"}
    assert four == stances("2027-01-07")
    assert four | {"resume": "disagrees"} == stances("2027-01-08")


def test_two_thank_yous_that_meet_on_one_day_become_one() -> None:
    """On site on Tuesday, by phone on Wednesday: both would go out on Wednesday."""
    rounds = [round_of("2027-01-05"), round_of("2027-01-06", format="phone")]
    plan = planned(fields(rounds=rounds), now="2027-01-06T15:10:00-05:00")
    assert ["dropped", "due"] == [one.status for one in steps(plan, "thank-you")]
    assert "thanks-together" in kinds(plan)
    assert "thanks-in-check-in" not in kinds(plan)


def test_a_reader_whose_own_calendar_ends_early_gets_a_plan() -> None:
    """Their weekend is a courtesy; the plan follows the recipient's calendar."""
    assert planned(fields(my_zone="Asia/Colombo")).steps


MORNING = event("reply", "2027-01-07T08:30", outcome="question")
LATER = "2027-01-12T10:00"


def test_thanks_that_went_into_an_answer_are_not_due_again() -> None:
    """Asked on the morning of the thank-you, and answered at 09:10."""
    events = [MORNING, event("sent", "2027-01-07T09:10", step="answer")]
    plan = planned(fields("2027-01-06", events=events), now="2027-01-07T09:30:00-05:00")
    assert ("dropped", "check-in") == (step(plan, "thank-you").status, plan.next)
    assert not kinds(plan) & {"thanks-in-check-in", "thanks-in-answer", "thank-you-late"}


def test_an_answer_before_an_interview_does_not_thank_for_it() -> None:
    """Answered in the morning, interviewed in the afternoon."""
    events = [MORNING, event("sent", "2027-01-07T09:10", step="answer")]
    rounds = [round_of("2027-01-06"), round_of("2027-01-07")]
    plan = planned(fields(rounds=rounds, events=events), now="2027-01-08T09:30:00-05:00")
    assert "due" == steps(plan, "thank-you")[1].status


@pytest.mark.parametrize(
    ("told", "notice"),
    [
        (event("reply", LATER, outcome="question"), "thanks-in-answer"),
        (event("reply", LATER, outcome="next-round"), "thanks-in-answer"),
        (event("offer-elsewhere", LATER, deadline="2027-01-25"), "thanks-in-offer"),
    ],
)
def test_a_late_thank_you_goes_into_the_answer(told: dict[str, str], notice: str) -> None:
    """Never two messages to one person on one day."""
    plan = planned(fields(events=[told]), now="2027-01-12T10:30:00-05:00")
    assert "dropped" == step(plan, "thank-you").status
    assert notice in kinds(plan)


@pytest.mark.parametrize("words", [("offer",), ("offer-written", "question")])
def test_thanks_for_an_interview_are_not_called_for_once_they_offered_the_job(words: tuple[str, ...]) -> None:
    """The answer thanks for the offer, or tells them what they asked about it."""
    said = [event("reply", LATER, outcome=word) for word in words]
    plan = planned(fields(events=said), now="2027-01-12T10:30:00-05:00")
    assert "dropped" == step(plan, "thank-you").status
    assert not any(kind.startswith("thanks-in") for kind in kinds(plan))


def test_a_thank_you_keeps_clear_of_the_day_of_the_one_before() -> None:
    """For Thursday's interview thanked on Friday morning, for Friday's on Saturday morning."""
    sent = event("sent", "2027-01-08T09:00", step="thank-you")
    rounds = [round_of("2027-01-07"), round_of("2027-01-08")]
    plan = planned(fields(rounds=rounds, events=[sent]), now="2027-01-08T16:00:00-05:00")
    bounds = ("Sat 2027-01-09 09:00", "Sat 2027-01-09 09:00", "Sat 2027-01-09 15:00")
    assert bounds == window(steps(plan, "thank-you")[1])


def test_a_missed_thank_you_is_over_once_the_second_check_in_is_sent() -> None:
    """Even if only that one was told of."""
    sent = event("sent", "2027-01-28T10:00", step="second-check-in")
    plan = planned(fields(events=[sent]), now="2027-02-03T12:00:00-05:00")
    assert ("dropped", "let-go") == (step(plan, "thank-you").status, plan.next)


KIM = {"name": "Kim Lee", "email": "kim@example.com"}
OTHER_KIM = {"name": "Kim Lee", "email": "k.lee@example.com"}


def test_namesakes_with_two_addresses_are_thanked_each() -> None:
    """One message told of marks one of them."""
    sent = event("sent", "2027-01-08T09:00", step="thank-you", to="Kim Lee")
    rounds = [round_of("2027-01-07", interviewers=[KIM, OTHER_KIM])]
    plan = planned(fields(rounds=rounds, events=[sent]), now="2027-01-08T10:00:00-05:00")
    assert ["done", "due"] == [one.status for one in steps(plan, "thank-you")]


def test_one_address_under_two_names_is_thanked_once_a_day() -> None:
    """In two interviews of one day; two people of one interview may share an address."""
    kim = KIM | {"name": "Kim"}
    rounds = [round_of("2027-01-07", "11:00", interviewers=[KIM]), round_of("2027-01-07", interviewers=[kim])]
    assert ("Kim",) == step(planned(fields(rounds=rounds)), "thank-you").to
    panel = [round_of("2027-01-07", interviewers=[KIM, kim])]
    assert 2 == len(steps(planned(fields(rounds=panel)), "thank-you"))


@pytest.mark.parametrize(("now", "status"), [("2027-01-08T10:30", "due"), ("2027-01-11T09:00", "dropped")])
def test_a_call_takes_late_thanks_along_once_it_is_made(now: str, status: str) -> None:
    """They are said in it; before it is due the thanks go out in their own time (O19)."""
    asked = fields(events=[event("reply", "2027-01-08T10:00", outcome="call-back", by="2027-01-11")])
    plan = planned(asked, f"{now}:00-05:00")
    assert status == step(plan, "thank-you").status

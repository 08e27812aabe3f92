"""When to check in, how often, and when to stop."""

import pytest
from cases import DANA, event, fields, kinds, planned, promised, round_of, step, steps, window

from followup.planning.stances import BOUNDS

NOW = "2027-03-01T12:00:00-05:00"
SENT = event("sent", "2027-01-14T10:00", step="check-in")

NO_DATE = [
    ("balanced", "Thu 2027-01-14 09:00", "Thu 2027-01-14 09:00", "Fri 2027-01-22 17:00"),
    ("patient", "Fri 2027-01-22 09:00", "Fri 2027-01-22 09:00", "Fri 2027-01-29 17:00"),
    ("staffing", "Thu 2027-01-14 09:00", "Thu 2027-01-14 09:00", "Fri 2027-01-22 17:00"),
    ("formats", "Thu 2027-01-14 09:00", "Thu 2027-01-21 09:00", "Fri 2027-01-22 17:00"),
    ("resume", "Thu 2027-01-14 09:00", "Thu 2027-01-14 09:00", "Fri 2027-01-22 17:00"),
]


@pytest.mark.parametrize(("approach", "earliest", "target", "latest"), NO_DATE)
def test_check_in_without_a_date_waits_by_the_approach(approach: str, earliest: str, target: str, latest: str) -> None:
    """Interview on Thursday 7 January; Monday 18 January is a holiday."""
    plan = planned(fields(approach=approach))
    assert (earliest, target, latest) == window(step(plan, "check-in"))


def test_a_target_before_its_earliest_moves_the_earliest() -> None:
    """A plain week ends on Thursday, five business days on Friday, as Monday is a holiday."""
    plan = planned(fields("2027-01-14", approach="checklist"))
    assert ("Thu 2027-01-21 09:00", "Thu 2027-01-21 09:00") == window(step(plan, "check-in"))[:2]


PROMISED = [
    ("balanced", "Tue 2027-01-19 09:00", "Wed 2027-01-20 09:00", "Mon 2027-01-25 17:00"),
    ("patient", "Mon 2027-01-25 09:00", "Mon 2027-01-25 09:00", "Mon 2027-02-01 17:00"),
    ("staffing", "Tue 2027-01-19 09:00", "Tue 2027-01-19 09:00", "Mon 2027-01-25 17:00"),
    ("primer", "Tue 2027-01-19 09:00", "Tue 2027-01-19 09:00", "Wed 2027-01-20 17:00"),
    ("resume", "Tue 2027-01-19 09:00", "Fri 2027-01-22 09:00", "Mon 2027-01-25 17:00"),
    ("checklist", "Tue 2027-01-19 09:00", "Wed 2027-01-20 09:00", "Mon 2027-01-25 17:00"),
]


@pytest.mark.parametrize(("approach", "earliest", "target", "latest"), PROMISED)
def test_check_in_after_a_promised_date_waits_by_the_approach(
    approach: str, earliest: str, target: str, latest: str
) -> None:
    """Promised by Friday 15 January, the end of that day."""
    plan = planned(fields(approach=approach, promise=promised("2027-01-15")))
    assert (earliest, target, latest) == window(step(plan, "check-in"))


def test_a_range_counts_from_its_end_and_a_weekend_as_the_end_of_that_day() -> None:
    """Sunday 17 January; Monday is a holiday."""
    promise = {"kind": "range", "from": "2027-01-13", "by": "2027-01-17"}
    plan = planned(fields(promise=promise))
    assert ("Tue 2027-01-19 09:00", "Wed 2027-01-20 09:00") == window(step(plan, "check-in"))[:2]


def test_two_business_days_lie_between_the_thank_you_and_a_check_in() -> None:
    """Promised for the next day: the thank-you of Friday keeps the check-in until Tuesday, a late one for longer."""
    asked = fields(promise=promised("2027-01-08"))
    late = asked | {"events": [event("sent", "2027-01-12T09:00", step="thank-you")]}
    assert ("Tue 2027-01-12 09:00", "Tue 2027-01-12 09:00") == window(step(planned(asked), "check-in"))[:2]
    floor = window(step(planned(late, now="2027-01-12T12:00:00-05:00"), "check-in"))
    assert ("Thu 2027-01-14 09:00", "Thu 2027-01-14 09:00", "Fri 2027-01-15 17:00") == floor


SECOND = [
    ("balanced", "Fri 2027-01-22 09:00", "Thu 2027-01-28 09:00", "Thu 2027-02-04 17:00"),
    ("primer", "Thu 2027-01-21 09:00", "Thu 2027-01-28 09:00", "Thu 2027-01-28 17:00"),
]


@pytest.mark.parametrize(("approach", "earliest", "target", "latest"), SECOND)
def test_second_check_in_counts_from_the_first(approach: str, earliest: str, target: str, latest: str) -> None:
    """From its target day while it is not sent."""
    plan = planned(fields(approach=approach))
    assert (earliest, target, latest) == window(step(plan, "second-check-in"))


def test_acting_early_moves_the_later_dates() -> None:
    """The real day counts: sent on Tuesday 12 January."""
    plan = planned(fields(events=[event("sent", "2027-01-12T10:00", step="check-in")]), now="2027-01-13T12:00:00-05:00")
    assert "Tue 2027-01-26 09:00" == window(step(plan, "second-check-in"))[1]
    assert "Tue 2027-02-09 09:00" == window(step(plan, "let-go"))[1]


def test_formats_lets_go_after_one_check_in() -> None:
    """Never a second one."""
    plan = planned(fields(approach="formats"))
    assert [] == steps(plan, "second-check-in")
    assert ("Thu 2027-02-04 09:00", 1) == (window(step(plan, "let-go"))[1], plan.touches_left)


TOUCHES = [
    ([event("called", "2027-01-14T10:00", outcome="no-answer")], 2),
    ([event("called", "2027-01-14T10:00", outcome="answered")], 2),
    ([event("voicemail", "2027-01-14T10:00")], 1),
    ([SENT], 1),
    ([SENT, event("voicemail", "2027-01-20T10:00")], 0),
    ([SENT, event("sent", "2027-01-28T10:00", step="second-check-in")], 0),
    ([event("sent", "2027-01-28T10:00", step="second-check-in")], 0),
    ([SENT, SENT, SENT], 0),
    ([event("sent", "2027-01-08T10:00", step="thank-you")], 2),
    ([event("reply", "2027-01-14T10:00", outcome="auto")], 2),
]


@pytest.mark.parametrize(("events", "left"), TOUCHES)
def test_calls_and_mails_spend_the_same_two_touches(events: list[dict[str, str]], left: int) -> None:
    """Silent attempts, thank-yous and what they send do not count."""
    assert left == planned(fields(events=events), now=NOW).touches_left


def test_still_deciding_starts_the_wait_again_and_the_count() -> None:
    """Five business days from Friday 15 January, past the holiday."""
    deciding = event("reply", "2027-01-15T16:00", outcome="deciding")
    before = planned(fields(events=[event("reply", "2027-01-11T16:00", outcome="deciding")]), now=NOW)
    after = planned(fields(events=[SENT, deciding]), now=NOW)
    assert "Tue 2027-01-19 09:00" == window(step(before, "check-in"))[1]
    assert ("Mon 2027-01-25 09:00", 2) == (window(step(after, "second-check-in"))[1], after.touches_left)


def test_a_moved_promise_replaces_the_old_one() -> None:
    """From 15 to 29 January."""
    moved = event("reply", "2027-01-13T16:00", outcome="promise", by="2027-01-29")
    plan = planned(fields(promise=promised("2027-01-15"), events=[moved]), now=NOW)
    assert "Tue 2027-02-02 09:00" == window(step(plan, "check-in"))[1]


def test_nothing_is_sent_while_they_are_away() -> None:
    """An automatic reply named Monday 25 January."""
    away = event("reply", "2027-01-11T10:00", outcome="auto", by="2027-01-25")
    plan = planned(fields(events=[away]), now=NOW)
    assert ("Mon 2027-01-25 09:00", "Mon 2027-01-25 09:00") == window(step(plan, "check-in"))[:2]
    meanwhile = planned(fields(events=[away]), now="2027-01-18T10:00:00-05:00")
    assert ("away" in kinds(meanwhile), "away" in kinds(plan)) == (True, False)
    assert ("away" in meanwhile.beside, "away" in plan.beside) == (True, False)
    ours = {reason.bound: reason.rule for reason in step(plan, "check-in").because if reason.stance == "ours"}
    assert ("O27", "O27") == (ours["earliest"], ours["target"])


def test_a_call_they_asked_for_takes_the_place_of_the_second_check_in() -> None:
    """On the day they named; without one in the next hours to call in, for they asked for it."""
    asked = event("called", "2027-01-14T10:00", outcome="call-back", by="2027-01-21")
    plan = planned(fields(events=[asked]), now=NOW)
    open_ended = planned(fields(events=[asked | {"by": ""}]), now=NOW)
    assert "Thu 2027-01-21 09:00" == window(step(plan, "call"))[1]
    assert "Thu 2027-01-14 13:00" == window(step(open_ended, "call"))[1]
    assert "dropped" == step(plan, "second-check-in").status


def test_a_later_round_starts_the_count_afresh() -> None:
    """The check-in counts from the last interview."""
    plan = planned(fields(rounds=[round_of("2027-01-07"), round_of("2027-01-20")], events=[SENT]), now=NOW)
    assert ("Wed 2027-01-27 09:00", 2) == (window(step(plan, "check-in"))[1], plan.touches_left)
    assert "later-round" in kinds(plan)


def test_no_contact_leaves_a_stop_date_and_nothing_else() -> None:
    """They asked for it."""
    plan = planned(fields(promise={"kind": "no-contact"}))
    assert (["let-go"], 0) == ([one.action for one in plan.steps], plan.touches_left)


ADDRESSEES = [
    ("balanced", ["interviewer", "hiring-manager", "hr", "recruiter"], "recruiter"),
    ("balanced", ["interviewer", "hiring-manager"], "hiring-manager"),
    ("checklist", ["recruiter", "hr"], "hr"),
    ("balanced", ["interviewer"], "interviewer"),
]


@pytest.mark.parametrize(("approach", "parts", "asked"), ADDRESSEES)
def test_check_in_goes_to_whoever_ran_the_process(approach: str, parts: list[str], asked: str) -> None:
    """K9; the checklist names HR first."""
    people = [{"name": part, "part": part} for part in parts]
    plan = planned(fields(approach=approach, rounds=[round_of("2027-01-07", interviewers=people)]))
    assert (asked,) == step(plan, "check-in").to


def test_staffing_checks_in_by_phone() -> None:
    """The channel changes, and it is still the first touch."""
    plan = planned(fields(approach="staffing"))
    assert ("phone", "call-opening") == (step(plan, "check-in").channel, step(plan, "check-in").letter)


def test_a_silent_source_says_so() -> None:
    """The balanced date stands in."""
    assert "silent" in kinds(planned(fields(approach="resume")))


@pytest.mark.parametrize(
    ("date", "country", "subdivision", "zone", "target"),
    [
        ("2026-12-24", "US", "", "America/New_York", "Mon 2027-01-04 09:00"),
        ("2026-12-24", "GB", "ENG", "Europe/London", "Tue 2027-01-05 09:00"),
        ("2026-12-24", "GB", "SCT", "Europe/London", "Wed 2027-01-06 09:00"),
        ("2026-12-24", "", "", "Europe/London", "Thu 2026-12-31 09:00"),
    ],
)
def test_business_days_are_the_recipients(date: str, country: str, subdivision: str, zone: str, target: str) -> None:
    """Over the year's end, in three countries and in none."""
    rounds = [round_of(date, zone=zone, interviewers=[DANA])]
    plan = planned(fields(rounds=rounds, country=country, subdivision=subdivision), now="2026-12-24T18:00:00+00:00")
    assert target == window(step(plan, "check-in"))[1]


OUR_CHOICES = [
    ({}, "check-in", {"latest": "O17"}),
    ({"approach": "patient"}, "check-in", {"earliest": "O13", "target": "O13", "latest": "O13"}),
    ({"approach": "patient", "promise": promised("2027-01-15")}, "check-in", dict.fromkeys(BOUNDS, "O13")),
    ({"promise": promised("2027-01-15")}, "check-in", {}),
    ({"promise": promised("2027-01-08")}, "check-in", {"earliest": "O8"}),
    ({"promise": promised("2027-01-07")}, "check-in", {"earliest": "O8", "target": "O8"}),
    ({}, "second-check-in", {"latest": "O6"}),
    ({"approach": "primer"}, "second-check-in", {}),
    ({"rounds": [round_of("2027-01-07", format="phone")]}, "thank-you", {"target": "O7"}),
    ({"rounds": [round_of("2027-01-07", format="phone")], "approach": "resume"}, "thank-you", {}),
]


@pytest.mark.parametrize(("told", "action", "choices"), OUR_CHOICES)
def test_a_bound_that_is_our_choice_names_its_rule(
    told: dict[str, object], action: str, choices: dict[str, str]
) -> None:
    """And a bound that is a source's figure does not."""
    because = step(planned(fields(**told)), action).because
    assert choices == {reason.bound: reason.rule for reason in because if reason.stance == "ours"}


@pytest.mark.parametrize("made", [[], [event("called", "2027-02-10T10:00", outcome="answered")]])
def test_a_call_they_asked_for_takes_the_place_of_the_first_check_in(made: list[dict[str, str]]) -> None:
    """Asked by email before any question: the check-in counts from the call, and neither of them spends anything."""
    asked = event("reply", "2027-01-20T10:00", outcome="call-back", by="2027-02-10")
    plan = planned(fields(events=[asked, *made]), now="2027-02-10T11:00:00-05:00")
    assert ("Wed 2027-02-10 09:00", "Thu 2027-02-18 09:00") == tuple(
        window(step(plan, action))[1] for action in ("call", "check-in")
    )
    assert ("done" if made else "due", 2) == (step(plan, "call").status, plan.touches_left)


def test_no_contact_has_no_letter_to_close_with() -> None:
    """A day to stop, and nothing to send on it."""
    assert "" == step(planned(fields(promise={"kind": "no-contact"})), "let-go").letter


@pytest.mark.parametrize("outcome", ["question", "next-round", "offer"])
def test_no_contact_says_nothing_against_an_answer(outcome: str) -> None:
    """They wrote themselves, so there is something to send."""
    asked = fields(promise={"kind": "no-contact"}, events=[event("reply", "2027-01-11T10:00", outcome=outcome)])
    plan = planned(asked, now="2027-01-11T11:00:00-05:00")
    assert ("answer", False) == (plan.next, "no-contact" in kinds(plan))


def test_the_second_check_in_goes_to_whoever_got_the_first() -> None:
    """Tom Berg got it, though Dana Ruiz runs the process."""
    people = [{"name": "Dana Ruiz", "part": "recruiter"}, {"name": "Tom Berg"}]
    asked = fields(rounds=[round_of("2027-01-07", interviewers=people)], events=[SENT | {"to": "Tom Berg"}])
    plan = planned(asked, now=NOW)
    assert [("Tom Berg",)] * 2 == [step(plan, action).to for action in ("check-in", "second-check-in")]


def test_who_asked_before_a_day_they_named_asks_again_after_it() -> None:
    """The day stands, though two weeks from the first ask lie before it; one that is over moves nothing (O22)."""
    for by, earliest in (("2027-02-10", "Thu 2027-02-11 09:00"), ("2027-01-12", "Fri 2027-01-22 09:00")):
        plan = planned(fields(promise=promised(by), events=[SENT]), now="2027-01-15T12:00:00-05:00")
        assert earliest == window(step(plan, "second-check-in"))[0]


@pytest.mark.parametrize(
    ("word", "name"), [("auto", "Lee Park"), ("away", "Lee Park"), ("kind-word", "Lee Park"), ("deciding", "Dana Ruiz")]
)
def test_the_second_goes_to_who_got_the_first_unless_somebody_else_answered_it(word: str, name: str) -> None:
    """An automatic reply and a kind word of somebody else's are no answer (C9)."""
    rounds = [round_of("2027-01-07", interviewers=[DANA, {"name": "Lee Park"}])]
    told = [SENT | {"to": "Lee Park"}, event("reply", "2027-01-14T11:00", outcome=word, to="Dana Ruiz")]
    plan = planned(fields(rounds=rounds, events=told), now="2027-01-15T12:00:00-05:00")
    assert (name,) == step(plan, "second-check-in").to

"""A later word of theirs governs what was agreed before it."""

from datetime import date, timedelta

import course_table
import pytest
from cases import Fields, event, kinds, planned, round_of, step, steps, window
from situations import held, reply, sent

from followup.model.plan import Plan

CALL = reply("2027-01-11T10:00", "call-back", by="2027-01-21")
THURSDAY = "2027-01-21T10:00:00-05:00"
ROUND, HOLD = round_of("2027-01-20"), reply("2027-01-14T10:00", "on-hold")
INVITED = (reply("2027-01-11T10:00", "next-round", by="2027-01-20"), sent("2027-01-11T12:00", "answer"))
AFTER = "2027-01-21T10:00:00-05:00"
ANSWERED = sent("2027-01-14T12:00", "answer")
ENDING = ("no-contact", "on-hold", "rejected", "filled", "taken-back")


@pytest.mark.parametrize("word", ENDING)
def test_a_call_they_asked_for_is_off_once_they_pause_or_end_it(word: str) -> None:
    """Nobody rings on that Thursday: their last word governs, whatever was agreed before it (Events)."""
    plan = planned(held("2027-01-07", CALL, reply("2027-01-13T10:00", word)), now=THURSDAY)
    assert "call" not in {one.action for one in plan.steps if one.is_open}
    assert "call-agreed" not in plan.beside


@pytest.mark.parametrize("at", ["2027-01-11T10:00", "2027-01-12T10:00"])
@pytest.mark.parametrize("word", ENDING)
def test_a_call_they_ask_for_with_that_word_or_since_is_made(word: str, at: str) -> None:
    """ "It is a no, but call me on Thursday" asks for a call all the same."""
    plan = planned(held("2027-01-07", reply("2027-01-11T10:00", word), CALL | {"at": at}), now=THURSDAY)
    assert "due" == step(plan, "call").status
    assert "call-agreed" in plan.beside


@pytest.mark.parametrize("word", ["deciding", "question", "kind-word", "promise", "checks"])
def test_a_call_they_asked_for_outlives_words_that_go_on(word: str) -> None:
    """Nothing in them takes it back."""
    plan = planned(held("2027-01-07", CALL, reply("2027-01-13T10:00", word, by="2027-01-27")), now=THURSDAY)
    assert "due" == step(plan, "call").status


def agreed(*events: Fields, entered: bool = True) -> Fields:
    """An interview that was held and thanked for, another on the 20th, entered or told of, and what came of it."""
    rounds = [round_of("2027-01-05"), *([ROUND] if entered else [])]
    return held("2027-01-05", *(() if entered else INVITED), *events, rounds=rounds)


def thanks_to_come(plan: Plan) -> set[str]:
    """The thank-yous that are still to be sent, by id."""
    return {one.id for one in steps(plan, "thank-you") if one.is_open}


@pytest.mark.parametrize("entered", [True, False])
@pytest.mark.parametrize("now", ["2027-01-15T10:00:00-05:00", "2027-01-20T16:00:00-05:00", AFTER])
def test_an_interview_agreed_before_a_hold_is_not_taken_to_have_been_held(now: str, entered: bool) -> None:
    """Nobody gives thanks for it, before its day or after; the plan waits in the hold, and says so (States)."""
    plan = planned(agreed(HOLD, ANSWERED, entered=entered), now=now)
    assert ("on-hold", "hold-note", set()) == (plan.state, plan.next, thanks_to_come(plan))
    assert "on-hold-interview" in kinds(plan)
    assert "Thu 2027-02-04 09:00" == window(next(one for one in plan.steps if one.id == plan.next))[1]


@pytest.mark.parametrize("entered", [True, False])
@pytest.mark.parametrize(
    ("again", "day"),
    [
        (reply("2027-01-18T10:00", "next-round", by="2027-01-20"), "2027-01-21"),
        (reply("2027-01-18T10:00", "next-round", by="2027-01-19"), "2027-01-20"),
        (event("interview-moved", "2027-01-18T10:00", by="2027-01-19"), "2027-01-20"),
    ],
)
def test_an_interview_they_confirm_after_a_hold_stands(again: Fields, day: str, entered: bool) -> None:
    """On its day or on another one: their last word governs."""
    plan = planned(agreed(HOLD, ANSWERED, again, entered=entered), now=AFTER)
    (thanks,) = (one for one in steps(plan, "thank-you") if one.status != "done")
    assert ("held", day) == (plan.state, f"{thanks.window.target:%Y-%m-%d}")
    assert "on-hold-interview" not in kinds(plan)


@pytest.mark.parametrize("entered", [True, False])
def test_whoever_gave_thanks_after_a_hold_was_at_the_interview(entered: bool) -> None:
    """Nobody thanks for what did not happen; thanks for an earlier one say nothing of it."""
    thanked = sent("2027-01-21T09:00", "thank-you")
    plan = planned(agreed(HOLD, ANSWERED, thanked, entered=entered), now="2027-01-22T10:00:00-05:00")
    assert ("held", "2027-01-20") == (plan.state, f"{plan.since}")
    early = planned(agreed(HOLD, ANSWERED, thanked | {"at": "2027-01-19T09:00"}, entered=entered), now=AFTER)
    assert "on-hold" == early.state


@pytest.mark.parametrize(("to", "state"), [("Tom Berg", "held"), ("Dana Ruiz", "on-hold")])
def test_thanks_to_somebody_else_are_for_another_interview(to: str, state: str) -> None:
    """Dana is thanked for the first one on the day after the second, which was on hold, and was Tom's."""
    rounds = [round_of("2027-01-19"), round_of("2027-01-20", interviewers=[{"name": "Tom Berg"}])]
    hold, thanked = HOLD | {"at": "2027-01-19T17:00"}, sent("2027-01-21T09:00", "thank-you") | {"to": to}
    told = held("2027-01-19", hold, thanked, rounds=rounds)
    assert state == planned(told, now="2027-01-21T10:00:00-05:00").state


def test_an_interview_on_hold_is_told_of_until_its_hour_once_it_goes_on() -> None:
    """They decide again, and nobody said whether the interview of the 20th stands."""
    going_on = agreed(HOLD, ANSWERED, reply("2027-01-18T10:00", "deciding"))
    assert "on-hold-interview" in kinds(planned(going_on, now="2027-01-19T10:00:00-05:00"))
    assert "on-hold-interview" not in kinds(planned(going_on, now=AFTER))


@pytest.mark.parametrize("entered", [True, False])
def test_an_interview_beyond_the_hold_stands(entered: bool) -> None:
    """On hold until the 18th says nothing against the 20th; until the 22nd does."""
    short, long = (HOLD | {"by": day} for day in ("2027-01-18", "2027-01-22"))
    assert "held" == planned(agreed(short, ANSWERED, entered=entered), now=AFTER).state
    assert "on-hold" == planned(agreed(long, ANSWERED, entered=entered), now=AFTER).state


@pytest.mark.parametrize(("days", "state"), [(27, "on-hold"), (28, "held")])
def test_an_interview_long_after_a_hold_was_agreed_after_it(days: int, state: str) -> None:
    """Nobody told when it was: four weeks on it was planned since, as after an end (O39)."""
    day = date(2027, 1, 14) + timedelta(days=days)
    told = held("2027-01-05", HOLD, ANSWERED, rounds=[round_of("2027-01-05"), round_of(f"{day}")])
    assert state == planned(told, now=f"{day}T18:00:00-05:00").state


def test_a_first_interview_that_was_on_hold_has_no_day_once_it_goes_on() -> None:
    """They are still deciding, and the interview of the 20th was never confirmed: its day is asked for."""
    told = {"rounds": [ROUND], "country": "US", "events": [HOLD, ANSWERED, reply("2027-01-18T10:00", "deciding")]}
    plan = planned(told, now=AFTER)
    assert ("invited", "ask-day", set()) == (plan.state, plan.next, thanks_to_come(plan))


# Where their own word has decided, hearsay moves nothing (Events).
UNMOVED = {"offer-written", "accepted", "said-no", "closed"}
HEARD, SAME_DAY = event("heard", "2027-01-14T10:00", outcome="filled"), "2027-01-14T12:00:00-05:00"


@pytest.mark.parametrize("state", sorted(course_table.STATES.keys() - UNMOVED))
def test_what_is_over_by_hearsay_is_over_that_day(state: str) -> None:
    """Whatever lay ahead of it: over since then, the last question asked or due at its own time (States)."""
    plan = planned(course_table.case_of(state, HEARD | {"at": course_table.AT}), now=course_table.SOON)
    assert "over" == plan.state
    assert date(2027, 1, 20) >= max(day for day in (plan.since, plan.ends) if day)


@pytest.mark.parametrize("entered", [True, False])
def test_hearsay_before_an_interview_leaves_one_question_and_the_interview(entered: bool) -> None:
    """It may be wrong, and they called nothing off: one question now, and on its day the interview."""
    plan = planned(agreed(HEARD, entered=entered), now=SAME_DAY)
    assert ("over", "last-question", "due") == (plan.state, plan.next, step(plan, "last-question").status)
    assert (date(2027, 1, 14), date(2027, 1, 14), date(2027, 1, 20)) == (plan.since, plan.ends, plan.look_again)
    assert "heard-filled-ahead" in kinds(plan)
    assert "held" == planned(agreed(HEARD, entered=entered), now=AFTER).state


def test_hearsay_long_before_an_interview_was_not_about_it() -> None:
    """Four weeks on, an interview that lies ahead was agreed since (O39)."""
    told = held("2027-01-05", HEARD, rounds=[round_of("2027-01-05"), round_of("2027-02-20")])
    states = [planned(told, now=f"2027-02-{day}T12:00:00-05:00").state for day in ("10", "11", "22")]
    assert ["over", "ahead", "held"] == states


TOOK = event("closed", "2027-01-14T10:00", reason="other-job")
OFFER = reply("2027-01-12T10:00", "offer-written", deadline="2027-01-20")
CASES = {
    "an interview lies ahead": ("ahead", "withdraw", "email", agreed()),
    "they named its day": ("ahead", "withdraw", "email", agreed(entered=False)),
    "their offer is on paper": ("offer-written", "decline-offer", "email", held("2027-01-05", OFFER)),
    "their offer was spoken of": (
        "offer-coming",
        "withdraw",
        "email",
        held("2027-01-05", OFFER | {"outcome": "offer"}),
    ),
    "they set a task": ("task", "withdraw", "email", held("2027-01-05", OFFER | {"outcome": "task"})),
    "they asked for referees": ("checks", "withdraw", "email", held("2027-01-05", OFFER | {"outcome": "checks"})),
    "they invited": ("invited", "withdraw", "email", held("2027-01-05", OFFER | {"outcome": "next-round"})),
    "they asked something": ("held", "withdraw", "email", held("2027-01-05", OFFER | {"outcome": "question"})),
    "they asked for a call": ("held", "withdraw", "email", held("2027-01-05", OFFER | {"outcome": "call-back"})),
    "they count on a yes": (
        *("accepted", "back-out", "phone"),
        held("2027-01-05", OFFER, event("accepted", "2027-01-13T10:00")),
    ),
}


def with_more(told: Fields, *events: Fields) -> Fields:
    """The case with something more told."""
    return told | {"events": [*told["events"], *events]}


@pytest.mark.parametrize(("state", "letter", "channel", "told"), CASES.values(), ids=CASES)
def test_who_takes_another_job_tells_those_who_wait(state: str, letter: str, channel: str, told: Fields) -> None:
    """To withdraw is all that is left, within a business day, and closes it (Events)."""
    plan = planned(with_more(told, TOOK), now=SAME_DAY)
    out = step(plan, "withdraw")
    assert (state, "withdraw", letter, channel) == (plan.state, plan.next, out.letter, out.channel)
    assert "Fri 2027-01-15 17:00" == window(out)[2]
    assert {"withdraw"} == {one.action for one in plan.steps if one.is_open} - {"let-go"}
    gone = planned(with_more(told, TOOK, event("withdrawn", "2027-01-14T11:00")), now=SAME_DAY)
    assert ("closed", "") == (gone.state, gone.next)


@pytest.mark.parametrize(("state", "letter", "channel", "told"), CASES.values(), ids=CASES)
def test_who_took_another_job_is_done_once_nobody_waits(state: str, letter: str, channel: str, told: Fields) -> None:
    """Nobody is thanked for an interview they did not go to, and nothing is late for ever (law 2)."""
    plan = planned(with_more(told, TOOK), now="2027-03-01T12:00:00-05:00")
    assert ("closed", "") == (plan.state, plan.next)
    assert any(kind.startswith("closed-other-job") for kind in kinds(plan))
    assert not thanks_to_come(plan)


def test_an_interview_that_is_a_day_off_is_called_off_by_phone() -> None:
    """An email may be read too late (O47); once its hour is over, it is closed."""
    told = with_more(agreed(), TOOK | {"at": "2027-01-19T10:00"})
    assert "phone" == step(planned(told, now="2027-01-19T12:00:00-05:00"), "withdraw").channel
    after = planned(told, now=AFTER)
    assert ("closed", set(), "closed-other-job" in kinds(after)) == (after.state, thanks_to_come(after), True)


@pytest.mark.parametrize("word", ["deciding", "on-hold", "runner-up", "rejected", "kind-word"])
def test_who_takes_another_job_where_nobody_waits_is_done(word: str) -> None:
    """Nothing was asked of them, and nothing is held for them: one line would be kind, and is no step."""
    plan = planned(held("2027-01-05", reply("2027-01-12T10:00", word), TOOK), now=SAME_DAY)
    assert ("closed", "") == (plan.state, plan.next)


def test_opened_again_it_goes_on_where_it_was() -> None:
    """The other job fell through before they heard of it."""
    plan = planned(with_more(agreed(), TOOK, event("reopened", "2027-01-14T11:00")), now=SAME_DAY)
    assert ("ahead", 0) == (plan.state, len([one for one in steps(plan, "withdraw") if one.is_open]))

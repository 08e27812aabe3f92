"""They ask for more after an end, after a wish for no contact, and before another interview."""

import json
import re
from typing import Any

import pytest
from cases import Fields, event, fields, kinds, planned, round_of, step, window
from situations import held, reply, sent

from followup import door
from followup.model.plan import Plan

WITHDRAWN = event("withdrawn", "2027-01-15T10:00")
DECLINED = reply("2027-01-12T10:00", "offer-written"), event("declined", "2027-01-15T10:00")
WISH = reply("2027-01-11T10:00", "no-contact")
AFTER = "2027-01-18T18:00:00-05:00"
OWN_NO = [(WITHDRAWN,), (event("closed", "2027-01-15T10:00", reason="other-job"),), DECLINED]


def plan_of(*events: Fields, now: str = AFTER, **more: Any) -> Plan:
    """After an interview on Thursday 7 January, for which thanks went out."""
    return planned(held("2027-01-07", *events, **more), now=now)


def closed(reason: str) -> Fields:
    """Closed on 15 January."""
    return event("closed", "2027-01-15T10:00", reason=reason)


@pytest.mark.parametrize("reason", ["gave-up", "filled", "answered"])
@pytest.mark.parametrize(
    ("by", "state", "letter"), [("2027-01-25", "ahead", "accept-next-round"), ("", "invited", "accept-and-ask-day")]
)
def test_who_only_stopped_waiting_is_asked_back(reason: str, by: str, state: str, letter: str) -> None:
    """Nobody is handed a no for the invitation that they had waited for."""
    invited = reply("2027-01-18T10:00", "next-round", **({"by": by} if by else {}))
    plan = plan_of(closed(reason), invited)
    assert (state, "answer", letter) == (plan.state, plan.next, step(plan, "answer").letter)


@pytest.mark.parametrize("ended", OWN_NO, ids=["withdrew", "another job", "declined"])
@pytest.mark.parametrize(
    ("word", "letter"),
    [("next-round", "decline-round"), ("task", "withdraw"), ("checks", "withdraw"), ("runner-up", "withdraw")],
)
def test_who_said_no_is_set_to_nothing(ended: tuple[Fields, ...], word: str, letter: str) -> None:
    """One kind no answers it, and whether it is opened again is up to the reader."""
    plan = plan_of(*ended, reply("2027-01-18T10:00", word))
    opened = [(one.action, one.letter) for one in plan.steps if one.is_open]
    assert ("closed", [("answer", letter)], True) == (plan.state, opened, "closed-asked" in kinds(plan))
    late = plan_of(*ended, reply("2027-01-18T10:00", word), now="2027-02-18T18:00:00-05:00")
    assert ("closed", "", True) == (late.state, late.next, "closed-wrote" in kinds(late))


@pytest.mark.parametrize("ended", OWN_NO, ids=["withdrew", "another job", "declined"])
def test_who_said_no_owes_nothing_for_a_hold(ended: tuple[Fields, ...]) -> None:
    """It waits for nobody."""
    plan = plan_of(*ended, reply("2027-01-18T10:00", "on-hold"))
    assert ("closed", "") == (plan.state, plan.next)


@pytest.mark.parametrize("word", ["task", "checks", "runner-up"])
def test_who_only_stopped_waiting_goes_on_with_what_they_ask(word: str) -> None:
    """They think of the reader after all."""
    assert word == plan_of(closed("gave-up"), reply("2027-01-18T10:00", word)).state


@pytest.mark.parametrize("word", ["task", "checks", "runner-up"])
def test_who_opens_it_again_goes_on_with_what_they_asked(word: str) -> None:
    """The state is that of their word, and nobody asks them whether it is too late."""
    again = event("reopened", "2027-01-18T12:00")
    plan = plan_of(closed("other-job"), reply("2027-01-18T10:00", word), again)
    assert (word, "2027-01-18", False) == (plan.state, str(plan.since), "ask-back" in kinds(plan))


@pytest.mark.parametrize("word", ["offer", "offer-written"])
@pytest.mark.parametrize(
    ("ended", "kind"),
    [
        (WITHDRAWN, "offer-after-no"),
        (closed("other-job"), "offer-after-other-job"),
        (closed("gave-up"), ""),
    ],
    ids=["withdrew", "another job", "gave up"],
)
def test_an_offer_after_a_no_may_still_be_declined(ended: Fields, kind: str, word: str) -> None:
    """It is said until the reader has answered; who had only stopped waiting is told of no no."""
    offer = reply("2027-01-18T10:00", word)
    said = [one for one in kinds(plan_of(ended, offer)) if one.startswith("offer-after")]
    answered = plan_of(ended, offer, sent("2027-01-18T12:00", "answer" if word == "offer" else "say-when"))
    assert ([kind] if kind else [], []) == (said, [one for one in kinds(answered) if one.startswith("offer-after")])


@pytest.mark.parametrize(
    ("wish", "turn"),
    [
        ({"promise": {"kind": "no-contact"}}, reply("2027-01-12T10:00", "next-round", by="2027-01-20")),
        ({"events": [WISH]}, reply("2027-01-12T10:00", "next-round", by="2027-01-20")),
        ({"events": [WISH], "rounds": [round_of("2027-01-07"), round_of("2027-01-20")]}, None),
    ],
    ids=["told with the case", "told since", "both interviews entered"],
)
def test_a_wish_for_no_contact_ends_with_another_interview(wish: Fields, turn: Fields | None) -> None:
    """They asked for more themselves: it is thanked for and followed up as any other (O21, law 3)."""
    told = held("2027-01-07", *wish.get("events", ()), *((turn,) if turn else ()))
    plan = planned(wish | told | {"rounds": wish.get("rounds", told["rounds"])}, now="2027-01-21T08:00:00-05:00")
    assert ("thank-you", "no-contact-before") == (
        next(one.action for one in plan.steps if one.id == plan.next),
        *[one for one in kinds(plan) if one.startswith("no-contact")],
    )
    assert "Wed 2027-01-27 09:00" == window(step(plan, "check-in"))[1]


@pytest.mark.parametrize("word", ["next-round", "task", "checks", "offer", "offer-written"])
def test_a_wish_for_no_contact_ends_where_they_go_on(word: str) -> None:
    """Who waits for a day or a paper may ask for it."""
    plan = plan_of(WISH, reply("2027-01-12T10:00", word), sent("2027-01-12T12:00", "answer"))
    assert "no-contact" not in plan.beside
    still = plan_of(WISH, reply("2027-01-12T10:00", word), reply("2027-01-13T10:00", "no-contact"))
    assert "no-contact" in still.beside


@pytest.mark.parametrize("word", ["deciding", "question", "on-hold", "runner-up", "kind-word"])
def test_a_wish_for_no_contact_outlives_a_word_that_asks_for_nothing_more(word: str) -> None:
    """They answered, and the wish stands."""
    assert "no-contact" in plan_of(WISH, reply("2027-01-12T10:00", word)).beside


@pytest.mark.parametrize(
    "told",
    [
        {"rounds": [round_of("2027-01-07"), round_of("2027-01-12")]},
        {"events": [event("interview-moved", "2027-01-06T10:00", by="2027-01-12")]},
        {"rounds": [], "events": [reply("2027-01-07T10:00", "next-round", by="2027-01-12")]},
    ],
    ids=["two", "moved", "none entered"],
)
def test_a_wish_told_of_the_last_interview_stands_after_it(told: Any) -> None:
    """What the case says of a decision, it says of the last interview that is entered, if any is."""
    wish: Any = {"promise": {"kind": "no-contact"}, "my_zone": "America/New_York"}
    assert "no-contact" in planned(fields(**told, **wish), now=AFTER).beside


def test_a_day_named_before_an_interview_stands_after_it() -> None:
    """Nobody asks before a day of theirs (law 4); one that lies before the interview is over with it."""
    invited = reply("2027-01-11T10:00", "next-round", by="2027-01-14"), sent("2027-01-11T11:00", "answer")
    named = plan_of(*invited, reply("2027-01-12T10:00", "promise", by="2027-01-25"))
    assert ("check-in-date-passed", "Wed 2027-01-27 09:00") == (
        step(named, "check-in").letter,
        window(step(named, "check-in"))[1],
    )
    for by in ("2027-01-12", "2027-01-25"):
        first = plan_of(*invited, promise={"kind": "date", "by": by})
        letter = "check-in" if by < "2027-01-14" else "check-in-date-passed"
        assert letter == step(first, "check-in").letter


def test_two_invitations_are_two_interviews() -> None:
    """The second day does not vanish beside the first; told twice, one is one."""
    first = reply("2027-01-12T09:00", "next-round", by="2027-01-20")
    other = reply("2027-01-13T09:00", "next-round", by="2027-01-22")
    plan = plan_of(first, other, now="2027-01-22T21:00:00-05:00")
    assert ("held", "2027-01-22") == (plan.state, str(plan.since))
    assert [1, 2, 3] == sorted({one.round for one in plan.steps if one.action == "thank-you"})
    twice = plan_of(first, reply("2027-01-13T09:00", "next-round", by="2027-01-20"))
    assert {1, 2} == {one.round for one in twice.steps if one.action == "thank-you"}


def test_who_takes_back_a_no_thanks_in_that_word() -> None:
    """They write once, and not first for an interview that they had left behind (O19, O48)."""
    again = event("reopened", "2027-01-18T10:00")
    plan = planned(fields(events=[WITHDRAWN, again]), now=AFTER)
    assert ("ask-back", "dropped") == (plan.next, step(plan, "thank-you").status)


@pytest.mark.parametrize(
    ("at", "word", "kind"),
    [
        ("2027-01-18T10:00", "filled", "advertised-again"),
        ("2027-01-18T10:00", "rejected", "advertised-again"),
        ("2027-01-11T10:00", "filled", "advertised"),
        ("2027-01-18T10:00", "deciding", "advertised"),
    ],
)
def test_an_advertisement_after_an_end_may_mean_that_it_is_open(at: str, word: str, kind: str) -> None:
    """Nobody is told that a plan stands which has ended."""
    plan = plan_of(reply("2027-01-14T10:00", word), event("heard", at, outcome="advertised"))
    assert [kind] == [one for one in kinds(plan) if one.startswith("advertised")]


def asked_day(told: Fields, now: str, step: str) -> tuple[str, int]:
    """The next step, and how often a button of that step asks for a day that the reader named."""
    answer = json.loads(door.answer(json.dumps({"tool": "planner", "now": f"{now}:00-05:00", "fields": told})))
    asks = re.findall(rf'name="by"[^>]*></label> <button[^>]*{step}', answer["fragment"])
    return answer["data"]["next"], len(asks)


@pytest.mark.parametrize(("now", "asked"), [("2027-01-13T10:00", 1), ("2027-01-11T10:00", 0)])
def test_the_button_of_a_late_task_asks_for_the_new_day(now: str, asked: int) -> None:
    """The plan goes by the day that the reader named; in time, what is sent is the task."""
    told = held("2027-01-05", reply("2027-01-06T10:00", "task", by="2027-01-12"), sent("2027-01-06T12:00", "answer"))
    assert ("hand-in", asked) == asked_day(told, now, "hand-in")


def test_the_button_that_says_when_asks_for_the_day() -> None:
    """Where they gave none the answer is for the day that the reader named."""
    told = held("2027-01-07", reply("2027-01-12T10:00", "offer-written"))
    assert ("say-when", 1) == asked_day(told, "2027-01-12T12:00", "say-when")
    named = plan_of(*told["events"][1:], sent("2027-01-12T12:00", "say-when") | {"by": "2027-01-21"})
    assert "Thu 2027-01-21 17:00" == window(step(named, "decide"))[2]


@pytest.mark.parametrize(
    ("said", "more", "latest"),
    [
        ("2027-01-20", (), "Wed 2027-01-20 17:00"),
        ("2027-01-25", (), "Thu 2027-01-21 17:00"),
        (
            "2027-01-20",
            (reply("2027-01-19T10:00", "promise", by="2027-01-29", reason="more-time"),),
            "Thu 2027-01-28 17:00",
        ),
        ("2027-01-20", (reply("2027-01-19T10:00", "question"),), "Wed 2027-01-20 17:00"),
    ],
    ids=["before theirs", "after theirs", "they gave more time", "a question since"],
)
def test_the_day_that_the_reader_named_is_kept(said: str, more: tuple[Fields, ...], latest: str) -> None:
    """A day named is kept, and theirs where it ends sooner; more time makes the old day none (O36)."""
    when = sent("2027-01-12T12:00", "say-when") | {"by": said}
    plan = plan_of(
        reply("2027-01-12T10:00", "offer-written", deadline="2027-01-22"), when, *more, now="2027-01-19T12:00:00-05:00"
    )
    assert latest == window(step(plan, "decide"))[2]

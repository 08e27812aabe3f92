"""Letters and calls fit the state they are sent in, and what the reader, or somebody else there, said before."""

import json
from collections.abc import Sequence
from typing import Any

import pytest
from cases import Fields, event, planned, round_of, step
from situations import held, opened, reply, sent

from followup import door

DANA = {"name": "Dana Ruiz"}
RAE = {"name": "Rae Poe", "part": "recruiter"}
TOM = {"name": "Tom Berg"}
BLANKS = {"my_name": "Sam Lee", "my_phone": "+1 212 555 0100", "detail": "how your team checks each forecast"}
GONE = reply("2027-01-20T10:00", "left", to="Dana Ruiz")
PAPER = reply("2027-01-12T10:00", "offer-written")
YES = event("accepted", "2027-01-13T10:00")
REFEREES = reply("2027-01-14T10:00", "checks", reason="referees")


def case(*events: Fields, people: Sequence[Fields] = (DANA,)) -> Fields:
    """An interview on Thursday 7 January 2027 with these people, and what happened since."""
    rounds = [round_of("2027-01-07", interviewers=[*people])]
    return held("2027-01-07", *events, rounds=rounds, role="Data Analyst")


def asked(tool: str, now: str, **told: Any) -> Any:
    """The door's data, with nothing to object."""
    answer = json.loads(door.answer(json.dumps({"tool": tool, "now": f"{now}:00-05:00", "fields": told})))
    assert [] == answer["problems"]
    return answer["data"]


def letter(told: Fields, now: str, which: str = "") -> str:
    """Subject and body of the letter of a step, of the next one where none is named."""
    plan = planned(told, now=f"{now}:00-05:00")
    found = asked("writer", now, case=told, step=which or plan.next, blanks=BLANKS)
    return f"{found['subject']}\n{found['body']}"


def call(told: Fields, now: str, which: str = "") -> str:
    """All that is said in the call of a step."""
    found = asked("call-sheet", now, case=told, my_name="Sam Lee", step=which)
    return " ".join((found["opening"], *found["questions"], found["voicemail"]["text"]))


# What is asked where, and how the reader is to name themselves to whoever picks up.
STAGES = {
    "accepted": ((PAPER, YES), "accepted your offer of the Data Analyst role", "about my first day"),
    "first-day": (
        (PAPER, YES, reply("2027-01-14T10:00", "first-day", by="2027-01-28"), sent("2027-01-14T12:00", "answer")),
        "accepted your offer of the Data Analyst role",
        "about my first day",
    ),
    "offer": (
        (reply("2027-01-12T10:00", "offer"), sent("2027-01-12T12:00", "answer")),
        "been offered the Data Analyst role",
        "the offer in writing",
    ),
    "invited": (
        (reply("2027-01-11T10:00", "next-round"), sent("2027-01-11T12:00", "answer")),
        "to have an interview for the Data Analyst role",
        "the day",
    ),
    "on-hold": (
        (reply("2027-01-11T10:00", "on-hold", by="2027-01-19"), sent("2027-01-11T12:00", "answer")),
        "one of the candidates for the Data Analyst role",
        "still interested",
    ),
}


@pytest.mark.parametrize("stage", STAGES)
def test_whoever_picks_up_at_the_main_line_hears_where_it_stands(stage: str) -> None:
    """Nobody who said yes speaks as a candidate; card and sheet ask who looks after it now (O40)."""
    events, who, about = STAGES[stage]
    told, now = case(*events, GONE), "2027-01-21T14:00"
    (found, *_) = [one for one in planned(told, now=f"{now}:00-05:00").steps if one.is_open]
    assert ("main-line", "phone", ()) == (found.letter, found.channel, found.to)
    card, sheet = letter(told, now, found.id), call(told, now, found.id)
    assert who in card
    assert who in sheet
    assert about in sheet
    assert "Who looks after" in card
    assert ("candidate" in card + sheet) == (stage == "on-hold")
    assert "[" not in card


def test_where_somebody_is_left_they_are_asked_by_name() -> None:
    """The ask goes on in its own words."""
    told = case(PAPER, YES, GONE, people=(DANA, TOM))
    found = letter(told, "2027-01-21T14:00")
    assert "Hi Tom," in found
    assert "Could you send me my first day in writing" in found


@pytest.mark.parametrize("how", [GONE, event("bounced", "2027-01-20T10:00", to="dana@acme.example")])
def test_who_is_gone_is_named_to_whoever_is_left(how: Fields) -> None:
    """The case says who left, or whose address no longer works."""
    people = ({**DANA, "email": "dana@acme.example"}, TOM)
    told = case(sent("2027-01-14T10:00", "check-in"), how, people=people)
    found = asked("writer", "2027-01-21T12:00", case=told, letter="colleague-left", to="Tom Berg", blanks=BLANKS)
    assert "Until now Dana Ruiz was my contact" in found["body"]


@pytest.mark.parametrize("since", [(PAPER, YES), (PAPER, sent("2027-01-12T12:00", "say-when"))])
@pytest.mark.parametrize("day", ["2027-01-15", ""])
def test_a_talk_after_their_offer_is_no_next_round(since: tuple[Fields, ...], day: str) -> None:
    """The state stays (Events): it is a talk, and what is still open is asked."""
    invited = reply("2027-01-13T16:00", "next-round", **({"by": day} if day else {}))
    found = letter(case(*since, invited), "2027-01-13T17:00", "answer")
    assert "Thank you for suggesting that we talk about the Data Analyst role" in found
    assert "what is still open" in found
    assert not [claim for claim in ("next round", "interview") if claim in found]
    assert ("Friday 15 January suits me well" in found) == bool(day)


def test_an_invitation_before_any_offer_is_a_next_round() -> None:
    """As it always was."""
    found = letter(case(reply("2027-01-13T16:00", "next-round", by="2027-01-15")), "2027-01-13T17:00", "answer")
    assert "Thank you for inviting me to the next round" in found
    assert "still open" not in found


@pytest.mark.parametrize(
    ("since", "claim"),
    [((PAPER, YES), "I said yes to it"), ((PAPER, sent("2027-01-12T12:00", "say-when")), "the offer of the Data")],
)
def test_who_was_offered_it_is_not_happy_to_wait_for_a_decision(since: tuple[Fields, ...], claim: str) -> None:
    """Still deciding: then something else is open, and that is asked."""
    found = letter(case(*since, reply("2027-01-13T16:00", "deciding")), "2027-01-13T17:00", "answer")
    assert claim in found
    assert "what is still open" in found
    assert "as interested as ever" not in found
    before = letter(case(reply("2027-01-13T16:00", "deciding")), "2027-01-13T17:00", "answer")
    assert "as interested as ever" in before


MOVES = (
    event("interview-moved", "2027-01-13T16:00", by="2027-01-14"),
    reply("2027-01-13T16:00", "called-off", by="2027-01-14"),
)


@pytest.mark.parametrize("moved", MOVES)
def test_an_hour_that_may_be_the_old_one_is_not_confirmed(moved: Fields) -> None:
    """Moved within its day (0106): "another time" is true of every move."""
    rounds = [round_of("2027-01-14", starts="10:00", ends="11:00", interviewers=[DANA])]
    told = {"rounds": rounds, "country": "US", "role": "Data Analyst", "events": [moved]}
    both = letter(told, "2027-01-13T17:00") + call(told, "2027-01-13T17:00", "answer")
    assert "finding another time" in both
    assert "Thursday 14 January suits me well" in both
    assert not [claim for claim in ("10:00", "another day") if claim in both]


DEADLINE = reply("2027-01-13T10:00", "offer-written", deadline="2027-01-22")
CALLED = (
    ("sent", "I wrote to you about your offer", "I've sent you a few"),
    ("voicemail", "I left you a message about your offer", "you can reach me on this number today"),
)


@pytest.mark.parametrize(("means", "of_offer", "of_times"), CALLED)
def test_a_call_goes_back_to_what_was_done_by_the_means_it_was_done(means: str, of_offer: str, of_times: str) -> None:
    """A voicemail is no email, and no times were in it."""
    asked_for = event(means, "2027-01-14T10:00", step="ask-time")
    assert of_offer in call(case(DEADLINE, asked_for), "2027-01-19T13:00", "call-about-time")
    rounds = [round_of("2027-01-14", starts="14:00", format="video", interviewers=[DANA])]
    missed = event("no-show", "2027-01-14T14:16")
    told = {"rounds": rounds, "country": "US", "events": [missed, event(means, "2027-01-14T14:40", step="new-times")]}
    assert of_times in call(told, "2027-01-15T09:30", "call-next-day")


def test_an_unanswered_wish_for_time_is_not_left_out() -> None:
    """Nobody answered it, and their day has passed; whoever asked for none claims none."""
    wished = case(DEADLINE, sent("2027-01-14T12:00", "ask-time"))
    both = (letter(wished, "2027-01-25T12:00"), call(wished, "2027-01-25T13:30"))
    assert all("asked you on 14 January for a little more time" in one for one in both)
    silent = case(DEADLINE, sent("2027-01-14T12:00", "say-when"))
    given = case(DEADLINE, sent("2027-01-13T12:00", "ask-time"), reply("2027-01-14T10:00", "deciding"))
    assert not [one for one in (silent, given) if "more time" in letter(one, "2027-01-25T12:00", "call-does-it-stand")]


def test_a_referee_whose_name_is_out_is_not_asked_for_leave() -> None:
    """They are told that it is, and when."""
    out = case(REFEREES, sent("2027-01-14T15:00", "answer"))
    both = letter(out, "2027-01-18T12:00", "warn-referee") + call(out, "2027-01-18T12:00", "warn-referee")
    assert "I gave your name on Thursday" in both
    assert not [claim for claim in ("like to give", "May I") if claim in both]
    assert "like to give your name" in letter(case(REFEREES), "2027-01-14T12:00", "warn-referee")


def test_what_is_owed_comes_before_a_word_to_referees_whose_names_are_out() -> None:
    """Before that they are asked first (O33); later answers do not move the day on which the names went out."""
    out = (REFEREES, sent("2027-01-14T15:00", "answer"), reply("2027-01-22T15:00", "question"))
    assert "answer-2" == planned(case(*out), now="2027-01-25T12:00:00-05:00").next
    assert "warn-referee" == planned(case(REFEREES), now="2027-01-14T12:00:00-05:00").next
    later = case(*out, sent("2027-01-25T13:00", "answer"))
    assert "I gave your name on 14 January" in letter(later, "2027-01-25T14:00", "warn-referee")
    assert "I sent the names of my referees for the Data Analyst role on 14 January" in letter(
        later, "2027-02-01T12:00", "checks-note"
    )


TASK = reply("2027-01-04T09:00", "task", by="2027-01-11")
DONE = (TASK, sent("2027-01-04T12:00", "answer"), event("handed-in", "2027-01-10T12:00"))


@pytest.mark.parametrize(
    ("told", "now", "which"),
    [
        ((TASK,), "2027-01-04T12:00", "answer"),
        ((TASK,), "2027-01-06T12:00", "hand-in"),
        (DONE, "2027-01-20T12:00", "check-in"),
        (DONE, "2027-01-28T12:00", "second-check-in"),
        ((*DONE, reply("2027-01-21T16:00", "rejected")), "2027-01-22T12:00", "ask-feedback"),
    ],
)
def test_no_subject_names_an_interview_where_none_was(told: tuple[Fields, ...], now: str, which: str) -> None:
    """Record 74 in the first line that they read."""
    assert "interview" not in letter(opened(*told, role="Data Analyst"), now, which)


SPOKEN = reply("2027-01-13T10:00", "offer", to="Rae Poe")


def test_whoever_says_no_is_not_thanked_for_taking_back_an_offer() -> None:
    """The recruiter spoke of it; the manager said no, and nothing of an offer."""
    told = case(SPOKEN, reply("2027-01-15T10:00", "rejected", to="Dana Ruiz"), people=(DANA, RAE))
    found = letter(told, "2027-01-15T12:00") + call(told, "2027-01-15T12:00")
    assert "I had been told that you wanted to offer it to me" in found
    assert "no longer stands" not in found
    back = case(reply("2027-01-13T10:00", "offer"), reply("2027-01-15T10:00", "taken-back"))
    assert "the offer of the Data Analyst role no longer stands" in letter(back, "2027-01-15T12:00")


@pytest.mark.parametrize("no", ["rejected", "taken-back"])
def test_nobody_is_thanked_for_a_no_that_somebody_else_told(no: str) -> None:
    """Who told it has left since; whoever is still there told nothing."""
    offer = reply("2027-01-14T10:00", "offer")
    told = (*((offer,) if no == "taken-back" else ()), reply("2027-01-20T09:00", no, to="Dana Ruiz"))
    there, gone = case(*told, people=(DANA, TOM)), case(*told, GONE, people=(DANA, TOM))
    now = "2027-01-21T14:00"
    assert ("Tom Berg",) == step(planned(gone, now=f"{now}:00-05:00"), "ask-feedback").to
    found = [letter(one, now, "ask-feedback") + call(one, now, "ask-feedback") for one in (there, gone)]
    assert ["I was told that" in one for one in found] == [False, True]
    assert ["Thank you for letting me know" in one for one in found] == [True, False]

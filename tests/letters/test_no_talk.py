"""What a letter must not claim: a talk that is still ahead, or that nobody held; a date named in the room."""

import itertools
import json
from typing import Any

import pytest
from cases import NEW_YORK, event, fields, planned, round_of

from followup import door, forms
from followup.case.current import as_it_stands
from followup.letters.prefill import known
from followup.model.case import Case

NOW = "2027-01-05T10:00:00-05:00"


def written(asked, action, now=NOW):
    """The email that the planner's step leads to."""
    step = next(one for one in planned(asked, now=now).steps if one.action == action)
    request = {"tool": "writer", "fields": {"case": asked, "step": step.id, "letter": step.letter}, "now": now}
    return json.loads(door.answer(json.dumps(request)))["data"]["body"]


def sheet(asked, about, now=NOW):
    """The call sheet for that."""
    request = {"tool": "call-sheet", "fields": {"case": asked, "about": about}, "now": now}
    told = json.loads(door.answer(json.dumps(request)))["data"]
    return f"{told['opening']} {told['voicemail']['text']}"


OFFER = event("offer-elsewhere", "2027-01-05T09:30", deadline="2027-01-29")


def test_an_interview_ahead_was_not_enjoyed():
    """Told of another offer two days before it."""
    asked = fields(events=[OFFER])
    both = written(asked, "tell-offer") + sheet(asked, "tell-offer")
    assert "looking forward to my interview" in both
    assert not [claim for claim in ("enjoyed", "We talked", "Since then") if claim in both]


@pytest.mark.parametrize("action", ["check-in", "tell-offer"])
def test_nobody_talked_in_a_recorded_interview(action):
    """The reader spoke to a camera."""
    rounds = [round_of("2027-01-07", format="recorded")]
    told = event("offer-elsewhere", "2027-01-14T09:00", deadline="2027-01-29")
    asked = fields(rounds=rounds, events=[told] if action == "tell-offer" else [])
    both = written(asked, action, "2027-01-14T10:00:00-05:00") + sheet(asked, action, "2027-01-14T10:00:00-05:00")
    assert "I recorded my interview" in both
    assert not [claim for claim in ("enjoyed", "We talked", "with you on") if claim in both]


def test_a_date_that_came_later_was_written():
    """They named it a week after the interview."""
    told = event("reply", "2027-01-14T10:00", outcome="promise", by="2027-01-20")
    body = written(fields(events=[told]), "check-in", "2027-01-22T10:00:00-05:00")
    assert "You told me that you hoped to decide" in body
    assert "When we talked" not in body


def test_a_call_they_asked_for_opens_with_that():
    """The words are those of the call sheet."""
    told = event("reply", "2027-01-14T10:00", outcome="call-back")
    body = written(fields(events=[told]), "call", "2027-01-14T11:00:00-05:00")
    assert "You asked me to call" in body
    assert "where things stand" not in body


def test_with_the_contact_gone_the_house_is_asked_who_is_in_charge():
    """An automatic reply said that Dana left, and nobody else is known."""
    told = event("reply", "2027-01-11T10:00", outcome="left")
    asked, now = fields(events=[told]), "2027-01-14T11:00:00-05:00"
    both = written(asked, "check-in", now) + sheet(asked, "", now)
    assert 3 == both.count("I think my contact has left, or can no longer be reached")
    assert "came back" not in both


OFF = event("reply", "2027-01-06T10:00", outcome="called-off")
HOLD = event("reply", "2027-01-08T10:00", outcome="on-hold")
GOES_ON = event("reply", "2027-01-12T10:00", outcome="deciding")
SPOKE = ("talked", "spoke", "enjoyed", "conversation", "talking with you", "you again", "has to move", "met ")
NONE_HELD: dict[str, dict[str, Any]] = {
    "called-off": {"events": [OFF, HOLD, GOES_ON]},
    "no-show": {"events": [event("no-show", "2027-01-07T14:20"), HOLD, GOES_ON]},
    "invited": {
        "rounds": [],
        "my_zone": NEW_YORK,
        "events": [event("reply", "2027-01-05T10:00", outcome="next-round"), HOLD, GOES_ON],
    },
}


def every_tone(asked, now):
    """What the writer makes of each open step, in each tone and form."""
    for one in planned(asked, now=now).steps:
        if not one.letter or not one.is_open:
            continue
        for tone, form in itertools.product(("plain", "warm", "formal"), ("email", "message")):
            told = {"case": asked, "step": one.id, "letter": one.letter, "variant": tone, "form": form}
            answer = json.loads(door.answer(json.dumps({"tool": "writer", "fields": told, "now": now})))
            yield one.letter, tone, answer["data"]["body"]


@pytest.mark.parametrize("kind", NONE_HELD)
@pytest.mark.parametrize("now", ["2027-01-06T17:00:00-05:00", "2027-01-12T17:00:00-05:00"])
def test_nobody_claims_a_talk_where_no_interview_was_held(kind, now):
    """Called off, not come to, or not arranged yet."""
    asked = fields(**NONE_HELD[kind])
    asked["events"] = [one for one in asked["events"] if one["at"] < now[:16]]
    claims = [
        (*told, claim) for told in every_tone(asked, now) for claim in SPOKE if asked["events"] and claim in told[2]
    ]
    assert [] == claims


@pytest.mark.parametrize("about", ["check-in", "tell-offer", "stay-in-touch", "last-question"])
def test_nor_does_a_call(about):
    """The sheet, whatever it is about."""
    for kind in NONE_HELD.values():
        told = sheet(fields(**kind), about, "2027-01-12T17:00:00-05:00")
        assert [] == [claim for claim in SPOKE if claim in told]


def test_who_was_in_another_round_was_not_in_the_last():
    """Dana ran the first, and Tom alone the second: the question goes to Dana (K9)."""
    rounds = [
        round_of("2027-01-04", interviewers=[{"name": "Dana Ruiz", "part": "hr"}]),
        round_of("2027-01-07", interviewers=[{"name": "Tom Berg"}]),
    ]
    body = written(fields(rounds=rounds), "check-in", "2027-01-14T10:00:00-05:00")
    assert "Hi Dana" in body
    assert "I had my interview for the Data Analyst role at Acme on 7 January" in body


def test_a_day_that_somebody_else_named_is_reported():
    """Rita told it; the question goes to Dana."""
    told = event("reply", "2027-01-14T10:00", outcome="promise", by="2027-01-20", to="Rita Lopez")
    body = written(fields(events=[told]), "check-in", "2027-01-22T10:00:00-05:00")
    assert (
        "I was told that a decision about the Data Analyst role at Acme was expected by Wednesday 20 January." in body
    )


def test_the_day_of_an_interview_is_no_day_for_a_decision():
    """They invited for 26 January, asked something since, and named no day."""
    told = [
        event("reply", "2027-01-12T10:00", outcome="next-round", by="2027-01-26"),
        event("reply", "2027-01-28T10:00", outcome="deciding"),
    ]
    case = forms.read(Case, fields(events=told)).value
    assert case
    found = known(as_it_stands(case), "third-check-in", "", None)
    assert "" == found.values["named_day"]


def test_papers_they_asked_for_are_no_question():
    """References were asked for: the answer brings them."""
    told = event("reply", "2027-01-12T10:00", outcome="checks", reason="referees")
    asked = fields(events=[told])
    body = written(asked, "answer", "2027-01-12T11:00:00-05:00")
    assert "Here is what you asked me for" in body
    assert "your question" not in body
    assert "You asked me for something" in sheet(asked, "question", "2027-01-12T11:00:00-05:00")


def test_the_question_after_a_check_that_was_passed_says_so_once():
    """The next question says it; once they told something newer, it is old news."""
    told = [
        event("reply", "2027-01-12T10:00", outcome="checks"),
        event("sent", "2027-01-12T11:00", step="answer"),
        event("reply", "2027-01-20T10:00", outcome="cleared"),
    ]
    newer = event("reply", "2027-01-21T10:00", outcome="deciding")
    said, silent = (
        written(fields(events=events), "check-in", "2027-01-28T10:00:00-05:00") for events in (told, [*told, newer])
    )
    assert "hear that the check went well" in said
    assert "the check" not in silent


def test_the_points_for_a_call_before_the_interview_ask_for_no_decision():
    """Another offer two days before it."""
    request = {"tool": "call-sheet", "fields": {"case": fields(events=[OFFER]), "about": "tell-offer"}, "now": NOW}
    told = json.loads(door.answer(json.dumps(request)))["data"]
    points = " ".join(told["points"])
    assert "My interview for the Data Analyst role is on Thursday 7 January." in points
    assert "has a decision been made" not in points
    assert ["When do you expect to decide?", "Could we talk sooner?"] == told["questions"]


def test_texts_that_went_before_do_not_stand_below_an_email():
    """They write texts, and this one goes out as an email."""
    asked = fields(channel="message", events=[event("sent", "2027-01-14T10:00", step="check-in")])
    told = [body for letter, _, body in every_tone(asked, "2027-01-29T10:00:00-05:00") if letter == "second-check-in"]
    assert told
    assert [] == [body for body in told if "below" in body or "email" in body]


def test_an_interview_that_a_no_came_before_was_never_held():
    """They filled the post the day before it; the reply goes out on the day it was set for."""
    body = written(
        fields(events=[event("reply", "2027-01-06T18:00", outcome="filled")]),
        "ask-feedback",
        "2027-01-07T17:00:00-05:00",
    )
    assert "Thank you for letting me know about the Data Analyst role." in body
    assert "heard about" not in body


def test_an_interview_of_this_afternoon_was_not_held_this_morning():
    """Somebody withdraws at nine, and is expected at two."""
    rounds = [round_of("2027-01-07", starts="14:00")]
    asked = fields(rounds=rounds, events=[event("declined", "2027-01-07T08:30", step="withdraw")])
    body = written(asked, "withdraw", "2027-01-07T09:00:00-05:00")
    assert "Thank you for thinking of me" in body
    assert "gave me" not in body


def test_who_withdrew_and_is_told_that_it_is_off_thanks_for_no_invitation():
    """It is a word about the interview, not a new one."""
    off = event("reply", "2027-01-06T10:00", outcome="called-off")
    asked, now = fields(events=[event("withdrawn", "2027-01-05T10:00"), off]), "2027-01-06T11:00:00-05:00"
    both = written(asked, "answer", now) + sheet(asked, "", now)
    assert 3 == both.count("Thank you for letting me know about the interview")
    assert "inviting" not in both


@pytest.mark.parametrize(
    ("outcome", "action", "said"),
    [
        ("offer", "ask-paper", "You told me that the offer for the Data Analyst role was on its way."),
        ("runner-up", "still-interested", "You told me that somebody else has the offer of the Data Analyst role"),
    ],
)
def test_what_was_thanked_for_is_not_thanked_for_again(outcome, action, said):
    """The answer went out on the day; this asks about it later."""
    told = [event("reply", "2027-01-12T10:00", outcome=outcome), event("sent", "2027-01-12T12:00", step="answer")]
    asked, now = fields(events=told), "2027-01-28T10:00:00-05:00"
    assert said in written(asked, action, now)
    assert "Thank you for" not in written(asked, action, now).replace("Thank you for your time", "")


def test_a_recruiter_beside_others_is_not_told_that_they_talked():
    """Rita arranged it, and Dana asked the questions."""
    people = [{"name": "Dana Ruiz"}, {"name": "Rita Lopez", "part": "recruiter"}]
    asked = fields(rounds=[round_of("2027-01-07", interviewers=people)])
    both = sheet(asked, "check-in", "2027-01-14T11:00:00-05:00")
    assert "I had my interview for the Data Analyst role on 7 January" in both
    assert "We talked" not in both


SPOKEN = event("reply", "2027-01-13T10:00", outcome="offer", by="2027-01-20")


def test_whoever_named_the_day_is_not_asked_for_it():
    """The thanks for a spoken offer take the day for the paper as it was said; without one they ask for it."""
    now = "2027-01-13T11:00:00-05:00"
    body = written(fields(events=[SPOKEN]), "answer", now)
    assert "in writing by Wednesday 20 January" in body
    assert "When will I have" not in body
    assert "When will I have" in written(fields(events=[{**SPOKEN, "by": ""}]), "answer", now)


@pytest.mark.parametrize("deadline", ["2027-01-29", "2027-01-15"])
def test_whoever_spoke_of_an_offer_is_not_asked_where_the_reader_stands(deadline: str):
    """Another employer waits: what is missing is their paper, in an email and in a call."""
    other = event("offer-elsewhere", "2027-01-14T10:00", deadline=deadline)
    asked = fields(events=[SPOKEN, event("sent", "2027-01-13T11:00", step="answer"), other])
    now = "2027-01-14T10:30:00-05:00"
    both = written(asked, "tell-offer", now) + sheet(asked, "tell-offer-spoken", now)
    assert "in writing" in both
    assert not [words for words in ("where I stand", "still being considered", "expect to decide") if words in both]


def test_the_day_they_named_for_the_next_interview_is_confirmed_by_its_name():
    """The reader types it nowhere; an hour that the case knows stands beside it."""
    invited = event("reply", "2027-01-13T10:00", outcome="next-round", by="2027-01-21")
    now = "2027-01-13T11:00:00-05:00"
    assert "Yes, Thursday 21 January suits me well." in written(fields(events=[invited]), "answer", now)
    second = round_of("2027-01-21", starts="10:00", ends="11:00")
    asked = fields(rounds=[round_of("2027-01-07"), second], events=[invited])
    assert "Yes, Thursday 21 January at 10" in written(asked, "answer", now)


def test_what_is_put_on_hold_after_a_yes_is_the_first_day():
    """They are asked whether it is paused, and for a new one."""
    told = (
        event("reply", "2027-01-12T10:00", outcome="offer-written"),
        event("accepted", "2027-01-14T10:00"),
        event("reply", "2027-01-19T10:00", outcome="on-hold"),
    )
    body = written(fields(events=[*told]), "answer", "2027-01-19T11:00:00-05:00")
    assert "the Data Analyst role is on hold, and my first day with it" in body
    assert "when do you expect to name a new day" in body
    assert "interested" not in body

"""What a letter must not claim: a talk that is still ahead, or that nobody held; a date named in the room."""

import json

import pytest
from cases import event, fields, planned, round_of

from followup import door

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
    assert "You wrote that you hoped to decide" in body
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
    assert 2 == both.count("I think my contact has left, or can no longer be reached")
    assert "came back" not in both

"""Of several talks one is moved, called off or missed: what is written about it goes to who was to be met there."""

import pytest
from cases import Fields, event, fields, planned, round_of

ANA, BO = {"name": "Ana Lee"}, {"name": "Bo Yi"}
RECRUITER = {"name": "Rae Poe", "part": "recruiter"}
MOVED = {
    "moved to a day": event("interview-moved", "2027-01-07T12:00", by="2027-01-11"),
    "moved": event("interview-moved", "2027-01-07T12:00"),
    "called off": event("reply", "2027-01-07T12:00", outcome="called-off"),
    "by me": event("moved-by-me", "2027-01-07T12:00"),
    "did not come": event("no-show", "2027-01-07T14:20"),
}


def told(event: Fields, first: list[Fields], second: list[Fields]) -> Fields:
    """A talk at ten, another one at two on the same day, and what came of that."""
    rounds = [
        round_of("2027-01-07", "11:00", starts="10:00", interviewers=first),
        round_of("2027-01-07", starts="14:00", interviewers=second),
    ]
    return fields(rounds=rounds, events=[event])


@pytest.mark.parametrize("happened", MOVED.values(), ids=MOVED)
@pytest.mark.parametrize(
    ("first", "second", "name"),
    [([ANA], [BO], "Bo Yi"), ([ANA, RECRUITER], [BO], "Rae Poe"), ([ANA], [], "Ana Lee")],
)
def test_who_was_to_be_met_there_is_written_to(
    happened: Fields, first: list[Fields], second: list[Fields], name: str
) -> None:
    """Unless somebody runs the process (K9), or nobody is known there; and who was met is thanked alone."""
    plan = planned(told(happened, first, second), now="2027-01-07T18:00:00-05:00")
    steps = [step for step in plan.steps if step.is_open and step.action in ("answer", "new-times", "ask-day", "call")]
    assert {(name,)} == {step.to for step in steps}
    thanked = {step.to[0] for step in plan.steps if step.action == "thank-you" and step.is_open and step.round == 1}
    assert {one["name"] for one in first} == thanked


@pytest.mark.parametrize(("word", "id"), [("rejected", "ask-feedback"), ("question", "answer"), ("offer", "answer")])
def test_whoever_left_since_is_not_answered(word: str, id: str) -> None:
    """They wrote and left: the answer goes to somebody who is there."""
    people = [{"name": "Dana Ruiz"}, {"name": "Tom Berg", "part": "hiring-manager"}]
    told = [
        event("sent", "2027-01-08T09:00", step="thank-you"),
        event("reply", "2027-01-14T10:00", outcome=word, to="Dana Ruiz"),
        event("reply", "2027-01-14T15:00", outcome="left", to="Dana Ruiz"),
    ]
    case = fields(rounds=[round_of("2027-01-07", interviewers=people)], events=told)
    plan = planned(case, now="2027-01-15T10:00:00-05:00")
    assert [("Tom Berg",)] == [one.to for one in plan.steps if one.id == id]

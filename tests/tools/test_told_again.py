"""What now? of a kept case: what they say now is news where something was told since they last said the same."""

import json

import pytest
from cases import Fields, event, fields
from ways import asked, data

from followup import door

NOW = "2027-01-25T12:00:00-05:00"
THANKED = event("sent", "2027-01-08T09:00", step="thank-you")


def kept(*events: Fields) -> Fields:
    """A case with a thank-you, and what happened since."""
    return fields(events=[THANKED, *events])


@pytest.mark.parametrize("word", ["deciding", "question"])
def test_the_same_word_again_is_asked_for_its_day(word: str) -> None:
    """They wrote so on Tuesday, the reader wrote since, and today they wrote it again."""
    case = kept(event("reply", "2027-01-12T10:00", outcome=word), event("sent", "2027-01-19T10:00", step="check-in"))
    assert (
        "When did you hear from them?" == data({"where": "replied", "reply": word}, NOW, case=case)["question"]["label"]
    )
    answer = asked({"where": "replied", "reply": word, "heard": "2027-01-25"}, NOW, case=case)
    assert "answer" == answer["data"]["ending"]["action"]
    assert f'"outcome": "{word}"' in answer["fragment"].replace("&#34;", '"').replace("&quot;", '"')


def test_a_word_that_was_told_last_is_not_told_twice() -> None:
    """It stands in the plan already."""
    case = kept(event("reply", "2027-01-25T10:00", outcome="question"))
    answer = asked({"where": "replied", "reply": "question"}, NOW, case=case)
    assert "answer" == answer["data"]["ending"]["action"]
    assert "Add it to my plan" not in answer["fragment"]


def test_a_closed_case_is_opened_again() -> None:
    """By one tap, and it stands where it stood."""
    case = kept(event("closed", "2027-01-20T10:00", reason="gave-up"))
    answer = asked(
        {"where": "other", "other": "reopened", "had-told": "no", "asked": "", "asked-last": ""}, NOW, case=case
    )
    assert ([], "held") == (answer["problems"], answer["data"]["ending"]["state"])


@pytest.mark.parametrize("end", [{"reason": "other-job"}, {"reason": "withdrew"}])
@pytest.mark.parametrize(
    ("way", "state", "letter"),
    [
        ({"reply": "next-round", "go-on": "yes", "day-known": "no"}, "invited", "accept-and-ask-day"),
        ({"reply": "task", "named": ""}, "task", "accept-task"),
        ({"reply": "runner-up", "named": ""}, "runner-up", "still-interested"),
        ({"reply": "interest"}, "held", "answer-question"),
    ],
)
def test_whoever_says_yes_to_a_closed_case_opens_it(end: Fields, way: Fields, state: str, letter: str) -> None:
    """No letter that declines stands under a yes; what is added to the plan says that it is open."""
    case = kept(event("closed", "2027-01-20T10:00", **end))
    found = asked({"where": "replied", "heard": NOW[:10], **way}, NOW, case=case)["data"]["ending"]
    assert (state, letter, "answer") == (found["state"], found["letter"], found["action"])


@pytest.mark.parametrize("is_told", [True, False])
@pytest.mark.parametrize(
    ("reason", "state", "letter"),
    [
        ("gave-up", "invited", "withdraw"),
        ("other-job", "closed", "decline-round"),
        ("withdrew", "closed", "decline-round"),
    ],
)
def test_an_invitation_to_a_closed_case_is_declined(reason: str, state: str, letter: str, is_told: bool) -> None:
    """Nobody who does not want it is told that there is nothing left to do, while they wait for an answer."""
    invited = [event("reply", "2027-01-25T10:00", outcome="next-round")] if is_told else []
    case = kept(event("closed", "2027-01-20T10:00", reason=reason), *invited)
    found = asked({"where": "replied", "reply": "next-round", "go-on": "no"}, NOW, case=case)["data"]["ending"]
    assert (state, letter) == (found["state"], found["letter"])


def test_a_question_opens_nothing() -> None:
    """It is answered, and stays closed."""
    case = kept(event("closed", "2027-01-20T10:00", reason="other-job"))
    way = {"where": "replied", "reply": "question", "heard": NOW[:10]}
    assert "closed" == asked(way, NOW, case=case)["data"]["ending"]["state"]


def told(*events: Fields, now: str = "2027-02-10T12:00:00-05:00") -> dict[str, str]:
    """The notices of the planner by kind."""
    request = {"tool": "planner", "now": now, "fields": fields(events=list(events))}
    return {one["kind"]: one["text"] for one in json.loads(door.answer(json.dumps(request)))["data"]["notices"]}


@pytest.mark.parametrize(
    ("end", "word"),
    [
        (("closed", {"reason": "gave-up"}), "question"),
        (("closed", {"reason": "other-job"}), "next-round"),
        (("withdrawn", {}), "question"),
        (("withdrawn", {}), "next-round"),
    ],
)
def test_nobody_owes_thanks_for_an_interview_of_what_is_closed(end: tuple[str, dict[str, str]], word: str) -> None:
    """They write after it was closed, and no thank-you was ever told."""
    kind, words = end
    said = told(event(kind, "2027-01-20T10:00", **words), event("reply", "2027-02-10T10:00", outcome=word))
    assert "closed-asked" in said
    assert "thanks-in-answer" not in said


def test_what_was_heard_elsewhere_was_not_told_by_them() -> None:
    """The planner says so, and What now? asks when it was heard, not when they were heard from."""
    assert "not from them" in told(event("heard", "2027-02-09T10:00", outcome="filled"))["heard-filled"]
    way = {"where": "other", "other": "filled", "interview": "2027-01-07", "ended": "", "country": ""}
    question = data(way | {"zone": "America/New_York"}, NOW)["question"]
    assert "When did you hear it?" == question["label"]

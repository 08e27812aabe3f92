"""What letters say of what the case told: an earlier email, a colleague, a question, a note sent before."""

import json
import re
from typing import Any

import pytest
from cases import Fields, event, fields, planned, round_of
from manners_of_letters import manners, tried

from followup import door
from followup.letters import Manner, examples, letters, write

THANKED = event("sent", "2027-01-08T10:00", step="thank-you")
TONES = ("plain", "warm", "formal")


def written(case: Fields, now: str, step: str, **told: Any) -> Fields:
    """What the writer gives for a step of the plan."""
    request = {"tool": "writer", "fields": {"case": case, "step": step, **told}, "now": now}
    data: Fields = json.loads(door.answer(json.dumps(request)))["data"]
    return data


def with_people(*people: Fields) -> Fields:
    """An interview with these people."""
    return fields(rounds=[round_of("2027-01-07", interviewers=list(people))])


def test_the_names_of_the_others_are_taken_as_the_case_gave_them() -> None:
    """A comma, a slash or brackets inside a name part no people, and nobody is shouted at."""
    names = (
        "Dana Ruiz",
        "Tom Berg, CTO",
        "van der Berg, Jan",
        "Ana Lind (she/her)",
        "PRIYA SHAH",
        "Li Wei / Recruiting",
    )
    case = with_people(*({"name": name} for name in names))
    body = written(case, "2027-01-08T09:00:00-05:00", "thank-you-1-dana-ruiz")["body"]
    assert "with Tom Berg, Jan van der Berg, Ana Lind, Priya Shah and Li Wei, for" in body


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("form", ["email", "message"])
def test_a_recruiter_beside_interviewers_arranged_it(tone: str, form: str) -> None:
    """She did not hold it."""
    case = with_people({"name": "Dana Ruiz"}, {"name": "Rae Kim", "part": "recruiter"})
    now = "2027-01-08T09:00:00-05:00"
    to_rae = written(case, now, "thank-you-1-rae-kim", variant=tone, form=form)["body"]
    to_dana = written(case, now, "thank-you-1-dana-ruiz", variant=tone, form=form)["body"]
    assert "Thank you for arranging my interview" in to_rae
    assert not re.search(r"your questions|meet you|your part", to_rae)
    assert "arranging" not in to_dana


FIRST = event("sent", "2027-01-14T10:00", step="check-in")


@pytest.mark.parametrize("tone", TONES)
def test_nothing_is_said_to_be_below_in_a_new_email(tone: str) -> None:
    """The day of the first one is named; a reply has it below."""
    letter, values = letters()["second-check-in"], {**examples(letters()["second-check-in"]), "sent_date": "2027-01-14"}
    below = re.compile(r"\bbelow\b|here it is")
    pointing = 0
    for at in range(9):
        new, reply = (
            write(letter, Manner(tone=tone, reply=reply, position=at), values, letter.example_sent).body
            for reply in (False, True)
        )
        assert not below.search(new)
        assert "n 14 January" in new
        assert "14 January" not in reply
        pointing += bool(below.search(reply))
    assert pointing


def test_the_first_check_in_is_told_by_its_day() -> None:
    """Where the case knows it; else it was a while ago."""
    now = "2027-01-28T09:00:00-05:00"
    told = written(fields(events=[THANKED, FIRST]), now, "second-check-in")["body"]
    assert "I wrote to you on 14 January about the Data Analyst role" in told
    letter = letters()["second-check-in"]
    bare = {**examples(letter), "sent_date": ""}
    assert "a while ago" in write(letter, Manner(), bare, letter.example_sent).body


@pytest.mark.parametrize("letter", letters().values(), ids=lambda letter: letter.id)
def test_only_a_reply_points_below(letter: Any) -> None:
    """No letter at all."""
    for manner in tried(letter):
        if not manner.reply:
            body = write(letter, manner, examples(letter), letter.example_sent).body
            assert not re.search(
                r"\bis below\b|\bbelow is\b|find below|once more\.$", body, re.IGNORECASE | re.MULTILINE
            )


@pytest.mark.parametrize("reason", ["illness", "traffic", "due to illness", "for family reasons", "I was ill"])
@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("ahead", [True, False])
def test_a_reason_follows_because(reason: str, tone: str, ahead: bool) -> None:
    """Over or ahead, in every letter that gives one."""
    letter = letters()["could-not-come"]
    situations = frozenset({"ahead"} if ahead else ())
    values = {**examples(letter), "reason": reason}
    body = write(letter, Manner(tone=tone, situations=situations), values, letter.example_sent).body
    assert re.search(r", because (?:of|I) ", body)
    assert ": of" not in body


@pytest.mark.parametrize("tone", TONES)
def test_whoever_asks_whether_one_is_interested_hears_yes(tone: str) -> None:
    """There is no question to repeat; one that was asked besides is answered too."""
    asked = event("reply", "2027-01-19T10:00", outcome="interest")
    now, besides = "2027-01-19T15:00:00-05:00", event("reply", "2027-01-18T16:00", outcome="question")
    alone = written(fields(events=[THANKED, asked]), now, "answer", variant=tone)
    both = written(fields(events=[THANKED, besides, asked]), now, "answer", variant=tone)
    for one in (alone, both):
        assert "Thank you for asking. Yes, I" in one["body"]
    assert "answer" not in alone["missing"]
    assert {"asked_about", "answer"} <= set(both["missing"])


def test_who_has_closed_it_is_not_made_to_say_yes() -> None:
    """The answer is theirs to give."""
    events = [THANKED, event("closed", "2027-01-18T10:00"), event("reply", "2027-01-19T10:00", outcome="interest")]
    assert "answer" in written(fields(events=events), "2027-01-19T15:00:00-05:00", "answer")["missing"]


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize(
    ("action", "outcome"), [("hold-note", "on-hold"), ("still-interested", "runner-up"), ("ask-day", "next-round")]
)
def test_a_second_note_has_words_of_its_own(action: str, outcome: str, tone: str) -> None:
    """Weeks after the first; only what the reader typed or left out may stand in both."""
    before = [event("reply", "2027-01-12T10:00", outcome=outcome), event("sent", "2027-01-12T12:00", step="answer")]
    sentences = []
    for _ in range(2):
        case = fields(events=before)
        told = planned(case, now=f"{before[-1]['at']}:00-05:00")
        step = next(one for one in told.steps if one.action == action and one.is_open)
        sent = step.window.target
        body = written(case, sent.isoformat(), step.id, variant=tone, blanks={"news": "", "my_times": "Any day."})[
            "body"
        ]
        words = body.split("\n\n", 1)[1].rsplit("\n\n", 1)[0]
        sentences.append({one for one in re.split(r"(?<=[.?!])\s+", words) if "Any day" not in one})
        before.append(event("sent", sent.strftime("%Y-%m-%dT%H:%M"), step=action))
    first, second = sentences
    assert {
        "There's no hurry, and one line is enough.",
        "There is no hurry, and a single line is enough.",
    } >= first & second


@pytest.mark.parametrize("tone", TONES)
def test_a_note_on_hold_needs_no_news(tone: str) -> None:
    """It is short, asks one thing, and announces nothing."""
    letter = letters()["hold-note"]
    written_bare = write(letter, Manner(tone=tone), {**examples(letter), "news": ""}, letter.example_sent)
    assert () == written_bare.missing
    assert not re.search(r"bit of news from|piece of news|on my side", written_bare.body)
    assert "one line is enough" in written_bare.body or "single line is enough" in written_bare.body


@pytest.mark.parametrize("name", ["accept-task", "hand-in", "did-it-arrive", "overdue-task", "check-in", "withdraw"])
def test_no_subject_speaks_of_an_interview_that_was_none(name: str) -> None:
    """They set a task, or answered an application, before anybody met."""
    letter = letters()[name]
    for reply in (False, True):
        manner = Manner(situations=frozenset({"unmet"}), reply=reply)
        assert "interview" not in write(letter, manner, examples(letter), letter.example_sent).subject.lower().replace(
            "interview on 7 january", ""
        )


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("outcome", ["answered", "deciding"])
def test_an_answered_call_is_thanked_for(outcome: str, tone: str) -> None:
    """And the email before it is not sent again; a call that nobody took is not spoken of so."""
    now, bodies = "2027-02-01T10:00:00-05:00", []
    for said in (outcome, "no-answer"):
        case = fields(events=[THANKED, FIRST, event("called", "2027-01-18T10:00", step="call", outcome=said)])
        step = next(one for one in planned(case, now=now).steps if one.is_open and one.letter)
        bodies.append(written(case, now, step.id, variant=tone)["body"])
    assert ["Thank you for taking my call about the Data Analyst role" in body for body in bodies] == [True, False]


# How a word of theirs came, which nobody told.
CHANNEL = re.compile(
    r"\b(?:you wrote|your (?:email|message|letter|call)\b(?! (?:\[|today|yesterday|on )))|for writing\b"
)


@pytest.mark.parametrize("name", ["another-role", "answer-deciding", "offer-taken-back", "on-hold-thanks", "got-offer"])
def test_how_their_word_came_is_left_out(name: str) -> None:
    """It may have been a call."""
    letter = letters()[name]
    for manner in manners(letter):
        one = write(letter, manner, examples(letter), letter.example_sent)
        assert not CHANNEL.search(one.body + one.subject), one.body

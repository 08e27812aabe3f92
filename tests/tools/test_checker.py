"""The checker at the door: a draft in, findings and marks out."""

import json
import re
from collections.abc import Mapping
from typing import Any

import pytest
from cases import DANA, Fields, event, fields, promised, round_of

from followup import door
from followup.model.wording import choices

DRAFT = (
    "Hi Dana,\n\nThank you for the tour of the depot. The scanners stayed with me.\n\nBest,\nSam Lee\n+1 555 010 0199\n"
)
BOTH = [DANA, {"name": "Tom Berg"}]
CASE = fields(rounds=[round_of("2027-01-07", interviewers=BOTH)], promise=promised("2027-01-15"))
MAIL = {"draft": DRAFT, "subject": "Re: Data Analyst interview", "letter": "thank-you-onsite"}
PHONE = CASE | {"rounds": [round_of("2027-01-07", interviewers=BOTH, format="phone")]}


def ask(**fields: Any) -> Mapping[str, Any]:
    """Gives the door's answer to fields of the checker."""
    request = {"tool": "checker", "now": "2027-01-20T12:00:00-05:00", "fields": fields}
    answer: Mapping[str, Any] = json.loads(door.answer(json.dumps(request)))
    return answer


def checks(answer: Mapping[str, Any]) -> list[str]:
    """Gives the ids of the findings."""
    assert [] == answer["problems"]
    return [finding["check"] for finding in answer["data"]["findings"]]


def test_a_good_letter_has_nothing_to_mend() -> None:
    """And the page says so."""
    answer = ask(**MAIL)
    assert {"kind": "thank-you", "guessed": False, "findings": []} == {
        key: answer["data"][key] for key in ("kind", "guessed", "findings")
    }
    assert "Nothing to mend." in answer["fragment"]
    assert "Read as a thank-you. Nothing to mend.\n" == answer["files"][0]["text"]


def test_what_the_draft_is_can_be_guessed_and_that_is_said() -> None:
    """The reader can then choose better."""
    answer = ask(draft="Hi Dana,\n\nIs there any news about the role?\n\nBest,\nSam, 555 010 0199", subject="Re: Role")
    assert ("check-in", True) == (answer["data"]["kind"], answer["data"]["guessed"])
    assert "That is a guess" in answer["fragment"]


@pytest.mark.parametrize(
    ("fields", "field", "message"),
    [
        ({}, "draft", "Paste your draft"),
        ({"draft": " \r\n\t"}, "draft", "Paste your draft"),
        ({"draft": "x" * 20_001}, "draft", "Enter at most 20,000 characters"),
        ({"draft": "x\x00"}, "draft", "Remove the control characters"),
        ({**MAIL, "letter": "love-letter"}, "letter", "Choose one of"),
        ({**MAIL, "sent_at": "tomorrow"}, "sent_at", "Enter when you will send it, like 2027-01-08T09:00"),
        ({**MAIL, "others": ["x"] * 21}, "others", "Enter at most 20 other letters"),
        ({**MAIL, "step": "nothing"}, "step", "Choose a step of the plan, or none"),
        ({**MAIL, "case": {**CASE, "country": "XX"}}, "case.country", "Choose a country"),
        ({**MAIL, "case": {**CASE, "promise": {"kind": "date", "by": "2026-01-01"}}}, "case.promise.by", "Enter a day"),
    ],
)
def test_what_cannot_be_used_is_a_problem(fields: Mapping[str, Any], field: str, message: str) -> None:
    """With the field's path and what to enter."""
    answer = ask(**fields)
    assert (None, field) == (answer["data"], answer["problems"][0]["field"])
    assert answer["problems"][0]["message"].startswith(message)


def test_the_case_tells_names_company_and_promise() -> None:
    """A slip in a name and a question that was answered are found."""
    draft = DRAFT.replace("Dana", "Dnaa").replace("me.", "me at Acmee. When do you expect to decide?")
    assert ["misspelt-name", "misspelt-name", "date-was-given"] == checks(ask(**{**MAIL, "draft": draft}, case=CASE))


def test_a_name_from_the_second_person_is_known_too() -> None:
    """Each interviewer gets their own letter."""
    assert [] == checks(ask(**{**MAIL, "draft": DRAFT.replace("Dana", "Tom")}, case=CASE))


def test_the_phone_rule_comes_from_the_case() -> None:
    """Selling is a warning after a phone interview, disputed after a visit."""
    draft = DRAFT.replace("The scanners", "I am a perfect fit. The scanners")
    fields = {**MAIL, "letter": "", "draft": draft}
    assert ["selling-after-phone"] == checks(ask(**fields, case=PHONE))
    assert ["restating-fit"] == checks(ask(**fields, case=CASE))


def test_a_moment_of_sending_is_held_against_the_plan() -> None:
    """On their clock unless it carries an offset; the window is 17:00 to 15:00 of the next day in New York."""
    assert ["sent-early"] == checks(ask(**MAIL, case=CASE, sent_at="2027-01-07T16:59"))
    assert [] == checks(ask(**MAIL, case=CASE, sent_at="2027-01-07T17:00"))
    assert [] == checks(ask(**MAIL, case=CASE, sent_at="2027-01-08T20:00+00:00"))
    assert ["sent-late"] == checks(ask(**MAIL, case=CASE, sent_at="2027-01-08T20:01+00:00"))


def test_a_step_of_the_plan_says_what_the_draft_is() -> None:
    """The letter need not be chosen then."""
    answer = ask(draft=DRAFT, subject="Re: Data Analyst", case=CASE, step="thank-you-1-tom-berg")
    assert ("thank-you", False) == (answer["data"]["kind"], answer["data"]["guessed"])


def test_a_third_message_is_over_the_limit() -> None:
    """Touches are counted from the events of the case."""
    sent = [
        {"kind": "sent", "step": "check-in", "at": "2027-01-18T09:00"},
        {"kind": "voicemail", "at": "2027-01-19T09:00"},
    ]
    draft = DRAFT.replace("The scanners stayed with me", "Could you tell me how the search stands")
    assert ["over-the-limit"] == checks(
        ask(**{**MAIL, "letter": "check-in", "draft": draft}, case={**CASE, "events": sent})
    )


CHECK_IN = DRAFT.replace("The scanners stayed with me", "Could you tell me how the search stands")
REJECTED = event("reply", "2027-01-18T09:00", outcome="rejected")
INVITED = event("reply", "2027-01-18T09:00", outcome="next-round")
SENT = event("sent", "2027-01-15T09:00", step="check-in")


@pytest.mark.parametrize(
    ("letter", "events", "expected"),
    [
        ("check-in", [REJECTED], True),
        ("check-in", [event("withdrawn", "2027-01-18T09:00")], True),
        ("check-in", [SENT, REJECTED], True),
        ("second-check-in", [SENT, REJECTED], True),
        ("voicemail", [REJECTED], True),
        ("close-after-silence", [REJECTED], True),
        ("thank-you-onsite", [REJECTED], True),
        ("reply-to-rejection", [REJECTED], False),
        ("check-in", [INVITED], True),
        ("thank-you-onsite", [INVITED], False),
        ("answer-next-round", [INVITED], False),
        ("check-in", [event("reply", "2027-01-18T09:00", outcome="deciding")], False),
        ("check-in", [SENT], False),
    ],
)
def test_after_the_end_nothing_is_sent_unasked(letter: str, events: list[Fields], expected: bool) -> None:
    """A check-in would ask for what they have told already."""
    case = {**CASE, "events": events}
    told = checks(ask(**{**MAIL, "draft": CHECK_IN, "letter": letter}, case=case))
    assert expected == ("plan-stopped" in told)


@pytest.mark.parametrize("step", ["check-in", "second-check-in", "third-check-in"])
def test_every_check_in_that_was_sent_is_one_too_many_after_a_no(step: str) -> None:
    """The third one of a round too, which follows two that were answered."""
    deciding = [event("reply", f"2027-01-15T{at}", outcome="deciding") for at in ("10:00", "12:00")]
    second = event("sent", "2027-01-15T11:00", step="second-check-in")
    third = event("sent", "2027-01-16T09:00", step="third-check-in")
    case = {**CASE, "events": [SENT, deciding[0], second, deciding[1], third, REJECTED]}
    told = checks(ask(**{**MAIL, "draft": CHECK_IN, "letter": "check-in"}, step=step, case=case))
    assert "plan-stopped" in told


def test_a_letter_after_the_end_has_no_better_hour() -> None:
    """The window of a dropped step is no reason to send it."""
    case = {**CASE, "events": [REJECTED]}
    fields = {**MAIL, "draft": CHECK_IN, "letter": "check-in"}
    assert ["plan-stopped"] == checks(ask(**fields, case=case, sent_at="2027-01-18T10:00"))


@pytest.mark.parametrize(
    ("letter", "expected"),
    [
        ("thank-you-onsite", True),
        ("thank-you-organiser", True),
        ("check-in", True),
        ("voicemail", True),
        ("competing-offer", False),
        ("close-after-silence", True),
        ("answer-question", False),
        ("reply-to-rejection", False),
    ],
)
def test_who_asked_not_to_be_contacted_gets_answers_alone(letter: str, expected: bool) -> None:
    """Waiting and a day to stop, and word of another offer (O21)."""
    case = fields(promise={"kind": "no-contact"})
    told = checks(ask(**{**MAIL, "draft": CHECK_IN, "letter": letter}, case=case))
    assert expected == ("asked-not-to" in told)


def test_a_promise_that_was_moved_replaces_the_old_one() -> None:
    """The new date stands in the reason."""
    moved = {"kind": "reply", "outcome": "promise", "at": "2027-01-18T09:00", "by": "2027-01-29"}
    draft = DRAFT.replace("me.", "me. When do you expect to decide?")
    answer = ask(**{**MAIL, "draft": draft}, case={**CASE, "events": [moved]})
    assert "Friday 29 January 2027" in answer["data"]["findings"][0]["why"]


def test_a_date_named_with_still_deciding_is_given_too() -> None:
    """And of two dates the one named last holds, however they are entered."""
    late = {"kind": "reply", "outcome": "deciding", "at": "2027-01-18T09:00", "by": "2027-01-29"}
    early = {"kind": "reply", "outcome": "promise", "at": "2027-01-14T09:00", "by": "2027-01-20"}
    draft = DRAFT.replace("me.", "me. When do you expect to decide?")
    answer = ask(**{**MAIL, "draft": draft}, case={**CASE, "promise": {"kind": "none"}, "events": [late, early]})
    assert "Friday 29 January 2027" in answer["data"]["findings"][0]["why"]


def test_a_case_that_leads_past_the_calendar_is_the_problem_not_its_step() -> None:
    """Sri Lanka is known to the end of 2026."""
    case = fields(rounds=[round_of("2026-12-29", zone="Asia/Colombo")], country="LK")
    (problem,) = ask(**MAIL, step="check-in", case=case)["problems"]
    assert ("case.rounds", "Enter an earlier day: the calendar ends on 31 December 2026") == tuple(problem.values())


def test_items_subjects_and_other_letters_are_held_against_the_draft() -> None:
    """Each in its own field."""
    answer = ask(**{**MAIL, "subject": "Visit"}, items=["two references"], earlier=["visit"], others=[DRAFT])
    assert {"subject-reused", "too-alike", "same-sentence", "item-not-mentioned"} == set(checks(answer))


def test_an_offer_that_the_case_does_not_know_is_found() -> None:
    """And one that it knows is not."""
    draft = DRAFT.replace("me.", "me. I have received another offer.")
    offer = {"kind": "offer-elsewhere", "at": "2027-01-18T09:00", "deadline": "2027-01-25"}
    assert ["no-such-offer"] == checks(ask(**{**MAIL, "draft": draft}, case=CASE))
    assert [] == checks(ask(**{**MAIL, "draft": draft}, case={**CASE, "events": [offer]}))


def test_counts_come_with_the_answer() -> None:
    """Without greeting, sign-off and quoted mail."""
    expected = {"sentences": 2, "words": 13, "paragraphs": 1, "reading_seconds": 5, "characters": len(DRAFT)}
    assert expected == ask(**MAIL)["data"]["counts"]


INJECTED = "Hi {{ 7*7 }},\r\n\r\n{% raw %}<script>alert(1)</script> <b onclick=x>ASAP</b> &amp; \"'.\r\n\r\nSam"


def test_a_draft_never_becomes_markup() -> None:
    """Neither HTML nor Jinja in a draft is anything but text."""
    fragment = ask(draft=INJECTED, subject="<i>{{ 7*7 }}</i>")["fragment"]
    for never in ("<script", "<b onclick", "<i>", "49"):
        assert never not in fragment
    for text in ("{{ 7*7 }}", "{% raw %}", "&lt;script&gt;", "&amp;amp;"):
        assert text in fragment


def test_the_marked_draft_holds_the_draft_itself() -> None:
    """Marks and links taken away, every character is there."""
    fragment = ask(draft=INJECTED)["fragment"]
    shown = fragment.split('tabindex="0">', 1)[1].split("</section>", 1)[0]
    plain = re.sub(r"<[^>]*>", "", re.sub(r"<a [^>]*>\d+</a>", "", shown))
    unescaped = plain.replace("&lt;", "<").replace("&gt;", ">").replace("&#34;", '"').replace("&#39;", "'")
    assert INJECTED.replace("\r\n", "\n") == unescaped.replace("&amp;", "&")


def test_marks_and_findings_link_to_each_other() -> None:
    """Each finding has one place in the draft and one in the list."""
    answer = ask(draft="Hi [Name],\n\nThank you, I NEED YOUR ANSWER ASAP!!\n\nSam")
    fragment, count = answer["fragment"], len(answer["data"]["findings"])
    assert count >= 4
    for number in range(1, count + 1):
        assert 1 == fragment.count(f'id="checker-mark-{number}"') == fragment.count(f'id="checker-finding-{number}"')
        assert f'href="#checker-mark-{number}"' in fragment
        assert f'href="#checker-finding-{number}"' in fragment


def test_overlapping_spans_are_cut_into_pieces() -> None:
    """A piece has the gravest level of the findings that cover it."""
    draft = "Hi Dana,\n\nThank you. I am just writing to say: PLEASE ANSWER ME ASAP.\n\nSam"
    answer = ask(draft=draft, letter="thank-you-onsite")
    assert re.search(r'<mark class="check__mark check__mark--warning">ASAP</mark>', answer["fragment"])
    assert re.search(r'<mark class="check__mark check__mark--note">just writing to</mark>', answer["fragment"])


def test_rules_and_disagreements_are_linked() -> None:
    """From a tool's page, two folders deep."""
    draft = DRAFT.replace("me.", "me. I am a perfect fit. Please answer ASAP.")
    fragment = ask(**{**MAIL, "draft": draft})["fragment"]
    assert 'href="../../sources/rules/#c4"' in fragment
    assert 'href="../../sources/disagreements/#k10"' in fragment
    assert "Who says what" in fragment


def test_the_report_names_level_line_and_words() -> None:
    """For the terminal."""
    report = ask(**{**MAIL, "draft": DRAFT.replace("me.", "me ASAP.")})["files"][0]["text"]
    assert "Warning (line 3): “ASAP”: " in report
    assert report.startswith("Read as a thank-you. 1 warning.\n")


def test_a_yes_is_read_as_the_letter_that_was_chosen() -> None:
    """An offer that is accepted is no invitation."""
    draft = "Hi Dana,\n\nThank you for the offer. I am happy to accept it.\n\nBest,\nSam Lee"
    for letter, named in (
        ("accept-offer", "Read as “Accept an offer”."),
        ("accept-next-round", "“Accept the next round”"),
    ):
        answer = ask(draft=draft, letter=letter)
        assert named in answer["files"][0]["text"]
        assert named.removeprefix("Read as ").removesuffix(".") in answer["fragment"]
    assert "an offer or an invitation" in ask(draft=draft)["files"][0]["text"]


def test_every_kind_has_a_name() -> None:
    """The page says what it took the draft for."""
    from followup.checking.draft import KINDS

    assert KINDS == {kind for kind, _ in choices("drafts")}


def test_every_letter_has_a_kind() -> None:
    """The front of its file names it, or the checker would not know its rules."""
    from followup import letters
    from followup.checking.draft import letter_kinds

    assert set(letters.letters()) == set(letter_kinds())

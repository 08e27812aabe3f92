"""The writer, asked through the door."""

import dataclasses
import email
import html
import json
import re
from email.policy import default
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from cases import DANA, event, fields, round_of

from followup import door
from followup.letters import Blank, letters
from followup.letters import blanks as every_blank
from followup.tools.writer.answer import Questions

type Fields = dict[str, Any]

NOW = "2027-01-08T09:00:00-05:00"
BLANKS = {
    "first_name": "Dana",
    "role": "Data Analyst",
    "company": "Acme",
    "interview_date": "2027-01-07",
    "detail": "how your team checks each forecast",
    "my_name": "Sam Lee",
    "my_phone": "+44 20 7946 0123",
}


def ask(now: str = NOW, **told: Any) -> Fields:
    """The whole answer to these fields."""
    answer: Fields = json.loads(door.answer(json.dumps({"tool": "writer", "now": now, "fields": told})))
    return answer


def data(now: str = NOW, **told: Any) -> Fields:
    """The answer's data, where there must be no problem."""
    answer = ask(now, **told)
    assert [] == answer["problems"]
    found: Fields = answer["data"]
    return found


def problems(**told: Any) -> dict[str, str]:
    """The problems by field."""
    answer = ask(**told)
    assert answer["data"] is None
    return {one["field"]: one["message"] for one in answer["problems"]}


def draft(answer: Fields) -> Any:
    """The .eml file as Python's own parser reads it."""
    (text,) = [file["text"] for file in answer["files"] if file["name"].endswith(".eml")]
    return email.message_from_bytes(text.encode("ascii"), policy=default)


def test_a_filled_letter_is_whole() -> None:
    """Subject, body, sizes within the limits, nothing missing and nothing to mend."""
    found = data(letter="thank-you-onsite", blanks=BLANKS)
    assert "Thank you: Data Analyst interview" == found["subject"]
    assert "Thank you for meeting me yesterday about the Data Analyst role at Acme." in found["body"]
    assert [] == found["missing"]
    assert all(limit["ok"] for limit in found["limits"])
    assert [] == [one for one in found["findings"] if one["level"] == "warning"]


def test_missing_blanks_are_named_and_marked() -> None:
    """An empty form still gives the letter."""
    answer = ask(letter="thank-you-onsite")
    assert ["role", "interview_date", "detail", "my_name"] == answer["data"]["missing"]
    assert 'data-fill="blanks.detail"' in answer["fragment"]


def test_the_blanks_are_those_of_the_letter_and_its_variant() -> None:
    """With their labels, and who filled them."""
    found = {blank["name"]: blank for blank in data(letter="thank-you-onsite", blanks={"role": "Cook"})["blanks"]}
    assert "others" not in found
    assert ("Role", True, "Cook", "reader") == tuple(found["role"][key] for key in ("label", "needed", "value", "from"))
    assert "others" in {blank["name"] for blank in data(letter="thank-you-onsite", several=True)["blanks"]}


def test_yesterday_is_true_where_the_letter_is_read() -> None:
    """At 06:00 in Tokyo on Friday it is still Thursday in New York, where the interview was that day."""
    told: Fields = {"letter": "thank-you-onsite", "blanks": BLANKS, "zone": "America/New_York"}
    assert "meeting me today" in data("2027-01-08T06:00:00+09:00", **told)["body"]
    assert "meeting me yesterday" in data("2027-01-08T15:00:00+09:00", **told)["body"]
    assert "meeting me on Thursday" in data(send_at="2027-01-11T09:00", **told)["body"]
    assert "2027-01-11T09:00-05:00" == data(send_at="2027-01-11T09:00", **told)["send_at"]


def test_an_interviewer_far_away_reads_of_their_own_day() -> None:
    """It ended on Thursday at 15:00 in New York, which was Friday at 05:00 in Tokyo."""
    aki = {"name": "Aki Sato", "email": "aki@example.com", "zone": "Asia/Tokyo"}
    case = fields(rounds=[round_of("2027-01-07", interviewers=[aki])])
    asked = {"case": case, "step": "thank-you-1-aki-sato"}
    assert "meeting me today" in data("2027-01-07T18:00:00-05:00", **asked)["body"]
    assert "meeting me yesterday" in data("2027-01-08T19:00:00-05:00", **asked, letter="thank-you-onsite")["body"]


def test_a_date_that_was_named_is_not_asked_for() -> None:
    """K15."""
    assert "when you expect" in data(letter="thank-you-onsite", blanks=BLANKS)["body"]
    assert "when you expect" not in data(letter="thank-you-onsite", blanks=BLANKS, date_known=True)["body"]


def test_a_letter_names_the_date_that_was_promised_last() -> None:
    """A day of return in an automatic reply is no promise."""
    away = event("reply", "2027-01-14T10:00", outcome="auto", by="2027-01-25")
    moved = event("called", "2027-01-14T10:00", outcome="promise", by="2027-01-20")
    asked = {"letter": "check-in-date-passed", "now": "2027-01-26T10:00:00-05:00", "blanks": BLANKS}
    case = fields(promise={"kind": "date", "by": "2027-01-12"})
    assert "by 12 January" in data(**asked, case={**case, "events": [away]})["body"]
    assert "by Wednesday" in data(**asked, case={**case, "events": [moved]})["body"]


def test_a_letter_names_the_deadline_of_the_offer_told_last() -> None:
    """However the offers are entered, as in the plan."""
    offers = [
        event("offer-elsewhere", "2027-01-20T10:00", deadline="2027-02-10"),
        event("offer-elsewhere", "2027-01-14T10:00", deadline="2027-01-28"),
    ]
    found = data("2027-01-21T10:00:00-05:00", letter="competing-offer", blanks=BLANKS, case=fields(events=offers))
    assert "by Wednesday 10 February" in found["body"]


def test_an_offer_without_a_deadline_leaves_no_gap() -> None:
    """The plan takes such an offer too."""
    case = fields(events=[event("offer-elsewhere", "2027-01-08T08:00")])
    found = data(step="tell-offer", case=case, blanks={name: BLANKS[name] for name in ("detail", "my_name")})
    assert [] == found["missing"]
    assert "and they would like my answer soon." in found["body"]


def test_a_second_check_in_after_a_message_left_speaks_of_the_call() -> None:
    """There is no mail below it."""
    case = fields(events=[event("voicemail", "2027-01-14T10:00", step="check-in")])
    body = data("2027-01-28T10:00:00-05:00", step="second-check-in", case=case)["body"]
    assert "I called a while ago about the Data Analyst role." in body
    assert "below" not in body


def test_a_case_that_leads_past_the_calendar_is_the_problem_not_its_step() -> None:
    """Sri Lanka is known to the end of 2026."""
    case = fields(rounds=[round_of("2026-12-29", zone="Asia/Colombo")], country="LK")
    (problem,) = ask(step="check-in", case=case)["problems"]
    assert ("case.rounds", "Enter an earlier day: the calendar ends on 31 December 2026") == tuple(problem.values())


def test_a_reply_keeps_the_subject_of_the_thread() -> None:
    """With the subject of their last mail where it is known."""
    assert "Re: Data Analyst interview" == data(letter="check-in", blanks=BLANKS, reply=True)["subject"]
    told = BLANKS | {"thread": "Our talk"}
    assert "Re: Our talk" == data(letter="check-in", blanks=told, reply=True)["subject"]


def test_a_step_of_the_plan_fills_everything_known() -> None:
    """Letter, person, company, role, day and address come from the case; only the reader's own words are missing."""
    case = fields(rounds=[round_of("2027-01-07", interviewers=[DANA | {"email": "dana@example.com"}])])
    answer = ask(case=case, step="check-in")
    found = answer["data"]
    assert ("check-in", "Dana Ruiz", "2027-01-14T09:00-05:00") == tuple(
        found[key] for key in ("letter", "to", "send_at")
    )
    assert "talking with you on 7 January about the Data Analyst role at Acme" in found["body"]
    assert ["detail", "my_name"] == found["missing"]
    assert "Dana Ruiz <dana@example.com>" == draft(answer)["To"]


RITA = {"name": "Rita Lopez", "part": "recruiter"}


@pytest.mark.parametrize(("box", "said"), [({}, True), ({"agency": True}, True), ({"agency": False}, False)])
def test_a_box_wins_over_the_interview(box: Fields, said: bool) -> None:
    """A recruiter among others may be the company's own; left alone, the box is as the interview tells."""
    case = fields(rounds=[round_of("2027-01-07", interviewers=[RITA, DANA])])
    answer = ask(letter="thank-you-onsite", case=case, to="Rita Lopez", blanks=BLANKS, **box)
    assert said == ("Thank you for arranging my interview" in answer["data"]["body"])
    assert f'"agency": {str(said).lower()}' in answer["fragment"]


@pytest.mark.parametrize(("box", "asked"), [({}, False), ({"date_known": False}, True)])
def test_a_date_of_the_interview_can_be_unticked(box: Fields, asked: bool) -> None:
    """It may have been a vague one."""
    case = fields(promise={"kind": "date", "by": "2027-01-15"})
    assert asked == ("when you expect" in data(letter="thank-you-onsite", case=case, blanks=BLANKS, **box)["body"])


def test_the_form_hears_what_it_has_to_ask_and_what_is_known() -> None:
    """The blanks of this variant alone, and beside them what the interview fills."""
    fragment = ask(letter="thank-you-onsite", case=fields(), several=True)["fragment"]
    asks = re.search(r'data-asks="([^"]*)"', fragment)
    assert asks is not None
    assert "blanks.others" in asks[1].split()
    assert "blanks.promised_date" not in asks[1].split()
    assert '"blanks.company": "Acme", "blanks.first_name": "Dana"' in fragment
    assert '"blanks.interview_date": "Thursday 7 January 2027"' in fragment


def test_every_box_shows_what_the_interview_tells() -> None:
    """The recruiter of the first interview was not in the second, and both were called off."""
    people = [{"name": "Rita Lopez", "part": "recruiter"}]
    rounds = [round_of("2027-01-04", interviewers=people), round_of("2027-01-07", interviewers=[{"name": "Tom Berg"}])]
    off = event("reply", "2027-01-03T10:00", outcome="called-off")
    told = [
        ask("2027-01-12T09:00:00-05:00", letter="check-in", to="Rita Lopez", case=fields(rounds=rounds))["fragment"],
        ask("2027-01-12T09:00:00-05:00", letter="check-in", case=fields(events=[off]))["fragment"],
    ]
    known = [json.loads(html.unescape(re.findall(r"data-known='([^']*)'", one)[0])) for one in told]
    assert [(True, False), (True, True)] == [(one["apart"], one["unmet"]) for one in known]
    flags = {one.name for one in dataclasses.fields(Questions) if one.type in (bool | None, "bool | None")}
    assert flags <= set(known[0])


def test_an_interview_that_was_moved_is_spoken_of_on_its_new_day() -> None:
    """Whether the letter comes from a step of the plan or is chosen alone."""
    moved = event("interview-moved", "2027-01-08T10:00", by="2027-01-12")
    case = fields(rounds=[round_of("2027-01-07"), round_of("2027-01-14")], events=[moved])
    told: Fields = {"case": case, "blanks": BLANKS | {"interview_date": ""}}
    for chosen in ({"letter": "thank-you-onsite"}, {"step": "thank-you-2-dana-ruiz"}):
        assert "yesterday" in data("2027-01-13T09:00:00-05:00", **chosen, **told)["body"]


def test_a_recording_has_a_letter_of_its_own() -> None:
    """Nobody was met, and the planner leads there."""
    rita = {"name": "Rita Lopez", "part": "recruiter"}
    case = fields(rounds=[round_of("2027-01-07", format="recorded", interviewers=[rita])])
    found = data(case=case, step="thank-you-1-rita-lopez", blanks={"topic": "messy data", "my_name": "Sam Lee"})
    assert ("thank-you-recorded", []) == (found["letter"], found["missing"])
    assert "I recorded my answers yesterday" in found["body"]
    assert [] == [one for one in found["findings"] if one["level"] == "warning"]


def test_every_size_is_shown_and_every_finding_names_its_source() -> None:
    """Those without a limit too; a finding says whose advice it is."""
    fragment = ask(letter="thank-you-onsite", blanks=BLANKS | {"detail": "the depot!! And the scanners!!"})["fragment"]
    assert "<strong>2</strong> paragraphs</li>" in fragment
    found = re.search(r'<li class="finding finding--note">(.*?)</li>', fragment, re.DOTALL)
    assert found is not None
    assert '<span class="cite">(our choice)</span>' in found[1]


def test_a_letter_is_not_compared_with_an_earlier_one_to_the_same_person() -> None:
    """Kept to compare with the next, it would be exactly like itself."""
    found = data(letter="thank-you-onsite", blanks=BLANKS, written=[{"to": "Dana", "text": "A"}, {"text": "B"}])
    assert [""] == [one["to"] for one in found["alike"]]


def test_every_step_with_a_letter_can_be_written() -> None:
    """Whatever the plan proposes, the writer knows it."""
    case = fields(events=[event("offer-elsewhere", "2027-01-08T08:00", deadline="2027-01-20")])
    planner = json.loads(door.answer(json.dumps({"tool": "planner", "now": NOW, "fields": case})))
    steps = [step for step in planner["data"]["steps"] if step["letter"]]
    assert steps
    for step in steps:
        assert step["letter"] == data(case=case, step=step["id"])["letter"]


def test_what_the_reader_types_wins_over_the_case() -> None:
    """They may call the role by another name."""
    found = data(letter="check-in", case=fields(), blanks={"role": "Analyst"})
    assert "about the Analyst role at Acme" in found["body"]


def test_the_reader_s_own_text_is_measured_and_checked() -> None:
    """It takes the place of the letter."""
    found = data(
        letter="thank-you-onsite", blanks=BLANKS, text="Hi Dana,\r\n\r\nSorry to bother you again.", subject="A\nB"
    )
    assert ("Hi Dana,\n\nSorry to bother you again.", "A B", []) == tuple(
        found[key] for key in ("body", "subject", "missing")
    )
    assert 1 == found["counts"]["sentences"]
    assert found["findings"]


def test_a_voicemail_tells_its_reading_time() -> None:
    """Twenty to thirty seconds, fifty to seventy-five words."""
    answer = ask(letter="voicemail", blanks=BLANKS | {"detail": "how your team checks each forecast against sales"})
    assert 20 <= answer["data"]["counts"]["seconds"] <= 30
    assert ["voicemail.txt"] == [file["name"] for file in answer["files"]]
    assert "" == answer["data"]["mailto"]


def test_two_letters_that_are_too_alike_are_told_apart() -> None:
    """Colleagues compare; the same sentences are named."""
    asked: Fields = {"letter": "thank-you-panel", "blanks": BLANKS}
    kept: Fields = {"written": [{"to": "Tom", "text": data(**asked)["body"]}]}
    (alike,) = data(**asked, **kept, wording="1")["alike"]
    assert (100, True, "Tom") == (alike["percent"], alike["warning"], alike["to"])
    assert "If you have any more questions, I'm happy to answer them." in alike["same"]
    (apart,) = data(letter="thank-you-panel", blanks=BLANKS, written=[{"to": "Tom", "text": "Something else."}])[
        "alike"
    ]
    assert (0, False, []) == (apart["percent"], apart["warning"], apart["same"])


def test_the_next_letter_gets_other_wordings_by_itself() -> None:
    """The letters that were kept say whose turn it is; with a case, the person's place among all who were met."""
    asked: Fields = {"letter": "thank-you-panel", "blanks": BLANKS | {"first_name": "", "person": ""}}
    first = data(**asked)
    second = data(**asked, written=[{"to": "Tom", "text": first["body"]}])
    assert (1, 2, False) == (first["wording"], second["wording"], second["alike"][0]["warning"])
    tom, ana = {"name": "Tom Berg"}, {"name": "Ana Lind"}
    met = fields(rounds=[round_of("2027-01-07", interviewers=[DANA, tom]), round_of("2027-01-14", interviewers=[ana])])
    wordings = [data(letter="thank-you-panel", case=met, to=one["name"])["wording"] for one in (DANA, tom, ana)]
    assert [1, 2, 3] == wordings


def test_a_message_is_short_and_says_who_advises_against_it() -> None:
    """At most 300 characters, no subject, no link to a mail program."""
    answer = ask(letter="check-in", form="message", blanks=BLANKS)
    found = answer["data"]
    assert ("message", "", "") == (found["form"], found["subject"], found["mailto"])
    assert [("characters", 300, True)] == [(one["what"], one["most"], one["ok"]) for one in found["limits"]]
    assert "Elliott Scott" in found["channel"]["advice"]
    assert "evidence/linkedin-and-text/" in answer["fragment"]
    assert ["check-in.txt"] == [file["name"] for file in answer["files"]]


def test_a_letter_without_a_short_form_stays_an_email() -> None:
    """A card is never a text."""
    found = data(letter="card-after-rejection", form="message", blanks=BLANKS)
    assert ("email", None) == (found["form"], found["channel"])


def test_a_wording_of_ones_own_is_kept_for_the_next_person() -> None:
    """What was typed for one becomes blanks, and the next one's words stand in them."""
    text = "Dear Dana,\n\nWhat a day yesterday! The Data Analyst role at Acme is mine to lose.\n\nSam Lee"
    keep = data(letter="thank-you-panel", blanks=BLANKS, text=text, subject="Data Analyst, thank you")["keep"]
    assert "[Role], thank you" == keep["subject"]
    assert keep["text"].startswith("Dear [Their first name],\n\nWhat a day [Date of the interview]!")
    next_person: Fields = {"first_name": "Tom", "company": "Acme", "interview_date": "2027-01-04"}
    asked: Fields = {"letter": "thank-you-panel", "kept": keep["text"], "kept_subject": keep["subject"]}
    found = data(**asked, blanks=next_person)
    assert found["body"].startswith("Dear Tom,\n\nWhat a day on Monday! The [Role] role at Acme")
    assert ["role", "my_name"] == sorted(found["missing"], reverse=True)
    assert {"first_name", "company", "role", "interview_date", "my_name"} == {one["name"] for one in found["blanks"]}
    assert None is data(letter="thank-you-panel", blanks=BLANKS)["keep"]


def test_own_words_that_could_not_be_told_again_are_not_offered_for_keeping() -> None:
    """Their blanks take more room than what stands there for one person."""
    text = f"Hi Dana,\n\n{'x' * 4_970}\n\nDana"
    assert len(text) < 5_000
    assert None is data(letter="thank-you-panel", blanks=BLANKS, text=text)["keep"]
    assert "keep-words" not in ask(letter="thank-you-panel", blanks=BLANKS, text=text)["fragment"]
    assert "keep-words" in ask(letter="thank-you-panel", blanks=BLANKS, text="Hi Dana")["fragment"]


def test_an_interview_to_come_is_not_spoken_of_as_missed() -> None:
    """Asking for another day in time is no apology for a day that was lost; the box has the last word."""
    asked: Fields = {"letter": "could-not-come", "blanks": BLANKS}
    ahead = data("2027-01-04T09:00:00-05:00", **asked)["body"]
    assert "I'm sorry, but I can't come to our interview for the Data Analyst role on Thursday 7 January" in ahead
    missed = data("2027-01-08T09:00:00-05:00", **asked)["body"]
    assert "I'm sorry that I wasn't there for our interview for the Data Analyst role yesterday" in missed
    assert "wasn't there" in data("2027-01-04T09:00:00-05:00", **asked, ahead=False)["body"]


def test_a_second_question_about_the_paper_does_not_thank_again() -> None:
    """What was asked before stands in the case, or in the box."""
    asked: Fields = {"letter": "when-paper", "blanks": BLANKS}
    offer = event("reply", "2027-01-11T10:00", outcome="offer")
    sent = event("sent", "2027-01-12T10:00", step="ask-paper")
    first, second = (
        data("2027-01-20T09:00:00-05:00", **asked, case=fields(events=told)) for told in ([offer], [offer, sent])
    )
    assert "Thank you for offering me" in first["body"]
    assert "Thank you for offering me" not in second["body"]
    assert "You told me that the offer" in data(**asked, again=True)["body"]


def test_where_each_blank_stands_is_told() -> None:
    """A page can put a field in its place."""
    found = data(letter="thank-you-onsite", blanks={"role": "the role of Nurse", "first_name": "JANE DOE"})
    stands = {one["blank"]: (found["body"][one["start"] : one["end"]], one["missing"]) for one in found["places"]}
    assert ("Nurse", False) == stands["role"]
    assert ("Jane", False) == stands["first_name"]
    assert ("[One thing that stayed with you]", True) == stands["detail"]
    assert [] == data(letter="thank-you-onsite", text="My own words.", blanks=BLANKS)["places"]


def test_a_long_letter_offers_copy_and_file_instead_of_a_link() -> None:
    """The guard of the mailto link."""
    answer = ask(letter="answer-question", blanks=BLANKS | {"answer": "word " * 390})
    assert "" == answer["data"]["mailto"]
    assert "too long for an email link" in answer["fragment"]
    assert "mailto:" not in answer["fragment"]


ODD = ["{{ 7*7 }}", "{% for x in y %}", "<b>x</b><script>y</script>", "x\r\nBcc: spy@example.net\r\n\r\nbody"]


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("blank", ["first_name", "role", "company", "detail", "my_name"])
def test_what_is_typed_stays_text_in_every_output(blank: str, odd: str) -> None:
    """Page, text, link and file."""
    told = BLANKS | {blank: odd}
    answer = ask(letter="thank-you-onsite", blanks=told, address="dana@example.com", to=odd.partition("\r")[0])
    found = answer["data"]
    typed = " ".join(odd.split())
    # A greeting is made of the name in what was typed, and of nothing where there is none.
    assert blank == "first_name" or typed in found["body"] + found["subject"]
    assert "49" not in found["body"] + found["subject"]
    assert "<b>" not in answer["fragment"]
    assert "<script" not in answer["fragment"]
    assert "\n" not in found["subject"]
    message = draft(answer)
    assert {"X-Unsent", "To", "Subject", "Content-Type", "Content-Transfer-Encoding", "MIME-Version"} == set(
        message.keys()
    )
    assert found["subject"] == message["Subject"]
    assert found["body"] == message.get_content().replace("\r\n", "\n").rstrip("\n")
    link = parse_qs(urlsplit(found["mailto"]).query)
    assert {"subject": [found["subject"]], "body": [found["body"].replace("\n", "\r\n")]} == link


def test_buttons_carry_the_text_as_json() -> None:
    """What the reader edits next is exactly what stands there."""
    answer = ask(letter="thank-you-onsite", blanks=BLANKS | {"detail": 'it\'s "quoted" & <odd>'})
    _, edit = answer["fragment"].split("data-set='")
    assert answer["data"]["body"] == json.loads(edit.partition("'")[0])["text"]


def test_the_people_of_the_case_can_be_chosen() -> None:
    """One press changes the person and lets the old text go."""
    case = fields(rounds=[round_of("2027-01-07", interviewers=[DANA, {"name": "Tom O'Hara"}])])
    answer = ask(letter="thank-you-panel", case=case, to="Tom O'Hara")
    assert "Hi Tom," in answer["data"]["body"]
    assert 'aria-pressed="true" translate="no">Tom O&#39;Hara' in answer["fragment"]


def test_wrong_answers_come_back_with_what_to_enter() -> None:
    """An unknown letter, tone, step, blank and date, and a text that is too long."""
    assert problems(letter="love-letter")["letter"].startswith("Choose one of: thank-you-onsite")
    assert "Choose one of: plain, warm, formal" == problems(letter="check-in", variant="rude")["variant"]
    assert "Choose a letter, or a step of the plan of your interview" == problems()["letter"]
    assert "Choose a step of the plan, or none" == problems(case=fields(), step="dance")["step"]
    assert "Enter at most 2,000 characters" == problems(letter="check-in", blanks={"role": "x" * 2_001})["blanks.role"]
    assert "Enter at most 5,000 characters" == problems(letter="check-in", text="x" * 5_001)["text"]
    assert (
        "like 2027-01-07"
        in problems(letter="check-in", blanks={"interview_date": "last week"})["blanks.interview_date"]
    )
    assert problems(letter="check-in", blanks={"colour": "red"})["blanks.colour"].startswith("Remove this field")
    assert "case.promise.by" in problems(letter="check-in", case=fields(promise={"kind": "date"}))


@pytest.mark.parametrize("letter", list(letters()))
def test_every_letter_has_a_panel(letter: str) -> None:
    """In every tone, empty and filled."""
    for tone in ("plain", "warm", "formal"):
        for blanks in ({}, BLANKS):
            assert letters()[letter].title in ask(letter=letter, variant=tone, blanks=blanks)["fragment"]


@pytest.mark.parametrize("now", ["2027-01-07T10:30:00-05:00", "2027-01-07T12:00:00-05:00", "2027-01-07T23:00:00-05:00"])
def test_a_letter_is_worded_for_the_hour_that_its_plan_names(now: str) -> None:
    """A reader in New York is told "tomorrow, before 3 am" for a firm in Berlin: in that message it was yesterday."""
    case = fields(rounds=[round_of("2027-01-07", zone="Europe/Berlin")], country="DE", my_zone="America/New_York")
    written = data(now, step="thank-you-1-dana-ruiz", case=case)
    assert "meeting me yesterday" in written["body"]
    assert "2027-01-08T09:00+01:00" == written["send_at"]
    request = {"tool": "planner", "now": now, "fields": case}
    shown = json.loads(door.answer(json.dumps(request)))["fragment"]
    assert "before 3 am" in shown
    assert "meeting me yesterday" in shown


def test_a_letter_whose_best_hour_is_over_is_worded_for_now() -> None:
    """Friday evening in Berlin: it goes out now, a day after the talk."""
    case = fields(rounds=[round_of("2027-01-07", zone="Europe/Berlin")], country="DE", my_zone="America/New_York")
    written = data("2027-01-08T08:00:00-05:00", step="thank-you-1-dana-ruiz", case=case)
    assert ("2027-01-08T14:00+01:00", True) == (written["send_at"], "meeting me yesterday" in written["body"])


def test_what_the_checker_says_of_a_late_letter_is_on_the_readers_clock() -> None:
    """And a blank that its words name already is not quoted before them."""
    case = fields(my_zone="America/New_York")
    told = ask(now="2027-01-12T10:00:00-05:00", case=case, step="thank-you-1-dana-ruiz", text="Hi Dana,\n\n[Your name]")
    said = " ".join(html.unescape(re.sub(r"<[^>]+>", "", told["fragment"])).split())
    assert "You would send it on Tuesday 12 January 2027, 10:00 am;" in said
    assert "“[Your name]” is a blank" in said
    assert "[Your name] “[Your name]”" not in said


@pytest.mark.parametrize(
    ("first_name", "title", "surname", "greeting"),
    [
        ("Dana", "Ms", "Ruiz", "Dear Ms Ruiz,"),
        ("Dana Ruiz", "Ms", "Ruiz", "Dear Ms Ruiz,"),
        ("Jürgen", "Dr", "Müller-Lüdenscheidt", "Dear Dr Müller-Lüdenscheidt,"),
        ("Ana", "Ms", "de la Cruz", "Dear Ms de la Cruz,"),
        ("", "Mr", "Park", "Dear Mr Park,"),
    ],
)
def test_nobody_warns_of_the_greeting_we_wrote(first_name: str, title: str, surname: str, greeting: str) -> None:
    """By title and last name, though no interview is told."""
    blanks = BLANKS | {"first_name": first_name, "title": title, "surname": surname}
    found = data(letter="thank-you-onsite", variant="formal", blanks=blanks)
    assert found["body"].startswith(greeting)
    assert [one["check"] for one in found["findings"] if "name" in one["check"]] == []


DAYS = [pytest.param(one, id=one.name) for one in every_blank().values() if one.kind == "date"]


@pytest.mark.parametrize("blank", DAYS)
def test_a_day_that_is_none_is_asked_for_with_one_example(blank: Blank) -> None:
    """By the name of its own blank."""
    (problem,) = ask(letter="check-in", blanks={blank.name: "yesterday"})["problems"]
    assert 1 == problem["message"].count("like 20")
    assert blank.label[1:] in problem["message"]


@pytest.mark.parametrize("country", ["DE", "US", ""])
def test_no_letter_of_ours_lacks_a_question_that_it_leaves_out(country: str) -> None:
    """Where people ask late the letter does not ask, and the checker says nothing of it; elsewhere it asks."""
    held = round_of("2027-01-07", interviewers=[DANA, {"name": "Tom Berg"}, {"name": "Ngozi Okonjo"}])
    for to in ("Dana Ruiz", "Tom Berg", "Ngozi Okonjo"):
        told = fields(rounds=[held], country=country)
        found = data(letter="thank-you-panel", case=told, to=to, blanks={"detail": "the night shift", "my_name": "Sam"})
        assert "no-date-question" not in [one["check"] for one in found["findings"]]
        assert (country == "DE") == (not re.search(r"\b(?:when|how soon)\b", found["body"], re.IGNORECASE))

"""The call sheet, asked through the door."""

import functools
import json
from typing import Any

import pytest
from cases import event, fields, promised

from followup import door, frozen
from followup.letters import framing, letter, wanted_blanks, writing
from followup.words.calls import calls

TYPED = {
    "name": "Dana Ruiz",
    "number": "+1 212 555 0123",
    "company": "Acme",
    "role": "Data Analyst",
    "interview_date": "2027-01-07",
    "zone": "America/New_York",
    "my_zone": "Europe/London",
    "country": "US",
    "my_name": "Sam Lee",
    "my_phone": "+44 20 7946 0123",
    "detail": "how your team checks forecasts",
}
NO_ANSWER = {"step": "check-in", "outcome": "no-answer"}


def asked(now: str = "2027-01-12T10:00:00-05:00", **asked: Any) -> dict[str, Any]:
    """Gives the door's whole answer."""
    answer: dict[str, Any] = json.loads(door.answer(json.dumps({"tool": "call-sheet", "now": now, "fields": asked})))
    return answer


def data(now: str = "2027-01-12T10:00:00-05:00", **fields: Any) -> dict[str, Any]:
    """Gives the data of an answer without problems."""
    answer = asked(now, **fields)
    assert [] == answer["problems"]
    found: dict[str, Any] = answer["data"]
    return found


def starts(**fields: Any) -> list[str]:
    """Gives when each window begins."""
    return [window["start"] for window in data(**fields)["windows"]]


def test_windows_open_with_the_check_in():
    """K17: an interview on Thursday 7 January 2027 leads to a call from Thursday the 14th."""
    found = data(**TYPED)
    assert "2027-01-14T09:00:00-05:00" == found["opens"]
    first = found["windows"][0]
    assert ("2027-01-14T09:00:00-05:00", "2027-01-14T11:00:00-05:00") == (first["start"], first["end"])
    assert ("2027-01-14T14:00:00+00:00", "none") == (first["my_start"], first["night"])


def test_an_invited_call_need_not_wait():
    """They asked for it, so the hours begin now."""
    assert "2027-01-12T10:00:00-05:00" == starts(**TYPED, invited=True)[0]


def test_a_number_and_a_zone_are_enough():
    """Without a date there is nothing to count from, so the hours begin now."""
    found = data(zone="America/New_York")
    assert ("", None) == (found["opens"], found["touches_left"])
    assert "2027-01-12T10:00:00-05:00" == found["windows"][0]["start"]


def test_without_a_case_the_zone_is_asked_for():
    """Nobody's hours can be known without it."""
    assert [{"field": "zone", "message": "Choose the time zone of the person you call, like America/New_York"}] == (
        asked(name="Dana Ruiz")["problems"]
    )


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"subdivision": "XX"}, "subdivision"),
        ({"interview_date": "1900-01-05"}, "interview_date"),
        ({"my_zone": "Mars"}, "my_zone"),
    ],
)
def test_a_wrong_answer_is_named(words: dict[str, str], field: str):
    """Each problem stands beside its field."""
    assert [field] == [problem["field"] for problem in asked(**(TYPED | words))["problems"]]


def test_a_problem_of_the_case_is_named_inside_it():
    """The case is checked as in the planner."""
    told = fields(events=[event("called", "2027-02-08T09:00", **NO_ANSWER)])
    assert ["case.events[0].at"] == [problem["field"] for problem in asked(case=told)["problems"]]


def test_the_case_says_whom_when_and_where():
    """What was typed once is there."""
    found = data(case=fields(promise=promised("2027-01-13")), my_name="Sam Lee")
    assert "Dana Ruiz" == found["to"]
    assert "2027-01-14T09:00:00-05:00" == found["opens"]
    assert "We talked" in found["voicemail"]["text"]
    assert "Data Analyst" in found["voicemail"]["text"]


def test_one_silent_try_leads_to_the_message():
    """K16, by the calls of today."""
    told = fields(events=[event("called", "2027-01-14T09:30", **NO_ANSWER)])
    found = data("2027-01-14T10:00:00-05:00", case=told)
    assert "leave" == found["attempt"]
    assert "2027-01-14T10:00:00-05:00" == found["windows"][0]["start"]


def test_two_silent_tries_stop_for_the_day():
    """The hours begin on the next business day."""
    tries = [event("called", f"2027-01-14T{at}", **NO_ANSWER) for at in ("09:30", "10:00")]
    found = data("2027-01-14T13:30:00-05:00", case=fields(events=tries))
    assert ("stop", "2027-01-15T09:00:00-05:00") == (found["attempt"], found["windows"][0]["start"])


def test_a_message_left_spends_a_touch():
    """The next call belongs to the second check-in, and one touch is left."""
    told = fields(events=[event("voicemail", "2027-01-14T10:00", step="check-in")])
    found = data("2027-01-14T11:00:00-05:00", case=told)
    assert ("stop", 1) == (found["attempt"], found["touches_left"])
    assert "2027-01-22T09:00:00-05:00" == found["windows"][0]["start"]


def test_after_the_limit_there_are_no_hours():
    """Two touches are spent: the sheet says so."""
    sent = [
        event("sent", "2027-01-14T10:00", step="check-in"),
        event("sent", "2027-01-28T10:00", step="second-check-in"),
    ]
    answer = asked("2027-01-29T10:00:00-05:00", case=fields(events=sent))
    assert [] == answer["data"]["windows"]
    assert "Your plan has no call left" in answer["fragment"]


def test_a_sheet_of_a_day_beyond_the_calendar_is_refused_where_it_names_a_day():
    """A day on which they could call back is one; where nothing is left to call for, none is named."""
    now = "2999-03-01T10:00:00-05:00"
    closed = fields(events=[event("withdrawn", "2027-01-12T09:00")])
    assert [] == asked(now=now, case=closed)["problems"]
    problems = asked(now=now, case=closed, about="withdraw")["problems"]
    assert ["case.rounds"] == [problem["field"] for problem in problems]
    assert problems[0]["message"].startswith("Enter an earlier day: the calendar ends on ")


@pytest.mark.parametrize("about", ["other-time", "warn-referee"])
def test_a_call_to_somebody_else_names_nobody_of_this_interview(about: str):
    """Those who made the other offer, and a referee, are not Dana, and not of Acme."""
    found = data("2027-01-14T13:30:00-05:00", case=told(), about=about)
    said = found["opening"] + found["voicemail"]["text"]
    assert ("", False, False) == (found["to"], "Dana" in said, about == "other-time" and "Acme" in said)


def test_a_closed_case_has_nothing_to_say_on_the_phone():
    """Nobody is told that the reader is still interested."""
    found = data("2027-01-20T10:00:00-05:00", case=fields(events=[event("withdrawn", "2027-01-12T09:00")]))
    assert ("", [], [], "") == (found["opening"], found["questions"], found["replies"], found["voicemail"]["text"])


def test_without_a_day_it_is_the_country_whose_calendar_ends():
    """Sri Lanka is known to the end of 2026; no day was entered that could be earlier."""
    (problem,) = asked(zone="Asia/Colombo", country="LK")["problems"]
    assert "country" == problem["field"]
    assert problem["message"].endswith("the calendar of this one ends on 31 December 2026")


def test_a_call_they_asked_for_opens_on_its_day():
    """The plan's call step sets the hours."""
    told = fields(events=[event("called", "2027-01-14T10:00", outcome="call-back", by="2027-01-20")])
    found = data("2027-01-15T10:00:00-05:00", case=told)
    assert "2027-01-20T09:00:00-05:00" == found["windows"][0]["start"]


OFFER = event("offer-elsewhere", "2027-01-12T10:00", deadline="2027-01-13")
TOLD_TODAY = {"now": "2027-01-12T11:30:00-05:00", "case": fields(events=[OFFER]), "detail": TYPED["detail"]}


def test_a_call_about_another_offer_says_so():
    """C13: the offer, the interest, and a question before deciding; in the opening, the points and the message."""
    found = data(**TOLD_TODAY)
    for words in (found["opening"], " ".join(found["points"]), found["voicemail"]["text"]):
        assert "offer" in words
        assert "by Wednesday 13 January" in words
        assert "still very interested" in words
        assert "Before I decide" in words or "before I decide" in words
    assert "called again on Wednesday 13 January" in found["call_back"]


def test_with_a_business_day_left_the_hours_are_those_of_today():
    """Until 17:00, lunch left out; the day after, what is left of the deadline's own day."""
    assert ["2027-01-12T13:00:00-05:00"] == starts(**TOLD_TODAY)
    overdue = TOLD_TODAY | {"now": "2027-01-12T18:00:00-05:00"}
    assert ["2027-01-13T09:00:00-05:00", "2027-01-13T13:00:00-05:00"] == starts(**overdue)
    assert [] == starts(**(TOLD_TODAY | {"now": "2027-01-13T18:00:00-05:00"}))


def test_a_call_about_an_offer_without_a_deadline_names_no_day():
    """The plan takes such an offer too, so nothing is missing in the words."""
    found = data(**(TOLD_TODAY | {"case": fields(events=[event("offer-elsewhere", "2027-01-12T10:00")])}))
    assert "offer" in found["opening"]
    assert "offer_deadline" not in found["missing"]


@pytest.mark.parametrize("about", [id for id, call in calls().items() if call.tells_of_offer])
@pytest.mark.parametrize(
    "told_by", [{}, {"case": fields()}, {"case": fields(events=[event("offer-elsewhere", "2027-01-11T10:00")])}]
)
def test_whoever_calls_to_tell_of_another_offer_tells_of_it(about: str, told_by: dict[str, object]):
    """Typed in, or by a case without a word or a day of it; the day is the one that was typed, or none is named."""
    for answer_by, said in (("", "offer"), ("2027-01-25", "25 January")):
        found = data(**(TYPED | told_by), about=about, answer_by=answer_by)
        for words in (found["opening"], found["voicemail"]["text"]):
            assert "another employer" in words.lower() or "another offer" in words
            assert said in words
        assert "offer_deadline" not in found["missing"]


def test_the_voicemail_keeps_the_band_and_tells_its_time():
    """55 words take 22 seconds at 150 words a minute."""
    told = data(**TYPED)["voicemail"]
    assert told["seconds"] == round(told["words"] * 60 / 150)
    assert 50 <= told["words"] <= 75
    assert ([50, 75], [20, 30]) == (told["words_band"], told["seconds_band"])


def test_own_points_stand_behind_ours():
    """One point a line, empty lines left out."""
    assert ["The salary band", "When it starts"] == data(**TYPED, points="The salary band\n\n When it starts ")[
        "points"
    ][-2:]


def test_what_happened_goes_back_into_the_case():
    """Each button carries an event that the planner understands."""
    fragment = asked("2027-01-14T10:00:00-05:00", case=fields())["fragment"]
    assert 4 == fragment.count("data-add=")
    assert "&#34;outcome&#34;: &#34;call-back&#34;" in fragment
    assert 0 == asked(**TYPED)["fragment"].count("data-add=")


@pytest.mark.parametrize("nasty", ["{{ 7*7 }}", "{% raw %}", "<b>x</b>", '"><script>', "49 + x"])
def test_what_is_typed_stays_text(nasty: str):
    """No template and no markup comes alive, in the page or in the file."""
    words = dict.fromkeys(("name", "number", "company", "role", "my_name", "my_phone", "detail", "points"), nasty)
    answer = asked(**(TYPED | words))
    assert "<b>x" not in answer["fragment"]
    assert "<script" not in answer["fragment"]
    assert nasty in answer["files"][0]["text"]


def test_a_telephone_link_holds_digits_alone():
    """Whatever was typed as a number, only what can be dialled goes into the link."""
    assert 'href="tel:+12125550123"' in asked(**TYPED)["fragment"]
    assert "tel:" not in asked(**(TYPED | {"number": "ask at the desk"}))["fragment"]


def test_news_of_an_offer_may_be_tried_again_today():
    """It spends nothing, and the other offer does not wait."""
    offer = event("offer-elsewhere", "2027-01-12T09:00", deadline="2027-01-20")
    tried = [event("called", f"2027-01-12T09:{minute}", outcome="no-answer", step="tell-offer") for minute in (10, 40)]
    found = data(case=fields(events=[offer, *tried]))
    assert ("leave", "2027-01-12T10:00:00-05:00") == (found["attempt"], found["windows"][0]["start"])


def test_the_call_after_a_no_show_is_now():
    """A quarter of an hour after the hour they did not come at."""
    rounds = [{**fields()["rounds"][0], "date": "2027-01-12", "ends": "", "starts": "10:00"}]
    told = fields(rounds=rounds, events=[event("no-show", "2027-01-12T10:10")])
    assert "2027-01-12T10:16:00-05:00" == data("2027-01-12T10:16:00-05:00", case=told)["windows"][0]["start"]


def test_what_is_said_after_a_no_show_speaks_of_no_talk():
    """Opening, points and voicemail ask for a new time and thank for nothing that never was."""
    rounds = [{"date": "2027-01-12", "starts": "10:00", "zone": "America/New_York", "interviewers": [{"name": "Dana"}]}]
    found = data("2027-01-12T10:16:00-05:00", case=fields(rounds=rounds, events=[event("no-show", "2027-01-12T10:10")]))
    said = [found["opening"], " ".join(found["points"]), found["voicemail"]["text"]]
    assert all("I was ready today" in one or "I was ready [" in one for one in said)
    assert not any(word in one for one in said for word in ("enjoyed", "decision", "What I liked"))


def test_an_agency_is_rung_the_same_day():
    """The recruiter waits to hear how it was; without one the call waits for the check-in."""
    people = [{"name": "Dana Ruiz"}, {"name": "Rae Poe", "part": "recruiter"}]
    told = fields(rounds=[{**fields()["rounds"][0], "interviewers": people}])
    assert "2027-01-07T15:30:00-05:00" == data("2027-01-07T15:30:00-05:00", case=told)["windows"][0]["start"]
    assert "2027-01-14T09:00:00-05:00" == data("2027-01-07T15:30:00-05:00", case=fields())["windows"][0]["start"]


@functools.cache
def warm() -> None:
    """Has an image hold every tool before it is warmed; here this may be the first question of the process."""
    assert door._module("call-sheet")
    frozen.warm()


@pytest.mark.parametrize("about", calls())
def test_every_call_is_written_without_files_or_a_compiler(about: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A frozen engine has neither: what is said in a call was read and compiled before it was frozen."""
    warm()
    for module in (letter, framing):
        monkeypatch.setattr(module, "letter_text", None)
    for module in (writing, wanted_blanks):
        monkeypatch.setattr(module, "templates", None)
    assert data(**TYPED, about=about)["opening"]


HELD = event("sent", "2027-01-08T09:00", step="thank-you")
WRITTEN = event("reply", "2027-01-12T10:00", outcome="offer-written", deadline="2027-01-13")


def told(*events: dict[str, str], **words: Any) -> dict[str, Any]:
    """A case that was thanked for, and what happened since."""
    return fields(events=[HELD, *events], **words)


def test_an_offer_whose_day_is_tomorrow_is_answered_before_it():
    """The plan says by phone today; the sheet has no hour after that day, and the call is the reader's answer."""
    found = data("2027-01-12T11:30:00-05:00", case=told(WRITTEN))
    assert ("decide", "decide") == (found["call"], found["step"])
    assert "2027-01-12T13:00:00-05:00" == found["windows"][0]["start"]
    assert "2027-01-13T17:00:00-05:00" == found["windows"][-1]["end"]
    assert "invited" not in found["when"] + found["why"]


def test_an_offer_whose_day_has_passed_leads_to_another_call():
    """Does it stand: with an opening of its own, finished by its own button."""
    answer = asked("2027-01-14T11:30:00-05:00", case=told(WRITTEN))
    assert "does-it-stand" == answer["data"]["call"]
    assert ["Does the offer still stand?"] == answer["data"]["questions"]
    assert "&#34;step&#34;: &#34;call&#34;" in answer["fragment"]


def test_a_referee_is_rung_and_nobody_of_the_employer():
    """Who is asked first is asked by name, and the interviewer's name stands nowhere on the sheet."""
    case = told(event("reply", "2027-01-12T10:00", outcome="checks"))
    answer = asked("2027-01-12T11:30:00-05:00", case=case)
    assert ("warn-referee", "", "your referee") == tuple(answer["data"][one] for one in ("call", "to", "who"))
    assert "Dana" not in answer["fragment"]
    assert "Hello Ada" in data("2027-01-12T11:30:00-05:00", name="Ada Bell", case=case)["voicemail"]["text"]


@pytest.mark.parametrize(
    ("outcome", "kind"), [("answered", ""), ("call-back", "warn-referee"), ("no-answer", "warn-referee")]
)
def test_what_a_referee_says_is_no_word_of_theirs(outcome: str, kind: str):
    """Who picked up is asked; who wants to be rung again is still to be asked, and nothing was agreed with Dana."""
    rung = event("called", "2027-01-12T11:00", step="warn-referee", outcome=outcome)
    case = told(event("reply", "2027-01-12T10:00", outcome="checks"), rung)
    found = data("2027-01-12T11:30:00-05:00", case=case)
    assert kind == ("" if found["call"] == "question" else found["call"])


def test_those_who_made_the_other_offer_are_asked_for_time_on_a_sheet_of_their_own():
    """The plan holds both calls; the button of one leads to that one."""
    case = told(event("offer-elsewhere", "2027-01-12T10:00", deadline="2027-01-20"))
    both = [data("2027-01-12T10:30:00-05:00", case=case, step=step) for step in ("", "ask-time")]
    assert [("tell-offer", "Dana Ruiz"), ("other-time", "those who made the other offer")] == [
        (one["call"], one["who"]) for one in both
    ]
    assert "Dana" not in both[1]["opening"] + both[1]["voicemail"]["text"]


def test_a_try_of_one_call_does_not_stop_another():
    """A referee who did not pick up says nothing of the employer's phone."""
    tried = [event("called", f"2027-01-14T09:{at}", step="warn-referee", outcome="no-answer") for at in ("10", "20")]
    assert "silent" == data("2027-01-14T10:00:00-05:00", case=told(*tried))["attempt"]


def test_what_spends_a_try_says_so_and_what_does_not_says_that():
    """A check-in is an ask; word of another offer, an answer and a referee are none."""
    offer = event("offer-elsewhere", "2027-01-12T09:00", deadline="2027-01-20")
    cases = {"check-in": told(), "tell-offer": told(offer), "decide": told(WRITTEN)}
    at = {"check-in": "2027-01-14T10:00:00-05:00"}
    found = {call: asked(at.get(call, "2027-01-12T10:30:00-05:00"), case=case) for call, case in cases.items()}
    assert {"check-in": True, "tell-offer": False, "decide": False} == {
        call: one["data"]["spends"] for call, one in found.items()
    }
    assert [False, True, True] == ["uses up none of your tries" in one["fragment"] for one in found.values()]


def test_after_a_no_show_the_hour_is_that_of_the_interview_that_was_missed():
    """The second of two interviews: its own day and hour, and nobody asked for the call."""
    rounds = [*fields()["rounds"], {**fields()["rounds"][0], "date": "2027-01-12", "ends": "", "starts": "10:00"}]
    found = data("2027-01-12T10:16:00-05:00", case=told(event("no-show", "2027-01-12T10:12"), rounds=rounds))
    assert "I was ready today at 10:00 am" in found["opening"]
    assert "invited" not in found["when"] + found["why"]
    assert ["2027-01-12T10:16:00-05:00", "2027-01-12T10:20:00-05:00"] == [*found["windows"][0].values()][:2]


def test_at_lunch_the_window_of_a_no_show_is_its_own():
    """The plan says 12:15 to 12:20, and so does the sheet."""
    rounds = [{**fields()["rounds"][0], "date": "2027-01-12", "ends": "", "starts": "12:00"}]
    found = data("2027-01-12T12:10:00-05:00", case=fields(rounds=rounds, events=[event("no-show", "2027-01-12T12:09")]))
    assert ["2027-01-12T12:15:00-05:00"] == [one["start"] for one in found["windows"]]


def test_a_recruiter_who_stands_alone_is_rung_the_same_day():
    """Agency or not, nobody told; the sheet says whom it concerns, and so does the plan."""
    alone = fields(rounds=[{**fields()["rounds"][0], "interviewers": [{"name": "Rae Poe", "part": "recruiter"}]}])
    found = data("2027-01-07T15:30:00-05:00", case=alone)
    assert ("agency", "Rae Poe") == (found["call"], found["to"])
    first, last = found["windows"][0]["start"], found["windows"][-1]["end"]
    assert ("2027-01-07T15:30:00-05:00", "2027-01-08T17:00:00-05:00") == (first, last)
    assert "An agency’s recruiter waits" in found["why"]


def test_who_asks_to_be_called_and_names_no_day_is_called_soon():
    """In the next hours to call in; who had just picked up, in those after."""
    wrote = data("2027-01-13T10:30:00-05:00", case=told(event("reply", "2027-01-13T10:00", outcome="call-back")))
    assert ("agreed", "2027-01-13T10:30:00-05:00") == (wrote["call"], wrote["windows"][0]["start"])
    rung = data("2027-01-13T10:30:00-05:00", case=told(event("called", "2027-01-13T10:00", outcome="call-back")))
    assert ("silent", "2027-01-13T13:00:00-05:00") == (rung["attempt"], rung["windows"][0]["start"])


def test_a_call_can_be_about_what_no_plan_holds():
    """A slip is put right in a call of its own, which no button takes for a check-in."""
    answer = asked("2027-01-12T11:30:00-05:00", case=told(), about="correct")
    assert ("correct", "") == (answer["data"]["call"], answer["data"]["step"])
    assert "data-add" not in answer["fragment"]


@pytest.mark.parametrize("about", calls())
def test_a_call_can_be_about_anything_before_there_was_an_interview(about: str):
    """They invited the reader, and an agency may be rung all the same: whoever looks after them has no name yet."""
    case = fields(
        rounds=[], my_zone="America/New_York", events=[event("reply", "2027-01-08T10:00", outcome="next-round")]
    )
    found = data(case=case, about=about)
    assert (about, "") == (found["call"], found["to"])


def test_the_company_is_rung_where_the_last_address_failed():
    """Nobody by name is asked for at a main number."""
    gone = [event("sent", "2027-01-14T10:00", step="check-in"), event("bounced", "2027-01-14T10:05")]
    found = data("2027-01-14T13:30:00-05:00", case=told(*gone))
    assert ("main-line", "the company’s main number", "") == (found["call"], found["who"], found["to"])
    assert "Dana" not in found["opening"] + found["voicemail"]["text"]


def test_where_the_plan_holds_no_call_there_is_nothing_to_say():
    """After a no that rests the sheet has no script that asks where things stand."""
    no = event("reply", "2027-01-12T10:00", outcome="rejected")
    case = told(no, event("sent", "2027-01-13T09:00", step="ask-feedback"))
    answer = asked("2027-10-12T10:00:00-04:00", case=case)
    assert [] == answer["data"]["windows"]
    assert "There is nobody to call now" in answer["fragment"]
    assert "When they pick up" not in answer["fragment"]


@pytest.mark.parametrize(
    ("now", "said", "unsaid"),
    [
        ("2027-01-18T10:00:00-05:00", "can't make the time", "wasn't there"),
        ("2027-01-20T10:00:00-05:00", "wasn't there", "can't make the time"),
    ],
)
def test_whoever_could_not_come_says_so_as_it_is_on_that_day(now: str, said: str, unsaid: str) -> None:
    """Before the interview it is still to come; after it the letter, too, speaks of a day that is over."""
    case = fields("2027-01-19", events=[event("moved-by-me", "2027-01-17T19:00")])
    found = data(now, **(TYPED | {"interview_date": ""}), case=case, about="could-not-come")
    for words in (found["opening"], found["voicemail"]["text"]):
        assert said in words
        assert unsaid not in words


def test_what_to_do_stands_apart_from_what_to_say() -> None:
    """On the page and in the file nobody reads an order out to whoever picked up."""
    answer = asked(**TYPED, about="does-it-stand")
    told = calls()["does-it-stand"].replies[0]
    said = answer["data"]["replies"][0]
    assert (told.to, told.do, told.say) == (said["to"], said["do"], said["say"])
    assert f'<p class="call-sheet__do">{told.do}</p>' in answer["fragment"]
    assert f"- {told.to}: ({told.do}) {told.say}\n" in answer["files"][0]["text"]

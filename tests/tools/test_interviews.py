"""Your interviews, asked through the door: overdue first, and one that is half filled hides no other."""

import html
import json
import re
from typing import Any

import pytest
from cases import event, fields, round_of
from icalendar import Calendar

from followup import door
from followup.case.facts import MEANS
from followup.model.wording import choices

NOW = "2027-01-12T10:00:00-05:00"
THANKED = event("sent", "2027-01-08T09:00", step="thank-you", to="Dana Ruiz")


def asked(*cases: dict[str, Any], now: str = NOW) -> dict[str, Any]:
    """Gives the door's whole answer."""
    request = {"tool": "interviews", "now": now, "fields": {"cases": list(cases)}}
    answer: dict[str, Any] = json.loads(door.answer(json.dumps(request)))
    assert [] == answer["problems"]
    return answer


def named(name: str, case: dict[str, Any], id: str = "") -> dict[str, Any]:
    """Gives one application."""
    return {"id": id, "name": name, "case": case}


OVERDUE = named("Late", fields("2027-01-06", company="Late"), "1")
DUE = named("Now", fields("2027-01-11", company="Now"), "2")
WAITING = named("Later", fields(company="Later", events=[THANKED]), "3")
REJECTED = named("Over", fields("2026-12-01", company="Over", events=[event("withdrawn", "2026-12-02T10:00")]), "4")
HALF = named("Half", {"company": "Half", "rounds": [{"zone": "America/New_York"}]}, "5")


def test_overdue_stands_first_and_half_filled_last():
    """The order is that of need, whatever the order they came in."""
    found = asked(HALF, REJECTED, WAITING, OVERDUE, DUE)["data"]["interviews"]
    assert ["overdue", "due", "waiting", "", "unfinished"] == [one["status"] for one in found]
    assert ["1", "2", "3", "4", "5"] == [one["id"] for one in found]


def test_two_that_wait_stand_by_date():
    """The nearer one comes first."""
    nearer = named(
        "Nearer", fields("2027-01-06", events=[event("sent", "2027-01-07T09:00", step="thank-you", to="Dana Ruiz")])
    )
    assert ["Nearer", "Later"] == [one["name"] for one in asked(WAITING, nearer)["data"]["interviews"]]


def test_one_that_cannot_be_read_says_what_is_missing():
    """Its problem stands beside it, and the others are planned all the same."""
    answer = asked(HALF, WAITING)
    half = answer["data"]["interviews"][1]
    assert {"field": "rounds[0].date", "message": "Enter the date of the interview"} in half["problems"]
    assert "Not finished yet. Enter the date of the interview" in answer["fragment"]


@pytest.mark.parametrize("case", [{}, {"rounds": "x"}, {"rounds": [None]}, {"nothing": 1}])
def test_a_damaged_case_brings_nothing_down(case: dict[str, Any]):
    """Whatever a file holds, the list stands."""
    assert "unfinished" == asked(named("Damaged", case))["data"]["interviews"][0]["status"]


def test_one_calendar_holds_all():
    """Each plan's steps are in it, each under an id of its own."""
    file, _record = asked(WAITING, DUE)["files"]
    events = Calendar.from_ical(file["text"]).walk("VEVENT")
    assert 8 == len(events) == len({str(one["UID"]) for one in events})


def test_without_interviews_there_is_a_way_to_the_first():
    """An empty list is no problem, and there is no file of it."""
    answer = asked()
    assert ([], []) == (answer["data"]["interviews"], answer["files"])
    assert "data-new-case" in answer["fragment"]


def test_a_day_beyond_the_calendar_is_told_beside_its_case():
    """No date is guessed, and nothing else is lost."""
    far = named("Far", fields("2090-01-05"))
    assert ["waiting", "unfinished"] == [one["status"] for one in asked(far, WAITING)["data"]["interviews"]]


@pytest.mark.parametrize("nasty", ["{{ 7*7 }}", "<b>x</b>", '"><script>', "a' onclick='x"])
def test_a_name_stays_text(nasty: str):
    """A file may hold any name."""
    fragment = asked(named(nasty, fields(company=nasty), nasty))["fragment"]
    assert "<b>x" not in fragment
    assert "<script" not in fragment
    assert "' onclick" not in fragment
    assert "49" not in fragment


@pytest.mark.parametrize(
    "odd",
    [
        named("Acme\tLondon", fields(company="Acme\tLondon")),
        named("A" * 201, fields(company="A" * 201)),
        {"name": {"a": 1}, "case": fields(company="Acme")},
        {"id": 7, "name": 3, "case": "not a case at all"},
        {"case": None},
        {"case": []},
        {"case": {"rounds": {"length": 1500}}},
        {"name": "\ud800", "case": {"company": "\ud83d"}},
        {"case": {"company": {"a": 1}, "rounds": []}},
        {},
    ],
)
def test_one_odd_entry_hides_no_other(odd: dict[str, Any]) -> None:
    """It stands as a row of its own, and the others are planned."""
    found = asked(odd, WAITING, DUE)["data"]["interviews"]
    assert {"2": "due", "3": "waiting"} == {one["id"]: one["status"] for one in found if one["id"]}
    assert 3 == len(found)


def test_an_odd_name_is_shown_on_one_line_and_cut() -> None:
    """What the list shows of it is what a name may be."""
    found = asked(named("Acme\tLondon", fields()), named("A" * 999, fields()), {"name": 3, "case": fields()})
    assert {"Acme London", "A" * 200, "Acme"} == {one["name"] for one in found["data"]["interviews"]}


def test_more_interviews_than_are_planned_are_all_listed() -> None:
    """The hundred and first says so and can be opened or deleted."""
    half = {"company": "Acme"}
    answer = asked(*(named(str(at), half, str(at)) for at in range(101)))
    assert 101 == answer["fragment"].count("data-drop-case") == len(answer["data"]["interviews"])
    assert 1 == answer["fragment"].count("This list plans 100 interviews")


def test_a_damaged_entry_can_be_saved_or_deleted_and_not_opened() -> None:
    """Nobody could mend it in the planner."""
    fragment = asked({"id": "x", "case": "{damaged"})["fragment"]
    assert (1, 1, 0) == tuple(fragment.count(f"data-{deed}-case") for deed in ("save", "drop", "open"))


def test_a_problem_says_which_answer_it_means() -> None:
    """A row has no field beside it."""
    assert "Company: Enter at most 200 characters" in asked(named("", fields(company="A" * 201)))["fragment"]


EMAILS = [{"name": "Dana Ruiz", "email": "dana@example.com"}]


def test_two_messages_to_one_address_on_one_day_become_one():
    """One message for both, not later than either (O19)."""
    first = named("One", fields(rounds=[round_of("2027-01-07", interviewers=EMAILS)], events=[THANKED]), "1")
    second = named("Two", fields(rounds=[round_of("2027-01-07", interviewers=EMAILS)], events=[THANKED]), "2")
    other = [{"name": "Dana Ruiz", "email": "dana.ruiz@example.com"}]
    apart = named("Else", fields(rounds=[round_of("2027-01-07", interviewers=other)], events=[THANKED]), "3")
    answer = asked(first, second, apart)
    met = answer["data"]["clashes"]
    assert [(["1", "2"], "2027-01-14T09:00:00-05:00")] == [(one["ids"], one["at"]) for one in met][:1]
    assert "Write one message for both" in answer["fragment"]


def met(*cases: dict[str, Any], now: str = NOW) -> list[tuple[list[str], str, str]]:
    """The clashes: who, from when on, and what is said."""
    return [(one["ids"], one["at"][:16], one["says"]) for one in asked(*cases, now=now)["data"]["clashes"]]


def of_kim(id: str, day: str, *told: dict[str, Any], **words: Any) -> dict[str, Any]:
    """An application that runs through Kim Lee, thanked the day after."""
    people = [{"name": "Kim Lee", "email": "kim@example.com", "part": "recruiter"}]
    name = words.pop("name", f"Firm {id}")
    case = fields(rounds=[round_of(day, interviewers=people)], events=list(told), **words)
    return named(name, case, id)


def thanked(at: str) -> dict[str, Any]:
    """Kim was thanked then."""
    return event("sent", at, step="thank-you", to="Kim Lee")


def test_two_that_are_late_meet_today_whatever_days_they_were_meant_for():
    """One was meant for the 12th and one for the 14th; on the 18th both are for today, so one message does."""
    late, later = (
        of_kim("1", "2027-01-05", thanked("2027-01-06T09:00")),
        of_kim("2", "2027-01-07", thanked("2027-01-08T09:00")),
    )
    said = "Firm 1 and Firm 2 both have something for Kim Lee today. Write one message for both, today."
    assert [(["1", "2"], "2027-01-19T10:00", said)] == met(late, later, now="2027-01-19T10:00:00-05:00")
    assert [] == met(late, later, now="2027-01-11T10:00:00-05:00")


def test_two_of_one_name_that_are_late_on_a_saturday_meet_on_monday():
    """As their rows say; nobody is told to write on a day off, or that one name does something with itself."""
    late = of_kim("1", "2027-01-05", thanked("2027-01-06T09:00"), name="Acme")
    later = of_kim("2", "2027-01-07", thanked("2027-01-08T09:00"), name="Acme")
    said = (
        "Your interviews called Acme both have something for Kim Lee on Monday 25 January 2027. "
        "Write one message for both, at 09:00."
    )
    assert [(["1", "2"], "2027-01-25T09:00", said)] == met(late, later, now="2027-01-23T10:00:00-05:00")


def test_what_may_go_sooner_goes_with_what_is_meant_for_sooner():
    """A check-in that is best on Thursday may go on Wednesday, when another one to the same person is due."""
    promised = of_kim("1", "2027-01-05", thanked("2027-01-06T09:00"), promise={"kind": "date", "by": "2027-01-12"})
    other = of_kim("2", "2027-01-06", thanked("2027-01-07T09:00"))
    said = (
        "Firm 2 and Firm 1 both have something for Kim Lee on Wednesday 13 January 2027. "
        "Write one message for both, at 09:00."
    )
    assert [(["2", "1"], "2027-01-13T09:00", said)] == met(promised, other, now="2027-01-12T10:00:00-05:00")


def test_a_message_and_a_call_to_one_person_on_one_day_meet():
    """Both are spoken of in the call, at its hour; a message in a chat meets an email just so."""
    call = event("reply", "2027-01-07T10:00", outcome="call-back", by="2027-01-13")
    called = of_kim("1", "2027-01-05", thanked("2027-01-06T09:00"), call)
    other = of_kim("2", "2027-01-06", thanked("2027-01-07T09:00"))
    ((ids, at, said),) = met(called, other, now="2027-01-12T10:00:00-05:00")
    assert ["1", "2"] == sorted(ids)
    assert "2027-01-13T09:00" == at
    assert "Bring up both in one call, at 09:00." in said
    chat = of_kim("3", "2027-01-06", thanked("2027-01-07T09:00"), channel="message")
    ((ids, _, said),) = met(chat, other, now="2027-01-12T10:00:00-05:00")
    assert ["2", "3"] == sorted(ids)
    assert "Write one message for both" in said
    ((ids, _, said),) = met(chat, other, called, now="2027-01-12T10:00:00-05:00")
    assert ["1", "2", "3"] == sorted(ids)
    assert "all have something for Kim Lee" in said


@pytest.mark.parametrize(
    ("one", "other", "here", "elsewhere"),
    [
        ({"name": "Kim Lee"}, {"name": "Kim Lee"}, 1, 0),
        ({"name": "Kim Lee"}, {"name": "kim lee", "email": "kim@example.com"}, 1, 0),
        ({"name": "Kim Lee", "part": "recruiter"}, {"name": "Kim Lee", "part": "recruiter"}, 1, 1),
        ({"name": "Kim Lee", "part": "recruiter"}, {"name": "Kim Lee", "part": "hiring-manager"}, 1, 0),
        ({"name": "Kim Lee", "email": "kim@example.com"}, {"name": "Kim Lee", "email": "KIM@example.com"}, 1, 1),
        ({"name": "Kim Lee", "email": "kim@example.com"}, {"name": "Kim Lee", "email": "kim@example.org"}, 0, 0),
        ({"name": "Kim"}, {"name": "Kim"}, 0, 0),
        ({"name": ""}, {"name": ""}, 0, 0),
    ],
)
def test_who_is_one_person(one: dict[str, str], other: dict[str, str], here: int, elsewhere: int):
    """An address says so, else a full name at one company; at two firms a name alone is two people, but recruiters."""
    for company, count in (("Acme", here), ("Globex", elsewhere), ("", elsewhere)):
        held = [[round_of("2027-01-05", interviewers=[person])] for person in (one, other)]
        first, second = named("One", fields(rounds=held[0]), "1"), fields(rounds=held[1], company=company)
        assert count == len(met(first, named("Two", second, "2"), now="2027-01-05T18:00:00-05:00"))


def test_a_task_is_not_handed_in_sooner_for_the_sake_of_a_message():
    """It meets what is meant for its own day alone."""
    task = event("reply", "2027-01-11T10:00", outcome="task", by="2027-01-20")
    said_yes = event("sent", "2027-01-11T11:00", step="answer")
    set_task = of_kim("1", "2027-01-05", thanked("2027-01-06T09:00"), task, said_yes)
    other = of_kim("2", "2027-01-06", thanked("2027-01-07T09:00"))
    assert [] == met(set_task, other, now="2027-01-13T10:00:00-05:00")
    assert [["1", "2"]] == [sorted(ids) for ids, _, _ in met(set_task, other, now="2027-01-19T10:00:00-05:00")]


def test_what_is_closed_is_folded_away_with_its_reason():
    """It can be opened again, and then it has its place among the others."""
    told = [THANKED, event("closed", "2027-01-11T10:00", reason="other-job")]
    closed = named("Closed", fields(events=told), "1")
    opened = named("Opened", fields(events=[*told, event("reopened", "2027-01-11T12:00")]), "2")
    answer = asked(closed, opened)
    assert ["2", "1"] == [one["id"] for one in answer["data"]["interviews"]]
    assert ["held", "closed"] == [one["state"] for one in answer["data"]["interviews"]]
    assert "You took another job" in answer["fragment"]


def test_what_is_over_by_plan_is_in_no_hurry():
    """It stands after what is due today."""
    over = named("Long ago", fields("2026-03-05", company="Long ago"), "1")
    answer = asked(over, WAITING, DUE)
    assert ["2", "1", "3"] == [one["id"] for one in answer["data"]["interviews"]]
    assert "Your plan for this one ended on" in answer["fragment"]
    assert "days ago" not in answer["fragment"]


def test_what_was_sent_is_a_record():
    """The oldest first, with what a spreadsheet would take for a formula made safe."""
    told = [THANKED, event("voicemail", "2027-01-11T10:00"), event("called", "2027-01-11T09:00", outcome="no-answer")]
    answer = asked(named("A", fields(company="=Acme, Inc.", events=told)))
    _, record = answer["files"]
    assert "what-was-sent.csv" == record["name"]
    assert [
        "date,time,company,role,what,to,how",
        '2027-01-08,09:00,"\'=Acme, Inc.",Data Analyst,Thank-you,Dana Ruiz,by email',
        '2027-01-11,10:00,"\'=Acme, Inc.",Data Analyst,I left a voicemail,,voicemail',
        "",
    ] == record["text"].split("\r\n")
    assert 2 == len(answer["data"]["record"])


def recorded(*told: dict[str, Any], **words: Any) -> list[tuple[str, str, str, str]]:
    """Date, time, what and how of the record of one case."""
    found = asked(named("A", fields(events=list(told), **words), "1"), now="2027-03-01T10:00:00-05:00")
    return [(one["date"], one["time"], one["what"], one["how"]) for one in found["data"]["record"]]


# What a kind of event says was done; the others tell what they did, what happened, or what was wished.
DEEDS = {"sent", "called", "voicemail", "handed-in", "accepted", "declined", "withdrawn"}


@pytest.mark.parametrize("kind", [kind for kind, _ in choices("events")])
def test_every_kind_of_event_is_a_deed_or_is_not_in_the_record(kind: str):
    """Each deed stands in it once."""
    outcome = {"called": "answered", "reply": "deciding", "heard": "filled"}.get(kind, "")
    one = event(kind, "2027-01-12T10:00", outcome=outcome, step="check-in" if kind in MEANS else "")
    assert (1 if kind in DEEDS else 0) == len(recorded(one))


@pytest.mark.parametrize("step", [step for step, _ in choices("event_steps") if step])
@pytest.mark.parametrize("kind", ["sent", "called", "voicemail"])
def test_every_step_that_was_done_stands_in_the_record_once(step: str, kind: str):
    """By its own name, whatever the means; letting go is nothing to send."""
    outcome = "answered" if kind == "called" else ""
    found = recorded(event(kind, "2027-01-12T10:00", step=step, outcome=outcome))
    how = {"sent": "by post" if step == "card" else "by email", "called": "by phone", "voicemail": "voicemail"}[kind]
    assert [("2027-01-12", "10:00", dict(choices("event_steps"))[step], how)] * (step != "let-go") == found


@pytest.mark.parametrize("outcome", [outcome for outcome, _ in choices("outcomes") if outcome])
def test_what_they_said_is_no_deed_and_a_call_is_one_if_somebody_answered(outcome: str):
    """Whatever they said in it."""
    by = {"by": "2027-01-20"} if outcome == "promise" else {}
    assert [] == recorded(event("reply", "2027-01-12T10:00", outcome=outcome, **by))
    called = recorded(event("called", "2027-01-12T10:00", outcome=outcome, **by))
    assert (0 if outcome == "no-answer" else 1) == len(called)


@pytest.mark.parametrize("kind", ["accepted", "declined"])
def test_a_wish_to_withdraw_is_no_withdrawal(kind: str):
    """It is in the record once they were told; told twice, it was done once."""
    wish = event(kind, "2027-01-12T10:00", step="withdraw")
    sent = event("sent", "2027-01-13T09:00", step="withdraw")
    assert [] == recorded(wish)
    assert [("2027-01-13", "09:00", "Withdrawing", "by email")] == recorded(wish, sent)
    once = [("2027-01-13", "09:00", "I withdrew", "by email")]
    assert once == recorded(wish, sent, event("withdrawn", "2027-01-13T10:00"))
    closed = event("closed", "2027-01-13T11:00", reason="withdrew")
    assert once == recorded(wish, sent, event("withdrawn", "2027-01-13T10:00"), closed)
    assert [("2027-01-13", "11:00", "I withdrew", "")] == recorded(closed)


def test_an_answer_to_an_offer_and_the_yes_are_one_deed():
    """And it says which answer; a second offer is answered again."""
    offer = event("reply", "2027-01-12T10:00", outcome="offer-written", deadline="2027-01-20")
    sent, yes = event("sent", "2027-01-13T09:00", step="decide"), event("accepted", "2027-01-13T09:10")
    again = event("reply", "2027-01-14T10:00", outcome="offer-written", deadline="2027-01-22")
    assert [("2027-01-13", "09:00", "I said yes", "by email")] == recorded(offer, sent, yes)
    no = event("declined", "2027-01-15T10:00")
    assert ["I said yes", "I said no"] == [what for _, _, what, _ in recorded(offer, sent, yes, again, no)]


def test_closing_with_an_answered_no_says_that_it_was_answered():
    """Unless the answer stands there already."""
    no, reply = (
        event("reply", "2027-01-12T10:00", outcome="rejected"),
        event("sent", "2027-01-13T09:00", step="ask-feedback"),
    )
    closed = event("closed", "2027-01-14T09:00", reason="answered")
    assert [("2027-01-14", "09:00", "Reply to the rejection", "")] == recorded(no, closed)
    assert [("2027-01-13", "09:00", "Reply to the rejection", "by email")] == recorded(no, reply, closed)
    assert [] == recorded(event("closed", "2027-01-14T09:00", reason="gave-up"))


def test_the_record_names_no_hour_that_nobody_told_and_is_on_the_readers_clock():
    """A job centre asks on which day it was where the reader is."""
    assert [("2027-01-12", "", "First check-in", "by email")] == recorded(event("sent", "2027-01-12", step="check-in"))
    late = event("sent", "2027-01-12T20:00", step="check-in")
    found = recorded(late, my_zone="Europe/Berlin")
    assert [("2027-01-13", "02:00", "First check-in", "by email")] == found


def test_the_record_says_what_it_leaves_out():
    """What is not finished has no rows in it, and that is told."""
    says = "Interviews that are not finished are not in this table."
    assert says in asked(WAITING, HALF)["fragment"]
    assert says not in asked(WAITING)["fragment"]


def test_what_came_back_says_so():
    """It was sent and never arrived; what was sent after it did."""
    first, back = event("sent", "2027-01-14T09:00", step="check-in"), event("bounced", "2027-01-14T09:05")
    again = event("sent", "2027-01-15T09:00", step="check-in")
    hows = ["by email, came back", "by email"]
    assert hows == [how for _, _, _, how in recorded(first, back, again)]
    thanks = event("bounced", "2027-01-14T09:05", step="thank-you")
    assert ["by email, came back", "by email"] == [how for _, _, _, how in recorded(THANKED, first, thanks)]


def deeds(fragment: str) -> list[dict[str, str]]:
    """The events that the list's own buttons tell."""
    return [json.loads(html.unescape(told)) for told in re.findall(r'data-told="(.*?)"', fragment)]


def test_an_interview_is_closed_from_the_list_with_its_reason():
    """Every reason closes it, and says so; what it was is not lost."""
    told = deeds(asked(WAITING)["fragment"])
    assert {"other-job", "withdrew", "gave-up", "filled", "answered"} == {one["reason"] for one in told}
    for one in told:
        case = fields(company="Later", events=[THANKED, event(one["kind"], "2027-01-11T10:00", reason=one["reason"])])
        (found,) = asked(named("Later", case, "3"))["data"]["interviews"]
        assert ("closed", "") == (found["state"], found["status"])


@pytest.mark.parametrize(
    ("before", "state"),
    [
        ([THANKED], "held"),
        ([THANKED, event("reply", "2027-01-11T09:00", outcome="on-hold")], "on-hold"),
        ([THANKED, event("reply", "2027-01-11T09:00", outcome="offer", by="2027-01-20")], "offer-coming"),
    ],
)
def test_what_was_closed_is_opened_again_from_the_list(before: list[dict[str, Any]], state: str):
    """It stands where it stood."""
    closed = [*before, event("closed", "2027-01-12T09:00", reason="gave-up")]
    (told,) = deeds(asked(named("Gone", fields(events=closed), "1"))["fragment"])
    assert {"kind": "reopened"} == told
    opened = fields(events=[*closed, event("reopened", "2027-01-12T09:30")])
    assert [state] == [one["state"] for one in asked(named("Gone", opened, "1"))["data"]["interviews"]]


def test_one_that_cannot_be_planned_can_be_neither_closed_nor_opened():
    """It has to be finished first."""
    assert [] == deeds(asked(HALF)["fragment"])


def test_each_interview_stands_in_the_group_of_whose_turn_it_is():
    """What is overdue is for today; the words are those of the answer."""
    late, now, later, over, half = asked(OVERDUE, DUE, WAITING, REJECTED, HALF)["data"]["interviews"]
    assert ["today", "today", "soon", "closed", "unfinished"] == [one["turn"] for one in (late, now, later, over, half)]
    assert "Write to Dana" == late["says"]["do"]
    assert "Late, Data Analyst" == late["says"]["who"]


def test_the_list_says_how_much_there_is_to_do_today():
    """In a sentence, with the day."""
    assert "2 things to do today, Tuesday 12 January." in asked(OVERDUE, DUE, WAITING)["fragment"]
    assert "Nothing to do today, Tuesday 12 January." in asked(WAITING)["fragment"]


YES = [event("reply", "2027-01-11T09:00", outcome="offer-written"), event("accepted", "2027-01-11T15:00")]


def taken(*events: dict[str, Any], name: str = "Taken", id: str = "9") -> dict[str, Any]:
    """One application to which the reader said yes."""
    return named(name, fields(company=name, events=[THANKED, *events]), id)


def test_after_a_yes_the_others_are_to_be_told():
    """Each has a button, which plans the withdrawal there; what is closed, or over, needs none."""
    over = named("Long ago", fields("2026-03-05", company="Long ago"), "7")
    answer = asked(taken(*YES), WAITING, DUE, REJECTED, over, HALF)
    found = answer["data"]["withdraw"]
    assert ["2", "3"] == sorted(found["ids"])
    assert found["says"].startswith("You said yes to Taken. Tell Now and Later today")
    (button,) = re.findall(r'data-tell-case="3" data-told="([^"]*)">Withdraw: Later<', answer["fragment"])
    told = json.loads(html.unescape(button))
    leaving = fields(company="Later", events=[THANKED, event(told["kind"], "2027-01-12T09:00", step=told["step"])])
    after = asked(taken(*YES), named("Later", leaving, "3"))["data"]
    assert (None, "withdraw") == (after["withdraw"], after["interviews"][0]["next"]["action"])


@pytest.mark.parametrize(
    "events", [YES[1:], [*YES, event("reply", "2027-01-12T08:00", outcome="checks", reason="firm")]]
)
def test_nothing_is_called_off_for_a_yes_that_may_fall_through(events: list[dict[str, Any]]):
    """No paper was told of, or they still check something."""
    answer = asked(taken(*events), WAITING)
    assert "Call nothing off before that." in answer["data"]["withdraw"]["says"]
    assert "Withdraw: Later" not in answer["fragment"]


@pytest.mark.parametrize("cases", [(WAITING, DUE), (taken(*YES),), (taken(*YES), taken(*YES, id="8"), WAITING)])
def test_without_one_yes_and_another_open_nothing_is_proposed(cases: tuple[dict[str, Any], ...]):
    """Of two that were taken nobody knows which one stands."""
    answer = asked(*cases)
    assert answer["data"]["withdraw"] is None
    assert "You said yes to" not in answer["fragment"]


def test_nobody_is_told_to_write_today_on_a_day_off():
    """What is due, or late, on a Saturday stands under the days to come; thanks that are late count on any day."""
    thanked = event("sent", "2027-01-07T18:00", step="thank-you", to="Dana Ruiz")
    due = named("Due", fields(events=[thanked]), "1")
    late = named("Late", fields("2027-01-04", events=[thanked | {"at": "2027-01-05T09:00"}]), "2")
    thanks = named("Thanks", fields("2027-01-13"), "3")
    found = asked(due, late, thanks, now="2027-01-16T11:00:00-05:00")
    told = {one["name"]: (one["turn"], one["says"]["when"]) for one in found["data"]["interviews"]}
    # Monday is a holiday there.
    assert ("soon", "On Tuesday, from 9 am") == told["Due"] == told["Late"]
    assert ("today", "Today") == told["Thanks"]


def offered(deadline: str = "", name: str = "Offer", id: str = "9") -> dict[str, Any]:
    """One application with an offer on paper."""
    offer = event("reply", "2027-01-11T09:00", outcome="offer-written", **({"deadline": deadline} if deadline else {}))
    return named(name, fields(company=name, events=[THANKED, offer]), id)


@pytest.mark.parametrize("deadline", ["2027-01-12", "2027-01-13"])
def test_an_offer_that_ends_stands_above_what_is_merely_late(deadline: str):
    """On the last day for an answer, and on the day by which it is to be given."""
    early = event("sent", "2026-12-22T09:00", step="thank-you")
    asked_late = named("Long", fields("2026-12-21", company="Long", events=[early]), "6")
    found = asked(asked_late, OVERDUE, offered(deadline))["data"]["interviews"]
    assert ("Offer", "today") == (found[0]["name"], found[0]["turn"])
    days_left = offered("2027-01-20")
    days_left["case"]["events"].append(event("sent", "2027-01-11T10:00", step="say-when"))
    later = asked(asked_late, OVERDUE, days_left)["data"]["interviews"]
    assert ["overdue", "overdue"] == [one["status"] for one in later[:2]]
    assert ("Offer", "decide") == (later[2]["name"], later[2]["next"]["action"])


@pytest.mark.parametrize(
    ("deadline", "said"),
    [
        ("2027-01-20", "Offer wants your answer by Wednesday 20 January 2027."),
        ("", "Offer has made you an offer in writing."),
    ],
)
def test_with_an_offer_on_paper_the_others_are_to_be_told(deadline: str, said: str):
    """Each has a button, which plans the word there; what is closed, or over, needs none."""
    over = named("Long ago", fields("2026-03-05", company="Long ago"), "7")
    answer = asked(offered(deadline), WAITING, DUE, REJECTED, over, HALF)
    found = answer["data"]["tell_offer"]
    assert ["2", "3"] == sorted(found["ids"])
    assert found["says"].startswith(f"{said} Tell Now and Later that you have another offer")
    (button,) = re.findall(r'data-tell-case="3" data-told="([^"]*)">I have another offer: Later<', answer["fragment"])
    told = json.loads(html.unescape(button))
    knows = fields(company="Later", events=[THANKED, event(told.pop("kind"), "2027-01-12T09:00", **told)])
    after = asked(offered(deadline), named("Later", knows, "3"))["data"]
    row = next(one for one in after["interviews"] if one["name"] == "Later")
    assert (None, "tell-offer", "today") == (after["tell_offer"], row["next"]["action"], row["turn"])


@pytest.mark.parametrize("deadline", ["2027-01-11", "2027-01-20"])
def test_nobody_is_told_of_an_offer_that_is_over_or_taken(deadline: str):
    """Past its last day it hurries nobody; after a yes they are told that the reader withdraws."""
    offer = offered(deadline)
    if deadline > NOW[:10]:
        offer["case"]["events"].append(event("accepted", "2027-01-11T15:00"))
    assert asked(offer, WAITING)["data"]["tell_offer"] is None


def test_nobody_is_told_of_an_offer_that_the_reader_turns_down():
    """The word that they withdraw is still to be sent."""
    offer = offered("2027-01-20")
    offer["case"]["events"].append(event("declined", "2027-01-11T15:00", step="withdraw"))
    assert asked(offer, WAITING)["data"]["tell_offer"] is None


def test_of_two_offers_the_first_to_end_is_told():
    """To those who have made none."""
    found = asked(offered("2027-01-20"), offered("2027-01-15", "Sooner", "8"), WAITING)["data"]["tell_offer"]
    assert (["3"], True) == (found["ids"], found["says"].startswith("Sooner wants your answer by Friday 15"))


def ahead(*told: dict[str, Any], **hours: str) -> dict[str, Any]:
    """One application with an interview on Thursday 14 January."""
    return named("Ahead", fields(rounds=[round_of("2027-01-14", **({"ends": ""} | hours))], events=list(told)), "1")


@pytest.mark.parametrize(
    ("now", "hours", "turn", "when"),
    [
        ("2027-01-14T09:00", {"starts": "14:00"}, "today", "Today, 2 pm"),
        ("2027-01-14T14:30", {"starts": "14:00", "ends": "15:00"}, "today", "Today, 2 pm"),
        ("2027-01-14T09:00", {}, "today", "Today"),
        ("2027-01-13T20:00", {"starts": "14:00"}, "soon", "Tomorrow, 2 pm"),
        ("2027-01-12T10:00", {"ends": "15:00"}, "soon", "On Thursday"),
        ("2027-01-02T10:00", {"starts": "14:00"}, "theirs", "On Thursday 14 January, 2 pm"),
    ],
)
def test_an_interview_that_lies_ahead_is_what_its_row_is_about(now: str, hours: dict[str, str], turn: str, when: str):
    """By its day and hour, until it is over; on its day there is something to do."""
    answer = asked(ahead(**hours), now=f"{now}:00-05:00")
    (row,) = answer["data"]["interviews"]
    assert (turn, "Your interview with Dana Ruiz", when) == (row["turn"], row["says"]["do"], row["says"]["when"])
    assert ("One thing to do today" in answer["fragment"]) == (turn == "today")


@pytest.mark.parametrize(
    ("now", "told"),
    [
        ("2027-01-14T15:01", ()),
        ("2027-01-13T10:00", (event("reply", "2027-01-12T10:00", outcome="called-off"),)),
        ("2027-01-13T10:00", (event("withdrawn", "2027-01-12T10:00"),)),
        ("2027-01-13T10:00", (event("reply", "2027-01-13T09:00", outcome="question"),)),
    ],
)
def test_a_row_is_about_no_interview_that_is_over_or_off_and_what_is_due_comes_first(
    now: str, told: tuple[dict[str, Any], ...]
):
    """What they wait for is answered before it."""
    (row,) = asked(ahead(*told, starts="14:00", ends="15:00"), now=f"{now}:00-05:00")["data"]["interviews"]
    assert "Your interview" not in row["says"]["do"]

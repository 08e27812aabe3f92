"""Tests of a plan in words, with plans made by hand."""

import json
import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from cases import DANA, event, fields, round_of

from followup import door
from followup.dates import clock
from followup.model.case import Case, Event, Interviewer, Round
from followup.model.plan import Notice, Plan, Reason, Status, Step, Window
from followup.tools.planner import plain_text
from followup.tools.planner import view as plan_view

NEW_YORK = clock.zone("America/New_York")


def at(day: int, hour: int) -> datetime:
    """Gives an hour of January 2027 in New York."""
    return datetime(2027, 1, day, hour, tzinfo=NEW_YORK)


CASE = Case(
    company="Acme",
    role="Analyst",
    rounds=(
        Round(
            date=date(2027, 1, 7),
            ends=time(15),
            zone="America/New_York",
            interviewers=(Interviewer(name="Dana Ruiz"),),
        ),
    ),
    country="US",
    my_zone="Europe/London",
)
THANKS = Step(
    id="thank-you-1-dana-ruiz",
    action="thank-you",
    round=1,
    to=("Dana Ruiz",),
    channel="email",
    letter="thank-you-onsite",
    window=Window(earliest=at(7, 17), target=at(8, 9), latest=at(8, 15)),
    status="waiting",
    because=(
        Reason(bound="earliest", rule="T2", source="staffing", stance="agrees", says="Wait two hours."),
        Reason(bound="target", rule="T4", source="primer", stance="agrees", says="Within a day."),
        Reason(bound="target", rule="T6", source="resume", stance="disagrees", says="Later."),
        Reason(bound="target", rule="K1", source="formats", stance="silent", says="Nothing."),
        Reason(bound="latest", rule="O7", source="ours", stance="ours", says="We end it here."),
    ),
)
CHECK_IN = replace(
    THANKS,
    id="check-in",
    action="check-in",
    letter="check-in",
    window=Window(earliest=at(14, 9), target=at(14, 9), latest=at(21, 17)),
    because=(
        Reason(bound="earliest", rule="C1", source="primer", stance="agrees", says="Five days."),
        Reason(bound="target", rule="C1", source="primer", stance="agrees", says="Five days."),
    ),
)
PLAN = Plan(
    steps=(THANKS, CHECK_IN),
    next=THANKS.id,
    ends=date(2027, 2, 11),
    touches_left=2,
    notices=(Notice(kind="no-calendar", text="No calendar."),),
)
NOW = datetime(2027, 1, 7, 22, tzinfo=clock.zone("Europe/London"))


def test_a_plan_of_many_people_is_still_short_enough_to_email():
    """With one line a step, where all the hours would make a link that mail programs cut off."""
    people = tuple(
        replace(THANKS, id=f"thank-you-1-{name}", to=(f"{name} Ruiz",)) for name in ("Ada", "Bo", "Cy", "Di")
    )
    many = plan_view.view(replace(PLAN, steps=(*people, CHECK_IN), next=people[0].id), CASE, NOW)
    (link,) = re.findall(r'href="(mailto:\?[^"]+)"', plan_view.fragment(many))
    assert len(link) < 1_800
    assert all(f"%3A%20Thank%20{name}%20Ruiz" in link for name in ("Ada", "Bo", "Cy", "Di"))


def test_the_next_step_is_said_on_both_clocks():
    """New York is five hours behind London."""
    following = plan_view.view(PLAN, CASE, NOW).next
    assert following is not None
    assert "Thank Dana Ruiz" == following.title
    assert "Friday 8 January 2027, 09:00 in New York (14:00 for you)" == following.best.both
    assert "tomorrow" == following.best.away


def test_in_one_zone_a_moment_is_said_once():
    """Nobody needs to read the same hour twice."""
    view = plan_view.view(PLAN, replace(CASE, my_zone="America/New_York"), NOW)
    assert "Friday 8 January 2027, 9:00 am" == view.steps[0].best.both


def test_a_day_apart_is_named():
    """In Tokyo it is the same evening's night; the day is said too."""
    view = plan_view.view(PLAN, replace(CASE, my_zone="Pacific/Auckland"), NOW)
    assert "Saturday 9 January 2027, 3:00 am" == view.steps[0].best.mine


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("Fri 2027-01-08", "today"),
        ("Sat 2027-01-09", "yesterday"),
        ("Mon 2027-01-11", "3 days ago"),
        ("Tue 2027-01-05", "in 3 days"),
    ],
)
def test_the_distance_counts_on_the_readers_calendar(now: str, words: str):
    """Days, not hours."""
    moment = datetime.fromisoformat(f"{now[4:]}T12:00+00:00")
    assert words == plan_view.view(PLAN, CASE, moment).steps[0].best.away


def test_reasons_are_grouped_by_stance_with_the_row_to_look_them_up():
    """Who agrees, who does not, who is silent and what is our choice."""
    earliest, target, latest = plan_view.view(PLAN, CASE, NOW).steps[0].bounds
    assert ("Not before", "sources/rules/#t2") == (earliest.name, earliest.stances.agree[0].place)
    assert ("the resume service", "the phone and face-to-face guide") == (
        target.stances.disagree[0].source,
        target.stances.silent,
    )
    assert "our choice" == latest.stances.ours[0].source


def test_bounds_on_one_moment_for_the_same_reasons_are_told_once():
    """A check-in opens at its best hour."""
    names = [bound.name for bound in plan_view.view(PLAN, CASE, NOW).steps[1].bounds]
    assert ["Not before and best", "At the latest"] == names


def test_a_tap_tells_an_event_that_the_planner_reads():
    """Its moment is set by the page."""
    told = plan_view.view(PLAN, CASE, NOW).steps[1].taps[0].told
    assert {"events": [{"kind": "sent", "step": "check-in", "to": "Dana Ruiz"}]} == json.loads(told)


def test_a_check_in_may_be_a_call_instead():
    """It spends the same touch (K8)."""
    view = plan_view.view(PLAN, CASE, NOW)
    assert () == view.steps[0].instead
    assert "voicemail" in view.steps[1].instead[-1].told


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_nothing_can_be_told_of_a_closed_step(status: Status):
    """It is over."""
    closed = replace(PLAN, steps=(replace(THANKS, status=status),), next="")
    view = plan_view.view(closed, CASE, NOW)
    assert ((), "") == (view.steps[0].taps, view.steps[0].writer)
    assert None is view.next


def test_a_done_step_says_when_it_was_done():
    """In the list and in the text; the planned hour is only told beside it."""
    sent = replace(PLAN, steps=(replace(THANKS, status="done", done_at=at(11, 10)), CHECK_IN))
    view = plan_view.view(sent, CASE, datetime.fromisoformat("2027-01-12T12:00+00:00"))
    assert "Monday 11 January 2027, 10:00 in New York (15:00 for you)" == view.steps[0].best.both
    assert ("It was planned for Friday 8 January 2027, 09:00", "") == (view.steps[0].window, view.steps[0].channel)
    assert "- Thank Dana Ruiz [Done]\n    Monday 11 January 2027, 10:00" in plain_text.plan_text(view)


def test_nobody_can_reply_before_the_interview():
    """The buttons come with the day."""
    assert plan_view.view(PLAN, CASE, datetime.fromisoformat("2027-01-05T12:00+00:00")).news is None
    assert plan_view.view(PLAN, CASE, NOW).news


def test_an_unknown_name_is_your_interviewer():
    """The plan is the same without names."""
    nameless = replace(PLAN, steps=(replace(THANKS, to=("",)), replace(CHECK_IN, to=())))
    titles = [step.title for step in plan_view.view(nameless, CASE, NOW).steps]
    assert ["Thank your interviewer", "Ask them how things stand"] == titles


def test_the_text_has_every_date_and_the_end():
    """What is copied stands alone."""
    text = plain_text.plan_text(plan_view.view(PLAN, CASE, NOW))
    assert "Next, Friday 8 January 2027, 09:00 in New York (14:00 for you) (tomorrow): Thank Dana Ruiz" in text
    assert "At the latest: Thursday 21 January 2027, 17:00" in text
    assert text.endswith("The plan ends on Thursday 11 February 2027.\n")


def test_what_is_to_be_done_now_names_no_day_that_is_past():
    """The best hour for a word on their offer was yesterday; a step that waits names its own."""
    offer = event("reply", "2027-01-19T10:00", outcome="offer-written", deadline="2027-01-29")
    asked = fields(events=[event("sent", "2027-01-08T09:00", step="thank-you"), offer])
    request = {"tool": "planner", "now": "2027-01-20T10:00:00-05:00", "fields": asked}
    (text,) = [
        one["text"] for one in json.loads(door.answer(json.dumps(request)))["files"] if "plan.txt" in one["name"]
    ]
    assert "To do now, Wednesday 20 January 2027: Tell Dana Ruiz when you will answer\n" in text


def test_the_fragment_escapes_what_was_typed():
    """A company may be called anything."""
    case = replace(CASE, company="<b>{{ 7*7 }}")
    html = plan_view.fragment(plan_view.view(PLAN, case, NOW))
    assert "&lt;b&gt;{{ 7*7 }}" in html
    assert "<b>" not in html


def test_the_fragment_links_reasons_letters_and_files():
    """From the page of the planner, two folders deep."""
    html = plan_view.fragment(plan_view.view(PLAN, CASE, NOW))
    assert 'href="../../sources/rules/#t4"' in html
    assert 'href="../../tools/writer/#step=thank-you-1-dana-ruiz' in html
    assert 'data-file="follow-up-plan.ics"' in html


def test_a_dropped_step_is_not_in_the_picture():
    """The picture shows what still counts."""
    dropped = replace(PLAN, steps=(THANKS, replace(CHECK_IN, status="dropped")))
    assert "14 Jan" not in plan_view.view(dropped, CASE, NOW).picture


DONE, DROPPED = replace(CHECK_IN, status="done"), replace(CHECK_IN, status="dropped")


@pytest.mark.parametrize(
    ("check_in", "left", "said"),
    [
        (CHECK_IN, 2, "Two check-ins are left"),
        (CHECK_IN, 1, "One check-in is left, "),
        (DONE, 0, "No check-in is left"),
        (DROPPED, 2, ""),
        (DROPPED, 0, ""),
    ],
)
def test_check_ins_are_counted_where_some_are_planned_or_spent(check_in: Step, left: int, said: str) -> None:
    """After a no, and where no contact is wanted, there is nothing to count."""
    plan = replace(PLAN, steps=(THANKS, check_in), touches_left=left)
    found = plan_view.view(plan, CASE, NOW).touches
    assert found.startswith(said)
    assert bool(found) == bool(said)


def test_the_answer_leads_with_what_to_do_and_when():
    """The email stands below it with its gaps, each of which leads to its field."""
    html = plan_view.fragment(plan_view.view(PLAN, CASE, NOW))
    assert 'Write to Dana <span class="lead__time">tomorrow, before 14:00</span>' in html
    assert "Until 20:00 tomorrow is still fine. 14:00 for you is 09:00 in New York." in html
    assert 'then=blanks.my_name">your name</a>' in html


def test_the_recap_says_what_the_answer_rests_on():
    """Each part of it stands beside the group that changes it, too."""
    recap = plan_view.view(PLAN, CASE, NOW).recap
    assert (
        "In person, today, ended 15:00 in New York",
        "no day named",
        "nothing sent",
        "holidays of the United States",
    ) == recap.line
    assert ("Dana Ruiz", "Analyst, Acme") == (recap.parts["people"], recap.parts["job"])


def happened(kind: str, day: int, **words: object) -> Event:
    """Something told at noon of that day in January."""
    return Event(kind=kind, at=at(day, 12), **words)  # type: ignore[arg-type]  # as a request tells it


ENDS, STARTS = {"ends": time(15)}, {"starts": time(14)}


@pytest.mark.parametrize(
    ("now", "hours", "events", "said"),
    [
        ("2027-01-07T09:00", ENDS | STARTS, (), "In person, today, from 14:00 in New York"),
        ("2027-01-07T14:30", ENDS | STARTS, (), "In person, today, until 15:00 in New York"),
        ("2027-01-07T09:00", ENDS, (), "In person, today, until 15:00 in New York"),
        ("2027-01-07T14:30", STARTS, (), "In person, today, began 14:00 in New York"),
        ("2027-01-07T15:00", ENDS | STARTS, (), "In person, today, ended 15:00 in New York"),
        ("2027-01-05T15:00", ENDS | STARTS, (), "In person, Thursday in New York"),
        ("2027-01-08T10:00", STARTS, (), "In person, yesterday in New York, end time not given"),
        ("2027-01-08T10:00", ENDS, (happened("interview-moved", 7),), "In person, yesterday in New York, called off"),
        ("2027-01-08T10:00", ENDS, (happened("no-show", 7),), "In person, yesterday in New York, did not take place"),
        (
            "2027-01-08T10:00",
            ENDS,
            (happened("interview-moved", 7, by=date(2027, 1, 14)),),
            "In person, Thursday in New York",
        ),
        (
            "2027-01-08T10:00",
            ENDS,
            (happened("reply", 8, outcome="next-round", by=date(2027, 1, 14)),),
            "2 interviews, the last: not said how, Thursday in New York",
        ),
    ],
)
def test_the_recap_says_how_the_interview_stands(
    now: str, hours: dict[str, time], events: tuple[Event, ...], said: str
) -> None:
    """It ended only where its end is over; one that was moved, called off or missed did not end at all."""
    told = replace(CASE.rounds[0], starts=hours.get("starts"), ends=hours.get("ends"))
    case = replace(CASE, rounds=(told,), events=events)
    moment = datetime.fromisoformat(now).replace(tzinfo=NEW_YORK)
    assert said == plan_view.view(PLAN, case, moment).recap.line[0]


def test_three_people_of_one_day_share_one_sentence():
    """The letter is that of the first; the others stand below with theirs."""
    people = tuple(replace(THANKS, id=f"thank-{name}", to=(name,)) for name in ("Dana Ruiz", "Tom Berg", "Ana Lind"))
    view = plan_view.view(replace(PLAN, steps=(*people, CHECK_IN), next="thank-Dana Ruiz"), CASE, NOW)
    assert view.lead is not None
    assert "Write to Dana, Tom and Ana" == view.lead.do
    assert ["Thank Tom Berg", "Thank Ana Lind"] == [step.title for step in view.also]
    assert ["Ask how things stand"] == [row.words for row in view.later]


def headings(*told: dict[str, str], now: str) -> list[tuple[str, list[str]]]:
    """What stands over the later rows, with the steps below it."""
    asked = fields(events=[event("sent", "2027-01-08T09:00", step="thank-you"), *told])
    page = json.loads(door.answer(json.dumps({"tool": "planner", "now": now, "fields": asked})))["fragment"]
    (after,) = re.findall(r'<section class="after">(.*?)</section>', page, re.DOTALL)
    parts = re.split(r"<h[23]>(.*?)</h[23]>", after)[1:]
    steps = [re.findall(r'<span class="step__day">[^:]*:</span></span> <span>([^<]*)<', part) for part in parts[1::2]]
    return list(zip(parts[::2], steps, strict=True))


def test_hours_on_two_clocks_name_their_place():
    """Who writes to New York and to London reads which hour is whose; on one clock no place is named."""
    berg = {"name": "Tom Berg", "zone": "Europe/London"}
    for people, places in (([DANA, berg], 2), ([DANA], 0)):
        asked = fields(rounds=[round_of("2027-01-07", interviewers=people)])
        request = {"tool": "planner", "now": "2027-01-07T16:00:00-05:00", "fields": asked}
        answer = json.loads(door.answer(json.dumps(request)))
        (text,) = [file["text"] for file in answer["files"] if file["type"] == "text/plain"]
        said = [line for line in text.splitlines() if line.startswith("    Best: ")]
        thanks = said[: len(people)]
        assert [places > 0] * len(people) == [bool(re.search(r" in (?:New York|London)$", line)) for line in thanks]
        assert places == len({line.rpartition(" in ")[2] for line in thanks if " in " in line})


def test_what_is_due_whatever_comes_does_not_wait_for_silence():
    """Their offer is answered, a task handed in and a card sent, whether they write or not."""
    now = "2027-01-20T10:00:00-05:00"
    task = event("reply", "2027-01-19T10:00", outcome="task", by="2027-01-28")
    assert [
        ("What comes next", ["Ask for more time, if you need it", "Hand it in"]),
        ("If you hear nothing", ["Let it go"]),
    ] == headings(task, now=now)
    no = event("reply", "2027-01-19T10:00", outcome="rejected")
    assert [("What comes next", ["Send a card", "Ask for a short talk"])] == headings(no, now=now)
    offer = event("reply", "2027-01-19T10:00", outcome="offer-written", deadline="2027-01-29")
    assert [
        ("What comes next", ["Answer their offer", "Call, if you have not answered"]),
        ("If you hear nothing", ["Let it go"]),
    ] == headings(offer, now=now)
    other = event("offer-elsewhere", "2027-01-19", deadline="2027-01-25")
    title, rows = headings(offer, other, now=now)[0]
    assert ("What comes next", ["Ask for more time", "Answer their offer"]) == (title, rows[:2])
    missed = event("no-show", "2027-01-19T10:10")
    assert [("If you hear nothing", ["Call", "Ask for the day", "Let it go"])] == headings(missed, now=now)
    assert [("If you hear nothing", ["Ask once more", "Let it go"])] == headings(now="2027-01-14T10:00:00-05:00")


def test_a_plan_that_is_over_does_not_say_when_it_ends():
    """The notice tells when it ended."""
    asked = fields(events=[event("sent", "2027-01-08T09:00", step="thank-you")])
    for now, said in (("2027-02-05T10:00:00-05:00", True), ("2027-04-12T10:00:00-04:00", False)):
        answer = json.loads(door.answer(json.dumps({"tool": "planner", "now": now, "fields": asked})))
        (text,) = [file["text"] for file in answer["files"] if file["type"] == "text/plain"]
        assert said == ("The plan ends on" in answer["fragment"]) == ("The plan ends on" in text)


def test_what_happened_stands_newest_first():
    """Interviews among it; nothing where there is one interview and no more."""
    assert () == plan_view.view(PLAN, CASE, NOW).past
    sent = Event(kind="sent", at=datetime.fromisoformat("2027-01-07T16:00"), step="thank-you", to="Dana Ruiz")
    told = plan_view.view(PLAN, replace(CASE, events=(sent,)), NOW).past
    assert [("Thu 7 Jan", "You thanked Dana."), ("Thu 7 Jan", "First interview, in person: Dana Ruiz.")] == [
        (one.day, one.says) for one in told
    ]


def test_a_last_question_that_nothing_ends_names_no_end():
    """A year on it may still be asked, so the page names no day that is long over."""
    case = fields("2027-01-07")
    request = {"tool": "planner", "now": "2028-01-10T10:00:00-05:00", "fields": case}
    page = json.loads(door.answer(json.dumps(request)))["fragment"]
    assert "There is no hurry." in page
    assert "April 2027" not in page


def test_an_interview_that_did_not_take_place_stands_before_the_word_of_it() -> None:
    """The newest is first, though it would have ended an hour later."""
    begun = replace(CASE.rounds[0], starts=time(10), ends=None)
    missed = Event(kind="no-show", at=at(7, 10) + timedelta(minutes=10))
    told = plan_view.view(PLAN, replace(CASE, rounds=(begun,), events=(missed,)), at(7, 18)).past
    assert [False, True] == [one.is_interview for one in told]


def lead_below(asked: dict[str, object], now: str) -> str:
    """What stands below the sentence that leads."""
    told = json.loads(door.answer(json.dumps({"tool": "planner", "now": now, "fields": asked})))["fragment"]
    (found,) = re.findall(r'<p class="lead__fine">(.*?)</p>', told)
    return str(found)


ASKED_TWICE = [
    event("sent", "2027-01-08T09:00", step="thank-you"),
    event("sent", "2027-01-14T10:00", step="check-in"),
    event("sent", "2027-01-28T10:00", step="second-check-in"),
]


def test_who_has_nothing_left_but_to_wait_is_told_whose_turn_it_is() -> None:
    """Two questions are out; one is not enough for that."""
    now = "2027-01-29T10:00:00-05:00"
    twice, once = (lead_below(fields(events=ASKED_TWICE[:count]), now) for count in (3, 2))
    assert [True, False] == ["it is their turn" in one for one in (twice, once)]


@pytest.mark.parametrize("also", ["agency", "task"])
def test_who_has_something_left_to_do_is_not_told_to_rest(also: str) -> None:
    """An agency that is silent twice is rung; a task that was never handed in is not theirs."""
    agency = [DANA | {"part": "agency"}]
    rung = event("called", "2027-01-07T16:00", outcome="answered", to="Dana Ruiz")
    task = [event("reply", "2027-01-11T10:00", outcome="task", by="2027-01-15")]
    asked, now = {
        "agency": (fields(rounds=[round_of("2027-01-07", interviewers=agency)], events=[rung, *ASKED_TWICE[1:]]), "29"),
        "task": (fields(events=[ASKED_TWICE[0], *task]), "25"),
    }[also]
    request = {"tool": "planner", "now": f"2027-01-{now}T18:00:00-05:00", "fields": asked}
    answer = json.loads(door.answer(json.dumps(request)))
    assert ("let-go", False) == (answer["data"]["next"], "it is their turn" in answer["fragment"])

"""What now?, asked through the door: every way ends in one thing to do, with its date."""

import re
from collections.abc import Mapping
from typing import Any

import pytest
from cases import event, fields
from ways import FACTS, LATER, SAME_DAY, asked, case_in, data, facts, planner

from followup import letters
from followup.case.moves import STATES
from followup.tools.what_now import dating, flow, walking
from followup.words import guide

# A title that tells to wait first; "thank them, then wait" tells what to do.
WAITS = re.compile(r"Wait\b|.*\bstay with your plan")


def ended(where: Mapping[str, str], now: str, **changed: str) -> tuple[str, str]:
    """Gives the action of an ending, and its best moment."""
    way = walking.walk(where)
    assert isinstance(way.at, flow.Ending)
    end = data({**where, **facts(way.at), **changed}, now)["ending"]
    return end["action"], end["window"]["target"]


def test_the_first_question_needs_no_answer():
    """It stands in the built page too."""
    assert "where" == data({})["question"]["id"]
    assert 10 == asked({})["fragment"].count('type="radio"')


@pytest.mark.parametrize("way", tuple(walking.paths()), ids=lambda way: "-".join(way.answers.values()))
def test_every_way_ends_in_one_dated_action(way: walking.Way):
    """Question by question, fact by fact, as a reader goes."""
    assert isinstance(way.at, flow.Ending)
    now = SAME_DAY if way.answers["where"] == "interviewed" else LATER
    told: dict[str, str] = {}
    for choice, option in way.answered:
        assert choice.id == data(told, now)["question"]["id"]
        told[choice.id] = option.value
    for fact in way.at.asks:
        assert fact == data(told, now)["question"]["id"]
        told |= {part.name: FACTS[part.name] for part in flow.flow().facts[fact].parts}
    end = data(told, now)["ending"]
    assert way.at.id == end["id"]
    assert (end["window"] is None) == (way.at.action == "none")


@pytest.mark.by_day(280)
@pytest.mark.parametrize(
    ("now", "beside"),
    [
        *((now, "") for now in (SAME_DAY, "2027-01-13T18:00:00-05:00", LATER, "2027-04-01T10:00:00-04:00")),
        *((LATER, beside) for beside in flow.flow().besides),
    ],
)
@pytest.mark.parametrize("way", tuple(walking.paths()), ids=lambda way: "-".join(way.answers.values()))
def test_no_way_ever_differs_from_the_planner(way: walking.Way, now: str, beside: str):
    """State, action, window and letter are those of the planner's next step, for the case that the way describes."""
    assert isinstance(way.at, flow.Ending)
    answer = asked({**way.answers, **facts(way.at), **({beside: flow.YES} if beside else {})}, now)
    # Some facts lie ahead of some of these days, and are refused; an ending that asks nothing plans nothing.
    if answer["problems"] or not way.at.case:
        return
    told = case_in(answer["fragment"])
    plan = planner(told, now)
    step = next((one for one in plan["steps"] if one["id"] == plan["next"]), None)
    end = answer["data"]["ending"]
    assert plan["state"] == end["state"]
    if way.at.hours in dating.NOW and way.at.title == end["title"]:
        # It comes before the planner's step: a test of its own holds it.
        return
    if step is None:
        assert end["window"] is None
        return
    assert step["action"] == end["action"]
    assert way.at.hours or step["letter"] == end["letter"]
    # What is for now is not waited for.
    assert end["status"] == "waiting" or not WAITS.match(end["title"])
    # Where the reader would rather call, the hour is one for calls within the same window.
    bounds = ("earliest", "latest") if way.at.hours else ("earliest", "target", "latest")
    assert [step["window"][bound] for bound in bounds[:1]] == [end["window"][bound] for bound in bounds[:1]]
    assert way.at.hours or step["window"] == end["window"]


DAYS = (SAME_DAY, "2027-01-13T18:00:00-05:00", LATER, "2027-02-05T18:00:00-05:00", "2027-02-09T10:00:00-05:00")


@pytest.mark.by_day(160)
@pytest.mark.parametrize("now", DAYS)
@pytest.mark.parametrize("way", tuple(walking.paths()), ids=lambda way: "-".join(way.answers.values()))
def test_an_ending_under_its_own_title_has_a_letter_for_what_it_says(way: walking.Way, now: str):
    """Another step's letter and date never stand below the title of this one, whenever one asked before."""
    assert isinstance(way.at, flow.Ending)
    told = facts(way.at)
    asked_before = ("", "2027-01-25") if "asked-time" in told else ()
    for more in [{"asked-time": day} for day in asked_before] or [{}]:
        _fits_its_letter(way.at, asked({**way.answers, **told, **more}, now))


def _fits_its_letter(ending: flow.Ending, answer: dict[str, Any]) -> None:
    if answer["problems"] or answer["data"]["ending"]["title"] != ending.title:
        return
    end = answer["data"]["ending"]
    assert ending.action == end["action"]
    if ending.letter == end["letter"] or end["letter"] == "":
        return
    own, shown = (letters.letters()[id] for id in (ending.letter, end["letter"]))
    # A call that nobody takes is followed by the question in writing.
    assert {*own.actions, ending.action} & {*shown.actions}
    assert ending.hours not in dating.NOW


@pytest.mark.parametrize(
    ("what", "now", "asked_before", "letter", "best"),
    [
        ("offer", LATER, "", "more-time", "2027-02-01T10:00:00-05:00"),
        # Not in their lunch hour, and not on the morning after the last day.
        ("offer", "2027-02-05T12:00:00-05:00", "", "more-time", "2027-02-05T13:00:00-05:00"),
        ("offer", "2027-02-08T18:00:00-05:00", "", "more-time", "2027-02-08T18:00:00-05:00"),
        ("offer", "2027-02-09T10:00:00-05:00", "", "does-it-stand", "2027-02-09T09:00:00-05:00"),
        ("offer", LATER, "2027-01-29", "accept-offer", "2027-02-05T09:00:00-05:00"),
        ("task", LATER, "", "late-with-task", "2027-02-01T10:00:00-05:00"),
        ("task", "2027-02-05T10:00:00-05:00", "", "overdue-task", "2027-02-03T09:00:00-05:00"),
        ("task", LATER, "2027-01-29", "hand-in", "2027-02-03T09:00:00-05:00"),
    ],
)
def test_more_time_is_asked_for_at_once_while_there_is_any(
    what: str, now: str, asked_before: str, letter: str, best: str
):
    """Its own letter and the next hour for it; once it was asked for, or their day is over, the plan goes on."""
    where = {"where": "other", "other": "more-time", "more-time": what}
    way = walking.walk(where)
    assert isinstance(way.at, flow.Ending)
    end = data({**where, **facts(way.at), "asked-time": asked_before}, now)["ending"]
    assert (letter, best) == (end["letter"], end["window"]["target"])


@pytest.mark.parametrize(
    ("where", "letter", "title"),
    [
        ({"where": "done", "told-them": "no", "offered-yet": "written"}, "decline-offer", "Decline, kindly and soon"),
        ({"where": "offer", "still-wanted": "no", "offered-yet": "written"}, "decline-offer", "Decline"),
        ({"where": "replied", "reply": "offer", "paper": "unwanted"}, "decline-offer", "Decline, kindly and soon"),
        ({"where": "done", "told-them": "no", "offered-yet": "spoken"}, "withdraw", "you will not take it"),
        ({"where": "done", "told-them": "no", "offered-yet": "no"}, "withdraw", "Withdraw, kindly and soon"),
        ({"where": "accepted", "said-how": "aloud"}, "accept-offer", "Put your yes in writing now"),
        ({"where": "other", "other": "left-out", "thanked-already": "no"}, "thank-you-forgotten", "your thank-you"),
        ({"where": "other", "other": "left-out", "thanked-already": "yes"}, "thank-you-forgotten", "in one line"),
        ({"where": "other", "other": "terms"}, "got-offer", "ask about it before you answer"),
    ],
)
def test_what_an_offer_brings_and_what_was_left_out_has_its_own_way(where: dict[str, str], letter: str, title: str):
    """An offer is declined, a yes said aloud is put in writing, and what was left out is said."""
    way = walking.walk(where)
    assert isinstance(way.at, flow.Ending)
    end = data({**where, **facts(way.at)})["ending"]
    assert letter == end["letter"]
    assert title in end["title"]


def test_a_yes_said_aloud_is_not_called_one_in_writing():
    """Nobody says back what the reader has just denied."""
    aloud = {"where": "accepted", "said-how": "aloud", "interview": "2027-01-07", "zone": "America/New_York"}
    fragment = asked({**aloud, "ended": "", "country": "", "said-yes": "2027-01-29"})["fragment"]
    assert "Put your yes in writing now" in fragment
    assert "You said yes to their offer in writing" not in fragment


def test_a_withdrawal_where_the_case_holds_an_offer_is_called_a_no_to_it():
    """The plan writes decline-offer there, and the title says so."""
    told = fields(events=[event("reply", "2027-01-13T09:00", outcome="offer-written")])
    end = data({"where": "replied", "reply": "next-round", "go-on": "no"}, LATER, case=told)["ending"]
    assert ("decline-offer", "Decline, kindly and soon") == (end["letter"], end["title"])


@pytest.mark.parametrize(("first_on", "is_over"), [("2027-01-29", True), ("2027-02-01", False), ("2027-03-01", False)])
def test_a_first_day_that_has_come_is_asked_about(first_on: str, is_over: bool):
    """Nobody is wished luck there who may be waiting at the door."""
    where = {"where": "accepted", "said-how": "written", "first-day": "yes"}
    told = {**where, **FACTS, "first-on": first_on}
    problems = asked({name: told[name] for name in (*where, *NEEDED)})["problems"]
    assert [("answers.first-on", True)] * is_over == [
        (one["field"], "It has come, and I hear nothing from them" in one["message"]) for one in problems
    ]


def test_a_first_day_without_a_word_is_a_call_in_the_next_hour_for_one():
    """However long ago the yes was."""
    where = {"where": "accepted", "said-how": "written", "first-day": "silent"}
    answer = asked({**where, **{name: FACTS[name] for name in NEEDED}}, "2027-03-05T12:30:00-05:00")
    end = answer["data"]["ending"]
    assert ("start-day", "2027-03-05T13:00:00-05:00") == (end["letter"], end["window"]["target"])
    assert "by phone" in answer["fragment"]


NEEDED = ("interview", "ended", "zone", "country", "said-yes", "first-on")


@pytest.mark.parametrize(
    ("moved_to", "letter", "words"),
    [("", "called-off-times", "Answer with times that suit you"), ("2027-01-27", "accept-next-round", "the new day")],
)
def test_an_interview_that_was_moved_is_answered_in_the_words_of_its_letter(moved_to: str, letter: str, words: str):
    """Times are named where no day is known; else the day is accepted, or not."""
    way = walking.walk({"where": "ahead", "before": "called-off"})
    assert isinstance(way.at, flow.Ending)
    told = {"interview": "2027-01-22", "begins": "10:00", "heard": "2027-01-20", "moved-to": moved_to}
    end = data({"where": "ahead", "before": "called-off", **facts(way.at), **told}, "2027-01-20T10:00:00-05:00")[
        "ending"
    ]
    assert letter == end["letter"]
    assert words in end["title"]
    assert ("free hours saves" in end["why"]) == (not moved_to)


@pytest.mark.parametrize("where", [{"where": "replied", "reply": "kind-word"}, {"where": "other", "other": "friend"}])
def test_who_wrote_kindly_or_told_something_is_waited_for_until_the_day_alone(where: dict[str, str]):
    """Then the step itself is named; the reason says the same on both days."""
    way = walking.walk(where)
    assert isinstance(way.at, flow.Ending)
    told = {**where, **facts(way.at), "interview": "2027-01-07", "heard": "2027-01-08", "asked": "", "asked-last": ""}
    early, due = (data(told, f"2027-01-{day}T10:00:00-05:00")["ending"] for day in ("12", "20"))
    assert ("waiting", way.at.title) == (early["status"], early["title"])
    assert ("due", "Ask them how things stand") == (due["status"], due["title"])
    assert early["why"] == due["why"]


def test_a_way_leads_to_the_page_that_treats_its_step():
    """The page of every state is reached, and none that has a page of its own leads to that of another."""
    reached = set()
    for way in walking.paths():
        assert isinstance(way.at, flow.Ending)
        for now in (SAME_DAY, "2027-01-13T18:00:00-05:00", LATER, "2027-04-01T10:00:00-04:00"):
            answer = asked({**way.answers, **facts(way.at)}, now)
            if answer["problems"]:
                continue
            end = answer["data"]["ending"]
            told = flow.flow().endings[end["id"]].page if end["action"] == way.at.action else ""
            assert f"/{told or guide.page(end['action'], end['state'] or 'held')}/" == end["page"]
            assert f'{end["page"].removeprefix("/")}">Read more' in answer["fragment"]
            reached.add(end["page"].strip("/"))
    assert {guide.page("answer", state) for state in STATES if state != "closed"} <= reached


def test_an_ending_names_a_page_only_where_that_of_its_step_would_be_another():
    """What the data of the guide's pages say is not said again."""
    states = ("held", "ahead", "closed", "task", "accepted")
    for end in flow.flow().endings.values():
        assert not end.page or any(end.page != guide.page(end.action, state) for state in states)


@pytest.mark.parametrize("way", tuple(walking.paths()), ids=lambda way: "-".join(way.answers.values()))
def test_every_way_ends_with_the_readers_own_case_too(way: walking.Way):
    """What the case tells is not asked again; an ending may then say what comes first instead."""
    assert isinstance(way.at, flow.Ending)
    found = data({**way.answers, **facts(way.at)}, case=fields())
    assert way.at.id == found["ending"]["id"]


@pytest.mark.parametrize(
    ("where", "now", "expected"),
    [
        ("interviewed no onsite", SAME_DAY, ("thank-you", "2027-01-08T09:00:00-05:00")),
        ("interviewed no phone", SAME_DAY, ("thank-you", "2027-01-07T15:30:00-05:00")),
        ("interviewed no video yes", SAME_DAY, ("thank-you", "2027-01-07T15:30:00-05:00")),
        ("interviewed no video no", SAME_DAY, ("thank-you", "2027-01-08T09:00:00-05:00")),
        ("interviewed yes none", SAME_DAY, ("check-in", "2027-01-14T09:00:00-05:00")),
        ("waiting interview date", SAME_DAY, ("check-in", "2027-01-14T09:00:00-05:00")),
        ("silence interview once", LATER, ("second-check-in", "2027-01-28T09:00:00-05:00")),
        ("silence interview twice", LATER, ("let-go", "2027-02-11T09:00:00-05:00")),
        ("silence interview never no call", "2027-01-14T11:30:00-05:00", ("check-in", "2027-01-14T13:00:00-05:00")),
        ("replied call-back", LATER, ("call", "2027-02-10T09:00:00-05:00")),
        ("replied question", "2027-01-13T18:00:00-05:00", ("answer", "2027-01-14T09:00:00-05:00")),
        ("rejected no", "2027-01-13T18:00:00-05:00", ("ask-feedback", "2027-01-14T09:00:00-05:00")),
        ("offer yes", LATER, ("tell-offer", "2027-02-01T10:00:00-05:00")),
        ("done no no", "2027-02-05T18:00:00-05:00", ("withdraw", "2027-02-08T09:00:00-05:00")),
    ],
)
def test_the_date_is_the_planners(where: str, now: str, expected: tuple[str, str]):
    """The interview was on Thursday 7 January 2027 and ended at 15:00 in New York."""
    values = where.split()
    way = next(one for one in walking.paths() if list(one.answers.values()) == values)
    assert expected == ended(way.answers, now)


def test_the_readers_case_gives_the_date_and_no_fact_is_asked():
    """What was typed once in the planner is there."""
    end = data({"where": "silence", "followed-up": "never", "named-date": "no", "manner": "write"}, case=fields())
    assert "2027-01-14T09:00:00-05:00" == end["ending"]["window"]["target"]


def test_a_case_that_knows_of_no_first_check_in_asks_for_its_day():
    """The answers add to the case what it does not hold yet, and the date counts from that."""
    told = fields(events=[event("sent", "2027-01-08T09:00", step="thank-you", to="Dana Ruiz")])
    way = {"where": "silence", "followed-up": "twice"}
    assert "sent" == data(way, case=told)["question"]["id"]
    end = data({**way, "sent": "2027-01-14", "sent-again": "2027-01-28"}, case=told)["ending"]
    assert ("let-go", "2027-02-11") == (end["action"], end["window"]["target"][:10])


def test_a_late_thank_you_has_the_words_for_it():
    """The letter is the plan's, which knows what day it is."""
    way = {"where": "interviewed", "thanked": "no", "format": "onsite"}
    end = data({**way, **FACTS}, "2027-01-09T10:00:00-05:00")["ending"]
    assert ("overdue", "thank-you-late") == (end["status"], end["letter"])


@pytest.mark.parametrize(
    ("answers", "is_unsent"),
    [
        ({"where": "interviewed", "thanked": "no", "format": "onsite"}, True),
        ({"where": "interviewed", "thanked": "yes", "promise": "none"}, False),
        ({"where": "waiting", "promise": "none"}, False),
        ({"where": "rejected", "answered-no": "yes", "afterwards": "card"}, False),
    ],
)
def test_a_missing_thank_you_is_spoken_of_only_where_the_reader_said_so(answers: dict[str, str], is_unsent: bool):
    """Who sent it, or was not asked, is not told that it was not sent."""
    fragment = asked({**answers, **FACTS}, LATER)["fragment"]
    assert is_unsent == ("your thank-you is still unsent" in fragment)


def test_a_case_tells_of_the_missing_thank_you_where_the_answers_do_not():
    """The answers win over it."""
    shown = asked({"where": "waiting", "promise": "none"}, LATER, case=fields())["fragment"]
    assert "your thank-you is still unsent" in shown
    answers = {"where": "interviewed", "thanked": "yes", "promise": "none"}
    assert "your thank-you is still unsent" not in asked(answers, LATER, case=fields())["fragment"]


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"where": "nowhere"}, "answers.where"),
        ({"colour": "blue"}, "answers.colour"),
        ({"where": "waiting", "promise": "none", "interview": "2027-02-30"}, "answers.interview"),
        ({"where": "waiting", "promise": "none", "interview": "2027-01-07", "zone": "Mars"}, "answers.zone"),
        ({"where": "waiting", "promise": "none", "interview": "", "zone": ""}, "answers.interview"),
        ({"where": "waiting", "promise": "date", **FACTS, "promised": "2027-01-04"}, "answers.promised"),
        ({"where": "silence", "followed-up": "once", **FACTS, "sent": "2027-03-04"}, "answers.sent"),
        ({"where": "silence", "followed-up": "once", **FACTS, "sent": "2027-01-04"}, "answers.sent"),
        ({"where": "silence", "followed-up": "twice", **FACTS, "sent-again": "2027-01-13"}, "answers.sent-again"),
        ({"where": "offer", "still-wanted": "yes", **FACTS, "deadline": "2027-01-31"}, "answers.deadline"),
    ],
)
def test_a_wrong_answer_is_named(answers: dict[str, str], field: str):
    """The problem stands beside the answer that caused it, and never brings the tool down."""
    assert field in [problem["field"] for problem in asked(answers)["problems"]]


def test_a_deadline_that_is_over_is_refused_in_words_of_what_was_asked():
    """Nobody was asked for the day of the offer."""
    answers = {"where": "offer", "still-wanted": "yes", **FACTS, "deadline": "2027-01-31"}
    assert ["Enter a day that is not over yet, or leave it empty"] == [
        problem["message"] for problem in asked(answers)["problems"]
    ]


@pytest.mark.parametrize(
    ("told", "action", "words"),
    [
        ({"events": [event("reply", "2027-01-12T10:00", outcome="rejected")]}, "ask-feedback", "Reply to Dana"),
        ({"promise": {"kind": "no-contact"}}, "let-go", "Let it go"),
    ],
)
@pytest.mark.parametrize("manner", ["write", "call"])
def test_a_step_that_is_over_is_not_to_be_written_or_called(told: dict[str, Any], action: str, words: str, manner: str):
    """What the reader's own plan has next is said instead, in its words."""
    answers = {"where": "silence", "followed-up": "never", "named-date": "no", "manner": manner}
    answer = asked(answers, "2027-01-12T16:00:00-05:00", case=fields(**told))
    assert action == answer["data"]["ending"]["action"]
    assert words in answer["fragment"]
    assert "Prepare the call" not in answer["fragment"]
    assert "Check in" not in answer["fragment"]


def test_a_day_beyond_the_calendar_is_named():
    """No date is guessed."""
    answers = {"where": "waiting", "promise": "none", **FACTS, "interview": "2090-01-05"}
    assert ["answers.interview"] == [problem["field"] for problem in asked(answers)["problems"]]


def test_something_heard_on_the_day_of_the_interview_came_after_it():
    """A no on the same evening is one, even without an hour."""
    answers = {"where": "rejected", "answered-no": "no", **FACTS, "heard": "2027-01-07", "ended": ""}
    assert "ask-feedback" == data(answers, "2027-01-08T08:00:00-05:00")["ending"]["action"]


def test_each_answer_can_be_changed():
    """The link holds the answers before it, so that the question is asked again."""
    fragment = asked({"where": "silence", "followed-up": "once"})["fragment"]
    assert 'href="#"' in fragment
    assert 'href="#answers.where=silence"' in fragment


def test_the_whole_plan_is_one_link_away():
    """The answers travel in the part of the address that never leaves the browser."""
    fragment = asked({"where": "waiting", "promise": "none", **FACTS})["fragment"]
    assert "tools/planner/#case=" in fragment


@pytest.mark.parametrize("nasty", ["{{ 7*7 }}", "<b>x</b>", '"><script>'])
def test_what_is_typed_stays_text(nasty: str):
    """An address is made by anybody."""
    assert "<" not in asked({"where": nasty})["fragment"]
    assert "<script" not in asked({"where": "waiting", nasty: nasty})["fragment"]


@pytest.mark.parametrize(
    ("way", "letter", "words"),
    [
        ({"where": "other", "other": "slip", "slip": "fact"}, "correction", "Put it right today"),
        ({"where": "other", "other": "slip", "slip": "typing"}, "", "Leave it alone"),
        ({"where": "other", "other": "applied"}, "", "81 of 100 managers"),
    ],
)
def test_what_has_no_date_is_answered_at_once(way: dict[str, str], letter: str, words: str):
    """A slip in a message, and an application without an interview (situations 21 and 36)."""
    answer = asked(way)
    assert (letter, None) == (answer["data"]["ending"]["letter"], answer["data"]["ending"]["window"])
    assert words in answer["fragment"]


WAITING = {"where": "waiting", "promise": "date"} | FACTS


@pytest.mark.parametrize(
    ("said", "day"),
    [("early next week", "2027-01-14"), ("in a couple of weeks", "2027-01-25"), ("15 Jan", "2027-01-19")],
)
def test_a_day_may_be_told_in_their_words(said: str, day: str):
    """It stands in the answers as the day it was read as (situation 32)."""
    answers = WAITING | {"promised": "", "promised-said": said}
    answer = asked(answers, SAME_DAY)
    assert day == answer["data"]["ending"]["window"]["target"][:10]
    assert said in answer["fragment"]
    assert "said" not in case_in(answer["fragment"])["promise"]


@pytest.mark.parametrize("said", ["soon", "when the moon is full", "early January 2020", "early March"])
def test_words_that_lead_to_no_day_are_said_so_beside_them(said: str):
    """They named none, nobody can read it, or it was over when it was said."""
    answers = WAITING | {"interview": "2027-03-20", "promised": "", "promised-said": said}
    now = "2027-03-21T10:00:00-04:00"
    assert ["answers.promised-said"] == [one["field"] for one in asked(answers, now)["problems"]]


def test_one_of_day_and_words_is_needed():
    """Both empty is no answer."""
    found = asked(WAITING | {"promised": "", "promised-said": ""})
    assert ["answers.promised"] == [one["field"] for one in found["problems"]]


def test_their_holidays_are_left_out():
    """Monday the 18th is one in the United States and none without a country."""
    where = {"where": "waiting", "promise": "none"} | FACTS | {"interview": "2027-01-12"}
    days = [
        data({**where, "country": country}, SAME_DAY.replace("-07T", "-12T"))["ending"]["window"]["target"][:10]
        for country in ("US", "")
    ]
    assert ["2027-01-20", "2027-01-19"] == days


@pytest.mark.parametrize(("where", "starts"), [("interviewed", True), ("waiting", False)])
def test_an_interview_just_held_begins_with_today(where: str, starts: bool):
    """Who has waited had it on another day."""
    way = {"where": where, "thanked": "yes", "promise": "none"}
    fragment = asked(way)["fragment"]
    assert starts == ('data-starts-as="today"' in fragment) == ('data-starts-as="hour"' in fragment)
    assert 'data-starts-as="country"' in fragment
    # Chromium still calls it by its old name.
    assert re.search(r'<option value="IN" data-zones="[^"]*Asia/Calcutta[^"]*">', fragment)


@pytest.mark.parametrize(
    ("pace", "words", "day"),
    [
        ({}, "five business days are a fair wait", "2027-01-14"),
        ({"pace": "long-wait"}, "ten business days are a fair wait", "2027-01-21"),
        ({"pace": "university"}, "20 business days are a fair wait", "2027-02-04"),
    ],
)
def test_a_reason_carries_the_figure_of_the_pace(pace: dict[str, str], words: str, day: str):
    """The plan of a country that waits longer is not explained by the figure of another one."""
    told = {"where": "waiting", "promise": "none"} | FACTS | {"country": "DE", "zone": "Europe/Berlin", "region": ""}
    answer = asked(told | pace, SAME_DAY)
    assert words in answer["data"]["ending"]["why"]
    assert day == answer["data"]["ending"]["window"]["target"][:10]
    assert ("O43" in answer["data"]["ending"]["rules"]) == bool(pace)


@pytest.mark.parametrize(
    ("way", "told"),
    [
        ({"where": "accepted", "first-day": "no"}, {"said-yes": "2027-09-01"}),
        ({"where": "other", "other": "more-time", "more-time": "task"}, {"set-on": "2027-09-01", "asked-time": ""}),
        (
            {"where": "other", "other": "more-time", "more-time": "task"},
            {"set-on": "2027-01-20", "asked-time": "2027-09-01"},
        ),
    ],
)
def test_what_happened_lies_behind_the_reader_with_a_case_of_ones_own_too(way: dict[str, str], told: dict[str, str]):
    """A yes, a task and a question of the reader's are told once they are made, as in a case made of the answers."""
    problems = asked(way | told | {"due-on": ""}, LATER, case=fields())["problems"]
    (ahead,) = (name for name, day in told.items() if day > LATER)
    assert [(f"answers.{ahead}", "Enter a day that is not in the future")] == [
        (one["field"], one["message"]) for one in problems
    ]


def test_a_slower_pace_is_offered_where_the_country_makes_it_likely():
    """In one tap, as an answer that can be changed."""
    told = {"where": "waiting", "promise": "none"} | FACTS | {"country": "DE", "zone": "Europe/Berlin", "region": ""}
    fragment = asked(told, SAME_DAY)["fragment"]
    assert "two working weeks" in fragment
    assert "answers.pace=long-wait" in fragment
    chosen = asked(told | {"pace": "long-wait"}, SAME_DAY)["fragment"]
    assert 'answers.pace=long-wait">' not in chosen
    assert "How fast do they move?" in chosen
    assert ["answers.pace"] == [one["field"] for one in asked(told | {"pace": "snail"}, SAME_DAY)["problems"]]


def test_a_step_beside_the_first_is_named():
    """Whoever has another offer tells them, and asks the others for time."""
    fragment = asked({"where": "offer", "still-wanted": "yes"} | FACTS, LATER)["fragment"]
    assert "ask those who made the other offer for more time, by phone" in fragment


@pytest.mark.parametrize("heard", ["2027-01-12", "2026-03-12"])
def test_nothing_is_left_where_nothing_is(heard: str):
    """A card is not proposed beside the word that nothing is left to do."""
    told = {"where": "rejected", "answered-no": "yes", "afterwards": "card"} | FACTS
    told |= {"interview": "2026-03-01" if heard < "2027" else "2027-01-07", "heard": heard}
    answer = asked(told, "2027-01-14T10:00:00-05:00")
    end = answer["data"]["ending"]
    assert (heard < "2027") == (end["title"] == "There is nothing left to do") == (end["window"] is None)
    assert (heard > "2027") == ("Post a handwritten card" in answer["fragment"])


def test_a_case_of_ones_own_is_told_that_it_does_not_know():
    """What was told here is not in the plan of the planner yet."""
    told = {"where": "replied", "reply": "on-hold", "heard": "2027-01-13", "named": ""}
    words = "Your plan for Acme does not have what you told us here"
    assert words in asked(told, LATER, case=fields())["fragment"]
    known = fields(events=[event("reply", "2027-01-13T10:00", outcome="on-hold")])
    assert words not in asked(told, LATER, case=known)["fragment"]


def test_an_offer_that_was_taken_back_is_asked_about_as_in_the_plan():
    """Nobody wants feedback on it: the letter asks for the reason, and the title says so."""
    told = [event("reply", "2027-01-14T10:00", outcome="offer-written"), event("reply", LATER, outcome="taken-back")]
    end = data({"where": "waiting", "waits": "interview", "promise": "none"}, case=fields(events=told))["ending"]
    assert ("Reply to Dana Ruiz and ask why", "offer-taken-back") == (end["title"], end["letter"])


def test_nothing_is_to_do_now_on_a_saturday_and_no_end_lies_before_the_hour_that_is_shown():
    """What is due waits for Monday, and what is late names no end that is over; the clock is the reader's own."""
    way = next(one for one in walking.paths() if list(one.answers.values()) == ["rejected", "again", "interest"])
    assert isinstance(way.at, flow.Ending)
    told = {**way.answers, **facts(way.at), "said-no": "2027-01-12"}
    shown = asked({**told, "heard": "2027-01-15"}, "2027-01-16T10:00:00-05:00")["fragment"]
    assert "Monday 18 January 2027, 9:00 am" in re.sub(r"<[^>]+>", "", shown)
    assert "To do now" not in shown
    assert "3:00 pm, New York" in shown
    late = asked({**told, "heard": "2027-01-13"}, "2027-01-16T10:00:00-05:00")["fragment"]
    assert "Late, but do it" in late
    assert "At the latest" not in late


BACK = {"where": "other", "other": "reopened"}


@pytest.mark.parametrize(
    ("told", "action", "letter", "channel"),
    [
        ("no", "check-in", "check-in", "email"),
        ("withdrew", "ask-back", "ask-back", "email"),
        ("declined", "ask-back", "ask-back", "phone"),
        ("asked-back", "answer", "answer-question", "email"),
    ],
)
def test_who_wants_back_is_asked_whether_they_hold_a_no(told: str, action: str, letter: str, channel: str):
    """Whoever only closed it goes on; whoever told them takes that back, unless they asked first."""
    way = walking.walk({**BACK, "had-told": told})
    assert isinstance(way.at, flow.Ending)
    days = {"asked": "", "heard": "2027-01-29"}
    answer = asked(
        {**way.answers, **facts(way.at), **{name: days[name] for name in days if name in facts(way.at)}}, LATER
    )
    end = answer["data"]["ending"]
    assert (action, letter) == (end["action"], end["letter"])
    assert (channel == "phone") == ("by phone" in answer["fragment"])


@pytest.mark.parametrize(("now", "goes_again"), [("2027-01-08T09:00:00-05:00", True), (LATER, False)])
def test_a_thank_you_that_came_back_goes_out_again_while_it_can(now: str, goes_again: bool):
    """Weeks later they are asked how things stand, and nobody is told to thank them first."""
    way = {"where": "other", "other": "bounced", "which-message": "thanks"}
    walk = walking.walk(way)
    assert isinstance(walk.at, flow.Ending)
    end = data({**way, **facts(walk.at), "back": now[:10]}, now)["ending"]
    assert (goes_again, goes_again) == (end["action"] == "thank-you", end["title"] == walk.at.title)


def test_what_went_to_the_wrong_person_goes_to_the_right_one():
    """No correction of a name is written for it."""
    end = data({"where": "other", "other": "slip", "slip": "person"})["ending"]
    assert ("", True) == (end["letter"], "right person today" in end["title"])

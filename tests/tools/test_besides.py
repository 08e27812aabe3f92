"""What may be so beside a way through What now?, and what it puts into a plan that is kept."""

import html
import json
import re
from typing import Any

import pytest
from cases import event, fields
from ways import FACTS, LATER, SAME_DAY, asked, case_in, planner

from followup.tools.what_now import flow

WAITS = {
    "where": "waiting",
    "waits": "interview",
    "promise": "none",
    **{name: FACTS[name] for name in ("interview", "ended", "zone", "country")},
}


def links(answers: dict[str, str]) -> dict[str, str]:
    """What one tap would say besides."""
    return dict(re.findall(r"answers\.(between|texts|inside)=yes\">([^<]+)</a>", asked(answers)["fragment"]))


def test_one_tap_says_who_looks_after_the_reader_how_they_write_and_where_the_reader_works():
    """Below what is next, and not again once it was said."""
    offered = links(WAITS)
    assert {"between", "texts", "inside"} == set(offered)
    assert "A recruiter from an agency stands between us" == offered["between"]
    assert {"texts", "inside"} == set(links({**WAITS, "between": "yes"}))


def test_a_recruiter_between_is_the_one_to_ask():
    """The agency is rung the same day (situations.md, 29)."""
    told = asked({**WAITS, "between": "yes"}, SAME_DAY)
    assert [{}, {"part": "agency"}] == case_in(told["fragment"])["rounds"][0]["interviewers"]
    assert "agency" in told["fragment"]


def test_a_text_is_the_way_where_they_only_write_texts():
    """The writer opens with the short form (34)."""
    told = asked({**WAITS, "texts": "yes"})
    step = next(one for one in planner(case_in(told["fragment"]), LATER)["steps"] if one["action"] == "check-in")
    assert "message" == step["channel"]
    assert "#letter=check-in&form=message" in html.unescape(told["fragment"])


def test_who_works_there_already_has_words_for_the_corridor():
    """The plan's own notice (48)."""
    assert "internal" == case_in(asked({**WAITS, "inside": "yes"})["fragment"])["candidate"]
    assert "corridor" in asked({**WAITS, "inside": "yes"})["fragment"]


def test_it_is_not_offered_where_the_way_asked_for_it():
    """Whoever chose between writing, texting and calling has said it."""
    way = {**WAITS, "where": "silence", "silent": "interview", "followed-up": "never", "named-date": "no"}
    assert "texts" not in links({**way, "manner": "write"})


def test_news_of_layoffs_counts_what_was_asked_before():
    """Two questions in a row are spent: nothing more is sent (54)."""
    told = {
        "where": "other",
        "other": "layoffs",
        **{name: WAITS[name] for name in ("interview", "ended", "zone", "country")},
    }
    end = asked({**told, "asked": "2027-01-14", "asked-last": "2027-01-28"})["data"]["ending"]
    assert ("held", "let-go") == (end["state"], end["action"])


def added(answers: dict[str, str], case: dict[str, Any]) -> dict[str, Any]:
    """What the button of the answer puts into the case."""
    found = re.findall(
        r'data-add="([^"]+)" data-at="now">Add it to my plan for Acme', asked(answers, case=case)["fragment"]
    )
    told: dict[str, Any] = json.loads(html.unescape(found[0])) if found else {}
    return told


def test_what_was_told_goes_into_the_plan_that_is_kept():
    """The events alone; then the planner says what was said here, and there is nothing to add any more."""
    way = {"where": "replied", "reply": "on-hold", "heard": "2027-01-29", "named": "2027-03-01"}
    case = fields(events=[event("sent", "2027-01-08T09:00", step="thank-you", to="Dana Ruiz")])
    end = asked(way, case=case)["data"]["ending"]
    told = added(way, case)
    assert {"events"} == set(told)
    case["events"] = [*case["events"], *told["events"]]
    plan = planner(case, LATER)
    step = next(one for one in plan["steps"] if one["id"] == plan["next"])
    assert (end["state"], end["action"], end["window"]) == (plan["state"], step["action"], step["window"])
    assert {} == added(way, case)


def test_a_date_they_named_goes_in_only_where_the_plan_holds_none():
    """What was told there before is not overwritten."""
    way = {"where": "waiting", "waits": "interview", "promise": "date", "promised": "2027-02-10", "promised-said": ""}
    assert "promise" in added(way, fields())
    assert {} == added(way, fields(promise={"kind": "said", "said": "soon"}))


def test_nothing_of_tomorrow_goes_into_a_plan():
    """They cannot have written then."""
    way = {"where": "replied", "reply": "question", "heard": "2027-02-02"}
    assert {} == added(way, fields())


@pytest.mark.parametrize("answer", ["no", "perhaps"])
def test_only_yes_says_it(answer: str):
    """Anything else is a mistake in the address."""
    assert [f"answers.{one}" for one in flow.flow().besides] == [
        problem["field"] for one in flow.flow().besides for problem in asked({**WAITS, one: answer})["problems"]
    ]

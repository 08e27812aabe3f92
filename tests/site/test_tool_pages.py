"""Tests of a tool's page: what its script relies on stands in the built HTML."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from followup.model.wording import choices
from followup_site.pages import tool_pages
from followup_site.pages.tool_pages import ExampleRefused, tool

APP = Path(__file__).parents[2] / "overrides" / "assets" / "app"
PARTS = (
    "summary",
    "summary-list",
    "summary-item",
    "loading",
    "loaded",
    "failed",
    "conflict",
    "undo",
    "status",
)


@pytest.fixture(scope="module")
def planner() -> str:
    """The planner's HTML."""
    return tool({"name": "planner"})


@pytest.mark.parametrize("part", [*PARTS, "answer"])
def test_every_part_that_the_script_looks_for_is_there(planner: str, part: str):
    """Once each."""
    assert 1 == planner.count(f'data-part="{part}"')


def test_every_cause_of_failure_has_its_words(planner: str):
    """The causes are those that the runtime names."""
    causes = re.search(r"@typedef \{(.*?)\} Why", (APP / "python" / "python.js").read_text(encoding="utf-8"))
    assert causes is not None
    assert set(re.findall(r'"([a-z-]+)"', causes[1])) == set(re.findall(r'data-why="([a-z-]+)"', planner))


def test_a_worked_example_is_answered_before_python_wakes(planner: str):
    """A reader without a script sees what the tool does."""
    assert "An example: an interview on site in New York on Thursday" in planner
    assert "Thank Dana Ruiz" in planner


@pytest.mark.parametrize(("field", "kinds"), [("rounds[0].format", "formats"), ("promise.kind", "promises")])
def test_every_answer_that_a_case_may_hold_has_its_button(planner: str, field: str, kinds: str):
    """A kept case whose answer had none would be planned with another, unseen."""
    radios = next(one for one in planner.split("<followup-radios ")[1:] if f'name="{field}"' in one)
    radios = radios.partition("</followup-radios>")[0]
    assert {value for value, _ in choices(kinds)} == set(re.findall(r'type="radio"[^>]* value="([^"]*)"', radios))


def test_what_the_answer_rests_on_stands_above_it(planner: str):
    """The questions that start it, then every other one in a group of its own, then the answer."""
    first, rest = planner.index('data-part="first"'), planner.index('data-part="recap"')
    assert first < rest < planner.index('data-list="events"') < planner.index("</form>")
    assert planner.index("</form>") < planner.index('data-part="answer"')


def test_a_problem_in_a_worked_example_stops_the_build(monkeypatch: pytest.MonkeyPatch):
    """The page would show nothing."""
    wrong = replace(tool_pages.examples.planner(), fields={})
    monkeypatch.setitem(tool_pages.TOOLS, "planner", tool_pages.ToolPage(example=lambda: wrong))
    with pytest.raises(ExampleRefused):
        tool({"name": "planner"})


def test_no_markup_and_no_labels_stand_in_the_scripts():
    """Python wrote them into the page."""
    for script in APP.rglob("*.js"):
        assert not re.search(r"</[a-z]", script.read_text(encoding="utf-8")), script.name


def test_an_example_letter_keeps_its_paragraphs():
    """A blank line would end the HTML for Markdown, so it is written as a character."""
    html = tool_pages.tool({"name": "writer"})
    assert "Hi Dana,\n&#10;Thank you" in html
    assert "\n\n" not in html


def test_an_example_draft_is_marked_before_python_wakes():
    """Warnings, notes and a point in dispute with both its sides, each mark linked to its finding."""
    html = tool_pages.tool({"name": "checker"})
    assert '<mark class="check__mark check__mark--warning">[First Name]</mark>' in html
    assert '<mark class="check__mark check__mark--warning">Data Scientist</mark>' in html
    assert '<mark class="check__mark check__mark--disputed">' in html
    dispute = html.partition("check__finding--disputed")[2].partition("</li>\n<li class=")[0]
    assert "Who says what" in dispute
    assert {"resume", "staffing"} <= set(re.findall(r"the (resume|staffing)", dispute.casefold()))
    numbers = re.findall(r'href="#checker-finding-(\d+)"', html)
    assert 5 < len(numbers) == html.count('id="checker-finding-')


@pytest.mark.parametrize(
    ("today", "day"), [("2026-11-20", "2026-11-19"), ("2026-11-29", "2026-11-19"), ("2026-01-02", "2025-12-18")]
)
def test_the_example_is_of_a_day_on_which_people_work(today: str, day: str):
    """Not of Thanksgiving, and not of New Year's Day or Christmas a week before."""
    assert day == tool_pages.examples.last_thursday(date.fromisoformat(today)).isoformat()

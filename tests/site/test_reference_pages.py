"""The pages for developers that are made from the code."""

import doctest
from pathlib import Path

import pytest

from followup import door
from followup.model.case import Case
from followup_site.pages import reference_pages, timeline_pages

pytestmark = pytest.mark.ours

DOCS = Path(__file__).parents[2] / "docs"


def test_the_reference_names_every_tool_and_the_planners_fields():
    """Made from the same questions as the forms."""
    page = reference_pages.tools_reference({})
    assert all(f"### `{tool}`" in page for tool in door.TOOLS)
    assert "| <code>rounds[].<wbr>interviewers[].<wbr>email</code> | email address |" in page
    assert "| <code>promise.<wbr>from</code> | date, `YYYY-MM-DD` |" in page


def test_every_question_of_a_case_has_a_path_and_says_how_many() -> None:
    """Lists and objects are told from single values."""
    page = reference_pages.tools_reference({})
    assert "| <code>rounds</code> | list of objects, at most 20 |" in page
    assert "| <code>promise</code> | object |" in page
    assert "| <code>closures</code> | list, each: date, `YYYY-MM-DD` |" in page
    paths = [one.path for one in reference_pages.asked(Case)]
    assert len(paths) == len(set(paths))


def test_every_module_has_a_doorplate_of_one_sentence():
    """The list of modules is as good as their docstrings."""
    rows = [line.split(" | ") for line in reference_pages.modules({}).splitlines() if line.startswith("| <code>")]
    assert 40 < len(rows)
    assert [] == [row[0] for row in rows if not row[1].endswith(". |")]


def test_the_examples_of_the_python_page_are_true():
    """What stands there can be typed."""
    failed, tried = doctest.testfile(str(DOCS / "developers" / "python.md"), module_relative=False)
    assert (0, True) == (failed, tried > 5)


def test_the_timeline_shows_monday_and_friday_with_the_same_steps():
    """One picture and one table each."""
    page = timeline_pages.timeline({})
    assert 2 == page.count("<svg")
    assert 2 == page.count("| Letting it go |")
    assert "### Interview on a Friday {#friday}" in page

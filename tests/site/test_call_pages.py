"""The call day stands in the guide, in a picture and in words."""

from followup_site.pages.tags import filled
from followup_site.pages.tool_pages import tool


def test_the_bar_has_words_beside_it():
    """Its caption says the hours."""
    page = filled("<followup-callday/>")
    assert "<svg" in page
    assert "<figcaption>Call from 09:00 to 11:00 and 13:00 to 17:00 on their clock" in page


def test_the_call_sheets_page_holds_a_worked_example():
    """It can be read before Python wakes, or without it."""
    page = tool({"name": "call-sheet"})
    assert "Call Dana Ruiz" in page
    assert 'name="case"' not in page


def test_the_first_question_of_what_now_stands_in_its_page():
    """Its own form is empty: the answers live in the address."""
    page = tool({"name": "what-now"})
    assert 'data-told="address"' in page
    assert 'value="interviewed"' in page
    assert 'name="answers"' not in page


def test_the_list_of_interviews_is_asked_about_every_case():
    """Its page has no form, and a way to the first interview."""
    page = tool({"name": "interviews"})
    assert 'data-case="all"' in page
    assert "data-new-case" in page

"""Tests of the panels' environment."""

import pytest
from jinja2 import UndefinedError

from followup.render import panels


def test_what_a_reader_typed_is_escaped():
    """Jinja's own choice would leave *.html.jinja alone."""
    made = panels.environment().from_string("{{ name }}")
    assert panels.environment().autoescape("panels/plan.html.jinja")  # type: ignore[operator]  # a function here
    assert "&lt;b&gt;" == made.render(name="<b>")


def test_a_word_that_is_missing_is_our_mistake():
    """An empty place in a page would go unnoticed."""
    with pytest.raises(UndefinedError):
        panels.panel("plan")

"""Tests of the panels' environment."""

import pytest
from jinja2 import UndefinedError

from followup import rendering


def test_what_a_reader_typed_is_escaped():
    """Jinja's own choice would leave *.html.jinja alone."""
    made = rendering.environment().from_string("{{ name }}")
    assert rendering.environment().autoescape("panels/plan.html.jinja")  # type: ignore[operator]  # a function here
    assert "&lt;b&gt;" == made.render(name="<b>")


def test_a_word_that_is_missing_is_our_mistake():
    """An empty place in a page would go unnoticed."""
    with pytest.raises(UndefinedError):
        rendering.panel("plan")

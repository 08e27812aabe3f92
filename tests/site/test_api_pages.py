"""The page on the package's functions says of each what it takes, what it gives and what it raises."""

import importlib
import inspect

import pytest

from followup_site.pages.api_pages import FUNCTIONS, api

pytestmark = pytest.mark.ours

EVERY = [(module, name) for module, names in FUNCTIONS.items() for name in names]


@pytest.mark.parametrize(("module", "name"), EVERY)
def test_a_function_is_typed_and_says_what_it_gives(module: str, name: str) -> None:
    """Each parameter and the result have a type, and the docstring begins with a sentence."""
    function = inspect.unwrap(getattr(importlib.import_module(module), name))
    signature = inspect.signature(function)
    assert inspect.Signature.empty is not signature.return_annotation
    assert [] == [one.name for one in signature.parameters.values() if one.annotation is inspect.Parameter.empty]
    assert (inspect.getdoc(function) or "").partition("\n")[0].rstrip().endswith((".", ":"))


def test_the_page_holds_them_all_with_their_examples() -> None:
    """Signature, words and example stand below each other."""
    page = api({})
    assert all(f"### `{name}`" in page for _, name in EVERY)
    assert "add_business_days(day: date, count: int, calendar: Calendar) -> date" in page
    assert '>>> add_business_days(date(2027, 1, 7), 5, calendar_for("US"))' in page
    assert "UnknownCountry" in page

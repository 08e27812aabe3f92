"""Each example in a docstring of the engine gives what stands below it."""

import doctest
import importlib
import pkgutil

import pytest

import followup

MODULES = [
    one.name for one in pkgutil.walk_packages(followup.__path__, "followup.") if not one.name.endswith("__main__")
]


@pytest.mark.parametrize("name", MODULES)
def test_every_example_is_true(name: str) -> None:
    """Of every module; most have none."""
    assert 0 == doctest.testmod(importlib.import_module(name)).failed


def test_there_are_examples() -> None:
    """Else the test above would look at nothing."""
    finder = doctest.DocTestFinder(exclude_empty=True)
    tried = [one for name in MODULES for one in finder.find(importlib.import_module(name)) if one.examples]
    assert len(tried) > 5

"""The examples on the pages for developers work as they stand."""

import datetime as dt
import re
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from followup import letters
from followup.checking.phrases import read_phrases
from followup.checking.spans import fold
from followup.door import consult

DEVELOPERS = Path(__file__).parents[2] / "docs" / "developers"
NOW = dt.datetime(2027, 1, 7, 18, tzinfo=dt.UTC)


def _example(page: str, language: str) -> str:
    text = (DEVELOPERS / page).read_text(encoding="utf-8")
    found = re.search(rf"```{language}\n(.*?)```", text, flags=re.DOTALL)
    assert found is not None
    return found[1]


@pytest.fixture
def example_tool(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Gives the module that stands on the page."""
    module = ModuleType("example_tool")
    # Reading the questions looks up the module of their dataclass.
    monkeypatch.setitem(sys.modules, module.__name__, module)
    exec(_example("add-a-tool.md", "python"), module.__dict__)
    return module


def test_the_example_tool_answers(example_tool: ModuleType) -> None:
    """Who copies the example has a working tool to begin with."""
    assert {"days": 7} == consult(example_tool, {"first": "2027-01-07", "last": "2027-01-14"}, NOW).data


def test_the_example_tool_names_the_field_that_is_wrong(example_tool: ModuleType) -> None:
    """The example shows a problem across two fields."""
    found = consult(example_tool, {"first": "2027-01-07", "last": "2027-01-04"}, NOW)
    assert ["last"] == [problem.field for problem in found.problems]


def test_the_example_phrase_finds_and_leaves_what_it_says() -> None:
    """The example is a whole record that the checker would take."""
    (phrase,) = read_phrases(_example("add-a-check.md", "toml"))
    assert all(phrase.pattern.search(fold(text)) for text in phrase.finds)
    assert not any(phrase.pattern.search(fold(text)) for text in phrase.leaves)


def test_the_example_letter_has_the_keys_of_a_letter() -> None:
    """The front matter on the page holds no key that letters do not know."""
    front = tomllib.loads(_example("add-a-letter.md", "jinja").split("+++\n")[1])
    assert set() == front.keys() - set(letters.Letter.__dataclass_fields__)


def test_the_page_on_letters_tells_every_key() -> None:
    """A key that the page leaves out would have to be guessed."""
    text = (DEVELOPERS / "add-a-letter.md").read_text(encoding="utf-8")
    told = set(re.findall(r"`([a-z_]+)`", text)) | set(re.findall(r"^([a-z_]+) = ", text, flags=re.MULTILINE))
    assert set() == letters.Letter.__dataclass_fields__.keys() - told - {"source"}

"""What a frozen image is told to make ready and to forget."""

import ast
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from manners_of_letters import manners

import followup
from followup import frozen
from followup.letters import wanted_blanks, writing
from followup.letters.letter import Letter, letters
from followup.rules import rulebook


@pytest.fixture(autouse=True)
def apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keeps what these tests register away from the engine's own."""
    monkeypatch.setattr(frozen, "_forgetting", [])
    monkeypatch.setattr(frozen, "_warming", [])


def test_what_was_asked_before_is_remembered_until_it_is_forgotten() -> None:
    """The same question is looked into once for each reader, and nothing of one reader reaches the next."""
    asked = []

    @frozen.remembered(2)
    def double(number: int) -> int:
        asked.append(number)
        return number * 2

    assert [2, 2] == [double(1), double(1)]
    assert [1] == asked
    frozen.forget()
    assert 2 == double(1)
    assert [1, 1] == asked


def test_warming_calls_what_every_reader_needs() -> None:
    """A module says itself what it needs ready; nobody else lists it."""
    ready = []
    frozen.warmed(lambda: ready.append("letters"))
    frozen.warmed(lambda: ready.append("panels"))
    frozen.warm()
    assert ["letters", "panels"] == ready


def test_warming_reads_all_data_that_is_read_once() -> None:
    """A frozen engine has no files: what one reads at a reader's first question must have been read before."""
    rulebook.rules.cache_clear()
    frozen.warm()
    assert 1 == rulebook.rules.cache_info().currsize


# One table by each name that there is, a page that no plan asks for, and what others that are read once call.
READS_MORE = {"_text", "_rows", "records", "programs"}


def test_all_that_reads_data_reads_it_once_and_whole() -> None:
    """What asks for a part of a file reads it when that part is asked for: in a frozen engine there is none by then."""
    found = [
        (node.name, any("cache" in ast.unparse(one) for one in node.decorator_list) and not ast.unparse(node.args))
        for path in Path(followup.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and re.search(r"\bdata\.(?:table|text)\(", ast.unparse(node))
    ]
    assert 20 < len(found)
    assert READS_MORE == {name for name, is_read_once in found if not is_read_once}


@pytest.mark.parametrize("letter", letters().values(), ids=lambda letter: letter.id)
def test_warm_letters_are_written_in_every_manner_without_a_compiler(
    letter: Letter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A frozen engine has none: which of its wordings a letter takes changes nothing that was not made ready."""
    writing.make_ready(letter)

    def refuse(source: str) -> None:
        raise AssertionError(f"compiled when asked: {source[:60]}")

    for module in (writing, wanted_blanks):
        monkeypatch.setattr(module, "templates", SimpleNamespace(parse=refuse, from_string=refuse))
    for manner in manners(letter):
        assert wanted_blanks.used_blanks(letter, manner)

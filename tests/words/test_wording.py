"""The words of questions, choices, problems and views: each is asked for by code, and code asks for no other."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import followup
from followup.data import table

# What takes the name of a word first; `choices` is a keyword of a question as well.
ASKERS = {
    "questions.toml": ("asked", "question_words", "_box", "Question.said"),
    "choices.toml": ("choices", "choice_words", "asked.choices"),
    "problems.toml": ("problem_words",),
    "views.toml": ("view_words",),
}


def names(words: str) -> set[str]:
    """The names in one file of words; a question's stands under its form, a view's under its room."""
    held = table("words", words)
    has_rooms = words in ("questions.toml", "views.toml")
    return {f"{form}.{field}" for form in held for field in held[form]} if has_rooms else {*held}


def constants(told: ast.expr) -> Iterator[object]:
    """A constant, or both that a condition chooses between."""
    if isinstance(told, ast.IfExp):
        yield from (*constants(told.body), *constants(told.orelse))
    elif isinstance(told, ast.Constant):
        yield told.value


def calls() -> Iterator[tuple[str, object]]:
    """Every call with a constant in the first place, or under a name: who is called, "asked.choices", with what."""
    trees = (ast.parse(path.read_text("utf-8")) for path in Path(followup.__file__).parent.rglob("*.py"))
    for call in (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)):
        asker = call.func.id if isinstance(call.func, ast.Name) else ""
        told = [(asker, one) for one in call.args[:1]] + [(f"{asker}.{one.arg}", one.value) for one in call.keywords]
        yield from ((name, value) for name, one in told for value in constants(one))


@pytest.mark.parametrize("words", ASKERS)
def test_every_word_is_asked_for_and_no_other(words: str) -> None:
    """A question, a choice or a problem that code no longer has leaves its words behind, or is misspelt."""
    assert names(words) == {name for asker, name in calls() if asker in ASKERS[words]}


def test_no_problem_says_again_what_its_question_says() -> None:
    """The words for a missing answer stand with the question alone."""
    enters = {words.get("enter") for form in table("words", "questions.toml").values() for words in form.values()}
    assert [] == [name for name, words in table("words", "problems.toml").items() if words in enters]

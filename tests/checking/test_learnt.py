"""What the checker learnt is what its script makes of the messages as they are stored."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from followup.checking import learnt
from followup.frozen import forget

ROOT = Path(__file__).parents[2]


def script() -> ModuleType:
    """Gives scripts/learn_kinds.py as a module."""
    spec = importlib.util.spec_from_file_location("learn_kinds", ROOT / "scripts" / "learn_kinds.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.ours
@pytest.mark.parametrize("name", ["kinds", "tones"])
def test_the_stored_table_is_what_the_script_makes(name: str) -> None:
    """Who changes a message, a line or a sign learns anew: python scripts/learn_kinds.py."""
    learn_kinds = script()
    stored = (learn_kinds.LEARNT / f"{name}.txt").read_text(encoding="utf-8")
    assert stored == learn_kinds.table(name)


def test_a_text_without_a_known_sign_is_as_likely_as_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table whose first row adds nothing has no such row."""
    monkeypatch.setattr(learnt, "_text", lambda _: "fair foul\ngood\tRJ\n")
    forget()
    try:
        assert {"fair": 0.5, "foul": 0.5} == learnt.chances("weather", ["unknown"])
        assert learnt.chances("weather", ["good"])["fair"] > 0.8
    finally:
        forget()

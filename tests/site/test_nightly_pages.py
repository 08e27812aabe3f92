"""The developers' page shows the last long run, failed parts too."""

import json
import runpy
import sys
from pathlib import Path
from typing import Any

import pytest

from followup_site.pages.nightly_pages import KEPT, last_run, none_yet, page

RUN = {
    "parts": [
        {"name": "requests", "said": "0 traps", "seconds": 812, "passed": True, "day": "2026-11-29", "commit": "abc1"},
        {"name": "a host", "said": "at <b>", "seconds": 4, "passed": False, "day": "2026-11-30", "commit": "def2"},
    ],
}


def test_without_a_run_it_says_so() -> None:
    """A fresh clone builds its site before any long run."""
    assert "<p>No long run has been kept yet: <code>make nightly</code> makes one.</p>" == page({})


def test_what_the_repository_holds_can_be_shown() -> None:
    """Each part that is kept, or the sentence that there is none."""
    kept = json.loads(KEPT.read_text(encoding="utf-8"))["parts"] if KEPT.exists() else []
    shown = last_run({})
    assert [part["name"] for part in kept if f">{part['name']}</th>" not in shown] == []
    assert (none_yet() in shown) == (not kept)


def test_each_part_tells_what_came_of_it() -> None:
    """Each with its own day and commit; what a part said is text."""
    shown = page(RUN)
    assert "29 November 2026, abc1" in shown
    assert "30 November 2026, def2" in shown
    assert "0 traps" in shown
    assert "<td>no</td>" in shown
    assert "at &lt;b&gt;" in shown


@pytest.fixture
def nightly(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """What scripts/nightly.py holds; its parts only tell their name, and what came of them is kept apart."""
    script = runpy.run_path(str(Path(__file__).parents[2] / "scripts" / "nightly.py"), run_name="imported")
    globals_ = script["main"].__globals__
    monkeypatch.setitem(globals_, "run", lambda name, *_: {"name": name, "said": "", "seconds": 0, "passed": True})
    monkeypatch.setitem(globals_, "PAGE_DATA", tmp_path / "nightly.json")
    return globals_


def asked(nightly: Any, monkeypatch: pytest.MonkeyPatch, *words: str) -> list[str]:
    """The names of the parts that are kept once it was asked with these words."""
    monkeypatch.setattr(sys, "argv", ["nightly.py", *words])
    assert 0 == nightly["main"](nightly["options"]())
    return [part["name"] for part in json.loads(nightly["PAGE_DATA"].read_text(encoding="utf-8"))["parts"]]


def test_each_part_can_be_run_alone(nightly: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it is asked for is what it runs; the parts before keep what came of them."""
    whole = [asked(nightly, monkeypatch, "--only", part)[-1] for part in nightly["parts"](0)]
    assert len(whole) == len(set(whole)) == len(nightly["parts"](0))
    assert whole == asked(nightly, monkeypatch)


def test_a_part_that_is_none_is_refused(nightly: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for a run that runs nothing."""
    with pytest.raises(SystemExit):
        asked(nightly, monkeypatch, "--only", "palette")
    assert not nightly["PAGE_DATA"].exists()

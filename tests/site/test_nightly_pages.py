"""The developers' page shows the last long run, failed parts too."""

import json

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

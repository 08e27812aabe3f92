"""Shows what came of the last long run of the tests, as `make nightly` kept it."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from followup_site.pages import rendering

KEPT = Path(__file__).parents[3] / "docs" / "developers" / "nightly.json"
COLUMNS = ("What was run", "When, and of which commit", "Passed", "Seconds", "What it said last")
NONE_YET = "<p>No long run has been kept yet: <code>make nightly</code> makes one.</p>"


def last_run(attributes: Mapping[str, str]) -> str:
    """Gives the HTML for `<followup-nightly/>`: what came of each part, when it was, and of which commit."""
    return page(json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {})


def page(kept: Mapping[str, Any]) -> str:
    """Gives the HTML of a run; without one, a sentence that says so."""
    if not kept:
        return NONE_YET
    rows = (
        (one["name"], _when(one), "yes" if one["passed"] else "no", str(one["seconds"]), one["said"])
        for one in kept["parts"]
    )
    return rendering.table("The last long run", COLUMNS, rows)


def _when(part: Mapping[str, Any]) -> str:
    """Each part may have been run by itself, on a day of its own."""
    day = date.fromisoformat(part["day"])
    return f"{day.day} {day:%B %Y}, {part['commit']}"

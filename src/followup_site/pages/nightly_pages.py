"""Shows what came of the last long run of the tests, as `make nightly` kept it."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from markupsafe import Markup

from followup_site.pages import rendering

KEPT = Path(__file__).parents[3] / "docs" / "developers" / "nightly.json"
COLUMNS = ("What was run", "Passed", "Seconds", "What it said last")
NONE_YET = "<p>No long run has been kept yet: <code>make nightly</code> makes one.</p>"


def last_run(attributes: Mapping[str, str]) -> str:
    """Gives the HTML for `<followup-nightly/>`: when it was, of which commit, and what came of each part."""
    return page(json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {})


def page(kept: Mapping[str, Any]) -> str:
    """Gives the HTML of a run; without one, a sentence that says so."""
    if not kept:
        return NONE_YET
    day = date.fromisoformat(kept["day"])
    rows = ((one["name"], "yes" if one["passed"] else "no", str(one["seconds"]), one["said"]) for one in kept["parts"])
    told = f"{day:%A} {day.day} {day:%B %Y}, commit {Markup.escape(kept['commit'])}."
    return f"<p>{told}</p>\n\n{rendering.table('The last long run', COLUMNS, rows)}"

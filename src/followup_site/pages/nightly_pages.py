"""Shows what came of the last long run of the tests, as `make nightly` kept it."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from markupsafe import Markup

from followup_site.pages import rendering
from followup_site.words.wording import site_list, site_words

KEPT = Path(__file__).parents[3] / "docs" / "developers" / "nightly.json"
COMMAND = Markup("<code>make nightly</code>")


def last_run(attributes: Mapping[str, str]) -> str:
    """Gives the HTML for `<followup-nightly/>`: what came of each part, when it was, and of which commit."""
    return page(json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {})


def page(kept: Mapping[str, Any]) -> str:
    """Gives the HTML of a run; without one, a sentence that says so."""
    if not kept:
        return none_yet()
    rows = (
        (one["name"], _when(one), _passed(one["passed"]), str(one["seconds"]), one["said"]) for one in kept["parts"]
    )
    return rendering.table(site_words("pages.nightly.title"), site_list("pages.nightly.heads"), rows)


def none_yet() -> Markup:
    """Gives the sentence that stands where no run has been kept."""
    return Markup("<p>{}</p>").format(Markup(site_words("pages.nightly.none_yet", command=COMMAND)))


def _when(part: Mapping[str, Any]) -> str:
    """Each part may have been run by itself, on a day of its own."""
    return site_words("pages.nightly.run", day=date.fromisoformat(part["day"]), commit=part["commit"])


def _passed(passed: bool) -> str:
    return site_words(f"pages.nightly.{'passed' if passed else 'failed'}")

"""Shows the course of a process to developers: situations that people told, and every pair of state and event."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from followup.model.plan import STATES
from followup_site.pages.rendering import table
from followup_site.words.wording import site_list, site_words

DATA = Path(__file__).parents[3] / "docs" / "developers" / "course.json"


def situations(attributes: Mapping[str, str]) -> str:
    """Gives the HTML for `<followup-situations/>`: what was told, what is right, and what the engine says now."""
    rows = ((one["number"], one["says"], one["right"], one["now"]) for one in _kept()["situations"])
    return table(site_words("pages.course.situations"), site_list("pages.course.situation_heads"), rows)


def pairs(attributes: Mapping[str, str]) -> str:
    """Gives the HTML for `<followup-pairs/>`: a row an event, a column a state, the state and step that follow."""
    told: Mapping[str, Mapping[str, str]] = _kept()["pairs"]
    rows = ((word, *(found[state] for state in STATES)) for word, found in told.items())
    return table(site_words("pages.course.pairs"), (site_words("pages.course.told"), *STATES), rows)


def _kept() -> Any:
    return json.loads(DATA.read_text(encoding="utf-8"))

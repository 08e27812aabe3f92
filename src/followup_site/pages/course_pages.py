"""Shows the course of a process to developers: situations that people told, and every pair of state and event."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup

from followup.case.moves import STATES

DATA = Path(__file__).parents[3] / "docs" / "developers" / "course.json"


def situations(attributes: Mapping[str, str]) -> str:
    """Gives the HTML for `<followup-situations/>`: what was told, what is right, and what the engine says now."""
    rows = ((one["number"], one["says"], one["right"], one["now"]) for one in _kept()["situations"])
    return _table("Situations that people told", ("Number", "Situation", "Right", "Now"), rows)


def pairs(attributes: Mapping[str, str]) -> str:
    """Gives the HTML for `<followup-pairs/>`: a row an event, a column a state, the state and step that follow."""
    told: Mapping[str, Mapping[str, str]] = _kept()["pairs"]
    rows = ((word, *(found[state] for state in STATES)) for word, found in told.items())
    return _table("State after state, event after event", ("Told", *STATES), rows)


def _kept() -> Any:
    return json.loads(DATA.read_text(encoding="utf-8"))


def _table(name: str, heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(one) for one in heads)
    body = Markup("\n").join(_rows(rows))
    return Markup(
        '<div class="scroll-sideways" tabindex="0" role="group" aria-label="{name}">\n'
        "<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>\n</div>"
    ).format(name=name, head=head, body=body)


def _rows(rows: Iterable[Iterable[str]]) -> Iterator[Markup]:
    for first, *others in rows:
        cells = Markup("").join(Markup("<td>{}</td>").format(one) for one in others)
        yield Markup('<tr><th scope="row">{}</th>{}</tr>').format(first, cells)

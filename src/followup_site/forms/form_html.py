"""Makes the HTML form of a tool from the dataclass of its questions."""

import html
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from followup.forms import values
from followup.rules import rulebook
from followup_site.forms import places, planner_form
from followup_site.forms.questions import Control, Group, Items, Node, form
from followup_site.words.wording import site_named, site_words


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaceList:
    """A list of places that several controls of a form share: its kind and the end of its id."""

    kind: str
    id: str

    @property
    def empty(self) -> str:
        """The words for "none"."""
        return site_words(f"forms.lists.{self.kind}")


LISTS: Mapping[str, PlaceList] = {
    kind: PlaceList(kind=kind, id=id)
    for kind, id in (("country", "countries"), ("subdivision", "subdivisions"), ("zone", "zones"))
}
PLACES: Mapping[str, Callable[[], tuple[places.Place, ...]]] = {
    "country": places.countries,
    "subdivision": places.subdivisions,
    "zone": places.zones,
}
# What stands within the field for a place, since a place tells it.
TOLD_BY_PLACE = ("country", "subdivision")
# A native control for each kind; a script-only picker would shut some readers out.
TYPES: Mapping[str, str] = {
    "text": "text",
    "line": "text",
    "email": "email",
    "date": "date",
    "time": "time",
    "moment": "datetime-local",
    "number": "text",
}
# Tools whose form has an order of its own.
LAYOUTS: Mapping[str, str] = {"writer": "writer"}


def environment() -> Environment:
    """Gives the Jinja environment of the site's own panels; everything is escaped."""
    loaded = Environment(loader=PackageLoader("followup_site", "panels"), autoescape=True, undefined=StrictUndefined)
    loaded.globals.update(lists=LISTS, types=TYPES, hint=_hint, listed=_listed, long_limit=values.longest)
    return loaded


def form_html(tool: str, questions: type, *, submit: str, answer: str = "") -> str:
    """Gives the form of a tool: every control labelled, its hint and its problem tied to it.

    `answer` is HTML; it stands below the form, or inside it where there are questions for later.
    """
    asked = form(questions)
    return render(
        LAYOUTS.get(tool, "form"),
        tool=tool,
        form=asked,
        submit=submit,
        answer=Markup(answer),
        places_asked=_places_asked(asked),
        whose=_whose(asked),
    )


def planner_html(questions: type, *, submit: str, answer: str = "") -> str:
    """Gives the planner's form, which asks four questions first and the rest in groups."""
    asked = form(questions)
    return render(
        "planner",
        tool="planner",
        node=planner_form.nodes_by_path(asked),
        groups=planner_form.groups(asked),
        submit=submit,
        answer=Markup(answer),
        places_asked=_places_asked(asked),
        whose=_whose(asked),
        defaults=rulebook.defaults(),
        figures=rulebook.with_figures,
    )


def first_html(questions: type) -> str:
    """Gives the questions that start a plan, for the first page of the site."""
    return render("home", tool="home", node=planner_form.nodes_by_path(form(questions)), whose=())


def _whose(asked: Group) -> tuple[Control, ...]:
    return tuple(control for control in _controls(asked) if control.question.kind in TOLD_BY_PLACE)


def _places_asked(asked: Group) -> Mapping[str, tuple[places.Place, ...]]:
    kinds = {control.question.kind for control in _controls(asked)}
    return {kind: load() for kind, load in PLACES.items() if kind in kinds}


def render(panel: str, **words: object) -> str:
    """Gives one of the site's own panels, without the blanks that its template leaves."""
    return re.sub(r"\s*\n", "\n", environment().get_template(f"{panel}.html.jinja").render(words)).strip()


def _hint(node: Control) -> str:
    return " ".join(filter(None, (node.question.words.help, site_named("forms.hints").get(node.question.kind, ""))))


def _listed(listed: Iterable[places.Place]) -> Markup:
    """Gives a list of places as JSON that can stand in a page as text."""
    rows = [(place.value, place.words, place.country) for place in listed]
    return Markup(html.escape(json.dumps(rows, ensure_ascii=False, separators=(",", ":")), quote=False))


def _controls(node: Node) -> Iterator[Control]:
    match node:
        case Control():
            yield node
        case Items():
            yield from _controls(node.pattern)
        case Group():
            for inner in (*node.nodes, *node.rare, *node.later):
                yield from _controls(inner)

"""Renders panels: an answer's words put into HTML, with everything escaped that a reader typed."""

from collections.abc import Hashable
from functools import lru_cache

from jinja2 import Environment, FunctionLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from followup.data import folder, left_out, text
from followup.dates import clock
from followup.frozen import remembered, warmed

# From a page two folders deep, as tools and guide pages are, to the root of the site.
ROOT = "../../"


def panel(name: str, root: str = ROOT, **words: object) -> str:
    """Gives `data/panels/<name>.html.jinja` rendered; `root` leads from the page to the root of the site."""
    return environment().get_template(f"panels/{name}.html.jinja").render(root=root, **words)


# A plan is made anew at every keystroke, and most of its steps stay as they were.
@remembered(256)
def part(name: str, root: str, words: Hashable) -> Markup:
    """Gives a panel that stands within another, once for the same words."""
    return Markup(panel(name, root, words=words))


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Gives the Jinja environment of the panels."""
    made = Environment(
        loader=FunctionLoader(_source),
        # Jinja's own choice of extensions leaves templates named *.html.jinja unescaped.
        autoescape=select_autoescape(enabled_extensions=("html", "html.jinja"), default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        # Panels are part of the package and never change while it runs.
        auto_reload=False,
    )
    made.globals.update(part=part, left_out=left_out())
    made.filters.update(spoken=clock.spoken, spoken_day=clock.spoken_day, clock_time=clock.clock_time)
    return made


def _source(name: str) -> str:
    return text(*name.split("/"))


@warmed
def _compile_panels() -> None:
    for file in (folder() / "panels").iterdir():
        environment().get_template(f"panels/{file.name}")

"""Fills the panels of the pages that are made from records."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from urllib.parse import urlsplit

from babel import Locale
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

ENGLISH = Locale("en")


@cache
def panels() -> Environment:
    """Gives the Jinja environment of the pages made from records; everything is escaped."""
    environment = Environment(
        loader=PackageLoader("followup_site", "panels"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= FILTERS
    return environment


def rendered(name: str, **words: object) -> str:
    """Gives a panel of HTML as one block: a blank line would end it for Markdown."""
    return re.sub(r"\n\n+", "\n", panels().get_template(f"{name}.html.jinja").render(**words))


def table(name: str, heads: Iterable[str], rows: Iterable[Iterable[str]], *, kind: str = "") -> Markup:
    """Gives a table that scrolls on a narrow screen, by keyboard too; a row begins with its name, `kind` is a class."""
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(one) for one in heads)
    return Markup(
        '<div class="scroll-sideways" tabindex="0" role="group" aria-label="{}">'
        "<table>\n<thead><tr>{}</tr></thead>\n<tbody>\n{}\n</tbody>\n</table></div>"
    ).format(name, head, Markup("\n").join(_row(*row, kind=kind) for row in rows))


def _row(name: str, *cells: str, kind: str) -> Markup:
    opened = Markup('<td class="{}">').format(kind) if kind else Markup("<td>")
    row = Markup("").join(Markup("{}{}</td>").format(opened, cell) for cell in cells)
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format(name, row)


def opened(heads: Iterable[str]) -> tuple[str, str]:
    """Gives the two lines that open a table in Markdown: its heads, and a rule below each."""
    cells = tuple(heads)
    return line(cells), line("---" for _ in cells)


def line(cells: Iterable[str]) -> str:
    """Gives a row of a table in Markdown; what is in a cell keeps its own marks."""
    return f"| {' | '.join(cells)} |"


def country(code: str) -> str:
    """Gives the name of a country; where none was told, nothing."""
    return str(ENGLISH.territories.get("GB" if code == "UK" else code, "")).removesuffix(" SAR China")


def domain(address: str) -> str:
    """Gives the name of a site: domain("https://www.example.org/a") == "example.org"."""
    return urlsplit(address).netloc.removeprefix("www.") or address


FILTERS: Mapping[str, Callable[[str], str]] = {"country": country, "domain": domain}

"""Fills the panels of the pages that are made from records."""

import re
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from babel import Locale
from jinja2 import Environment, PackageLoader, StrictUndefined

ENGLISH = Locale("en")


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


def country(code: str) -> str:
    """Gives the name of a country; where none was told, nothing."""
    return str(ENGLISH.territories.get("GB" if code == "UK" else code, "")).removesuffix(" SAR China")


def domain(address: str) -> str:
    """Gives the name of a site: domain("https://www.example.org/a") == "example.org"."""
    return urlsplit(address).netloc.removeprefix("www.") or address


FILTERS: Mapping[str, Callable[[str], str]] = {"country": country, "domain": domain}

"""The page on the data attributes by which templates, scripts and style sheets speak with each other."""

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files

from followup_site.pages.rendering import line, opened
from followup_site.words.wording import site_list, site_named


def schema() -> Mapping[str, Mapping[str, str]]:
    """Gives what each attribute means, by its kind and its name without "data-"."""
    return tomllib.loads((files("followup_site") / "attributes.toml").read_text(encoding="utf-8"))


def attributes_table(attributes: Mapping[str, str]) -> str:
    """Gives the Markdown for `<followup-attributes/>`: a table for each kind."""
    return "\n".join(_tables())


def _tables() -> Iterator[str]:
    known = schema()
    for kind, heading in site_named("pages.attributes.kinds").items():
        yield from (f"## {heading}", "", *opened(site_list("pages.attributes.heads")))
        yield from (line((f"`data-{name}`", words)) for name, words in known[kind].items())
        yield ""

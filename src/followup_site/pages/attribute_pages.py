"""The page on the data attributes by which templates, scripts and style sheets speak with each other."""

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files

# What each kind is called on the page, in its order.
HEADINGS: Mapping[str, str] = {
    "press": "A press does something",
    "told": "The page tells a script or a style sheet",
    "state": "A script notes how things stand",
    "kept": "The engine finds its own mark again",
    "theme": "The theme's",
}


def schema() -> Mapping[str, Mapping[str, str]]:
    """Gives what each attribute means, by its kind and its name without "data-"."""
    return tomllib.loads((files("followup_site") / "attributes.toml").read_text(encoding="utf-8"))


def attributes_table(attributes: Mapping[str, str]) -> str:
    """Gives the Markdown for `<followup-attributes/>`: a table for each kind."""
    return "\n".join(_tables())


def _tables() -> Iterator[str]:
    known = schema()
    for kind, heading in HEADINGS.items():
        yield from (f"## {heading}", "", "| attribute | what it means |", "| --- | --- |")
        yield from (f"| `data-{name}` | {words} |" for name, words in known[kind].items())
        yield ""

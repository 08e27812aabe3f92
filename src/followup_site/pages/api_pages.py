"""The page on the functions of the package: each with what it takes, what it gives, and its own words."""

import importlib
import inspect
import re
import textwrap
from collections.abc import Callable, Iterator, Mapping
from typing import Any

# What a program that uses the package calls, by module; the door is all that the site calls.
FUNCTIONS: Mapping[str, tuple[str, ...]] = {
    "followup.door": ("answer",),
    "followup.forms": ("read",),
    "followup.planning": ("plan",),
    "followup.dates.calendars": (
        "calendar_for",
        "calendar_of",
        "add_business_days",
        "next_business_day",
        "roll_forward",
        "roll_back",
        "business_days_between",
        "skipped",
    ),
    "followup.letters": ("letters", "blanks", "write"),
    "followup.checking": ("check", "guess"),
    "followup.rules.rulebook": ("sources", "rules", "defaults", "figure", "hour", "credit"),
    "followup.files.ics": ("calendar", "calendar_of_all"),
}
MODULE = re.compile(r"(?:\w+\.)+(?=[A-Z]\w*|date\b|datetime\b)")
EXAMPLE = re.compile(r"\s*>>> .*", re.DOTALL)


def api(attributes: Mapping[str, str]) -> str:
    """Gives every function in Markdown, module by module."""
    return "\n".join(line for module, names in FUNCTIONS.items() for line in _module(module, names))


def _module(module: str, names: tuple[str, ...]) -> Iterator[str]:
    yield f"## `{module}` {{#{module.replace('.', '-')}}}"
    yield ""
    for name in names:
        yield from _function(name, getattr(importlib.import_module(module), name))


def _function(name: str, function: Callable[..., Any]) -> Iterator[str]:
    whole = inspect.unwrap(function)
    words = inspect.getdoc(whole) or ""
    yield f"### `{name}`"
    yield ""
    yield _code(f"{name}{MODULE.sub('', str(inspect.signature(whole)))}")
    yield ""
    yield EXAMPLE.sub("", words).replace("<", "&lt;")
    yield ""
    if ">>>" in words:
        yield _code(words[words.index(">>>") :].strip())
        yield ""


def _code(lines: str) -> str:
    """Indented, because fences are read before a tag becomes Markdown."""
    return textwrap.indent(lines, "    ")

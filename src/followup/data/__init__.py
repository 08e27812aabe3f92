"""The engine's data: rules, words, letters and panels, or a host's own copy of them where its build made one.

A build writes the copy to `build/python/followup_host`, a folder on Python's path, and packs it for the browser in
place of these files. FOLLOWUP_DATA=upstream leaves the copy aside: the engine's tests ask so, because a host may choose
otherwise.
"""

import os
import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

TALLIES = "tallies.toml"
LANGUAGE = "language.toml"


def is_upstream() -> bool:
    """True where a host's choices are left aside, as the engine's tests ask."""
    return os.environ.get("FOLLOWUP_DATA") == "upstream"


@cache
def folder() -> Traversable:
    """Gives the folder that all data are read from."""
    if not is_upstream():
        try:
            return files("followup_host")
        except ModuleNotFoundError:
            pass
    return files(__name__)


@cache
def left_out() -> frozenset[str]:
    """Gives the tools that a host's copy does without; no answer links to them."""
    return frozenset(table("copy.toml")["left_out"])


@cache
def name() -> str:
    """Gives the name of this copy."""
    return str(table("copy.toml")["name"])


@cache
def tallies() -> dict[str, Any]:
    """Gives what was counted of the voices: a host's copy holds its own sums, beside the data that they count."""
    return tomllib.loads(_made(TALLIES))


@cache
def language() -> dict[str, Any]:
    """Gives what the build took from the Unicode CLDR for the language of the words, ours or a host's."""
    return tomllib.loads(_made(LANGUAGE))


def _made(name: str) -> str:
    """Gives what a build made of the data: beside a host's data where it made it of those."""
    own = folder().joinpath(name)
    found = own if own.is_file() else files("followup_calendars").joinpath(name)
    return found.read_text(encoding="utf-8")


def text(*path: str) -> str:
    """Gives the text of one file: text("words", "notices.toml")."""
    return folder().joinpath(*path).read_text(encoding="utf-8")


def table(*path: str) -> dict[str, Any]:
    """Gives one TOML file as it is written: table("rules", "rules.toml")."""
    return tomllib.loads(text(*path))

"""The words of the site, from the files beside this one: code says their names, never themselves."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from followup.model.wording import said


def site_words(name: str, /, **facts: object) -> str:
    """Gives what is said by a file, a table of it and a key, with the facts in it; KeyError for words nobody wrote.

    What has a form for each plural takes the one of the fact `count`.

    >>> site_words("pages.silence.undated", wait="five days")
    'Wait five days after the interview'
    >>> [site_words("pages.topics.told", count=count) for count in (1, 2)]
    ['1 voice speaks of it.', '2 voices speak of it.']
    """
    return said(_found(name), facts)


def site_list(name: str) -> tuple[str, ...]:
    """Gives words that stand in a row, such as the heads of a table."""
    return tuple(_found(name))


def site_named(name: str) -> Mapping[str, str]:
    """Gives words by their names, in the order in which they are shown."""
    named: Mapping[str, str] = _found(name)
    return named


def site_records(name: str) -> tuple[Mapping[str, str], ...]:
    """Gives several things in their order, each with words of its own."""
    return tuple(_found(name))


def every_text() -> Iterator[tuple[str, str]]:
    """Gives each text of the site with the name by which code asks for it, or for the table that it stands in."""
    for entry in files("followup_site.words").iterdir():
        if entry.name.endswith(".toml"):
            room = entry.name.removesuffix(".toml")
            yield from _texts(room, _room(room))


def _texts(name: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield name, value
    for key, one in value.items() if isinstance(value, dict) else ():
        yield from _texts(f"{name}.{key}", one)
    for one in value if isinstance(value, list) else ():
        yield from _texts(name, one)


@cache
def _room(room: str) -> Mapping[str, Any]:
    return tomllib.loads((files("followup_site.words") / f"{room}.toml").read_text(encoding="utf-8"))


def _found(name: str) -> Any:
    room, *keys = name.split(".")
    found: Any = _room(room)
    for key in keys:
        found = found[key]
    return found

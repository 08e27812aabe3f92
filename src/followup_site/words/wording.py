"""The words of the site, from the files beside this one: code says their names, never themselves.

What readers meet of them a host may say otherwise: a build writes such a file to `build/python/followup_host_words`, a
folder on Python's path, and it is read in the place of ours. FOLLOWUP_DATA=upstream leaves it aside.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from followup.data import is_upstream
from followup.model.wording import said

OWN = "followup_host_words"
# The files that hold what readers meet; the others speak to hosts and to whoever keeps the code.
FOR_READERS = ("forms", "pages", "publish", "tools")
# In the folder of a host's words: the sum of our words that they were laid over.
LAID_OVER = "laid_over.txt"


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
        if _is_room(entry):
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
def our_sum() -> str:
    """Gives a sum over our own files of words and their names."""
    ours = sorted((one.name, one.read_bytes()) for one in files("followup_site.words").iterdir() if _is_room(one))
    return sha256(b"".join(name.encode() + text for name, text in ours)).hexdigest()[:16]


def read_anew() -> None:
    """Lets go of the words read so far: a build has written a host's, or taken them away."""
    _room.cache_clear()


def _is_room(entry: Traversable) -> bool:
    return entry.name.endswith(".toml")


@cache
def _room(room: str) -> Mapping[str, Any]:
    name = f"{room}.toml"
    own = _own_folder() if room in FOR_READERS else None
    found = own / name if own and (own / name).is_file() else files("followup_site.words") / name
    return tomllib.loads(found.read_text(encoding="utf-8"))


def _own_folder() -> Traversable | None:
    """Gives the folder of a host's words, unless they were laid over other words than ours are now."""
    if is_upstream():
        return None
    try:
        own = files(OWN)
    except ModuleNotFoundError:
        return None
    is_current = (own / LAID_OVER).is_file() and (own / LAID_OVER).read_text(encoding="utf-8") == our_sum()
    return own if is_current else None


def _found(name: str) -> Any:
    room, *keys = name.split(".")
    found: Any = _room(room)
    for key in keys:
        found = found[key]
    return found

"""The files of the letters: the facts in front, the words behind, and the short message below them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from typing import Any

from followup.data import folder
from followup.frozen import remembered

ENDING = ".txt.jinja"
FACTS = "+++\n"
MESSAGE = "\n+++ message\n"


class LetterFileError(ValueError):
    """A letter's file, or the list of groups, cannot be used; it stops the build and says what to mend."""


@dataclass(frozen=True, kw_only=True, slots=True)
class LetterFile:
    """One file: what it says of its letter, the letter's words, and its short form (empty where there is none)."""

    facts: Mapping[str, Any]
    words: str
    message: str


@cache
def letter_groups() -> tuple[Mapping[str, Any], ...]:
    """Gives the headings of the gallery, each with its letters' ids."""
    return tuple(tomllib.loads(letter_text("groups.toml"))["groups"])


@cache
def letter_ids() -> tuple[str, ...]:
    """Gives the id of every letter in the order of the gallery.

    LetterFileError: a file stands in no group, or a group names a letter that has no file.
    """
    grouped = tuple(name for group in letter_groups() for name in group["letters"])
    written = {file.name.removesuffix(ENDING) for file in _folder().iterdir() if file.name.endswith(ENDING)}
    for name in written.symmetric_difference(grouped):
        lack = "stands in no group of groups.toml" if name in written else "has no file"
        raise LetterFileError(f"The letter {name} {lack}")
    return grouped


@remembered(None)
def letter_file(name: str) -> LetterFile:
    """Gives the parts of one letter's file.

    LetterFileError: the facts do not stand between two lines of +++, or are not TOML.
    """
    parts = letter_text(f"{name}{ENDING}").split(FACTS, 2)
    if len(parts) != 3 or parts[0].strip():
        raise LetterFileError(f"{name}{ENDING} must begin with its facts between two lines of +++")
    try:
        facts = tomllib.loads(parts[1])
    except tomllib.TOMLDecodeError as wrong:
        raise LetterFileError(f"{name}{ENDING}: {wrong}") from wrong
    words, _, message = parts[2].partition(MESSAGE)
    return LetterFile(facts=facts, words=words.strip(), message=message.strip())


@cache
def letter_facts(name: str) -> Mapping[str, Any]:
    """Gives what a letter's file says of it, without its words."""
    return letter_file(name).facts


def letter_text(*path: str) -> str:
    """Gives the text of a file in the letters' folder."""
    return _folder().joinpath(*path).read_text(encoding="utf-8")


def _folder() -> Traversable:
    return folder() / "letters"

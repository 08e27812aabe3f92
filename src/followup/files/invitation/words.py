"""The words by which an invitation is understood, from data/words/invitations.toml, and text made plain."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from followup import data
from followup.words.cleaning import clean_line

TAG = re.compile(r"<(/?[A-Za-z!][^<>]{0,2000})>")
# What begins a line of its own in HTML.
BREAKING = frozenset("br p li div tr ul ol h1 h2 h3 table".split())
ENTITY = re.compile(r"&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});")
ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": " ", "ndash": "–", "mdash": "—"}
# Letters with a mark are called by both: "&eacute;".
MARKS = {"acute": "\u0301", "grave": "\u0300", "uml": "\u0308", "circ": "\u0302", "tilde": "\u0303", "cedil": "\u0327"}
LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"'\\]+", re.IGNORECASE)
LONGEST = 200


@lru_cache(maxsize=64)
def known(name: str) -> frozenset[str]:
    """The words of one kind."""
    return frozenset(listed(str(_data()[name])))


@lru_cache(maxsize=1)
def months() -> Mapping[str, int]:
    """The number of a month by each of its names."""
    return {name: int(number) for number, names in _data()["months"].items() for name in listed(names)}


def listed(text: str) -> Iterator[str]:
    """The words of a list with commas."""
    return (word.strip() for word in text.split(","))


@lru_cache(maxsize=64)
def pattern(name: str) -> re.Pattern[str]:
    """What finds one of those words within a text in small letters, the longer ones first."""
    words = sorted(known(name), key=lambda word: (-len(word), word))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-])")


def one_line(text: str) -> str:
    """Text as it may stand in an answer: on one line, without links, and not too long."""
    return clean_line(LINK.sub("", text))[:LONGEST].strip(" ,;|-–—:")


def plain(text: str) -> str:
    """The words of a text that may be HTML, on the lines on which a reader sees them."""
    if "<" in text:
        text = TAG.sub(_break, text)
    return ENTITY.sub(_entity, text) if "&" in text else text


def tokens(text: str) -> Iterable[str]:
    """The words of a name or an address, in small letters."""
    return re.split(r"[\s._+@,;:()\[\]/|-]+", text.casefold())


def _break(found: re.Match[str]) -> str:
    return "\n" if re.split(r"[\s/]", found[1].lower().lstrip("/"))[0] in BREAKING else ""


def _entity(found: re.Match[str]) -> str:
    name = found[1]
    if name.startswith("#"):
        number = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
        return chr(number) if 31 < number < 0xD800 else " "
    mark = MARKS.get(name[1:])
    return unicodedata.normalize("NFC", name[0] + mark) if mark else ENTITIES.get(name.lower(), found[0])


@lru_cache(maxsize=1)
def _data() -> Mapping[str, Any]:
    return data.table("words", "invitations.toml")

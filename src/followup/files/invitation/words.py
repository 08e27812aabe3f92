"""The words by which an invitation is understood, from data/words/invitations.toml, and text made plain."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from followup import data
from followup.words.cleaning import clean_line

# An address or a link in angle brackets is no tag.
TAG = re.compile(r"<(![^<>]{0,2000}|/?[A-Za-z][A-Za-z0-9-]*(?::[A-Za-z]\w*)?(?:\s[^<>]{0,2000}|/)?)>")
# In a page lines break where its tags say so.
PAGE = re.compile(r"<(?:html|body|table|div)[\s>]", re.IGNORECASE)
UNSEEN = tuple(
    (re.compile(f"<{name}", re.IGNORECASE), re.compile(f"</{name}", re.IGNORECASE))
    for name in ("style", "script", "title")
)
STRUCK = tuple(
    (re.compile(begin, re.IGNORECASE), re.compile(f"</{end}>", re.IGNORECASE))
    for begin, end in (
        *((rf"<{name}(?:\s[^<>]*)?>", name) for name in ("s", "del", "strike")),
        *((rf"<{name}\s[^<>]{{0,500}}line-through", name) for name in ("span", "p", "td", "div")),
    )
)
STRUCK_PLAIN = re.compile(r"~~[^~\n]{1,200}~~")
# What begins a line of its own in HTML.
BREAKING = frozenset("br p li div tr ul ol h1 h2 h3 h4 table".split())
CELLS = frozenset(("td", "th"))
# Letters that are one with their mark.
STROKES = {"ł": "l", "ø": "o", "đ": "d"}
ENTITY = re.compile(r"&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8});")
ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": " ", "ndash": "–", "mdash": "—"}
# Letters with a mark are called by both: "&eacute;".
MARKS = {"acute": "\u0301", "grave": "\u0300", "uml": "\u0308", "circ": "\u0302", "tilde": "\u0303", "cedil": "\u0327"}
LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"'\\]+", re.IGNORECASE)
HREF = re.compile(r"href=[\"']?(https?://[^\"'\s<>]{1,2000})", re.IGNORECASE)
LONGEST = 200
# What joins two names, two jobs or two hours.
AND = r"(?:and|und|et|y|e|ed|en|och|og|oraz|i)"
# The small letters of scripts that have capitals too.
SMALL = "".join(sign for sign in map(chr, (*range(0x80, 0x590), *range(0x1E00, 0x2000))) if sign.islower())
# A letter with which a name begins: a capital, or one of a script that has none.
CAPITAL = rf"[^\W\d_a-z{SMALL}]"
# What may follow it: signs below and above a letter are none by themselves.
LETTER = r"[\w'’\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff\u0e31-\u0e4e-]"
# What may stand before the first word of a line. It ends with the line: searched for at the beginning of each line, a
# loop that runs on takes the square of so many empty lines.
MARGIN = r"(?:[>*]|[^\S\n])*"
# The same with the mark of a list or of a cell.
LIST_MARGIN = r"(?:[>*•·|–-]|[^\S\n])*"
# Two empty lines or more say what one says.
EMPTY_LINES = re.compile(r"\n(?:[^\S\n]*\n){2,}")


@cache
def known(name: str) -> frozenset[str]:
    """The words of one kind."""
    return frozenset(listed(str(_data()[name])))


@lru_cache(maxsize=1)
def months() -> Mapping[str, int]:
    """The number of a month by each of its names."""
    return {name: int(number) for number, names in _data()["months"].items() for name in listed(names)}


@lru_cache(maxsize=1)
def weekdays() -> Mapping[str, int]:
    """The number of a day of the week by each of its names; Monday is 0."""
    return {name: int(number) for number, names in _data()["weekdays"].items() for name in listed(names)}


@lru_cache(maxsize=16)
def spoken_numbers(language: str) -> Mapping[str, int]:
    """The hour by each word for it in that language, from one to twelve or further."""
    return {
        word: at for at, words in enumerate(listed(str(_data()["numbers"][language])), 1) for word in words.split("/")
    }


@lru_cache(maxsize=1)
def spelled_lengths() -> Mapping[str, int]:
    """The minutes by what people say for them: "half an hour"."""
    return {said: int(minutes) for minutes, words in _data()["lengths"].items() for said in listed(words)}


def listed(text: str) -> Iterator[str]:
    """The words of a list with commas."""
    return (word.strip() for word in text.split(","))


@lru_cache(maxsize=64)
def pattern(name: str) -> re.Pattern[str]:
    """What finds one of those words within a text in small letters, the longer ones first."""
    return finding(known(name))


def finding(words: Iterable[str]) -> re.Pattern[str]:
    """What finds one of these words, and no part of a longer one."""
    return re.compile(rf"(?<![\w-])(?:{alternatives(words)})(?![\w-])")


def alternatives(words: Iterable[str]) -> str:
    """One of these words, as a pattern says it: the longer ones first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def one_line(text: str) -> str:
    """Text as it may stand in an answer: on one line, without links, and not too long."""
    return clean_line(LINK.sub("", text))[:LONGEST].strip(" ,;|-–—:")


def plain(text: str) -> str:
    """The words of a text that may be HTML, on the lines on which one sees them, without what is struck through.

    Of several empty lines one stays.
    """
    text = STRUCK_PLAIN.sub(" ", text)
    if "<" in text:
        for begin, end in STRUCK:
            text = _without(text, begin, end)
        text = TAG.sub(_break, _seen(text) if PAGE.search(text) else text)
    text = ENTITY.sub(_entity, text) if "&" in text else text
    return EMPTY_LINES.sub("\n\n", re.sub(r"\r\n?", "\n", text))


def hidden_links(text: str) -> str:
    """The links that stand behind words in HTML."""
    return " ".join(HREF.findall(text))


def tokens(text: str) -> Iterable[str]:
    """The words of a name or an address, in small letters."""
    return re.split(r"[\s._+@,;:()\[\]/|-]+", text.casefold())


def small_letters(text: str) -> str:
    """The text in small letters, every sign in its place."""
    small = text.lower()
    # Only "İ" becomes two signs, and stays as it is.
    return small if len(small) == len(text) else "".join(min(sign.lower(), sign, key=len) for sign in text)


def unmarked(text: str) -> str:
    """The letters of a text in small print without their marks: "lumiere" of "Lumière", "wisla" of "Wisła"."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(STROKES.get(sign, sign) for sign in bare if sign.isalnum())


def _seen(page: str) -> str:
    """The page on one line, without what nobody sees of it."""
    for begin, end in UNSEEN:
        page = _without(page, begin, end)
    return " ".join(filter(None, map(str.strip, page.split("\n"))))


def _without(page: str, begin: re.Pattern[str], end: re.Pattern[str]) -> str:
    kept, at = [], 0
    while (start := begin.search(page, at)) and (stop := end.search(page, start.end())):
        kept.append(page[at : start.start()])
        at = stop.start()
    return "".join((*kept, page[at:]))


def _break(found: re.Match[str]) -> str:
    name = re.split(r"[\s/]", found[1].lower().lstrip("/"))[0]
    if name in CELLS:
        return "\t" if found[1].startswith("/") else ""
    # The next of them begins a line by itself.
    return "\n" if name in BREAKING and found[1] not in ("/li", "/tr") else ""


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

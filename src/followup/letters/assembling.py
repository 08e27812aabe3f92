"""Puts a letter's own words and what the reader typed together, so that no seam shows.

Where two pieces meet, a word or a mark that stands on both sides is said once, "a" and "an" follow the next sound, and
a sentence begins with a capital.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

# Begins and ends what was typed in a rendered letter: characters that no cleaned text holds.
_FIRST, _LAST = 0xE000, 0xE0FF
_END, _MISSING = "\ue100", "\ue101"
_FILLED = re.compile(f"([{chr(_FIRST)}-{chr(_LAST)}])({_MISSING}?)([^{_END}]*){_END}")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_CLOSED = re.compile(r"[.!?…][\"”’')\]]*$")
_STOPS = (".", "!", "?")
_OPENS_SENTENCE = re.compile(r"(?:^|\n|[.!?…][\"”’')\]]*\s)$")
_ARTICLE = re.compile(r"\b([Aa])n? $")
_SPELT = re.compile(r"[A-Z]{1,3}\d*|[B-DF-HJ-NP-TV-Z]{2,6}")
_OPEN_SOUND = re.compile(
    r"(?:hour|honest|heir|honou?r|[aeiou])(?<!u(?=ni[^nm]))(?<!u(?=s[aeiu]))(?<!u(?=t[eio]))(?<!u(?=bi))(?<!e(?=[uw]))"
    r"(?<!o(?=ne\b))(?<!o(?=nce\b))"
)
# How many words in a row may stand on both sides of a seam.
MOST_DOUBLED = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A stretch of a letter: its own words, or what stands in a blank."""

    text: str
    blank: str = ""
    missing: bool = False
    # Words as they are written, such as a company's name: only the very same word is doubled.
    exact: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class BlankSpot:
    """Where a blank stands in a text."""

    blank: str
    start: int
    end: int
    missing: bool


def harmless(text: str) -> str:
    """Gives a typed text without the characters that mark a place here."""
    return _PRIVATE.sub(" ", text)


def marked(text: str, number: int, *, missing: bool = False) -> str:
    """Gives a text with signs around it that say which blank it fills, by number."""
    return f"{chr(_FIRST + number)}{_MISSING if missing else ''}{text}{_END}"


def pieces(rendered: str, names: tuple[str, ...], exact: frozenset[str]) -> tuple[Piece, ...]:
    """Gives the pieces of a rendered letter, without seams; `names` are those of the blanks by number."""
    return tuple(_joined(_tidied(_merged(_parted(rendered, names, exact)))))


def text_of(parts: Iterable[Piece]) -> str:
    """Gives the text of the pieces."""
    return "".join(part.text for part in parts)


def places(parts: Iterable[Piece]) -> Iterator[BlankSpot]:
    """Gives where each blank stands."""
    at = 0
    for part in parts:
        if part.blank:
            yield BlankSpot(blank=part.blank, start=at, end=at + len(part.text), missing=part.missing)
        at += len(part.text)


def html_of(parts: Iterable[Piece]) -> str:
    """Gives the text as HTML, with a mark where a blank is missing."""
    mark = Markup('<mark data-blank="{}">{}</mark>')
    return str(
        Markup("").join(mark.format(part.blank, part.text) if part.missing else escape(part.text) for part in parts)
    )


def _parted(rendered: str, names: tuple[str, ...], exact: frozenset[str]) -> Iterator[Piece]:
    at = 0
    for found in _FILLED.finditer(rendered):
        yield Piece(text=rendered[at : found.start()])
        name = names[ord(found[1]) - _FIRST]
        yield Piece(text=found[3], blank=name, missing=bool(found[2]), exact=name in exact)
        at = found.end()
    yield Piece(text=rendered[at:])


def _merged(parts: Iterable[Piece]) -> list[Piece]:
    """Leaves out what is empty, so that each piece meets the one that a reader sees beside it."""
    merged: list[Piece] = []
    for part in parts:
        if part.text and merged and not part.blank and not merged[-1].blank:
            merged[-1] = Piece(text=merged[-1].text + part.text)
        elif part.text:
            merged.append(part)
    return merged


def _tidied(parts: list[Piece]) -> list[Piece]:
    """Closes the gaps that branches not taken leave behind."""
    tidy = [part if part.blank else replace(part, text=_without_gaps(part.text)) for part in parts]
    for at, strip in ((0, str.lstrip), (-1, str.rstrip)):
        if tidy and not tidy[at].blank:
            tidy[at] = replace(tidy[at], text=strip(tidy[at].text))
    return tidy


def _without_gaps(text: str) -> str:
    lines = re.sub(r"[ \t]*\n[ \t]*", "\n", re.sub(r"[ \t]+", " ", text))
    return re.sub(r" (?=[,.;:?!](?:\s|$))", "", re.sub(r"\n{3,}", "\n\n", lines))


def _joined(parts: list[Piece]) -> list[Piece]:
    joined = [*parts]
    for at, part in enumerate(parts):
        if part.blank and not part.missing:
            before, after = _at(joined, at - 1), _at(joined, at + 1)
            joined[at] = _begun(_without_doubled_start(part, before), before)
            if before:
                own = before.text.rstrip(" ") if part.text.startswith("\n") else before.text
                joined[at - 1] = replace(before, text=_with_article(own, joined[at].text))
            if after:
                joined[at + 1] = replace(after, text=_without_doubled_end(joined[at], after.text))
    return _merged(joined)


def _at(parts: list[Piece], at: int) -> Piece | None:
    """Gives the letter's own words at that place, if it has any there."""
    return parts[at] if 0 <= at < len(parts) and not parts[at].blank else None


def _without_doubled_start(part: Piece, before: Piece | None) -> Piece:
    """Takes words from the beginning that stand before it already: "about" + "about the lab"."""
    own = before.text.split(" ")[:-1] if before and before.text.endswith(" ") else []
    words = part.text.split(" ")
    for count in range(min(MOST_DOUBLED, len(own), len(words) - 1), 0, -1):
        if _same(own[-count:], words[:count], exact=part.exact):
            return replace(part, text=" ".join(words[count:]))
    return part


def _without_doubled_end(part: Piece, after: str) -> str:
    """Takes from the words that follow what the part ends with already: "Inc." + ".", "Analyst role" + " role"."""
    if (after[:1] in _STOPS and part.text.endswith(after[0])) or (after[:1] == "." and _CLOSED.search(part.text)):
        return after[1:]
    if part.text.endswith(".") and after.startswith("”."):
        return f"”{after[2:]}"
    following = re.match(r"(?: [^\W_][\w'’-]*)*", after)
    own = following[0].split(" ")[1:] if following else []
    words = part.text.split(" ")
    for count in range(min(MOST_DOUBLED, len(own), len(words)), 0, -1):
        if _same(own[:count], words[-count:], exact=part.exact):
            return after[sum(len(word) + 1 for word in own[:count]) :]
    return after


def _same(one: list[str], other: list[str], *, exact: bool) -> bool:
    if exact:
        return one == other
    return [word.casefold() for word in one] == [word.casefold() for word in other]


def _begun(part: Piece, before: Piece | None) -> Piece:
    """Gives the part with a capital where it begins a sentence; "eBay" and an address stay as they are."""
    first = part.text.split(" ")[0]
    if (
        part.exact
        or not first.islower()
        or re.search(r"[@/]|\w\.\w", first)
        or not _OPENS_SENTENCE.search(before.text if before else "")
    ):
        return part
    return replace(part, text=part.text[:1].upper() + part.text[1:])


def _with_article(before: str, word: str) -> str:
    """Gives the words before a blank with "a" or "an" as the blank sounds.

    >>> _with_article("for a ", "engineer"), _with_article("as an ", "university nurse"), _with_article("an ", "UX job")
    ('for an ', 'as a ', 'a ')
    """
    return _ARTICLE.sub(lambda found: f"{found[1]}{'n' if sounds_open(word) else ''} ", before)


def sounds_open(word: str) -> bool:
    first = re.split(r"[\s/-]", word)[0]
    if _SPELT.fullmatch(first):
        return first[0] in "AEFHILMNORSX"
    return bool(_OPEN_SOUND.match(first.casefold()))

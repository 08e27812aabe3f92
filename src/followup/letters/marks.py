"""The marks, quotes and capitals that stand only because an answer began or ended there."""

import re

# Words that have a capital only because the answer began with them.
_SMALL = frozenset(
    "a an the this that these those my your our their his her its how what when where why who which whether if because"
    " since as while being having using working learning hearing talking doing we you they he she it there here some"
    " any all both each every no one two three at in on by for from with about after before during via not only just"
    " very more most".split()
)
# A link needs no stop behind it.
LINK_END = re.compile(r"(?:https?://|www\.)\S+$|\S+@\S+\.\S+$")
_QUOTES = "\"“”„«»'‘’"


def closed_off(text: str) -> str:
    """Gives a clause without the marks at its end; "etc." and "a.m." keep theirs."""
    return text if re.search(r"\b(?:etc|[ap]\.m|inc|ltd|co|jr|sr)\.$", text, re.IGNORECASE) else text.rstrip(" .,;:!?…")


def unquoted(text: str) -> str:
    """Gives a text without quotes around the whole of it."""
    inner = text[1:-1].strip()
    wrapped = (
        len(text) > 2 and text[0] in _QUOTES and text[-1] in _QUOTES and not any(mark in inner for mark in '"“”„«»')
    )
    return inner if wrapped else text


def unquoted_thing(text: str) -> str:
    """Gives an answer without quotes around it where it goes on without them; a saying keeps its own."""
    inner = unquoted(text)
    return inner if inner == text or inner.split(" ")[0].lower() in _SMALL else text


def lowered(text: str) -> str:
    """Gives text without the capital that it has only because the answer began there."""
    first = re.match(r"[A-Z][a-z]*(?=[\s,]|$)", text)
    small = first and (first[0].lower() in _SMALL) and first[0] != "I"
    return text[0].lower() + text[1:] if small else text


def small_first(text: str, words: frozenset[str]) -> str:
    """Gives text with its first word in small letters where it is one of these."""
    first, _, rest = text.partition(" ")
    return f"{first.lower()} {rest}".strip() if first.lower() in words else text


def capital(text: str) -> str:
    first = text.split(" ")[0]
    return text[:1].upper() + text[1:] if first.islower() and not re.search(r"[@/]|\w\.\w", first) else text

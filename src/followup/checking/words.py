"""Lists of words, and words made comparable."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from followup import data
from followup.frozen import remembered
from followup.words.cleaning import without_marks

# Letters with what stands above and below them, and the marks inside a name.
TOKEN = re.compile(r"[^\W\d_][\w\u0300-\u036f]*(?:['’\-][^\W\d_][\w\u0300-\u036f]*)*")

# As people write these letters where a keyboard has none of them.
WRITTEN_OUT = str.maketrans({"å": "aa"} | {marked: f"{bare}e" for marked, bare in ("äa", "öo", "üu", "øo", "æa")})


@lru_cache
def listed(name: str) -> frozenset[str]:
    """Gives a list of data/checks/words.toml."""
    return frozenset(_lists()[name].replace(",", " ").split())


@lru_cache
def nicknames() -> Mapping[str, frozenset[str]]:
    """Gives the short names of each long name."""
    lines = (line.split() for line in _lists()["nicknames"].split(",") if line.split())
    return {line[0]: frozenset(line[1:]) for line in lines}


@remembered(8192)
def bare(word: str) -> str:
    """Gives a word in small letters, without accents and without a final 's.

    >>> bare("José’s")
    'jose'
    """
    return without_marks(word.casefold().replace("’", "'").removesuffix("'s").removesuffix("'"))


def bare_words(*texts: str) -> set[str]:
    """Gives the words of some texts, each made comparable."""
    return {bare(word) for text in texts for word in TOKEN.findall(text)}


def spellings(word: str) -> frozenset[str]:
    """Gives how a name may be spelled: its letters without their marks, or written out.

    >>> sorted(spellings("Müller")), sorted(spellings("Bjørn"))
    (['mueller', 'muller'], ['bjoern', 'bjørn'])
    """
    return frozenset((bare(word), bare(unicodedata.normalize("NFC", word.casefold()).translate(WRITTEN_OUT))))


def is_near(one: str, other: str) -> bool:
    """Tells whether two words differ by one slip: a letter too many, too few, wrong, or two swapped.

    >>> is_near("ruiz", "riuz"), is_near("ruiz", "reyes")
    (True, False)
    """
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, rest_other = one[at:], other[at:]
    swapped = rest[:2] == rest_other[:2][::-1] and rest[2:] == rest_other[2:] and len(rest) > 1
    return swapped or rest[1:] == rest_other[1:] or rest[1:] == rest_other or rest == rest_other[1:]


@cache
def families() -> Mapping[str, str]:
    """Gives each word's family, as "@money", for words that do one thing in a sentence."""
    families: Mapping[str, str] = data.table("checks", "words.toml")["families"]
    return {word: f"@{name}" for name, words in families.items() for word in words.split()}


@lru_cache
def _lists() -> Mapping[str, str]:
    return {name: words for name, words in data.table("checks", "words.toml").items() if isinstance(words, str)}

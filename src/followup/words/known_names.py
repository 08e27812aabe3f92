"""Whether people are called by a word: a given name or a family name of some sixty languages, without its marks."""

from functools import cache

from followup import data
from followup.frozen import remembered
from followup.words.cleaning import without_marks
from followup.words.family_names import given_names

# Letters that are one with their mark.
STROKES = str.maketrans("łøđı", "lodi")


# A row takes a while to be looked through, and an email names the same people often.
@remembered(512)
def is_given_name(word: str) -> bool:
    """True for a name by which people are called, and for two of them with a hyphen.

    >>> is_given_name("Łukasz"), is_given_name("Mei-Ling"), is_given_name("Harbor")
    (True, True, False)
    """
    return any(f", {part}, " in _rows()[0] for part in _parts(word))


def is_family_name(word: str) -> bool:
    """True for a family name that is no word of a company's.

    >>> is_family_name("Núñez-Pérez"), is_family_name("Lane")
    (True, False)
    """
    return any(f", {part}, " in _rows()[1] for part in _parts(word))


def _parts(word: str) -> list[str]:
    return without_marks(word.casefold().translate(STROKES)).replace(".", "").split("-")


@cache
def _rows() -> tuple[str, str]:
    """The given names and the family names, each in a row: as words of their own they take many times the room."""
    names = data.table("words", "names_of_people.toml")
    return f", {', '.join(given_names())}, {names['further']}, ", f", {names['family']}, "

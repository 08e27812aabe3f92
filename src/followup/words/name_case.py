"""The capitals of a name that was typed without any, or in nothing else."""

import re

from followup.words.name_words import PARTICLES, SUFFIXES, is_one_of

# Short names without a vowel are initials: JJ, TJP.
_UNSAYABLE = re.compile(r"[^\WAEIOUYaeiouy\d_]{1,3}")


def unshouted(name: str) -> str:
    """Gives a name typed all in capitals, or all in small letters, as names are written."""
    letters = [letter for letter in name if letter.isalpha()]
    shouted = len(letters) > 2 and all(letter.isupper() for letter in letters) and not _UNSAYABLE.fullmatch(name)
    whispered = bool(letters) and all(letter.islower() for letter in letters)
    if not (shouted or whispered) or re.search(r"[^\w\s.,'’-]|\d", name):
        return name
    return " ".join(_written(word) for word in name.split())


def _written(word: str) -> str:
    lower = word.lower()
    if is_one_of(lower, PARTICLES - {"st"}) and word.islower():
        return lower
    if is_one_of(lower, SUFFIXES - {"jr", "sr"}):
        return word.upper()
    return re.sub(r"(^|[-'’.]|\bmc)([^\W\d_])", lambda found: found[1].capitalize() + found[2].title(), lower)

"""Which of the many spellings of a name are worth having: those that lead to it and no other spelling does."""

import re
import unicodedata
from collections.abc import Iterable

# Letters that lose nothing when a mark is taken off stand in Unicode's tables; these do not.
APART = str.maketrans({"ß": "ss", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})
SAINTS = frozenset(("saint", "sankt"))
LATIN = re.compile(r"[A-ZÀ-ɏ'][A-Za-zÀ-ɏḀ-ỿ'’ -]{2,30}")


def folded(text: str) -> str:
    """A name as it is searched: in small letters, without marks and stops; the page's script folds alike.

    >>> folded("Saint-Étienne"), folded("Washington D.C.")
    ('st etienne', 'washington dc')
    """
    small = unicodedata.normalize("NFD", text.lower()).translate(APART)
    bare = "".join(sign for sign in small if not unicodedata.combining(sign))
    words = re.sub(r"[-_/,()'’‘`´]+", " ", bare.replace(".", "")).split()
    return " ".join("st" if word in SAINTS else word for word in words)


def worth(name: str, spellings: Iterable[str], most: int) -> tuple[str, ...]:
    """The spellings in Latin letters that differ much from the name and from each other; the commonest kind first."""
    kinds: list[tuple[str, list[str]]] = []
    for spelling in sorted(set(spellings)):
        wanted = folded(spelling)
        if not LATIN.fullmatch(spelling) or spelling.isupper() or wanted.startswith(folded(name)):
            continue
        if _is_close(wanted, folded(name)):
            continue
        kind = next((kind for kind in kinds if _is_close(wanted, folded(kind[0]))), None)
        if kind:
            kind[1].append(spelling)
        else:
            kinds.append((spelling, [spelling]))
    common = sorted((kind for kind in kinds if len(kind[1]) > 1), key=lambda kind: (-len(kind[1]), kind[0]))
    return tuple(kind[0] for kind in common[:most])


def _is_close(one: str, other: str) -> bool:
    """True where at most two letters, and no more than a third of them, differ."""
    return _distance(one, other, limit=min(2, len(other) // 3)) <= min(2, len(other) // 3)


def _distance(one: str, other: str, limit: int) -> int:
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    row = list(range(len(other) + 1))
    for at, sign in enumerate(one, 1):
        before, row[0] = row[0], at
        for place, against in enumerate(other, 1):
            before, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, before + (sign != against))
    return row[-1]

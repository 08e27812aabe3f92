"""A name as calendars and lists write it, with the given name first and without what stands behind it."""

import re

from followup.files.invitation.words import one_line, plain
from followup.words.name_order import in_order
from followup.words.name_words import PARTICLES

# Behind a name: a department, a company, by what it was sent.
BEHIND = re.compile(
    r"[(\[{<].*|\s(?:[|·•/–—-]|via|at|from|aus|chez|från|bei|presso)\s.*|,\s?(?:via|at)\s.*", re.IGNORECASE
)
IN_FRONT = re.compile(r"^\s*[(\[][^)\]]{1,30}[)\]]\s*")
# Shorter than this, letters in capitals are initials: "JJ Abrams".
SHORTEST_LOUD = 3
# Within a name in capitals these stay small: "VAN DEN BERG", but not "LE GOFF".
SMALL = PARTICLES - frozenset("le la el al lo st di do y".split())


def person_name(text: str) -> str:
    """A name with the given name first, without what stands behind it; nothing where it is an address or a path."""
    name = IN_FRONT.sub("", one_line(plain(text)).strip("\"' "))
    name = in_order(BEHIND.sub("", name).strip("\"', "), is_listed=True)
    if "@" in name or "/" in name or not any(map(str.isalpha, name)):
        return ""
    return _quiet(name)


def _quiet(name: str) -> str:
    """The name without loud words; a family name in capitals stood before the given one: "DUPONT Marie"."""
    words = name.split()
    loud = next((at for at, word in enumerate(words) if not word.isupper()), len(words))
    if 0 < loud < len(words) and _is_family(words[:loud], words[loud:]):
        return " ".join((*words[loud:], *_titled(words[:loud])))
    return " ".join(_titled(words)) if len(words) > 1 and name.isupper() else name


def _is_family(loud: list[str], given: list[str]) -> bool:
    """True for words in capitals that are a family name; "JJ" is none, and "HR" stands before no given name alone."""
    return max(map(len, loud)) >= SHORTEST_LOUD and all("." not in word for word in (*loud, given[0]))


def _titled(words: list[str]) -> list[str]:
    """Those words as names are written: "van den Berg", "de la Cruz", "Le Goff"."""
    found: list[str] = []
    for word in words:
        small = word.lower()
        follows = small in PARTICLES and bool(found) and found[-1].islower()
        found.append(small if small in SMALL or follows else word.title())
    return found

"""How to greet a person of whom only a full name is known."""

import re

TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame herr frau mme mlle madame monsieur rev ing dipl sr sra srta".split()
)
# What stands behind a name and a comma, where a given name would stand too.
JOBS = frozenset(
    "hr recruiter recruiting recruitment talent people human manager director head lead senior junior chief officer"
    " engineer developer analyst consultant partner founder president ceo cto cfo vp team".split()
)
PARTICLES = frozenset(
    "van von de der den da di del della dei du la le el al bin ibn bint ter ten te dos das do af av zu zur vom het 't"
    " y".split()
)
SUFFIXES = frozenset("phd md jr sr ii iii iv mba msc ma ba cpa esq llm jd dds rn pe obe".split())
# Han, kana and Hangul: the family name stands first and a bare given name would be too familiar.
_FAMILY_FIRST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+(?:-?[^\W\d_]\.)*|[A-Z]")


def first_name(full_name: str) -> str:
    """Gives what to write after "Hi", or nothing when the given name is not known.

    >>> first_name("Dana Ruiz"), first_name("Ruiz, Dana"), first_name("Dr. Ana Ruiz, PhD")
    ('Dana', 'Dana', 'Ana')
    >>> first_name("Dr. Ruiz"), first_name("D. Ruiz"), first_name("van der Berg")
    ('Dr. Ruiz', '', '')
    """
    name = in_order(re.sub(r"\([^)]*\)", " ", full_name))
    if _FAMILY_FIRST.search(name):
        return name
    words = name.split()
    titles = _leading_titles(words)
    rest = words[titles:]
    if titles and (len(rest) == 1 or (rest and _is(rest[0], PARTICLES) and rest[0].islower())):
        return " ".join(words)
    return _given(rest)


def in_order(name: str) -> str:
    """Gives a name with the given name first: "Ruiz, Dana" is "Dana Ruiz"; a job or a degree behind it is left out."""
    head, comma, tail = (part.strip() for part in name.partition(","))
    behind = re.split(r"[\s,]+", tail)
    if not comma or not tail or all(_is(word, SUFFIXES) for word in behind) or any(_is(word, JOBS) for word in behind):
        return " ".join(head.split())
    return " ".join(f"{tail.split(',')[0]} {head}".split())


def _given(words: list[str]) -> str:
    if not words or "@" in words[0]:
        return ""
    first = words[0]
    if first.islower() and _is(first, PARTICLES):
        return ""
    return "" if _INITIALS.fullmatch(first) else first


def _leading_titles(words: list[str]) -> int:
    places = range(len(words))
    return next((place for place in places if not _is_title(words[place], is_first=place == 0)), len(words))


def _is_title(word: str, *, is_first: bool) -> bool:
    """True for "Dr." and "Dipl.-Ing."; behind another title for "med." and for the "and" of "Mr and Mrs" too."""
    belongs = word in ("and", "&") or (word.islower() and word.endswith("."))
    return all(_is(part, TITLES) for part in word.split("-")) or (belongs and not is_first)


def _is(word: str, known: frozenset[str]) -> bool:
    return word.rstrip(".").replace(".", "").lower() in known

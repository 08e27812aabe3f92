"""The parts of a title, and what is left of one without names, hours and what only says that it is an interview."""

import re
from collections.abc import Iterator

from followup.dates.zone_names import ABBREVIATIONS
from followup.files.invitation.words import alternatives, known, tokens, weekdays

IN_BRACKETS = re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]|\{[^{}]{0,80}\}")
# A colon or a point within a word is of both sexes: "Entwickler:in", "Chargé·e".
BETWEEN = re.compile(r"[|•]|:(?!in(?:nen)?\b)|·(?!\w)|(?<!\w)·|<>|<->|//|\s[–—-]+\s|[–—]|\s/\s")
AT = re.compile(r"\s@|@\s|\s(?:at|bei|bij|chez|presso|hos)\s+(?=[^\W\d_a-z])")
REQUISITION = re.compile(r"(?:r|jr|req|job|id|ref)[-_.]?\d{3,}")
HOUR = re.compile(r"\d{1,2}(?:[:.]\d\d)?(?:am|pm|h|uhr)")
EDGE = " .,;:!?'\"’“”„-–—#"
ORDINALS = frozenset("1er 2e 2ª 2º 3ª 3º 1ª 1º 30min 45min 60min 15min 30-min 45-min 60-min".split())


def parts(words: str) -> Iterator[str]:
    """The parts of a title without what stands in brackets."""
    return parted(IN_BRACKETS.sub(" ", words))


def parted(words: str) -> Iterator[str]:
    return (part for each in BETWEEN.split(words) for part in AT.split(each))


def is_subject(part: str) -> bool:
    """True for what a session is about, and for no role: "Coding", "System Design"."""
    return {*tokens(part)} <= known("session_words") | known("filler") | {""}


def without(part: str, names: list[str]) -> str:
    """A part without the names of people; a part that is a first name alone says nothing else either."""
    if names:
        part = re.sub(rf"(?<!\w)(?:{alternatives(names)})(?:['’]s?)?(?!\w)", " ", part, flags=re.IGNORECASE)
    part = " ".join(part.split())
    # "Sam C." is called so too.
    firsts = {each for name in names for word in tokens(name) for each in (word, word[:1])}
    return "" if set(tokens(part)) <= firsts | known("filler") | {""} else part


def bare(part: str) -> str:
    """A part without the words at its ends that only say that it is an interview."""
    words = part.strip(EDGE).split()
    while words and _is_filler(words[0]):
        del words[0]
    while words and _is_filler(words[-1]) and not _is_job_title(words):
        del words[-1]
    return " ".join(words).strip(EDGE)


def _is_job_title(words: list[str]) -> bool:
    """True for the PM of "Localization PM", where no hour stands before it."""
    return words[-1] == "PM" and len(words) > 1 and not any(map(str.isdigit, words[-2]))


def _is_filler(word: str) -> bool:
    bare = word.casefold().strip(EDGE)
    if not any(map(str.isalpha, bare)) or bare in known("filler") or _is_number(bare):
        return True
    # The first line of an email may tell the day and the hour as well.
    return bare in weekdays() or bare in known("title_hours") or (bare in ABBREVIATIONS and word.isupper())


def _is_number(bare: str) -> bool:
    """Which one it is, its hour, how long it takes, or the number under which a role is advertised: "r-10234"."""
    return bare in ORDINALS or bool(REQUISITION.fullmatch(bare) or HOUR.fullmatch(bare))

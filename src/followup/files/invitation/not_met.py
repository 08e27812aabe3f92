"""Who is named in an email and is not met: who cannot come, was met before, or is somebody to write to."""

import re

from followup.files.invitation.jobs import is_job
from followup.files.invitation.spoken_names import IN_BRACKETS, SENTENCE
from followup.files.invitation.stages import is_former, is_later, meets
from followup.files.invitation.words import AND, CAPITAL, pattern, small_letters

# Words that are told beside a name, joined to it by a comma or an "and".
NAME = re.compile(rf"{CAPITAL}[\w'’.-]*(?:\s{CAPITAL}[\w'’.-]*)+")
# Where another clause begins, with somebody else in it.
CLAUSE = re.compile(
    r"[;!?:]|\s[–—]\s|,?\s(?:so|but|hence|therefore|because|since|sodass|daher|deshalb|sondern|aber|weil|donc|mais|car"
    r"|por lo que|pero|porque|por isso|mas|quindi|ma|perché|dus|maar|want|så|men)\s"
)
# "If you get lost, call Alan Frost": an order, where "your call with" is none.
ORDER = re.compile(
    r"(?:^|[,;:]\s|\b(?:please|or|to|can|just|lost|late)\s)(?:call|text|phone|ring|e-?mail|message|contact|ask|write)"
    r"(?:\s(?:for|to|me or|us or))?\s(?:(?:my|our) (?:\w+ ){1,2})?$"
)
# In front of a name that is told together with the one before.
JOINED = re.compile(rf"(?:^|,)\s*(?:{AND}\s)?$|\s(?:{AND}|&)\s$")
WORD = re.compile(r"\s?\w*")
FURTHEST = 200


def is_met(line: str, begin: int, end: int) -> bool:
    """True for a name of a line, unless the words before or behind it say that one meets somebody else."""
    small = small_letters(line)
    found_ends = (found.end() for found in SENTENCE.finditer(line, max(0, begin - FURTHEST), begin))
    first = max(found_ends, default=max(0, begin - FURTHEST))
    before = _clause(small[first:begin])
    others = [found.end() for found in pattern("not_met").finditer(before)]
    # "After your talk with Carole Dent we'd like you to meet Bea Thornton": the nearer words count.
    nearest = max(others, default=-1)
    behind = _predicate(line[end : end + FURTHEST])
    if ORDER.search(before) or is_later(line[first:begin], behind):
        return False
    if is_former(line[first:begin]) and not pattern("acts").search(small_letters(behind)):
        return False
    is_other = nearest > max((found.end() for found in meets().finditer(before)), default=-1)
    # "Please contact us before your interview with Dana Ruiz", but "thanks for your interview with Dana Ruiz".
    first_word = WORD.match(before, nearest) if is_other else None
    if is_other and not pattern("interviews").search(before, first_word.end() if first_word else nearest):
        return False
    return not any(pattern(kind).search(small_letters(behind)) for kind in ("absent", "met_before"))


def _clause(before: str) -> str:
    """What stands before a name, without the clause up to a semicolon where the next one leads to the name."""
    at = before.rfind(";") + 1
    return before[at:] if at and pattern("names_follow").search(before, at) else before


def _predicate(behind: str) -> str:
    """What a sentence goes on to say of a name, behind what they do and who else is named with them."""
    behind = IN_BRACKETS.sub("", SENTENCE.split(behind)[0])
    others = (found for found in NAME.finditer(behind) if not is_job(found[0]))
    for found in others:
        if not JOINED.search(behind[: found.start()]):
            behind = behind[: found.start()]
            break
    return CLAUSE.split(f"{behind} ")[0]

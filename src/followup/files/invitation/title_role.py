"""The role that a title names, if it names one: "Acme Interview - Data Analyst"."""

import re
from collections.abc import Iterator

from followup.files.invitation.role_words import is_somebody, says_role
from followup.files.invitation.title_parts import AT, IN_BRACKETS, bare, is_subject, parted, without
from followup.files.invitation.words import AND, known, tokens

WITH = r"\s(?:with|mit|avec|con|com|w/)\s"
# Whom it is with, up to what it is for.
WHOM = re.compile(rf"{WITH}.*?(?=\s(?:for|für|als|pour|para|como)\s|$)")
# An hour with what stands behind it, up to the next part: "at 8:30 AM Central Time".
HOUR = re.compile(
    r"(?<=\s)(?:\d{1,2}[:.]\d\d|\d{1,2}(?=\s?[ap]\.?m\b|\s?uhr\b|\s?h\b))(?![\d/])([^|–—•·]*?)"
    r"(?=\s(?:for|with|für|als|mit|pour|avec|para|con|com|per|voor|med|w/)\s|\s[-–—]\s|[|–—•·]|$)",
    re.IGNORECASE,
)
DASH = re.compile(r"\s[–—-]+\s")
# "Ken Ishimura and Renata Villalobos".
TOGETHER = re.compile(rf"\s(?:{AND}|&)\s")
# "Paralegal role".
NOUN = re.compile(r"(?<=\w)\s(?:role|position|vacancy|opening)$", re.I)
LONGEST = 80
# What an interviewer is, alone: "Technical interview (Hiring Manager)".
WHO_MEETS = frozenset(
    "hiring manager recruiter hr lead head team director partner founder ceo cto cfo coo vp peer".split()
)


def role_of(words: str, company: str, names: list[str]) -> str:
    """The role in a title without days; `company` and the people's `names` are none of it."""
    words = HOUR.sub(lambda found: found[1] if says_role(found[1]) else " ", words)
    said = [one for part in _parts(words) if _may_be_role(one := _bare(part, company, names))]
    sure = [one for one in said if says_role(one)]
    in_brackets = [] if sure else [*_in_brackets(words, company, names)]
    # A desk is named by what it does: "Civil Service Jobs - Policy Adviser".
    plain = [one for one in said if not {*tokens(one)} & (known("teams") | {"jobs"})]
    role = next(iter((*sure, *in_brackets, *plain)), "")
    return role if len(role) <= LONGEST else ""


def _parts(words: str) -> Iterator[str]:
    """The parts of a title; where strokes part it, a dash within one of them may belong to the role."""
    words = IN_BRACKETS.sub(" ", words)
    for each in words.split("|"):
        left, *rest = DASH.split(each)
        is_whole = "|" in words and len(rest) == 1 and says_role(left) and _may_be_role(bare(rest[0]))
        is_whole = is_whole and not says_role(rest[0]) and bare(left) == left.strip()
        yield from [each] if is_whole else parted(each)


def _bare(part: str, company: str, names: list[str]) -> str:
    return NOUN.sub("", bare(without(without_company(WHOM.sub(" ", part), company), names)))


def without_company(part: str, company: str) -> str:
    """A part of a title without the company."""
    return re.sub(rf"(?<!\w){re.escape(company)}(?!\w)", " ", part, flags=re.IGNORECASE) if company else part


def _may_be_role(part: str) -> bool:
    names = TOGETHER.split(part)
    return sum(map(str.isalpha, part)) > 1 and not is_subject(part) and not all(map(is_somebody, names))


def _in_brackets(words: str, company: str, names: list[str]) -> Iterator[str]:
    """The role in brackets: "iOS Architecture (Senior iOS Engineer @ Acme)"; behind a name it may be that person's."""
    for found in IN_BRACKETS.finditer(words):
        told, *where = AT.split(found[0][1:-1])
        role = _bare(told, company, names)
        before = words[: found.start()].rstrip()
        is_theirs = any(before.endswith(name) for name in names) and not where
        if says_role(role) and not is_theirs and {*tokens(role)} - WHO_MEETS - {""}:
            yield role

"""What stands beside a name where people type one and is no part of it."""

import re

from followup.words.family_names import is_given
from followup.words.name_order import COMPANIES
from followup.words.name_words import GROUPS, JOBS, is_one_of

_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")
_PRONOUN = (
    r"(?:she|hers?|h[ei]|him|his|they|them|theirs?|ze|zir|hir|xe|xem|er|ihm|sie|ihr|ihn|il|lui|elle|él|ella|el[ea])"
)
_PRONOUNS = re.compile(rf"[\s,–—-]*(?<!\w){_PRONOUN}(?:\s*/\s*{_PRONOUN})+(?!\w)", re.IGNORECASE)
# "Li Wei / Recruiting", "Dana Ruiz | Acme", "Dana Ruiz - HR"; a bare hyphen joins a name.
_BESIDE = re.compile(r"\s*[/|]\s*|\s+[–—-]+\s+")


def without_asides(text: str) -> str:
    """Gives a name without pronouns, brackets, and the job or the house behind it.

    >>> without_asides("Tom Berg (he/him)"), without_asides("Li Wei / Recruiting"), without_asides("Dana Ruiz-Lee")
    ('Tom Berg', 'Li Wei', 'Dana Ruiz-Lee')
    """
    bare = " ".join(without_pronouns(text).split())
    head, *behind = _BESIDE.split(bare, maxsplit=1)
    return head if behind and _is_beside(head, behind[0]) else bare


def without_pronouns(text: str) -> str:
    """Gives names without pronouns and brackets."""
    return re.sub(r" +", " ", _BRACKETS.sub(" ", _PRONOUNS.sub(" ", text))).strip()


def _is_beside(head: str, behind: str) -> bool:
    """True where a person stands in front and no second one behind."""
    first, words = head.split(), behind.split()
    if not first or not words or (is_given(words[0]) and not _names_work(words)):
        return False
    if any(is_one_of(word, COMPANIES | GROUPS) for word in first):
        return False
    return len(first) > 1 or is_given(first[0])


def _names_work(words: list[str]) -> bool:
    return any(is_one_of(word, JOBS | GROUPS | COMPANIES) for word in words)

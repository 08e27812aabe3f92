"""The names of people, companies and roles as they were typed, as they go on inside a sentence."""

import re

from followup.letters.marks import closed_off, unquoted
from followup.model.language import listed
from followup.model.wording import view_words
from followup.words.name_case import unshouted
from followup.words.said_names import names_listed, people_in

_ARTICLE = re.compile(r"^(?:the|an?|your|this) (?=\S)", re.IGNORECASE)
_ROLE_BEFORE = re.compile(
    r"^(?:(?:open|vacant) )?(?:role|position|post|job|vacancy|opening)"
    r"(?: (?:of|as|for)(?: (?:the|an?))? | ?[:–-] ?)(?=\S)",
    re.IGNORECASE,
)
# "University of Leeds", "city of Austin", the health service: said with their article.
_WITH_THE = re.compile(
    r"(?:(?:university|city|county|state|borough|town|department|ministry|office) of (?=\S)|(?:NHS|BBC|U\.?N)$)",
    re.IGNORECASE,
)
# "Sr. Eng.", "Asst. Mgr.": the last one keeps its stop.
_SHORT = re.compile(
    r"\b(?:eng|engr|mgr|dir|asst|assoc|assist|exec|admin|tech|rep|spec|dev|supv|coord|acct|ops|dept|prof|univ|consult)\.$",
    re.IGNORECASE,
)
_ROLE_ALONE = re.compile(r"(?:position|post|job|vacancy|opening)", re.IGNORECASE)
_ROLE_BEHIND = re.compile(r"(?<=\S)\s+(?:role|position|job|vacancy|opening|interview)$", re.IGNORECASE)


def as_role(text: str) -> str:
    bare = unquoted(text if _SHORT.search(text) else closed_off(text))
    role = _ROLE_BEHIND.sub("", _ROLE_BEFORE.sub("", _ARTICLE.sub("", bare))) or bare
    # The letters say "role" behind it, and what meets is said once.
    return "role" if _ROLE_ALONE.fullmatch(role) else role


def as_company(text: str) -> str:
    company = re.sub(r"^(?:at|with|for|in) (?=[A-Z])", "", text.strip(" ,;:"))
    return view_words("typed.with_the", name=company) if _WITH_THE.match(company) else company


def as_person(text: str) -> str:
    name = text.strip(" ,;:!?")
    return unshouted(re.sub(r"^(?:i am|i'm|my name is|this is) ", "", name, flags=re.IGNORECASE))


def as_whole_name(text: str) -> str:
    """Somebody else's name, given name first, without what stands beside it: "Jan van der Berg"."""
    return listed(people_in(text))


def as_people(text: str) -> str:
    """People as one says them: "Priya Shah, Tom Berg and Ana Lind"."""
    return listed(names_listed(closed_off(re.sub(r"^(?:and|with) ", "", text))))

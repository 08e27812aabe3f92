"""The role and the company, as a sentence of an invitation names them."""

import re

from followup.files.invitation.words import known, months, one_line, tokens, weekdays

ANY_ROLE = r"([^\W\d_][\w/&+ ’'-]{2,60}?)"
ROLE = r"([^\W\d_a-z][\w/&+ -]{2,60}?)"
# A role in the sentence of another language, up to the company, a bracket or the end.
ROLES = (
    re.compile(
        rf"\b(?:position|role|post|job) of (?:an? |the )?{ROLE}"
        r"(?=\s*(?:\(|[.,;:\n]|$)| (?:at|with|in|on|has|is|was|will|have) )",
        re.MULTILINE,
    ),
    re.compile(rf"\bfor (?:the|our|an?) {ROLE} (?:position|role|post|opening|vacancy|job)\b"),
    re.compile(
        rf"\b(?:poste|puesto|vaga|cargo|posto|Stelle|Position) (?:de |d['’]|di |als |of |como )+{ANY_ROLE}"
        r"(?=\s*(?:\(|[.,;:\n]|$)| (?:en|na|no|chez|bei|presso|au sein|est[áa]|será|el|le|am) )",
        re.MULTILINE,
    ),
    re.compile(
        rf"\binterview (?:(?:with|at) [^.\n]{{2,40}}? )?for (?:the |our |an? )?{ROLE}"
        r"(?= (?:at|with|on|has|is|will|takes)\b|[.,;(\n])"
    ),
)
NO_COMPANY = frozenset(("noon", "midday", "human", "resources"))
WORD = r"[A-ZÀ-Þ][\w&'’-]*(?:\.\w+)*"
NAME = rf"({WORD}(?: (?:(?:&|and|und|et|y|e|of|de) )?{WORD}){{0,3}})"
# Where a company stands in a sentence; a city or a platform may stand there too.
COMPANIES = tuple(
    re.compile(words.format(NAME=NAME))
    for words in (
        r"\b(?:interview|onsite|application|candidacy|role|position) (?:\w+ ){{0,4}}(?:at|with) {NAME}",
        r"\b(?:interview|application) for [^.\n]{{3,60}}? (?:at|with) {NAME}",
        r"\bwith [A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{1,2}} at {NAME}",
        r"\binterest in (?:joining |working (?:at|with|for) )?{NAME}",
        r"\b(?:[Ii]nterview|[Vv]ideointerview|\w*[Gg]espräch|[Tt]ermin) mit (?:der )?{NAME}",
        r"\b(?:bei der|beim|bei|chez|au sein de|presso|pela|junto a) {NAME}",
        r"\b(?:puesto|vaga|cargo)\b[^.\n]{{3,60}}? (?:en|na|no) {NAME}",
    )
)


def role(text: str) -> str:
    """The role that a sentence names: "for the position of Financial Analyst", "for our Data Analyst role"."""
    every = (one_line(found[1])[:80] for pattern in ROLES for found in pattern.finditer(text))
    return next((one for one in every if one and _is_role(one)), "")


def _is_role(name: str) -> bool:
    """False for the day in "your interview for Thursday, January 14"."""
    return not {*tokens(name)} & {*weekdays(), *months()}


def company(text: str) -> str:
    """The company that a sentence names: "your onsite at Brightwater", "bei der Weberbau GmbH"; never a platform."""
    for pattern_ in COMPANIES:
        for found in pattern_.finditer(text):
            name = one_line(found[1]).rstrip(".")
            if "with" in found[0].removesuffix(found[1]).split()[-1:] and name.casefold() in known("given"):
                continue
            if "mit" in found[0].removesuffix(found[1]).split()[-1:] and not {*tokens(name)} & known("companies"):
                continue
            if not ({*tokens(name)} - {""}) & _no_company():
                return name
    return ""


def _no_company() -> frozenset[str]:
    return NO_COMPANY | known("video") | known("filler") - {"and", "of", "a"} | {*weekdays(), *months()}

"""The role and the company, as a sentence of an invitation names them."""

import re
from functools import lru_cache

from followup.files.invitation.titles import company_of_team
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
NO_COMPANY = frozenset(
    "noon midday human resources rückfragen fragen interesse bedarf ankunft problemen verspätung verhinderung".split()
)
# In front of a person's name.
TITLE = re.compile(
    r"(?:Frau|Herrn?|Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Mme|Mlle|Monsieur|Madame|Señora?|Sra?|Don|Doña|Sig|Dott|Ing|Dra|Dña|Enf|Eng|Arq|Profa)\b"
)
WORD = r"(?:St\. )?[A-ZÀ-Þ][\w&'’-]*(?:\.\w+)*"
NAME = rf"({WORD}(?: (?:(?:&|and|und|et|y|e|of|de) )?{WORD}){{0,3}})"
# Where a company stands in a sentence; a city, a platform or somebody who is met may stand there too.
COMPANIES = tuple(
    re.compile(words.format(NAME=NAME))
    for words in (
        r"\b(?:interviews?|onsite|screen|application|candidacy|role|position) (?:\w+ ){{0,4}}(?:at|with) {NAME}",
        r"\b(?:interview|application) for [^.\n]{{3,60}}? (?:at|with) {NAME}",
        r"\bwith [A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{1,2}} at {NAME}",
        r"\b(?:[Ii]nterview|[Vv]ideointerview|\w*[Gg]espräch|[Tt]ermin) mit (?:der )?{NAME}",
        r"\b(?:bei der|beim|bei|chez|au sein de|presso|pela|junto a) {NAME}",
        r"\b(?:puesto|vaga|cargo)\b[^.\n]{{3,60}}? (?:en|na|no) {NAME}",
    )
)
# There only a company stands.
SURELY = tuple(
    re.compile(words.format(NAME=NAME))
    for words in (
        r"\binterest in (?:joining |working (?:at|with|for) )?{NAME}",
        r"\b(?:interviews?|onsite|role|position|post|job) (?:(?:for|as|of) [^.\n]{{3,60}}? )?at {NAME}",
        r"\b(?:[Gg]reetings|[Hh]ello|[Hh]i) from {NAME}",
    )
)
# The line of a signature that tells where somebody works: "Recruiter at Bluestem Foods", "HR-partner, Fjällnära AB".
WORKS_AT = re.compile(rf"^(.{{2,60}}?)(?:\s(?:at|bei|chez|presso|hos|bij)\s|\s?[,|]\s|\s[–-]\s){NAME}\.?$")
AGENCY = frozenset(
    "recruitment recruiting recruiters staffing search personnel personalberatung headhunters talent".split()
)
RECRUITING = frozenset(
    "recruiter recruiterin recruteur recruteuse reclutador reclutadora recrutador recrutadora personalreferent"
    " personalreferentin personalleiter personalleiterin rekryterare rekrutterer recruiting".split()
)
TEAM = frozenset("talent recruiting recruitment hiring careers".split())
MOST_BELOW = 6


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
            if _is_company(name):
                return name
    return ""


def sure_company(text: str) -> str:
    """The company where nobody else can be meant: "your interest in Copper Canyon"."""
    told = (one_line(found[1]).rstrip(".") for each in SURELY for found in each.finditer(text))
    return next(filter(_is_company, told), "")


def signed_for(text: str) -> str:
    """The company that the lines below "Kind regards" name; an agency writes for another one."""
    lines = [line.strip(" *>\t") for line in text.split("\n")]
    at = next((at for at, line in enumerate(lines) if line.casefold().rstrip(" ,.!") in known("endings")), len(lines))
    for line in [one for one in lines[at + 1 :] if one][:MOST_BELOW]:
        found = WORKS_AT.match(line)
        is_place = found and (" at " in line or {*tokens(found[1])} & (known("teams") | RECRUITING))
        name = found[2] if found and is_place else line if _is_firm(line) else _of_team(line)
        if name and _is_company(name) and not {*tokens(name)} & AGENCY:
            return one_line(name)
    return ""


def _of_team(line: str) -> str:
    """The company of a line that is a team of it: "Copper Basin Health Talent Acquisition"."""
    name = company_of_team(line) if {*tokens(line)} & TEAM else ""
    return name if len(name.split()) > 1 else ""


def _is_firm(line: str) -> bool:
    """True for a line that ends as the names of companies do: "Nordlicht Energie GmbH"."""
    words = line.split()
    return 1 < len(words) <= 5 and words[-1].casefold() in known("firms") and words[0][0].isupper()


def _is_company(name: str) -> bool:
    return not TITLE.match(name) and not ({*tokens(name)} - {""}) & _no_company()


@lru_cache(maxsize=1)
def _no_company() -> frozenset[str]:
    return NO_COMPANY | known("video") | known("filler") - {"and", "of", "a"} | {*weekdays(), *months()}

"""The company, as a sentence of an invitation or its signature names it."""

import re
from functools import lru_cache

from followup.files.invitation.firms import FORM, NAME, WORD, says_house, whole_firm
from followup.files.invitation.role_said import about
from followup.files.invitation.role_words import says_role
from followup.files.invitation.words import known, months, one_line, tokens, weekdays

# A house's name, however long.
HOUSE = re.compile(rf"{WORD}(?: (?:(?:&|and|of|de|für|for) )?{WORD}){{1,7}}")
NO_COMPANY = frozenset(
    "noon midday human resources rückfragen fragen interesse bedarf ankunft problemen verspätung verhinderung".split()
)
# In front of a person's name.
TITLE = re.compile(
    r"(?:Frau|Herrn?|Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Mme|Mlle|Monsieur|Madame|Señora?|Sra?|Don|Doña|Sig|Dott|Ing|Dra|Dña"
    r"|Enf|Eng|Arq|Profa)\b"
)
# Where a company stands in a sentence; a city, a platform or somebody who is met may stand there too.
COMPANIES = tuple(
    re.compile(words.format(NAME=NAME, WORD=WORD))
    for words in (
        r"\b(?:interviews?|onsite|screen|application|candidacy|role|position) (?:\w+ ){{0,4}}(?:at|with) {NAME}",
        r"\b(?:interview|application) for [^.\n]{{3,60}}? (?:at|with) {NAME}",
        r"\bwith [A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{1,2}} at {NAME}",
        r"\b(?:[Ii]nterview|[Vv]ideointerview|\w*[Gg]espräch|[Tt]ermin) mit (?:der )?{NAME}",
        r"\b(?:bei der|beim|bei|chez|au sein de|presso|pela|junto a) {NAME}",
        r"\b(?:puesto|vacante|vaga|cargo)\b[^.\n]{{3,60}}? (?:en|na|no) {NAME}",
        r"\bw (?:firmie|spółce) {NAME}",
        r"\b(?:sollicitatie|functie|vacature)\b[^.\n]{{3,80}}? bij (?:de |het )?"
        r"((?:gemeente |provincie |stichting )?{WORD}(?: {WORD}){{0,3}})",
    )
)
# There only a company stands.
SURELY = tuple(
    re.compile(words.format(NAME=NAME, WORD=WORD))
    for words in (
        r"\binterest in (?:joining |working (?:at|with|for) )?{NAME}",
        r"\b(?:interviews?|onsite|role|position|post|job) (?:(?:for|as|of) [^.\n]{{3,60}}? )?at {NAME}",
        r"\b(?:[Gg]reetings|[Hh]ello|[Hh]i) from {NAME}",
        r"\b(?:[Mm]y client|[Mm]ein(?:e|en)? (?:Kunde|Kunden|Mandant|Mandantin)|[Mm]on client|[Mm]i cliente"
        r"|[Mm]ijn opdrachtgever),? (?:die |der )?{NAME}",
        r"\bintérêt (?:que vous portez |porté )?(?:à|pour) (?:la |le |l['’])?{NAME}",
    )
)


def company(text: str) -> str:
    """The company that a sentence names: "your onsite at Brightwater", "bei der Weberbau GmbH"; never a platform."""
    for pattern_ in COMPANIES:
        for found in pattern_.finditer(text):
            name = one_line(whole_firm(found[1], text[found.end() : found.end() + 40]))
            if "with" in found[0].removesuffix(found[1]).split()[-1:] and name.casefold() in known("given"):
                continue
            if "mit" in found[0].removesuffix(found[1]).split()[-1:] and not {*tokens(name)} & known("companies"):
                continue
            if _is_company(name):
                return name
    return ""


def sure_company(text: str) -> str:
    """The company where nobody else can be meant: "your interest in Copper Canyon"."""
    told = (
        whole_firm(found[1], text[found.end() : found.end() + 40]) for each in SURELY for found in each.finditer(text)
    )
    return next(filter(_is_company, map(_stopped, told)), "") or _about(text)


def _stopped(name: str) -> str:
    """The name on one line, with the last stop of what is spelled out: "S.p.A."."""
    return one_line(name) + ("." if name.endswith(".") and not one_line(name).endswith(".") else "")


def _about(text: str) -> str:
    """The house in the line "Re: Researcher, School of Science, University of Carrowmore", or on the line below it."""
    said = about(text)
    below = text[text.find(said) + len(said) :].lstrip(" .)").split("\n")[1:2] if said else []
    parts = [part.strip() for part in (*said.split(",")[:0:-1], *below)]
    houses = (one for one in parts if HOUSE.fullmatch(one) and says_house(one))
    return next((one for one in houses if not says_role(one) and not one.startswith(("School of", "Institute of"))), "")


def _is_company(name: str) -> bool:
    return not TITLE.match(name) and not ({*tokens(FORM.sub("", name))} - {""}) & _no_company()


@lru_cache(maxsize=1)
def _no_company() -> frozenset[str]:
    return NO_COMPANY | known("video") | known("filler") - {"and", "of", "a"} | {*weekdays(), *months()}

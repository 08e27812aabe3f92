"""The role that a sentence names, in the languages of invitations: "our Data Analyst role", "Bewerbung als Koch"."""

import re
from collections.abc import Iterator

from followup.files.invitation.role_words import is_somebody, says_role
from followup.files.invitation.words import MARGIN, known, months, one_line, tokens, weekdays

# A letter, then a role's words; a stop belongs to "ds." and "Sr." alone.
WORDS = r"(?:[\w/&+ ’'–-]|[:*·](?=in(?:nen)?\b)|(?<=\w)·(?=\w)|(?<=\bds)\.|(?<=\b[SJ]r)\.)"
ANY = rf"([^\W\d_]{WORDS}{{2,70}}?)"
# "4th Grade Teacher".
NUMBERED = r"(?:\d{1,2}(?:st|nd|rd|th)\s)?"
LARGE = rf"({NUMBERED}[^\W\d_a-z]{WORDS}{{2,70}}?)"
# In front of "role" a comma may stand within it: "Engineering Manager, Payments".
PART = r"(?:of|and|for|in|the|de|&|–|-|[^\W_a-z][\w/&+.’'–-]*|\([^()\n]{1,20}\))"
BEFORE_NOUN = rf"({NUMBERED}[^\W\d_a-z][\w/&+.’'–-]*(?:,?\s{PART}){{0,8}})"
SMALL = r"([a-z][\w/-]+(?:\s[a-z][\w/-]+){0,2})"
NOUN = r"(?:position|role|post|opening|vacancy|job|opportunity)(?![\w-])"
END = r"\s*(?:[(,;!?\n]|:(?!in(?:nen)?\b)|(?<!\bds)(?<!\b[SJ]r)\.|$)"


def _up_to(words: str) -> str:
    """The end of a role, or one of these words behind it."""
    return rf"(?={END}| (?:{words})\b)"


# Where a role stands and nothing else.
SURE = (
    rf"\b(?:position|role|post|job) of (?:an? |the )?{LARGE}{_up_to('at|with|in|on|has|is|was|will|have|by|within')}",
    rf"\bfor (?:the|our|your|an?|this) {BEFORE_NOUN} {NOUN}",
    rf"\b(?:Stelle|Position) (?:als |de[rs] |eine[rs] ){LARGE}{_up_to('bei|beim|in|im|am|an|zum|und|ist|wird')}",
    rf"\bposte (?:de |d['’]){ANY}{_up_to('chez|au|à|dans|le|pour|est|sera|que')}",
    rf"\bcandidature (?:en tant que |comme ){ANY}{_up_to('chez|au|à|dans|le|pour')}",
    rf"\b(?:vacante|puesto|plaza|cargo) de {ANY}{_up_to('en|para|el|la|con|es|será|que|del')}",
    rf"\b(?:vaga|cargo|função) (?:de |para )+{ANY}{_up_to('na|no|em|será|é|que|da|do')}",
    rf"\bposizione (?:di |come |da ){ANY}{_up_to('presso|nella|nel|in|per|il|la|con|è|sarà|a')}",
    rf"\b(?:functie|vacature) (?:van |voor |als ){ANY}{_up_to('bij|in|op|voor|en|is')}",
    rf"\b(?:stanowisko|stanowiska|stanowisku) {ANY}{_up_to('w|we|do|dla|na|oraz|jest')}",
    rf"\binterview (?:(?:with|at) [^.\n]{{2,40}}? )?for (?:the |our |an? )?{LARGE}"
    r"(?= (?:at|with|on|has|is|will|takes)\b|[.,;(\n])",
)
# Where something else may stand as well, so that a word has to show that it is a role.
UNSURE = (
    rf"\b(?:to|about|regarding|discuss|on|in) (?:the|our|your|an?|this) {BEFORE_NOUN} {NOUN}",
    rf"(?:^|[.!?]\s)(?:The|Our) {BEFORE_NOUN} {NOUN} (?:has|is|was|will)\b",
    rf"\b(?:for|to|about) (?:the|our|an?) {SMALL} {NOUN}",
    rf"\b(?:appl(?:y|ying|ied)|application) (?:for|as) (?:the |our |an? )?{LARGE}{_up_to('at|with|in|on|and')}",
    rf"\b(?:[Bb]ewerbung|beworben|bewerben)\b[^\n]{{0,40}}? als {LARGE}"
    + _up_to("bei|beim|in|im|am|an|zum|zur|und|für|haben|auf"),
    rf"\bcandidatura (?:para|a|ao cargo de|à vaga de|como) {LARGE}{_up_to('na|no|em|da|do|que|presso')}",
    rf"\b(?:ruolo|posto|figura|candidatura) (?:di |come |da |per )+{ANY}"
    + _up_to("presso|nella|nel|in|per|il|la|con|è|a"),
    rf"\b(?:posición|rol|posição) de {ANY}{_up_to('en|para|el|la|con|es|será|que|del|na|no|em')}",
    r"\b(?:sollicitatie|gesolliciteerd|solliciteren)\b[^\n]{0,40}? (?:als|(?:naar|voor|op) de functie van)"
    rf" {ANY}{_up_to('bij|in|op|voor|en|hebben')}",
    rf"\b(?:tjänsten?|rollen|ansökan|stillingen?|ansøgning|søknad(?:en)?) (?:till |om |til )?som {ANY}"
    + _up_to("på|hos|i|vid|ved|och|og|är|er"),
)
ROLES = tuple((re.compile(each, re.M), is_sure) for is_sure, words in ((True, SURE), (False, UNSURE)) for each in words)
# "Re: Band 6 Senior Physiotherapist (MSK), Ref 310": the line above a letter's first sentence.
ABOUT = re.compile(
    rf"^{MARGIN}(?:re|ref|betr|betreff|objet|asunto|assunto|oggetto|betreft)\.?\s?:\s?(.{{4,200}})$", re.I | re.M
)
REFERENCE = re.compile(
    r"[,(]?\s?\b(?:ref|réf|reference|referenz|kennziffer|requisition)\b.*|\s?\(.{0,30}\d{3,}.{0,20}\)", re.I
)
NO_ROLE = frozenset(
    "same above new open right advertised following current next first second third this that whole travail trabajo"
    " lavoro werk trabalho full-time part-time permanent vacant relevant exact available best ideal other another said"
    " interview your our above-mentioned".split()
)
DASH = re.compile(r"\s[–—-]+\s")
SHORTEST, LONGEST = 3, 80


def role(text: str) -> str:
    """The role that a sentence names: "for the position of Financial Analyst", "for our Data Analyst role"."""
    return next(_roles(text), "")


def about(text: str) -> str:
    """What stands behind a "Re:" within an email, where it names a role, or nothing."""
    told = (one_line(found[1]) for found in ABOUT.finditer(text))
    return next((one for one in told if says_role(one.split(",")[0])), "")


def role_about(text: str) -> str:
    """The role in that line: "Band 6 Senior Physiotherapist (MSK)"."""
    return REFERENCE.sub("", about(text)).split(", ")[0][:LONGEST]


def _roles(text: str) -> Iterator[str]:
    for pattern, is_sure in ROLES:
        for found in pattern.finditer(text):
            name = _without_rest(one_line(found[1])[:LONGEST]).strip(" ,–-")
            if _is_role(name) and (is_sure or says_role(name)):
                yield name


def _without_rest(name: str) -> str:
    """A role without a part behind a dash that only says what the email is: "Erzieherin – Kennenlernen"."""
    role, *rest = DASH.split(name)
    return role if rest and all({*tokens(each)} <= known("filler") | {""} for each in rest) else name


def _is_role(name: str) -> bool:
    """False for the day in "your interview for Thursday, January 14", for "the above post", and for somebody."""
    words = {*tokens(name)} - {""}
    is_short = sum(map(str.isalpha, name)) < SHORTEST
    is_none = is_short or words & {*weekdays(), *months()} or words <= known("filler") | NO_ROLE
    return not is_none and name.split()[0].casefold() not in NO_ROLE and not is_somebody(name)

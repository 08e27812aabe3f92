"""The name of a company in a sentence, with its legal form: "Nortpol Sp. z o.o.", "Vistara Infosolutions Pvt. Ltd."."""

import re

from followup.files.invitation.words import known, tokens

WORD = r"(?:St\. )?[A-ZÀ-Þ][\w&'’-]*(?:\.\w+)*"
NAME = rf"({WORD}(?: (?:(?:&|and|und|et|y|e|of|de) )?{WORD}){{0,3}})"
# What a company is by law, as it stands behind its name; what the name of the pattern above took of it is left out.
FORM = re.compile(
    r"\.?(?:(?:,\s|\s)(?:GmbH(?:\s&\sCo\.?\s(?:KGaA|KG|OHG))?|AG(?:\s&\sCo\.?\sKG)?|SE|KGaA|KG|OHG|UG|e\.\s?V\.|Inc\.?|LLC|LLP"
    r"|Ltd\.?|Limited|PLC|plc|Corp\.?|Corporation|Pvt\.?|Pty\.?|Pte\.?|S\.A\.S\.|S\.A\.U\.|S\.A\.|SAS|SARL|S\.L\.U?\.?|SL|S\.r\.l\.|Srl"
    r"|S\.p\.A\.|SpA|B\.V\.|BV|N\.V\.|NV|AB|Oyj|Oy|ApS|A/S|ASA|AS|Lda\.?|Ltda\.?|S\.A|Sp\.\sz\s?o\.\s?o\.|s\.r\.o\.|a\.s\.|Kft\.?|Zrt\.?"
    r"|d\.o\.o\.|Sdn\.?|Bhd\.?)(?![\w/]))+|\.\sz\s?o\.\s?o\.|\.\s(?:KGaA|KG|OHG)(?!\w)"
)
# "Oleificio Sant'Anselmo S.p.A", whose last stop ends no sentence.
SPELLED_OUT = re.compile(r"(?:^|\s)(?:\w\.)+\w$")


def whole_firm(name: str, behind: str) -> str:
    """The name of a company with what stands behind it of its legal form.

    >>> whole_firm("Fjordtek", " AB, Oslo"), whole_firm("Nortpol Sp", ". z o.o. and"), whole_firm("Acme", " as a cook")
    ('Fjordtek AB', 'Nortpol Sp. z o.o.', 'Acme')
    """
    form = FORM.match(behind)
    if form:
        return name + form[0].rstrip(" ")
    return f"{name}." if SPELLED_OUT.search(name) and behind.startswith(".") else name.rstrip(".")


def says_house(name: str) -> bool:
    """True where a word of a name says that it is a house: "Optics Institute"."""
    return bool({*tokens(name)} & known("house_words"))

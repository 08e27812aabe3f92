"""Whom an email greets: its reader, by the name by which the writer calls them."""

import re

from followup.files.invitation.words import MARGIN

GREETING = re.compile(
    rf"^{MARGIN}(?:hi|hello|hey|dear|good (?:morning|afternoon)|hallo|liebe|lieber|bonjour|hola|olá|oi|ciao|beste|hej"
    r"|cher|chère|caro|cara|gentile|estimad[oa]|kära|kære|kjære|moi|cześć|guten tag),?\s+([^\W\d_]+)",
    re.I | re.M,
)


def greeted(text: str) -> frozenset[str]:
    """The names by which a text greets, in small letters."""
    return frozenset(name.casefold() for name in GREETING.findall(text))

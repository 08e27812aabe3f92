"""Who wrote the email that tells of the interview, where its heads stand in the text: no older one, and no reader."""

import re

from followup.files.invitation.greeted import greeted
from followup.files.invitation.words import MARGIN

SENDER = re.compile(rf"^{MARGIN}(?:from|von|de|da|van|från|fra)\s*:\s*(.{{3,150}})$", re.I | re.M)
RECEIVER = re.compile(rf"^{MARGIN}(?:to|an|à|para|a|aan|till|til)\s*:\s*(.{{3,150}})$", re.I | re.M)
WORD = re.compile(r"[^\W\d_]+")


def written_by(text: str, day: int) -> str:
    """What stands behind the last "From:" above the place of the day, or nothing where nobody else wrote that.

    Below a message of its own the head is that of an older one: a forwarded invitation, or the reader's answer. It is
    theirs where the message above greets its sender, or its receiver has signed there.
    """
    heads = [found for found in SENDER.finditer(text) if found.start() < day]
    if not heads:
        return ""
    head = heads[-1]
    above = text[: head.start()]
    receiver = RECEIVER.search(text, head.end(), min(len(text), head.end() + 400))
    if _first_name(head[1]) in greeted(above) or (receiver and _has_signed(_first_name(receiver[1]), above)):
        return ""
    return head[1]


def _first_name(text: str) -> str:
    """The first name in a head: "sam" of "Sam Candidate <sam@example.com>"."""
    family, comma, given = text.partition("<")[0].partition(",")
    found = WORD.search(given if comma else family) or WORD.search(text)
    return found[0].casefold() if found else ""


def _has_signed(name: str, text: str) -> bool:
    """True where a line of a text begins with a name and has a few words at most."""
    lines = (line.strip(" >*\t,.-–").casefold().split() for line in text.split("\n"))
    return bool(name) and any(words[:1] == [name] and len(words) < 4 for words in lines)

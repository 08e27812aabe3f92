"""Where a text shows of whom and when a message was sent: above an email, above one that is quoted, in a chat."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import takewhile

from followup.files.invitation.days import DayFound

SENT = re.compile(r"^[>\s*]*(?:sent|received|gesendet|envoyé|enviado|inviato|verzonden|skickat)\s*:", re.I)
# Beside who sent it "Date:" says the same; alone it is the day of an interview.
DATE = re.compile(r"^[>\s*]*(?:date|datum|data|fecha)\s*:", re.I)
BESIDE_HEADER = re.compile(
    r"^[>\s*]*(?:from|to|subject|von|an|betreff|de|à|objet|para|asunto|assunto|da|van|aan|från)\s*:", re.I
)
ATTRIBUTION = re.compile(r"(?:wrote|schrieb.{0,80}|a écrit|escribió|escreveu|ha scritto|schreef.{0,80})\s*:\s*$", re.I)
# As a mailbox on a phone shows it: "Jan 4, 2027, 10:05 AM (2 hours ago)", with "to me" beside it.
AGO = re.compile(
    r"\(\d+ (?:minutes?|hours?|days?) ago\)|\((?:vor|il y a|hace|há|fa) \d+ [^\W\d_]+\)"
    r"|\(\d+ [^\W\d_]+ (?:geleden|fa)\)",
    re.I,
)
TO_ME = re.compile(r"^[>\s*]*(?:to me|to:? you|an mich|à moi|para m[íi]m?|a me|aan mij|till mig)\b[\s>⋮˅]*$", re.I)
# As a chat shows it before each message: "[04/01/2027, 10:12:33] Ana:".
CHAT = re.compile(
    r"^\s*\[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?\s?m\.?)?\]?(?: -)?"
    r" [^:\n]{1,40}:",
    re.I,
)

# The same with the hour in front: "[10:12, 04/01/2027] Ana:".
HOUR_FIRST = re.compile(
    r"^([^\S\n]*\[?)(\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?\s?m\.?)?), (\d{1,4}[./-]\d{1,2}[./-]\d{2,4})"
    r"(?=\]? (?:- )?[^:\n]{1,40}:)",
    re.I | re.M,
)

# On a line of its own: "Ana, [04.01.2027 10:12]".
HEAD_ALONE = re.compile(
    r"^[^:\n\[]{1,40}, \[\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?\s?m\.?)?\]:?\s*$", re.I
)


WRITER = re.compile(r"[^\]\d:-]{1,40}(?=:$)")


def later_messages(text: str, at: int) -> Iterator[tuple[str, str]]:
    """Who wrote each message of a chat behind the one that holds a place, and its first line without the head."""
    lines = text[line_end(text, at) + 1 :].split("\n")
    yield from ((writer(found[0]), line[found.end() :]) for line in lines if (found := CHAT.match(line)))


def writer(head: str) -> str:
    """Who wrote a message of a chat, by its head."""
    found = WRITER.search(head)
    return found[0].strip() if found else ""


def without_heads(text: str) -> str:
    """The text with blanks in place of the heads of a chat's messages: the hour there is none of an interview."""
    return "\n".join(map(_without_head, text.split("\n")))


def _without_head(line: str) -> str:
    end = chat_head(line, 0, len(line))
    return " " * end + line[end:] if end else line


def dated_first(text: str) -> str:
    """The text with the day in front of the hour at the head of each message of a chat; no other sign moves."""
    return HOUR_FIRST.sub(r"\1\3, \2", text)


def is_head(text: str, begin: int, end: int) -> bool:
    """True for a line that says when a message was sent."""
    line = text[begin:end]
    if ATTRIBUTION.search(line) or AGO.search(line):
        return True
    if SENT.match(line) or (DATE.match(line) and any(map(BESIDE_HEADER.match, _block(text, begin, end)))):
        return True
    return any(map(TO_ME.match, text[end + 1 : end + 40].split("\n")[:1]))


def _block(text: str, begin: int, end: int) -> Iterator[str]:
    """The lines around one up to the next empty ones."""
    above, below = text[max(0, begin - 400) : begin].split("\n"), text[end : end + 400].split("\n")
    yield from takewhile(str.strip, reversed(above[:-1]))
    yield from takewhile(str.strip, below[1:])


def chat_head(text: str, begin: int, end: int) -> int:
    """Where the head of a message in a chat ends that begins on this line; `begin` where there is none."""
    found = CHAT.match(text[begin:end]) or HEAD_ALONE.match(text[begin:end])
    return begin + found.end() if found else begin


def parts(text: str, sent: date | None, above: Sequence[DayFound]) -> Iterator[tuple[int, int, date]]:
    """Each part of the text that was sent on one day."""
    if sent:
        yield 0, len(text), sent
        return
    ends = [one.start for one in above[1:]] + [len(text)]
    yield from ((head.end, end, head.day) for head, end in zip(above, ends, strict=False))


def older(text: str, told: Sequence[DayFound]) -> int:
    """Where an older email begins: the first head of one that stands below the day of the interview."""
    first = min((one.end for one in told), default=len(text))
    at = line_end(text, first) + 1
    for line in text[at:].split("\n"):
        if is_head(text, at, at + len(line)):
            return at
        at += len(line) + 1
    return len(text)


def line_begin(text: str, at: int) -> int:
    """Where the line begins on which that place is."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Where the line ends on which that place is."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end

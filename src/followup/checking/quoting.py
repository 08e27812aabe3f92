"""Which lines of a mail are somebody else's words."""

import re

from followup.checking.spans import Span

# Mail programs close the line above a quoted mail with one of these; its opening word and a digit tell it from prose.
CLOSING = re.compile(
    r"(?:wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef)[^\n:]{0,80}:[ \t\r]*$", re.MULTILINE
)
OPENING = re.compile(r"[ \t]*(?:On|Am|Le|El|Il|Em|Op)\b[^\n]*\d")
LONGEST_OPENER = 300
DIVIDER = re.compile(
    r"^[ \t]*(?:-{2,}[ \t]?(?:original|forwarded) (?:message|mail)[ \t]?-{2,}|begin forwarded message:)[ \t\r]*$",
    re.MULTILINE | re.IGNORECASE,
)
HEADERS = re.compile(
    r"^[ \t*]*From:[^\n]{1,200}\n(?:[ \t*]*(?:To|Cc|Reply-To):[^\n]{0,400}\n)?[ \t*]*(?:Sent|Date):", re.MULTILINE
)
QUOTED_LINE = re.compile(r"^[ \t]*>[^\n]*(?:\n|\Z)", re.MULTILINE)


def quoted(text: str) -> tuple[Span, ...]:
    """Gives the spans of `text` that quote an earlier mail, in order."""
    openers = _openers(text)
    end = _tail(text, openers)
    lines = [Span(match.start(), match.end()) for match in QUOTED_LINE.finditer(text, 0, end)]
    tail = [Span(end, len(text))] if end < len(text) else []
    return tuple(sorted(lines + [opener for opener in openers if opener.start < end] + tail))


def _openers(text: str) -> list[Span]:
    """Gives the lines like "On 7 January Dana Ruiz wrote:", which may run over two lines."""
    found = (_opener(text, match) for match in CLOSING.finditer(text))
    return [span for span in found if span]


def _opener(text: str, closing: re.Match[str]) -> Span | None:
    line = text.rfind("\n", 0, closing.start()) + 1
    above = text.rfind("\n", 0, max(line - 1, 0)) + 1
    # The date may stand on the line above the name.
    for start in (line, above):
        short = closing.end() - start <= LONGEST_OPENER
        if short and OPENING.match(text[start : closing.start()].replace("\n", " ")):
            return Span(start, closing.end())
    return None


def _tail(text: str, openers: list[Span]) -> int:
    """Gives the offset from which everything is quoted, or the length of the text."""
    starts = [match.start() for pattern in (DIVIDER, HEADERS) for match in pattern.finditer(text) if match.start() > 0]
    # An answer may stand below lines marked with ">"; without such marks nothing tells where the quoted mail ends.
    starts += [opener.start for opener in openers if not text[opener.end : opener.end + 200].lstrip().startswith(">")]
    return min(starts, default=len(text))

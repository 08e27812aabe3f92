"""Where a letter takes its leave: the sign-off, and the name, numbers and signature below it."""

import re

from followup.checking.spans import Span

SIGN_OFF = re.compile(
    r"[ \t]*(?:(?:with |my |all )?(?:very )?(?:best|good|kind|kindest|warm|warmest|many|friendly)? ?"
    r"(?:regards|wishes|thanks|gratitude|appreciation)(?: from [^\W\d_]{2,20})?"
    r"(?: again| and regards| and best wishes| so much| in advance)?|best|all the best|(?:yours )?sincerely(?: yours)?"
    r"|yours(?: sincerely| truly| faithfully)?|(?:and )?thank you(?: again| so much| very much| in advance)?"
    r"|thx|cheers|respectfully"
    r"(?: yours)?|warmly|cordially|gratefully|take care|(?:talk|speak)(?: to you)? soon|until then"
    r"|see you(?: soon| then)?|ta|bye|thanking you|(?:have|enjoy) (?:a|an|your|the) (?:[a-z]{1,12} ){0,2}"
    r"(?:weekend|week|day|evening|afternoon|break|holidays?)(?=,))"
    r"(?:[ \t]*[,.!–—-]*[ \t\r]*|[,.!–—-]+[ \t]+(?P<who>[^\W\d_][^\n,]{0,40}))$",
    re.IGNORECASE | re.MULTILINE,
)
# A line that takes leave is hardly longer.
LEAVE_WORDS = 6
STOP = re.compile(r"[.!?][ \t]+(?=\S)")
# "It was good to see you. Luke"
SIGNED_INLINE = re.compile(r"[A-Z][^\W\d_]{1,20}(?: [A-Z][^\W\d_]{1,20}){0,2}")
DELIMITER = re.compile(r"^--[ \t\r]*$", re.MULTILINE)
NUMBER = re.compile(r"\d[\d\s().-]{5,}\d")
ADDRESS = re.compile(r"@(?<=\w@)[\w-]+\.\w")
LINKS = ("http://", "https://", "www.", "linkedin")


def closing_of(own: str, plain: str, after: int) -> Span:
    """Gives the sign-off and what follows it: name, numbers, signature."""
    end = len(plain.rstrip())
    delimiter = DELIMITER.search(plain, after)
    last = delimiter.start() if delimiter else end
    start = _sign_off(own, plain, after, len(plain[:last].rstrip()))
    return Span(min(start, last), end)


def _sign_off(own: str, plain: str, after: int, end: int) -> int:
    """Gives where the last lines stop being sentences."""
    lines = _last_lines(plain, after, end)
    signed = [
        line
        for at, line in enumerate(lines)
        if SIGN_OFF.match(plain, line.start, line.end) or (at and _takes_leave(own, line, lines[at - 1]))
    ]
    if signed:
        return _topmost(lines, signed)
    start = end
    for line in lines:
        alone = own[: line.start].endswith(("\n\n", "\n\r\n")) and own[line.start : line.end].strip().isalpha()
        if not alone and not _is_name(own[line.start : line.end]):
            break
        start = line.start
    return _inline(own, plain, after, after + len(plain[after:start].rstrip())) or start


def _takes_leave(own: str, line: Span, below: Span) -> bool:
    """Tells whether a line of its own ends with a comma and a name stands below, whatever its words: "Laters,"."""
    said = own[line.start : line.end]
    is_alone = own[: line.start].endswith(("\n\n", "\n\r\n")) and said.endswith(",") and not STOP.search(said)
    return is_alone and len(said.split()) <= LEAVE_WORDS and _is_name(own[below.start : below.end])


def _inline(own: str, plain: str, after: int, end: int) -> int:
    """Gives where a sign-off begins in the line of the last sentence, as in "It was good. Best, Sam"; else nothing."""
    line = max(after, plain.rfind("\n", 0, end) + 1)
    # "Thank you, Dana." is a sentence still.
    is_sentence = plain.endswith((".", "!", "?"), 0, end)
    for stop in STOP.finditer(plain, line, end):
        sign_off = SIGN_OFF.match(plain, stop.end(), end)
        if sign_off and not is_sentence and (sign_off["who"] or plain[end - 1] == ","):
            return stop.end()
        if SIGNED_INLINE.fullmatch(own, stop.end(), end):
            return stop.end()
    return 0


def _last_lines(plain: str, after: int, end: int) -> list[Span]:
    """Gives up to nine short lines from the end upwards."""
    lines: list[Span] = []
    while end > after and len(lines) < 9:
        start = plain.rfind("\n", 0, end) + 1
        if start < after or len(plain[start:end].split()) > 12:
            break
        lines.append(Span(start, end))
        end = after + len(plain[after:start].rstrip())
    return lines


def _topmost(lines: list[Span], signed: list[Span]) -> int:
    """Gives the start of the lowest sign-off, or of a second one right above it."""
    at = lines.index(signed[0])
    doubled = len(signed) > 1 and at + 1 < len(lines) and lines[at + 1] == signed[1]
    return signed[1].start if doubled else signed[0].start


def _is_name(line: str) -> bool:
    words = line.split()
    if not words or len(words) > 6 or words[0] in ("-", "*", "•"):
        return False
    named = len(words) <= 4 and all(word[0].isupper() for word in words) and words[-1].isalpha()
    return named or has_contact(line)


def has_contact(text: str) -> bool:
    """Tells whether a number, an address or a link stands in the text."""
    return any(link in text for link in LINKS) or bool(NUMBER.search(text) or ADDRESS.search(text))

"""The parts of a letter: subject line, greeting, body, sign-off, signature, quoted mail."""

import re
from dataclasses import dataclass

from followup.checking.quoting import quoted
from followup.checking.sentences import paragraphs, sentences
from followup.checking.spans import Span, blank_out, fold

NOWHERE = Span(0, 0)
HEADER = re.compile(r"[ \t]*(subject|to|from|cc|date|betreff)[ \t]*:[ \t]*([^\n]*)(?:\n|\Z)", re.IGNORECASE)
GREETING = re.compile(
    r"[ \t]*(?:(?P<opener>dear|respected|hi{1,5}|hiya|hello|hullo|hey{1,5}|howdy|alright|greetings|yo|oi|g'day|kia ora"
    r"|m[oō]rena|hola|bonjour|namaste|salaam|selam|attn:?"
    r"|(?:good )?(?:morning|afternoon|evening)|good day|to whom it may concern)\b"
    r"(?P<name>, ?(?-i:[A-Z])[^\s,:!;–—]{1,30}|[^\n,:!;–—]{0,60}?)(?P<end>[ \t]*(?:[,:!;–—]|[ \t\r]-[ \t\r]|\r?$)))",
    re.IGNORECASE | re.MULTILINE,
)
# "Morning Mr. Shaw. Thanks for the call", "Hey Chef it's Sam": a capital tells a name, what follows tells its end.
SPOKEN_TO = re.compile(
    r"[ \t]*(?P<opener>(?i:dear|hi|hiya|hello|hey|alright|g'day|kia ora"
    r"|(?:good )?(?:morning|afternoon|evening)|good day)) "
    r"(?P<name>(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sister|Principal|Chef|Coach)\.? )?"
    r"[A-Z][^\W\d_]{1,20}(?: [A-Z][^\W\d_]{2,20})?|sir|ma'am|ma|madam)(?P<end>\.?)"
    r"(?=\s)"
)
BARE_NAME = re.compile(
    r"[ \t]*(?P<name>[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,3})(?:,|!{1,5})[ \t\r]*$", re.MULTILINE
)
# "Chef, thank you for the shift": the greeting stands in the line of the first sentence.
INLINE_NAME = re.compile(
    r"[ \t]*(?!(?:First|Firstly|Truly|Honestly|Today|Yesterday|Wow|Well|So|Yes|No|Sorry|Sincerely|Ok|Okay|OK|Also)\b)"
    r"(?P<name>(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sister|Principal|Chef|Coach)\.? )?"
    r"[A-Z][^\W\d_]{1,20}(?: [A-Z][^\W\d_]{1,20})?),(?= (?i:thank|thanks|cheers|ta|i|i'm|i've|it|it's|just|this)\b)"
)
# "Dear Ms Boateng, Dr Reid and Mr Singh,"
MORE_NAMES = re.compile(
    r"(?:[ \t]+(?:and )?[A-Z][\w.'’-]{0,30}(?: (?:and )?[A-Z][\w.'’-]{0,30}){0,5},){1,4}(?=[ \t\r]*$)", re.MULTILINE
)
NO_NAME = re.compile(r"\b(?:i|i'm|it|thank|thanks|this|was|for|my|we|just|again|to)\b")
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
POSTSCRIPT = re.compile(r"^[ \t]*p\.?[ \t]?s\.?[ \t:]", re.IGNORECASE | re.MULTILINE)
NUMBER = re.compile(r"\d[\d\s().-]{5,}\d")
ADDRESS = re.compile(r"@(?<=\w@)[\w-]+\.\w")
LINKS = ("http://", "https://", "www.", "linkedin")


@dataclass(frozen=True, kw_only=True, slots=True)
class Layout:
    """A letter taken apart; every span counts characters of the text as given."""

    text: str
    # The same length, with quoted mail and mail headers turned into spaces.
    own: str
    # `own` in small letters with plain quotes.
    plain: str
    subject: Span
    greeting: Span
    # Whom the greeting names.
    name: Span
    body: tuple[Span, ...]
    closing: Span
    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]


GREETINGS = (GREETING, BARE_NAME, SPOKEN_TO, INLINE_NAME)


def lay_out(text: str, *, spoken: bool = False) -> Layout:
    """Takes a letter apart; words to be spoken have no sign-off, all of them count."""
    header, subject = _header(text)
    hidden = (header, *quoted(text)) if header.end else quoted(text)
    own = blank_out(text, hidden)
    plain = fold(own)
    greeting, name = (NOWHERE, NOWHERE) if spoken else _greeting(own, plain)
    closing = _closing(own, plain, greeting.end) if not spoken else Span(len(plain), len(plain))
    body = _body(plain, greeting, closing)
    return Layout(
        text=text,
        own=own,
        plain=plain,
        subject=subject,
        greeting=greeting,
        name=name,
        body=body,
        closing=closing,
        paragraphs=tuple(block for start, end in body for block in paragraphs(plain, start, end)),
        # Capitals tell an abbreviation from a full stop, so the folded text would not do.
        sentences=tuple(one for start, end in body for one in sentences(own, start, end)),
    )


def _header(text: str) -> tuple[Span, Span]:
    """Gives the lines like "Subject: ..." at the top, and what stands after "Subject:"."""
    at, subject = 0, NOWHERE
    while line := HEADER.match(text, at):
        if line[1].lower() in ("subject", "betreff"):
            subject = Span(line.start(2), line.start(2) + len(line[2].rstrip()))
        at = line.end()
    return (Span(0, at), subject) if subject.end else (NOWHERE, NOWHERE)


def _greeting(text: str, plain: str) -> tuple[Span, Span]:
    start = len(plain) - len(plain.lstrip())
    start = plain.rfind("\n", 0, start) + 1
    matches = (one.match(text, start) for one in GREETINGS)
    match = next((one for one in matches if one and not NO_NAME.search(plain, *one.span("name"))), None)
    if not match:
        return NOWHERE, NOWHERE
    if SIGN_OFF.match(plain, start) and "opener" not in match.re.groupindex:
        return NOWHERE, NOWHERE
    # "Dear Dana, dear Tom," greets two people one after the other.
    last = match
    while match[0].endswith(",") and (another := GREETING.match(text, last.end())) and _is_named(another):
        last = another
    more = MORE_NAMES.match(text, last.end()) if last[0].endswith(",") else None
    if more and not NO_NAME.search(plain, *more.span()):
        return Span(match.end() - len(match[0].lstrip()), more.end()), _tight(text, match.start("name"), more.end() - 1)
    return Span(match.end() - len(match[0].lstrip()), last.end()), _tight(text, match.start("name"), last.end("name"))


def _is_named(greeting: re.Match[str]) -> bool:
    return greeting["name"].lstrip(" ,")[:1].isupper() and greeting["end"].startswith(",")


def _tight(text: str, start: int, end: int) -> Span:
    name = text[start:end]
    start += len(name) - len(name.lstrip(" ,\t\r"))
    return Span(min(start, end), max(min(start, end), end - len(name) + len(name.rstrip())))


def _closing(own: str, plain: str, after: int) -> Span:
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
    for stop in STOP.finditer(plain, line, end):
        sign_off = SIGN_OFF.match(plain, stop.end(), end)
        # "Thank you, Dana." is a sentence still.
        if sign_off and plain[end - 1] not in ".!?" and (sign_off["who"] or plain[end - 1] == ","):
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


def _body(plain: str, greeting: Span, closing: Span) -> tuple[Span, ...]:
    """Gives the body, and a postscript below the signature."""
    postscript = POSTSCRIPT.search(plain, closing.start)
    main = Span(greeting.end, closing.start)
    return (main, Span(postscript.start(), closing.end)) if postscript else (main,)

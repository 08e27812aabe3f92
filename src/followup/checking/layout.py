"""The parts of a letter: subject line, greeting, body, sign-off, signature, quoted mail."""

import re
from dataclasses import dataclass

from followup.checking import chat
from followup.checking.leave import SIGN_OFF, closing_of
from followup.checking.quoting import notices, quoted
from followup.checking.sentences import BULLET, paragraphs, sentences
from followup.checking.spans import Span, blank_out, fold

NOWHERE = Span(0, 0)
HEADER = re.compile(
    r"[ \t]*\*{0,2}(subject|to|from|cc|date|betreff)[ \t]*:\*{0,2}[ \t]*([^\n]*)(?:\n|\Z)", re.IGNORECASE
)
# People greet in their own language above an English letter; what says "dear" needs a name behind it.
HELLO = (
    r"hola|bonjour|bonsoir|salut|coucou|hallo|hej(?:san)?|hei|moin|servus|gr(?:ü|u)e?(?:ß|ss) gott"
    r"|guten (?:tag|morgen|abend)"
    r"|goede(?:morgen|middag|navond|ndag)|goeden? (?:morgen|middag|avond|dag)|hoi|god (?:dag|morgen)|buen(?:os|as) "
    r"(?:d[ií]as|tardes|noches)|ol[áa]|bo[ma] (?:dia|tarde|noite)|ciao|salve|buon(?:giorno|asera)|dzień dobry|cześć"
    r"|ahoj|dobr[ýy] den|shalom|aloha|dia duit|merhaba|namaste|namaskar|salaam|selam|kia ora|m[oō]rena"
    r"|talofa|jambo|habari"
)
DEAR = (
    r"(?:sehr )?(?:geehrte|verehrte)[rs]?|liebe[rs]?|lieve|beste|geachte|estimad[oa]s?|querid[oa]s?|apreciad[oa]s?"
    r"|prezad[oa]s?|car[oa]|gentile|gentilissim[oa]|egregi[oa]|chère?s?|k(?:æ|ae)re|kjære|kära?|käre|hyvä|rakas"
    r"|szanown[yai]|drog[ia]|vážen[ýá]|mil[ýá]|sayın|stimat[eă]|dag"
)
GREETING = re.compile(
    r"[ \t]*(?:(?P<opener>dear|respected|hi{1,5}|hiya|hello|hullo|hey{1,5}|howdy|alright|greetings|yo|oi|g'day|attn:?"
    rf"|{HELLO}|(?:{DEAR})(?=[ \t]+[^\W\d_])"
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
TITLE = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sra?|Frau|Herr|Mme|Madame|Monsieur)\.? "
# "Lena -" and "Ms. Park:" hail somebody; "Thank you note:" is a heading.
HAILED_NAME = re.compile(
    rf"[ \t]*(?P<name>(?:{TITLE})?[A-Z][^\W\d_][\w'’-]*"
    r"(?: [A-Z][^\W\d_][\w'’-]*)?[ \t]?[-–—]"
    rf"|{TITLE}[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?(?=:))"
    r":?[ \t\r]*$",
    re.MULTILINE,
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
# The sign-off and the name: "Laters,|Bri".
SIGNED_LINES = 2
POSTSCRIPT = re.compile(r"^[ \t]*p\.?[ \t]?s\.?[ \t:]", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Layout:
    """A letter taken apart; every span counts characters of the text as given."""

    text: str
    # What a chat program said around the letter.
    chat: tuple[Span, ...]
    # The same length, with that, quoted mail and mail headers turned into spaces.
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

    def is_item(self, sentence: Span) -> bool:
        """Tells whether a sentence is an item of a list, as "- two references" is; one with a stop is a sentence."""
        line = self.own[self.own.rfind("\n", 0, sentence.start) + 1 : sentence.end]
        return line[-1:] not in ".!?" and bool(BULLET.match(line))

    @property
    def told(self) -> tuple[Span, ...]:
        """The sentences that are no items of a list; where all are, its items are all there is."""
        return tuple(one for one in self.sentences if not self.is_item(one)) or self.sentences

    def is_signature(self, at: int) -> bool:
        """Tells whether a place is below the sign-off and the name, where titles, numbers and links stand."""
        above = self.own[self.closing.start : at].split("\n") if at >= self.closing.start else []
        line = self.own[at:].partition("\n")[0].rstrip()
        is_below = sum(bool(line.strip(" -\r")) for line in above[:-1]) >= SIGNED_LINES
        if line.endswith((".", "!", "?")) and "--" not in "".join(above):
            # A sentence that came below the name is one still.
            return False
        return is_below and not any(start <= at < end for start, end in self.body)


GREETINGS = (GREETING, BARE_NAME, HAILED_NAME, SPOKEN_TO, INLINE_NAME)


def lay_out(text: str, *, spoken: bool = False) -> Layout:
    """Takes a letter apart; words to be spoken have no sign-off, all of them count."""
    leftover = chat.said(text)
    header, subject = _header(text, chat.preamble(text).end)
    hidden = (*leftover, *((header,) if header.end else ()), *quoted(text), *notices(text))
    own = blank_out(text, hidden)
    plain = fold(own)
    greeting, name = (NOWHERE, NOWHERE) if spoken else _greeting(own, plain)
    closing = closing_of(own, plain, greeting.end) if not spoken else Span(len(plain), len(plain))
    body = _body(plain, greeting, closing)
    return Layout(
        text=text,
        chat=leftover,
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


def _header(text: str, above: int) -> tuple[Span, Span]:
    """Gives the lines like "Subject: ..." at the top, and what stands after "Subject:"."""
    at = start = len(text) - len(text[above:].lstrip()) if above else 0
    subject = NOWHERE
    while line := HEADER.match(text, at):
        if line[1].lower() in ("subject", "betreff"):
            subject = Span(line.start(2), line.start(2) + len(line[2].rstrip()))
        at = line.end()
    return (Span(start, at), subject) if subject.end else (NOWHERE, NOWHERE)


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
    name = greeting["name"].strip(" ,")
    return (name[:1].isupper() or name.lower() in ("all", "both", "everyone", "team")) and greeting["end"].startswith(
        ","
    )


def _tight(text: str, start: int, end: int) -> Span:
    name = text[start:end]
    start += len(name) - len(name.lstrip(" ,\t\r"))
    return Span(min(start, end), max(min(start, end), end - len(name) + len(name.rstrip(" \t\r\n-–—"))))


def _body(plain: str, greeting: Span, closing: Span) -> tuple[Span, ...]:
    """Gives the body, and a postscript below the signature."""
    postscript = POSTSCRIPT.search(plain, closing.start)
    main = Span(greeting.end, closing.start)
    return (main, Span(postscript.start(), closing.end)) if postscript else (main,)

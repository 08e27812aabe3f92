"""Blanks that were never filled."""

import re
from collections.abc import Iterable, Iterator, Sequence

from followup.checking.draft import Draft
from followup.checking.findings import found
from followup.checking.reading import DraftReading
from followup.checking.spans import Span
from followup.frozen import remembered
from followup.model.answer import Finding

MARKUP = frozenset("b i u p a br em hr li ol ul div span strong font table td tr html body head".split())
KEPT = frozenset("sic x ok link attached".split())
# What a gateway or a system of tickets puts into a subject: "[EXTERNAL]", "[#INC-22]", "[Ref 4471]".
GATEWAY = re.compile(
    r"[\[{<]+ *(?:possible |suspected )?(?:ext|extern(?:al)?(?: (?:e-?mail|sender|message))?|internal|caution|warning"
    r"|spam|bulk|encrypt(?:ed)?|secure(?:d)?|confidential|private|official(?:[- ]sensitive)?|unclassified|public|urgent"
    r"|fwd?|re|list) *[\]}>]+",
    re.IGNORECASE,
)
NUMBERED = re.compile(
    r"(?:(?:ref(?:erence)?|req(?:uisition)?|r?jr|job|vacancy|posting|ticket|case|inc(?:ident)?|sr|rt|id|no|nr|number|sw)"
    r"(?: (?:id|no|nr|number|code|ref))?[ .:#_-]{0,3}|#[ \w-]{0,12}?)[a-z]{0,3}[-_/.]?\d{2,}[\w/.-]{0,16}"
)
# Whoever writes down a call notes what to do when: "[If yes:]", "[pause]".
DIRECTION = re.compile(
    r"(?:if (?:yes|no|not|he|she|they|you|there|it|voicemail|nobody|asked)|when|once|pause|wait|beep|after|listen)\b"
)
SPOKEN = ("voicemail", "call-opening", "talking-points", "unknown")
# Every kind of blank begins with one of these; two rare kinds have their own search.
SIGN = re.compile(r"[\[{<%«_X]")
BLANK = re.compile(
    r"(?P<square>\[(?P<within>[^\[\]\n]*(?:\n[^\[\]\n]+)?)\](?!\())"
    r"|\{\{?[^{}\n]*\}?\}|<<[^<>\n]+>>|<(?P<angle>[A-Za-z][^<>@:/\n]*)>"
    r"|%{1,2}(?=[A-Za-z]*[A-Z_])[A-Za-z_]+%{1,2}|(?<![^\W_])_{3,}(?![^\W_])|(?<!\w)X{2,}(?!\w)|«[^\s«»](?:[^«»\n]{0,30}[^\s«»])?»"
)
RARE = (("xxx", re.compile(r"\(?(?<!\w)x{3,}(?!\w)\)?")), ("......", re.compile(r"\.{6,}")))
# Bare words that only a sample letter holds, with the capitals of a sample letter.
BARE = re.compile(
    r"\b(?:(?:Company|Organi[sz]ation|Employer|Interviewer|Recruiter|(?:Hiring )?Manager|Recipient|Candidate)(?:['’]s)?"
    r" Name|(?:Your|First|Last|Full) Name|Your (?:Title|Phone|Number|Address|Email)|Job Title"
    r"|(?:Mr|Ms|Mrs|Dr)\.? (?:Last Name|Surname|So[- ]and[- ]So)|So[- ]and[- ]So"
    r"|MM/DD(?:/YY(?:YY)?)?|DD/MM(?:/YY(?:YY)?)?)\b"
)
# The same in capitals alone, where the word before wants a name, a day or a job; TIME is a magazine.
LOUD = re.compile(
    r"\b(?:(?:[Dd]ear|[Hh](?:i|ello|ey)|[Tt]hank you,?|[Tt]hanks,?)"
    r" ((?:(?:FIRST|LAST|FULL|YOUR|INTERVIEWER|RECRUITER|MANAGER)[ _])?NAME)"
    r"|(?:on|by|until|from|since) (DATE|DAY|WEEKDAY)"
    r"|(?:at|with|for|join|joining|of) (?:the )?((?:COMPANY|EMPLOYER|ORGANI[SZ]ATION)(?:[ _]NAME)?)"
    r"|(?:the|an?|of|for) ((?:JOB|ROLE|POSITION)(?:[ _](?:TITLE|NAME))?|TITLE))\b(?![-'’]\w)"
)
WORDS = "your|their|company|employer|firm|first|last|full|job|position|role|title|date|day|interviewer|hiring|name"
MORE = f"{WORDS}|manager|manager's|of|the|interview|here|topic|discussed|phone|number|skill|detail"
ROUND = re.compile(
    rf"\((?i:(?:{WORDS}|topic|skill|detail|phone)(?: (?:{MORE}))+|name|date|company|role|job title|topic|detail)\)"
)
DOLLAR = re.compile(r"\$\{?[A-Z][A-Z_]{2,}\}?")
MASK = re.compile(r"\(?(?:[xX]{2,6}|_{3,6})(?:\)?[ ().\-/]{0,3}(?:[xX]{2,6}|_{3,6})){1,4}")
GAP = re.compile(r" [.,;](?=\s|$)")
# These want another word; "the role at ." has lost it.
BEFORE_GAP = frozenset("at with for the as to of in on about join a an my your".split())
CHOICE = re.compile(r"\b(?:Mr|Mrs|Ms)\.?/(?:Mr|Mrs|Ms|Mx|Madam)\.?(?: ?/ ?M[a-z]{1,2}\.?)?")
NOTHING = re.compile(r"\b(?:none|null|undefined|nan|n/a)\b")


def blanks(reading: DraftReading) -> Iterator[Finding]:
    """Finds what stands for words to come: [Name], {name}, <Company>, XXX, ___, "at ."."""
    spans = places(reading)
    for start, end in spans:
        yield found("blank", (start, end), blank=" ".join(reading.layout.own[start:end].split())[:60])
    inside = {at for start, end in spans for at in range(start, end)}
    for hit in reading.family("blank"):
        if hit.start not in inside:
            yield found("blank", (hit.start, hit.end), blank=reading.draft.text[hit.start : hit.end])
    yield from (found("gap", span) for span in _gaps(reading.layout.plain))
    yield from _in_subject(reading)


@remembered(1)
def places(reading: DraftReading) -> tuple[Span, ...]:
    """Gives where blanks stand in the text; the case's own names hold none: "Year 2 [Ref 4471]", "[x]cube Labs"."""
    own = reading.layout.own
    spans = _whole(own, sorted(_spans(own, is_spoken=reading.kind in SPOKEN)))
    return tuple(Span(start, end) for start, end in spans if not _is_of_the_case(own[start:end], reading.draft))


def _is_of_the_case(blank: str, draft: Draft) -> bool:
    said = blank.strip("[] ")
    names = (draft.role, draft.company, *draft.people)
    # A name that is nothing but a blank was never filled either.
    return blank.startswith("[") and any(said == name or (blank in name and blank != name.strip()) for name in names)


def is_blank(text: str) -> bool:
    """Tells whether a blank stands in the text."""
    return any(True for _ in _spans(text))


def _spans(text: str, *, is_spoken: bool = False) -> Iterator[tuple[int, int]]:
    at, taken = 0, list[tuple[int, int]]()
    for sign in SIGN.finditer(text):
        match = BLANK.match(text, sign.start()) if sign.start() >= at else None
        if match:
            at = match.end()
            taken.append(match.span())
            yield from [match.span()] if _is_blank(text, match, is_spoken=is_spoken) else []
    for mark, pattern in RARE:
        yield from (match.span() for match in (pattern.finditer(text) if mark in text else ()))
    yield from (match.span() for match in (CHOICE.finditer(text) if "/M" in text else ()))
    yield from _samples(text, taken)


def _whole(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Gives the blanks with the parts of a number as one: "(xxx) xxx-xxxx"."""
    begun: tuple[int, int] | None = None
    for span in spans:
        is_more = begun is not None and bool(MASK.fullmatch(text[begun[0] : span[1]]))
        if begun and not is_more:
            yield begun
        begun = (begun[0], span[1]) if begun and is_more else span
    if begun:
        yield begun


def _samples(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Gives what only a sample letter holds, outside the blanks found: "(company name)", "$NAME", "Your Name"."""
    for pattern in (ROUND, DOLLAR, BARE, LOUD):
        for match in pattern.finditer(text):
            # The word before is none of it.
            start, end = match.span(match.lastindex or 0)
            if not any(first <= start < last for first, last in taken):
                yield start, end


def _gaps(plain: str) -> Iterator[tuple[int, int]]:
    """Gives the places where a word that wants another is followed by a stop."""
    for gap in GAP.finditer(plain):
        word = plain[max(0, gap.start() - 12) : gap.start()].rstrip().rpartition(" ")[2].rpartition("\n")[2]
        if word in BEFORE_GAP:
            yield gap.start() - len(word), gap.end()


def _is_blank(text: str, match: re.Match[str], *, is_spoken: bool) -> bool:
    if match["square"]:
        words = match["within"].strip()
        # "[1]" is a footnote, "[...]" a cut, "[sic]" a remark.
        return (
            any(letter.isalpha() for letter in words)
            and words.lower() not in KEPT
            and not NUMBERED.fullmatch(words.lower())
            and not (is_spoken and DIRECTION.match(words.lower()))
            and len(words) <= 300
        )
    if match["angle"]:
        return match["angle"].split()[0].lower() not in MARKUP and len(match["angle"]) <= 60
    if match[0].startswith("_") and len(match[0]) >= 20:
        # Mail programs draw a line of its own from these.
        line = text[text.rfind("\n", 0, match.start()) + 1 : (text + "\n").index("\n", match.end())]
        return line.strip("_ \t\r") != ""
    return True


def _in_subject(reading: DraftReading) -> Iterator[Finding]:
    line = reading.layout.subject
    for start, end in _spans(reading.subject):
        blank = reading.subject[start:end]
        if GATEWAY.fullmatch(blank) or _is_of_the_case(blank, reading.draft):
            continue
        # A subject told apart from the text has no place in it.
        span = (line.start + start, line.start + end) if line.end and not reading.draft.subject else (0, 0)
        yield found("blank", span, blank=blank)

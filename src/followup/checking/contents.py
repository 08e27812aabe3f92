"""What the draft should hold: promised items, attachments, contact details; and other offers only if there are any."""

import re
from collections.abc import Iterator

from followup.checking import chat
from followup.checking.findings import found
from followup.checking.leave import SIGN_OFF, has_contact
from followup.checking.reading import DraftReading
from followup.checking.words import TOKEN, bare, listed
from followup.model.answer import Finding

INTEREST = re.compile(
    r"\binterest(?:ed)?\b|\b(?:first (?:choice|option|wish|pick|preference)|number one"
    r"|prefer(?:ence|red|s)?|sooner|keen|would love|rather (?:work|join|be (?:with|at|in))"
    r"|hope to (?:work|join)|like to (?:work|join)|rather|first on (?:my|the) list|top of (?:my|the) list"
    r"|favou?rite|my heart|choose you"
    r"|(?:what|where|the \w+|which) i(?:'d| would| have|'ve)? (?:\w+ )?(?:want|like|love)(?:ed)?"
    r"|come to you|haven't (?:said yes|answered|signed)|have not (?:said yes|answered|signed))\b"
)
CALL_ME = re.compile(r"\b(?:call|ring|phone|reach|text) me\b|\bgive me a call\b")
# Words to an answering machine; a call that somebody takes needs no number.
CALL_BACK = re.compile(
    r"\b(?:call|ring|phone|reach|text|get|message)(?:ing)? (?:me|us)\b|\b(?:my|the|this) (?:\w+ )?number"
    r"|\ba (?:call|ring|bell|buzz|shout)\b|\b(?:voice ?mail|leav(?:e|ing) (?:you )?(?:a|this) message|sorry i missed)\b"
)
SIGNED = re.compile(r"[^\W\d_]{2,}")
PHONE = re.compile(r"\d(?:[\d\s().-]{5,}\d)|(?:\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)\b[ ,]*){6}")


def items(reading: DraftReading) -> Iterator[Finding]:
    """Finds promised items that the draft does not mention (T18)."""
    if not reading.draft.items or reading.kind not in ("thank-you", "pass-on", "answer"):
        return
    body = (TOKEN.findall(reading.layout.plain, start, end) for start, end in reading.layout.body)
    words = {_stem(word) for tokens in body for word in tokens}
    for item in reading.draft.items:
        wanted = {_stem(word) for word in TOKEN.findall(item.lower())} - listed("english") - {"a", "an", "some"}
        if wanted and len(wanted & words) * 2 < len(wanted):
            yield found("item-not-mentioned", reading.end, item=item)


def attachments(reading: DraftReading) -> Iterator[Finding]:
    """Reminds of an attachment that the draft announces."""
    if not reading.is_spoken:
        yield from (found("attachment", (hit.start, hit.end)) for hit in reading.family("attachment"))


def contact(reading: DraftReading) -> Iterator[Finding]:
    """Finds a letter without a name or a number below it."""
    layout = reading.layout
    if reading.kind in ("card", "talking-points", "call-opening", "answer"):
        return
    if reading.kind == "voicemail":
        is_for_machine = reading.draft.letter or CALL_BACK.search(layout.plain)
        if is_for_machine and not PHONE.search(layout.plain):
            yield found("no-number-said", reading.end)
        return
    below = layout.own[layout.closing.start : layout.closing.end]
    if not below.strip():
        # Only the body was pasted: the answer says that the signature was not seen.
        return
    is_text_message = not (reading.draft.letter or "\n" in reading.draft.text.strip())
    if not _is_signed(below):
        if is_text_message:
            # A text in one line may say at the top who writes.
            return
        yield found("not-signed", (max(layout.closing.end, reading.end.end),) * 2)
    elif reading.draft.letter and CALL_ME.search(layout.plain) and not has_contact(layout.plain):
        # Whoever reads a pasted letter may have the number; it takes a letter that we know to ask for it.
        yield found("no-contact-details", (layout.closing.end,) * 2)


def unseen(reading: DraftReading) -> tuple[str, ...]:
    """Gives what of an email was not pasted, so that nothing is said of it: its subject, its signature."""
    if not reading.is_mail:
        return ()
    closing = reading.layout.own[reading.layout.closing.start : reading.layout.closing.end]
    subject = () if reading.subject.strip() or reading.layout.subject.end else ("subject",)
    return (*subject, *(() if closing.strip() else ("signature",)))


def offers(reading: DraftReading) -> Iterator[Finding]:
    """Finds another offer that the case does not know, and what a letter about one must say (C13)."""
    mentions = list(reading.family("offer"))
    if reading.draft.other_offer is False:
        yield from (found("no-such-offer", (hit.start, hit.end)) for hit in mentions)
    if reading.kind == "competing-offer" and reading.draft.letter:
        # A guess may be of another letter, which owes neither.
        if not mentions and "offer" not in reading.layout.plain:
            yield found("offer-not-said", reading.end)
        if not INTEREST.search(reading.layout.plain):
            yield found("interest-not-said", reading.end)


def _stem(word: str) -> str:
    return bare(word).removesuffix("s")


def _is_signed(below: str) -> bool:
    """Tells whether a name stands below the sign-off, or on its line."""
    return any(_names_somebody(line.strip()) for line in below.splitlines())


def _names_somebody(line: str) -> bool:
    sign_off = SIGN_OFF.fullmatch(line)
    said = (sign_off["who"] or "") if sign_off else line
    return bool(SIGNED.search(said)) and "@" not in said and "://" not in said


def leftovers(reading: DraftReading) -> Iterator[Finding]:
    """Finds what a chat program said around the letter, and the stars that it left in it."""
    yield from (found("chat-leftover", span) for span in reading.layout.chat)
    yield from (found("chat-marks", span) for span in chat.marks(reading.layout.own))

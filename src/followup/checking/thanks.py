"""What a thank-you owes: thanks first, one specific thing, no sales talk after a phone interview."""

import re
from collections.abc import Iterator, Set

from followup.checking.findings import found
from followup.checking.reading import DraftReading
from followup.checking.tone import overlaps, sounds, wordings
from followup.checking.words import TOKEN, bare, bare_words, listed
from followup.model.answer import Finding

THANKS = re.compile(
    r"\b(?:thank|thanks|thanking|thankful|grateful|gratitude|appreciate|appreciated|appreciation|kind of you|thx"
    r"|cheers for|ta for)\b"
)
# A warm word about the meeting opens a letter of thanks as well.
WARMTH = re.compile(
    r"\b(?:enjoyed|(?:a|what a|such a) (?:treat|pleasure|joy|delight)|(?:good|great|lovely|nice|pleasure)"
    r" (?:to )?(?:meet|see|talk|speak|chat)(?:ing|ting)?)\b"
)
# Where nobody told the format, these words do.
PHONE_TALK = re.compile(
    r"\b(?:phone|telephone) (?:interview|call|screen\w*|conversation|chat)\b|\b(?:on|over|by) the phone\b"
)
# Fewer words than these that are in no stock letter, and the letter could go to anybody.
SPECIFIC_WORDS = 2
# What somebody liked or cannot forget is a detail, in one word of their own: "I loved the depots."
LIKED = re.compile(
    r"\b(?:loved|liked|enjoyed|impressed|struck|stuck|stay(?:s|ed) with|thinking (?:about|of)|thought about|fascinat\w+"
    r"|new to me"
    r"|(?:hear(?:d|ing)?|learn(?:t|ed|ing)?|talk(?:ed|ing)?|told me|conversation|chat|discussion|call|meeting|visit)"
    r"(?: (?:yesterday|today|earlier|just now|this morning|this afternoon|on [a-z]{6,9}|with (?:you|me)|together)){0,2}"
    r" (?:about|of|how)"
    r"|show(?:ed|ing) me|tour of|explain\w*|describe\w*|describing|walk(?:ed|ing) me through)\b(?P<what>[^;]*)"
)
# Here it stands in front: "The pallets stay with me."
KEPT = re.compile(
    r"(?P<what>[^;]*)\b(?:stay(?:s|ed)? with me|stuck with me|struck me|impressed me|won me over"
    r"|(?:is|was|were) new to me|made me (?:laugh|smile|think)|in my (?:head|mind)"
    r"|(?:is|was|were) (?:an? |the |my )?(?:\w+ )?highlight)\b"
)
# Who speaks of what they met has something of them or of the day in the sentence; "I have two cats" is about oneself.
OF_THE_WRITER = re.compile(r"(?:(?:and|also|but|so|besides|by the way),? )?(?:i|i'm|i've|i'd|my)\b")
OF_THE_TALK = re.compile(
    r"\b(?:you|your|yours|we|our|us|team|they|their|there|that|those|this|saw|said|heard|when|how|what|where|today|yesterday"
    r"|morning|afternoon|visit|tour|interview|meeting|questions?|interesting|fascinating|seen|never"
    r"|before|first time)\b"
)
# A sentence that sells, begs or tells of need is about oneself.
OF_ONESELF = frozenset(
    {
        "sounds-boasts",
        "sounds-needs",
        "sounds-money",
        "sounds-granted",
        "sounds-gossip",
        "sounds-private",
        "sounds-flatters",
        "settled-already",
        "talks-money",
        "best-of-all",
        "above-others",
        "own-need",
        "gift-sent",
        "pleads",
        "pleads-again",
        "confidential-shared",
        "between-us",
        "treats",
        "pulls-strings",
        "not-true",
        "looks",
        "private-life",
        "perks-asked",
    }
)
# What presses or reproaches is none either.
PRESSING = frozenset({"C4", "C14"})
# "the dental assistant position", "your graduate scheme interview": what the job is called is no detail of the talk.
JOB_CALLED = re.compile(
    r"\b(?:the|your|an?|this|for) (?:[\w'-]{2,20} ){1,3}"
    r"(?=(?:role|position|job|post|vacancy|opening|interview|opportunity)\b)"
)


def thanks(reading: DraftReading) -> Iterator[Finding]:
    """Finds thanks that are missing or come late (T12)."""
    if reading.kind not in ("thank-you", "pass-on") or not reading.is_known:
        return
    opening = next(iter(reading.layout.sentences), reading.end)
    if not (THANKS.search(reading.layout.plain) or (not reading.draft.letter and WARMTH.search(reading.layout.plain))):
        yield found("no-thanks", opening)
    elif reading.draft.letter and reading.layout.sentences and not THANKS.search(reading.plain(opening)):
        # A pasted note may open with who writes; only where we know what it is to be do we ask for the order.
        yield found("thanks-late", opening)


def specific(reading: DraftReading) -> Iterator[Finding]:
    """Finds a thank-you that names nothing from the interview (T14), but after a phone interview (T23)."""
    by_phone = reading.format == "phone" or (not reading.format and PHONE_TALK.search(reading.layout.plain))
    if reading.kind != "thank-you" or not reading.is_known or by_phone:
        return
    words = _own_words(reading)
    if len(words) < SPECIFIC_WORDS and not _is_liked(reading, words):
        yield found("nothing-specific", reading.end)


def _is_liked(reading: DraftReading, words: Set[str]) -> bool:
    """Tells whether one of the words is what a sentence liked."""
    found_in = ((pattern, plain) for _, plain in reading.sentences_in_plain() for pattern in (LIKED, KEPT))
    liked = (one["what"] for pattern, plain in found_in for one in pattern.finditer(plain))
    return any(bare(token) in words for what in liked for token in TOKEN.findall(what))


def _own_words(reading: DraftReading) -> set[str]:
    """Gives the words of the body that are neither stock nor the names of the case, nor said to sell, beg or push."""
    draft = reading.draft
    names = bare_words(draft.company, draft.role, *draft.people)
    roles = listed("jobs") | listed("english") | {"role", "roles", "hr"}
    blanked = re.compile(r"\[[^\[\]]*\]|\{[^{}]*\}|<[^<>]*>")
    sold = [finding for one in (wordings, sounds) for finding in one(reading) if _is_of_oneself(finding)]
    told = (
        span for span, plain in reading.sentences_in_plain() if not (overlaps(span, sold) or _is_of_the_writer(plain))
    )
    body = (JOB_CALLED.sub(" ", blanked.sub(" ", reading.plain(span))) for span in told)
    words = bare_words(*body)
    return {word for word in words if len(word) > 2} - names - roles - listed("stock")


def _is_of_the_writer(sentence: str) -> bool:
    about_them = (OF_THE_TALK, LIKED, KEPT, THANKS, WARMTH)
    return bool(OF_THE_WRITER.match(sentence)) and not any(one.search(sentence) for one in about_them)


def _is_of_oneself(finding: Finding) -> bool:
    return finding.check in OF_ONESELF or finding.rule in PRESSING


def selling(reading: DraftReading) -> Iterator[Finding]:
    """Finds words that sell: wrong after a phone interview, disputed elsewhere (T15, T16, K10)."""
    if reading.kind != "thank-you":
        return
    for hit in _once_a_sentence(reading):
        if reading.format == "phone":
            yield found("selling-after-phone", hit, said=_said(reading, hit))
        else:
            yield found("restating-fit", hit)


def extra(reading: DraftReading) -> Iterator[Finding]:
    """Finds what nobody asked for: disputed (T17, K12)."""
    if reading.kind in ("thank-you", "pass-on"):
        yield from (found("extra-content", (hit.start, hit.end)) for hit in reading.family("extra"))


def _once_a_sentence(reading: DraftReading) -> Iterator[tuple[int, int]]:
    """Gives the first selling phrase of each sentence; three in one sentence are still one thing to mend."""
    ends = iter(reading.layout.sentences)
    last = -1
    sentence = next(ends, None)
    for hit in sorted(reading.family("selling"), key=lambda hit: hit.start):
        while sentence and sentence.end <= hit.start:
            sentence = next(ends, None)
        at = sentence.start if sentence else hit.start
        if at != last:
            yield hit.start, hit.end
        last = at


def _said(reading: DraftReading, span: tuple[int, int]) -> str:
    return " ".join(reading.draft.text[span[0] : span[1]].split())

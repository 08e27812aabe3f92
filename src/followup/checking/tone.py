"""How the draft sounds: worn and pushing phrases, and sentences by what was learnt."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from followup.checking import own_dates
from followup.checking.draft import ANSWERED
from followup.checking.findings import found
from followup.checking.learnt import chances
from followup.checking.phrases import Hit
from followup.checking.reading import DraftReading
from followup.checking.signs import sounds_of
from followup.checking.spans import Span
from followup.checking.words import listed
from followup.frozen import remembered
from followup.model.answer import Finding
from followup.model.wording import view_words

# From these odds on a sentence is told (records 0069, 0089, 0103). A letter that is sharp in one sentence is likely so
# in the next; where no other sentence is, one alone has to be sharp beyond doubt.
HEARD = 0.3
ALONE = 3.7
SHARP = 0.75
OF_MONEY = frozenset({"money", "money-plain", "money-asked", "talks-money", "perks-asked"})
# Who has said yes takes nothing for granted with these.
OF_WORK = frozenset({"assumes-the-job", "settled-already"})
ENDED = re.compile(r"[.!?]\s|\n")
# What pushes has somebody whom it pushes: "Led three launches on time" has not.
PUSHED = re.compile(
    r"\b(?:you|your|yours|yourself|u|ur|me|us|please|pls|plz|kindly|let|reply|answer|response|respond|revert|await\w*|wait\w*"
    r"|expect\w*|need\w*|want\w*|must|decision|decide|news|hear\w*|call|ring|tell|urgent\w*|asap|hurry|offer\w*"
    r"|deadline|tomorrow|today|tonight|by|until|before|otherwise|else|last|final|now|soon\w*|it)\b|[?!]"
)
# Two words may be a name or a closing line.
CLIPPED = 1.5
LEAST = 1e-6
# A word with a capital between "at" and another is in a name: "at Urgent Response".
PROPER = re.compile(r"[A-Z]\w{1,14} [A-Z][a-z]")
BESIDE = re.compile(r"\b(?:at|of|with|for|join|joining|from) (?:the )?$")
# Each slip is one to mend.
SLIPS = frozenset({"misspelt", "verb-slip"})
# Phrases know it better.
TOLD_BY_WORDS = "chat"
CHAT = frozenset({"slang", "texting", "chat-words", "chatty"})
STIFF = frozenset({"stiff-words"})


def wordings(reading: DraftReading) -> Iterator[Finding]:
    """Finds the phrases of data/checks/phrases.toml that are told as they stand there."""
    told = _tone_hits(reading)
    # A wider net only tells what the finer ones let through.
    wide = [hit for hit in reading.family("wide") if _applies(hit, reading) and not overlaps(hit, told)]
    own = [span for span, words in reading.sentences_in_plain() if own_dates.is_own(words)]
    for hit in (*told, *_once_a_sentence(wide, reading.layout.plain)):
        if not (own_dates.BOUND.search(reading.plain(Span(hit.start, hit.end))) and overlaps(hit, own)):
            yield _fitting(reading, _told(hit, (hit.start, hit.end)))
    for hit in reading.family("generic"):
        if reading.draft.company and hit.start >= reading.layout.greeting.end:
            yield _told(hit, (hit.start, hit.end))
    for hit in reading.subject_hits:
        if hit.phrase.family == "tone" and _applies(hit, reading):
            yield _told(hit, reading.layout.subject)


def _once_a_sentence(wide: Iterable[Hit], plain: str) -> Iterator[Hit]:
    """Gives the first hit of a phrase in each sentence: what speaks of others three times is one thing to leave out."""
    ends: dict[str, int] = {}
    for hit in wide:
        last = ends.get(hit.phrase.id)
        if last is None or hit.phrase.id in SLIPS or ENDED.search(plain, last, hit.start):
            yield hit
        ends[hit.phrase.id] = hit.end


def sounds(reading: DraftReading) -> Iterator[Finding]:
    """Finds sentences that sound hurt, pushing or needy by what was learnt, where no phrase tells it better."""
    if reading.kind == "talking-points":
        return
    told = [*_tone_hits(reading), *(hit for hit in reading.family("wide") if _applies(hit, reading))]
    # What sells in a thank-you is judged with the thanks: the sources disagree on it.
    judged = tuple(reading.family("selling")) if reading.kind == "thank-you" else ()
    left = (TOLD_BY_WORDS, "money") if reading.is_offered else (TOLD_BY_WORDS,)
    heard = {
        span: {"plain": 0.0} if overlaps(span, told) else _chances(words)
        for span, words in reading.sentences_in_plain()
    }
    sharp = {span for span, likely in heard.items() if 1 - likely["plain"] >= SHARP}
    for span, likely in heard.items():
        tone = max((one for one in likely if one != "plain"), key=lambda one: likely[one], default=TOLD_BY_WORDS)
        heard_from = HEARD if reading.plain(span).count(" ") > 1 else CLIPPED
        is_alone = len(sharp) == (span in sharp)
        is_heard = _odds(likely["plain"]) >= (ALONE if is_alone else heard_from)
        words = reading.plain(span)
        is_promise = tone == "pushes" and (own_dates.is_own(words) or not PUSHED.search(words))
        if is_heard and tone not in left and not is_promise and not overlaps(span, judged):
            yield _fitting(reading, found(f"sounds-{tone}", span))


@remembered(64)
def _chances(words: str) -> Mapping[str, float]:
    """By the sentence alone: a thank-you is listened to twice, and a mended draft is new in one sentence."""
    return chances("tones", sounds_of(words))


def _odds(plain: float) -> float:
    """Gives how much more likely a sentence sounds some way than plain, as a logarithm."""
    return math.log(max(1 - plain, LEAST) / max(plain, LEAST))


def overlaps(span: Hit | Span, hits: Iterable[Hit | Finding | Span]) -> bool:
    """Tells whether a stretch shares a character with one of these."""
    return any(hit.start < span.end and span.start < hit.end for hit in hits)


def _tone_hits(reading: DraftReading) -> list[Hit]:
    """Gives the phrases that are told; a faint one where the letter is known, or where another kind of them stands."""
    hits = [hit for hit in reading.family("tone") if _applies(hit, reading) and not _is_in_a_name(hit, reading)]
    if reading.draft.letter:
        return hits
    ids = [hit.phrase.id for hit in reading.hits]
    told = {hit.phrase.id for hit in hits if not hit.phrase.is_faint}
    for alike in (CHAT, STIFF):
        told |= alike if sum(one in alike for one in ids) > 1 else frozenset()
    others = {hit.phrase.id for hit in hits if hit.phrase.is_faint} - CHAT - STIFF
    told |= others if len(others) > 1 else set()
    return [hit for hit in hits if hit.phrase.id in told]


def _is_in_a_name(hit: Hit, reading: DraftReading) -> bool:
    """Tells whether a phrase of one word is in a name: "ASAP Couriers", "at Immediate Media"."""
    own, draft = reading.layout.own, reading.draft
    if " " in own[hit.start : hit.end]:
        return False
    around = own[max(0, hit.start - 80) : hit.end + 80].casefold()
    at = min(hit.start, 80)
    for name in (draft.company, draft.role, *draft.people):
        begins = around.find(name.casefold()) if name else -1
        if 0 <= begins <= at < begins + len(name):
            return True
    return bool(PROPER.match(own, hit.start)) and bool(BESIDE.search(own, max(0, hit.start - 12), hit.start))


def _applies(hit: Hit, reading: DraftReading) -> bool:
    phrase = hit.phrase
    if (reading.is_offered and phrase.id in OF_MONEY) or (reading.is_hired and phrase.id in OF_WORK):
        return False
    return reading.kind not in phrase.never and (not phrase.kinds or reading.kind in phrase.kinds)


def _fitting(reading: DraftReading, finding: Finding) -> Finding:
    """Gives a finding with advice that fits: after the answer nobody is told to ask whether there is any news."""
    if reading.kind in ANSWERED and finding.check in listed("asks-for-news"):
        return replace(finding, instead=view_words("checker.answered"))
    return finding


def _told(hit: Hit, span: tuple[int, int]) -> Finding:
    phrase = hit.phrase
    return Finding(
        level=phrase.level,
        check=phrase.id,
        start=span[0],
        end=span[1],
        rule=phrase.rule,
        sources=phrase.sources,
        why=phrase.why,
        instead=phrase.instead,
    )

"""How the draft sounds: worn and pushing phrases, exclamation marks, capitals."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping

from followup.checking import own_dates
from followup.checking.findings import found
from followup.checking.learnt import chances
from followup.checking.phrases import Hit
from followup.checking.reading import DraftReading
from followup.checking.signs import sounds_of
from followup.checking.spans import Span
from followup.checking.words import bare, bare_words, listed
from followup.frozen import remembered
from followup.model.answer import Finding, Level

EXCLAMATION = re.compile(r"!+")
QUESTIONING = re.compile(r"[^\W\d_][\w'’]{0,20} ?(?:\?{2,9}|\?!{1,9}|!\?{1,9})")
# From these odds on a sentence is told (records 0069, 0089, 0103). A letter that is sharp in one sentence is likely so
# in the next; where no other sentence is, one alone has to be sharp beyond doubt.
HEARD = 0.3
ALONE = 3.7
SHARP = 0.75
OF_MONEY = frozenset({"money", "money-plain", "money-asked", "talks-money"})
ENDED = re.compile(r"[.!?]\s|\n")
# Two words may be a name or a closing line.
CLIPPED = 1.5
LEAST = 1e-6
# Phrases know it better.
TOLD_BY_WORDS = "chat"
CHAT = frozenset({"slang", "texting", "chat-words", "chatty"})
STIFF = frozenset({"stiff-words"})
# The look behind comes second, so that the search leaps from capital to capital.
LOUD_RUN = re.compile(r"[A-Z](?<![\w'’][A-Z])[A-Z'’]+(?:[ \t]+[A-Z][A-Z'’]*){2,}(?!\w)")
# Short words that are no abbreviation in any trade.
SHORT = frozenset("my me we oh no so be do go".split())
# Shorter words that nobody writes in capitals but to stress them.
STRESSED = re.compile(r"\b(?:YES|NOT|NOW|YOU|WHY|THIRD|FOURTH|FIFTH|SIXTH|DON['’]T|CAN['’]T|LET['’]S)\b")
# "Goooo" is drawn out.
DRAWN_OUT = re.compile(r"(.)\1\1")
LOUD_WORD = re.compile(r"[A-Z](?<![\w.@/-][A-Z])[A-Z]{3,}(?![\w@/-])")


def wordings(reading: DraftReading) -> Iterator[Finding]:
    """Finds the phrases of data/checks/phrases.toml that are told as they stand there."""
    told = _tone_hits(reading)
    # A wider net only tells what the finer ones let through.
    wide = [hit for hit in reading.family("wide") if _applies(hit, reading) and not overlaps(hit, told)]
    own = [span for span, words in reading.sentences_in_plain() if own_dates.is_own(words)]
    for hit in (*told, *_once_a_sentence(wide, reading.layout.plain)):
        if not (own_dates.BOUND.search(reading.plain(Span(hit.start, hit.end))) and overlaps(hit, own)):
            yield _told(hit, (hit.start, hit.end))
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
        if last is None or ENDED.search(plain, last, hit.start):
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
        is_promise = tone == "pushes" and own_dates.is_own(reading.plain(span))
        if is_heard and tone not in left and not is_promise and not overlaps(span, judged):
            yield found(f"sounds-{tone}", span)


@remembered(64)
def _chances(words: str) -> Mapping[str, float]:
    """By the sentence alone: a thank-you is listened to twice, and a mended draft is new in one sentence."""
    return chances("tones", sounds_of(words))


def _odds(plain: float) -> float:
    """Gives how much more likely a sentence sounds some way than plain, as a logarithm."""
    return math.log(max(1 - plain, LEAST) / max(plain, LEAST))


def exclamations(reading: DraftReading) -> Iterator[Finding]:
    """Finds exclamation marks beyond the first, and question marks in a row."""
    marks = [
        match for start, end in reading.layout.body for match in EXCLAMATION.finditer(reading.layout.own, start, end)
    ]
    # "Rick!!!" shouts before the letter begins; "Hi Ana!" does not.
    hailed = EXCLAMATION.search(reading.layout.own, *reading.layout.greeting)
    marks = [hailed, *marks] if hailed and len(hailed[0]) > 2 else marks
    count = sum(len(mark[0]) for mark in marks)
    if count > 1:
        level: Level = "warning" if count > 3 else "note"
        second = marks[0] if len(marks[0][0]) > 1 else marks[1]
        yield found("exclamation-marks", second.span(), level=level, count=count)
    for start, end in reading.layout.body:
        rows = QUESTIONING.finditer(reading.layout.own, start, end)
        yield from (found("question-marks", row.span()) for row in rows)


def capitals(reading: DraftReading) -> Iterator[Finding]:
    """Finds words in capitals that are neither a name nor an abbreviation."""
    names = bare_words(reading.draft.company, reading.draft.role)
    runs = [match.span() for match in LOUD_RUN.finditer(reading.layout.own) if _is_loud(match[0], names)]
    words = [match.span() for match in LOUD_WORD.finditer(reading.layout.own) if _is_common(match[0], names)]
    if any(letter.islower() for letter in reading.draft.text):
        words = sorted({*words, *(match.span() for match in STRESSED.finditer(reading.layout.own))})
    yield from (found("capitals", run, level="warning") for run in runs)
    inside = iter(sorted(runs))
    run = next(inside, None)
    for word in words:
        while run and run[1] <= word[0]:
            run = next(inside, None)
        if not run or word[0] < run[0]:
            yield found("capitals", word)


def _is_loud(run: str, names: set[str]) -> bool:
    """Tells whether three words in capitals are shouted: one of them is an everyday word, not an abbreviation."""
    words = run.split()
    return any(
        bare(word) in SHORT if len(word) < 3 else _is_common(word, names) or bare(word) in listed("english")
        for word in words
    )


def _is_common(word: str, names: set[str]) -> bool:
    small = bare(word)
    is_word = small in listed("stock") or small in listed("english") or DRAWN_OUT.search(small)
    return small not in names and bool(is_word)


def overlaps(span: Hit | Span, hits: Iterable[Hit | Finding | Span]) -> bool:
    """Tells whether a stretch shares a character with one of these."""
    return any(hit.start < span.end and span.start < hit.end for hit in hits)


def _tone_hits(reading: DraftReading) -> list[Hit]:
    """Gives the phrases that are told; a faint one where the letter is known, or where another kind of them stands."""
    hits = [hit for hit in reading.family("tone") if _applies(hit, reading)]
    if reading.draft.letter:
        return hits
    ids = [hit.phrase.id for hit in reading.hits]
    told = {hit.phrase.id for hit in hits if not hit.phrase.is_faint}
    for alike in (CHAT, STIFF):
        told |= alike if sum(one in alike for one in ids) > 1 else frozenset()
    others = {hit.phrase.id for hit in hits if hit.phrase.is_faint} - CHAT - STIFF
    told |= others if len(others) > 1 else set()
    return [hit for hit in hits if hit.phrase.id in told]


def _applies(hit: Hit, reading: DraftReading) -> bool:
    phrase = hit.phrase
    if reading.is_offered and phrase.id in OF_MONEY:
        return False
    return reading.kind not in phrase.never and (not phrase.kinds or reading.kind in phrase.kinds)


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

"""Slips that any editor sees: a word twice, two stops, small letters, a sentence without an end."""

import re
from collections.abc import Iterator

from followup.checking.blanks import BEFORE_GAP
from followup.checking.counting import WORD
from followup.checking.findings import found
from followup.checking.reading import DraftReading
from followup.model.answer import Finding

# Our choice: what is longer is seldom read in one breath.
LONG_SENTENCE_WORDS = 40
DOUBLED = re.compile(r"\b(?P<word>[^\W\d_]{2,})[ \t]{1,3}(?P=word)\b")
# These stand twice in good English.
TWICE = frozenset("had that is do very so ha bye well now many long far really no there".split())
SPACED = re.compile(r"(?<=[a-z0-9)]) [.,!?;](?=\s|\Z)")
# Here one can take breath.
PAUSE = re.compile(r"[;:](?=\s)|\s[-–—]\s|—")
STOPS = re.compile(r"(?<![.…])\.\.(?![.…])|[!?],|,,|(?<=\w),\.")


# "i" for oneself, not the one of a list or an abbreviation.
SMALL_I = re.compile(r"(?<![\w'’.@/(\[-])i(?=[ ,\n]|['’](?:m|ve|d|ll)\b)")
# From this many words on a text without any capital is no name or number alone.
FEWEST_WORDS = 8
CAPITAL = re.compile(r"[A-Z]")
# Without its mark none of these is a word of its own, as "id", "ill" and "lets" are.
UNMARKED = {
    short.replace("'", ""): short
    for short in (
        "i'm i've don't didn't doesn't couldn't wouldn't shouldn't isn't wasn't weren't aren't haven't hasn't hadn't"
        " that's you're they're what's"
    ).split()
}
UNMARKED_WORD = re.compile(rf"(?<![\w'’@./-])(?:{'|'.join(UNMARKED)})(?![\w'’@./-])")


NEXT = re.compile(r"[.!?]\s+\w")


def slips(reading: DraftReading) -> Iterator[Finding]:
    """Finds a word that stands twice, two stops, and more than forty words in one breath."""
    if reading.is_spoken:
        return
    plain = reading.layout.plain
    for start, end in reading.layout.body:
        for match in DOUBLED.finditer(plain, start, end):
            if match["word"] not in TWICE:
                yield found("doubled-word", match.span(), word=match["word"])
        yield from (
            found("space-before-stop", match.span())
            for match in SPACED.finditer(plain, start, end)
            if plain[max(start, match.start() - 12) : match.start()].split()[-1] not in BEFORE_GAP
        )
        yield from (found("doubled-stop", match.span()) for match in STOPS.finditer(plain, start, end))
    yield from _small(reading)
    for span in reading.layout.sentences:
        words = max(len(WORD.findall(part)) for part in PAUSE.split(reading.layout.own[slice(*span)]))
        if words > LONG_SENTENCE_WORDS:
            yield found("long-sentence", span, words=words)


def _goes_on(reading: DraftReading) -> bool:
    """Tells whether one sentence goes on behind the comma of a greeting, as letters in other languages do."""
    greeting = reading.layout.own[slice(*reading.layout.greeting)].rstrip()
    is_one = len(reading.layout.sentences) == 1 and not NEXT.search(reading.plain(reading.layout.sentences[0]))
    return is_one and greeting.endswith(",") and bool(CAPITAL.search(greeting))


def _small(reading: DraftReading) -> Iterator[Finding]:
    """Finds small letters where English has capitals, and a short form without its apostrophe, each once."""
    own, body = reading.layout.own, reading.layout.body
    alone = next((one for start, end in body if (one := SMALL_I.search(own, start, end))), None)
    has_none = reading.counts.words >= FEWEST_WORDS and not any(CAPITAL.search(own, start, end) for start, end in body)
    if alone:
        yield found("small-letters", alone.span())
    elif has_none and own.isascii() and not _goes_on(reading):
        yield found("small-letters", (reading.layout.sentences[0].start, reading.layout.sentences[0].end))
    short = next((one for start, end in body if (one := UNMARKED_WORD.search(reading.layout.plain, start, end))), None)
    if short:
        right = UNMARKED[short[0]]
        yield found("no-apostrophe", short.span(), right=right[0].upper() + right[1:] if right[0] == "i" else right)

"""Slips that any editor sees: a word twice, two stops, a sentence without an end."""

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
    for span in reading.layout.sentences:
        words = max(len(WORD.findall(part)) for part in PAUSE.split(reading.layout.own[slice(*span)]))
        if words > LONG_SENTENCE_WORDS:
            yield found("long-sentence", span, words=words)

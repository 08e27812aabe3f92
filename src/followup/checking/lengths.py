"""Too long or too short, by letter and format; the figures come from the rulebook."""

from collections.abc import Iterator

from followup.checking.counting import WORD
from followup.checking.findings import found
from followup.checking.reading import DraftReading
from followup.checking.spans import Span
from followup.model.answer import Finding, Level
from followup.rules.rulebook import figure

# Our choices, where no source gives a figure.
LONG_PARAGRAPH_WORDS = 80
LETTER_NOTE_WORDS = 150
LETTER_WARNING_WORDS = 250
CARD_WORDS = 90
# Where nobody told what it is, short sentences are as brief as fewer long ones.
FIVE_SENTENCES_WORDS = 130
MANY_SENTENCES_WORDS = 110
VOICEMAIL_SLACK_WORDS = 15
# Nobody told that it is one: a few words over are no fault.
GUESSED_SLACK_WORDS = 10


def lengths(reading: DraftReading) -> Iterator[Finding]:
    """Finds what is longer or shorter than its kind allows."""
    if not reading.layout.sentences:
        return
    if reading.kind in ("thank-you", "pass-on"):
        yield from _thank_you(reading)
    elif reading.is_check_in:
        yield from _check_in(reading)
    elif reading.kind == "voicemail":
        yield from _voicemail(reading)
    elif not reading.is_spoken:
        yield from _letter(reading)


def _thank_you(reading: DraftReading) -> Iterator[Finding]:
    sentences, words = reading.counts.sentences, reading.counts.words
    if words > figure("K11", "warning_words"):
        yield found("too-many-words", _from_word(reading, figure("K11", "warning_words")), words=words)
    if reading.format == "phone" and sentences >= figure("K11", "phone_warning_sentences"):
        yield found("long-after-phone", _over_the_most(reading), sentences=sentences)
    elif sentences >= figure("K11", "warning_sentences") and (reading.draft.letter or words > MANY_SENTENCES_WORDS):
        yield found("too-many-sentences", _over_the_most(reading), sentences=sentences)
    elif sentences >= figure("K11", "note_sentences") and (reading.draft.letter or words > FIVE_SENTENCES_WORDS):
        # One source allows more face to face, so there it is a matter of opinion.
        check = "fifth-sentence-face-to-face" if reading.format in ("onsite", "video") else "fifth-sentence"
        yield found(check, _over_the_most(reading), sentences=sentences)


def _check_in(reading: DraftReading) -> Iterator[Finding]:
    most = figure("C8", "paragraphs_max")
    blocks = reading.layout.paragraphs
    if len(blocks) > most:
        yield found("too-many-paragraphs", Span(blocks[most].start, blocks[-1].end), paragraphs=len(blocks))
    for block in blocks:
        words = len(WORD.findall(reading.layout.own, *block))
        if words > LONG_PARAGRAPH_WORDS:
            yield found("long-paragraph", block, words=words)
    yield from _letter(reading)


def _voicemail(reading: DraftReading) -> Iterator[Finding]:
    least, most = figure("O15", "message_words_min"), figure("O15", "message_words_max")
    words, seconds = reading.counts.words, reading.counts.reading_seconds
    if words > most + (0 if reading.draft.letter else GUESSED_SLACK_WORDS):
        level: Level = "warning" if words > most + VOICEMAIL_SLACK_WORDS else "note"
        yield found("voicemail-long", _from_word(reading, most), level=level, words=words, seconds=seconds)
    elif reading.draft.letter and words < least / 2:
        yield found("voicemail-short", reading.end, words=words, seconds=seconds)


def _letter(reading: DraftReading) -> Iterator[Finding]:
    words = reading.counts.words
    most = CARD_WORDS if reading.kind == "card" else LETTER_NOTE_WORDS
    if words > most:
        level: Level = "warning" if words > LETTER_WARNING_WORDS else "note"
        yield found("long-letter", _from_word(reading, most), level=level, words=words, most=most)


def _over_the_most(reading: DraftReading) -> Span:
    """Gives the stretch from the first sentence over the most that a source gives (T13) to the last."""
    sentences = reading.layout.told
    first = min(figure("T13", "sentences_max"), len(sentences) - 1)
    return Span(sentences[first].start, sentences[-1].end)


def _from_word(reading: DraftReading, at: int) -> Span:
    """Gives the stretch from the first word over the limit to the end of the body."""
    words = (match for start, end in reading.layout.body for match in WORD.finditer(reading.layout.own, start, end))
    start = next(match.start() for number, match in enumerate(words) if number == at)
    return Span(start, reading.layout.sentences[-1].end)

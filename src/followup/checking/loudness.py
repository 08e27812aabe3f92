"""What shouts in a draft: exclamation marks, question marks in a row, capitals."""

import re
from collections.abc import Iterator

from followup.checking import blanks
from followup.checking.findings import found
from followup.checking.reading import DraftReading
from followup.checking.spans import Span
from followup.checking.tone import overlaps
from followup.checking.words import bare, bare_words, listed
from followup.model.answer import Finding, Level

EXCLAMATION = re.compile(r"!+")
QUESTIONING = re.compile(r"[^\W\d_][\w'’]{0,20} ?(?:\?{2,9}|\?!{1,9}|!\?{1,9})")
# The look behind comes second, so that the search leaps from capital to capital.
LOUD_RUN = re.compile(r"[A-Z](?<![\w'’][A-Z])[A-Z'’]+(?:[ \t]+[A-Z][A-Z'’]*){2,}(?!\w)")
# Short words that are no abbreviation in any trade.
SHORT = frozenset("my me we oh no so be do go".split())
# Shorter words that nobody writes in capitals but to stress them.
STRESSED = re.compile(r"\b(?:YES|NOT|NOW|YOU|WHY|THIRD|FOURTH|FIFTH|SIXTH|DON['’]T|CAN['’]T|LET['’]S)\b")
# "Goooo" is drawn out.
DRAWN_OUT = re.compile(r"(.)\1\1")
LOUD_WORD = re.compile(r"[A-Z](?<![\w.@/-][A-Z])[A-Z]{3,}(?![\w@/-])")


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
    # A blank is told as one, whatever its letters.
    blank = (*blanks.places(reading), *(Span(hit.start, hit.end) for hit in reading.family("blank")))
    runs = [match.span() for match in LOUD_RUN.finditer(reading.layout.own) if _is_loud(match[0], names)]
    runs = [run for run in runs if not overlaps(Span(*run), blank)]
    words = [match.span() for match in LOUD_WORD.finditer(reading.layout.own) if _is_common(match[0], names)]
    if any(letter.islower() for letter in reading.draft.text):
        words = sorted({*words, *(match.span() for match in STRESSED.finditer(reading.layout.own))})
    yield from (found("capitals", run, level="warning") for run in runs)
    inside = iter(sorted(runs))
    run = next(inside, None)
    for word in (one for one in words if not overlaps(Span(*one), blank)):
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

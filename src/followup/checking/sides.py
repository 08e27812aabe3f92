"""On which side of today a named day lies: time asked until a day that is over, a letter sent on one to come."""

import re
from collections.abc import Iterator

from followup.checking.days import meant, said_in_sentences
from followup.checking.findings import found
from followup.checking.reading import DraftReading
from followup.dates.clock import spoken_day
from followup.model.answer import Finding

# In front of a day: time asked until then, or something to be done on it.
TO_COME = re.compile(
    r"\b(?:could|can|may|might|would|possible|like|hope|ask|need|give|wait|let|take|extend|more time|i'll"
    r"|i will|i shall)\b"
    r"[^.!?\n]{0,60}\b(?:until|till|by) (?:the )?$"
    r"|\bi(?:'ll| will| can| could| shall|'d be able to| would be able to) (?:start|begin|join|come|call|ring|meet)\b"
    r"[^.!?,;\n]{0,30}$"
)
# In front of a day on which something was done.
OVER = re.compile(
    r"\b(?:i|we) (?:wrote|e-?mailed|called|rang|phoned|sent|met|spoke|talked|interviewed|applied)\b[^.!?,;:\n]{0,40}$"
)
# What somebody hoped, said or asked for had its day then; what was talked about has a day of its own.
TOLD = re.compile(
    r"\b(?:was|were|had|did|hoped|said|told|asked|promised|expected|planned|mentioned|thought|wanted|gave|given|offered"
    r"|due|before|if|since|after|agreed|meant|supposed|about|for (?:the|my|our|your|an?)|of|regarding)\b"
)


def sides(reading: DraftReading) -> Iterator[Finding]:
    """Finds days with a date that the sentence takes for later or earlier than the day of sending lets them be."""
    today = reading.draft.sent_on
    for said, place in said_in_sentences(reading) if today else ():
        day = meant(reading, said) if said.ago is None else None
        if day is None:
            continue
        before = reading.layout.plain[place.sentence.start : said.span.start]
        if day < min(today) and TO_COME.search(before) and not TOLD.search(before):
            yield found("day-is-over", said.span, date=spoken_day(day))
        elif day > max(today) and OVER.search(before) and not TOLD.search(before):
            yield found("day-not-come", said.span, date=spoken_day(day))

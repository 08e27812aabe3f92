"""What a letter decides, against what it was chosen for: an acceptance that refuses, a no that says none."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from followup import data
from followup.checking.findings import found
from followup.checking.meanings import meanings
from followup.checking.reading import DraftReading
from followup.model.answer import Finding
from followup.model.wording import choice_words

# An invitation is answered by "see you then"; a yes to an offer has to be one.
TO_AN_OFFER = "accept-offer"
# Of other letters of this kind one asks whether an offer still stands, and one asks a last time.
FOR_TIME = ("more-time", "ask-time")
REFUSING = frozenset({"refuses", "quits"})


def deeds(reading: DraftReading) -> Iterator[Finding]:
    """Finds sentences that decide otherwise than the letter that was chosen, and one that never says what it is for."""
    if not reading.draft.letter or not reading.layout.sentences:
        return
    otherwise = [*_otherwise(reading)]
    yield from otherwise
    if not otherwise:
        yield from _owed(reading)


def _otherwise(reading: DraftReading) -> Iterator[Finding]:
    for deed, kinds in _table("against").items():
        if reading.kind not in kinds.split() or (deed == "still-wants" and _says_no(reading)):
            continue
        decides, unless = _pattern("patterns", deed), _pattern("unless", deed)
        for span, words in reading.sentences_in_plain():
            if decides.search(words) and not unless.search(words):
                chosen = choice_words("drafts", reading.kind)
                yield found("says-otherwise", span, chosen=chosen, does=_table("says")[deed])
                return


def _owed(reading: DraftReading) -> Iterator[Finding]:
    plain, letter = reading.layout.plain, reading.draft.letter
    is_to_an_offer = letter == TO_AN_OFFER or (letter == reading.kind and "their-offer" in meanings(plain))
    if reading.kind == "accept" and is_to_an_offer and not _pattern("owed", "yes").search(plain):
        yield found("no-plain-yes", reading.end)
    elif reading.kind in ("decline", "withdraw") and not _says_no(reading):
        yield found("no-plain-no", reading.end)
    elif letter in FOR_TIME and not _pattern("owed", "day").search(plain):
        yield found("no-day-named", reading.end)


def _says_no(reading: DraftReading) -> bool:
    plain = reading.layout.plain
    return bool(_pattern("owed", "no").search(plain) or REFUSING & meanings(plain))


@lru_cache
def _pattern(table: str, name: str) -> re.Pattern[str]:
    return re.compile(_table(table)[name])


@lru_cache
def _table(name: str) -> Mapping[str, str]:
    table: Mapping[str, str] = data.table("checks", "deeds.toml")[name]
    return table

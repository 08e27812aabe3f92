"""What a letter decides, against what it was chosen for: an acceptance that refuses, a no that says none."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

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
FINDING = ("patterns", "unless", "owed")
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
    for deed, kinds in _tables()["against"].items():
        if reading.kind not in kinds.split() or (deed == "still-wants" and _says_no(reading)):
            continue
        decides, unless = _patterns()["patterns"][deed], _patterns()["unless"][deed]
        for span, words in reading.sentences_in_plain():
            if decides.search(words) and not unless.search(words):
                chosen = choice_words("drafts", reading.kind)
                yield found("says-otherwise", span, chosen=chosen, does=_tables()["says"][deed])
                return


def _owed(reading: DraftReading) -> Iterator[Finding]:
    plain, letter = reading.layout.plain, reading.draft.letter
    is_to_an_offer = letter == TO_AN_OFFER or (letter == reading.kind and "their-offer" in meanings(plain))
    if reading.kind == "accept" and is_to_an_offer and not _patterns()["owed"]["yes"].search(plain):
        yield found("no-plain-yes", reading.end)
    elif reading.kind in ("decline", "withdraw") and not _says_no(reading):
        yield found("no-plain-no", reading.end)
    elif letter in FOR_TIME and not _patterns()["owed"]["day"].search(plain):
        yield found("no-day-named", reading.end)


def _says_no(reading: DraftReading) -> bool:
    plain = reading.layout.plain
    return bool(_patterns()["owed"]["no"].search(plain) or REFUSING & meanings(plain))


@cache
def _patterns() -> Mapping[str, Mapping[str, re.Pattern[str]]]:
    return {name: {one: re.compile(words) for one, words in _tables()[name].items()} for name in FINDING}


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    return data.table("checks", "deeds.toml")

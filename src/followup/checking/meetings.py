"""Which of the days in a draft is that of the meeting it thanks for, or asks after."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from followup.checking.reading import DraftReading
from followup.checking.spans import Span
from followup.checking.thanks import THANKS, WARMTH
from followup.checking.words import TOKEN, bare, bare_words, listed

# In one of these the reader thanks for a meeting, or asks after it.
THANKING = frozenset({"thank-you", "pass-on"})
ASKING = frozenset({"check-in", "second-check-in"})
TALK = r"interview|conversation|meeting|chat|talk|call|visit|discussion"
# What a day may be the day of, where somebody thanks for it.
MEETING = re.compile(
    rf"\b(?:{TALK}|met|meet|talked|talking|speak|spoke|speaking|chatted|chatting|seeing|saw|having me|your time"
    r"|the time|showing me|time you|coming in|interviewing|interviewed)\b"
)
# More of what one is thanked for; by itself it has days of many kinds.
THANKED_FOR = re.compile(
    r"\b(?:tour(?: (?:of|through|around) (?:the|your) [a-z]+(?: [a-z]+){0,2})?|welcome|hospitality|morning|afternoon"
    r"|hour|everything|opportunity|chance|walking me|taking me|letting me)\b"
)
# In a letter that asks, a talk may have been any.
INTERVIEWED = re.compile(r"\b(?:interview|interviewed|met|meeting)\b")
# "Our interview on Tuesday left me ...", "... in the conversation on Tuesday".
OURS = re.compile(
    rf"(?:(?:^|[,;] )(?:(?:and|also|but|so),? )?|\b(?:in|during|from|at|throughout|of) )"
    rf"(?:(?:our|my) (?:{TALK})|the (?:interview|conversation)) +$"
)
# "... when we met on Tuesday", "talking to you on Tuesday".
TOGETHER = re.compile(
    r"\b(?:we (?:all )?(?:met|spoke|talked|chatted)(?: in person)?|you (?:met|saw|interviewed|received) me"
    r"|(?:met|meeting|saw|seeing|(?:spoke|talked|chatted|speaking|talking|chatting) (?:to|with)) you"
    r"(?: (?:both|all|and (?:the |your )[a-z]{2,12}))?) +$"
)
# A day behind one of these is that of something else: of a message, or of what is still to come.
ELSE = re.compile(
    r"\b(?:e?-?mail|message|letter|note|text|voicemail|reply|confirm\w{0,6}|invit\w{1,8}|(?:re)?schedul\w{1,6}|offer\w{0,4}"
    r"|sen[dt]|sending|wrote|write|forward|next|second|further|follow-up|upcoming|will|would|could|can|may|might|hope\w{0,3}"
    r"|until|till|by|before|after|since|from|due|decided?|hear|if|unless|start\w{0,3}|available|free|again|last year"
    r"|when you|you (?:said|told|mentioned))\b|['’]ll\b"
)
# Other occasions on which one meets.
OCCASION = re.compile(
    r"\b(?:fairs?|meet-?ups?|conferences?|open (?:day|evening|house)|events?|webinars?|parties|party|course|class"
    r"|lecture|train|street|first|initial|introductory|earlier|previous|prior|other|screening|screen)\b"
)
# In a sentence of thanks the first talk may be the one.
FIRST = re.compile(r"\b(?:first|initial|introductory|screening|screen)\b")
# Whoever sat across a table was not called.
CALL = re.compile(r"\b(?:call|phone)\b")
CALLED = frozenset({"phone", "video", ""})
# "Thank you for yesterday."
BARE = re.compile(r"\b(?:thanks|thank you)(?: [a-z]{2,8}){0,3} for $")
# "I enjoyed Tuesday's conversation", "Tuesday's interview left me ..."
OF_THE_DAY = re.compile(rf"(?:'s|s') (?:{TALK})\b")
# What was talked about has a day of its own: "our talk about the launch on Friday".
JOB = re.compile(
    rf"\b(?:about|for|on|regarding) (?:the|your|an?) (?:(?!(?:for|{TALK})\b)[\w&/,.+-]{{1,30}} ){{0,5}}"
    r"(?:role|position|job|post|vacancy|opening)\b"
)
TOPIC = re.compile(r"\b(?:about|of|how|that|what|where|which|who|whose|because|regarding|when|while)\b|[:;]")
# A clause of its own tells of another time than that of the thanks before it.
CLAUSE = re.compile(r"\b(?:when|while|who|which|because|that (?!we\b)|what (?!a\b|was\b))")
WITH_YOU = re.compile(r"\b(?:you|your|us)\b")
# What stands further away says nothing of a day.
FURTHEST = 240


class Place(NamedTuple):
    """Where a day stands in a draft."""

    reading: DraftReading
    sentence: Span
    day: Span

    @property
    def before(self) -> str:
        """The words in front of the day, in small letters."""
        return self.reading.plain(Span(max(self.sentence.start, self.day.start - FURTHEST), self.day.start))

    @property
    def after(self) -> str:
        """The words behind it."""
        return self.reading.plain(Span(self.day.end, self.sentence.end))


def is_thanked_bare(place: Place) -> bool:
    """Tells whether the thanks are for the day itself: "Thank you for yesterday"."""
    return bool(BARE.search(place.before))


def may_be_of_it(place: Place) -> bool:
    """Tells whether the day can be that of the meeting, where it is the right one."""
    return bool(_thanks(place.before) or MEETING.search(place.before) or OF_THE_DAY.match(place.after))


def is_of_it(place: Place) -> bool:
    """Tells whether the day can be that of the meeting alone, where it is a wrong one."""
    reading, before = place.reading, place.before
    if reading.kind not in THANKING | ASKING or (ELSE.search(before) and not BARE.search(before)):
        return False
    if CALL.search(before) and reading.format not in CALLED:
        return False
    return _is_asked_after(place) if reading.kind in ASKING else _is_thanked_for(place)


def _is_thanked_for(place: Place) -> bool:
    before = _without_job(place.before)
    if BARE.search(before):
        return True
    if OF_THE_DAY.match(place.after):
        return not before.strip() or _thanks(before)
    if OURS.search(before) or TOGETHER.search(before):
        return not (OCCASION.search(before) or any(_strangers(place, 0)))
    return _is_in_thanks(place, before)


def _is_in_thanks(place: Place, before: str) -> bool:
    """Tells whether a sentence thanks for a meeting on that day, and not for one with somebody else."""
    anchors = [*MEETING.finditer(before), *THANKED_FOR.finditer(before)]
    if not anchors or not _thanks(before):
        return False
    last = max(anchors, key=lambda anchor: anchor.end())
    between = before[last.end() :]
    is_other = OCCASION.search(FIRST.sub("", before)) or CLAUSE.search(before)
    with_others = last[0] != "interview" and not WITH_YOU.search(between) and any(_strangers(place, len(between)))
    return not (is_other or TOPIC.search(between) or with_others)


def _is_asked_after(place: Place) -> bool:
    before = _without_job(place.before)
    anchors = [*INTERVIEWED.finditer(before)]
    if not anchors or OCCASION.search(before) or re.match(r"(?:when|as|while|once)\b", before):
        return False
    between = before[anchors[-1].end() :]
    ours = bare_words(*place.reading.draft.people)
    return not TOPIC.search(between) and not any(name not in ours for name in _strangers(place, 0))


def _without_job(before: str) -> str:
    return JOB.sub(lambda job: " " * len(job[0]), before)


def _thanks(before: str) -> bool:
    return bool(THANKS.search(before) or WARMTH.search(before) or re.search(r"\b(?:glad|loved|liked)\b", before))


def _strangers(place: Place, last: int) -> Iterator[str]:
    """Gives the names in front of the day, or in the last characters there, of whom the letter does not greet."""
    draft = place.reading.draft
    known = bare_words(draft.company, draft.role) | place.reading.greeted
    people = bare_words(*draft.people)
    start = max(place.sentence.start, place.day.start - (last or FURTHEST))
    for token in TOKEN.finditer(place.reading.layout.own, start, place.day.start):
        word = bare(token[0])
        is_first = token.start() == place.sentence.start
        is_name = token[0][0].isupper() and word not in listed("capitals") and not re.match(r"i(?:'|$)", word)
        if is_name and word not in known and (not is_first or word in people | listed("first-names")):
            yield word

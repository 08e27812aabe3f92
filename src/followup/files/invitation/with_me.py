"""Whether the writer of an email is one of those who are met, and who that is."""

import re
from itertools import islice

from followup.files.invitation.heads import line_begin, line_end
from followup.files.invitation.people import Attendee
from followup.files.invitation.person_signs import is_company
from followup.files.invitation.same_person import are_one
from followup.files.invitation.signatures import given_alone, signatures
from followup.files.invitation.spoken_names import BETWEEN, IN_BRACKETS, SENTENCE
from followup.files.invitation.words import LIST_MARGIN, known, pattern, small_letters, unmarked
from followup.files.invitation.writer import SENDER

# The line of an agenda: "13:45 – 14:15 Wrap-up with me".
IN_AGENDA = re.compile(
    rf"^{LIST_MARGIN}\d{{1,2}}[:.h]?\d{{0,2}}\b.*(?:\b(?:with|w/|mit|avec|con|com|met|med)\s(?:me|mir|moi|mí|mim|mij|mig|meg)"
    r"|\bconmigo|\bcomigo)\W*$",
    re.M,
)
# Behind these the writer calls for another reason: "I'll call you back", "I will call you if anything changes".
NO_INTERVIEW = re.compile(
    r"\s(?:back|if|once|when|after|afterwards|to (?:confirm|arrange|let|discuss (?:the|your) (?:outcome|offer))|with"
    r"|wenn|sobald|danach|si|quand|cuando|quando|se|als|om te|så snart|når)\b"
)
CONDITION = re.compile(
    r"\b(?:if|once|when|should|as soon as|wenn|sobald|falls|si|quand|cuando|quando|se|als|om|hvis|jeśli)\b"
)


def writer(text: str, sender: Attendee | None) -> tuple[Attendee, ...]:
    """Who wrote an email in which they say that they come: "you'll be talking to me and my colleague Aisha Rahman".

    In an email that was passed on it is who signs below these words, or stands in the head above them.
    """
    at = _place(text)
    if at is None:
        return ()
    signed = next((one for one in signatures(text[at:]) if not is_company(one.person.name, text)), None)
    if signed:
        return (signed.person,)
    given = given_alone(text[at:])
    heads = [one[1].partition("<")[0].strip(" \"'") for one in SENDER.finditer(text, 0, at)]
    names = [*heads[-1:], *([sender.name] if sender and not heads else [])]
    whole = next((name for name in names if not given or unmarked(name.split(" ")[0]) == unmarked(given)), given)
    return (Attendee(name=whole, is_guessed=True),) if whole else ()


def is_among(text: str, sender: Attendee | None, comes: tuple[Attendee, ...]) -> bool:
    """True for a sender who says that they come, unless they invite by trade and only look in."""
    is_one = sender and any(are_one(one, sender) for one in comes)
    return bool(is_one) and not any(one.is_recruiting for one in signatures(text) if are_one(one.person, comes[0]))


def caller(text: str) -> tuple[Attendee, ...]:
    """Who signed, where they say that they call themselves: "I will call you at the number on your resume".

    Who invites by trade is not told apart from who only arranges the call, and counts as that.
    """
    small = small_letters(text)
    for found in pattern("i_call").finditer(small):
        said = SENTENCE.split(small[line_begin(small, found.start()) : found.start()])[-1]
        if not NO_INTERVIEW.match(small, found.end()) and not CONDITION.search(said):
            found_ones = (one for one in signatures(text[found.end() :]) if not is_company(one.person.name, text))
            return tuple(one.person for one in islice(found_ones, 1) if not one.is_recruiting)
    return ()


def _place(text: str) -> int | None:
    """Where the writer says that they come, or None."""
    small = small_letters(text)
    told = [found.start() for found in pattern("with_me").finditer(small) if not is_to_settle(small, found.start())]
    told += [found.start() for found in IN_AGENDA.finditer(small)]
    for found in pattern("names_follow").finditer(small):
        said = SENTENCE.split(text[found.end() : min(line_end(text, found.end()), found.end() + 160)])[0]
        parts = [part.strip(" ,.!").casefold() for part in BETWEEN.split(IN_BRACKETS.sub("", said))]
        if len(parts) > 1 and known("me") & {*parts} and not is_to_settle(small, found.start()):
            told.append(found.start())
    return min(told, default=None)


def is_to_settle(small: str, at: int) -> bool:
    """True where the sentence asks the reader for something: "please share it with me and Tracey"."""
    before = SENTENCE.split(small[line_begin(small, at) : at])[-1]
    return bool(pattern("settled_with_me").search(before))

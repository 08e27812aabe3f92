"""The subject line."""

import re
from collections.abc import Iterator

from followup.checking.blanks import is_blank
from followup.checking.findings import found
from followup.checking.reading import DraftReading
from followup.checking.words import TOKEN, bare, bare_words, listed
from followup.model.answer import Finding
from followup.model.wording import view_words

REPLY = re.compile(r"(?:\s*(?:\[[^\[\]]{1,30}\]\s*)?(?:re|fwd?|aw|wg|sv|antw|tr)\s?:)+\s*", re.IGNORECASE)
VAGUE = re.compile(
    r"(?:hi|hello|hey|follow(?:ing)?[ -]?up(?: email| mail)?|checking in|interview|thank you|thanks"
    r"|thank you so much|update"
    r"|status|question|application|job|news|quick question|important|no subject|\(no subject\)|just checking in"
    r"|my interview)\W*"
)
LONG_CHARACTERS = 78


def subjects(reading: DraftReading) -> Iterator[Finding]:
    """Finds a subject that is missing, used before, vague or too long (K14)."""
    subject = reading.subject.strip()
    if not reading.is_mail:
        return
    if not subject:
        # Nobody pasted one: the answer says that it was not seen.
        if reading.layout.subject.end:
            yield found("subject-missing", (0, 0), role=reading.draft.role or view_words("checker.role"))
        return
    is_reply = bool(REPLY.match(subject))
    if not is_reply:
        yield from _fresh(reading, subject)
    if len(subject) > LONG_CHARACTERS:
        yield found("subject-long", reading.layout.subject, length=len(subject))
    if _is_loud(subject, reading):
        yield found("subject-loud", reading.layout.subject)


def _fresh(reading: DraftReading, subject: str) -> Iterator[Finding]:
    """Judges a subject that begins a thread of its own."""
    small = subject.lower()
    used = {_topic(earlier) for earlier in reading.draft.earlier_subjects}
    if _topic(subject) in used:
        yield found("subject-reused", reading.layout.subject, subject=subject)
    elif reading.is_check_in and re.search(r"\bthank", small):
        yield found("thanks-as-subject", reading.layout.subject)
    elif VAGUE.fullmatch(small):
        yield found("subject-vague", reading.layout.subject, subject=subject)
    elif _wants_role(reading) and not (_names_the_case(reading, small) or is_blank(subject)):
        yield found("subject-without-role", reading.layout.subject, role=reading.draft.role)


def _wants_role(reading: DraftReading) -> bool:
    """Tells whether the role says what it is about; whoever stands outside the process knows it by other words."""
    return bool(reading.draft.role) and reading.kind != "somebody-else"


def _topic(subject: str) -> str:
    return " ".join(subject[_behind_reply(subject) :].lower().split())


def _behind_reply(subject: str) -> int:
    reply = REPLY.match(subject)
    return reply.end() if reply else 0


def _names_the_case(reading: DraftReading, small: str) -> bool:
    said = bare_words(small)
    role = bare_words(reading.draft.role) - listed("english")
    return not role or bool(role & said)


def _is_loud(subject: str, reading: DraftReading) -> bool:
    words = [word for word in TOKEN.findall(subject) if len(word) > 3 and bare(word) in listed("stock")]
    return "!!" in subject or (bool(words) and all(word.isupper() for word in words))

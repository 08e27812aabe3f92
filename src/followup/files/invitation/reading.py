"""An invitation as a case: what was read, what is unsure in it, and what was left out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from followup.files.invitation import labels, rounds
from followup.files.invitation.lines import CalendarFile, calendar
from followup.files.invitation.mail import Mail, attached, mail
from followup.files.invitation.people import same
from followup.files.invitation.plain import read_words
from followup.files.invitation.proposing import best_role
from followup.files.invitation.sessions import Session, sessions
from followup.files.invitation.titles import Proposed, company_of_team, proposed
from followup.files.invitation.words import tokens
from followup.model.wording import problem_words, view_words

# So many interviews a case can hold.
MOST_DAYS = 20


@dataclass(frozen=True, kw_only=True, slots=True)
class Invitation:
    """What an invitation says: `fields` of a case, paths that are unsure, and sentences about what was left out.

    `wrong` is a sentence in place of all that, where nothing could be read.
    """

    fields: Mapping[str, Any]
    unsure: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    # Sentences on what only the reader can settle.
    doubts: tuple[str, ...] = ()
    proposed: Proposed = Proposed()
    title: str = ""
    is_cancelled: bool = False
    is_update: bool = False
    wrong: str = ""


def read(text: str, me: str, my_zone: str, today: date) -> Invitation:
    """Reads a calendar file, a saved email or the words of an email.

    `me` is the reader's address, `my_zone` their zone, each empty if unknown; a day without a year lies near `today`.
    """
    letter, found = _opened(text)
    me = me or (letter.reader if letter else "")
    if found is None:
        return _from_words(text, letter, me, my_zone, today)
    return _from_calendar(found, me, my_zone, letter.words if letter else "")


def read_sessions(text: str, me: str, my_zone: str) -> tuple[Session, ...]:
    """The sessions of a calendar file, or of the email that holds one."""
    letter, found = _opened(text)
    return sessions(found, me or (letter.reader if letter else ""), my_zone) if found else ()


def _opened(text: str) -> tuple[Mail | None, CalendarFile | None]:
    """The email and the calendar that a text is or holds."""
    letter = mail(text) if "BEGIN:VCALENDAR" not in text[:200].upper() else None
    held = letter.calendar if letter else text
    return letter, calendar(held) if held else None


def _from_calendar(found: CalendarFile, me: str, my_zone: str, words: str) -> Invitation:
    read = sessions(found, me, my_zone, words)
    if not read:
        return _nothing(problem_words("no_calendar_day"))
    open_ones = [one for one in read if not one.is_cancelled]
    told = open_ones or read
    days = {one.when.day for one in told}
    if len(days) > MOST_DAYS:
        return _nothing(problem_words("calendar_days", count=len(days), limit=MOST_DAYS))
    gathered = rounds.gather(told)
    return Invitation(
        fields=gathered.fields,
        unsure=gathered.unsure,
        left_out=(*gathered.left_out, *_called_off(read, open_ones)),
        proposed=_proposed(told, found),
        title=told[0].title,
        is_cancelled=not open_ones,
        is_update=any(one.sequence for one in told),
    )


def _called_off(read: Sequence[Session], open_ones: Sequence[Session]) -> Iterable[str]:
    if open_ones and len(open_ones) < len(read):
        yield from (view_words("invitation.called_off", title=one.title) for one in read if one.is_cancelled)


def _proposed(told: Sequence[Session], found: CalendarFile) -> Proposed:
    people = [
        one for session in told for one in (*session.people, *((session.organizer,) if session.organizer else ()))
    ]
    names = [one.name for one in people] + [session.candidate_name for session in told]
    names += [" ".join(tokens(session.candidate.partition("@")[0])) for session in told if session.candidate]
    emails = [session.organizer.email for session in told if session.organizer]
    emails += [one.email for one in people if one.being in ("person", "team")]
    emails = [email for email in emails if not any(same(email, session.candidate) for session in told)]
    guess = proposed(told[0].title, names, emails)
    words = "\n".join(session.words for session in told)
    teams = (company_of_team(one.name) for one in people if one.being != "person")
    return Proposed(
        company=labels.labelled(words, "company_follows") or guess.company or next(filter(None, teams), ""),
        role=best_role(words, guess.role, names),
    )


def _from_words(text: str, letter: Mail | None, me: str, my_zone: str, today: date) -> Invitation:
    told = read_words(text, letter, me, my_zone, today)
    if isinstance(told, str) and letter and (inner := attached(letter)):
        told = read_words(text, inner, inner.reader or me, my_zone, today)
    if isinstance(told, str):
        return _nothing(told)
    return Invitation(
        fields=told.fields,
        unsure=told.unsure,
        proposed=told.proposed,
        title=told.title,
        is_cancelled=told.is_cancelled,
        is_update=told.is_moved,
        doubts=told.doubts,
    )


def _nothing(wrong: str) -> Invitation:
    return Invitation(fields={}, wrong=wrong)

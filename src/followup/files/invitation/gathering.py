"""Whom one round has, by an email's words: those it names, the writer where they come too, and who invites."""

from followup.files.invitation import described
from followup.files.invitation.people import Attendee, company_host, is_reader
from followup.files.invitation.same_person import are_one, once


def gathered(
    text: str,
    people: tuple[Attendee, ...],
    sender: Attendee | None,
    me: str,
    *,
    is_recorded: bool = False,
    is_coming: bool = False,
) -> list[dict[str, str]]:
    """Who is met, the organisers and the sender last, each once and without the reader.

    `people` are those whom the agenda names, and the writer where they come themselves; a sender who `is_coming` is met
    as the others are.
    """
    sending = [sender] if sender else []
    organizers = [*once((*described.organizers(text, is_recorded=is_recorded), *([] if is_coming else sending)))]
    people = (*people, *(sending if is_coming else []))
    hosts = frozenset(filter(None, [company_host(sender.email)])) if sender else frozenset()
    # In the order in which they stand there; a name may be spelled without what stands between its words.
    told = sorted((*described.people(text, hosts), *people), key=lambda one: _place(one.name, text))
    named = [*once(told)]
    met = [one for one in named if not any(are_one(one, each) for each in organizers)]
    # Elsewhere they may be called by a fuller name.
    inviting = [next(once((one, *(each for each in named if are_one(one, each))))) for one in organizers]
    everybody = [(one, "interviewer") for one in met] + [(one, "recruiter") for one in inviting]
    return [_told(one, part) for one, part in everybody if not is_reader(one, me)]


def _told(one: Attendee, part: str) -> dict[str, str]:
    return {"name": one.name, "part": part, **({"email": one.email} if one.email else {})}


def _place(name: str, text: str) -> int:
    """Where a name stands first in a text, whole or by its last word; behind everything where it does not."""
    found = (text.find(each) for each in (name, name.rpartition(" ")[2]))
    return next((at for at in found if at >= 0), len(text))

"""Who is met, as the words of an invitation say it: names behind "Interviewer:", who invites, who signed."""

from collections.abc import Iterator
from itertools import chain

from followup.files.invitation.labels import people_behind
from followup.files.invitation.met import acting, beside_hours, honored, told, with_jobs
from followup.files.invitation.people import Attendee
from followup.files.invitation.person_signs import is_company, is_of_house
from followup.files.invitation.same_person import once
from followup.files.invitation.spoken_names import FIRST, IN_BRACKETS, in_front, listed, person
from followup.files.invitation.tables import column
from followup.files.invitation.words import known, pattern, small_letters, tokens

MOST = 20


def people(text: str, hosts: frozenset[str] = frozenset()) -> tuple[Attendee, ...]:
    """The people that a description names, in order; each is guessed. `hosts` are those of the company's addresses."""
    found: dict[str, Attendee] = {}
    columns = (one for cell in column(text, "names_follow") for one in listed(FIRST.split(cell)[0], is_alone=True))
    labelled = (*columns, *people_behind(text, "names_follow", "people_labels"))
    said = chain(told(text, is_listed=bool(labelled)), acting(text), honored(text), with_jobs(text), beside_hours(text))
    named = {one.name.casefold() for one in labelled}
    for one in chain(labelled, said):
        key = one.name.casefold()
        if key in found or is_of_house(one.name, hosts) or (key not in named and is_company(one.name, text)):
            continue
        found[key] = one
        if len(found) == MOST:
            break
    return tuple(once(found.values()))


def organizers(text: str, *, is_recorded: bool = False) -> tuple[Attendee, ...]:
    """Who invites, as the words say it: behind "Organizer:", or as the host of a call; a recording has no host."""
    hosts = () if is_recorded else _hosts(text)
    return tuple({one.name.casefold(): one for one in (*hosts, *people_behind(text, "organizers"))}.values())


def named(text: str) -> Attendee | None:
    """The person that a cell of an agenda is, or None where it says what the session is about."""
    words = {word.rstrip(".") for word in tokens(FIRST.split(IN_BRACKETS.sub(" ", text))[0])}
    return None if words & known("session_words") else person(in_front(text), text)


def host(text: str) -> Attendee | None:
    """Who invites, where the words alone say so: "Kamila Yusupova is inviting you to"."""
    return next(_hosts(text), None)


def _hosts(text: str) -> Iterator[Attendee]:
    for line in text.split("\n"):
        found = pattern("hosts").search(small_letters(line[:300]))
        if found and (one := person(line[: found.start()])):
            yield one

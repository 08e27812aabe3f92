"""The sessions of an invitation: each event with its people, its hours and how it is held."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from followup.files.invitation import described
from followup.files.invitation.agenda import people_in_lines
from followup.files.invitation.held import Held, held, said_held
from followup.files.invitation.lines import Block, CalendarFile, Line
from followup.files.invitation.people import Attendee, attendee, company_host, reader, same
from followup.files.invitation.same_person import is_same
from followup.files.invitation.times import When, when
from followup.files.invitation.titles import title
from followup.files.invitation.words import hidden_links, plain

# Nobody's process has more; a file with more is somebody's whole calendar.
MOST = 500
# In the descriptions of so many events the lines of an agenda are read; a process has no more.
MOST_AGENDAS = 20


@dataclass(frozen=True, kw_only=True, slots=True)
class Session:
    """One event of an invitation.

    `people` are all who are invited but the organiser and the reader; `candidate` is the reader's address, where one
    of them is the reader; `person_count` counts who was invited, the reader among them.
    """

    title: str
    when: When
    organizer: Attendee | None
    people: tuple[Attendee, ...]
    candidate: str
    candidate_name: str
    person_count: int
    held: Held
    is_cancelled: bool
    is_tentative: bool
    is_recurring: bool
    sequence: int
    words: str

    @property
    def interviewers(self) -> tuple[Attendee, ...]:
        """The people among the guests who have a name and have not declined."""
        return tuple(one for one in self.people if one.being == "person" and one.name and not one.has_declined)

    def is_reader(self, one: Attendee) -> bool:
        """True for the reader of the invitation."""
        return same(one.email, self.candidate)


def sessions(calendar: CalendarFile, me: str, my_zone: str, words: str = "") -> tuple[Session, ...]:
    """The sessions in the order of time; `words` is the email around the calendar."""
    events = list(_latest(calendar.events[:MOST]))
    found = [one for event in events if (one := _session(event, calendar, words, my_zone))]
    everybody = [one for session in found for one in session.people]
    organizer = next((session.organizer for session in found if session.organizer), None)
    named = " ".join(text for event in events for text in (event.text("SUMMARY"), event.text("LOCATION")))
    candidate = reader(everybody, organizer, me, named[:2000])
    told = (_for(session, candidate or me, has_agendas=len(found) <= MOST_AGENDAS) for session in found)
    return tuple(sorted(told, key=lambda one: one.when.order))


def _session(event: Block, calendar: CalendarFile, words: str, my_zone: str) -> Session | None:
    written = event.text("DESCRIPTION") or event.text("X-ALT-DESC")
    description = plain(written)
    said = "\n".join(filter(None, (event.text("SUMMARY"), description, words)))
    moment = when(event, calendar, said, my_zone)
    if moment is None:
        return None
    location, named = event.text("LOCATION"), title(event.text("SUMMARY"))
    people = tuple(attendee(line, location) for line in event.all("ATTENDEE")[:MOST] if not _is_delegated(line))
    line = event.first("ORGANIZER")
    status, method = event.text("STATUS").upper(), calendar.own.text("METHOD").upper()
    has_room = any(one.being == "room" for one in people)
    how = held(event, named.words, location, f"{description}\n{hidden_links(written)}", has_room=has_room)
    return Session(
        title=named.words,
        when=moment,
        organizer=attendee(line) if line else described.host(description),
        people=people,
        candidate="",
        candidate_name="",
        person_count=sum(one.being == "person" for one in people),
        held=_or_said(how, location, description),
        is_cancelled=named.is_cancelled or method == "CANCEL" or status == "CANCELLED",
        is_tentative=status == "TENTATIVE",
        is_recurring=bool(event.first("RRULE") or event.first("RECURRENCE-ID")),
        sequence=_number(event.text("SEQUENCE")),
        words=description,
    )


def _or_said(how: Held, location: str, description: str) -> Held:
    """How it is held, by what the description says where nothing else tells it; a room is booked for a call too."""
    said = said_held("", description)
    is_open = not how.format or (how.format == "onsite" and said == "video" and not location)
    if not is_open and not (how.is_guessed and said):
        return how
    return replace(how, format=said, is_sure=False, is_guessed=False)


def _is_delegated(line: Line) -> bool:
    """True for a guest who sends somebody else, who stands in the invitation too."""
    return line.parameters.get("PARTSTAT", "").upper() == "DELEGATED"


def _for(session: Session, me: str, *, has_agendas: bool) -> Session:
    """The session as the reader sees it: without them, and without the organiser among the guests."""
    organizer = session.organizer
    guests = [one for one in session.people if not same(one.email, me) and not _is(one, organizer)]
    everybody = [*session.people, *([organizer] if organizer else [])]
    hosts = frozenset(filter(None, (company_host(one.email) for one in everybody if not same(one.email, me))))
    # Where guests have names, the lines of an agenda name them again.
    is_named = any(one.being == "person" and one.name for one in guests)
    in_lines = people_in_lines(session.words) if has_agendas and not is_named else ()
    told = {one.name: one for one in (*described.people(session.words, hosts), *in_lines)}
    guessed = [one for one in told.values() if not _is_known(one, everybody)]
    mine = next((one for one in (*session.people, organizer) if one and same(one.email, me)), None)
    name, email = (mine.name, mine.email) if mine else ("", "")
    return replace(session, people=(*guests, *guessed), candidate=email, candidate_name=name)


def _is(one: Attendee, other: Attendee | None) -> bool:
    return other is not None and (same(one.email, other.email) or (not one.email and one.name == other.name))


def _is_known(one: Attendee, others: Iterable[Attendee | None]) -> bool:
    return any(other and (same(one.email, other.email) or is_same(one.name, other.name)) for other in others)


def _latest(events: Iterable[Block]) -> Iterator[Block]:
    """The events without those that a later one of the same name replaces, and a series by its first day alone."""
    best: dict[tuple[str, str], Block] = {}
    for at, event in enumerate(events):
        key = (event.text("UID") or str(at), event.text("RECURRENCE-ID"))
        if key not in best or _age(event) >= _age(best[key]):
            best[key] = event
    series = {name: event for (name, instance), event in best.items() if not instance}
    for (name, instance), event in best.items():
        if not instance and (first := best.get((name, event.text("DTSTART")))):
            yield first
        elif not instance or name not in series:
            yield event


def _age(event: Block) -> tuple[int, str]:
    return _number(event.text("SEQUENCE")), event.text("DTSTAMP")


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0

"""The rounds of a case from the sessions of an invitation: one a day, with everybody of that day."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from followup.dates.zone_names import UTC as WORLD_TIME
from followup.files.invitation.people import Attendee, is_person_name
from followup.files.invitation.same_person import are_one, once
from followup.files.invitation.sessions import Session
from followup.files.invitation.times import on_clock
from followup.model.wording import choice_words, view_words
from followup.words.cleaning import clean_line

# So many people one interview can hold.
MOST_PEOPLE = 20


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundFields:
    """Fields of a case, the paths of those that are unsure, and what was left out, in words."""

    fields: Mapping[str, Any]
    unsure: tuple[str, ...]
    left_out: tuple[str, ...]


@dataclass(slots=True)
class Notes:
    """Gathers what is unsure and what is left out, while the rounds are made; each is said once."""

    unsure: dict[str, None] = field(default_factory=dict)
    left_out: dict[str, None] = field(default_factory=dict)

    def doubt(self, path: str, *, unless: bool = False) -> None:
        if not unless:
            self.unsure[path] = None

    def leave(self, words: str) -> None:
        self.left_out[clean_line(words)[:300]] = None


def gather(told: Sequence[Session]) -> FoundFields:
    """The rounds of the sessions, which stand in the order of time."""
    notes = Notes()
    days = list(dict.fromkeys(one.when.day for one in told))
    by_day = [[one for one in told if one.when.day == day] for day in days]
    found = [_round(sessions, f"rounds[{at}]", notes) for at, sessions in enumerate(by_day)]
    for words in _beside(told):
        notes.leave(words)
    return FoundFields(fields={"rounds": found}, unsure=tuple(notes.unsure), left_out=tuple(notes.left_out))


def _round(told: Sequence[Session], path: str, notes: Notes) -> dict[str, Any]:
    zone = _zone(told)
    return {
        "date": max(one.when.last for one in told).isoformat(),
        **_format(told, f"{path}.format", notes),
        **_hours(told, zone, path, notes),
        **_told_zone(told, zone, f"{path}.zone", notes),
        "interviewers": list(_people(told, f"{path}.interviewers", notes)),
    }


def _format(told: Sequence[Session], path: str, notes: Notes) -> Mapping[str, str]:
    said = [one.held for one in told if one.held.format]
    notes.doubt(path, unless=len({one.format for one in said}) == 1 and all(one.is_sure for one in said))
    return {"format": said[0].format} if said else {}


def _hours(told: Sequence[Session], zone: str, path: str, notes: Notes) -> Mapping[str, str]:
    """The first start and the last end on the round's clock; what lasts past midnight ends when nobody can tell.

    A session that holds the others is over last, though it began first; one without an end may be over after all.
    """
    starts = [on_clock(one.when.starts, one.when.zone, zone) for one in told if one.when.starts]
    if not starts:
        notes.doubt(f"{path}.ends")
        return {}
    last = max((on_clock(one.when.ends, one.when.zone, zone) for one in told if one.when.ends), default=min(starts))
    hours = {"starts": f"{min(starts):%H:%M}"}
    if max(starts) < last and last.date() == min(starts).date():
        return {**hours, "ends": f"{last:%H:%M}"}
    notes.doubt(f"{path}.ends")
    return hours


def _zone(told: Sequence[Session]) -> str:
    """The zone of the session that begins first of those that name one: its day is the round's on that clock."""
    named = [one.when for one in told if one.when.zone]
    return min(named, key=lambda one: on_clock(one.order[1], one.zone, WORLD_TIME)).zone if named else ""


def _told_zone(told: Sequence[Session], zone: str, path: str, notes: Notes) -> Mapping[str, str]:
    notes.doubt(path, unless=bool(zone) and all(one.when.is_sure for one in told if one.when.zone))
    return {"zone": zone} if zone else {}


def _people(told: Sequence[Session], path: str, notes: Notes) -> Iterator[Mapping[str, str]]:
    """Everybody of the day, each once, and the organiser after them."""
    organizers = list(_organizers(told))
    guests = once(one for session in told for one in session.interviewers)
    people = [(one, "interviewer") for one in guests if not any(are_one(one, each) for each in organizers)]
    people += [(one, "recruiter") for one in organizers]
    for at, (one, part) in enumerate(people[:MOST_PEOPLE]):
        notes.doubt(f"{path}[{at}].part", unless=part == "interviewer")
        notes.doubt(f"{path}[{at}].name", unless=not one.is_guessed)
        yield {"name": one.name, "part": part, **({"email": one.email} if one.email and one.being == "person" else {})}
    if any(one.person_count > 1 and not one.candidate for one in told):
        # Nothing shows which of them the reader is.
        notes.doubt(path)
    for one, _ in people[MOST_PEOPLE:]:
        notes.leave(view_words("invitation.too_many", name=one.name, limit=MOST_PEOPLE))


def _organizers(told: Sequence[Session]) -> Iterator[Attendee]:
    found = (one.organizer for one in told if one.organizer)
    yield from once(one for one in found if is_organizing_person(one, told))


def is_organizing_person(one: Attendee, told: Sequence[Session]) -> bool:
    """True for a person with a name who is not the reader."""
    is_reader = any(session.is_reader(one) for session in told)
    return one.being == "person" and is_person_name(one.name, one.email) and not is_reader


def _beside(told: Sequence[Session]) -> Iterator[str]:
    """What stands in an invitation and is no part of a case, in words."""
    for session in told:
        if session.is_recurring:
            yield view_words("invitation.series")
        for one in (*session.people, *((session.organizer,) if session.organizer else ())):
            yield from _left(one)
        if session.when.last > session.when.day:
            yield view_words("invitation.days_before", day=session.when.last.isoformat())
        if session.held.link:
            yield view_words("invitation.link")
        if session.candidate:
            yield view_words("invitation.candidate", name=session.candidate)


def _left(one: Attendee) -> Iterator[str]:
    being = choice_words("beings", one.being)
    if one.being == "person":
        if one.has_declined:
            yield view_words("invitation.declined", who=one.shown)
        elif not one.name:
            yield view_words("invitation.no_name", who=one.email or view_words("invitation.somebody"))
    elif one.shown:
        yield view_words("invitation.nobody", shown=one.shown, being=being)
    else:
        yield view_words("invitation.nameless_nobody", being=being.capitalize())

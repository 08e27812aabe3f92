"""What was read in an invitation, in words and as controls in which each part can be corrected."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from followup.dates import clock, zone_countries
from followup.files.invitation import Invitation
from followup.model.wording import choice_words, choices, view_words
from followup.render import panels


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadPerson:
    """One person with the paths of what the planner asks of them."""

    path: str
    name: str
    email: str
    part: str
    is_unsure: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadField:
    """One part of what was read: `key` is the end of its path, `words` say it, `note` where it comes from."""

    key: str
    words: str
    is_unsure: bool
    note: str = ""

    @property
    def label(self) -> str:
        """What the part is called: "When"."""
        return choice_words("invitation_rows", self.key)


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadInterview:
    """One interview: its path, its rows, its people and what its controls hold."""

    path: str
    number: int
    rows: tuple[ReadField, ...]
    people: tuple[ReadPerson, ...]
    told: Mapping[str, str]


def fragment(found: Invitation, moved: Mapping[str, Any] | None, my_zone: str) -> str:
    """The page's part of the answer."""
    days = [_day(at, one, found, my_zone) for at, one in enumerate(found.fields["rounds"])]
    proposals = _proposals(found)
    rows = [row for day in days for row in day.rows] + proposals
    return panels.panel(
        "invitation",
        days=days,
        proposals=proposals,
        title=found.title,
        left_out=found.left_out,
        doubts=found.doubts,
        country=zone_countries.country_of(days[0].told["zone"]),
        is_cancelled=found.is_cancelled,
        moved=moved,
        moved_to=clock.spoken_day(dt.date.fromisoformat(moved["by"])) if moved and "by" in moved else "",
        unsure=sum(row.is_unsure for row in rows),
        count=len(rows),
        formats=choices("formats"),
        parts=choices("parts"),
    )


def text(found: Invitation, moved: Mapping[str, Any] | None, my_zone: str) -> str:
    """The same for the command line; a question mark stands before what is unsure."""
    return "\n".join(_lines(found, moved, my_zone)) + "\n"


def _lines(found: Invitation, moved: Mapping[str, Any] | None, my_zone: str) -> Iterator[str]:
    if found.title:
        yield found.title
    if found.is_cancelled:
        yield view_words("invitation.cancelled")
    if moved and "by" in moved:
        yield view_words("invitation.moves", day=clock.spoken_day(dt.date.fromisoformat(moved["by"])))
    for at, one in enumerate(found.fields["rounds"]):
        yield from (_line(row) for row in _day(at, one, found, my_zone).rows)
    yield from (_line(row) for row in _proposals(found) if row.words)
    yield from (view_words("invitation.doubt", words=words) for words in found.doubts)
    yield from (view_words("invitation.left_out", words=words) for words in found.left_out)


def _line(row: ReadField) -> str:
    return f"{'? ' if row.is_unsure else '  '}{row.label}: {row.words or view_words('invitation.untold')}"


def _day(at: int, told: Mapping[str, Any], found: Invitation, my_zone: str) -> ReadInterview:
    path = f"rounds[{at}]"
    people = tuple(_person(f"{path}.interviewers[{each}]", one, found) for each, one in enumerate(told["interviewers"]))
    hours = zone_countries.country_read(my_zone, zone_countries.country_of(told.get("zone", "")))
    is_unsure = {key: f"{path}.{key}" in found.unsure for key in ("date", "starts", "ends", "zone", "format")}
    rows = (
        ReadField(
            key="date",
            words=_when(told, hours),
            is_unsure=is_unsure["date"] or is_unsure["starts"] or is_unsure["ends"],
        ),
        ReadField(key="zone", words=_zone(told.get("zone", "")), is_unsure=is_unsure["zone"]),
        ReadField(
            key="format",
            words=choice_words("formats", told.get("format", "")),
            is_unsure=is_unsure["format"],
        ),
        ReadField(key="interviewers", words=_who(people), is_unsure=_is_open(path, people, found)),
    )
    simple = {key: str(told.get(key, "")) for key in is_unsure}
    return ReadInterview(path=path, number=at + 1, rows=rows, people=people, told=simple)


def _is_open(path: str, people: tuple[ReadPerson, ...], found: Invitation) -> bool:
    return not people or f"{path}.interviewers" in found.unsure or any(one.is_unsure for one in people)


def _person(path: str, one: Mapping[str, str], found: Invitation) -> ReadPerson:
    return ReadPerson(
        path=path,
        name=one["name"],
        email=one.get("email", ""),
        part=one["part"],
        is_unsure=any(f"{path}.{key}" in found.unsure for key in ("name", "part")),
    )


def _when(told: Mapping[str, str], country: str) -> str:
    day = clock.spoken_day(dt.date.fromisoformat(told["date"]))
    hours = [clock.clock_time(dt.time.fromisoformat(told[key]), country) for key in ("starts", "ends") if key in told]
    if not hours:
        return view_words("invitation.no_hour", day=day)
    whole = len(hours) > 1
    return view_words("invitation.hours" if whole else "invitation.hour", day=day, first=hours[0], last=hours[-1])


def _zone(name: str) -> str:
    return name.rpartition("/")[2].replace("_", " ")


def _who(people: tuple[ReadPerson, ...]) -> str:
    return "; ".join(
        view_words("invitation.person", name=one.name, part=choice_words("parts_read", one.part)) for one in people
    )


def _proposals(found: Invitation) -> list[ReadField]:
    role, company = found.proposed.role, found.proposed.company
    note = view_words("invitation.from_title", title=found.title) if found.title else ""
    return [
        ReadField(key="role", words=role, is_unsure=bool(role), note=note if role else ""),
        ReadField(key="company", words=company, is_unsure=bool(company)),
    ]

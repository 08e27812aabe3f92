"""Who stands in an invitation: people, the reader, and what only looks like a person."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from followup.files.invitation.lines import Line
from followup.files.invitation.person_signs import has_sign, without_family_word
from followup.files.invitation.words import known, one_line, plain, tokens, unmarked
from followup.files.invitation.written_names import person_name
from followup.forms.values import EMAIL
from followup.words.known_names import is_given_name

type Being = Literal["person", "room", "robot", "team"]

ROOM_ENDS = ("room", "rooms", "raum", "zimmer")
# A room that is called by a name has these in front: "Raum Berlin".
ROOM_NAMES = ("raum", "zimmer")
# In front of an address these are a room's, whatever it is called.
BOOKED = frozenset("room meetingroom confroom conf raum salle".split())
# Behind which two words of a host a company's own name stands: "acme.co.uk".
SECOND_LEVEL = frozenset("co com org ac gov net edu".split())


@dataclass(frozen=True, kw_only=True, slots=True)
class Attendee:
    """Somebody or something in an invitation; a `name` that nobody told is empty, `is_guessed` one read from words."""

    name: str
    email: str = ""
    being: Being = "person"
    is_optional: bool = False
    is_guessed: bool = False
    has_declined: bool = False

    @property
    def shown(self) -> str:
        """How it is called in an answer."""
        return self.name or self.email


def attendee(line: Line, location: str = "") -> Attendee:
    """The attendee or organiser of a line; what an invitation books as a room is one, whatever its name."""
    told, email = line.parameters, address(line)
    name = person_name(told.get("CN", ""))
    return Attendee(
        name=name,
        email=email if is_address(email) and not is_machine(email) else "",
        being=_being(told, name or one_line(told.get("CN", "")), email, location),
        is_optional=told.get("ROLE", "").upper() == "OPT-PARTICIPANT",
        has_declined=told.get("PARTSTAT", "").upper() == "DECLINED",
    )


def address(line: Line) -> str:
    """The address of a line; a calendar of Apple's may hold it beside a path."""
    value = line.value.strip().strip("<>")
    value = re.sub(r"^mailto:", "", value, flags=re.IGNORECASE).strip().strip("<>")
    return value if "@" in value and "/" not in value else line.parameters.get("EMAIL", "").strip()


def is_address(text: str) -> bool:
    """True for what the planner takes as an address."""
    return len(text) <= 200 and text.isprintable() and bool(EMAIL.fullmatch(text))


def is_reader(one: Attendee, me: str) -> bool:
    """True for the reader, by their address or by a name that is their address: "Sam Candidate"."""
    local = set(tokens(me.partition("@")[0])) - {""}
    return same(one.email, me) or (len(local) > 1 and set(tokens(one.name)) - {""} == local)


def is_machine(email: str) -> bool:
    """True for an address that nobody reads, whoever is named beside it."""
    return _says(email.rpartition("@")[0], "robots") or host(email) in known("robot_hosts")


def same(one: str, other: str) -> bool:
    """True for two spellings of an address: capitals and what stands behind a plus do not count."""
    return bool(one) and _folded(one) == _folded(other)


def _folded(text: str) -> str:
    local, _, host = text.casefold().rpartition("@")
    return f"{local.partition('+')[0]}@{host}"


def host(email: str) -> str:
    """The company's part of a host: "acme" of dana@mail.acme.co.uk; nothing where everybody may have an address."""
    parts = email.casefold().rpartition("@")[2].split(".")
    if len(parts) < 2:
        return ""
    is_short = len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in SECOND_LEVEL
    return parts[-3] if is_short else parts[-2]


def company_host(email: str) -> str:
    """That part, unless it belongs to everybody or to a system that sends invitations for others."""
    name = "" if email.casefold().endswith(".calendar.google.com") else host(email)
    return "" if name in known("free_hosts") or name in known("robot_hosts") else name


def is_person_name(name: str, email: str = "") -> bool:
    """True for what people are called, and not teams, companies or machines."""
    words = set(tokens(_without_own_word(name, email))) - {""}
    if not words or any(map(str.isdigit, name)) or words & (known("robots") | known("teams") | known("companies")):
        return False
    return not (len(words) == 1 and host(email) in words)


def _without_own_word(name: str, email: str) -> str:
    """A name without a last word of business that is a family name, as its address or the given name shows."""
    is_own = _is_own_address(name, email)
    return name.rpartition(" ")[0] if is_own else without_family_word(name)


def _is_own_address(name: str, email: str) -> bool:
    """True for an address that spells the name, where the company does not: "Deshawn Mills", deshawn@acme.com."""
    words = [*map(unmarked, name.split())]
    first, last = (words[0], words[-1]) if len(words) > 1 else ("", "")
    local = unmarked(email.partition("@")[0])
    spelled = {first, first + last, last + first, first[:1] + last, first + last[:1], last + first[:1]}
    is_own = bool(first and last) and local in spelled and first not in host(email).replace("-", "")
    return is_own and first not in known("teams")


def _being(told: Mapping[str, str], name: str, email: str, location: str) -> Being:
    kind, local = told.get("CUTYPE", "").upper(), email.rpartition("@")[0]
    if kind in ("RESOURCE", "ROOM") or "resource.calendar" in email.casefold() or _is_room(told, name, local, location):
        return "room"
    if kind == "GROUP" or "group.calendar" in email.casefold():
        return "team"
    name = "" if name.casefold() == email.casefold() else name
    if name and is_person_name(name, email) and is_written_by_one(name, email):
        return "person"
    if is_machine(email):
        return "robot"
    return "team" if name or _says(local, "teams") else "person"


def is_written_by_one(name: str, email: str) -> bool:
    """True unless a system or several people write from an address, and nothing shows that the name is one's."""
    if is_machine(email) and len(name) > len("cal") and name.casefold() in host(email):
        return False
    is_shared = is_machine(email) or _says(email.rpartition("@")[0], "teams")
    return not is_shared or _is_own_address(name, email) or " " not in name or has_sign(name)


def _is_room(told: Mapping[str, str], name: str, local: str, location: str) -> bool:
    # "Zimmer, Anna": with the given name in front it is told from a room.
    name = (name if "," in told.get("CN", "") else one_line(plain(told.get("CN", "")))) or name
    words = [word for word in tokens(name) if word]
    numbered = any(map(str.isdigit, name + local))
    if name and name.casefold() in (part.strip().casefold() for part in re.split("[;,]", location)):
        return True
    if next(iter(tokens(local))) in BOOKED:
        return True
    # "Sala" and "Saal" are family names too, and "Zimmer" behind a given name.
    is_family_name = len(words) == 2 and words[-1] in ROOM_NAMES and is_given_name(words[0]) and not numbered
    ends_so = bool(words) and words[-1] in known("rooms") and words[-1].endswith(ROOM_ENDS)
    if words and (words[0] in known("rooms") or (ends_so and not is_family_name)):
        return True
    return numbered and (bool(set(tokens(local)) & known("rooms")) or told.get("ROLE", "").upper() == "NON-PARTICIPANT")


def _says(text: str, kind: str) -> bool:
    return text.casefold() in known(kind) or bool(set(tokens(text)) & known(kind))


def reader(people: Iterable[Attendee], organizer: Attendee | None, me: str, words: str = "") -> str:
    """The reader's address: the one that was told, else the only guest from another house than the company's.

    `words` may name the company: the title, or where they meet.
    """
    emails = list(dict.fromkeys(one.email for one in people if one.email and one.being == "person"))
    mine = [email for email in emails if same(email, me)]
    if me and mine:
        return mine[0]
    if me and organizer and same(organizer.email, me):
        return organizer.email
    guests = [email for email in emails if not (organizer and same(email, organizer.email))]
    house = (company_host(organizer.email) if organizer else "") or _house(guests, words)
    strangers = [email for email in guests if not house or company_host(email) != house]
    free = [email for email in guests if host(email) in known("free_hosts")]
    if len(free) == 1 and not (house and len(strangers) == 1):
        return free[0]
    return strangers[0] if len(strangers) == 1 and (house or len(guests) == 1) else ""


def _house(emails: Sequence[str], words: str) -> str:
    """Whose guests most of them are, where a system invites for the company: named in the title, or several."""
    houses = [name for name in map(company_host, emails) if name]
    named = [name for name in dict.fromkeys(houses) if unmarked(name) in unmarked(words)]
    several = [name for name in dict.fromkeys(houses) if houses.count(name) > 1]
    return (named if len(named) == 1 else several if len(several) == 1 else [""])[0]

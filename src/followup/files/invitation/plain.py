"""The words of an email without a calendar: the day, the hours and the people that they name clearly."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from followup.dates import clock
from followup.dates.zone_names import ABBREVIATIONS, NamedZone, today
from followup.files.invitation import described
from followup.files.invitation.days import Day, Hours, days, hours, small
from followup.files.invitation.held import held
from followup.files.invitation.lines import Block
from followup.files.invitation.mail import ADDRESS, Mail
from followup.files.invitation.people import Attendee, is_address, is_person_name, person_name, same
from followup.files.invitation.titles import Proposed, proposed, title
from followup.files.invitation.words import plain
from followup.files.invitation.zones import zone_in_words

# What stands further down is an older email.
LONGEST = 20_000
MOST_DAYS = 100
# Of whom and when an email was sent, above it or above one that is quoted.
HEADER = re.compile(r"^[>\s*]*(?:sent|date|received|gesendet|datum|envoyé|enviado|inviato|verzonden)\s*:", re.I)
BESIDE_HEADER = re.compile(
    r"^[>\s*]*(?:from|to|subject|von|an|betreff|de|à|objet|para|asunto|assunto|da|van|aan)\s*:", re.I
)
ATTRIBUTION = re.compile(r"(?:wrote|schrieb.{0,80}|a écrit|escribió|escreveu|ha scritto|schreef.{0,80})\s*:\s*$", re.I)
SENDER = re.compile(r"^[>\s*]*(?:from|von|de|da|van)\s*:\s*(.{3,150})$", re.I | re.M)
SUBJECT = re.compile(
    r"^[>\s*]*(?:subject|betreff|objet|asunto|assunto|oggetto|onderwerp)\s*:\s*(.{3,200})$", re.I | re.M
)
PLACE = re.compile(
    r"^[>\s*]*(?:location|where|place|ort|lieu|lugar|local|luogo|locatie|address)\s*:\s*(.{3,200})$", re.I | re.M
)
LENGTH = re.compile(r"(?<!\d)(\d{1,3})[\s-]?(min(?:ute[ns]?|s|uti|utos)?|hours?|stunden?|heures?|horas?|h)(?![a-z])")
CITY_TIME = re.compile(r"\b([A-Z][\w-]+(?: [A-Z][\w-]+)?) (?:local )?time\b")


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """What the words of an email tell of an interview; all of it is unsure."""

    fields: dict[str, Any]
    unsure: tuple[str, ...]
    proposed: Proposed
    title: str


def read_words(text: str, letter: Mail | None, me: str, my_zone: str, near: date) -> Words | None:
    """What an email says, or None where it names no day; a day without a year lies close to `near`."""
    said = plain(letter.words if letter else text)[:LONGEST].replace("\r\n", "\n").replace("\r", "\n")
    sent = _sent(letter, near)
    day = _interview_day(said, sent)
    if day is None:
        return None
    found = _hours(said, day)
    zone = _zone(said, day, found)
    subject = title(letter.headers.get("subject", "") if letter else _first(SUBJECT, said)).words
    place = _first(PLACE, said)
    form = held(Block(lines=()), subject, place, said, has_room=False).format
    sender = _sender(letter.headers.get("from", "") if letter else _first(SENDER, said))
    people = list(_people(said, sender, me))
    round = {
        "date": day.day.isoformat(),
        **({"format": form} if form else {}),
        **_as_fields(found, said),
        **({"zone": zone.zone if zone else my_zone} if zone or my_zone else {}),
        "interviewers": people,
    }
    return Words(
        fields={"rounds": [round]},
        unsure=(*(f"rounds[0].{key}" for key in ("date", "starts", "ends", "zone", "format")), *_paths(people)),
        proposed=_proposed(said, subject, sender, people),
        title=subject,
    )


def _sent(letter: Mail | None, near: date) -> date:
    """The day on which the email was sent, or today."""
    told = next(days(small(letter.headers.get("date", "")), near), None) if letter else None
    return told.day if told else near


def _interview_day(text: str, near: date) -> Day | None:
    """The day that most likely is the interview's: one with an hour beside it, and not that of an email's head."""
    ranked = [(_rank(text, one), one.start, one) for one in islice(days(small(text), near), MOST_DAYS)]
    return min(ranked, key=lambda each: each[:2])[2] if ranked else None


def _rank(text: str, one: Day) -> int:
    begin = text.rfind("\n", 0, one.start) + 1
    line = text[begin : _line_end(text, one.end)]
    near = text[max(0, begin - 200) : one.end + 200].split("\n")
    if ATTRIBUTION.search(line) or (HEADER.match(line) and any(map(BESIDE_HEADER.match, near))):
        return 2
    return 0 if hours(small(text[one.end : one.end + 160])) or hours(small(text[begin : one.start])) else 1


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _hours(text: str, day: Day) -> Hours | None:
    begin = text.rfind("\n", 0, day.start) + 1
    behind, before = small(text[day.end : day.end + 160]), small(text[begin : day.start])
    return hours(behind) or hours(before)


def _as_fields(found: Hours | None, text: str) -> dict[str, str]:
    if found is None:
        return {}
    ends = found.ends or _end_by_length(found.starts, small(text))
    return {"starts": f"{found.starts:%H:%M}", **({"ends": f"{ends:%H:%M}"} if ends else {})}


def _end_by_length(starts: time, text: str) -> time | None:
    """The end, where the text says how long it takes; what would end after midnight has none."""
    told = LENGTH.search(text)
    if told is None:
        return None
    minutes = int(told[1]) * (1 if told[2].startswith("min") else 60)
    end = datetime.combine(date(2000, 1, 1), starts) + timedelta(minutes=minutes)
    return end.time() if 10 <= minutes <= 600 and end.day == 1 else None


def _zone(text: str, day: Day, found: Hours | None) -> NamedZone | None:
    """The zone beside the hour, or one that the text names whole."""
    near = text[max(0, day.start - 100) : day.end + 240]
    short = next(
        (ABBREVIATIONS[word.lower()] for word in re.findall(r"\b[A-Z]{2,5}\b", near) if word.lower() in ABBREVIATIONS),
        "",
    )
    whole = zone_in_words(near) or zone_in_words(text)
    if whole:
        return whole
    city = next((_by_city(name) for name in CITY_TIME.findall(near) if _by_city(name)), "")
    name = city or (short if found else "")
    return NamedZone(zone=name, is_sure=False) if name else None


def _by_city(name: str) -> str:
    ending = "/" + name.replace(" ", "_")
    return next((today(zone) for zone in sorted(clock.zone_names()) if zone.endswith(ending)), "")


def _sender(text: str) -> Attendee | None:
    """Who wrote the email, if it is a person with a name."""
    found = ADDRESS.search(text)
    email = found[0] if found and is_address(found[0]) else ""
    name = person_name(re.sub(r"[<\[(].*", "", text))
    return Attendee(name=name, email=email, is_guessed=True) if is_person_name(name, email) else None


def _people(text: str, sender: Attendee | None, me: str) -> Iterator[dict[str, str]]:
    named = [one for one in described.people(text) if not same(one.email, me)]
    for one in named:
        if sender is None or one.name != sender.name:
            yield {"name": one.name, "part": "interviewer", **({"email": one.email} if one.email else {})}
    if sender and not same(sender.email, me):
        yield {"name": sender.name, "part": "recruiter", **({"email": sender.email} if sender.email else {})}


def _paths(people: list[dict[str, str]]) -> Iterator[str]:
    for at, one in enumerate(people):
        yield f"rounds[0].interviewers[{at}].{'part' if one['part'] == 'recruiter' else 'name'}"


def _proposed(text: str, subject: str, sender: Attendee | None, people: list[dict[str, str]]) -> Proposed:
    emails = [one["email"] for one in people if "email" in one] + ([sender.email] if sender else [])
    guess = proposed(subject, [one["name"] for one in people], emails)
    return Proposed(
        company=described.labelled(text, "company_follows") or guess.company,
        role=described.labelled(text, "role_follows") or guess.role,
    )


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1] if found else ""

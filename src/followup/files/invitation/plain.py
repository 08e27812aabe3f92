"""The words of an email without a calendar: the day, the hours and the people that they name clearly."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from followup.files.invitation import chats, doubts, signatures, with_me
from followup.files.invitation.agenda import Agenda, agenda
from followup.files.invitation.days import days
from followup.files.invitation.described import host
from followup.files.invitation.gathering import gathered
from followup.files.invitation.heads import dated_first
from followup.files.invitation.mail import ADDRESS, Mail
from followup.files.invitation.people import (
    Attendee,
    is_address,
    is_machine,
    is_person_name,
    is_written_by_one,
)
from followup.files.invitation.proposing import heading, proposals
from followup.files.invitation.slots import Slot, interviews
from followup.files.invitation.spoken_zones import zone_of
from followup.files.invitation.titles import Proposed, title
from followup.files.invitation.ways_held import form_of, forms_of
from followup.files.invitation.words import MARGIN, hidden_links, pattern, plain, small_letters
from followup.files.invitation.wrapping import unwrapped
from followup.files.invitation.writer import written_by
from followup.files.invitation.written_names import person_name

# The wide digits and signs of Japanese and Chinese text, as they stand elsewhere.
WIDE = {sign: sign - 0xFEE0 for sign in range(0xFF01, 0xFF5F)}
# What stands further down is an older email.
LONGEST = 20_000
# Before who lets a system write for them: "GoodTime on behalf of Yara Stone".
ON_BEHALF = re.compile(
    r"^.{0,60}\b(?:on behalf of|im auftrag von|de la part de|en nombre de|em nome de|per conto di|namens)\s", re.I
)
SUBJECT = re.compile(
    rf"^{MARGIN}(?:subject|betreff|objet|asunto|assunto|oggetto|onderwerp)\s*:\s*(.{{3,200}})$", re.I | re.M
)
TOPIC = re.compile(
    rf"^{MARGIN}(?:topic|thema|sujet|tema|tópico|argomento|onderwerp|ämne|emne|temat)\s*:\s*(.{{3,200}})$", re.I | re.M
)


@dataclass(frozen=True, kw_only=True, slots=True)
class WordsOfEmail:
    """What the words of an email tell of an interview; all of it is unsure."""

    fields: dict[str, Any]
    unsure: tuple[str, ...]
    proposed: Proposed
    title: str
    is_cancelled: bool
    is_moved: bool
    doubts: tuple[str, ...]


def read_words(text: str, letter: Mail | None, me: str, my_zone: str, near: date) -> WordsOfEmail | str:
    """What an email says, or a sentence on why it tells no interview; a day without a year is near `near`."""
    said = plain(letter.words if letter else text)[:LONGEST].translate(WIDE)
    said = unwrapped(dated_first(said))
    sent = _sent(letter, near)
    told_days = interviews(said, sent or near, sent)
    found = told_days.slots
    if not found:
        return told_days.wrong
    named = title(
        letter.headers.get("subject", "") if letter else _first(SUBJECT, said) or _topic(said) or heading(said)
    )
    subject = named.words
    wanted = doubts.doubts(said, told_days)
    # What was said of an interview that is over tells nothing of the next one.
    said = _without(said, told_days.over)
    newest = said[: max(one.end for one in found)]
    links = hidden_links(letter.words if letter else text)
    form = "recorded" if told_days.is_recorded else form_of(newest, subject, links)
    forms = forms_of(newest, found, subject, form)
    sent_by = letter.headers.get("from", "") if letter else written_by(said, min(one.day.start for one in found))
    sender = _sender(sent_by)
    told = [_round(newest, one, each, my_zone) for one, each in zip(found, forms, strict=True)]
    comes = with_me.writer(newest, sender)
    is_met = with_me.is_among(newest, sender, comes)
    people = [
        gathered(one.words, (*one.agenda.people, *comes), sender, me, is_recorded=form == "recorded", is_coming=is_met)
        for one in told
    ]
    if not any(people) and form != "recorded":
        # Who signed calls, or is somebody to write to, where nobody else is named.
        calls = with_me.caller(newest) if form == "phone" else ()
        people = [gathered("", calls, None if calls else signatures.signed(newest), me) for _ in told]
    rounds = [{**one.fields, "interviewers": who} for one, who in zip(told, people, strict=True)]
    return WordsOfEmail(
        fields={"rounds": rounds},
        unsure=tuple(path for at, who in enumerate(people) for path in _unsure(f"rounds[{at}]", who)),
        proposed=proposals(newest, subject, sender, [one for who in people for one in who], sent_by),
        title=subject,
        is_cancelled=named.is_cancelled or told_days.is_called_off,
        is_moved=told_days.is_moved,
        doubts=(
            *wanted,
            *doubts.on_hours(
                newest, ((slot, one.agenda, one.fields.get("zone", "")) for slot, one in zip(found, told, strict=True))
            ),
        ),
    )


def _without(text: str, parts: tuple[tuple[int, int], ...]) -> str:
    """The text with blanks in place of some of its parts, every other sign in its place."""
    for begin, end in parts:
        text = text[:begin] + re.sub(r"[^\n]", " ", text[begin:end]) + text[end:]
    return text


@dataclass(frozen=True, kw_only=True, slots=True)
class _Told:
    """What the words about one interview say besides its people."""

    fields: dict[str, Any]
    words: str
    agenda: Agenda


def _round(text: str, slot: Slot, form: str, my_zone: str) -> _Told:
    hours = chats.settled(text, slot, agenda(text, slot))
    # Where anybody may walk in there is a door.
    is_open = hours.open_hours and pattern("walk_in").search(small_letters(text[slot.begin : slot.end]))
    form = form or ("onsite" if is_open else "")
    zone = zone_of(text, slot.day, my_zone, has_hour=bool(hours.starts or hours.ends or hours.open_hours))
    fields = {
        "date": slot.day.day.isoformat(),
        **({"format": form} if form else {}),
        # A recorded interview begins when one likes.
        **({"starts": f"{hours.starts:%H:%M}"} if hours.starts and form != "recorded" else {}),
        **({"ends": f"{hours.ends:%H:%M}"} if hours.ends else {}),
        **({"zone": zone.zone if zone else my_zone} if zone or my_zone else {}),
    }
    return _Told(fields=fields, words=text[slot.begin : slot.end], agenda=hours)


def _unsure(path: str, people: list[dict[str, str]]) -> Iterator[str]:
    yield from (f"{path}.{key}" for key in ("date", "starts", "ends", "zone", "format"))
    for at, one in enumerate(people):
        yield f"{path}.interviewers[{at}].{'part' if one['part'] == 'recruiter' else 'name'}"


def _sent(letter: Mail | None, near: date) -> date | None:
    """The day on which the email was sent, or None where nothing tells it."""
    told = next(days(small_letters(letter.headers.get("date", "")), near), None) if letter else None
    return told.day if told else None


def _sender(text: str) -> Attendee | None:
    """Who wrote the email, if it is a person with a name."""
    found = ADDRESS.search(text)
    email = found[0] if found and is_address(found[0]) else ""
    name = person_name(ON_BEHALF.sub("", re.sub(r"[<\[(].*", "", text)))
    is_nobody = is_machine(email) and " " not in name
    if is_nobody or not is_person_name(name, email) or not is_written_by_one(name, email):
        return None
    return Attendee(name=name, email="" if is_machine(email) else email, is_guessed=True)


def _topic(text: str) -> str:
    """What a meeting is called where a calendar invites to it: "Ana Gil is inviting you to a meeting. Topic: ..."."""
    return _first(TOPIC, text) if host(text) else ""


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1] if found else ""

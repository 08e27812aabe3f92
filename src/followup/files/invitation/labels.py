"""What stands behind the labels of an invitation: "Position: Data Analyst", "Interviewers:" and the list below it."""

import re
from collections.abc import Iterator

from followup.files.invitation.greeted import greeted
from followup.files.invitation.jobs import is_job
from followup.files.invitation.people import Attendee
from followup.files.invitation.spoken_names import leading, listed, person
from followup.files.invitation.tables import is_heading
from followup.files.invitation.words import known, one_line
from followup.words.family_names import are_two_people
from followup.words.name_order import in_order

LABEL = re.compile(r"^[\s•*·–>-]*([^:：\t\n]{2,70}?)\s*[:：\t]\s*(.*)$")
# "Panel Member 2", "Interviewer #1", "the board will be as follows".
NUMBER = re.compile(r"(?<=\w)[^\S\n]?(?:#|no\.|nr\.|n[°º])?[^\S\n]?\(?\d{1,2}\)?$")
AS_FOLLOWS = re.compile(
    r"(?:,?\s(?:as follows|the following(?: people| persons)?|wie folgt|folgende(?:rmaßen)?|comme suit|les suivants"
    r"|como sigue|los siguientes|os seguintes|come segue|i seguenti|als volgt|följande|følgende))$"
)
BULLET = re.compile(r"^\s*(?:[•*·–-]|\d{1,2}[.)])\s*")


def labelled(text: str, kind: str) -> str:
    """What stands behind a label of that kind, "Position: Data Analyst", or nothing."""
    for line in text.split("\n"):
        found = LABEL.match(line[:300])
        if found and found[1].strip(" *").casefold() in known(kind) and found[2].strip():
            return one_line(found[2].strip(" *"))[:100]
    return ""


def people_behind(text: str, *kinds: str) -> Iterator[Attendee]:
    """Names behind a label of these kinds, on its line or as the list below it; a list of all leaves the reader out."""
    names = greeted(text)
    for label, rest in _behind_labels(text, frozenset().union(*map(known, kinds))):
        for one in listed(_in_order(rest) if label in known("one_person") else rest, is_alone=True):
            if label not in known("everybody") or one.name.split(" ")[0].casefold() not in names:
                yield one


def _in_order(text: str) -> str:
    """One name with the given name in front: "Ruiz, Dana" behind "Interviewer:"."""
    family, comma, given = (part.strip() for part in text.partition(","))
    is_one = bool(comma) and " " not in family + given and not are_two_people(family, given) and not is_job(given)
    return in_order(f"{family}, {given}") if is_one else text


def _behind_labels(text: str, kind: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Each of these labels with what stands behind it; a list below it comes line by line while it names people."""
    is_open = is_listed = False
    label = ""
    for line in text.split("\n"):
        found = None if is_heading(line) else LABEL.match(line[:300])
        said = (found[1] if found else line[:60]).strip(" *>•\t").casefold()
        if found and said not in kind:
            said = NUMBER.sub("", AS_FOLLOWS.sub("", said))
        if found and not found[2].strip(" *") and said not in kind:
            said = _ending_of(said, kind)
        if said in kind and (found or said not in known("filler")):
            is_open, is_listed, label = not (found and found[2].strip(" *")), False, said
            if found and not is_open:
                yield label, found[2]
        elif is_open and line.strip():
            bare = BULLET.sub("", line[:300])
            inner = re.split(r"[,;(|–]|\s-\s", bare)[0]
            one = None if "@" in inner else person(inner, line[:300])
            about = None if "@" in inner or one else leading(inner)
            is_open, is_listed = "@" in inner or bool(about or one), True
            if is_open:
                yield label, about.name if about else bare if "@" in line else inner
        elif is_listed:
            is_open = False


def _ending_of(label: str, kind: frozenset[str]) -> str:
    """The words of these with which a label above a list ends: "on the day you will be meeting with:"."""
    parts = label.split()
    ends = (" ".join(parts[at:]) for at in range(len(parts)))
    return next((one for one in ends if one in kind), label)

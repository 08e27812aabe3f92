"""Whom a session of an agenda names, beside its hours or below them."""

import re
from collections.abc import Iterator

from followup.dates.zone_names import ABBREVIATIONS
from followup.files.invitation import described
from followup.files.invitation.met import has_role
from followup.files.invitation.people import Attendee
from followup.files.invitation.person_signs import has_sign, is_company
from followup.files.invitation.spoken_names import AND_OR, FIRST, IN_BRACKETS

CELLS = re.compile(r"[|\t•·;]|\s[–—-]\s|:\s|(?:^|\s)(?:with|mit|avec|con|com|met|med|w/|durch|by|par|por|da|door)\s")
WITH = re.compile(r"\s(?:with|mit|avec|con|com|met|med|w/)\s")
TWO = re.compile(rf"&|\s{AND_OR}")
# Beside a name, and hardly beside a subject.
BESIDE_NAME = re.compile(r"\((?:she|he|they|sie|er|elle|il)\b|linkedin\.", re.IGNORECASE)


def people_beside(rest: str, below: str, text: str, *, is_one_of_several: bool = False) -> Iterator[Attendee]:
    """Whom a line with hours names, in the first of its cells that names somebody, or in the lines below it.

    A subject has capitals too, "Bar Raiser", and so has the house, "Harbor Lane Offices": a sign has to show a person.
    Behind the "with" of one of several lines nobody else stands.
    """
    with_them = _behind_with(rest) if is_one_of_several else ""
    for cell in (*CELLS.split(rest), *(found[1:-1] for found in IN_BRACKETS.findall(rest))):
        people = [one for each in _parted(_without_zone(cell)) if (one := described.named(each))]
        is_with = bool(people) and with_them.startswith(cell.strip())
        if any(_is_shown(one, rest, text) or (is_with and not is_company(one.name, text)) for one in people):
            yield from people
            return
    lines = (line.lstrip(" >*•·|–-\t") for line in below.split("\n") if ":" not in FIRST.split(line)[0])
    found = ((described.named(FIRST.split(line)[0]), line) for line in lines)
    yield from [one for one, line in found if one and _is_shown(one, line, text)][:1]


def _parted(cell: str) -> Iterator[str]:
    """The names of a cell; behind a comma stands another one, or what the first does: "Jo Ahn, Kim Fox"."""
    for each in TWO.split(cell):
        parts = each.split(",")
        people = [described.named(part) for part in parts] if len(parts) > 1 else [None]
        yield from parts if all(one and " " in one.name and has_sign(one.name) for one in people) else [each]


def _behind_with(rest: str) -> str:
    found = WITH.search(rest)
    return rest[found.end() :].strip() if found else ""


def _is_shown(one: Attendee, line: str, text: str) -> bool:
    at = line.find(one.name)
    is_shown = has_sign(one.name) or bool(BESIDE_NAME.search(line)) or (at >= 0 and has_role(line[at:]))
    return is_shown and not is_company(one.name, text)


def _without_zone(cell: str) -> str:
    """A cell without the zone of its hours: "MST Latoya Freeman"."""
    words = cell.split()
    while words and words[0].casefold().strip("()") in ABBREVIATIONS and words[0].strip("()").isupper():
        del words[0]
    return " ".join(words)

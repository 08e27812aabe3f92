"""What the words of an invitation say: names behind "Interviewer:", the role, the company."""

import re
from collections.abc import Iterator

from followup.files.invitation.people import Attendee, is_address, is_person_name, person_name
from followup.files.invitation.words import known, one_line, pattern, tokens
from followup.words.names import JOBS, PARTICLES, SUFFIXES, TITLES

LABEL = re.compile(r"^[\s•*·–-]*([^:\n]{2,40}?)\s*[:：]\s*(.*)$")
BULLET = re.compile(r"^\s*(?:[•*·–-]|\d{1,2}[.)])\s*")
# Between people of one line; what stands behind a dash or in brackets is what they do.
BETWEEN = re.compile(r"\s*[;,/&\n]\s*|\s+(?:and|und|et|y|e|en|og|och|oraz|i)\s+")
ADDRESS = re.compile(r"[<(\[]?([^\s<>()\[\],;:\"]+@[^\s<>()\[\],;:\"]+)[>)\]]?")
MOST = 20


def people(text: str) -> tuple[Attendee, ...]:
    """The people that a description names, in order; each is guessed."""
    found: dict[str, Attendee] = {}
    for one in (*_hosts(text), *_labelled(text), *_told(text)):
        found.setdefault(one.name.casefold(), one)
    return tuple(found.values())[:MOST]


def host(text: str) -> Attendee | None:
    """Who invites, where the words alone say so: "Kamila Yusupova is inviting you to"."""
    return next(_hosts(text), None)


def labelled(text: str, kind: str) -> str:
    """What stands behind a label of that kind, "Position: Data Analyst", or nothing."""
    for line in text.split("\n"):
        found = LABEL.match(line[:300])
        if found and found[1].strip(" *").casefold() in known(kind) and found[2].strip():
            return one_line(found[2].strip(" *"))[:100]
    return ""


def _hosts(text: str) -> Iterator[Attendee]:
    for line in text.split("\n"):
        found = pattern("hosts").search(line[:300].casefold())
        if found and (one := _person(line[: found.start()])):
            yield one


def _labelled(text: str) -> Iterator[Attendee]:
    """Names behind a label, on its line or as the list below it."""
    is_open = False
    for line in text.split("\n"):
        found = LABEL.match(line[:300])
        if found and found[1].strip(" *").casefold() in known("names_follow"):
            is_open = not found[2].strip(" *")
            yield from _listed(found[2], is_alone=True)
        elif is_open and line.strip():
            inner = BULLET.sub("", line[:300])
            one = _person(re.split(r"[,;(|–]|\s-\s", inner)[0], inner)
            is_open = one is not None
            if one:
                yield one
        elif is_open:
            is_open = False


def _told(text: str) -> Iterator[Attendee]:
    """Names within a sentence: "you will meet Dana Ruiz (Engineering Manager) and Lee Park"."""
    for line in text.split("\n"):
        small = line[:600].casefold()
        # Letters that change their length in small print would shift what is found.
        if len(small) != len(line[:600]):
            continue
        for found in pattern("names_follow").finditer(small):
            yield from _listed(re.split(r"[.!?](?:\s|$)", line[found.end() : found.end() + 160])[0])


def _listed(text: str, *, is_alone: bool = False) -> Iterator[Attendee]:
    text = re.sub(r"\([^()]{0,80}\)", lambda found: found[0] if "@" in found[0] else "", text)
    for each in BETWEEN.split(text):
        one = _person(re.split(r"\s[–|-]\s", each)[0] if is_alone else _capitalised(each), each, is_alone=is_alone)
        if one:
            yield one
        elif not is_alone and not _is_job(each):
            return


def _capitalised(text: str) -> str:
    """The words at the beginning that are written as names are."""
    found: list[str] = []
    for word in text.strip(" :*").split():
        if not (word[:1].isupper() or (found and word.casefold() in PARTICLES)):
            break
        found.append(word.rstrip(","))
    return " ".join(found)


def _person(text: str, whole: str = "", *, is_alone: bool = False) -> Attendee | None:
    """A person of that name, or None where it is none: two to four words, each written as in a name."""
    named = ADDRESS.search(whole or text)
    name = person_name(ADDRESS.sub("", text).strip(" *:.,"))
    words = name.split()
    written = all(word[0].isupper() or not word[0].islower() or word.casefold() in PARTICLES for word in words)
    if not 1 + (not is_alone) <= len(words) <= 5 or not written or not is_person_name(name) or _is_job(name):
        return None
    if not is_alone and set(map(str.casefold, words)) & known("filler"):
        return None
    email = named[1] if named and is_address(named[1]) else ""
    return Attendee(name=name, email=email, is_guessed=True)


def _is_job(text: str) -> bool:
    words = {word.rstrip(".") for word in tokens(text)} - {""}
    return bool(words & (JOBS - SUFFIXES - TITLES | JOB_WORDS))


JOB_WORDS = frozenset(
    "engineering product marketing sales design data software finance operations development research science"
    " scientist specialist coordinator assistant architect designer lead owner officer teamleiter leiter leiterin"
    " leitung entwickler entwicklerin responsable directeur directrice gerente jefe director responsabile".split()
)

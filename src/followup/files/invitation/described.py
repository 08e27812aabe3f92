"""Who is met, as the words of an invitation say it: names behind "Interviewer:", who invites, who signed."""

import re
from collections.abc import Iterator

from followup.files.invitation.people import Attendee
from followup.files.invitation.spoken_names import ARTICLE, BETWEEN, IN_BRACKETS, SENTENCE, in_front, is_job, person
from followup.files.invitation.tables import column, is_heading
from followup.files.invitation.words import known, one_line, pattern, small_letters, tokens
from followup.words.name_words import PARTICLES

LABEL = re.compile(r"^[\s•*·–>-]*([^:：\t\n]{2,40}?)\s*[:：\t]\s*(.*)$")
BULLET = re.compile(r"^\s*(?:[•*·–-]|\d{1,2}[.)])\s*")
ELSEWHERE = re.compile(r"\s(?:at|in|on|um|am|im|à|en|op|om|from|via|over)\s|\d")
# What stands in a cell in front of what somebody does.
FIRST = re.compile(r",|[(–|]|\s-\s")
# "Dana Ruiz from logistics".
THEIR_PLACE = re.compile(r",?\s(?:from|of|in|aus|von|de|du|van|dal)\s(?:the |our |la |der |dem )?[\w ]{2,30}$")
# "Von unserer Leiterin, Frau Sturm, geführt": who is named so in a sentence about it, unless one asks there.
HONORED = re.compile(r"\b(Frau|Herr)n?\s((?:(?:Dr|Prof)\.\s)*[^\W\d_a-z][\w'’-]+(?:\s[^\W\d_a-z][\w'’-]+)?)")
ASKED_THERE = re.compile(
    r"\b(?:wenden|fragen|rückfragen|melden|erreichen|empfang|kontakt|tel|geehrte[rs]?|liebe[rs]?|hallo|guten)\b"
)
# Words with a capital at the end of a text, and what joins two names.
CAPITALISED = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*\s+)+(?:(?:and|und|et|y|e|en)\s+(?:[^\W\d_a-z][\w.'’-]*\s+)+)?$")
ME = frozenset(("me", "mich", "mir", "moi", "mí", "mi", "mim", "mij", "mig", "meg", "myself"))
# Somebody with what they do: "Reggie Voss, Director of Operations", "Wim Peeters (team lead)".
WITH_JOB = re.compile(
    r"(?<![^\s(])((?:(?:[^\W\d_a-z]\.|(?:Dr|Prof|Mr|Mrs|Ms)\.|[^\W\d_a-z][\w'’-]*)\s){1,3}[^\W\d_a-z][\w'’-]+)\s*"
    r"(?:\(([^()\n]{2,40})\)|,\s([^\W\d_a-z][^,.;:()|\d\n]{2,40}))"
)
WITH = frozenset(("with", "mit", "avec", "con", "com", "met", "med"))
SENDER = re.compile(r"^[>\s*]*(?:from|von|de|da|van|från|cc|to|an|à|para|aan)\s*:", re.IGNORECASE)
MOST = 20


def people(text: str) -> tuple[Attendee, ...]:
    """The people that a description names, in order; each is guessed."""
    found: dict[str, Attendee] = {}
    columns = (one for cell in column(text, "names_follow") for one in _listed(FIRST.split(cell)[0], is_alone=True))
    labelled = (*columns, *_labelled(text, "names_follow"))
    said = (*_told(text, is_listed=bool(labelled)), *_acting(text), *_honored(text), *_with_jobs(text))
    for one in (*labelled, *said):
        found.setdefault(one.name.casefold(), one)
    return tuple(found.values())[:MOST]


def signed(text: str) -> Attendee | None:
    """Who ends the email with their name below "Kind regards", or None."""
    lines = [line.strip(" *>\t") for line in text.split("\n")]
    for at, line in enumerate(lines):
        if line.casefold().rstrip(" ,.!") in known("endings"):
            below = next(filter(None, lines[at + 1 :]), "")
            one = person(re.split(r"[,|–]|\s-\s", below)[0]) if len(below) < 60 else None
            if one:
                return one
    return None


def organizers(text: str, *, is_recorded: bool = False) -> tuple[Attendee, ...]:
    """Who invites, as the words say it: behind "Organizer:", or as the host of a call; a recording has no host."""
    hosts = () if is_recorded else _hosts(text)
    return tuple({one.name.casefold(): one for one in (*hosts, *_labelled(text, "organizers"))}.values())


def named(text: str) -> Attendee | None:
    """The person that a cell of an agenda is, or None where it says what the session is about."""
    words = {word.rstrip(".") for word in tokens(IN_BRACKETS.sub(" ", text))}
    return None if words & known("session_words") else person(in_front(text), text)


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
        found = pattern("hosts").search(small_letters(line[:300]))
        if found and (one := person(line[: found.start()])):
            yield one


def _acting(text: str) -> Iterator[Attendee]:
    """Who calls or meets, as a sentence says it: "Amir Sadek (Head of Data) will call you"."""
    for line in text.split("\n"):
        for found in pattern("acts").finditer(small_letters(line[:600])):
            said = SENTENCE.split(IN_BRACKETS.sub("", line[: found.start()]))[-1].rstrip(" ,")
            before = CAPITALISED.search(THEIR_PLACE.sub("", said) + " ")
            if before:
                yield from filter(None, (person(ARTICLE.sub("", name.strip())) for name in BETWEEN.split(before[0])))


def _honored(text: str) -> Iterator[Attendee]:
    """Who is called "Frau" or "Herr" in a sentence about the interview."""
    for said in (each for line in text.split("\n") for each in SENTENCE.split(line[:600])):
        small = small_letters(said)
        if pattern("interviews").search(small) and not ASKED_THERE.search(small):
            names = (f"{title} {name}" for title, name in HONORED.findall(said))
            yield from filter(None, (person(name) for name in names))


def _with_jobs(text: str) -> Iterator[Attendee]:
    """Who is named with what they do, above the line below which somebody signs."""
    for line in text.split("\n"):
        if line.casefold().strip(" ,.!*>") in known("endings"):
            return
        if "@" not in line and not SENDER.match(line):
            found = WITH_JOB.findall(line[:600])
            told = (name for name, bracket, behind in found if is_job(bracket or behind))
            yield from filter(None, (person(_without_verb(name)) for name in told))


def _without_verb(name: str) -> str:
    """A name without the word in front of it that begins the sentence: "Participan Josefa Muñoz"."""
    first, _, rest = name.partition(" ")
    return rest if first.casefold() in known("names_follow") else name


def _labelled(text: str, kind: str) -> Iterator[Attendee]:
    """Names behind a label of a kind, on its line or as the list below it."""
    for rest in _behind_labels(text, kind):
        yield from _listed(rest, is_alone=True)


def _behind_labels(text: str, kind: str) -> Iterator[str]:
    """What stands behind each label of a kind; a list below it comes line by line while it names people."""
    is_open = is_listed = False
    for line in text.split("\n"):
        found = None if is_heading(line) else LABEL.match(line[:300])
        said = (found[1] if found else line[:60]).strip(" *>•\t").casefold()
        if found and not found[2].strip(" *") and said not in known(kind):
            said = _ending_of(said, kind)
        if said in known(kind) and (found or said not in known("filler")):
            is_open, is_listed = not (found and found[2].strip(" *")), False
            if found and not is_open:
                yield found[2]
        elif is_open and line.strip():
            bare = BULLET.sub("", line[:300])
            inner = re.split(r"[,;(|–]|\s-\s", bare)[0]
            is_open, is_listed = "@" in inner or person(inner, line[:300]) is not None, True
            if is_open:
                yield bare if "@" in line else inner
        elif is_listed:
            is_open = False


def _ending_of(label: str, kind: str) -> str:
    """The words of that kind with which a label above a list ends: "on the day you will be meeting with:"."""
    found = [one[0] for one in pattern(kind).finditer(label) if one.end() == len(label)]
    return found[0] if found else label


def _told(text: str, *, is_listed: bool) -> Iterator[Attendee]:
    """Names within a sentence: "you will meet Dana Ruiz (Engineering Manager) and Lee Park".

    Where they are listed, it is the company behind "your interview for Barista with".
    """
    for line in text.split("\n"):
        small = "" if is_heading(line) else small_letters(line[:600])
        for found in pattern("names_follow").finditer(small):
            is_company = (
                is_listed and found[0].split()[-1] in WITH and pattern("interviews").search(small, 0, found.end())
            )
            if is_company or pattern("endings").match(small, found.start()):
                continue
            yield from _listed(SENTENCE.split(line[found.end() : found.end() + 160])[0])


def _listed(text: str, *, is_alone: bool = False) -> Iterator[Attendee]:
    text = IN_BRACKETS.sub(lambda found: found[0] if "@" in found[0] else "", text)
    for each in BETWEEN.split(text):
        if each.strip().casefold() in ME:
            continue
        said = in_front(each) if is_alone else _capitalised(each)
        one = person(said, each, is_alone=is_alone)
        if one:
            yield one
        # Behind a place or an hour other words stand than names.
        if not is_alone and ((one is None and not is_job(each)) or ELSEWHERE.search(each)):
            return


def _capitalised(text: str) -> str:
    """The words at the beginning that are written as names are."""
    found: list[str] = []
    for word in ARTICLE.sub("", text.strip(" :*")).split():
        if not (word[:1].isupper() or (found and word.casefold() in PARTICLES)):
            break
        found.append(word.rstrip(","))
    return " ".join(found)

"""Who is met, as the sentences of an invitation say it: behind "you will meet", before "will call you", with a job."""

import re
from collections.abc import Iterator

from followup.files.invitation.given_names import by_given_name
from followup.files.invitation.jobs import is_job, is_said_before
from followup.files.invitation.not_met import is_met
from followup.files.invitation.people import Attendee
from followup.files.invitation.person_signs import has_sign
from followup.files.invitation.spoken_names import ARTICLE, BETWEEN, IN_BRACKETS, SENTENCE, behind_role, listed, person
from followup.files.invitation.stages import HOUR, is_later
from followup.files.invitation.tables import is_heading
from followup.files.invitation.with_me import is_to_settle
from followup.files.invitation.words import AND, CAPITAL, LETTER, known, pattern, small_letters
from followup.words.known_names import is_given_name
from followup.words.name_words import TITLES, is_one_of

# "Frau Rehm und ich werden dabei sein".
AND_ME = re.compile(rf"\s{AND}\s(?:I|ich|moi|yo|eu|io|ik|jag|jeg|ja)$")
# "Dana Ruiz from logistics".
THEIR_PLACE = re.compile(r",?\s(?:from|of|in|aus|von|de|du|van|dal)\s(?:the |our |la |der |dem )?[\w ]{2,30}$")
# "Gareth Pugh, who leads the team,", "Gareth Pugh, our Head of Assets,".
APPOSITION = re.compile(
    r",\s(?:whom?|den|dem|deren|our|the|my|your|die|der|unsere?|meine?|qui|notre|que|quien|nuestr[oa]|nosso|nossa|che"
    r"|il nostro|la nostra|onze|ons|mijn|som|vår|vores)\s[^,.;:]{2,80},?\s*$"
)
# "Von unserer Leiterin, Frau Sturm, geführt": who is named so in a sentence about it, unless one asks there.
HONORED = re.compile(rf"\b(Frau|Herr)n?\s((?:(?:Dr|Prof)\.\s)*{CAPITAL}{LETTER}+(?:\s{CAPITAL}{LETTER}+)?)")
ASKED_THERE = re.compile(
    r"\b(?:wenden|fragen|rückfragen|melden|erreichen|empfang|kontakt|tel|geehrte[rs]?|liebe[rs]?|hallo|guten)\b"
)
# Words with a capital at the end of a text, and what joins two names.
WORD = rf"{CAPITAL}(?:{LETTER}|\.)*"
CAPITALISED = re.compile(rf"(?:{WORD}\s+)+(?:{AND}\s+(?:{WORD}\s+)+)?$")
# Somebody with what they do: "Reggie Voss, Director of Operations", "Wim Peeters (team lead)".
WITH_JOB = re.compile(
    rf"(?<![^\s(])((?:(?:{CAPITAL}\.|(?:Dr|Prof|Mr|Mrs|Ms|Rev|Sra?|Ing|Dott)\.|{CAPITAL}{LETTER}*)\s(?:(?:van|von|de|den|der|da|bin)\s){{0,2}}){{1,3}}"
    rf"{CAPITAL}{LETTER}+)\s*(?:\((?:she|he|they|sie|er|elle|il|ella)\b[^()\n]{{0,20}}\),?\s?)?(?:\(([^()\n]{{2,40}})\)|,\s({CAPITAL}[^,.;:()|\d\n]{{2,40}}))"
)
TITLED = re.compile(
    rf"[-–—|,:]\s{{0,3}}((?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Shri|Smt)\.?\s(?:{CAPITAL}[\w'’.-]*\s){{0,3}}{CAPITAL}{LETTER}+)"
    r"\s{0,3}(?:[,(][^\n]{0,60})?$"
)
# "Your manager Dana Ruiz and developer Tom Berg".
SECOND_JOB = re.compile(rf"(\s(?:{AND}|&)\s+)((?:[^\W\d_]+\s+){{1,4}}?)(?={CAPITAL})")
SENDER = re.compile(r"^[>\s*]*(?:from|von|de|da|van|från|cc|to|an|à|para|aan)\s*:", re.IGNORECASE)
# Between what leads to names and the names.
COPULA = re.compile(
    r"^\s+(?:(?:is|are|will be|sind|ist|est|sont|sera|seront|es|son|será|serán|são|serão|è|sono|saranno|zijn|är"
    r"|also|then|first|now|both|either|nun|dann|auch|zuerst|zunächst|anschließend|danach|außerdem|ensuite|d['’]abord|aussi|también"
    r"|luego|primero|também|primeiro|anche|poi|prima|ook|dan|eerst|också|sedan|først|også)\s)+"
)
# What somebody does, behind a comma: no "for the Data Analyst role".
ROLE_BEHIND = re.compile(
    rf"[^,(]{{3,60}}(?:,\s|\s-\s|\s–\s)(?:our|the|my|your|unsere?|notre|nuestr[oa]|onze)?\s?((?:{CAPITAL}|\w)[^,.;]{{2,50}})"
)
NO_ROLE = re.compile(r"^(?:for|as|on|at|to|in|about|für|als|am|um|pour|le|para|como|el|per|voor|om|op)\s")


def told(text: str, *, is_listed: bool) -> Iterator[Attendee]:
    """Names within a sentence: "you will meet Dana Ruiz (Engineering Manager) and Lee Park".

    Where they are listed, it is the company behind "your interview for Barista with".
    """
    for line in text.split("\n"):
        small = "" if is_heading(line) else small_letters(line[:600])
        for found in pattern("names_follow").finditer(small):
            is_open = found[0] in known("may_be_company")
            if is_listed and is_open and pattern("interviews").search(small, 0, found.end()):
                continue
            if pattern("endings").match(small, found.start()):
                continue
            said = COPULA.sub(" ", SENTENCE.split(line[found.end() : found.end() + 160])[0], count=1)
            if is_open and said.split()[:1] and said.split()[0] in known("me") and is_to_settle(small, found.start()):
                continue
            every = [*listed(said)] or [*by_given_name(said, is_open=is_open)]
            people = [one for one in every if _is_met(one, line, found.end())]
            if not is_open or any(has_sign(one.name) for one in people) or has_role(said):
                yield from people


def acting(text: str) -> Iterator[Attendee]:
    """Who calls or meets, as a sentence says it: "Amir Sadek (Head of Data) will call you"."""
    for line in text.split("\n"):
        for found in pattern("acts").finditer(small_letters(line[:600])):
            said = AND_ME.sub("", SENTENCE.split(IN_BRACKETS.sub("", line[: found.start()]))[-1].rstrip(" ,"))
            subject = SECOND_JOB.sub(_without_job, APPOSITION.sub("", f"{said},").rstrip(" ,"))
            before = CAPITALISED.search(THEIR_PLACE.sub("", subject) + " ")
            if before and not is_later(said, SENTENCE.split(line[found.end() :])[0]):
                yield from filter(None, (_named(ARTICLE.sub("", name.strip())) for name in BETWEEN.split(before[0])))


def _without_job(found: re.Match[str]) -> str:
    """What joins two names, without the words for a job between them."""
    tells_job = found[2].islower() and any(is_job(word) or is_said_before(word) for word in found[2].split())
    return found[1] if tells_job else found[0]


def honored(text: str) -> Iterator[Attendee]:
    """Who is called "Frau" or "Herr" in a sentence about the interview."""
    for said in (each for line in text.split("\n") for each in SENTENCE.split(line[:600])):
        small = small_letters(said)
        if pattern("interviews").search(small) and not ASKED_THERE.search(small):
            names = (
                f"{found[1]} {found[2]}" for found in HONORED.finditer(said) if is_met(said, found.start(), found.end())
            )
            yield from filter(None, map(person, names))


def with_jobs(text: str) -> Iterator[Attendee]:
    """Who is named with what they do, above the line below which somebody signs."""
    for line in text.split("\n"):
        if small_letters(line).strip(" ,.!*>") in known("endings"):
            return
        if "@" not in line and not SENDER.match(line):
            for found in WITH_JOB.finditer(line[:600]):
                is_said = _is_listed(line, found.end()) or _is_about_meeting(line, found.start())
                if is_job(found[2] or found[3]) and is_said and is_met(line, found.start(1), found.end(1)):
                    yield from filter(None, [_named(found[1])])


def beside_hours(text: str) -> Iterator[Attendee]:
    """Who stands with a title at the end of a line with an hour: "Round 1: 11:00 AM IST - Mr. Rakesh Menon"."""
    for line in text.split("\n"):
        found = TITLED.search(line[:300])
        if not found or SENDER.match(line) or not HOUR.search(small_letters(line[: found.start()])):
            continue
        if (one := person(found[1])) and is_met(line, found.start(1), found.end(1)):
            yield one


def _is_listed(line: str, end: int) -> bool:
    """True for a line that is no sentence, and says little behind a name and its job."""
    return not line.rstrip(" *>").endswith((".", "!", "?")) and (len(line[end:].split()) < 5 or "(" in line[end:])


def _is_about_meeting(line: str, at: int) -> bool:
    """True where the sentence of that place has a word of meeting: "Alan Frost (CEO) will read it" has none."""
    begin = max((found.end() for found in SENTENCE.finditer(line, 0, at)), default=0)
    found = SENTENCE.search(line, at)
    return bool(pattern("meeting_words").search(small_letters(line[begin : found.end() if found else len(line)])))


def has_role(said: str) -> bool:
    """True where what somebody does stands beside the first name: in brackets, behind a comma, in front of it."""
    bracket, behind = IN_BRACKETS.search(said[:80]), ROLE_BEHIND.match(said)
    bare = ARTICLE.sub("", said.strip())
    if (bracket and is_job(bracket[0])) or behind_role(bare) != bare:
        return True
    return bool(behind and is_job(behind[1]) and not NO_ROLE.match(behind[1]))


def _is_met(one: Attendee, line: str, begin: int) -> bool:
    at = line.find(one.name, begin)
    at = at if at >= 0 else begin
    return is_met(line, at, at + len(one.name))


def _named(name: str) -> Attendee | None:
    """A person without the word that begins the sentence before them: "Unfortunately Carole Dent"."""
    words = behind_role(name).split()
    while len(words) > 2 and _begins(words[0].casefold().rstrip(",")):
        del words[0]
    is_known = (
        has_sign(" ".join(words[:2])) or is_one_of(words[0], TITLES) or words[0].casefold() in known("honorifics")
    )
    if len(words) > 2 and not is_known and is_given_name(words[1]):
        del words[0]
    return person(" ".join(words))


def _begins(word: str) -> bool:
    return word in known("openers") or word in known("names_follow")

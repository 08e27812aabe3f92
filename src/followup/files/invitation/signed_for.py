"""The company that the lines of a signature name; an agency writes for another one."""

import re
from collections.abc import Iterator

from followup.files.invitation.firms import FORM, NAME, WORD, says_house, whole_firm
from followup.files.invitation.jobs import is_job
from followup.files.invitation.person_signs import has_sign
from followup.files.invitation.role_words import says_role
from followup.files.invitation.spoken_names import FIRST, person
from followup.files.invitation.titles import company_of_team
from followup.files.invitation.words import known, one_line, pattern, small_letters, tokens, unmarked
from followup.words.known_names import is_given_name

# Within the line of a signature that tells where somebody works: "Recruiter at Bluestem Foods".
AT_WORK = r"\s(?:at|bei|chez|presso|hos|bij)\s"
BEFORE_HOUSE = re.compile(rf"{AT_WORK}|\s?@\s?|\s?[,|·•]\s|\s[–-]\s")
HOUSE = re.compile(NAME)
AT = re.compile(rf"{AT_WORK}|@")
AGENCY = frozenset(
    "recruitment recruiting recruiters staffing search personnel personalberatung headhunters talent".split()
)
TEAM = frozenset("talent recruiting recruitment hiring careers".split())
# A line that is a name and perhaps a town: "Kerr & Drummond Solicitors, Edinburgh".
OWN_LINE = re.compile(rf"^({WORD}(?: (?:(?:&|and|und|et|y|e|of|de|für|for) )?{WORD}){{1,6}})(?:,\s[\w .'’-]{{3,40}})?$")
GIVEN_AND_HOUSE = re.compile(rf"(?:^|[–—-]\s?)({WORD}) \({NAME}\)$")
MOST_BELOW = 6
LONGEST_JOB, MOST_WORDS = 60, 7


def signed_for(text: str) -> str:
    """The company below "Kind regards", or below a name with what its owner does."""
    for lines in _signatures(text):
        for at, line in enumerate(lines):
            name = _works_at(line) or (line if _is_firm(line) else _of_team(line)) or _own_line(lines[:at], line)
            if name and not {*tokens(name)} & AGENCY:
                return one_line(name)
    return _in_brackets(text)


def lines_of_house(text: str, house: str) -> Iterator[str]:
    """Lines that are a company's name, of which its addresses have one word: "Pellaworks Distribution, Daventry"."""
    for line in (line.strip(" *>\t") for line in text.split("\n")):
        found = OWN_LINE.match(line)
        words = {*tokens(found[1])} if found else set()
        is_team = bool(words & (known("teams") | AGENCY | known("session_words")))
        if found and house and not is_team and unmarked(house) in map(unmarked, found[1].split()):
            yield found[1]


def _signatures(text: str) -> Iterator[list[str]]:
    lines = [line.strip(" *>\t") for line in text.split("\n")]
    for at, line in enumerate(lines):
        below = [*filter(None, lines[at + 1 :])][:MOST_BELOW]
        if line.casefold().rstrip(" ,.!") in known("endings") or line == "--" or _is_signer(lines, at):
            yield below


def _in_brackets(text: str) -> str:
    """The company behind the given name in one of the last lines: "– Bianca (Halcyon Maps)"."""
    for line in [*filter(None, (each.strip(" *>\t") for each in text.split("\n")))][-MOST_BELOW:]:
        found = GIVEN_AND_HOUSE.search(line)
        if found and is_given_name(found[1]) and not says_role(found[2]) and not is_job(found[2]):
            return "" if _is_recruiting(found[2]) or {*tokens(found[2])} & known("teams") else found[2]
    return ""


def _is_signer(lines: list[str], at: int) -> bool:
    """True for a line of its own with a person's name, and what they do on the next one."""
    above = lines[at - 1].casefold() if at else "-"
    # "Freundliche Grüße aus Wien"
    is_apart = at + 1 < len(lines) and (not above or above.startswith(tuple(known("endings"))))
    one = person(FIRST.split(lines[at])[0]) if is_apart and lines[at] else None
    return bool(one and has_sign(one.name) and (says_role(lines[at + 1]) or _is_recruiting(lines[at + 1])))


def _works_at(line: str) -> str:
    """The company behind what somebody does: "Recruiter at Bluestem Foods", "HR-partner, Fjällnära AB"."""
    for found in BEFORE_HOUSE.finditer(line):
        left, told = line[: found.start()], HOUSE.match(line, found.end())
        if not told or not 2 <= len(left) <= LONGEST_JOB:
            continue
        behind = line[told.end() :]
        name = whole_firm(told[1], behind)
        is_end = behind.startswith(",") or not behind.strip(" .") or name != told[1]
        is_place = bool(AT.search(found[0]) or {*tokens(left)} & known("teams")) or _is_recruiting(left)
        # "Ufficio Risorse Umane – Molino Castaldi S.p.A.", "Executive Assistant, Optics Institute".
        is_place = is_place or bool(FORM.search(name)) or (" " in name and says_house(name) and says_role(left))
        if is_end and is_place and not says_role(name):
            return name
    return ""


def _is_recruiting(text: str) -> bool:
    return bool(pattern("recruiting_jobs").search(small_letters(text)))


def _of_team(line: str) -> str:
    """The company of a line that is a team of it: "Copper Basin Health Talent Acquisition"."""
    name = company_of_team(line) if {*tokens(line)} & TEAM else ""
    return name if len(name.split()) > 1 else ""


def _is_firm(line: str) -> bool:
    """True for a line that ends as the names of companies do: "Nordlicht Energie GmbH"."""
    words, form = line.split(), FORM.search(line)
    is_form = words[-1].casefold() in known("firms") if words else False
    is_whole = is_form or bool(form and form.end() == len(line))
    return 1 < len(words) <= MOST_WORDS and is_whole and words[0][0].isupper()


def _own_line(above: list[str], line: str) -> str:
    """The company on a line of its own, behind that of somebody's job, where a word shows that it is a house."""
    found = OWN_LINE.match(line)
    is_job = bool(above) and (says_role(above[-1]) or _is_recruiting(above[-1]))
    return found[1] if found and is_job and says_house(found[1]) and not says_role(line) else ""

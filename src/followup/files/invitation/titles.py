"""What the title of an invitation says: whether it was called off, and what it proposes as role and company."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from followup.files.invitation.days import days
from followup.files.invitation.firms import FORM, says_house, whole_firm
from followup.files.invitation.jobs import is_job
from followup.files.invitation.people import company_host
from followup.files.invitation.role_words import says_role
from followup.files.invitation.title_parts import AT, BETWEEN, IN_BRACKETS, bare, parts, without
from followup.files.invitation.title_role import WITH, role_of
from followup.files.invitation.words import known, one_line, plain, small_letters, tokens, unmarked

PREFIX = re.compile(r"^\s*\[?([^:\]：]{1,40})[:\]：]\s*")
# "1/3 System design": a session of a loop, which has a subject and no role.
SESSION = re.compile(r"^\s*\d{1,2}\s*(?:/|of|von|de)\s*\d{1,2}\b")
# So many words the name of a company has, and what joins them.
MOST_WORDS = 4
AND = frozenset("& and und et y e of de du la the".split())


@dataclass(frozen=True, kw_only=True, slots=True)
class Title:
    """A title without what calendars put before it; `is_cancelled` where that said so."""

    words: str
    is_cancelled: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposed:
    """What may be the company and the role; both only proposed, and empty where nothing says them."""

    company: str = ""
    role: str = ""


def title(text: str) -> Title:
    """The title of an event, with the words of the sender's calendar taken off."""
    words, is_cancelled = one_line(plain(text)), False
    while found := PREFIX.match(words):
        said = found[1].strip().casefold()
        if said not in known("cancelled") and said not in known("forwarded") - known("filler"):
            break
        is_cancelled = is_cancelled or said in known("cancelled")
        words = words[found.end() :].strip()
    return Title(words=words, is_cancelled=is_cancelled)


def proposed(words: str, names: Iterable[str], emails: Iterable[str]) -> Proposed:
    """Company and role, from a title, the people's names and the hosts of their addresses."""
    names, words = [name for name in names if name], _without_days(words)
    hosts = list(filter(None, map(company_host, emails)))
    host = next(iter(hosts), "")
    told = _told_company(words)
    # An agency may invite for a company whose people come.
    company = (
        next(filter(None, (_whole_name(each, words, names) or _spelled(each, words) for each in hosts)), "")
        or without(told, names)
        or _of_host(host)
    )
    if SESSION.match(words):
        return Proposed(company=company)
    role = role_of(words, company, names)
    if _is_house(role):
        # "Vorstellungsgespräch Bäckerei Ährengold".
        return Proposed(company=company or role)
    return Proposed(company=company, role=role)


def _is_house(name: str) -> bool:
    """True for a name with a word of a house, or with a legal form, that says no role."""
    return " " in name and (says_house(name) or bool(FORM.search(name))) and not says_role(name)


def _of_host(host: str) -> str:
    """The words of a host: "Nordlicht Logistik" of "nordlicht-logistik", but "X-Fab" of "x-fab"."""
    words = host.split("-")
    return (" " if all(len(word) > 1 for word in words) else "-").join(map(str.capitalize, words))


def company_of_team(name: str) -> str:
    """The company that a team of its own writes for: "Acme" of "Acme Recruiting"; nothing for a person."""
    words = [word for word in re.sub(r"[<(\[].*", "", name).strip(" \"'").split() if any(map(str.isalnum, word))]
    rest = [word for word in words if word.casefold() not in known("teams") | {"acquisition", "the"}]
    return " ".join(rest)[:60] if rest and len(rest) < len(words) else ""


def _without_days(words: str) -> str:
    """A title without the days that it names: "Interview with Tangent on 7 January 2027"."""
    # Where a day stands does not depend on the year that is taken for it.
    for day in days(small_letters(words), date(2000, 1, 1)):
        words = words[: day.start] + " " * (day.end - day.start) + words[day.end :]
    return words


def _told_company(words: str) -> str:
    """What stands behind an @ or an "at"; there a company stands, with nothing that only calendars say."""
    words = IN_BRACKETS.sub(" ", words)
    parts = AT.split(words)
    if len(parts) > 1:
        return bare(BETWEEN.split(parts[1])[0])
    # "Interview with Tangent – Customer Success Manager"
    first, *rest = BETWEEN.split(words)
    before, *behind = re.split(WITH, first)
    is_name = behind and not set(tokens(behind[0])) & known("filler")
    return bare(behind[0]) if rest and is_name and not bare(before) else ""


def _spelled(host: str, words: str) -> str:
    """The company as the title spells it: "ACME Robotics" where the host is "acmerobotics" or "acme-robotics"."""
    wanted = unmarked(host)
    found = re.findall(r"[\w.&'’]+", words)
    for count in (1, 2, 3):
        for at in range(len(found) - count + 1):
            if wanted and unmarked("".join(found[at : at + count])) == wanted:
                name = " ".join(found[at : at + count])
                return whole_firm(name, words.partition(name)[2])
    return ""


def _whole_name(host: str, words: str, names: list[str]) -> str:
    """The company where its host is one word of its name: "Tidewater Mutual" before a dash, "Atelier Vauban"."""
    # Who is read as a person may be the company itself.
    people = [name for name in names if unmarked(host) not in map(unmarked, name.split()) or _is_called(name)]
    for part in parts(words):
        name = bare(without(part, people))
        found = name.split()
        is_name = (
            "," not in name and 1 < len(found) <= MOST_WORDS and all(each[0].isupper() or each in AND for each in found)
        )
        if is_name and unmarked(host) in map(unmarked, found) and not is_job(name) and not _says_more(found):
            return name
    return ""


def _is_called(name: str) -> bool:
    return name.split()[0].casefold() in known("given")


def _says_more(words: list[str]) -> bool:
    return bool({*map(str.casefold, words)} & (known("filler") | known("session_words") | known("teams")) - {*AND})

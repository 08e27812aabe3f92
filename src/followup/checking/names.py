"""Names of people and companies, against the case and against each other."""

import re
from collections.abc import Iterator, Mapping

from followup.checking.findings import found
from followup.checking.reading import DraftReading
from followup.checking.words import TOKEN, bare, bare_words, is_near, listed
from followup.model.answer import Finding
from followup.words.family_names import is_given
from followup.words.names import name_of

LEGAL = frozenset("inc ltd llc plc gmbh co corp corporation company group limited the and of".split())
PROPER = re.compile(r"[A-Z0-9][\w&'’.+-]*\w(?: (?:of|and|&|de) [A-Z][\w&'’-]*| [A-Z0-9][\w&'’-]*){0,3}")
PLACE = re.compile(
    r"\b(?:(?<!my )(?<!current )(?<!present )(?<!previous )(?<!last )(?<!former )"
    r"(?:role|position|opening|vacancy|opportunity) (?:at|with)|interview(?:ed|ing)? (?:at|with)|join(?:ing)?"
    r"|career at|part of|work(?:ing)? (?:for|at)) (?:the )?$"
)
# "when I worked at Globex" speaks of the writer's own past.
OWN = re.compile(
    r"\b(?:my|current|currently|now|previous|previously|former|formerly|last|ago|years|while|when i|worked)\b[^.]*$"
)
# As long as the shortest names that are told apart.
SHORT = 3

# Behind a name, or before it, this tells of somebody else: "Diana from the lab", "your colleague Dina".
ELSEWHERE = re.compile(
    r",? (?:(?:from|at|in|on) (?:(?:the|your|our) )?"
    r"(?!(?:the|your|our|my|interview|meeting|conversation|call|chat|talk|visit|tour|end|same|time|start|beginning|table"
    r"|mon|tues?|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\b)[a-z]{2,}"
    r"|who\b|(?:the|your|our|my|a|an) [a-z])"
)
INTRODUCED = re.compile(r"\b(?:my|your|our|his|her|their) (?:[a-z]+ ){1,2}$|\b(?:called|named) $")

type Tokens = tuple[re.Match[str], ...]


def names(reading: DraftReading) -> Iterator[Finding]:
    """Finds names that are not quite, or not at all, what the case says."""
    facts = _facts(reading)
    capitalised = tuple(_capitalised(reading))
    yield from _misspelt(reading, facts, capitalised)
    yield from _misspelt_behind_a_given_name(reading, facts)
    yield from _close(reading, capitalised)
    yield from _two_ways(reading, facts, capitalised)
    yield from _other_company(reading, capitalised)


def _facts(reading: DraftReading) -> Mapping[str, str]:
    """Gives every word of the names in the case by its bare form."""
    draft = reading.draft
    words = [word for text in (*draft.people, draft.company) for word in TOKEN.findall(text)]
    return {bare(word): word for word in words if len(word) > 2}


def _capitalised(reading: DraftReading) -> Iterator[re.Match[str]]:
    """Gives words with a capital that does not come from the beginning of a sentence."""
    firsts = {span.start for span in reading.layout.sentences}
    for start, end in (*reading.layout.body,):
        for token in TOKEN.finditer(reading.layout.own, start, end):
            if token[0][0].isupper() and token.start() not in firsts:
                yield token


def _misspelt(reading: DraftReading, facts: Mapping[str, str], tokens: Tokens) -> Iterator[Finding]:
    role = bare_words(reading.draft.role)
    near_to: dict[str, str] = {}
    for token in tokens if facts else ():
        word = bare(token[0])
        if word in facts or word in role or word in listed("capitals") or word in listed("stock"):
            continue
        if word not in near_to:
            near_to[word] = next((known for other, known in facts.items() if _is_slip(word, other)), "")
        if near_to[word] and not _is_somebody_else(reading, token, near_to[word]):
            yield found("misspelt-name", token.span(), written=token[0], name=near_to[word])


def _misspelt_behind_a_given_name(reading: DraftReading, facts: Mapping[str, str]) -> Iterator[Finding]:
    """Finds "Lee Parks" where Lee is called Park: behind the right name a short one is known as well."""
    for given, family in ((name.given, name.surname) for name in map(name_of, reading.draft.people)):
        behind = re.compile(rf"\b{re.escape(given)} (?P<family>[A-Z]\w+)")
        for match in behind.finditer(reading.layout.own) if given and family else ():
            word = bare(match["family"])
            is_told = _is_slip(word, bare(family))
            if word not in facts and not is_told and is_near(word, bare(family)):
                yield found("misspelt-name", match.span("family"), written=match["family"], name=family)


def _close(reading: DraftReading, tokens: Tokens) -> Iterator[Finding]:
    """Finds short names a letter away from that of somebody whom the draft names nowhere: "Leo" for Lee."""
    given = [name.given for name in map(name_of, reading.draft.people) if len(name.given) == SHORT]
    # The name below the letter is the writer's own.
    said = bare_words(reading.layout.own[: reading.layout.closing.start]) if given else set()
    short = {bare(name): name for name in given if bare(name) not in said}
    for token in tokens if short else ():
        word = bare(token[0])
        if len(word) != SHORT or word in listed("capitals") or word in listed("stock") or word in listed("english"):
            continue
        near = next((name for other, name in short.items() if word[0] == other[0] and is_near(word, other)), "")
        if near and not _is_somebody_else(reading, token, near):
            yield found("close-name", token.span(), written=token[0], name=near)


def _is_somebody_else(reading: DraftReading, token: re.Match[str], near: str) -> bool:
    """Tells whether a name close to one of the case is that of another: by its place, or as the letter names both."""
    if near not in {word for person in reading.draft.people for word in TOKEN.findall(person)}:
        return False
    plain = reading.layout.plain
    if ELSEWHERE.match(plain, token.end()) or INTRODUCED.search(plain, max(0, token.start() - 40), token.start()):
        return True
    # Nobody is told in a letter to Dana what Dana said.
    return bare(near) in reading.greeted and (is_given(token[0]) or bare(token[0]) in listed("first-names"))


def _is_slip(word: str, name: str) -> bool:
    return len(name) > SHORT and word[0] == name[0] and is_near(word, name) and word != name + "s"


def _two_ways(reading: DraftReading, facts: Mapping[str, str], tokens: Tokens) -> Iterator[Finding]:
    """Finds names written in two ways in one draft, without looking at each pair of words."""
    if reading.kind == "correction":
        # It says itself which of the two is right.
        return
    seen: dict[str, str] = {}
    done: set[str] = set()
    for token in (*TOKEN.finditer(reading.layout.own, *reading.layout.name), *tokens):
        word = bare(token[0])
        if len(word) < 5 or word in done or word in facts or word in listed("capitals") or word in listed("stock"):
            continue
        done.add(word)
        first = next((seen[key] for key in _one_less(word) if key in seen), token[0])
        if _differs(bare(first), word):
            yield found("two-spellings", token.span(), written=token[0], other=first)
        for key in _one_less(word):
            seen.setdefault(key, token[0])


def _differs(one: str, other: str) -> bool:
    """Tells whether two words are one name with a slip, and not "Engineer" and "Engineers"."""
    return is_near(one, other) and one[0] == other[0] and one[:-1] != other and other[:-1] != one


def _one_less(word: str) -> list[str]:
    """Gives the word, and it with each letter left out: two words with a slip between them share one of these."""
    return [word, *(word[:at] + word[at + 1 :] for at in range(min(len(word), 24)))]


def _other_company(reading: DraftReading, tokens: Tokens) -> Iterator[Finding]:
    draft, own = reading.draft, reading.layout.own
    known = bare_words(draft.company, draft.role, *draft.people)
    for token in tokens if draft.company else ():
        before = reading.layout.plain[max(0, token.start() - 60) : token.start()]
        place, name = PLACE.search(before), PROPER.match(own, token.start())
        if not place or not name or OWN.search(before[: place.start()]) or _is_team(reading, name.end()):
            continue
        words = bare_words(name[0]) - LEGAL
        ours = words & known or any(is_near(a, b) for a in words for b in known)
        if words and not ours and not words <= listed("capitals") | listed("first-names"):
            yield found("other-company", name.span(), written=name[0], company=draft.company)


def _is_team(reading: DraftReading, at: int) -> bool:
    return (
        re.match(r" (?:team|department|group|office|project|call|meeting)", reading.layout.plain[at : at + 20])
        is not None
    )

"""Names of people, companies and roles, against the case and against each other."""

import re
from collections.abc import Iterator, Mapping

from followup.checking.findings import found
from followup.checking.reading import DraftReading
from followup.checking.words import TOKEN, bare, is_near, listed
from followup.model.answer import Finding

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
POSTS = ("role", "position", "job", "opening", "vacancy", "post", "interview")
ROLE_BEFORE = re.compile(r".*\b(?:[Tt]he|[Yy]our|[Aa]n?|this) (?P<role>(?:[\w/&+#.-]{2,30} ){1,5})$", re.DOTALL)
ROLE_AFTER = re.compile(r" (?:of|as) (?:an? |the )?(?P<role>[A-Z][\w/&+#-]*(?: [A-Z][\w/&+#-]*){0,4})")

type Tokens = tuple[re.Match[str], ...]


def names(reading: DraftReading) -> Iterator[Finding]:
    """Finds names that are not quite, or not at all, what the case says."""
    facts = _facts(reading)
    capitalised = tuple(_capitalised(reading))
    yield from _misspelt(reading, facts, capitalised)
    yield from _two_ways(reading, facts, capitalised)
    yield from _other_company(reading, capitalised)
    yield from _other_role(reading)


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
    role = {bare(word) for word in TOKEN.findall(reading.draft.role)}
    near_to: dict[str, str] = {}
    for token in tokens if facts else ():
        word = bare(token[0])
        if word in facts or word in role or word in listed("capitals") or word in listed("stock"):
            continue
        if word not in near_to:
            near_to[word] = next((known for other, known in facts.items() if _is_slip(word, other)), "")
        if near_to[word]:
            yield found("misspelt-name", token.span(), written=token[0], name=near_to[word])


def _is_slip(word: str, name: str) -> bool:
    return len(name) > 3 and word[0] == name[0] and is_near(word, name) and word != name + "s"


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
    known = _words(draft.company, draft.role, *draft.people)
    for token in tokens if draft.company else ():
        before = reading.layout.plain[max(0, token.start() - 60) : token.start()]
        place, name = PLACE.search(before), PROPER.match(own, token.start())
        if not place or not name or OWN.search(before[: place.start()]) or _is_team(reading, name.end()):
            continue
        words = _words(name[0]) - LEGAL
        ours = words & known or any(is_near(a, b) for a in words for b in known)
        if words and not ours and not words <= listed("capitals") | listed("first-names"):
            yield found("other-company", name.span(), written=name[0], company=draft.company)


def _words(*texts: str) -> set[str]:
    return {bare(word) for text in texts for word in TOKEN.findall(text)}


def _is_team(reading: DraftReading, at: int) -> bool:
    return (
        re.match(r" (?:team|department|group|office|project|call|meeting)", reading.layout.plain[at : at + 20])
        is not None
    )


def _other_role(reading: DraftReading) -> Iterator[Finding]:
    draft = reading.draft
    role = _words(draft.role)
    for start, written in _roles(reading.layout.own) if role else ():
        words = _words(written) - _words(draft.company) - LEGAL
        if _is_title(written) and not words <= role:
            check = "role-differs" if role <= words or words & role & _last(draft.role) else "other-role"
            yield found(check, (start, start + len(written)), written=written, role=draft.role)


def _roles(text: str) -> Iterator[tuple[int, str]]:
    """Gives what a draft calls the job, as in "the Data Analyst role" and "the role of Data Analyst"."""
    for post in POSTS:
        at = text.find(post)
        while at >= 0:
            before = ROLE_BEFORE.match(text, max(0, at - 120), at)
            after = ROLE_AFTER.match(text, at + len(post))
            yield from (_title(m["role"], m.start("role")) for m in (before, after) if m)
            at = text.find(post, at + len(post))


def _title(written: str, start: int) -> tuple[int, str]:
    """Gives the name of the job without the words that lead to it: "decision on our open" is none of them."""
    words = list(re.finditer(r"\S+", written))
    leading = max((at for at, word in enumerate(words, 1) if word[0] in listed("before-roles")), default=0)
    # Somebody's own past: "in my Store Manager role".
    kept = [] if any(word[0] in ("my", "his", "her", "their") for word in words[:leading]) else words[leading:]
    named = any(word[0][0].isupper() for word in kept)
    while named and kept[0][0].islower() and kept[0][0] not in listed("ranks"):
        kept = kept[1:]
    return (start + kept[0].start(), written[kept[0].start() :].strip()) if kept else (start, "")


def _is_title(written: str) -> bool:
    """Tells whether words name a job: they end in one, or all have capitals."""
    words = written.split()
    if not words:
        return False
    return bare(words[-1]) in listed("jobs") or (len(words) > 1 and all(word[0].isupper() for word in words))


def _last(title: str) -> set[str]:
    return {bare(title.split()[-1])}

"""Whom the letter greets."""

import re
from collections.abc import Iterator

from followup.checking.blanks import NOTHING, is_blank
from followup.checking.draft import is_call
from followup.checking.findings import found
from followup.checking.reading import DraftReading
from followup.checking.words import TOKEN, bare, bare_words, is_near, listed, nicknames, spellings
from followup.model.answer import Finding
from followup.words.family_names import is_given
from followup.words.names import name_of

NOBODY = re.compile(
    r"(?:the )?(?:hiring|recruiting|talent|hr|human resources|recruitment|interview)? ?"
    r"(?:manager|team|committee|department|panel)"
    r"|(?:dear )?sirs?(?:(?:/| or | and |/ )(?:madam|ma'am))?|madam|(?:sir or )?ma'am|recruiter|interviewer|employer"
    r"|all|everyone|there|team|hr|(?:to )?whom it may concern|friend|folks|ladies and gentlemen|gentlemen"
)
# Several people have no one name: a team or a committee is greeted as one.
SEVERAL = re.compile(r"(?:the )?(?:[a-z]+ ){0,2}(?:team|committee|department|panel)|all|everyone|folks")
# To one person, in the manner of many countries, it names nobody and is no slight.
COURTESY = re.compile(r"(?:sir|madam|ma'am)")
# An office has no other name to whoever does not know one.
OFFICE = re.compile(r"(?:dear )?(?:sirs|hr|human resources|recruitment|manager|recruiter|employer|there)")
# A first line that hails without a name, and one that names the reader at its end: "That suits me, Brendan."
HAILED = re.compile(
    r"\W*(?:hi+|hello|hey+|yo|oi|omg|wow|yes+|attn|attention|g'day|good (?:morning|afternoon|evening))\b", re.I
)
CALLED = re.compile(r"[^\n]{0,200}, (?:(?:Mr|Mrs|Ms|Miss|Dr|Chef|Coach)\.? )?[A-Z][^\W\d_]{1,20}[.!?](?:\s|$)")
# In English and German these stand before a family name; "Miss Dana" and "Dr. Dana" are customs.
TITLED = re.compile(r"(?P<title>(?:Mr|Mrs|Ms|Mx|Herr|Frau|Monsieur|Madame)\.?) (?P<name>[^\W\d_][\w'’-]*)$")
# Between the names of two.
PARTED = re.compile(r"[,;&/+]|(?<![^\W\d_])(?:and|und|et|y|e|en|og|och|i|dear|as well as)(?![^\W\d_])", re.IGNORECASE)
# These go to people who were not in the interview.
OTHERS = ("pass-on", "somebody-else")
TITLES = frozenset(
    "mr mrs ms mx miss dr prof professor sir madam mister and or the team all everyone both dear hi hello frau herr"
    " madame monsieur mevrouw meneer senora senor sra sr signora signore fru".split()
)


def greeting(reading: DraftReading) -> Iterator[Finding]:
    """Finds a greeting without a name, for nobody, or for somebody else."""
    layout = reading.layout
    # A call asks for somebody in its first sentence.
    if reading.is_spoken or is_call(reading.draft.letter) or not layout.sentences:
        return
    is_text_message = not (reading.draft.letter or "\n" in reading.draft.text.strip())
    is_body = is_text_message or not (reading.subject.strip() or layout.own[slice(*layout.closing)].strip())
    if layout.greeting.end == 0 and is_body:
        # Only the body was pasted, or it is one line, as texts are: neither greeting nor signature was to be seen.
        return
    if layout.greeting.end == 0 and not reading.draft.letter and (HAILED.match(layout.own) or CALLED.match(layout.own)):
        return
    if layout.greeting.end == 0:
        yield found("no-greeting", (layout.sentences[0].start, layout.sentences[0].start))
        return
    whole, name = reading.plain(layout.greeting), reading.plain(layout.name)
    if not reading.draft.people and any(one.fullmatch(name) for one in (COURTESY, SEVERAL, OFFICE)):
        return
    if "to whom it may concern" in whole or NOBODY.fullmatch(name):
        yield _for_nobody(reading)
    elif not name:
        yield from _without_name(reading, whole)
    elif NOTHING.fullmatch(name) and layout.own[slice(*layout.name)] != "Nan":
        yield found("blank", layout.name, blank=name)
    elif _is_the_company(reading):
        yield _for_nobody(reading)
    elif not is_blank(layout.own[slice(*layout.name)]):
        yield from _for_somebody(reading)


def _is_the_company(reading: DraftReading) -> bool:
    """Tells whether the letter greets the company, which has a name and is nobody."""
    people = bare_words(*reading.draft.people)
    firm = bare_words(reading.draft.company)
    words = [bare(word) for word in TOKEN.findall(reading.plain(reading.layout.name))]
    greeted = [word for word in words if word not in TITLES]
    called = [word for word in greeted if any(word == other or is_near(word, other) for other in firm)]
    return bool(called) and len(called) == len(greeted) and not people & {*greeted}


def _for_nobody(reading: DraftReading) -> Finding:
    if reading.draft.people:
        return found("nobody-greeted", reading.layout.greeting, name=reading.draft.people[0])
    return found("nobody-greeted-unknown", reading.layout.greeting)


def _without_name(reading: DraftReading, whole: str) -> Iterator[Finding]:
    if whole.startswith("dear"):
        yield found("empty-greeting", reading.layout.greeting)
    elif reading.draft.people and reading.kind not in OTHERS:
        yield found("name-known", reading.layout.greeting, name=reading.draft.people[0])


def _for_somebody(reading: DraftReading) -> Iterator[Finding]:
    """Holds each name in the greeting against the people of the case."""
    if not reading.draft.people or reading.kind == "somebody-else":
        return
    yield from _titled_by_given_name(reading)
    names = [word for person in reading.draft.people for word in TOKEN.findall(person)]
    known = {spelled: word for word in names for part in (word, *word.split("-")) for spelled in spellings(part)}
    for tokens in _each_greeted(reading):
        unknown = [one for one in tokens if not (_is_known(one[0], known) or bare(one[0]) in TITLES)]
        for token in unknown:
            word = bare(token[0])
            near = next((known[other] for other in known if len(other) > 2 and is_near(word, other)), "")
            if near:
                yield found("misspelt-name", token.span(), written=token[0], name=near)
            elif not _is_no_name(reading, token, [one for one in tokens if _is_known(one[0], known)]):
                yield found("other-name", token.span(), written=token[0], names=", ".join(reading.draft.people[:4]))


def _each_greeted(reading: DraftReading) -> Iterator[list[re.Match[str]]]:
    """Gives the words of each that is greeted: "Dana and Tom" are two, "Frau Dana Ruiz" is one."""
    at, end = reading.layout.name
    for parted in (*PARTED.finditer(reading.layout.own, at, end), None):
        yield [*TOKEN.finditer(reading.layout.own, at, parted.start() if parted else end)]
        at = parted.end() if parted else end


def _is_known(token: str, known: dict[str, str]) -> bool:
    parts = [part for part in token.split("-") if bare(part) not in listed("honouring")]
    return (bool(parts) and all(spellings(part) & known.keys() for part in parts)) or _is_short_for(bare(token), known)


def _is_no_name(reading: DraftReading, token: re.Match[str], right: list[re.Match[str]]) -> bool:
    """Tells whether a word beside the right name is none of somebody: "Beste Dana", "Frau Ruiz", "Dana ji"."""
    if not right or bare(token[0]) in bare_words(reading.draft.company):
        return False
    if token.start() > right[0].start():
        # "Dana Reyes" has another family name.
        return token[0][0].islower()
    given = {bare(word) for person in reading.draft.people for word in TOKEN.findall(name_of(person).given)}
    # "Cara Dana" is dear to somebody, "Tom Ruiz" is another Ruiz.
    return bare(right[0][0]) in given or not (is_given(token[0]) or bare(token[0]) in listed("first-names"))


def _titled_by_given_name(reading: DraftReading) -> Iterator[Finding]:
    """Finds "Dear Mr. Dana" where they are called Dana Ruiz: such a title goes with the family name."""
    titled = TITLED.match(reading.layout.own, *reading.layout.name)
    if titled is None:
        return
    for name in map(name_of, reading.draft.people):
        # The family name stands first in "Tanaka Kenji".
        is_first = is_given(name.given) and bare(titled["name"]) == bare(name.given)
        if is_first and name.surname and bare(name.surname) != bare(name.given):
            right = f"{titled['title']} {name.surname}"
            yield found("title-with-given-name", titled.span(), right=right, given=name.given)
            return


def _is_short_for(word: str, known: dict[str, str]) -> bool:
    """Tells whether a word is an initial, a short name ("Dan" for Daniel) or the long one of a short name."""
    short = nicknames()
    return any(
        (other.startswith(word) and (len(word) == 1 or len(other) - len(word) > 1))
        or word in short.get(other, ())
        or other in short.get(word, ())
        or (word.startswith(other) and len(other) > 2 and word in short)
        for other in known
    )

"""The parts of a name as people type it: titles, given name, family name, or a group."""

import re
from dataclasses import dataclass

from followup.frozen import remembered
from followup.model.language import listed
from followup.model.wording import view_words

TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lady lord herr frau mme mlle madame monsieur rev reverend ing engr"
    " eng dipl arch atty sr sra srta señor señora señorita don doña senhor senhora signor signora dott captain capt"
    " major maj colonel col general gen lieutenant lt sergeant sgt commander judge justice officer sheriff chief dean"
    " principal provost senator hon father fr sister pastor rabbi imam nurse doctor aunt auntie uncle".split()
)
# Titles that are given names too: before one more word they are the given name.
_ALSO_NAMES = frozenset("dean don gen major".split())
# Behind the family name, in Japan, Korea, India and where people took it from there.
HONOURING = re.compile(r"[- ](?:san|sama|sensei|ssi|nim|ji)$", re.IGNORECASE)
# What stands behind a name and a comma, where a given name would stand too.
JOBS = frozenset(
    "hr recruiter recruiting recruitment talent people human manager director head lead senior junior chief officer"
    " engineer developer analyst consultant partner founder president ceo cto cfo vp team".split()
)
PARTICLES = frozenset(
    "van von de der den da di del della dei du la le el al bin ibn bint ter ten te dos das do af av zu zur vom het 't"
    " y los las st".split()
)
# Written with a capital these stand before a family name and are no given name of their own.
_SURE_PARTICLES = frozenset("de von della dei dos das ibn bint zu zur vom los las st".split())
# Behind a title a word like "Van" begins a family name; these are as often given names.
_GIVEN_AS_OFTEN = frozenset("al di le do y el".split())
SUFFIXES = frozenset("phd md jr sr ii iii iv mba msc ma ba cpa esq llm jd dds rn pe obe".split())
_ALONE_A_GROUP = frozenset("everyone everybody all team hr recruiting recruitment folks colleagues".split())
_GROUPS = frozenset(
    "team committee panel board department office everyone everybody all colleagues people ladies gentlemen madam"
    " recruiters recruiting recruitment hiring hr group folks".split()
)
_LEADING = re.compile(r"^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|day))\b[\s,]*)+", re.IGNORECASE)
NOBODY = re.compile(
    r"\bwhom? (?:this|it) may concern\b|^(?:n\.?/a\.?|none|unknown|not known|no name|no idea|tb[acd])$", re.IGNORECASE
)
# Han, kana and Hangul: the family name stands first and a bare given name would be too familiar.
_FAMILY_FIRST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
# Short names without a vowel are initials: JJ, TJP.
_UNSAYABLE = re.compile(r"[^\WAEIOUYaeiouy\d_]{1,3}")
INITIALS = re.compile(r"(?:[^\W\d_]\.)+(?:-?[^\W\d_]\.)*|[A-Z]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Name:
    """The parts of a typed name: a given name, or who it is as a group; each empty where nobody can know it."""

    title: str = ""
    given: str = ""
    surname: str = ""
    group: str = ""


# A plan greets the same few people a dozen times.
@remembered(256)
def name_of(typed: str) -> Name:
    """Gives the parts of a name.

    >>> name_of("Captain Jane Doe")
    Name(title='Captain', given='Jane', surname='Doe', group='')
    """
    text = re.sub(r"\([^)]*\)", " ", clean(typed))
    if "," not in text and (group := _group(text)):
        return Name(group=group)
    if several := _several(text):
        return Name(given=several)
    name = unshouted(in_order(text))
    if not name or "@" in name or NOBODY.search(name):
        return Name()
    if _FAMILY_FIRST.search(name) or HONOURING.search(name):
        return Name(given=name)
    words = name.split()
    titles = leading_titles(words)
    return _split(" ".join(words[:titles]), words[titles:])


def _split(title: str, words: list[str]) -> Name:
    """Parts what stands behind the titles; behind a title one word alone is the family name."""
    words = _without_suffixes(words)
    if title and (len(words) == 1 or (words and is_one_of(words[0], PARTICLES - _GIVEN_AS_OFTEN))):
        return Name(title=title, surname=" ".join(words))
    if not words:
        return Name(title=title)
    if _begins_with_particle(words):
        return Name(title=title, surname=" ".join(words))
    given = "" if INITIALS.fullmatch(words[0]) else words[0]
    return Name(title=title, given=given, surname=" ".join(_surname(words[1:])))


def _surname(words: list[str]) -> list[str]:
    """Gives the family name behind a given one: from the first particle, else the last word."""
    at = next((at for at, word in enumerate(words) if is_one_of(word, PARTICLES)), len(words) - 1)
    return words[max(at, 0) :]


def _begins_with_particle(words: list[str]) -> bool:
    first, *rest = words
    if not is_one_of(first, PARTICLES):
        return False
    return first.islower() or bool(rest and (is_one_of(first, _SURE_PARTICLES) or is_one_of(rest[0], PARTICLES)))


def _group(name: str) -> str:
    """Gives a name that stands for several people or for nobody in particular, as typed, without its article."""
    words = re.findall(r"[^\W\d_]+", name.casefold())
    if not _GROUPS.intersection(words) or (len(words) == 1 and words[0] not in _ALONE_A_GROUP):
        return ""
    group = re.sub(r"^the\s+", "", " ".join(name.split()), flags=re.IGNORECASE)
    if words == ["hr"]:
        return view_words("greetings.hr")
    return unshouted(group) if group.isupper() and len(words) > 1 else group


def _several(text: str) -> str:
    """Gives the given names of people named together; "Mr and Mrs Smith" are no such two."""
    parts = re.split(r"\s+(?:and|&|\+|y|und|et)\s+|,\s*", text)
    if len(parts) < 2 or not re.search(r"\s(?:and|&|\+)\s", text) or leading_titles(text.split()):
        return ""
    given = [name_of(part).given for part in parts]
    return listed(given) if all(given) else ""


def clean(typed: str) -> str:
    """Gives a name without a greeting before it or a mark behind it; the stop of a title or suffix stays."""
    words = [word for word in typed.split() if word in ("&", "+") or any(letter.isalnum() for letter in word)]
    text = _LEADING.sub("", " ".join(words)).strip(' ,;:!?"“”')
    last = (text.split() or [""])[-1]
    return text if is_one_of(last, TITLES | SUFFIXES) or INITIALS.fullmatch(last) else text.rstrip(".")


def unshouted(name: str) -> str:
    """Gives a name typed all in capitals, or all in small letters, as names are written."""
    letters = [letter for letter in name if letter.isalpha()]
    shouted = len(letters) > 2 and all(letter.isupper() for letter in letters) and not _UNSAYABLE.fullmatch(name)
    whispered = bool(letters) and name.isascii() and all(letter.islower() for letter in letters)
    if not (shouted or whispered) or re.search(r"[^\w\s.,'’-]|\d", name):
        return name
    return " ".join(_written(word) for word in name.split())


def _written(word: str) -> str:
    lower = word.lower()
    if is_one_of(lower, PARTICLES - {"st"}) and word.islower():
        return lower
    if is_one_of(lower, SUFFIXES - {"jr", "sr"}):
        return word.upper()
    return re.sub(r"(^|[-'’.]|\bmc)([^\W\d_])", lambda found: found[1].capitalize() + found[2].upper(), lower)


def in_order(name: str) -> str:
    """Gives a name with the given name first: "Ruiz, Dana" is "Dana Ruiz"; a job or a degree behind it is left out."""
    head, comma, tail = (part.strip() for part in name.partition(","))
    behind = re.split(r"[\s,]+", tail)
    if (
        not comma
        or not tail
        or all(is_one_of(word, SUFFIXES) for word in behind)
        or any(is_one_of(word, JOBS) for word in behind)
    ):
        return " ".join(head.split())
    return " ".join(f"{tail.split(',')[0]} {head}".split())


def _without_suffixes(words: list[str]) -> list[str]:
    kept = len(words)
    while kept > 1 and is_one_of(words[kept - 1], SUFFIXES):
        kept -= 1
    return words[:kept]


def leading_titles(words: list[str]) -> int:
    """Gives how many of the words stand before a name as titles."""
    places = range(len(words))
    return next((place for place in places if not _is_title(words, place)), len(words))


def _is_title(words: list[str], place: int) -> bool:
    """True for "Dr." and "Dipl.-Ing."; behind another title for "med." and for the "and" of "Mr and Mrs" too."""
    word, is_first = words[place], place == 0
    if is_one_of(word, _ALSO_NAMES) and is_first and len(words) < 3:
        return False
    belongs = word in ("and", "&") or (word.islower() and word.endswith("."))
    return all(is_one_of(part, TITLES) for part in word.split("-")) or (belongs and not is_first)


def is_one_of(word: str, known: frozenset[str]) -> bool:
    """True for a word that is known, whatever its dots and capitals."""
    return word.rstrip(".").replace(".", "").lower() in known

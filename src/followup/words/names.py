"""The parts of a name as people type it: titles, given name, family name, or a group."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from followup.frozen import remembered
from followup.model.language import listed
from followup.model.wording import view_words
from followup.words.family_names import are_two_people, is_order_unknown
from followup.words.name_asides import without_asides
from followup.words.name_case import unshouted
from followup.words.name_order import in_order
from followup.words.name_words import (
    GIVEN_AS_OFTEN,
    GROUPS,
    PARTICLES,
    SUFFIXES,
    TITLES,
    is_one_of,
    leading_titles,
    without_suffixes,
)
from followup.words.nobody import is_nobody

# Behind the family name, in Japan, Korea, India and where people took it from there.
HONOURING = re.compile(r"[- ](?:san|sama|sensei|ssi|nim|ji)$", re.IGNORECASE)
# Written with a capital these stand before a family name and are no given name of their own.
_SURE_PARTICLES = frozenset("de von della dei dos das ibn bint zu zur vom los las st".split())
_ALONE_A_GROUP = frozenset("everyone everybody all team hr recruiting recruitment folks colleagues".split())
_LEADING = re.compile(r"^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|day))\b[\s,]*)+", re.IGNORECASE)
# Han, kana and Hangul: the family name stands first and a bare given name would be too familiar.
_FAMILY_FIRST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
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
    text = clean(without_asides(typed))
    if is_nobody(text):
        return Name()
    if "," not in text and (group := _group(text)):
        return Name(group=group)
    if several := _several(text):
        return several
    name = unshouted(in_order(text))
    if not name or "@" in name:
        return Name()
    if _FAMILY_FIRST.search(name) or HONOURING.search(name):
        return Name(given=name)
    words = name.split()
    titles = leading_titles(words)
    return _split(" ".join(words[:titles]), words[titles:], is_turned="," in text)


def _split(title: str, words: list[str], *, is_turned: bool) -> Name:
    """Parts what stands behind the titles; behind a title one word alone is the family name.

    A comma told which name is which, where there was one.
    """
    words = without_suffixes(words)
    if title and (len(words) == 1 or (words and is_one_of(words[0], PARTICLES - GIVEN_AS_OFTEN))):
        return Name(title=title, surname=" ".join(words))
    if not words:
        return Name(title=title)
    if not is_turned and is_order_unknown(words):
        return Name(title=title, given=" ".join(words), surname=" ".join(words))
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
    if not GROUPS.intersection(words) or (len(words) == 1 and words[0] not in _ALONE_A_GROUP):
        return ""
    group = re.sub(r"^the\s+", "", " ".join(name.split()), flags=re.IGNORECASE)
    if words == ["hr"]:
        return view_words("greetings.hr")
    return unshouted(group) if group.isupper() and len(words) > 1 else group


def _several(text: str) -> Name | None:
    """Gives people named together, each with their own title; "Mr and Mrs Smith" are no such two."""
    first, _, second = (part.strip() for part in text.partition(","))
    if are_two_people(first, second):
        return Name(given=listed([first, second]))
    parts = re.split(r"\s+(?:and|&|\+|y|und|et)\s+|,\s*", text)
    titled = [leading_titles(part.split()) > 0 for part in parts]
    if len(parts) < 2 or not (re.search(r"\s(?:and|&|\+)\s", text) or all(titled)):
        return None
    people = [name_of(part) for part in parts]
    given = [one.given for one in people]
    if all(given) or not any(titled):
        title, surname = _together(people) if any(titled) else ("", "")
        return Name(title=title, given=listed(given), surname=surname) if all(given) else None
    if not all(one.given or one.surname for one in people):
        return None
    title, surname = _together(people)
    return Name(title=title, surname=surname) if title else Name(given=surname)


def _together(people: Sequence[Name]) -> tuple[str, str]:
    """Gives the title of the first, and what stands behind it in a formal greeting of all of them."""
    formal = [f"{one.title or one.given * (one.given != one.surname)} {one.surname}".strip() for one in people]
    title = people[0].title
    return title, listed(formal).removeprefix(title).strip()


def clean(typed: str) -> str:
    """Gives a name without a greeting before it or a mark behind it; the stop of a title or suffix stays."""
    words = [word for word in typed.split() if word in ("&", "+") or any(letter.isalnum() for letter in word)]
    text = _LEADING.sub("", " ".join(words)).strip(' ,;:!?"“”')
    last = (text.split() or [""])[-1]
    return text if is_one_of(last, TITLES | SUFFIXES) or INITIALS.fullmatch(last) else text.rstrip(".")

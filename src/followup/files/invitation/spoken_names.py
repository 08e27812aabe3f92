"""The name of one person within words: where it begins and ends, and what is none."""

import re

from followup.files.invitation.people import Attendee, is_address, is_person_name, person_name
from followup.files.invitation.words import known, tokens
from followup.words.name_words import JOBS, PARTICLES, SUFFIXES, TITLES

# Between people of one line; what stands behind a dash or in brackets is what they do.
AND = r"(?:and|und|et|y|e|en|og|och|oraz|i)\s+"
BETWEEN = re.compile(rf"[;,、/&\n]\s*(?:{AND})?|\s{AND}")
IN_BRACKETS = re.compile(r"\([^()]{0,80}\)")
ADDRESS = re.compile(r"[<(\[]?([^\s<>()\[\],;:\"]+@[^\s<>()\[\],;:\"]+)[>)\]]?")
# A full stop behind a title or an initial ends no sentence.
SENTENCE = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:[DMS]r|Dr|Ms|Mx|St|Sr))(?<!\b(?:Mrs|Sra|Ing|Mag|Sig|Lic))(?<!\b(?:Prof|Dott|Dipl))[.!?](?:\s|$)"
)
# What may stand before a name, and what is said of a person in its place.
ARTICLE = re.compile(
    r"^(?:(?:the|la|el|il|lo|le|den|dem|der|die|o|a|os|dott\.?\s?ssa|m\.|lic\.|sig\.(?:ra)?|our|your)\s+)+",
    re.IGNORECASE,
)


def in_front(text: str) -> str:
    """What stands before a dash, without a word before the name."""
    return ARTICLE.sub("", re.split(r"\s[–|-]\s|\t", text.strip())[0].strip())


def person(text: str, whole: str = "", *, is_alone: bool = False) -> Attendee | None:
    """A person of that name, or None where it is none: two to four words, each written as in a name."""
    named = ADDRESS.search(whole or text)
    name = person_name(ADDRESS.sub("", text).strip(" *:.,"))
    words = name.split()
    written = all(word[0].isupper() or not word[0].islower() or word.casefold() in PARTICLES for word in words)
    if not 1 + (not is_alone) <= len(words) <= 5 or not written or not is_person_name(name) or is_job(name):
        return None
    # "van" and "de" are words of a name too.
    if not is_alone and {word.casefold() for word in words if word not in PARTICLES and len(word) > 1} & known(
        "filler"
    ):
        return None
    email = named[1] if named and is_address(named[1]) else ""
    return Attendee(name=name, email=email, is_guessed=True)


def is_job(text: str) -> bool:
    words = {word.rstrip(".") for word in tokens(text)} - {""}
    return bool(words & (JOBS - SUFFIXES - TITLES | JOB_WORDS))


JOB_WORDS = frozenset(
    "teamlead governor lecturer buyer partner"
    " engineering product marketing sales design data software finance operations development research science"
    " scientist specialist coordinator assistant architect designer lead owner officer teamleiter leiter leiterin"
    " headteacher headmaster headmistress principal governors chair chairman chairwoman"
    " leitung entwickler entwicklerin responsable directeur directrice gerente jefe director responsabile".split()
)

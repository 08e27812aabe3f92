"""By what a role is told from a session, a department or a person: a word that says what somebody does."""

import re
from functools import lru_cache

from followup.files.invitation.people import is_person_name
from followup.files.invitation.person_signs import has_sign
from followup.files.invitation.words import CAPITAL, known, tokens
from followup.words.known_names import is_given_name

# From so many letters on a word may end with a shorter one: "Testingenjör", "Abteilungsleiterin".
SHORTEST_ENDING = 5
# "Leiter/in", "Erzieher:in", "Pfleger*in", "chargé·e".
GENDERED = re.compile(r"[/:*·]")
CAPITALISED = re.compile(rf"(?:{CAPITAL}[\w'’.-]*\s?){{2,4}}")


def says_role(text: str) -> bool:
    """True where a word says what somebody does.

    >>> [says_role(each) for each in ("Testingenjör", "Leiter/in", "iOS Architecture", "Hexagon Freight")]
    [True, True, False, False]
    """
    words = {*tokens(text), *(part for word in tokens(text) for part in GENDERED.split(word))}
    return bool(words & known("role_words")) or any(word.endswith(_endings()) for word in words)


def is_somebody(text: str) -> bool:
    """True for a part of a title that is a person's name: "Ken Ishimura"."""
    first = text.split(" ")[0]
    is_called = bool(CAPITALISED.fullmatch(text)) and is_given_name(first) and has_sign(text)
    return is_called and is_person_name(text) and not says_role(text)


@lru_cache(maxsize=1)
def _endings() -> tuple[str, ...]:
    return tuple(word for word in known("role_words") if len(word) > SHORTEST_ENDING)

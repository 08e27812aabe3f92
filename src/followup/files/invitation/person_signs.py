"""What shows that words with capitals are a person's name and not a company's: a title, a given name, an ending."""

import re

from followup.files.invitation.words import CAPITAL, known, unmarked
from followup.words.family_names import is_order_unknown
from followup.words.known_names import is_family_name, is_given_name
from followup.words.name_words import PARTICLES, is_one_of

INITIAL = re.compile(rf"{CAPITAL}\.(?:-?{CAPITAL}\.)*")
# "McAllister", "O'Neill", "D'Amico".
PREFIXED = re.compile(rf"(?:Ma?c|[OD]['’]){CAPITAL}")
# How family names end in one language or another, and hardly any company.
ENDING = re.compile(
    r"(?:[nsrd]sen|[nr]son|sson|[a-z]{2}(?:r|m|d|l|n|h|qu|gu)ez|[oe]wsk[ia]|[iy]nsk[ia]|[oe]vsky|wicz|czyk|enko|chuk|oglu"
    r"|[aeiou]nen|dottir|escu|poulos|idis|akis|mann|berger|[oe]vic|ishvili|adze|subramaniam|swamy|murthy)$"
)
# Letters of no western, southern or northern tongue; companies of those are not told by words of English around them.
ELSEWHERE = re.compile(r"[\u0370-\u1dff\u2e80-\uffdc]")
# Where a text calls a name a company's.
AT = r"(?:\b(?:at|interest in)|@)"
# Before these words a person may stand as well.
NEAR = (
    r"\b(?:join|joining|joined|interested in|working (?:at|for|with)|about|bei|beim|chez|au sein de|presso|bij|hos"
    r"|pela)"
)
BEHIND = r"(?:['’]s)?[^\S\n](?:team|recruiting|recruitment|talent|careers|hr|people|gmbh|inc|ltd|llc|office)\b"


def has_sign(name: str) -> bool:
    """True where the words of a name show that it is a person's.

    >>> [has_sign(name) for name in ("Dr. Marsh", "Renata Solis", "Joris van den Berg", "Oluwa O'Neill", "Harbor Lane")]
    [True, True, True, True, False]
    """
    words = name.split()
    if len(words) > 1 and is_one_of(words[0], known("honorifics")):
        return True
    if ELSEWHERE.search(name) or any(map(INITIAL.fullmatch, words)):
        return True
    inner = {word.casefold() for word in words[1:-1]} & PARTICLES
    last = words[-1] if len(words) > 1 else ""
    is_family = is_family_name(last) or PREFIXED.match(last) or ENDING.search(unmarked(last))
    if inner or is_family or is_order_unknown(words):
        return True
    # "Grace Community Church" begins with a given name too.
    return is_given_name(words[0]) and (len(words) < 3 or any(map(_is_known, words[1:])))


def _is_known(word: str) -> bool:
    return is_given_name(word) or is_family_name(word) or "-" in word or word.startswith(('"', "“", "'"))


def without_family_word(name: str) -> str:
    """A name without a family name that is a word of business as well, behind a given name: "Susan" of "Susan Bank"."""
    first, _, last = name.rpartition(" ")
    return first if last.casefold() in known("family_too") and is_given_name(first.split(" ")[0]) else name


def is_company(name: str, text: str) -> bool:
    """True for a name that a text calls a company elsewhere: "at Copper Canyon", "the Copper Canyon team"."""
    if name.casefold() in known("named_after_people"):
        return True
    if is_one_of(name.split(" ")[0], known("honorifics")):
        return False
    before = AT if has_sign(name) else f"(?:{AT}|{NEAR})"
    written = re.escape(name)
    return bool(re.search(rf"{before}\s?(?:the\s)?{written}(?!\w)|(?<!\w){written}{BEHIND}", text, re.IGNORECASE))


def is_of_house(name: str, hosts: frozenset[str]) -> bool:
    """True for the name of a company by which an address calls it: "Fernleaf Robotics" of dana@fernleaf.example."""
    whole, first = unmarked(name), unmarked(name.split(" ")[0])
    return whole in hosts or (first in hosts and not has_sign(name))

"""Whether a draft is in English."""

import re

from followup.checking.words import listed

OTHER_SCRIPT = re.compile(r"[^\W\d_\u0000-\u024f]")
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
# In English prose about every third word is one of the listed small words.
ENGLISH_SHARE = 0.12
FEWEST_WORDS = 8
# A long text shows its language early.
READ_CHARACTERS = 6000


def is_foreign(plain: str) -> bool:
    """Tells whether a folded text is mostly in another language than English."""
    plain = plain[:READ_CHARACTERS]
    if not plain.isascii() and len(OTHER_SCRIPT.findall(plain)) * 2 > sum(map(str.isalpha, plain)):
        return True
    words = WORD.findall(plain)
    english = sum(word in listed("english") for word in words)
    foreign = sum(word in listed("foreign") for word in words)
    if len(words) < FEWEST_WORDS:
        return foreign > 1 and not english
    return english < ENGLISH_SHARE * len(words) and (foreign > english or english * 25 < len(words) > 20)

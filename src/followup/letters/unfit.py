"""Answers that say nothing, or cannot stand where their blank stands: the letter leaves the blank open for them."""

import re

# These only keep a place; to a question of theirs "I don't know yet." and "None." are answers.
_KEEPS_A_PLACE = re.compile(r"(?:n\.?/?a\.?|not applicable|idk|dunno|tb[acd]|[\W_]+|x{2,9})[.!?… ]*", re.IGNORECASE)
_NOTHING = re.compile(
    r"(?:(?:well|um|uh|hm+),? )?(?:nothing(?: really| much| special| specific| in particular| comes to mind)?|nope?"
    r"|none|no (?:particular |real |special |specific )?(?:reason|idea|clue|comment|detail)s?|not (?:sure|known)"
    r"|unknown|(?:i )?(?:don['’]?t|do not|can['’]?t|cannot|can not) (?:know|remember|recall|say)(?: yet| really)?"
    rf"|{_KEEPS_A_PLACE.pattern})[.!?… ]*",
    re.IGNORECASE,
)
# "To become a nurse", "how to lead": no field in which one works.
_NO_FIELD = re.compile(r"(?:to|how|that|because|i|we|when|where) \S", re.IGNORECASE)
_SAYS_WHAT = frozenset("about thing reason moment again hour question sentences field times".split())


def is_unfit(text: str, shape: str) -> bool:
    """True where an answer leaves its blank as open as none would.

    >>> is_unfit("No reason", "reason"), is_unfit("no car", "reason"), is_unfit("to become a nurse", "field")
    (True, False, True)
    """
    if shape == "reply":
        return bool(_KEEPS_A_PLACE.fullmatch(text))
    return shape in _SAYS_WHAT and bool(_NOTHING.fullmatch(text) or (shape == "field" and _NO_FIELD.match(text)))

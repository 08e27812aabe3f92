"""Answers that say nothing, or cannot stand where their blank stands: the letter leaves the blank open for them."""

import re
from collections.abc import Callable, Mapping

from followup.letters.typed_own import NO_TOPIC
from followup.words.nobody import KEEPS_A_PLACE, is_nobody

# These only keep a place; to a question of theirs "I don't know yet." and "None." are answers.
_KEEPS_A_PLACE = re.compile(rf"(?:{KEEPS_A_PLACE.pattern}|[\W_]+|\[[^\[\]]*\])[.!?… ]*", re.IGNORECASE)
_NOTHING = re.compile(
    r"(?:(?:well|um|uh|hm+),? )?(?:nothing(?: really| much| special| specific| in particular| comes to mind)?|nope?"
    r"|none|no (?:particular |real |special |specific )?(?:reason|idea|clue|comment|detail)s?|not (?:sure|known)"
    r"|unknown|(?:i )?(?:don['’]?t|do not|can['’]?t|cannot|can not) (?:know|remember|recall|say)(?: yet| really)?"
    rf"|{_KEEPS_A_PLACE.pattern})[.!?… ]*",
    re.IGNORECASE,
)
# "To become a nurse", "how to lead": no field in which one works.
_NO_FIELD = re.compile(r"(?:to|how|that|because|i|we|when|where) \S", re.IGNORECASE)
# "Write a marketing plan", "to build a dashboard": what one does is no thing to send.
_NO_THING = re.compile(
    r"(?:to [a-z]+|(?:please )?(?!(?:all|both|half|such|just|only|also|about|not|as|for|of|in|on|with|from)\b)[a-z]+) "
    r"(?:an?|the|my|your|our|their|some|two|three|up|down) \S|to [a-z]+ \S|(?:i|we|you|they) [a-z]+",
    re.IGNORECASE,
)
_OF_SOMEBODY, _OF_SOMETHING = ("person", "names"), ("company", "role")
_SAYS_WHAT = frozenset("about thing object work topic reason moment again hour question sentences field times".split())

_NEVER: Mapping[str, Callable[[str], object]] = {
    "field": _NO_FIELD.match,
    "object": _NO_THING.match,
    "topic": NO_TOPIC.fullmatch,
}


def is_unfit(text: str, shape: str) -> bool:
    """True where an answer leaves its blank as open as none would.

    >>> is_unfit("No reason", "reason"), is_unfit("no car", "reason"), is_unfit("to become a nurse", "field")
    (True, False, True)
    """
    if shape in _OF_SOMEBODY:
        return is_nobody(text)
    if shape in _OF_SOMETHING:
        # There is a company called X.
        return text.lower() != "x" and bool(_NOTHING.fullmatch(text))
    if shape == "reply":
        return bool(_KEEPS_A_PLACE.fullmatch(text))
    if shape in _NEVER and _NEVER[shape](text):
        return True
    return shape in _SAYS_WHAT and bool(_NOTHING.fullmatch(text))

"""A thing that was asked for or sent, as it follows a verb: "the SQL test", "my references"."""

import re

from followup.letters.marks import closed_off, lowered, small_first, unquoted_thing
from followup.model.wording import view_words

_DETERMINED = frozenset(
    "the a an my your our their his her its this that these those some any no all both each every another one two three"
    " four five six several many more what how whatever everything something anything nothing it them".split()
)
# Words that name a task and have a capital only because the answer began with them.
_COMMON = frozenset(
    "sample case test presentation writing coding design portfolio report task assignment take-home project analysis"
    " homework code data skills written video short final signed completed proof copy list link draft".split()
)
_HEAD = re.compile(r"^(.*?)(?: (?:for|of|about|on|with|in|from|to|at|by|that|which|and)\b.*)?$")
_FILE = re.compile(r"\w\.\w|[@/\\]")


def as_thing(text: str) -> str:
    """A thing, as it follows a verb: "the sample report"."""
    return lowered(unquoted_thing(closed_off(text)))


def as_object(text: str) -> str:
    """A thing as it follows a verb; one alone without its article gets one.

    >>> as_object("SQL test"), as_object("Case study."), as_object("my references"), as_object("forms for you")
    ('the SQL test', 'the case study', 'my references', 'forms for you')
    """
    thing = small_first(as_thing(text), _COMMON)
    return view_words("typed.with_the", name=thing) if _is_one_alone(thing) else thing


def _is_one_alone(thing: str) -> bool:
    """True for one thing without an article; several, or what is named like a file, need none."""
    found = _HEAD.match(thing)
    words = found[1].split() if found else []
    if not words or words[0].lower() in _DETERMINED or not words[0][0].isalpha() or _FILE.search(thing):
        return False
    is_owned = any(re.search(r"['’]s?$", word) for word in words)
    return not is_owned and not re.search(r"(?<![sui])s$", words[-1])

"""What a reader typed into a blank, as it goes on inside the letter's sentence.

People complete no clause: they write "We talked about the lab.", "role: nurse", "9:30", "because I moved". Each shape
says what such an answer needs; what it cannot mend it leaves as typed.
"""

import re
from collections.abc import Callable, Mapping

from followup.letters.marks import LINK_END, capital, closed_off, unquoted
from followup.letters.typed_about import as_about
from followup.letters.typed_names import as_company, as_people, as_person, as_role, as_whole_name
from followup.letters.typed_own import as_topic, as_work
from followup.letters.typed_reason import as_reason
from followup.letters.typed_things import as_object, as_thing
from followup.letters.typed_times import as_again, as_hour, as_moment, as_times
from followup.model.wording import view_words

_ASKS = re.compile(
    r"^(?:how|what|when|where|who|whom|whose|which|why|is|are|was|were|do|does|did|can|could|would|will|should|may|might"
    r"|has|have|had|am|in what|to what|at what|by when|for how|on which|if|whether)\b",
    re.IGNORECASE,
)
_TITLE_END = re.compile(r"\b(?:mr|mrs|ms|dr|prof|st)\.$", re.IGNORECASE)
_FIELD = re.compile(r"^(?:(?:in|into|at|within|about) )?(?:(?:the )?(?:field|area|world) of )?(?=\S)", re.IGNORECASE)


def shaped(text: str, shape: str) -> str:
    """Gives what was typed as the shape wants it; text is clean, and comes back unchanged where no shape is named.

    >>> shaped("We talked about the lab.", "about"), shaped("the role of Data Analyst", "role"), shaped("10:00", "hour")
    ('the lab', 'Data Analyst', 'at 10:00')
    """
    return (_SHAPES[shape](text) or text) if shape else text


def _field(text: str) -> str:
    """A field of work, as it follows "in" and "about"."""
    return _FIELD.sub("", as_thing(text)) or text


def _question(text: str) -> str:
    """A question that stands alone, with its mark."""
    bare = text.rstrip(" .,;:")
    if re.match(r"(?:if|whether)\b", bare, re.IGNORECASE):
        return view_words("typed.whether", clause=f"{bare[0].lower()}{bare[1:]}")
    asks = _ASKS.match(bare) or bare.startswith("Could you")
    mark = "" if re.search(r"[?!…]$", bare) else "?" if asks else "."
    return capital(bare) + mark


def _sentences(text: str) -> str:
    """Sentences that stand alone."""
    bare = text.rstrip(" ,;:")
    closed = re.search(r"[.!?…][\"”’')\]]*$", bare) or LINK_END.search(bare)
    return capital(bare) + ("" if closed else ".")


def _subject_line(text: str) -> str:
    return re.sub(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", "", text, flags=re.IGNORECASE)


def _link(text: str) -> str:
    return text.strip("<>()[] ,;")


def _quoted(text: str) -> str:
    bare = text.rstrip(" ,;")
    # The letter puts its own stop; that of a short form stays.
    return unquoted(closed_off(bare) if bare.endswith(".") and not _TITLE_END.search(bare) else bare)


_SHAPES: Mapping[str, Callable[[str], str]] = {
    "about": as_about,
    "work": as_work,
    "topic": as_topic,
    "thing": as_thing,
    "object": as_object,
    "field": _field,
    "role": as_role,
    "company": as_company,
    "name": as_person,
    "person": as_whole_name,
    "names": as_people,
    "reason": as_reason,
    "question": _question,
    "sentences": _sentences,
    "reply": _sentences,
    "times": as_times,
    "moment": as_moment,
    "again": as_again,
    "hour": as_hour,
    "subject": _subject_line,
    "link": _link,
    "quoted": _quoted,
}

"""What a reader typed into a blank, as it goes on inside the letter's sentence.

People complete no clause: they write "We talked about the lab.", "role: nurse", "9:30", "because I moved". Each shape
says what such an answer needs; what it cannot mend it leaves as typed.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping

from followup.letters.marks import capital, closed_off, lowered, unquoted
from followup.letters.typed_about import VERB, as_about
from followup.letters.typed_names import as_company, as_people, as_person, as_role
from followup.model.language import dated
from followup.model.wording import view_words

_REASON = re.compile(
    r"^(?:(?:simply |mainly |just )?because|since|as|the reason is(?: that)?|reason:)\s+(?!of\b)", re.IGNORECASE
)
_REASON_OF = re.compile(
    r"^(?:(?:because|on account|as a result) of|of|(?:due|owing|thanks) to|because)\s+", re.IGNORECASE
)
# "For family reasons", "to be near my parents".
_REASON_FOR = re.compile(r"^for\s+", re.IGNORECASE)
_AIM = re.compile(r"^(?:in order )?to (?=[a-z])", re.IGNORECASE)
_CAUSES = frozenset(
    "illness sickness family health childcare personal relocation weather snow traffic distance travel".split()
)
_ASKS = re.compile(
    r"^(?:how|what|when|where|who|whom|whose|which|why|is|are|was|were|do|does|did|can|could|would|will|should|may|might"
    r"|has|have|had|am|in what|to what|at what|by when|for how|on which|if|whether)\b",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\d"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d",
    re.IGNORECASE,
)
# A day in figures, with its hour.
_IN_FIGURES = re.compile(r"\b(20\d\d-\d\d-\d\d)\b(?:(?:T|,? (?:at )?)(\d{1,2}:\d\d)(?::\d\d)?\b)?")
_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty"
# The letter says yes, and that it suits.
_YES = re.compile(r"^(?:(?:yes|yeah|yep|sure|ok|okay|perfect|great|fine)\b[,!.:–—-]* (?=\S))+", re.IGNORECASE)
_SUITS = re.compile(
    r"(?<=\S) (?:works?|suits?(?: me)?|fits?|(?:is|are|would be|'s) (?:fine|good|great|perfect|ok|okay)"
    r"|sounds? (?:good|great|fine)|would (?:work|suit(?: me)?))(?: for me| well| best| perfectly| great)*$",
    re.IGNORECASE,
)
_FIELD = re.compile(r"^(?:(?:in|into|at|within|about) )?(?:(?:the )?(?:field|area|world) of )?(?=\S)", re.IGNORECASE)
_LINK_END = re.compile(r"(?:https?://|www\.)\S+$|\S+@\S+\.\S+$")


def shaped(text: str, shape: str) -> str:
    """Gives what was typed as the shape wants it; text is clean, and comes back unchanged where no shape is named.

    >>> shaped("We talked about the lab.", "about"), shaped("the role of Data Analyst", "role"), shaped("10:00", "hour")
    ('the lab', 'Data Analyst', 'at 10:00')
    """
    return (_SHAPES[shape](text) or text) if shape else text


def _thing(text: str) -> str:
    """A thing, as it follows a verb: "the sample report"."""
    return lowered(unquoted(closed_off(text)))


def _field(text: str) -> str:
    """A field of work, as it follows "in" and "about"."""
    return _FIELD.sub("", _thing(text)) or text


def _reason(text: str) -> str:
    """A reason, as it follows "because"."""
    bare = closed_off(text)
    if _AIM.match(bare):
        return view_words("typed.aim", aim=_AIM.sub("", bare))
    if not VERB.search(bare):
        bare = _REASON_FOR.sub("", bare)
    first, _, rest = bare.partition(" ")
    bare = f"{first.lower()} {rest}".strip() if first.lower() in _CAUSES else bare
    if _REASON_OF.match(bare) and not VERB.search(_REASON_OF.sub("", bare)):
        return view_words("typed.of", thing=lowered(_REASON_OF.sub("", bare)))
    clause = lowered(_REASON.sub("", bare))
    return clause if VERB.search(clause) or clause.startswith("of ") else view_words("typed.of", thing=clause)


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
    closed = re.search(r"[.!?…][\"”’')\]]*$", bare) or _LINK_END.search(bare)
    return capital(bare) + ("" if closed else ".")


def _times(text: str) -> str:
    """Times on offer, behind a colon; a list of lines needs no stop."""
    bare = _days_spelled(text).rstrip(" ,;:")
    if "\n" in bare:
        return f"\n{bare}" if not bare.startswith("\n") else bare
    return bare if re.search(r"[.!?…]$", bare) or _LINK_END.search(bare) else f"{bare}."


def _moment(text: str) -> str:
    """A day and an hour as the subject of a sentence."""
    bare = _SUITS.sub("", _YES.sub("", closed_off(_days_spelled(text))))
    return re.sub(r"^(?:on|for) (?=\S)", "", bare, flags=re.IGNORECASE)


def _days_spelled(text: str) -> str:
    """The text with days in figures as they are said: "Tuesday 26 January at 15:00"."""
    return _IN_FIGURES.sub(_day_spelled, text)


def _day_spelled(found: re.Match[str]) -> str:
    try:
        day = dated("weekday", dt.date.fromisoformat(found[1]))
    except ValueError:
        return found[0]
    return f"{day} {view_words('hours.at', hour=found[2])}" if found[2] else day


def _again(text: str) -> str:
    """When one would call again: "on Thursday", "next week"."""
    bare = lowered(closed_off(_days_spelled(text)))
    return view_words("days.on", day=bare) if _DAY.match(bare) else bare


def _hour(text: str) -> str:
    bare = re.sub(rf"^(?:{_HOURS})\b", lambda word: word[0].lower(), closed_off(text), flags=re.IGNORECASE)
    is_bare = re.match(rf"\d|noon\b|midday\b|half\b|quarter\b|(?:{_HOURS})\b", bare, re.IGNORECASE)
    return view_words("hours.at", hour=bare) if is_bare else lowered(bare)


def _subject_line(text: str) -> str:
    return re.sub(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", "", text, flags=re.IGNORECASE)


def _link(text: str) -> str:
    return text.strip("<>()[] ,;")


def _quoted(text: str) -> str:
    return unquoted(text.rstrip(" ,;"))


_SHAPES: Mapping[str, Callable[[str], str]] = {
    "about": as_about,
    "thing": _thing,
    "field": _field,
    "role": as_role,
    "company": as_company,
    "name": as_person,
    "names": as_people,
    "reason": _reason,
    "question": _question,
    "sentences": _sentences,
    "reply": _sentences,
    "times": _times,
    "moment": _moment,
    "again": _again,
    "hour": _hour,
    "subject": _subject_line,
    "link": _link,
    "quoted": _quoted,
}

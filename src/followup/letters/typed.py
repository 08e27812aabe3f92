"""What a reader typed into a blank, as it goes on inside the letter's sentence.

People complete no clause: they write "We talked about the lab.", "role: nurse", "9:30", "because I moved". Each shape
says what such an answer needs; what it cannot mend it leaves as typed.
"""

import re
from collections.abc import Callable, Mapping

from followup.letters.marks import capital, closed_off, lowered, unquoted
from followup.letters.typed_names import as_company, as_people, as_person, as_role
from followup.model.wording import view_words

# How people begin when asked what they talked about.
_TOLD = re.compile(
    r"^(?:(?:and|so|well|also|just),? )?"
    r"(?:(?:(?:that|when) )?(?:we|you|they|i|he|she) (?:also |really |briefly |mostly |both )?"
    r"(?:talked|spoke|chatted|discussed|mentioned|told me|said|explained|described|showed me|shared|liked|loved|enjoyed"
    r"|found it interesting|was interested|learned|learnt|heard|keep thinking|thought|were talking|was thinking)"
    r"(?: (?:about|of|in|on|that|to hear(?:ing)? about|hearing about|learning about|talking about|with (?:you|me)))*"
    r"|(?:talking|hearing|learning|discussing|speaking|our (?:talk|conversation|discussion))(?: (?:about|of))"
    r"|discussing|about|regarding|concerning|re:) (?!$)",
    re.IGNORECASE,
)
# A question told as a thing loses its "do".
_ASKED = re.compile(r"^(how|what|when|where|why) do (?=(?:you|we|they|i)\b)", re.IGNORECASE)
_SUBJECT = re.compile(r"^(?:that )?(you|we|they|he|she|i)\b(?!['’]?s\b)", re.IGNORECASE)
# "You said kids come first" tells how it is; "you said nice things" names a thing.
_SAYS = re.compile(r"\b(?:comes?|go|goes|works?|runs?|takes?|gives?|helps?|matters?|starts?|stays?|grows?)\b")
_TO_DO = re.compile(r"to (?!(?:the|an?|my|your|our|their|his|her|its|this|that)\b)(?=[a-z]+\b)")
_REASON = re.compile(
    r"^(?:(?:simply |mainly |just )?because|since|as|the reason is(?: that)?|reason:)\s+(?!of\b)", re.IGNORECASE
)
_REASON_OF = re.compile(r"^(?:(?:because|on account|as a result) of|(?:due|owing|thanks) to|because)\s+", re.IGNORECASE)
# "For family reasons", "to be near my parents".
_REASON_FOR = re.compile(r"^for\s+", re.IGNORECASE)
_AIM = re.compile(r"^(?:in order )?to (?=[a-z])", re.IGNORECASE)
_CAUSES = frozenset(
    "illness sickness family health childcare personal relocation weather snow traffic distance travel".split()
)
_VERB = re.compile(
    r"\b(?:i|we|he|she|they|it|there|is|are|was|were|am|has|have|had|will|would|can|cannot|could|do|does|did|must|need"
    r"|needs|got|came|broke|moved|fell|went|took|made|found|keeps?|wants?|\w+['’](?:m|ve|d|ll|re|t))\b",
    re.IGNORECASE,
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
_LINK_END = re.compile(r"(?:https?://|www\.)\S+$|\S+@\S+\.\S+$")


def shaped(text: str, shape: str) -> str:
    """Gives what was typed as the shape wants it; text is clean, and comes back unchanged where no shape is named.

    >>> shaped("We talked about the lab.", "about"), shaped("the role of Data Analyst", "role"), shaped("10:00", "hour")
    ('the lab', 'Data Analyst', 'at 10:00')
    """
    return (_SHAPES[shape](text) or text) if shape else text


def _about(text: str) -> str:
    """A thing talked about, as it follows "about": "how you test", "the lab"."""
    bare = unquoted(closed_off(text))
    told = _TOLD.match(bare)
    clause = _ASKED.sub(r"\1 ", lowered(bare[told.end() :] if told else bare))
    is_clause = bool(told) and not _ASKS.match(clause) and bool(_VERB.search(clause) or _SAYS.search(clause))
    if _TO_DO.match(clause) or (told and is_clause and told[0].rstrip().endswith(("that", "said", "explained"))):
        return view_words("typed.how", clause=clause)
    return _SUBJECT.sub(_how, clause, count=1)


def _how(subject: re.Match[str]) -> str:
    word = subject[1]
    return view_words("typed.how", clause=word if word.lower() == "i" else word.lower())


def _thing(text: str) -> str:
    """A thing, as it follows a verb: "the sample report"."""
    return lowered(unquoted(closed_off(text)))


def _reason(text: str) -> str:
    """A reason, as it follows "because"."""
    bare = closed_off(text)
    if _AIM.match(bare):
        return view_words("typed.aim", aim=_AIM.sub("", bare))
    if not _VERB.search(bare):
        bare = _REASON_FOR.sub("", bare)
    first, _, rest = bare.partition(" ")
    bare = f"{first.lower()} {rest}".strip() if first.lower() in _CAUSES else bare
    if _REASON_OF.match(bare) and not _VERB.search(_REASON_OF.sub("", bare)):
        return view_words("typed.of", thing=lowered(_REASON_OF.sub("", bare)))
    clause = lowered(_REASON.sub("", bare))
    return clause if _VERB.search(clause) or clause.startswith("of ") else view_words("typed.of", thing=clause)


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
    bare = text.rstrip(" ,;:")
    if "\n" in bare:
        return f"\n{bare}" if not bare.startswith("\n") else bare
    return bare if re.search(r"[.!?…]$", bare) or _LINK_END.search(bare) else f"{bare}."


def _moment(text: str) -> str:
    """A day and an hour as the subject of a sentence."""
    return re.sub(r"^(?:on|for) (?=\S)", "", closed_off(text), flags=re.IGNORECASE)


def _again(text: str) -> str:
    """When one would call again: "on Thursday", "next week"."""
    bare = lowered(closed_off(text))
    return view_words("days.on", day=bare) if _DAY.match(bare) else bare


def _hour(text: str) -> str:
    bare = closed_off(text)
    return (
        view_words("hours.at", hour=bare)
        if re.match(r"\d|noon\b|midday\b|half\b|quarter\b", bare, re.IGNORECASE)
        else lowered(bare)
    )


def _subject_line(text: str) -> str:
    return re.sub(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", "", text, flags=re.IGNORECASE)


def _link(text: str) -> str:
    return text.strip("<>()[] ,;")


def _quoted(text: str) -> str:
    return unquoted(text.rstrip(" ,;"))


_SHAPES: Mapping[str, Callable[[str], str]] = {
    "about": _about,
    "thing": _thing,
    "role": as_role,
    "company": as_company,
    "name": as_person,
    "names": as_people,
    "reason": _reason,
    "question": _question,
    "sentences": _sentences,
    "times": _times,
    "moment": _moment,
    "again": _again,
    "hour": _hour,
    "subject": _subject_line,
    "link": _link,
    "quoted": _quoted,
}

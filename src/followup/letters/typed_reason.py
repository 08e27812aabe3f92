"""The reason that the reader gave, as it follows "because"."""

import re

from followup.letters.assembling import sounds_open
from followup.letters.marks import closed_off, lowered, small_first
from followup.letters.typed_about import VERB
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
    "illness sickness sick ill family health medical doctor dentist hospital childcare child school personal private"
    " relocation weather snow storm traffic train flight bus car transport public broken delayed late strike power"
    " urgent sudden unexpected emergency work distance travel commute".split()
)
# "A sick child", "a delayed train": one of these has an article.
_ONE = re.compile(
    r"(?:child|kid|baby|train|flight|bus|car|emergency|accident|appointment|strike|storm|leg|arm|back|problem|issue|conflict"
    r"|wedding|funeral|death|job|offer|move|delay|breakdown|outage|cut|deadline|commitment|operation|injury|virus|cold)$",
    re.IGNORECASE,
)
_DETERMINED = re.compile(
    r"(?:an?|the|my|our|your|his|her|their|its|this|that|no|some|another|one)\b|\S+['’]s? \S+$", re.IGNORECASE
)
# "Accepted another offer", "need more time": whoever tells it is left out. "Delayed train" names a thing, and
# "stressed at work" tells how one is.
_MINE = re.compile(
    r"^(?:(?:am|have|need|want|can|cannot|could|would|must|got|had|found|took|chose|went|fell|became|moved|relocated)\b"
    r"|(?:can|could|would|have)n?['’]?t\b"
    r"|(?:[a-z]+ed|lost|left|made|broke|hurt|met|sold|bought|won|began|felt|saw)"
    r" (?:an?|the|another|my|our|one|some|more|too|it|that|to|away|abroad|ill|sick)\b)",
    re.IGNORECASE,
)


def as_reason(text: str) -> str:
    """A reason, as it follows "because"."""
    bare = closed_off(text)
    if _MINE.match(bare):
        return view_words("typed.mine", clause=f"{bare[0].lower()}{bare[1:]}")
    if _AIM.match(bare):
        return view_words("typed.aim", aim=_AIM.sub("", bare))
    if not VERB.search(bare):
        bare = _REASON_FOR.sub("", bare)
    bare = small_first(bare, _CAUSES)
    if _REASON_OF.match(bare) and not VERB.search(_REASON_OF.sub("", bare)):
        return view_words("typed.of", thing=_one(lowered(_REASON_OF.sub("", bare))))
    clause = lowered(_REASON.sub("", bare))
    return clause if VERB.search(clause) or clause.startswith("of ") else view_words("typed.of", thing=_one(clause))


def _one(thing: str) -> str:
    """The thing with an article where there is one of it: "a sick child"."""
    if not _ONE.search(thing) or _DETERMINED.match(thing):
        return thing
    return view_words("typed.an" if sounds_open(thing) else "typed.a", thing=thing)

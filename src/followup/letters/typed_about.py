"""What the reader answered when asked what they talked about, as it follows "about"."""

import re

from followup.letters.marks import closed_off, lowered, unquoted_thing
from followup.letters.typed_clause import with_noun_subject
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
# "It was great to see the lab", "good to learn that you train everyone", "to hear about the move".
# A gerund alone may name a thing, as in "learning analytics", and wants "about" or "the" behind it.
_WARM = re.compile(
    r"^(?P<was>(?:it|i) was |it['’]s been )?(?:(?:so |very |really |such )?(?:a )?"
    r"(?:great|good|lovely|nice|fun|interesting|wonderful|exciting|fascinating|reassuring|helpful|impressive|happy|glad"
    r"|pleased|delighted|surprised|pleasure|treat|joy) )?"
    r"(?:to (?:see|hear|learn|find out|read|discover|know|meet(?: with)?(?! you\b))"
    r"|(?(was)(?:seeing|hearing|learning|finding out|meeting(?: with)?(?! you\b))"
    r"|(?:seeing|hearing|learning|finding out)"
    r"(?= (?:(?:a (?:bit|little|lot) )?(?:more )?(?:about|of)|that|how|the|your) )))"
    r"(?: (?:a (?:bit|little|lot) )?(?:more )?(?:about|of))?(?P<that> that)? (?!$)",
    re.IGNORECASE,
)
# "It was great learning with the team": what was done there is kept.
_DOING = re.compile(
    r"^it(?: was|['’]s been) (?:so |very |really )?(?:great|good|lovely|nice|fun|interesting|wonderful|exciting) "
    r"(?!meeting\b)(?=[a-z]+ing (?:with|from|alongside|in|at|on)\b)",
    re.IGNORECASE,
)
_BECAUSE = re.compile(r"^(?:because|since) (?P<of>of )?(?!$)", re.IGNORECASE)
# "Since 2019 you have trained nurses" tells from when, and gives no reason.
_FROM_WHEN = re.compile(
    r"^since (?:\d|then\b|last\b|(?:early|late|mid)\b|(?:jan|febr)uary\b|march\b|april\b|may\b|june\b|july\b|august\b"
    r"|(?:septem|octo|novem|decem)ber\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:spring|summer|autumn|winter)\b)",
    re.IGNORECASE,
)
_THERE = re.compile(r"^(?:that )?there (?:is|are|was|were|will be) (?!$)", re.IGNORECASE)
# A question told as a thing loses its "do".
_ASKED = re.compile(r"^(how|what|when|where|why) do (?=(?:you|we|they|i)\b)", re.IGNORECASE)
_ASKS = re.compile(r"^(?:how|what|when|where|who|whom|whose|which|why|if|whether)\b", re.IGNORECASE)
_SUBJECT = re.compile(r"^(?:that )?(you|we|they|he|she|i)\b(?!['’]?s\b)", re.IGNORECASE)
# These are a subject where a verb follows, and a thing elsewhere: "everyone on the floor".
_ALSO_SUBJECT = re.compile(
    r"^(?:that )?(it|everyone|everybody|nobody|no one|someone|somebody|people)(?= (?:[a-z]+ly )?"
    r"(?:is|are|was|were|has|have|had|will|would|can|could|do|does|did|seem(?:s|ed)|look(?:s|ed)|felt|feels|[a-z]+ed"
    r"|[a-z]{3,}s)\b)",
    re.IGNORECASE,
)
# "You said kids come first" tells how it is; "you said nice things" names a thing.
_SAYS = re.compile(r"\b(?:comes?|go|goes|works?|runs?|takes?|gives?|helps?|matters?|starts?|stays?|grows?)\b")
_TO_DO = re.compile(r"to (?!(?:the|an?|my|your|our|their|his|her|its|this|that)\b)(?=[a-z]+\b)")
VERB = re.compile(
    r"\b(?:i|we|he|she|they|it|there|is|are|was|were|am|has|have|had|will|would|can|cannot|could|do|does|did|must|need"
    r"|needs|got|came|broke|moved|fell|went|took|made|found|keeps?|wants?|\w+['’](?:m|ve|d|ll|re|t))\b",
    re.IGNORECASE,
)
# "Everyone seemed happy", "you were so honest": how one was stands in front.
_SEEMED = re.compile(
    r"^(?:that )?(?P<who>[^,;:]{1,60}?) (?P<verb>seemed|seems?|looked|looks|felt|sounded|was|were|is|are)"
    r"(?: so| very| really| quite)? (?P<how>[a-z]+)$",
    re.IGNORECASE,
)
_NO_QUALITY = re.compile(
    r"(?:ing|s|ed|en)$|^(?:over|on|off|in|out|up|down|here|there|away|back|gone|done|around|near|next|now|today)$",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"^(?:i|you|we|they|he|she|it|everyone|everybody|people|nobody|(?:the|your|their|our) \w+)$", re.IGNORECASE
)


def as_about(text: str) -> str:
    """A thing talked about, as it follows "about": "how you test", "the lab"."""
    bare = unquoted_thing(closed_off(text))
    if _FROM_WHEN.match(bare):
        return _clause(bare, is_clause=bool(VERB.search(bare)))
    if _DOING.match(bare):
        return _DOING.sub("", bare)
    reason, warm, told = _BECAUSE.match(bare), _WARM.match(bare), _TOLD.match(bare)
    if reason:
        return _clause(bare[reason.end() :], is_clause=not reason["of"])
    if warm:
        return _clause(bare[warm.end() :], is_clause=bool(warm["that"]))
    clause = _ASKED.sub(r"\1 ", lowered(bare[told.end() :] if told else bare))
    is_clause = bool(told) and not _ASKS.match(clause) and bool(VERB.search(clause) or _SAYS.search(clause))
    if _TO_DO.match(clause) or (told and is_clause and told[0].rstrip().endswith(("that", "said", "explained"))):
        return view_words("typed.how", clause=clause)
    return _clause(clause, is_clause=False)


def _clause(text: str, *, is_clause: bool) -> str:
    """What is left of an answer; `is_clause` where only a clause could stand there."""
    clause = _THERE.sub("", lowered(text))
    if found := _seemed(clause):
        return found
    for subject in (_SUBJECT, _ALSO_SUBJECT):
        if subject.match(clause):
            return subject.sub(_how, clause, count=1)
    if not _ASKS.match(clause) and (named := with_noun_subject(clause)):
        return _seemed(clause, named["who"].strip()) or view_words("typed.how", clause=clause)
    return view_words("typed.how", clause=clause) if is_clause and not _ASKS.match(clause) else clause


def _seemed(clause: str, subject: str = "") -> str:
    found = _SEEMED.match(clause)
    if not found or not (found["who"] == subject or _WHO.match(found["who"])):
        return ""
    is_said = found["verb"].lower() in ("was", "were", "is", "are")
    if is_said and _NO_QUALITY.search(found["how"]):
        return ""
    keeps = bool(subject) or found["who"].lower() == "i"
    who = found["who"] if keeps else found["who"][0].lower() + found["who"][1:]
    return view_words("typed.how", clause=f"{found['how'].lower()} {who} {found['verb'].lower()}")


def _how(subject: re.Match[str]) -> str:
    word = subject[1]
    return view_words("typed.how", clause=word if word.lower() == "i" else word.lower())

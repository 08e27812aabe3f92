"""What the reader has done, and what they were asked, turned so that it goes on in a letter of theirs."""

import re
from collections.abc import Mapping

from followup.letters.marks import closed_off, lowered
from followup.letters.typed_about import as_about
from followup.model.wording import view_words

_MY_WORK = re.compile(r"^(?:my (?:own )?(?:work|job|time) )?(?:on|in) (?=\S)", re.IGNORECASE)
# "I'm a nurse", "worked as a nurse", "my job as a nurse".
_AS = re.compile(
    r"^(?:(?:i (?:(?:have|had) )?|i['’]ve )?(?:work(?:ed)?|been working) as|i (?:am|was|have been)|i['’](?:m|ve been)"
    r"|my (?:own )?(?:work|job|time) as|as) (?=(?:an?|the|head|lead) )",
    re.IGNORECASE,
)
_WORKED = re.compile(
    r"^(?:(?:i (?:(?:have|had) )?|i['’]ve )?(?:work(?:ed)?|been working)|my (?:own )?work)"
    r" (?=(?:with|for|at|among|between)\b)",
    re.IGNORECASE,
)
_WITH = re.compile(r"(?:with|for|at|among|between) \S", re.IGNORECASE)
_DID = re.compile(
    r"^(?:i (?:(?:have |had )?(?:also |often |once )?)|i['’]ve (?:also )?)?(?P<verb>[a-z]+)(?P<rest> .+)$",
    re.IGNORECASE,
)
_FINITE = re.compile(r"[a-z]+ed", re.IGNORECASE)
# "Led teams" is something one did; "advanced statistics" and "cut flowers" are things.
_THING_BEHIND = re.compile(
    r" (?:an?|the|my|our|your|new|all|several|two|three|four|five|six|ten|\d|people|teams?)\b", re.I
)
_DOING: Mapping[str, str] = {
    "led": "leading",
    "ran": "running",
    "built": "building",
    "wrote": "writing",
    "taught": "teaching",
    "made": "making",
    "sold": "selling",
    "bought": "buying",
    "kept": "keeping",
    "set": "setting",
    "grew": "growing",
    "drove": "driving",
    "did": "doing",
    "held": "holding",
    "won": "winning",
    "brought": "bringing",
    "found": "finding",
    "gave": "giving",
    "took": "taking",
    "began": "beginning",
    "drew": "drawing",
    "cut": "cutting",
    "put": "putting",
    "oversaw": "overseeing",
    "spent": "spending",
    "lead": "leading",
    "run": "running",
    "build": "building",
    "write": "writing",
    "teach": "teaching",
    "manage": "managing",
    "train": "training",
    "make": "making",
    "plan": "planning",
    "look": "looking",
}
_GERUND = re.compile(rf"[a-z]+ing{_THING_BEHIND.pattern}", re.IGNORECASE)
_ASKED_ME = re.compile(
    r"^(?:(?:the|your|a|one) )?questions? (?:about|on|of|regarding|where you asked(?: me)?(?: about)?) (?=\S)"
    r"|^asked(?: me)? about ",
    re.IGNORECASE,
)
_TELL = re.compile(
    r"^(?:please )?(?:tell (?:me|us)(?: (?:more|something|a (?:bit|little)(?: more)?))? about|describe"
    r"|(?:talk|walk) (?:me|us) through|what (?:is|are|was|were)) (?=(?:your|yourself|the|an?|one)\b)",
    re.IGNORECASE,
)
_WHAT_WHEN = re.compile(
    r"^(how|why|when|where|what) (?:do (?=you )|(would|will|can|could|should) (you)\b)", re.IGNORECASE
)
_WHETHER = re.compile(r"^(?:(can|could|would|will|should) |do )you\b", re.IGNORECASE)
_ASKS = re.compile(r"(?:how|why|when|where|what|which|who)\b", re.IGNORECASE)
_TURNED: Mapping[str, str] = {
    "you": "I",
    "your": "my",
    "yours": "mine",
    "yourself": "myself",
    "you're": "I'm",
    "you’re": "I’m",
    "you've": "I've",
    "you’ve": "I’ve",
    "you'd": "I'd",
    "you’d": "I’d",
    "we": "you",
    "us": "you",
    "our": "your",
}
# For a question by its number, and one told in the past, no words about it can be found.
NO_TOPIC = re.compile(
    r"(?:(?:the )?(?:question|number|no\.?|q) ?(?:no\.? ?)?\d+"
    r"|(?:the )?(?:first|second|third|fourth|fifth|last|next) (?:question|one)"
    r"|(?:how|why|when|where|what) (?:did|have|were|are) you\b.*)[.?!]*",
    re.IGNORECASE,
)


def as_work(text: str) -> str:
    """What somebody has done, as it follows "my work".

    >>> as_work("weekly reports"), as_work("I led a team of five"), as_work("I'm a nurse")
    ('on weekly reports', 'leading a team of five', 'as a nurse')
    """
    bare = closed_off(text)
    if _AS.match(bare):
        return view_words("typed.work_as", job=_AS.sub("", bare))
    if _WORKED.match(bare) or _WITH.match(bare):
        return _WORKED.sub("", bare)
    bare = _doing(_MY_WORK.sub("", bare))
    return bare if _GERUND.match(bare) else view_words("typed.work_on", thing=as_about(bare))


def _doing(text: str) -> str:
    """The text with what somebody did turned into their doing it: "leading a team"."""
    found = _DID.match(text)
    verb = found["verb"].lower() if found else ""
    is_told = re.match(r"i\b", text, re.IGNORECASE)
    if found is None or not (is_told or _THING_BEHIND.match(found["rest"])):
        return text
    if verb in _DOING:
        return f"{_DOING[verb]}{found['rest']}"
    return f"{verb[:-2]}ing{found['rest']}" if _FINITE.fullmatch(verb) and verb not in ("need", "feed") else text


def as_topic(text: str) -> str:
    """What somebody was asked about, as it follows "the question about".

    >>> as_topic("the question about conflict"), as_topic("What are your weaknesses?"), as_topic("Describe yourself")
    ('conflict', 'my weaknesses', 'myself')
    >>> as_topic("Why do you want to work here?"), as_topic("How would you clean it?")
    ('why I want to work here', 'how I would clean it')
    """
    bare = _ASKED_ME.sub("", lowered(closed_off(text.strip("\"“”'‘’ "))))
    if _TELL.match(bare):
        return _turned(_TELL.sub("", bare))
    if _WHETHER.match(bare):
        return view_words(
            "typed.whether_i", clause=_turned(_WHETHER.sub(lambda asked: (asked[1] or "").lower(), bare).strip())
        )
    if _WHAT_WHEN.match(bare):
        return _turned(_WHAT_WHEN.sub(_told, bare))
    return as_about(_turned(bare) if "?" in text and _ASKS.match(bare) else bare)


def _told(asked: re.Match[str]) -> str:
    """The beginning of a question as it is told: of "how would you" it is "how you would", of "why do you" "why"."""
    return f"{asked[1].lower()} {asked[3]} {asked[2]}" if asked[3] else f"{asked[1].lower()} "


def _turned(text: str) -> str:
    """A question put to the reader, as the reader tells of it: "your" is "my"."""
    told = re.sub(r"\byou$", "me", text, flags=re.IGNORECASE)
    return re.sub(r"\b[a-z]+(?:['’][a-z]+)?\b", lambda word: _TURNED.get(word[0].lower(), word[0]), told, flags=re.I)

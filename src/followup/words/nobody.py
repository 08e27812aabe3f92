"""What people type where they do not know a name."""

import re

# What only keeps a place, whatever is asked.
KEEPS_A_PLACE = re.compile(r"n\.?/?a\.?|not applicable|idk|dunno|tb[acd]|x{1,9}")
# In any letters: "IDK", "don't know", "the interviewer", "whoever it was", "X", "unbekannt".
_UNKNOWN = re.compile(
    rf"(?:{KEEPS_A_PLACE.pattern}|none|no ?(?:body|one|name|idea|clue)|unknown|unsure|unnamed"
    r"|not (?:sure|known|given|told|yet known)"
    r"|(?:i )?(?:do ?n['’]?o?t|did ?n['’]?o?t|can ?n?['’]?o?t) (?:know|remember|recall|catch|say)\b.*"
    r"|(?:i )?(?:have |['’]ve )?(?:no idea|forgot(?:ten)?)\b.*"
    r"|(?:some|any) ?(?:one|body)(?: (?:else|there|from|at|in|of)\b.*)?|who(?:m|so)?ever\b.*|who"
    r"|(?:the|my|an?|some|your|their|our|this|that) (?:person|lady|guy|gentleman|man|woman|boss|manager|employer|name)"
    r"|(?:(?:the|my|an?|some|your|their|our|this|that) )?(?:interviewers?|recruiter|receptionist|contact(?: person)?)"
    r"|(?:first |last |full |their |your )?names?|insert name(?: here)?|name here"
    r"|(?:ich )?wei(?:ß|ss) (?:ich )?nicht|keine ahnung|unbekannt|(?:je )?ne sais pas|inconnue?|no (?:lo )?s[eé]"
    r"|desconocid[oa]|non (?:lo )?so|sconosciut[oa]|não sei|onbekend|weet ik niet|vet (?:inte|ikke)|okänd"
    r"|ukendt|ukjent)",
    re.IGNORECASE,
)
# These are names too where they have a capital: Swedish My, Korean You, Vietnamese An, Hmong Her.
_SMALL = re.compile(r"(?:my|me|i|you|your|her|him|his|he|she|they|them|their|it|an?|the|no)")
_CONCERNED = re.compile(r"\bwhom? (?:this|it) may concern\b", re.IGNORECASE)
_MARKED = re.compile(r"\[[^\[\]]*\]|\([^()]*\)|<[^<>]*>|\{[^{}]*\}|[\W_]+")


def is_nobody(typed: str) -> bool:
    """True for what stands for nobody where a name belongs.

    >>> is_nobody("idk"), is_nobody("the interviewer"), is_nobody("[name]"), is_nobody("My"), is_nobody("Noa")
    (True, True, True, False, False)
    """
    text = " ".join(typed.split()).strip(" .,;:!?…*&'\"“”‘’")
    return not text or bool(_CONCERNED.search(text)) or any(one.fullmatch(text) for one in (_UNKNOWN, _SMALL, _MARKED))

"""Clauses whose subject is a thing or a person by name: "the team works in pairs", "Priya runs marathons"."""

import re

from followup.words.known_names import is_given_name

_DETERMINED = (
    r"(?:the|your|our|their|my|his|her|its|this|that|these|those|every|each|all|both|no|some|many|most|several|an?|one"
    r"|two|three|four|five|six|half)"
)
_HAS = (
    r"(?:is|are|was|were|has|have|had|will|would|can|cannot|could|does|do|did|must|should|may|might)(?:n['’]?t)?(?= \S)"
)
# What a thing or a person does, where the noun "works" or "runs" would not go on so.
_DOES = (
    r"(?:works?|runs?|takes?|makes?|uses?|builds?|trains?|tests?|checks?|helps?|keeps?|comes?|goes|go|gives?|grows?"
    r"|starts?|stays?|wants?|needs?|likes?|loves?|plays?|sells?|sends?|reads?|writes?|meets?|shares?|lets?|gets?|puts?"
    r"|teach(?:es)?|learns?|moves?|plans?|matters?|feels?|looks?|seems?|sounds?|cooks?|bakes?|sings?|swims?|climbs?"
    r"|knows?|thinks?|talks?|speaks?|listens?|laughs?|cares?|decides?|begins?|ends?|opens?|closes?|changes?|brings?"
    r"|finds?|follows?|holds?|leads?|lives?|loses?|pays?|rides?|drives?|flies|fly|serves?|shows?|sits?|spends?|stands?"
    r"|supports?|tells?|tries|try|turns?|visits?|waits?|wins?|went|took|gave|wrote|chose|grew|knew|saw|began|drove|spoke"
    r"|came|ran|became|fell|kept|made|told|showed|asked|seemed|felt|looked|laughed|smiled)"
)
_GOES_ON = (
    r"(?= (?:in|on|with|at|for|to|from|as|by|into|through|across|without|like|about|over|every|each|all|so|very|really"
    r"|well|hard|first|last|together|alone|only|early|late|fast|best|better|twice|once|again|here|there|off|out|up|down"
    r"|away|back|people|me|us|you|him|them|itself|themselves|a|an|the|your|our|their|his|her|its|my|no|new|two|three"
    r"|[a-z]+ly|\d+)\b)"
)
_SOMEHOW = r"(?:[a-z]+ly |always |never |still |also )?"
_SUBJECT = rf"{_DETERMINED} (?:[\w'’&-]+ ){{1,6}}?"
_CLAUSE = re.compile(rf"(?P<who>{_SUBJECT})(?:{_HAS}|{_SOMEHOW}{_DOES}{_GOES_ON})")
_BARE_CLAUSE = re.compile(r"(?P<who>[A-Za-z][\w'’-]+ )(?:is|are|was|were|has|have|had|will|would|can|could)(?= \S)")
_NAMED = re.compile(
    rf"(?P<who>[^\W\d_a-z][\w'’-]+ (?:[^\W\d_a-z][\w'’-]+ )?)(?:{_HAS}|{_SOMEHOW}(?:{_DOES}|[a-z]+ed)\b)"
)
# What was "launched" may be a thing that somebody launched; whoever is a person did it.
_PERSON = re.compile(
    rf"(?P<who>(?:{_DETERMINED} )(?:\w+ )?(?:boss|manager|founder|director|owner|chef|colleague|ceo|nurse|doctor"
    rf"|supervisor|teacher|interviewer|president|engineer|designer) ){_SOMEHOW}[a-z]+ed\b"
)
# A relative clause or a contact clause tells of a thing: "the team that works here", "the way you work".
_RELATIVE = re.compile(
    r"\b(?:that|which|who|whom|whose|where|when|why|how|what|if|whether|because|you|we|they|i|he|she|it)\b|[,;:]", re.I
)
# A second thing without a word between is the subject of such a clause: "the tools the team is building".
_SECOND = re.compile(
    rf"(?<!\bof )(?<!\bin )(?<!\bat )(?<!\bon )(?<!\bfor )(?<!\bfrom )(?<!\bto )(?<!\bby )(?<!\bwith )"
    rf"(?<!\band )(?<!\bor )(?<!\babout )(?<!\ball )(?<!\bboth )(?<!\bhalf )\b{_DETERMINED}\b",
    re.I,
)
# Behind one of these no verb stands: "your plan to open", "your team's plans".
_NO_END = re.compile(
    r"(?:\b(?:to|of|in|for|at|on|with|by|and|or|from|about|new|next|last|first)|['’]s?) $", re.IGNORECASE
)
_BEGINS_NO_SUBJECT = re.compile(
    rf"(?:how|what|when|where|who|whom|whose|which|why|if|whether|there|here|being|having|to|about|of|and|but|so|not"
    rf"|what\w*|as|than|then|because|since|while|with|for|in|on|at|by|from|{_DETERMINED})\b",
    re.IGNORECASE,
)


def with_noun_subject(clause: str) -> re.Match[str] | None:
    """Gives a clause that begins with such a subject; `who` is the subject, a space behind it.

    >>> bool(with_noun_subject("the team works in pairs")), bool(with_noun_subject("the team that works in pairs"))
    (True, False)
    """
    found = _CLAUSE.match(clause) or _PERSON.match(clause)
    if not found and (named := _NAMED.match(clause)) and is_given_name(named["who"].split()[0]):
        found = named
    if not found and not _BEGINS_NO_SUBJECT.match(clause):
        found = _BARE_CLAUSE.match(clause)
    if not found or _NO_END.search(found["who"]):
        return None
    # "That team" begins with a word that would begin a relative clause.
    behind = found["who"].partition(" ")[2]
    return None if _RELATIVE.search(behind) or _SECOND.search(behind) else found

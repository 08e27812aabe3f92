"""Who is named for a stage that is over, or for one that comes only if this one goes well: neither is met now."""

import re
from functools import lru_cache

from followup.files.invitation.words import AND, finding, known, pattern, small_letters

# Between what leads to a former talk and the word for it; no other owner of it may stand there.
NO_OWNER = (
    r"(?!(?:your|you|we|i|the|our|ihr\w*|dein\w*|sie|wir|votre|vous|ton|nous|tu|su|nosotros|la|el|sua|você|nós|suo|il"
    r"|lei"
    r"|noi|je|jij|wij|het|din|ditt|vi|und|and|et|y|e|en|och|og)\b)"
)
WORDS = rf"(?:{NO_OWNER}[\w'’-]+\s){{0,3}}"
YOURS = (
    r"(?:your|our|my|ihr\w*|dein\w*|unser\w*|eur\w*|votre|vos|ton|tes|notre|nos|tu|tus|su|sus|nuestr[oa]s?|sua|suas|seu"
    r"|seus|nossa|nosso|tuo|suo|nostro|nostra|sua|tua|je|jouw|uw|ons|onze|din|ditt|vår|vårt|vores|vårt|jeres)"
)
ANY = r"(?:the|this|these|den|dem|das|der|die|la|le|l['’]|el|los|las|o|a|as|os|il|lo|gli|het|de|det|den|tą|tej)"
# These speak of what is over whatever stands behind them.
BEYOND = (
    r"\b(?:further to|following(?: on from| up on)?|on the back of|subsequent to|building on|as a follow[- ]up (?:to"
    r"|on)"
    r"|im anschluss an|im nachgang zu|bezugnehmend auf|in bezug auf|suite à|à la suite de|faisant suite à"
    r"|donnant suite à"
    r"|a raíz de|a continuación de|en relación con|na sequência d[aeo]|dando seguimento à|a seguito del?"
    r"|a seguito dell['’]"
    r"|in seguito all?['’]?|facciamo seguito all?['’]?|facendo seguito all?['’]?|naar aanleiding van|in vervolg op"
    r"|med anledning av|i forlængelse af|w nawiązaniu do|nawiązując do)"
)
# These do where somebody's own talk follows, or one that is told by when it was.
AFTER = r"\b(?:after|since|nach|seit|après|depuis|tras|después de|após|depois d[aeo]|dopo|na|sinds|efter|etter|po)"
LAST = (
    r"(?:phone|telephone|first|initial|introductory|recent|earlier|previous|last|good|great|lovely|nice|telefonische\w*"
    r"|erste\w*|letzte\w*|gute\w*|nette\w*|premier|première|dernier|dernière|récent|primera?|última|último|reciente"
    r"|primeira|recente|primo|ultimo|recente|telefonico|eerste|vorige|laatste|goede|första|første|forrige)"
)
# Behind these a further clause begins, with somebody else in it.
JOINED = re.compile(rf"(?:,\s?|[;:]\s|\b{AND}\s)$")
# Where one goes on to what comes now: "following your call with Elena Marsh, on Thursday you will see".
NEW_CLAUSE = re.compile(
    r",\s(?!(?:our|the|my|who|unser\w*|meine?r?|notre|nuestr\w+|nosso|nossa|nostr\w+|onze|mijn|vår|and|und|et|y|e|en"
    r"|och|og)\b)"
    r"[a-zß-ÿ]|\b(?:[Ww]e|I|I['’]\w+|[Ww]e['’]\w+|[Yy]ou(?! had| have had)|wir|ich|nous|vous)\b"
)
HOUR = re.compile(r"\d\s?[:.h]\s?[0-5]\d\b|\d\s?(?:[ap]\.?m\b|uhr\b|uur\b|h\b|o['’]clock)|\b(?:noon|midday)\b")


def is_former(before: str) -> bool:
    """True where what stands before a name tells of a talk that is over: "further to your call with our colleague"."""
    small = small_letters(before)
    found = [*_former().finditer(small)]
    if not found:
        return False
    at = found[-1].end()
    # Another talk may stand nearer: "following your call with Elena Marsh, your interview with".
    is_now = pattern("talks").search(small, at) or meets().search(small, at) or NEW_CLAUSE.search(before, at)
    return not is_now


def is_later(before: str, behind: str) -> bool:
    """True where a sentence names somebody for a stage to come, before their name or right behind it.

    What has an hour of its own is told of this day.
    """
    before, behind = small_letters(before), small_letters(behind)
    if found := pattern("later_stage").search(before):
        return not HOUR.search(before[found.start() :] + behind)
    found = pattern("later_stage").search(behind)
    return found is not None and not JOINED.search(behind[: found.start()]) and not HOUR.search(behind)


@lru_cache(maxsize=1)
def _former() -> re.Pattern[str]:
    talk = pattern("talks").pattern
    return re.compile(
        rf"{BEYOND}\s?(?:(?:{YOURS}|{ANY})\s?)?{WORDS}{talk}"
        rf"|{AFTER}\s(?:{YOURS}\s|{ANY}\s{LAST}\s){WORDS}{talk}"
    )


@lru_cache(maxsize=1)
def meets() -> re.Pattern[str]:
    """What leads to a person who is met by itself, as "you will meet" does."""
    return finding(known("names_follow") - known("may_be_company"))

"""Hours of a day at which an interview is no more: "from 2 pm to 3:30 pm", "2 pm → 3:30 pm", "previously at 2 pm"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from followup.files.invitation.purpose import CONDITION, sentence
from followup.files.invitation.words import LIST_MARGIN, alternatives, known, pattern, weekdays

MOVED = (
    r"(?:moved|rescheduled|changed|postponed|shifted|pushed|put back|brought forward|pulled forward|delayed|deferred"
    r"|switched|swapped|verschoben|verlegt|vorverlegt|vorgezogen|déplacée?|reportée?|décalée?|avancée?|aplazad[ao]"
    r"|cambiad[ao]|movid[ao]|pospuest[ao]|reprogramad[ao]|adelantad[ao]|adiad[ao]|remarcad[ao]|spostat[ao]|rinviat[ao]"
    r"|anticipat[ao]|verplaatst|verzet|verschoven|uitgesteld|flyttad|flyttat|flyttet|przeniesion[ae])"
)
# What is still to be done, or done right now: "could we move Tuesday's interview to".
MOVES = re.compile(
    rf"\b(?:{MOVED}|mov(?:e|es|ing)|reschedul(?:e|es|ing)|chang(?:e|es|ing)|postpon(?:e|es|ing)|shift(?:s|ing)?"
    r"|push(?:es|ing)?|bring(?:ing)? (?:\w+ ){0,3}forward|put(?:ting)? (?:\w+ ){0,3}back|delay(?:ing)?|switch(?:ing)?"
    r"|swap|verschieben|verlegen|vorziehen|déplacer|déplaçons|reporter|reportons|décaler|décalons|avancer"
    r"|aplazar|aplazamos|cambiar|cambiamos|mover|movemos|posponer|reprogramar|adiar|adiamos|remarcar|remarcamos|reagendar|reagendamos|spostare|spostiamo"
    r"|rinviare|verplaatsen|verzetten|uitstellen|flytta|flytte)\b"
)
FROM = r"(?:from|vom|von|du|de|del|dal|da|van)"
INSTEAD = (
    r"(?:instead of|rather than|no longer(?: on)?|statt(?: am)?|anstatt(?: am)?|au lieu du|en lugar del|in plaats van)"
)

NUMBER = r"(?<![\d.:/-])\d{1,2}"
MINUTES = r"(?:\s?[:h]\s?\d\d(?!\d)|\.[0-5]\d(?!\d|\.\s?\d))"
SIGN = r"(?:\s?(?:a\.?m\b\.?|p\.?m\b\.?|uhr\b|uur\b|hrs?\b|h\b|o['’]clock))"
CLOCK = r"(?:\s?\(?(?:[a-z]{1,4}t|utc|gmt)\b\)?)?"
# An hour, alone or with the one at which it ends; as surely as one by its minutes or by a sign behind it.
FIGURES = rf"\d{{1,2}}{MINUTES}?{SIGN}?{CLOCK}"
HOURS = rf"(?<![\d.:/-]){FIGURES}(?:\s?[-–—]\s?{FIGURES})?"
SURE = re.compile(rf"{NUMBER}(?:{MINUTES}|{SIGN})")
ARTICLE = r"(?:l?[ae]s?\s|l['’]|um\s|kl\.?\s)?"
WITHIN = r"(?:[^.!?\n]|\.(?=\S)|(?<=[ap]\.m)\.)"
TO = r"(?:to|auf|à|a|para|às|alle|all['’]|naar|till?)"
# It takes place from one hour to another, where a further verb stands behind the first.
LASTS = re.compile(
    r"[:;]|\b(?:runs?|running|takes? place|lasts?|held|is|be|are|will|meets?|sees?|dauert|geht|findet"
    r"|ist|wird|dure|aura|est|dura|será|es|duurt)\b"
)
# From one to the other without a word on moving; there "bis" and "tot" would be said of what lasts.
FROM_TO = re.compile(rf"\b(?:von|van)\s({HOURS})\s{{0,3}}(?:auf|naar)\s(?={HOURS})")
FROM_HOUR = r"(?:from|vom|von|du|d[ae]s?|del|dal(?:le|l['’])?|dell['’]|delle|van|från|fra)"
AWAY = re.compile(rf"\b{FROM_HOUR}\s*{ARTICLE}({HOURS})\s{{0,3}},?\s{{0,3}}{TO}(?:\s+{ARTICLE}|(?<=['’]))(?={HOURS})")
ARROW = re.compile(rf"({HOURS})\s{{0,3}}(?:→|->|=>|➔|➜|⟶)\s{{0,3}}(?={HOURS})")
# An arrow shows a change where a word tells of one; else it may stand between two hours that belong together.
NEW_TIME = re.compile(r"\b(?:new|neue[rsn]?|nouvelle?|nouveau|nuev[ao]|nov[ao]|nuov[ao]|nieuwe?|nya?)\b")
# "At 10 am has been moved to 2 pm", "um 10 Uhr wurde auf 14 Uhr verschoben".
BEFORE_VERB = re.compile(
    rf"({NUMBER}(?:{MINUTES}|{SIGN}))"
    rf"(?={WITHIN}{{0,60}}\b{MOVED}\s+(?:\w+\s+)?(?:to|à|al?|às|alle|naar|till?)\s+(?:las\s+)?{SURE.pattern})"
)
BEFORE_HOUR = re.compile(
    rf"({NUMBER}(?:{MINUTES}|{SIGN}))"
    rf"(?={WITHIN}{{0,40}}\b(?:auf|naar)\s+{SURE.pattern}[^.!?\n]{{0,20}}\b{MOVED}\b)"
)
AT = r"(?:at|for|um|à|a las?|às|alle|om|kl\.?|de|das|delle|um|:)?\s{0,3}"
# Behind these an hour stands that is no more.
NO_MORE = re.compile(
    rf"(?:\b{INSTEAD}|\bnot|\banstelle von|\bund nicht|\bnicht(?: mehr)?|\bplutôt que|\bet non|\ben vez de|\by no"
    r"|\bem vez de|\bao invés de|\be não|\binvece (?:di|delle|che)|\banziché|\bal posto delle|\be non|\ben niet"
    r"|\bi stället för|\bistället för|\bi stedet for|\bog ikke|\boch inte"
    r"|\b(?:previously|formerly|originally|initially|ursprünglich|bisher|zuvor|eigentlich|initialement"
    r"|auparavant|précédemment|originalmente|inicialmente|anteriormente|precedentemente|originariamente|inizialmente"
    r"|oorspronkelijk|ursprungligen|opprinnelig|oprindeligt)"
    r"(?:\s(?:scheduled|planned|booked|set|agreed|geplant|angesetzt|prévue?|previst[ao]|gepland|planerat|planlagt))?)"
    rf"\s+{AT}({HOURS})"
)
# "It was 2 pm, it's now 3:30 pm", "(was 2 pm)".
WAS = re.compile(
    rf"\b(?:was|were|war|était|era|fue|var)\s{AT}({HOURS})(?=\s*\)|{WITHIN}{{0,60}}"
    r"\b(?:now|new|nun|jetzt|neu|maintenant|désormais|ahora|agora|adesso|nu|will be|moves|moved|changed)\b"
    rf"{WITHIN}{{0,30}}{SURE.pattern})"
)
OLD_LINE = re.compile(rf"^{LIST_MARGIN}([^:\n]{{2,30}}?)[^\S\n]{{0,3}}:([^\n]{{0,80}})$", re.M)
FAR = 120
NEAR = 200


def left_hours(text: str) -> Iterator[tuple[int, int]]:
    """Where in a text in small letters the hours stand at which an interview is no more; others stand beside them."""
    for begin, end in _found(text):
        around = text[max(0, begin - NEAR) : begin] + "\n" + text[end : end + NEAR]
        if SURE.search(around):
            yield begin, end


def _found(text: str) -> Iterator[tuple[int, int]]:
    for each in (FROM_TO, BEFORE_VERB, BEFORE_HOUR, NO_MORE, WAS):
        yield from (one.span(1) for one in each.finditer(text) if SURE.search(one[0]))
    for one in AWAY.finditer(text):
        if SURE.search(text, one.start(1), one.end() + 12) and _is_moved(text, one.start()):
            yield one.span(1)
    for one in ARROW.finditer(text):
        begin, _ = sentence(text, one.start())
        if _moves_hours().search(text, begin, one.end()) or NEW_TIME.search(text, begin, one.start()):
            yield one.span(1)
    for one in OLD_LINE.finditer(text):
        if one[1].strip() in known("left"):
            yield from (
                (one.start(2) + hour.start(), one.start(2) + hour.end())
                for hour in re.finditer(HOURS, one[2])
                if SURE.search(hour[0])
            )


def _is_moved(text: str, at: int) -> bool:
    """True where the sentence moves an interview, and not to another day: "moved to Friday from 2 to 3"."""
    begin = max(sentence(text, at)[0], at - FAR)
    verbs = [*_moves_hours().finditer(text, begin, at)]
    if not verbs:
        return False
    between = text[verbs[-1].end() : at]
    is_condition = CONDITION.search(text, max(begin, verbs[-1].start() - 40), verbs[-1].start())
    return not (is_condition or LASTS.search(between) or _to_day().search(between))


@lru_cache(maxsize=1)
def _moves_hours() -> re.Pattern[str]:
    return re.compile(rf"{MOVES.pattern}|{pattern('moves_hours').pattern}")


@lru_cache(maxsize=1)
def _to_day() -> re.Pattern[str]:
    names = alternatives(weekdays())
    return re.compile(
        r"\b(?:to|for|auf|für|au|al|a|para|per|naar|op|till?|på)\s+(?:the\s|den\s|el\s|le\s|il\s|o\s)?"
        rf"(?:(?:[^\W\d_]{{2,14}}[.,]*\s+){{0,2}}\d|(?:{names}|tomorrow|morgen|demain|mañana|amanhã|domani|imorgon)\b)"
    )

"""What an email without a calendar is for, sentence by sentence: to invite, to let choose, to set a task, to decide."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from followup.files.invitation.asides import ARRIVING
from followup.files.invitation.days import DayFound, days
from followup.files.invitation.hours import HOUR, hours
from followup.files.invitation.words import pattern, weekdays

# A full stop behind a number, a letter or a short form ends no sentence: "am 14. Januar", "3 p.m. on", "Jan. 14".
END = re.compile(
    r"(?:(?<!\d)(?<!\.[a-z])(?<!\b[a-z])(?<!\b(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|mrs))"
    r"(?<!\b(?:mr|ms|dr|st|no|ca|kl))(?<!\bapprox)(?<!\b(?:appr|sept|janv|thur|tues|prof|weds))\.|(?<=[\s.-]20\d\d)\.|(?<=\d:\d\d)\.|[!?])(?=\s|$)"
    r"|\n[>\s]*\n"
)
# Behind an hour: "11:59 PM EST on", "17:00 (UTC+1),".
CLOCK = r"\(?(?:[a-z]{1,4}t|gmt|utc|mez|(?:eastern|central|mountain|pacific|local)(?: time)?)\b(?:\s?[+-]\d{1,2})?\)?"
# Between "by" and the day: its name, an article, an hour.
TOWARDS = (
    r"(?:(?:the|le|la|el|il|den|dem|zum|am|on|on the|spätestens|end of|close of business|eod|cob|{days})[.,]*\s+)*"
)
UNTIL = (
    r"\b(?:(?<!\bcome )(?<!\bcoming )(?<!\bdrop )(?<!\bstop )(?<!\bswing )(?<!\bpop )by"
    r"|before|until|till|no later than|not later than|deadline(?: is)?|due(?: date)?(?: is)?(?: on| by)?"
    r"|bis|bis zum|spätestens|fällig(?: am)?|abgabe(?:termin)?|avant|jusqu['’]au|au plus tard|à rendre pour le"
    r"|expires?(?: on| at)?|clos(?:es?|ing)(?: on| at| date)?|open until|available until|expire le|vence el|expira em"
    r"|scade il|verloopt op|läuft ab am"
    r"|(?:deadline|due|frist|date limite|fecha límite|plazo|prazo|scadenza)\b[^.:\n]{0,60}"
    r"(?:(?=:)|\b(?:to|now|auf|au|al?|para|naar)\b)"
    r"|antes del?|a más tardar|hasta el|até|entro|entro il|vóór|uiterlijk|tot en met|senast|senest)"
)
# Who may cancel has not done so yet.
CONDITION = re.compile(
    r"\b(?:if|should you|in case|wenn|falls|sollten? (?:sie|du)|si (?:vous|tu|usted|por)|se (?:precisar|você|dovess)"
    r"|als (?:je|u)|indien|hvis)\b"
)
THANKED = re.compile(r"\b(?:thanks|thank you|danke|vielen dank|merci|gracias|obrigad[ao]|grazie|bedankt)\b[^.!?\n]*$")
# What stands far from its verb: "moeten we je gesprek van donderdag verzetten".
CALLED_OFF = re.compile(
    r"\b(?:we|i)(?:'ll|’ll| will)? (?:have|need|had) to (?:cancel|postpone|move|reschedule|push)\b"
    r"|\b(?:müssen|muss)\b(?:[^.!?\n]|\.(?=\d)|(?<=\d)\.){0,100}\b(?:absagen|verschieben|verlegen)\b"
    r"|\b(?:devons|dois|obligée?s? d[e'’]|contraints? d[e'’]) ?(?:annuler|reporter|décaler)\b"
    r"|\b(?:moeten|moet)\b(?:[^.!?\n]|\.(?=\d)|(?<=\d)\.){0,100}\b(?:verzetten|annuleren|afzeggen|verplaatsen)\b"
    r"|\b(?:tenemos|debemos|tengo) que (?:cancelar|aplazar|posponer|mover)\b"
    r"|\b(?:precisamos|preciso|precisaremos) (?:cancelar|adiar|remarcar)\b|\bdobbiamo (?:annullare|rinviare|spostare)\b"
    r"|\b(?:is|are) (?:now )?off(?=\s*(?:[.,;:!)–—]|$|for now\b))"
)
# Who moves an interview to another hour of its day does not call it off.
MOVING = re.compile(
    r"mov|push|resched|postpon|verschieb|verleg|report|décal|aplaz|pospon|mover|adia|remarc|rinvia|spost|verzet|verplaats"
)
ASIDE = re.compile(r"[;:—–]|\b(?:but|sondern|mais|sino|mas|ma|maar)\b")
TO_HOUR = re.compile(
    r"(?<!\bau \d)(?<!\bau \d\d)\s(?:to|auf|à|a|às|para|alle|all['’]|naar|till?)\s?(?:l[ae]s?\s|as\s)?\d{1,2}"
    r"(?:\s?[:.h]\s?\d\d(?!\d)|\s?(?:a\.?m|p\.?m|uhr|uur|h|o['’]clock)\b)"
)
BACK = re.compile(
    r"\b(?:was|were|had|spoke|met|talked|great (?:meeting|speaking|talking)|yesterday|last|war|hatten|haben gesprochen"
    r"|gestern|letzten?|était|avons|hier|fue|estuvo|ayer|foi|ontem|è stato|ieri|gisteren)\b"
)
# In front of the day for which it was planned at first.
ORIGINAL = re.compile(
    r"\b(?:original(?:ly)?|previously|initially|formerly) (?:scheduled|planned|booked|set|agreed|confirmed|on|for)\b"
    r"|\boriginal (?:time|date|day|slot|appointment|interview|meeting|booking)\b"
    r"|\b(?:ursprünglich|initialement|originalmente|inicialmente|originariamente|inizialmente|oorspronkelijk"
    r"|ursprungligen|opprinnelig|oprindelig)\w*\b"
)
# In front of the day to which an interview was moved.
TO = re.compile(
    r"\b(?:to|auf|au|al|a|para|naar|til|till|på)\s+(?:the\s|den\s|el\s|o dia\s)?(?:[^\W\d_]{2,14}[.,]*\s+){0,2}\(?$"
)
# "Leider müssen wir Ihnen nach dem Gespräch am 14. Januar absagen."
REFUSED = re.compile(r"\b(?:ihnen|dir|euch)\b[^.!?\n]{0,20}(?:[^!?\n]{0,80})\babsagen\b")
OFFERED_TALK = re.compile(
    r"(?: you| ihnen| dir)?(?: an?| the| this| another| one of| a further)?"
    r"(?:\s(?!position|role|job|post|contract|and|the)[\w/&'’-]+){0,5}?"
    r"\s(?:interviews?|slots?|time|times|date|appointment|conversation|chance|opportunity|call|meeting|trial|visit)\b"
)
FARTHEST = 1_000_000
# "We'd like to offer you the Site Engineer position", and no interview for it.
OFFER = re.compile(
    r"\boffer(?:ing)? you (?:the|a|an|this|our) (?:(?!interview|chance|opportunity|slot|time|call|place|trial|date)"
    r"[\w/&'’,-]+ ){1,7}(?:position|role|job|post)\b"
    r"|\b(?:job|formal|written|verbal) offer (?:is attached|attached|letter)"
)
BEFORE = 120
# So far from a place its sentence is looked for, before it and behind.
FURTHEST = 600


def sentence(text: str, at: int) -> tuple[int, int]:
    """Where the sentence of a text begins and ends that holds this place; so does a paragraph."""
    first, last = max(0, at - FURTHEST), min(len(text), at + FURTHEST)
    begin = max((found.end() for found in END.finditer(text, first, at)), default=first)
    found = END.search(text, at, last)
    return begin, found.end() if found else last


def is_deadline(text: str, day: DayFound) -> bool:
    """True for a day until which something is to be done, and for the one on which a task is due."""
    before = text[max(0, day.start - BEFORE) : day.start]
    found = _until().search(before)
    # By then one is there: "please be at reception by 10 am on January 14".
    return found is not None and not ARRIVING.search(f"{before[: found.start()].rstrip()} ")


def has_hour(text: str, day: DayFound) -> bool:
    """True where the sentence of a day names an hour too."""
    begin, end = sentence(text, day.start)
    return bool(hours(text[day.end : end]) or hours(text[begin : day.start]))


def looks_back(text: str, day: DayFound) -> bool:
    """True where the sentence of a day is about one that is over: "thanks for the chat on Friday"."""
    begin, end = sentence(text, day.start)
    return bool(THANKED.search(text[begin : day.start]) or BACK.search(text, begin, end))


def is_original(text: str, day: DayFound) -> bool:
    """True for the day for which an interview was planned at first."""
    begin, end = sentence(text, day.start)
    found = [*ORIGINAL.finditer(text, begin, day.start)]
    # "Originally planned for January 5, it is on January 7": the first day is the one that it was planned for.
    if not found or _names_another(between := text[found[-1].end() : day.start], day):
        return False
    # "Originally at 3 pm, your interview on January 14": the hour is another, and was taken out.
    return not re.search(r"\s{4}", between) or _names_another(text[begin:end], day)


def is_decision(text: str) -> bool:
    """True where they tell that somebody else was chosen."""
    return bool(pattern("refused").search(text) or REFUSED.search(text))


def is_offer(text: str, begin: int = 0, end: int = FARTHEST) -> bool:
    """True where they want somebody for the job, and do not only "offer you an interview"."""
    found = (*pattern("offered").finditer(text, begin, end), *OFFER.finditer(text, begin, end))
    return any(not OFFERED_TALK.match(text, one.end()) and not _is_condition(text, one) for one in found)


def _is_condition(text: str, found: re.Match[str]) -> bool:
    """True for what may come only: "if we offer you the role"."""
    return bool(CONDITION.search(text[max(0, found.start() - 30) : found.start()]))


def is_called_off(text: str, day: DayFound) -> bool:
    """True where the sentence that names the day calls it off; one to which it was moved stands."""
    begin, end = sentence(text, day.start)
    if not _calls_off(text, begin, end, day):
        return False
    # "We have to call off Tuesday's interview": the "to" in front of the verb leads to no new day.
    said = [one.end() for one in _calling_off(text, begin, end) if one.end() <= day.start]
    return not TO.search(text[max(begin, day.start - 40, *said) : day.start])


def calls_off(text: str) -> bool:
    """True where a sentence that names no day calls an interview off."""
    return any(_calls_off(text, *sentence(text, one.start())) for one in _calling_off(text, 0, len(text)))


def moves_hour_alone(text: str, day: DayFound) -> bool:
    """True where the sentence of a day moves something to another hour, and names no other day."""
    begin, end = sentence(text, day.start)
    return bool(TO_HOUR.search(text, begin, end)) and not _names_another(text[begin:end], day)


def still_invited(text: str, told: Sequence[DayFound], sent: date) -> Iterator[DayFound]:
    """Those of the days that were to come yet, and are not the one after which they chose."""
    return (one for one in told if one.day > sent and not is_decision(text[slice(*sentence(text, one.start))]))


def _calling_off(text: str, begin: int, end: int) -> Iterator[re.Match[str]]:
    yield from pattern("called_off").finditer(text, begin, end)
    yield from CALLED_OFF.finditer(text, begin, end)


def _calls_off(text: str, begin: int, end: int, day: DayFound | None = None) -> bool:
    found = pattern("called_off").search(text, begin, end) or CALLED_OFF.search(text, begin, end)
    if found is None or CONDITION.search(text[max(begin, found.start() - 40) : found.start()]):
        return False
    if day is None:
        return not (MOVING.search(found[0]) and TO_HOUR.search(text, found.start(), end))
    between = text[found.end() : day.start]
    is_of_another = ASIDE.search(between) and _names_another(between, day)
    return not is_of_another and not (MOVING.search(found[0]) and moves_hour_alone(text, day))


def _names_another(text: str, day: DayFound) -> bool:
    return any(one.day != day.day for one in days(text, day.day))


@lru_cache(maxsize=1)
def _until() -> re.Pattern[str]:
    towards = TOWARDS.replace("{days}", "|".join(map(re.escape, weekdays())))
    return re.compile(rf"{UNTIL}[:\s]+{towards}(?:{HOUR}[,\s]+(?:{CLOCK}[,\s]+)?)?{towards}$")

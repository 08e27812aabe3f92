"""The few letters by which a text names a zone: beside an hour, behind a label, or where it tells of all its times."""

import re
from collections.abc import Iterator
from functools import lru_cache

from followup.files.invitation.words import alternatives, months, small_letters, weekdays

# Letters of a zone, or the word that people say for it behind an hour.
LETTERS = r"(?P<letters>(?-i:[A-Z]{2,5}|Eastern|Central|Mountain|Pacific))(?![\w&'’-])"
NUMBER = r"(?:(?<![\w.:/#-])|(?<=[\dmhMHT][-–—]))\d{1,2}"
MINUTES = r"(?:\s?[:.h]\s?[0-5]\d)(?!\d)"
SIGN = (
    r"(?:[ap]\.?\s?m\b\.?|uhr\b|uur\b|heures?\b|horas?\b|hrs?\b|h\b|o['’]clock\b"
    r"|in the (?:morning|afternoon|evening)\b|at night\b)"
)
# An hour, sure by its minutes, by a sign behind it or by a word before it.
HOUR = (
    rf"(?:{NUMBER}{MINUTES}(?:\s?{SIGN})?|{NUMBER}\s?{SIGN}|(?:\b(?:at|around|until|till|to|from|um|kl\.?)\s|@\s?"
    rf"|[-–—]\s?)\d{{1,2}}"
    r"|\b(?:noon|midday|midnight)\b|\b(?:half past|quarter past|quarter to)\s[a-z]{3,6}\b"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:\so['’]clock| thirty)\b)"
)
# What may stand between an hour and its zone: the day, whose time it is, the same hour on another clock.
OWN = (
    r"(?:sharp|prompt|pünktlich|précises?|punto|local|your|our|my|time|us|uk|ortszeit|tiempo|hora|heure|ora|in|on|the"
    r"|of|de|del)"
)
BEFORE_HOUR = re.compile(
    rf"(?:^|[\n,;:(|\t/–-]\s?|\bat\s){LETTERS}\)?\s{{0,2}}[:–—-]?\s{{0,2}}(?=(?:at\s)?{HOUR})", re.I
)
LABELLED = re.compile(
    r"\b(?:time[ -]?zone|timezone|tz|zeitzone|fuseau(?: horaire)?|zona hor[áa]ria|huso(?: horario)?|fuso(?: or[aá]rio)?"
    rf"|tijdzone|tidszon|tidszone|tidssone|strefa czasowa)\s{{0,3}}(?:is\s|ist\s)?[:：=(\t]?\s{{0,3}}\(?{LETTERS}",
    re.I,
)
NAMED = re.compile(rf"(?<![\w&-]){LETTERS}\)?\s(?:time[ -]?zone|timezone|(?:standard |daylight )?time\b(?!-))", re.I)
# "Dec 11, 2026 09:00 AM London", "09:00 AM Amsterdam, Berlin, Rome": cities right behind an hour, and nothing more.
CITY = r"[^\W\d_a-z][\w'’-]+(?:[^\S\n][^\W\d_a-z][\w'’-]+){0,2}"
CITIES = re.compile(
    rf"{HOUR}[^\S\n](?P<cities>(?-i:{CITY}(?:,[^\S\n]{CITY}){{0,5}}))(?=[^\S\n]*(?:$|[,.;()/|·]|[–—-]\s))", re.I | re.M
)
# Behind a comma capitals before another name begin the name of a house: "at 11:20, IST Campus".
OF_A_NAME = re.compile(r"\s([A-Z][a-z]\w*)")
LONGEST = 20_000


def near_hours(text: str) -> Iterator[str]:
    """The letters beside each hour of a text and behind the labels of a zone, as they stand there, in their order."""
    text = text[:LONGEST]
    found = [one for one in _behind_hour().finditer(text) if not _is_of_a_name(text, one)]
    found += [one for each in (BEFORE_HOUR, LABELLED, NAMED) for one in each.finditer(text)]
    yield from (one["letters"] for one in sorted(found, key=lambda one: one.start("letters")))


def cities(text: str) -> Iterator[str]:
    """What stands right behind an hour as the cities of its clock would."""
    return (each.strip() for found in CITIES.finditer(text[:LONGEST]) for each in found["cities"].split(","))


def _is_of_a_name(text: str, found: re.Match[str]) -> bool:
    """True for the first word of a name that follows the hour of its own."""
    behind = OF_A_NAME.match(text, found.end("letters"))
    is_day = behind is not None and small_letters(behind[1]) in {*weekdays(), *months()}
    return behind is not None and not is_day and "," in text[found.end("hour") : found.start("letters")]


@lru_cache(maxsize=1)
def _behind_hour() -> re.Pattern[str]:
    """Letters that stand behind an hour, with its day at most between them."""
    day = rf"(?:{alternatives((*weekdays(), *months()))})\b\.?|\d{{1,4}}(?:st|nd|rd|th)?\b(?![:.h]\d)"
    between = rf"(?:[^\S\n]|[,(\[/·|–—-]|{day}|{OWN}\b){{0,16}}"
    return re.compile(rf"(?P<hour>{HOUR}){between}(?<![\w&]){LETTERS}", re.I)

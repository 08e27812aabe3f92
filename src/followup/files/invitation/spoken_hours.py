"""Hours as people say them, in figures: "half elf" is 10:30, "a las cuatro y media de la tarde" 4:30 pm."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from followup.files.invitation.words import AND, alternatives, spoken_numbers

# An hour in figures that no minutes follow.
FIGURE = r"\d{1,2}(?!\d|\s?[:.h]\s?\d|\s?%)"
# How each language says an hour by its number, and how many minutes are meant behind the full hour. "{w}" is a number
# in words, "{n}" one in words or in figures. The longer way stands first.
WAYS: Mapping[str, Mapping[str, int]] = {
    "en": {
        r"half past {n}": 30,
        r"(?:a )?quarter past {n}": 15,
        r"(?:a )?quarter to {n}": -15,
        r"at half {n}": 30,
        r"(?:at |@ ?)?{w} thirty": 30,
        r"(?:at |@ ?)?{w} fifteen": 15,
        r"(?:at |@ ?)?{w} forty[ -]five": 45,
        r"{w} o['’]clock": 0,
        r"(?:at|@) {w}(?! of| or two)": 0,
        r"(?:at|@) {n}(?=\s*(?:[,;!?)\n–—-]|\.\s|\.?$)|\s(?:on|with|sharp|to|until|till|and|in the|this)\b)": 0,
        r"(?:at|@) {n}(?=\s(?:it is|works|then)\b)": 0,
    },
    "de": {
        r"viertel nach {n}": 15,
        r"viertel vor {n}": -15,
        r"dreiviertel {n}": -15,
        r"halb {n}": -30,
        r"(?:um |gegen )?{n} uhr drei(?:ß|ss)ig": 30,
        r"(?:um |gegen )?{n} uhr fünfzehn": 15,
        r"(?:um |gegen )?{n} uhr fünfundvierzig": 45,
        r"(?:um|gegen) {n}": 0,
        r"{w} uhr": 0,
    },
    "nl": {
        r"kwart over {n}": 15,
        r"kwart voor {n}": -15,
        r"half {n}": -30,
        r"(?:om |rond )?{n} uur dertig": 30,
        r"(?:om |rond )?{n} uur vijftien": 15,
        r"(?:om |rond )?{n} uur vijfenveertig": 45,
        r"(?:om|rond) {n}": 0,
        r"{w} uur": 0,
    },
    "sv": {r"kvart över {n}": 15, r"kvart i {n}": -15, r"halv {n}": -30, r"(?:klockan|kl\.?) {n}": 0},
    "da": {r"kvart(?:er)? over {n}": 15, r"kvart(?:er)? (?:i|på) {n}": -15, r"halv {n}": -30, r"klokken {n}": 0},
    "fr": {
        r"(?:à )?{n} ?h(?:eures?)? et demie": 30,
        r"(?:à )?{n} ?h(?:eures?)? et quart": 15,
        r"(?:à )?{n} ?h(?:eures?)? moins le quart": -15,
        r"(?:à )?{w} heures? quarante-cinq": 45,
        r"(?:à )?{w} heures? trente": 30,
        r"(?:à )?{w} heures? quinze": 15,
        r"{w} heures?": 0,
        r"à {n} heures?(?! \d)": 0,
    },
    "es": {
        r"a las? {n} y (?:media|treinta)": 30,
        r"a las? {n} y cuarenta y cinco": 45,
        r"a las? {n} y quince": 15,
        r"a las? {n} y cuarto": 15,
        r"a las? {n} menos cuarto": -15,
        r"a las? {n}": 0,
    },
    "pt": {
        r"às {n}(?: horas)? e (?:meia|trinta)": 30,
        r"às {n}(?: horas)? e quarenta e cinco": 45,
        r"às {n}(?: horas)? e quinze": 15,
        r"às {n}(?: horas)?": 0,
    },
    "it": {
        r"(?:ore|all[ae'’]) ?{n} e (?:mezz[ao]|trenta)": 30,
        r"(?:ore|all[ae'’]) ?{n} e (?:un quarto|quindici)": 15,
        r"(?:ore|all[ae'’]) ?{n} e quarantacinque": 45,
        r"(?:ore|all[ae'’]) ?{n} meno un quarto": -15,
        r"(?:ore|all[ae'’]) ?{n}": 0,
    },
}
# What stands behind an hour of twelve and tells its half of the day.
AFTERNOON = (
    r"(?:(?:de la|da|del|du|de l['’]|della|di|in the|this|'s|’s|des|am|på|om) ?)?(?:tarde|noche|noite|afternoon"
    r"|evening|après-midi|soir|pomeriggio|sera|middags|avonds|nachmittags?|abends?|eftermiddagen|ettermiddagen)"
)
MORNING = (
    r"(?:(?:de la|da|del|du|della|di|in the|this|'s|’s|des|am|på|om) ?)(?:mañana|madrugada|manhã|matin|mattin[ao]"
    r"|morning|morgens|ochtends|vormittags?|förmiddagen|formiddagen)|vormittags"
)
# "10 Uhr 30", "a las 10 y 30": the minutes in figures behind the word for the hour; "10 Uhr, 30 Minuten" has none.
MINUTES = r"([0-5]\d)(?!\d|[.:/]\d|\s?(?:min|m\b|%))"
MINUTES_BEHIND = re.compile(
    rf"(?<![\d:.])(\d{{1,2}}) ?(?:uhr|uur|heures?|horas?)(?: (?:und|en|et|y|e))? {MINUTES}"
    rf"|\b(?:a las?|às|alle|ore) (\d{{1,2}}) (?:y|e) {MINUTES}"
)
HALF_BEHIND = re.compile(
    rf"(?<![\d:.])(\d{{1,2}})(?:\s?[:.h]\s?(\d\d))?\s?(?:uhr|uur|heures?|horas?|hrs?|h)?,?"
    rf" (?:({AFTERNOON})|({MORNING}))\b"
)
# "1400hrs", "at 0930 hours": behind "hours" alone a number may tell how many.
FOUR_FIGURES = re.compile(
    r"(?<![\d.,:/])([01]\d|2[0-3])([0-5]\d)"
    r"(?=(?:\s?[-–—]\s?(?:[01]\d|2[0-3])[0-5]\d)?\s?(?:hrs?|h|uhr|uur)\b(?!\s(?:of|per|a|each|in)\b))"
    r"|\b(?<=(?:at|to|by)\s)([01]\d|2[0-3])([0-5]\d)(?=\shours\b(?!\s(?:of|per|a|each|in)\b))"
)
HOUR = r"\d{1,2}(?:[:.h]\d\d)?\s?(?:a\.?m\.?|p\.?m\.?|uhr|uur|h)?"
BETWEEN = re.compile(
    rf"\b(?:between|zwischen|entre|tra|fra|tussen|mellan|mellem|mellom)\s+(las?\s|le\s)?({HOUR})"
    rf"\s+{AND}\s+(?:las?\s|le\s)?(?={HOUR})"
)


def in_figures(text: str) -> str:
    """A text in small letters with each hour that is said in words, or by half of the day, in figures."""
    text = FOUR_FIGURES.sub(lambda found: f"{found[1] or found[3]}:{found[2] or found[4]}", text)
    text = MINUTES_BEHIND.sub(lambda found: f" {found[1] or found[3]}:{found[2] or found[4]}", text)
    for pattern, minutes_of in _ways():
        text = pattern.sub(_figures(minutes_of), text)
    return HALF_BEHIND.sub(_with_sign, BETWEEN.sub(_from_to, text))


type _Minutes = Mapping[str, tuple[int, Mapping[str, int]]]


def _figures(ways: _Minutes) -> Callable[[re.Match[str]], str]:
    def figures(found: re.Match[str]) -> str:
        key = found.lastgroup or ""
        minutes, numbers = ways[key]
        said = found[key]
        hour = numbers.get(said) or (int(said) if said.isdecimal() else 0)
        at = hour * 60 + minutes
        if not 0 < at < 24 * 60:
            return found[0]
        return f" {at // 60}:{at % 60:02d}"

    return figures


def _from_to(found: re.Match[str]) -> str:
    article, hour = found.groups()
    # "entre las 10 y las 11": the article says that it is an hour.
    return f"{hour}{':00' if article and hour.isdecimal() else ''} - "


def _with_sign(found: re.Match[str]) -> str:
    hour, minute, afternoon, _ = found.groups()
    if not 1 <= int(hour) <= 12:
        return found[0]
    return f"{hour}:{minute or '00'} {'pm' if afternoon else 'am'}"


@lru_cache(maxsize=1)
def _ways() -> tuple[tuple[re.Pattern[str], _Minutes], ...]:
    """Each language's ways as one pattern, with the minutes and the numbers behind the name of each of its groups."""
    made = []
    for language, ways in WAYS.items():
        numbers = spoken_numbers(language)
        words = alternatives(numbers)
        parts, told = [], {}
        for at, (way, minutes) in enumerate(ways.items()):
            told[f"n{at}"] = (minutes, numbers)
            number = way.replace("{w}", f"(?P<n{at}>{words})").replace("{n}", f"(?P<n{at}>(?:{words})|{FIGURE})")
            parts.append(number)
        made.append((re.compile(rf"(?<![^\W_])(?:{'|'.join(parts)})(?![^\W_])"), told))
    return tuple(made)

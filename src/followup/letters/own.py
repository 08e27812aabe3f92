"""A reader's own wording, kept as a template: what is known of the one person taken out, that of the next put in."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from functools import cache

from followup.letters import assembling
from followup.letters.letter import Blank, Letter, blanks, is_needed
from followup.letters.wanted_blanks import GREETED
from followup.letters.writing import EXACT, Written, said_in
from followup.model.wording import view_words
from followup.words.cleaning import clean_line, clean_text
from followup.words.dates import day_said
from followup.words.greeting import salutation

# Said of a day, and of much else: only the first one is the day of the interview.
_DAY_WORDS = ("today", "yesterday", "tomorrow")
_OPENING = re.compile(r"^(Hi|Hello|Hey|Dear) ((?:\[[^\[\]]+\] ?)+)", re.IGNORECASE)
# A day stands bare behind these: "by Friday", "you mentioned Friday".
_BARE_DAY = re.compile(
    r"\b(?:on|by|until|till|before|after|since|from|for|to|and|or|next|last|mentioned|named)\s$", re.IGNORECASE
)
_BLANK = re.compile(r"\[([^\[\]]+)\]")
_SHORTEST = 2


def kept(text: str, values: Mapping[str, str], sent: dt.date) -> str:
    """Gives a text with each known value replaced by the label of its blank in brackets.

    >>> kept("Hi Dana, I liked Acme.", {"first_name": "Dana", "company": "Acme"}, dt.date(2027, 1, 8))
    'Hi [Their first name], I liked [Company].'
    """
    template = clean_text(text)
    for said, blank in sorted(dict(_said(values, sent)).items(), key=lambda one: -len(one[0])):
        # A label that stands there already is not looked into.
        pattern = rf"(?<![\w\[]){re.escape(said)}(?!\w)(?![^\[\]\n]*\])"
        template = re.sub(pattern, blank.replace("\\", r"\\"), template, count=int(said in _DAY_WORDS))
    return template


def own_blanks(template: str) -> tuple[Blank, ...]:
    """Gives the blanks that a kept wording asks for, in the order of the form."""
    labels = set(_BLANK.findall(template))
    return tuple(blank for blank in blanks().values() if blank.label in labels)


def filled(letter: Letter, subject: str, text: str, values: Mapping[str, str], sent: dt.date) -> Written:
    """Gives a kept wording filled for the next person; what is not known of them is marked as missing."""
    body, head = (_parts(letter, template, values, sent) for template in (clean_text(text), clean_line(subject)))
    places = tuple(assembling.places(body))
    return Written(
        subject=clean_line(assembling.text_of(head)),
        body=assembling.text_of(body),
        subject_html=assembling.html_of(head),
        body_html=assembling.html_of(body),
        missing=tuple(dict.fromkeys(place.blank for place in (*places, *assembling.places(head)) if place.missing)),
        places=places,
    )


def _said(values: Mapping[str, str], sent: dt.date) -> Iterator[tuple[str, str]]:
    """Gives the words under which each known value may stand in a letter, with the blanks that take their place."""
    greeted = (_salutation(values, formal=formal).partition(" ")[2] for formal in (False, True))
    for name, labels in zip(greeted, (_in_brackets("first_name"), _in_brackets("title", "surname")), strict=True):
        if name:
            yield name, labels if name != values.get("first_name") else _in_brackets("first_name")
    for name, value in values.items():
        blank = blanks().get(name)
        if blank and value and name not in GREETED:
            said = {*_bare(blank, value, sent), clean_line(value)}
            yield from ((words, _in_brackets(name)) for words in said if len(words) >= _SHORTEST)


def _bare(blank: Blank, value: str, sent: dt.date) -> tuple[str, ...]:
    if blank.kind != "date":
        return (said_in(blank, value, sent),)
    day = day_said(dt.date.fromisoformat(value), sent)
    return day.day, day.name


def _in_brackets(*names: str) -> str:
    return " ".join(f"[{blanks()[name].label}]" for name in names)


def _parts(letter: Letter, template: str, values: Mapping[str, str], sent: dt.date) -> tuple[assembling.Piece, ...]:
    opened = _OPENING.sub(lambda found: _opening(found, values), assembling.harmless(template))
    filled_in = _BLANK.sub(lambda found: _in_blank(letter, found, values, sent), opened)
    rendered = re.sub(rf"\bon (?=[^\w\s](?:{'|'.join(_DAY_WORDS)})\b)", "", filled_in, flags=re.IGNORECASE)
    return assembling.pieces(rendered, (*blanks(),), EXACT)


def _opening(found: re.Match[str], values: Mapping[str, str]) -> str:
    """Gives the greeting of the next person, with a title if the one that was kept had one."""
    titled = found[2].startswith(_in_brackets("title"))
    if not titled and not found[2].startswith(_in_brackets("first_name")):
        return found[0]
    word, _, name = _salutation(values, formal=titled).partition(" ")
    if not name:
        return view_words("greetings.nobody")
    # A plain greeting keeps the word that the reader has chosen for it.
    shown = found[1] if view_words("greetings.plain", name=name) == f"{word} {name}" else word
    return f"{shown} {assembling.marked(name, _numbers()['first_name'])}"


def _salutation(values: Mapping[str, str], *, formal: bool) -> str:
    typed, title, surname = (values.get(name, "") for name in GREETED)
    return salutation(typed, title=title, surname=surname, formal=formal)


def _in_blank(letter: Letter, found: re.Match[str], values: Mapping[str, str], sent: dt.date) -> str:
    blank = _by_label().get(found[1])
    if blank is None:
        return found[0]
    value = values.get(blank.name, "")
    number = _numbers()[blank.name]
    if not clean_line(value):
        return assembling.marked(found[0], number, missing=True) if is_needed(letter, blank) else ""
    if blank.kind == "date":
        day = day_said(dt.date.fromisoformat(value), sent)
        bare = _BARE_DAY.search(found.string[: found.start()])
        words = day.when if bare is None else day.name if bare[0].strip().lower() == "on" else day.day
        return assembling.marked(words, number)
    return assembling.marked(said_in(blank, value, sent), number)


@cache
def _by_label() -> Mapping[str, Blank]:
    return {blank.label: blank for blank in blanks().values()}


@cache
def _numbers() -> Mapping[str, int]:
    return {name: number for number, name in enumerate(blanks())}

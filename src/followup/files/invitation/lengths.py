"""How long an interview takes, as the words of an email say it, and not how long a test or its preparation does."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from operator import itemgetter

from followup.files.invitation.purpose import THANKED
from followup.files.invitation.told_lengths import BY, SHORT, Length, lengths
from followup.files.invitation.words import AND, pattern

# What is told in minutes and is no length: "arrive 15 minutes early"; nor is one of several.
NO_LENGTH = re.compile(
    r"\s{0,9}(?:early|earlier|before|beforehand|prior|in advance|ahead|late|later|away|walk|drive|ago|notice|break|each"
    r"|apiece|jeweils|chacun|chacune|cada un|ciascuno|vorher|früher|zuvor|avant|antes|prima|eerder|van tevoren|innan"
    r"|(?:per|a|pro|par|por|alla|a la) (?:week|day|woche|tag|semaine|jour|semana|día|settimana)|weekly)\b|/\s?w"
)
# "Two 45-minute conversations", "3 x 45 minutes".
TIMES = re.compile(
    r"(?:\b([2-6])\s?[x×]\s?|\b(?:(two|zwei|deux|dos|due|dois|duas|twee|två)|(three|drei|trois|tres|três|tre|drie)"
    r"|(four|vier|quatre|cuatro|quatro|quattro|fyra|fire))\s(?:separate |back-to-back |consecutive )?)$"
)
# Where a sentence ends; "approx.", "ca." and "min." end none.
END = re.compile(r"(?<!\bca)(?<!approx)(?<!\bmin)(?<!\bstd)(?<!\bappr)\.(?=\s|$)|[;!?\n]")
# What parts one thing of a sentence from the next.
PART = re.compile(
    r"[,()–—:+]|\b(?:and|then|plus|followed|including|includes?|incl|inklusive|inkl|with|und|dann|danach|anschließend"
    r"|gefolgt|davon|et|puis|suivie?s?|dont|y|luego|seguid[ao]s?|incluye|e|poi|depois|seguit[ao]|compres[ao]|en|daarna"
    r"|gevolgd|waarvan|inclusief|och|sedan|och|og|derefter|of which|begins?|starts?|beginnt|commence\w*|empieza"
    r"|inizia)\b"
)
# One comes after the other.
THEN = re.compile(
    r"\b(?:then|followed by|plus|dann|danach|anschließend|gefolgt|puis|suivie?s?|luego|seguid[ao]s?|poi|depois"
    r"|seguit[ao]"
    r"|daarna|gevolgd|sedan|derefter)\b|\+"
)
BOTH = re.compile(rf"\b{AND}\b")
# One is a part of the other, or somebody's own.
WITHIN = re.compile(
    r"\b(?:including|includes?|incl|inklusive|inkl|with|mit|avec|con|com|met|of which|davon|dont|incluye|compres[ao]"
    r"|waarvan|inclusief|begins?|starts?|beginnt|commence\w*|empieza|inizia|you|we|sie|ihnen|wir|du|vous|nous|tu|usted"
    r"|você|lei|je|u|ni|or|oder|ou|o|of)\b"
)
# What one does before, or elsewhere.
PREPARING = re.compile(
    r"\b(?:prepar\w*|vorbereit\w*|vorzubereiten|prépar\w*|voorbereid\w*|förbered\w*|forbered\w*|przygotow\w*|review the"
    r"|reading time|to read|park\w*|drive|journey|train|flight|fahrt\w*|trajet)\b"
)
# What may be a part of an interview, or come beside it.
TASK = re.compile(
    r"\b(?:tests?|exercises?|presentations?|presentation|tasks?|assessments?|quiz|case stud(?:y|ies)|written|\w*test"
    r"|\w*aufgabe|\w*übung|präsentation|vortrag|présentation|exercices?|épreuve|pruebas?|ejercicio|presentación|teste"
    r"|exercício|apresentação|prova|esercizio|presentazione|toets|opdracht|presentatie|övning|prov|øvelse"
    r"|prezentacj\w+)\b"
)
OF_INTERVIEW = re.compile(
    r"\b(?:lasts?|takes?|duration|length|allow|set aside|plan (?:on|for)|block|dauer\w*|durée|durera|dure|dura|durará"
    r"|duração|duración|durata|durerà|duurt|duur|varar|varer|trwa|potrwa|session|gesprächsdauer)\b"
)
HOUR = re.compile(r"\d:\d\d|\d\s?(?:[ap]\.?m\b|uhr|h\d)")
SHORTEST, LONGEST = 10, 600
# So far around a length its sentence is looked for, and how often it is told.
LOOK, NEAR = 160, 40
INTERVIEW, OTHER, TEST = range(3)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Part:
    """A length with what takes so long: the interview, a test in it, or anything."""

    minutes: int
    start: int
    end: int
    kind: int


def minutes_of(text: str) -> int | None:
    """How long the interview takes by a text in small letters; of several the longest, for the others are its parts."""
    told = [one for each in lengths(text) if (one := _part(text, each))]
    for kind in (INTERVIEW, OTHER):
        found = [_summed(text, one, told) for one in told if one.kind == kind]
        if fitting := [minutes for minutes in found if SHORTEST <= minutes <= LONGEST]:
            return max(fitting)
    # A test is what one is invited to where its own sentence has the hour.
    sentences = ((one.minutes, text[slice(*_bounds(text, one.start, one.end, END))]) for one in told)
    alone = (minutes for minutes, said in sentences if HOUR.search(said) and not _is_talk(said))
    return next((minutes for minutes in alone if SHORTEST <= minutes <= LONGEST), None)


def _part(text: str, one: Length) -> _Part | None:
    """A length with what takes so long; None for one that no talk takes: "arrive an hour before"."""
    before = text[max(0, one.start - LOOK) : one.start]
    said = text[slice(*_bounds(text, one.start, one.end, PART))]
    is_none = NO_LENGTH.match(text, one.end) or BY.search(before[-SHORT:]) or THANKED.search(before)
    if is_none or PREPARING.search(said):
        return None
    times = TIMES.search(before[-NEAR:])
    # Words for two, three and four are the groups of these numbers.
    count = times and (times[1] or times.lastindex)
    return _Part(minutes=one.minutes * int(count or 1), start=one.start, end=one.end, kind=_kind(said))


def _kind(said: str) -> int:
    if _is_talk(said):
        return INTERVIEW
    return TEST if TASK.search(said) else INTERVIEW if OF_INTERVIEW.search(said) else OTHER


def _summed(text: str, one: _Part, told: Sequence[_Part]) -> int:
    """The minutes of a length and of those that its sentence tells to come right before or behind it."""
    begin, end = _bounds(text, one.start, one.end, END)
    beside = [each for each in told if begin <= each.start < end]
    at = beside.index(one)
    joined = [_is_beside(text[first.end : other.start]) for first, other in pairwise(beside)]
    behind = zip(beside[at + 1 :], joined[at:], strict=True)
    before = zip(reversed(beside[:at]), reversed(joined[:at]), strict=True)
    near = (*takewhile(itemgetter(1), behind), *takewhile(itemgetter(1), before))
    return one.minutes + sum(each.minutes for each, _ in near)


def _is_beside(between: str) -> bool:
    return bool(THEN.search(between) or (BOTH.search(between) and not WITHIN.search(between)))


def _bounds(text: str, start: int, end: int, parting: re.Pattern[str]) -> tuple[int, int]:
    """Where the sentence, or the part of one, begins and ends that holds a length."""
    first, last = max(0, start - LOOK), min(len(text), end + LOOK)
    begins = [found.end() for each in (END, parting) for found in each.finditer(text, first, start)]
    stops = [found.start() for each in (END, parting) if (found := each.search(text, end, last))]
    return max(begins, default=first), min(stops, default=last)


def _is_talk(text: str) -> bool:
    return bool(pattern("interviews").search(text) or pattern("talks").search(text))

"""What was answered on the way, as the page shows it: each answer with its words and the way back to it."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from urllib.parse import urlencode

from followup.dates import calendars, clock, zone_countries
from followup.model.wording import choice_words, view_words
from followup.tools.what_now import flow, walking
from followup.words.moments import city


@dataclass(frozen=True, kw_only=True, slots=True)
class Progress:
    """How far the reader has come."""

    walk: walking.Way
    answers: Mapping[str, str]
    has_case: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class GivenAnswer:
    """One answer given: its question, the words of the answer, and the address that asks it again."""

    id: str
    question: str
    words: str
    change: str


def regions(answers: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The regions of the country that was told, each with its code."""
    country = answers.get("country", "")
    found = (one.subdivisions for one in calendars.countries() if one.code == country)
    return tuple(sorted(next(found, ()), key=itemgetter(1)))


def answers(told: list[GivenAnswer]) -> list[dict[str, str]]:
    """Gives the answers as data."""
    return [{"id": one.id, "question": one.question, "answer": one.words} for one in told]


def told_of(seen: Progress) -> Iterator[GivenAnswer]:
    """What was answered, in the order it was asked; to change one is to take those before it and ask on."""
    before: dict[str, str] = {}
    for choice, option in seen.walk.answered:
        yield GivenAnswer(id=choice.id, question=choice.label, words=option.words, change=address(before))
        before[choice.id] = option.value
    yield from _pace(seen)
    yield from _said_beside(seen)
    end = seen.walk.at
    for id in (*end.asks, flow.REGION) if isinstance(end, flow.Ending) else ():
        fact = flow.flow().facts[id]
        if fact.is_told(seen.answers):
            yield GivenAnswer(id=id, question=fact.label, words=fact_words(fact, seen.answers), change=address(before))
            before |= {part.name: seen.answers[part.name] for part in fact.parts if part.name in seen.answers}


def _pace(seen: Progress) -> Iterator[GivenAnswer]:
    """The pace that the reader chose."""
    if pace := seen.answers.get(flow.PACE):
        words, rest = choice_words("paces", pace), _without(flow.PACE, seen.answers)
        yield GivenAnswer(id=flow.PACE, question=view_words("what_now.pace"), words=words, change=rest)


def _said_beside(seen: Progress) -> Iterator[GivenAnswer]:
    """What the reader said is so beside the way."""
    for one in flow.flow().besides.values():
        if seen.answers.get(one.id) == flow.YES:
            yield GivenAnswer(id=one.id, question=one.label, words=one.words, change=_without(one.id, seen.answers))


def _without(id: str, answers: Mapping[str, str]) -> str:
    """The address that holds every answer but one."""
    return address({name: value for name, value in answers.items() if name != id})


def address(answers: Mapping[str, str]) -> str:
    """Gives the address that holds some answers, to be read by the page alone; "#" asks from the start."""
    return "#" + urlencode({f"answers.{id}": value for id, value in answers.items()})


def fact_words(fact: flow.AskedFact, answers: Mapping[str, str]) -> str:
    """Gives what was answered to a fact, part by part."""
    said = [_said(part, answers.get(part.name, ""), answers) for part in fact.parts]
    return ", ".join(filter(None, said)) or view_words("what_now.nothing")


def _said(part: flow.Control, value: str, answers: Mapping[str, str]) -> str:
    if part.kind == "country" and value:
        return calendars.calendar_for(value).place.country_name
    if part.kind == "subdivision":
        return dict(regions(answers)).get(value, value)
    if part.kind == "time" and value:
        read = zone_countries.country_read(answers.get("zone", ""), answers.get("country", ""))
        return clock.clock_time(dt.time.fromisoformat(value), read)
    if part.kind == "zone" and value:
        return city(value)
    return clock.spoken_day(dt.date.fromisoformat(value)) if value and part.kind == "date" else value

"""A question of "What now?", as data and as the page shows it."""

from collections.abc import Mapping
from typing import Any

from followup.dates import calendars, zone_countries
from followup.dates.calendar_book import region_of
from followup.model.answer import Answer
from followup.render import panels
from followup.tools.what_now import flow
from followup.tools.what_now.trail import Progress, answers, regions, told_of


def asking(seen: Progress, question: flow.Choice | flow.AskedFact) -> Answer:
    """Gives a question to answer."""
    told = list(told_of(seen))
    return Answer(
        data={"question": _as_data(question, seen.answers), "answers": answers(told), "ending": None},
        fragment=panels.panel(
            "what-now",
            told=told,
            question=question,
            ending=None,
            is_choice=_is_choice(question),
            answers=seen.answers,
            countries=sorted(calendars.countries(), key=lambda one: one.name),
            regions=regions(seen.answers),
            likely=_likely(seen.answers),
            zones=zone_countries.zones_of_countries(),
        ),
    )


def _likely(answers: Mapping[str, str]) -> str:
    """The region that their zone lies in: said, and never chosen for the reader."""
    country, zone = answers.get("country", ""), answers.get("zone", "")
    return region_of(country, zone)[1] if country and zone else ""


def _is_choice(question: flow.Choice | flow.AskedFact) -> bool:
    return isinstance(question, flow.Choice)


def _as_data(question: flow.Choice | flow.AskedFact, answers: Mapping[str, str]) -> dict[str, Any]:
    shared = {"id": question.id, "label": question.label, "help": question.help}
    if isinstance(question, flow.Choice):
        return {**shared, "options": [{"value": one.value, "words": one.words} for one in question.options]}
    return {**shared, "parts": [_part_as_data(part, answers) for part in question.parts]}


def _part_as_data(part: flow.Control, answers: Mapping[str, str]) -> dict[str, Any]:
    told = {"name": part.name, "label": part.label, "kind": part.kind}
    if part.kind != "subdivision":
        return told
    return {**told, "options": [{"value": code, "words": name} for code, name in regions(answers)]}

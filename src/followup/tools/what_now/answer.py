"""What now? One question at a time, and at the end one thing to do, with its date and its reason."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, make_dataclass
from types import MappingProxyType
from typing import Any

from followup import forms
from followup.case import check
from followup.dates import calendars, clock
from followup.model.answer import Answer, Problem
from followup.model.case import Case
from followup.model.question import asked
from followup.model.wording import Words, choices, problem_words
from followup.tools.what_now import asking, flow, own, spoken, trail, view, walking
from followup.tools.what_now import dating as dates

# The days on which something happened are over when they are told, but for an interview, which may lie ahead; where no
# case was made of the answers nothing else checks them.
PAST = own.named([event["at"] for end in flow.flow().endings.values() for event in end.case.get("events", ())]) - {
    "now",
    "interview",
}
DAY = dt.timedelta(days=1)
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, kw_only=True, slots=True)
class Questions:
    """What was answered so far, by the id of the question, and the case if there is one."""

    answers: Mapping[str, str] = asked("what_now.answers", default=NOTHING)
    case: Case | None = asked("tool.case", default=None)


def problems(values: Mapping[str, object], now: dt.datetime) -> tuple[Problem, ...]:
    """Gives what is wrong with single answers; what they say against each other shows at the ending."""
    found = check.problems(values, now, path="case.") if "case.rounds" in values else ()
    prefix = "answers."
    answers = {path.removeprefix(prefix): str(value) for path, value in values.items() if path.startswith(prefix)}
    return (*found, *_strange(answers), *_facts(answers, now))


def _strange(answers: Mapping[str, str]) -> Iterator[Problem]:
    """What no question asks, and answers that a question does not have."""
    values = {id: [option.value for option in choice.options] for id, choice in flow.flow().choices.items()}
    values[flow.PACE] = [*dict(choices("paces"))]
    values |= {id: [flow.YES] for id in flow.flow().besides}
    known = (*flow.flow().choices, *(part.name for part in _parts()), flow.PACE, *flow.flow().besides)
    for id, value in answers.items():
        if id not in known:
            yield Problem(field=f"answers.{id}", message=problem_words("unknown_answer", names=", ".join(known)))
        elif value not in values.get(id, (value,)):
            yield Problem(field=f"answers.{id}", message=problem_words("one_of", names=", ".join(values[id])))


def _facts(answers: Mapping[str, str], now: dt.datetime) -> tuple[Problem, ...]:
    """Facts that cannot be read; those left empty are no problem before they are asked."""
    given = {part.name: answers[part.name] for part in _parts() if answers.get(part.name)}
    asked_now = walking.walk(answers).at
    reading = forms.read(_Facts, given, path="answers")
    if not isinstance(asked_now, flow.Ending):
        return reading.problems
    return (*reading.problems, *_empty(asked_now, answers), *_past(asked_now, reading.values, now))


def _empty(ending: flow.Ending, answers: Mapping[str, str]) -> Iterator[Problem]:
    """A needed part that was sent along empty, or all of which one was enough."""
    for part in _parts(ending.asks):
        if part.needed and answers.get(part.name) == "":
            yield Problem(field=f"answers.{part.name}", message=part.enter)
    for fact in (flow.flow().facts[id] for id in ending.asks):
        if fact.either and all(answers.get(part.name) == "" for part in fact.parts):
            yield Problem(field=f"answers.{fact.parts[0].name}", message=fact.parts[0].enter)


def _past(ending: flow.Ending, values: Mapping[str, object], now: dt.datetime) -> Iterator[Problem]:
    """Days that lie before what they come after: the last touch before the first, a deadline that is over."""
    days = {part.name: values.get(f"answers.{part.name}") for part in _parts(ending.asks)}
    yield from _too_early(days, "sent", "sent-again")
    yield from _too_early(days, "asked", "asked-last")
    today = now.astimezone(clock.zone(str(values["answers.zone"]))).date() if values.get("answers.zone") else None
    for name, day in days.items():
        if today is None and name in PAST and isinstance(day, dt.date) and day > now.date() + DAY:
            yield Problem(field=f"answers.{name}", message=problem_words("future_day"))
    for part in _parts(ending.asks):
        day = days[part.name]
        if part.lies == "ahead" and today and isinstance(day, dt.date) and day < today:
            yield Problem(field=f"answers.{part.name}", message=part.beyond or problem_words("over"))


def _too_early(days: Mapping[str, object], first: str, last: str) -> Iterator[Problem]:
    """The last time they were asked lies before the first."""
    sent, again = days.get(first), days.get(last)
    if isinstance(sent, dt.date) and isinstance(again, dt.date) and again < sent:
        yield Problem(field=f"answers.{last}", message=problem_words("asked_first", sent=clock.written_day(sent)))


def _parts(facts: tuple[str, ...] = ()) -> Iterator[flow.Control]:
    seen = dict.fromkeys(part for id in facts or flow.flow().facts for part in flow.flow().facts[id].parts)
    yield from {part.name: part for part in seen}.values()


def _field(part: flow.Control) -> tuple[str, Any, Any]:
    question = asked(Words(label=part.label, enter=part.enter), kind=part.kind, key=part.name, default=None)
    return part.name.replace("-", "_"), {"date": dt.date, "time": dt.time}.get(part.kind, str) | None, question


# The facts are data: one question for each part.
_Facts: type[Any] = make_dataclass("Facts", map(_field, _parts()), frozen=True, kw_only=True)


def answer(questions: Questions, now: dt.datetime) -> Answer:
    """Gives the next question, or the one thing to do."""
    walk = walking.walk(questions.answers)
    answers = questions.answers
    if isinstance(walk.at, flow.Ending):
        answers, wrong = spoken.resolved(walk.at, answers, questions.case)
        if wrong:
            return Answer(problems=wrong)
    seen = trail.Progress(walk=walk, answers=answers, has_case=questions.case is not None)
    if isinstance(walk.at, flow.Choice):
        return asking.asking(seen, walk.at)
    try:
        found = dates.find(walk.at, answers, questions.case, now)
    except calendars.OutOfCoverage as beyond:
        return _refused(seen, problem_words("no_calendar", last=clock.written_day(beyond.last)))
    match found:
        case flow.AskedFact():
            return asking.asking(seen, found)
        case dates.DatedEnding():
            return view.ending(seen, walk.at, found, now)
        case _:
            return Answer(problems=found)


def _refused(seen: trail.Progress, message: str) -> Answer:
    fields = [part.name for part in _parts() if part.kind == "date" and seen.answers.get(part.name)]
    return Answer(problems=(Problem(field=f"answers.{fields[0]}" if fields else "case.rounds", message=message),))

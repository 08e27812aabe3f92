"""What moves when one figure of the rules is changed: plans, verdicts, drawings, sentences and checks."""

import datetime as dt
import json
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, cast
from zoneinfo import ZoneInfo

from exchange_requests import REQUESTS, request
from further import FURTHER
from situations import SITUATIONS

from followup import data, door, frozen
from followup.dates import calendars
from followup.planning import approaches, positions, stances
from followup.rules import evidence, rulebook, rulebook_records
from followup.rules.records import OURS, Default, Feed, Figure, Rule

type Book = Mapping[str, Rule | Default]

DRAFTS = Path(__file__).parents[1] / "drafts"
NEW_YORK = ZoneInfo("America/New_York")
END = dt.datetime(2027, 1, 7, 15, tzinfo=NEW_YORK)
# What an answer says of a message's length and faults, beside the plan that it stands in.
JUDGED = ("voicemail", "counts", "limits", "findings")
# How much a figure is changed by, until something moves with it.
STEPS = (1, -1, 3, 7, 20)
# Where a verdict is asked for: every hour of three days, then every noon of five weeks.
MOMENTS = (
    *(END + dt.timedelta(minutes=30 * part) for part in range(150)),
    *(END + dt.timedelta(days=day) for day in range(40)),
)


class Traced(Mapping[str, Figure]):
    """The figures of a record, which note who was read."""

    def __init__(self, id: str, figures: Mapping[str, Figure], read: set[tuple[str, str]]) -> None:
        self.id, self.figures, self.read = id, figures, read

    def __getitem__(self, key: str) -> Figure:
        self.read.add((self.id, key))
        return self.figures[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.figures)

    def __len__(self) -> int:
        return len(self.figures)


@contextmanager
def book(rules: Book, defaults: Book) -> Iterator[None]:
    """Puts other records in the rulebook for a while, and forgets what was counted with the old ones."""
    kept = rulebook.rules, rulebook.defaults
    _forget()
    rulebook.rules, rulebook.defaults = lambda: rules, lambda: defaults  # type: ignore[assignment]  # no caches
    try:
        yield
    finally:
        rulebook.rules, rulebook.defaults = kept
        _forget()


def _forget() -> None:
    frozen.forget()
    evidence.questions.cache_clear()
    # What the records say of a step is the same for all readers, so that it outlives them in the image.
    stances._reasons.cache_clear()


def raw() -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Gives the records as they are written."""
    return (
        tomllib.loads(data.text("rules", "rules.toml"))["rule"],
        tomllib.loads(data.text("rules", "defaults.toml"))["default"],
    )


def made(tables: tuple[list[dict[str, Any]], list[dict[str, Any]]]) -> tuple[Book, Book]:
    """Gives the records as the loader makes them."""
    known = {*rulebook.sources(), OURS}
    rules = rulebook_records.made_rules(tables[0], known)
    return rules, rulebook_records.made_defaults(tables[1], known, rules)


def changed(id: str, key: str, step: int) -> tuple[Book, Book, bool]:
    """Gives the records with one figure changed, and whether the loader refuses the sentences that stayed behind."""
    tables = raw()
    record = next(one for table in tables for one in table if one["id"] == id)
    record[key] = other(record[key], step)
    try:
        return (*made(tables), False)
    except rulebook_records.RulebookError:
        kept = rulebook_records._checked
        rulebook_records._checked = lambda record, sentences: record
        try:
            return (*made(tables), True)
        finally:
            rulebook_records._checked = kept


def sentences(books: tuple[Book, Book]) -> object:
    """Gives all that the records say of themselves."""
    keys = ("title", "reason", "default", "why")
    return [[getattr(record, key, "") for key in keys] for one in books for record in one.values()]


def other(value: Figure, step: int) -> Figure:
    """Gives a value that much later or larger, never below zero."""
    if isinstance(value, dt.time):
        return value.replace(hour=(value.hour + step) % 24)
    return max(0, value + step)


def asked() -> Mapping[str, str]:
    """Gives every request that is asked: exchanges, what people told, and a few drafts."""
    told = {f"situation {one.number}": request("planner", one.told, one.moment) for one in SITUATIONS}
    return {**FURTHER, **REQUESTS, **told}


def answers(requests: Mapping[str, str]) -> dict[str, Any]:
    """Gives what is answered, dates and findings, without the page and without verdicts."""
    return {name: moves(text) for name, text in requests.items()}


def moves(text: str) -> Mapping[Feed, object]:
    """Gives the part of an answer that is a plan and the part that is a check."""
    answer = json.loads(door.answer(text))
    answer.pop("fragment", None)
    if json.loads(text)["tool"] == "checker":
        return {"check": answer}
    judged = {key: answer["data"].pop(key) for key in JUDGED if key in (answer["data"] or {})}
    return {"plan": _bare(answer), "check": judged}


def _bare(told: Any) -> Any:
    if isinstance(told, dict):
        return {key: _bare(value) for key, value in told.items() if key != "because"}
    return [_bare(each) for each in told] if isinstance(told, list) else told


def readers(requests: Mapping[str, str]) -> Mapping[tuple[str, str], list[str]]:
    """Gives, by figure, the requests whose answers read it."""
    found: dict[tuple[str, str], list[str]] = {}
    read: set[tuple[str, str]] = set()
    # Read beforehand: every figure is looked up once as the files are read, whoever asks.
    positions.positions(), approaches.approaches(), approaches.paces()
    traced = [
        {id: replace(record, figures=Traced(id, record.figures, read)) for id, record in one.items()}
        for one in (rulebook.rules(), rulebook.defaults())
    ]
    with book(*traced):
        for name, text in requests.items():
            read.clear()
            door.answer(text)
            for figure in read:
                found.setdefault(figure, []).append(name)
    return found


def verdicts() -> object:
    """Gives every verdict of every source on every moment."""
    calendar = calendars.calendar_for("US")
    return [
        (question, who, [one.allows(moment, _base(question), calendar) for moment in MOMENTS])
        for (question, who), one in positions.positions().items()
    ]


def _base(question: str) -> dt.datetime | dt.date:
    return END if question in ("K1", "K2", "K3") else END.date()


def drawings() -> object:
    """Gives every scale as it is drawn, and every bar chart's own mark."""
    scales = [one.scale for one in rulebook.defaults().values() if one.scale]
    return scales, [question.ours for question in evidence.questions().values()]


def feeds(record: Rule | Default, key: str) -> tuple[Feed, ...]:
    """Gives what a record says that a figure of it feeds."""
    return cast(tuple[Feed, ...], tuple(record.feeds.get(key, ())))

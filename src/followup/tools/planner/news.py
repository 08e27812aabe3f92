"""What a reader can tell of, in groups of rows; each asks for the one fact that the plan needs of it."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from followup.model.case import EVENTS, OUTCOMES


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One thing to tell: its words, the event as JSON, the fact it asks for and the words for having none."""

    id: str
    words: str
    told: str
    asks: str
    question: str
    help: str
    none: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """Rows that belong together."""

    id: str
    words: str
    rows: tuple[Row, ...]


@lru_cache(maxsize=1)
def news() -> tuple[Group, ...]:
    """Gives the groups of data/words/news_words.toml, without what the model cannot hold."""
    path = files("followup") / "data" / "words" / "news_words.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    rows = [(record["group"], _row(number, record)) for number, record in enumerate(data["rows"]) if _is_known(record)]
    groups = (
        Group(id=one["id"], words=one["words"], rows=tuple(row for group, row in rows if group == one["id"]))
        for one in data["groups"]
    )
    return tuple(group for group in groups if group.rows)


def _is_known(record: Mapping[str, str]) -> bool:
    return record["kind"] in dict(EVENTS) and record["outcome"] in dict(OUTCOMES)


def _row(number: int, record: Mapping[str, str]) -> Row:
    event = {"kind": record["kind"], "outcome": record["outcome"]}
    told = {"events": [{key: value for key, value in event.items() if value}]}
    shown = {name: record.get(name, "") for name in ("words", "asks", "question", "help", "none")}
    return Row(id=f"news-{number}", told=json.dumps(told), **shown)

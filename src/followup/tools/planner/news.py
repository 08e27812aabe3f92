"""What a reader can tell of, in groups of rows; each asks for the one fact that the plan needs of it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from followup.case.event_checks import BEFORE
from followup.data import table
from followup.model.case import Case
from followup.model.plan import Plan
from followup.model.wording import choices

# What may be told before the first interview; an offer elsewhere, and the reader's own end of it, too.
EARLY = (*BEFORE, "offer-elsewhere", "withdrawn", "declined", "closed")


@dataclass(frozen=True, kw_only=True, slots=True)
class NewsItem:
    """One thing to tell: its words, the event as JSON, the fact it asks for and the words for having none."""

    id: str
    words: str
    told: str
    asks: str
    question: str
    help: str
    none: str
    kind: str
    outcome: str
    states: tuple[str, ...]
    likely: tuple[str, ...]

    @property
    def in_words(self) -> bool:
        """True where a day belongs to it that people may say in words, like “early next week”."""
        return self.kind in ("reply", "called") and self.asks in ("by", "deadline")

    def is_told_in(self, state: str, *, early: bool) -> bool:
        """True where it can happen: in that state, and before the first interview only what may come before one."""
        may_come = not early or (self.outcome or self.kind) in EARLY
        return may_come and (not self.states or state in self.states)


@dataclass(frozen=True, kw_only=True, slots=True)
class NewsGroup:
    """Rows that belong together."""

    id: str
    words: str
    rows: tuple[NewsItem, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class News:
    """What can be told in a state: what is likely there, and everything else in its groups."""

    likely: tuple[NewsItem, ...]
    other: tuple[NewsGroup, ...]


def news(state: str, *, early: bool = False) -> News:
    """Gives what can be told in that state; `early` is before the first interview."""
    groups = [
        replace(group, rows=tuple(row for row in group.rows if row.is_told_in(state, early=early))) for group in _all()
    ]
    others = (replace(group, rows=tuple(row for row in group.rows if state not in row.likely)) for group in groups)
    return News(
        likely=tuple(row for group in groups for row in group.rows if state in row.likely),
        other=tuple(group for group in others if group.rows),
    )


@lru_cache(maxsize=1)
def _all() -> tuple[NewsGroup, ...]:
    """Gives the groups of data/words/news_words.toml, without what the model cannot hold."""
    data = table("words", "news_words.toml")
    rows = [(record["group"], _row(number, record)) for number, record in enumerate(data["rows"]) if _is_known(record)]
    groups = (
        NewsGroup(id=one["id"], words=one["words"], rows=tuple(row for group, row in rows if group == one["id"]))
        for one in data["groups"]
    )
    return tuple(group for group in groups if group.rows)


def _is_known(record: Mapping[str, Any]) -> bool:
    return record["kind"] in dict(choices("events")) and record["outcome"] in dict(choices("outcomes"))


def _row(number: int, record: Mapping[str, Any]) -> NewsItem:
    event = {name: record.get(name, "") for name in ("kind", "outcome", "step", "reason")}
    told = {"events": [{key: value for key, value in event.items() if value}, *record.get("also", ())]}
    shown = {name: record.get(name, "") for name in ("words", "asks", "question", "help", "none")}
    return NewsItem(
        id=f"news-{number}",
        told=json.dumps(told),
        kind=record["kind"],
        outcome=record["outcome"],
        states=tuple(record.get("states", ())),
        likely=tuple(record.get("likely", ())),
        **shown,
    )


def can_tell(plan: Plan, case: Case, now: datetime) -> News | None:
    """What can be told in the present state; before the first interview only what may come before one."""
    first = min(one.date for one in case.rounds) if case.rounds else now.date()
    # A day's grace: the reader's date may be behind the recipient's.
    if now.date() >= first - timedelta(days=1):
        return news(plan.state)
    return news(plan.state, early=True) if plan.state in ("ahead", "invited", "no-show", "task") else None

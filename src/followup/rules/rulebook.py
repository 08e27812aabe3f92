"""The rulebook: what each source says, the figures behind every date and our defaults, read from data/*.toml."""

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache

from followup import data
from followup.model.wording import view_words
from followup.rules.records import OURS, Default, Rule, Source
from followup.rules.rulebook_records import read_defaults, read_rules, read_sources
from followup.rules.sayings import filled


@lru_cache
def sources() -> Mapping[str, Source]:
    """Gives the five sources by id."""
    return read_sources(data.text("rules", "sources.toml"))


@lru_cache
def rules() -> Mapping[str, Rule]:
    """Gives every rule by id: T, C, P, R and G from the sources, O our own choices."""
    return read_rules(data.text("rules", "rules.toml"), tuple(sources()))


@lru_cache
def defaults() -> Mapping[str, Default]:
    """Gives the disputed questions K1 to K21 by id, each with our default."""
    return read_defaults(data.text("rules", "defaults.toml"), tuple(sources()), rules())


def record(id: str) -> Rule | Default:
    """Gives the rule or the disputed question of that id; KeyError if there is none."""
    return defaults()[id] if id.startswith("K") else rules()[id]


def figure(id: str, key: str) -> int:
    """Gives a figure in the unit its key names: figure("C1", "wait_business_days") == 5."""
    value = record(id).figures[key]
    if isinstance(value, dt.time):
        raise TypeError(f"{id}: {key} is a time of day")
    return value


def hour(id: str, key: str) -> dt.time:
    """Gives a time of day, without a zone: hour("P3", "avoid_from_time") == time(11)."""
    value = record(id).figures[key]
    if not isinstance(value, dt.time):
        raise TypeError(f"{id}: {key} is no time of day")
    return value


def with_figures(text: str) -> str:
    """Gives a sentence with the figures it names, "{K4.wait_business_days}", in words; UnknownFigure."""
    if "{" not in text:
        return text
    ours = {id: rule.figures for id, rule in rules().items()} | {id: one.figures for id, one in defaults().items()}
    return filled(text, {}, ours)


def place(id: str) -> str:
    """Gives the row of a rule or question on the site, from its root: "sources/rules/#t4"; our own choice has none."""
    if id == OURS:
        return ""
    page = "disagreements" if id.startswith("K") else "rules"
    return f"sources/{page}/#{id.lower()}"


def credit(id: str) -> str:
    """Gives who stands behind a rule in words: "career blog, checklist", "our default" or "our choice"."""
    if id.startswith("K"):
        return view_words("rules.default")
    named = (OURS,) if id == OURS else rules()[id].sources
    return view_words("rules.ours") if named == (OURS,) else ", ".join(sources()[one].mark for one in named)

"""Reads the records of the rulebook, and refuses one that cannot be relied on."""

import datetime as dt
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any

from followup.rules.axes import Axis, mark
from followup.rules.records import OURS, Default, Feed, Figure, Rule, Scale, Source
from followup.rules.said_in import is_said
from followup.rules.sayings import FIGURE, UnknownFigure, filled

APPLIES_TO = ("thank-you", "check-in", "call", "rejection", "general")
FEEDS: tuple[Feed, ...] = ("plan", "stance", "scale", "sentence", "check")
# More words of a source in a row than these would be a sentence of theirs.
QUOTE_WORDS = 7


class RulebookError(ValueError):
    """A record that cannot be relied on; the message names the record and what to mend."""


def read_sources(text: str) -> Mapping[str, Source]:
    """Gives the sources written in TOML; RulebookError names the record that is wrong."""
    return _by_id(_source(raw) for raw in tomllib.loads(text)["source"])


def read_rules(text: str, source_ids: Iterable[str]) -> Mapping[str, Rule]:
    """Gives the rules written in TOML; every source must be among `source_ids` or be "ours"."""
    known = {*source_ids, OURS}
    return made_rules(tomllib.loads(text)["rule"], known)


def made_rules(records: Iterable[Mapping[str, Any]], known: set[str]) -> Mapping[str, Rule]:
    """Gives the rules of records that were read already; `known` are the sources, and "ours"."""
    return _by_id(_rule(raw, known) for raw in records)


def read_defaults(text: str, source_ids: Iterable[str], rules: Mapping[str, Rule]) -> Mapping[str, Default]:
    """Gives the disputed questions written in TOML; sources and rules must be known."""
    return made_defaults(tomllib.loads(text)["default"], {*source_ids, OURS}, rules)


def made_defaults(
    records: Iterable[Mapping[str, Any]], known: set[str], rules: Mapping[str, Rule]
) -> Mapping[str, Default]:
    """Gives the disputed questions of records that were read already; `known` are the sources, and "ours"."""
    all = tuple(records)
    figures = {id: rule.figures for id, rule in rules.items()} | {raw.get("id", ""): raw for raw in all}
    return _by_id(_default(raw, known, rules, figures) for raw in all)


def _source(raw: Mapping[str, Any]) -> Source:
    words = _whole({"mark": raw.get("id", ""), **raw, "quotes": tuple(raw.get("quotes", ()))}, Source)
    for quote in words["quotes"]:
        if len(quote.split()) > QUOTE_WORDS:
            raise RulebookError(f"{words['id']}: quote at most {QUOTE_WORDS} words in a row, not “{quote}”")
    return Source(**words)


def _rule(raw: Mapping[str, Any], known: set[str]) -> Rule:
    words = _with_figures({"says": {}, **raw, "reason_by": tuple(raw.get("reason_by", ()))}, Rule)
    _only(words["id"], "source", (*words["sources"], *words["says"]), known)
    _only(words["id"], "source of the rule", words["reason_by"], set(words["sources"]))
    _only(words["id"], "applies_to", (words["applies_to"],), set(APPLIES_TO))
    said = _spoken(words, ("title", "reason"), {})
    made = Rule(**{**words, **said, "sources": tuple(words["sources"]), "says": MappingProxyType(words["says"])})
    return _checked(made, (made.title, made.reason))


def _default(
    raw: Mapping[str, Any],
    known: set[str],
    rules: Mapping[str, Rule],
    others: Mapping[str, Mapping[str, Figure]],
) -> Default:
    words = _with_figures({"scale": None, **raw}, Default)
    _only(words["id"], "source", words["says"], known - {OURS})
    _only(words["id"], "rule", words["rules"], set(rules))
    _only(words["id"], "applies_to", (words["applies_to"],), set(APPLIES_TO))
    made = {
        **_spoken(words, ("default", "why"), others),
        "says": MappingProxyType(words["says"]),
        "rules": tuple(words["rules"]),
        "principles": tuple(words["principles"]),
        "scale": words["scale"] and _scale(words["id"], words["scale"], known, words["figures"], others),
    }
    default = Default(**{**words, **made})
    return _checked(default, (default.question, default.default, default.why))


def _spoken(
    words: Mapping[str, Any], keys: Iterable[str], others: Mapping[str, Mapping[str, Figure]]
) -> Mapping[str, str]:
    """Gives the record's own sentences with the figures they name."""
    try:
        return {key: filled(words[key], words["figures"], others) for key in keys}
    except UnknownFigure as unknown:
        raise RulebookError(f"{words['id']}: there is no figure {unknown}") from unknown


def _scale(
    id: str,
    raw: Mapping[str, Any],
    known: set[str],
    own: Mapping[str, Figure],
    others: Mapping[str, Mapping[str, Figure]],
) -> Scale:
    try:
        ticks = tuple(zip(raw["ticks"], raw["tick_words"], strict=True))
        axis = Axis(
            kind=raw.get("axis", "days"),
            weekday=raw.get("weekday", 0),
            clock=raw.get("clock", dt.time()),
            last=ticks[-1][0],
        )
        marks = tuple(mark(source, told, axis, own, others) for source, told in raw["marks"].items())
        scale = Scale(title=raw["title"], ticks=ticks, marks=marks)
    except (KeyError, ValueError) as fault:
        raise RulebookError(
            f"{id}: the scale needs a title, ticks, a word for each tick, and marks: {fault}"
        ) from fault
    _only(id, "source", raw["marks"], known)
    return scale


def _with_figures(raw: Mapping[str, Any], kind: type[Source | Rule | Default]) -> dict[str, Any]:
    """Moves the keys that are no field of `kind` into its figures."""
    named = {each.name for each in fields(kind)}
    figures = {key: value for key, value in raw.items() if key not in named}
    for key, value in figures.items():
        _check_figure(raw.get("id", "a record without an id"), key, value)
    rest = {"feeds": {}, "shown_only": {}, **{key: value for key, value in raw.items() if key in named}}
    words = _whole({**rest, "figures": MappingProxyType(figures)}, kind)
    feeds = MappingProxyType({key: tuple(fed) for key, fed in words["feeds"].items()})
    return words | {"feeds": feeds, "shown_only": MappingProxyType(words["shown_only"])}


def _checked[Record: (Rule, Default)](record: Record, sentences: Iterable[str]) -> Record:
    """Gives the record if each figure says what moves with it, or why nothing does, and sentences say its number."""
    id: str = record.id
    feeds: Mapping[str, tuple[Feed, ...]] = record.feeds
    shown: Mapping[str, str] = record.shown_only
    if strange := sorted({*feeds, *shown} - {*record.figures}):
        raise RulebookError(f"{id}: `{strange[0]}` feeds something and is no figure of it")
    for key, value in record.figures.items():
        # A host's own rule (H) feeds whatever names it.
        if (key in feeds) == (key in shown) and not id.startswith("H"):
            why = f'feeds.{key} = ["plan"], or in shown_only.{key} why it feeds nothing'
            raise RulebookError(f"{id}: say what `{key}` feeds, as in {why}")
        _only(id, f"feed of {key}", feeds.get(key, ()), set(FEEDS))
        if "sentence" in feeds.get(key, ()) and not is_said(key, value, " ".join((*sentences, *record.says.values()))):
            raise RulebookError(f"{id}: no sentence says that `{key}` is {value}; write {{{key}}} or the number")
    return record


def _check_figure(id: str, key: str, value: object) -> None:
    match = FIGURE.fullmatch(key)
    if match is None:
        raise RulebookError(
            f"{id}: `{key}` does not end in a unit; write wait_business_days, deadline_hours or the like"
        )
    if type(value) is not (dt.time if match["unit"] == "time" else int):
        raise RulebookError(f"{id}: `{key}` needs a whole number, or a time like 09:00:00 if it ends in _time")


def _whole(raw: Mapping[str, Any], kind: type[Source | Rule | Default]) -> dict[str, Any]:
    """Gives the record unchanged if it has every field of `kind`, none empty and no other."""
    named = {each.name for each in fields(kind)}
    id = raw.get("id", "a record without an id")
    if other := sorted(set(raw) - named):
        raise RulebookError(f"{id}: `{other[0]}` is not a field of a {kind.__name__.lower()}")
    if missing := sorted(key for key in named if raw.get(key, "") in ("", [])):
        raise RulebookError(f"{id}: `{missing[0]}` is missing or empty")
    return dict(raw)


def _only(id: str, what: str, named: Iterable[str], known: set[str]) -> None:
    if strange := sorted(set(named) - known):
        raise RulebookError(f"{id}: unknown {what} `{strange[0]}`; known are {', '.join(sorted(known))}")


def _by_id[Record: (Source, Rule, Default)](records: Iterable[Record]) -> Mapping[str, Record]:
    found: dict[str, Record] = {}
    for each in records:
        if each.id in found:
            raise RulebookError(f"{each.id}: two records have this id")
        found[each.id] = each
    return MappingProxyType(found)

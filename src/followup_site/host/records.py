"""What one record of a host's rules may hold: its keys, what stands in them, and whom and what it names."""

import datetime as dt
import re
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from itertools import count
from types import MappingProxyType
from typing import Any

from followup.rules.evidence import KINDS as VOICES
from followup.rules.evidence import questions, topics
from followup.rules.rulebook_records import APPLIES_TO, QUOTE_WORDS
from followup.rules.sayings import FIGURE as FIGURES
from followup_site.host import values
from followup_site.host.mistakes import HostFile, HostMistake, Spot, among
from followup_site.host.order import UNIT_HOURS, Book, rules_of, unit_of
from followup_site.host.sentences import check_sentence
from followup_site.words.wording import site_words

# What a host's file may hold, and the file of ours that it joins.
JOINS = {
    "source": "sources",
    "rule": "rules",
    "position": "positions",
    "approach": "approaches",
    "voice": "voices",
}
OWN_RULE = re.compile(r"H[1-9]\d*")
OWN_NAME = re.compile(r"[a-z]+")
LEAST, MOST = 1, 400
BOUNDS = ("earliest", "target", "latest", "after_target", "from", "to")


@dataclass(frozen=True, kw_only=True, slots=True)
class Shape:
    """The keys of one kind of record, each with the kind of its value, and those it may not go without."""

    keys: Mapping[str, values.Kind]
    needed: tuple[str, ...]
    figures: bool = False


def _of(kind: values.Kind, *keys: str) -> dict[str, values.Kind]:
    return dict.fromkeys(keys, kind)


_SOURCE = ("id", "name", "title", "speaks", "dated", "covers", "withheld", "withheld_because")
_RULE = ("id", "applies_to", "title", "reason")
_VOICE = ("id", "publisher", "title", "dated", "kind", "grade")
SHAPES: Mapping[str, Shape] = MappingProxyType(
    {
        "source": Shape(keys=_of(values.WORDS, *_SOURCE, "mark") | {"quotes": values.LIST}, needed=_SOURCE),
        "rule": Shape(
            keys=_of(values.WORDS, *_RULE) | _of(values.LIST, "sources", "reason_by") | {"says": values.SAYINGS},
            needed=(*_RULE, "sources"),
            figures=True,
        ),
        "position": Shape(
            keys=_of(values.WORDS, "who", "rule", "early", *BOUNDS) | {"questions": values.LIST, "never": values.FLAG},
            needed=("questions", "who", "rule"),
        ),
        "approach": Shape(
            keys=_of(values.WORDS, "id", "label", "words", "pace", "in_row", "in_all")
            | _of(values.FLAG, "phone", "last_question"),
            needed=("id", "label"),
        ),
        "voice": Shape(
            keys=_of(values.WORDS, *_VOICE, "family")
            | {"country": values.COUNTRY, "address": values.ADDRESS}
            | {"says": values.SAYINGS, "answers": values.SAYINGS, "coded": values.NUMBERS, "read": values.DAY},
            needed=(*_VOICE, "country", "address", "read", "coded"),
        ),
    }
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Placed:
    """One record of a host, and where it stands."""

    file: HostFile
    kind: str
    nth: int
    record: Mapping[str, Any]

    def spot(self, key: str = "") -> Spot:
        """Gives where one of its keys stands, or the record itself."""
        return Spot(table=self.kind, nth=self.nth, key=key)

    def wrong(self, key: str, found: object, may: str) -> HostMistake:
        """Gives the mistake at one of its keys."""
        return self.file.wrong(self.spot(key), found, may)

    def only(self, key: str, found: Iterable[str], known: Iterable[str], what: str = "") -> None:
        """Raises HostMistake at one of its keys for the first name that is not known."""
        values.check_names(self.file, self.spot(key), found, known, what or key)


def check_figure(file: HostFile, spot: Spot, key: str, value: object, kind: type[object]) -> None:
    """Raises HostMistake for a figure that is no such number, or no time of day."""
    if kind is dt.time:
        if type(value) is not dt.time:
            raise file.wrong(spot, value, site_words("host.records.time", key=key))
    elif type(value) is not int or not LEAST <= value <= MOST:
        raise file.wrong(spot, value, site_words("host.records.number", key=key, least=LEAST, most=MOST))


def check_record(one: Placed, book: Book) -> None:
    """Raises HostMistake for a key or a value that cannot stand there, and for an id that is taken or not a host's."""
    shape = SHAPES[one.kind]
    for key, value in one.record.items():
        _check_value(one, shape, key, value)
    if one.record.get("id"):
        _check_id(one, book)
    found = str(one.record.get("id", site_words("host.found.record", kind=one.kind)))
    values.check_needed(one.file, one.spot(), one.record, shape.needed, found)


def _check_value(one: Placed, shape: Shape, key: str, value: object) -> None:
    if key in shape.keys:
        values.check_value(one.file, one.spot(key), value, shape.keys[key])
    elif shape.figures and (found := FIGURES.fullmatch(key)):
        check_figure(one.file, one.spot(key), key, value, dt.time if found["unit"] == "time" else int)
    else:
        may = among(key, shape.keys, site_words("host.names.of_record", kind=one.kind))
        raise one.wrong(key, key, site_words("host.records.or_figure", among=may) if shape.figures else may)


def _check_id(one: Placed, book: Book) -> None:
    id = one.record["id"]
    if one.kind == "rule" and not OWN_RULE.fullmatch(id):
        raise one.wrong("id", id, site_words("host.records.rule_id"))
    if one.kind != "rule" and not OWN_NAME.fullmatch(id):
        raise one.wrong("id", id, site_words("host.records.id", kind=one.kind))
    taken = {each["id"] for each in book[JOINS[one.kind]][one.kind]}
    if one.kind == "rule" and id in taken:
        raise one.wrong("id", id, site_words("host.records.next_rule", id=_next_rule(taken)))
    if id in taken or id == "ours":
        raise one.wrong("id", id, site_words("host.records.taken", kind=one.kind, taken=", ".join(sorted(taken))))


def _next_rule(taken: Container[str]) -> str:
    return next(id for number in count(1) if (id := f"H{number}") not in taken)


def check_names(one: Placed, placed: tuple[Placed, ...], book: Book) -> None:
    """Raises HostMistake where a record names a source, a rule, a question or a figure that is not there."""
    CHECKS[one.kind](one, placed, book)


def _own(placed: tuple[Placed, ...]) -> tuple[str, ...]:
    return tuple(each.record["id"] for each in placed if each.kind == "source")


def _check_source(one: Placed, placed: tuple[Placed, ...], book: Book) -> None:
    for quote in one.record.get("quotes", ()):
        if len(quote.split()) > QUOTE_WORDS:
            raise one.wrong("quotes", quote, site_words("host.records.quote", most=QUOTE_WORDS))


def _check_rule(one: Placed, placed: tuple[Placed, ...], book: Book) -> None:
    record, own = one.record, _own(placed)
    for key in ("title", "reason"):
        check_sentence(one.file, one.spot(key), record[key], record, {})
    one.only("applies_to", (record["applies_to"],), APPLIES_TO)
    for key, known in (("sources", own), ("reason_by", record["sources"]), ("says", own)):
        one.only(key, record.get(key, ()), known, site_words("host.names.source"))


def _check_position(one: Placed, placed: tuple[Placed, ...], book: Book) -> None:
    record, own, rules = one.record, _own(placed), rules_of(book)
    others = [each.record for each in placed if each.kind == "position"]
    ours = (each for each in book["positions"]["position"] if not any(each is own for own in others))
    questions = tuple(dict.fromkeys(q for each in ours for q in each["questions"]))
    one.only("questions", record["questions"], questions)
    approaches = (each.record for each in placed if each.kind == "approach")
    known = tuple(dict.fromkeys((*own, *(each["id"] for each in approaches if "words" in each or each["id"] in own))))
    one.only("who", (record["who"],), known, site_words("host.names.who"))
    for key in ("rule", "early"):
        if record.get(key) and record[key] not in rules:
            raise one.wrong(key, record[key], site_words("host.records.rule", key=key))
    _check_bounds(one, rules)
    same = [e for e in book["positions"]["position"] if e["who"] == record["who"] and e is not record]
    if twice := {q for each in same for q in each["questions"]} & set(record["questions"]):
        raise one.wrong("questions", min(twice), site_words("host.records.once", who=record["who"]))


def _check_bounds(one: Placed, rules: Mapping[str, Mapping[str, Any]]) -> None:
    for key in BOUNDS:
        for name in one.record[key].split(" + ") if key in one.record else ():
            id, _, figure = name.partition(".")
            if type(rules.get(id, {}).get(figure)) is not int or not FIGURES.fullmatch(figure):
                raise one.wrong(key, name, site_words("host.records.bound", key=key))
            if unit_of(figure) not in UNIT_HOURS:
                raise one.wrong(key, name, site_words("host.records.unit", key=key))


def _check_approach(one: Placed, placed: tuple[Placed, ...], book: Book) -> None:
    record, own, rules = one.record, _own(placed), rules_of(book)
    one.only("pace", filter(None, (record.get("pace"),)), ("later",))
    if record["id"] not in own and not record.get("words"):
        raise one.wrong("id", record["id"], site_words("host.records.approach", own=", ".join(own)))
    for key in ("in_row", "in_all"):
        id, _, figure = record.get(key, "").partition(".")
        if key in record and type(rules.get(id, {}).get(figure)) is not int:
            raise one.wrong(key, record[key], site_words("host.records.count", key=key))


def _check_voice(one: Placed, placed: tuple[Placed, ...], book: Book) -> None:
    asked = tuple(sorted({question.coded for question in questions().values()}))
    for key, known in (("kind", VOICES), ("grade", ("A", "B"))):
        one.only(key, (one.record[key],), known)
    one.only("coded", one.record["coded"], asked, site_words("host.names.of", whole="coded"))
    for topic in topics().values():
        if topic.answers and topic.field in one.record.get("answers", {}):
            one.only("answers", (one.record["answers"][topic.field],), tuple(answer.id for answer in topic.answers))


CHECKS: Mapping[str, Callable[[Placed, tuple[Placed, ...], Book], None]] = MappingProxyType(
    {
        "source": _check_source,
        "rule": _check_rule,
        "position": _check_position,
        "approach": _check_approach,
        "voice": _check_voice,
    }
)

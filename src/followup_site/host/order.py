"""The order of a book of rules: whose bounds lie beyond each other, and in which records."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from followup.rules.sayings import FIGURE as FIGURES
from followup.rules.weeks import plain_days

# The tables of ours by file and then by kind, which a host's records join.
type Book = dict[str, dict[str, Any]]
type Bound = tuple[str, str]

UNIT_HOURS = {"business_days": 24, "calendar_days": 24, "days": 24, "hours": 1, "minutes": 1 / 60}


def rules_of(book: Book) -> Mapping[str, dict[str, Any]]:
    """Gives the rules and the disputed questions of a book by id."""
    return {one["id"]: one for one in [*book["defaults"]["default"], *book["rules"]["rule"]]}


def disorder(book: Book, own: frozenset[str]) -> Iterator[tuple[str, Bound, Bound]]:
    """Gives who stands where with bounds out of order, and both bounds with their figures.

    `own` are the host's; a bound that one of these leaves out is the balanced one.
    """
    rules = rules_of(book)
    balanced = {one["questions"][0]: one for one in book["positions"]["position"] if one["who"] == "balanced"}
    for one in book["positions"]["position"]:
        whole = {**balanced.get(one["questions"][0], {}), **one}
        told = [(key, whole[key]) for key in ("earliest", "target", "latest") if key in whole]
        for first, second in pairwise(told):
            names = (first[1], second[1])
            if _hours(names[0], rules) > _hours(names[1], rules) and (
                one["who"] in own or all(name in one.values() for name in names)
            ):
                yield one["who"], first, second


def _hours(names: str, rules: Mapping[str, Mapping[str, Any]]) -> float:
    parts = [name.partition(".") for name in names.split(" + ")]
    return sum((_length(key, rules[id][key]) for id, _, key in parts), 0.0)


def _length(key: str, count: int) -> float:
    unit = unit_of(key)
    return UNIT_HOURS[unit] * (plain_days(count) if unit == "business_days" else count)


def unit_of(key: str) -> str:
    """Gives the unit that the key of a figure names, "" where it names none."""
    found = FIGURES.fullmatch(key)
    return found["unit"] if found else ""


def crossed(book: Book) -> Iterator[tuple[str, str, str]]:
    """Gives records whose least lies beyond their most, or whose hours end before they begin: id and both keys."""
    for id, record in rules_of(book).items():
        for first in record:
            for begins, ends in (("_min", "_max"), ("_from_time", "_to_time")):
                last = f"{first.removesuffix(begins)}{ends}"
                # A night begins on one day and ends on the next.
                if first.endswith(begins) and last in record and record[first] > record[last] and id != "O26":
                    yield id, first, last

"""How records of data/evidence are read: whole, known by name, and each once."""

from collections.abc import Callable, Iterable
from dataclasses import MISSING, fields
from typing import Any

from followup import data


class EvidenceError(ValueError):
    """A record of data/evidence that cannot be relied on; the message names the record and what to mend."""


def records[Record](
    name: str, key: str, cls: type[Record], prepare: Callable[[dict[str, Any]], dict[str, Any]] = dict
) -> tuple[Record, ...]:
    """Gives every record under a key of a file, each made ready first; raises EvidenceError."""
    read = data.table("evidence", f"{name}.toml")
    return tuple(record(name, cls, prepare(told)) for told in read[key])


def record[Record](name: str, cls: type[Record], told: dict[str, Any]) -> Record:
    """Gives one record, whole and with nothing else in it; raises EvidenceError."""
    known = {part.name: part for part in fields(cls)}  # type: ignore[arg-type]  # always one of the dataclasses above
    missing = [
        part.name
        for part in known.values()
        if part.default is MISSING and part.default_factory is MISSING and part.name not in told
    ]
    odd = sorted(told.keys() - known.keys())
    if missing or odd:
        said = told.get("id") or told.get("who") or told.get("place") or told.get("what")
        raise EvidenceError(f"{name}.toml: {said}: add {missing}" if missing else f"{name}.toml: {said}: remove {odd}")
    return cls(**{key: tuple(value) if isinstance(value, list) else value for key, value in told.items()})


def each[Record](cls: type[Record], told: Iterable[dict[str, Any]]) -> tuple[Record, ...]:
    """Gives the records within a record."""
    return tuple(cls(**one) for one in told)


def known(name: str, key: str, found: Iterable[str], known: tuple[str, ...]) -> None:
    """Raises EvidenceError for a word that is none of those there are."""
    unknown = {*found} - {*known}
    if unknown:
        raise EvidenceError(f"{name}.toml: there is no {key} {sorted(unknown)}; there are {sorted(known)}")


def once(name: str, ids: Iterable[str]) -> None:
    """Raises EvidenceError for an id that stands twice."""
    seen: set[str] = set()
    for id in ids:
        if id in seen:
            raise EvidenceError(f"{name}.toml: two records have the id {id}")
        seen.add(id)

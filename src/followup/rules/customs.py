"""What is usual in a country, and law that dates the wait, in a sentence for the reader: data/evidence/notes.toml."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from followup import data


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """The sentence on a country; `rare` is true where a thank-you is unusual."""

    country: str
    note: str
    rare: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Deadline:
    """A law that gives the employer so many calendar days from the last interview; `note` has a blank for the day."""

    place: str
    days: int
    check_by: dt.date
    note: str

    def day(self, held: dt.date) -> dt.date:
        """The last day on which they must tell, for a last interview on that day."""
        return held + dt.timedelta(days=self.days)


@lru_cache(maxsize=1)
def notes() -> Mapping[str, Note]:
    """Gives the sentences by country, two letters each."""
    return {told["country"]: Note(**told) for told in _data()["custom"]}


@lru_cache(maxsize=1)
def deadlines() -> Mapping[str, Deadline]:
    """Gives the laws by country and region, like CA-ON."""
    return {told["place"]: Deadline(**told) for told in _data()["law"]}


def note_of(country: str) -> str:
    """Gives the sentence on that country, or "" where nothing was found or no country is known."""
    known = notes().get(country)
    return known.note if known else ""


def is_thanking_rare(country: str) -> bool:
    """True where a thank-you is unusual, as far as anything was found."""
    known = notes().get(country)
    return known is not None and known.rare


def deadline_of(country: str, subdivision: str) -> Deadline | None:
    """Gives the law that dates the wait there, if any."""
    return deadlines().get(f"{country}-{subdivision}")


def _data() -> Mapping[str, Any]:
    return data.table("evidence", "notes.toml")

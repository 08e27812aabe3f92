"""What is usual in a country, and law that dates the wait, in a sentence for the reader: data/evidence/notes.toml."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from followup import data


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """What is known of a country: of thank-yous, of asking, and of how a letter opens.

    `check_by` is a day of its own to look again, where a sentence rests on law. With `asks_late` asking early is
    unusual there, so that a thank-you asks nothing.
    """

    country: str
    thanks: str = ""
    asking: str = ""
    address: str = ""
    asks_late: bool = False
    check_by: dt.date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Deadline:
    """A law that gives the employer so many calendar days from the last interview; `note` has a blank for the day.

    `row` says the same in a few words, for a line of its own.
    """

    place: str
    days: int
    check_by: dt.date
    note: str
    row: str

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


def note_of(country: str, today: dt.date, *, thanks: bool = False, asking: bool = False) -> str:
    """Gives what to know there of a thank-you, of asking, or of both; "" where nothing is known.

    From the day on which the records were due for a new look, it says so.
    """
    known = notes().get(country)
    told = (known.thanks if thanks else "", known.asking if asking else "") if known else ("",)
    if known is None or not any(told):
        return ""
    return _dated(" ".join(filter(None, (*told, known.address))), known.check_by or check_by(), today)


def asks_late(country: str) -> bool:
    """Whether people there ask late or not at all when they will hear."""
    known = notes().get(country)
    return known is not None and known.asks_late


def deadline_of(country: str, subdivision: str) -> Deadline | None:
    """Gives the law that dates the wait there, if any."""
    return deadlines().get(f"{country}-{subdivision}")


def has_law_in_a_region(country: str) -> bool:
    """Whether a law of one of the country's regions dates the wait."""
    return any(place.startswith(f"{country}-") for place in deadlines())


def law_note(law: Deadline, spoken: str, today: dt.date) -> str:
    """Gives the law in a sentence with its day as spoken, and says so where it was due for a new look by today."""
    return _dated(law.note.format(day=spoken), law.check_by, today)


def check_by() -> dt.date:
    """Gives the day from which the customs are due for a new look."""
    day: dt.date = _data()["check_by"]
    return day


def due() -> str:
    """Gives the sentence that says so."""
    return str(_data()["due"])


def _dated(words: str, look_again: dt.date, today: dt.date) -> str:
    return f"{words} {due()}" if today >= look_again else words


@lru_cache(maxsize=1)
def _data() -> Mapping[str, Any]:
    return data.table("evidence", "notes.toml")

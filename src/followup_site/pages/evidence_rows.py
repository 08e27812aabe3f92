"""The rows of the pages on surveys, customs and laws: what is told of each, and its figures as bars."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from followup.dates import clock
from followup.rules.by_country import Claim
from followup_site.pages.rendering import rendered
from followup_site.words.wording import site_words

type Told = tuple[tuple[str, tuple[Claim, ...]], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """One figure of a list: what it is of, the figure in words, and its bar as a percentage of the width."""

    of: str
    words: str
    width: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Figures:
    """A list of figures under a heading of its own; `sorts` where a reader may sort it."""

    title: str
    parts: tuple[Part, ...]
    heads: tuple[str, str] = ("", "")
    sorts: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A survey, a law or a custom: pairs of a name and claims, and lists of figures as shares of the longest."""

    id: str
    title: str
    told: Told
    addresses: tuple[str, ...]
    read: dt.date
    figures: tuple[Figures, ...] = ()
    note: str = ""
    check_by: dt.date | None = None

    @property
    def read_words(self) -> str:
        """The day on which it was read."""
        return clock.spoken_day(self.read)

    @property
    def check_by_words(self) -> str:
        """The day on which it was due for a new look."""
        return clock.spoken_day(self.check_by) if self.check_by else ""


def written(rows: Iterable[Row], first: Figures | None = None) -> str:
    """Gives the rows as HTML, a list of figures before them where there is one."""
    return rendered("evidence_rows", rows=tuple(rows), first=first)


def told(table: str, **claims: tuple[Claim, ...]) -> Told:
    """Gives claims below what that table of words calls them: told("pages.survey", found=...)."""
    return tuple((site_words(f"{table}.{name}"), said) for name, said in claims.items())


def one_claim(words: str) -> tuple[Claim, ...]:
    """Gives words that rest on the row's own addresses; nothing for no words."""
    return (Claim(says=words),) if words else ()


def with_reason(words: str, reason: str) -> str:
    """Gives words and why they are so, where a reason is told."""
    return site_words("pages.surveys.with_reason", words=words, reason=reason) if reason else words


def parts(figures: Iterable[tuple[str, float]], unit: str, most: float) -> tuple[Part, ...]:
    """Gives figures with their unit, and bars as shares of `most`."""
    return tuple(Part(of=of, words=f"{count:g}{unit}", width=round(100 * count / most, 1)) for of, count in figures)

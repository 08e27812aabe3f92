"""How many further voices go along with a figure: sums that the build counts from data/evidence into one small file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from followup import data
from followup.rules.rulebook import with_figures

type Direction = Literal["at_most", "at_least"]

COUNTED = re.compile(r"\{(?:yes|no|all)\}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Bar:
    """How many voices give one answer, as a share of the longest bar; whether it fits ours, or is ours."""

    words: str
    count: int
    share: float
    fits: bool
    ours: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Tally:
    """How many voices name which number, in the unit of the question, and the sentence that sums them up.

    With `at_most` a voice goes along whose number is at most ours (it would let you write by then); with `at_least` one
    whose number is at least ours. The sentence may name a figure of ours, "{K1.deadline_hours}". `answers` are the bars
    of a drawing: each takes what is at most its number. `page` lists all voices, from the root of the site.
    """

    page: str
    title: str
    counts: Direction
    sentence: str
    answers: tuple[tuple[float, str], ...]
    told: tuple[tuple[float, int], ...]

    def fits(self, number: float, ours: float) -> bool:
        """True where a voice that names the number goes along with ours."""
        return number <= ours if self.counts == "at_most" else number >= ours

    def says(self, ours: float) -> str:
        """Gives the sum for that figure: "31 of the 45 voices that name a wait would let you write by then; ..."."""
        total = sum(voices for _, voices in self.told)
        yes = sum(voices for number, voices in self.told if self.fits(number, ours))
        return summed(self.sentence, yes, total)

    def bars(self, ours: float) -> tuple[Bar, ...]:
        """Gives a bar for each answer, shortest first."""
        floors = (float("-inf"), *(to for to, _ in self.answers))
        counts = [
            sum(voices for number, voices in self.told if floor < number <= to)
            for floor, (to, _) in zip(floors, self.answers, strict=False)
        ]
        mine = next((at for at, (to, _) in enumerate(self.answers) if ours <= to), len(counts) - 1)
        return tuple(
            Bar(words=words, count=count, share=count / max(counts), fits=self.fits(to, ours), ours=at == mine)
            for at, ((to, words), count) in enumerate(zip(self.answers, counts, strict=True))
        )


def summed(sentence: str, yes: int, total: int) -> str:
    """Gives a sentence with how many go along and how many do not; it may name a figure of ours."""
    counted = {"{yes}": "all" if yes == total else yes, "{no}": total - yes, "{all}": total}
    said = COUNTED.sub(lambda found: str(counted[found[0]]), sentence)
    return with_figures(said[:1].upper() + said[1:])


def tally(question: str) -> Tally | None:
    """Gives what was counted on a disputed question, or None where nothing was."""
    return _tallies().get(question)


@lru_cache(maxsize=1)
def _tallies() -> Mapping[str, Tally]:
    return {question: _tally(told) for question, told in data.tallies().items()}


def _tally(told: dict[str, Any]) -> Tally:
    return Tally(**told | {key: tuple((number, what) for number, what in told[key]) for key in ("answers", "told")})

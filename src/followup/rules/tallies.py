"""How many further voices go along with a figure: sums that the build counts from data/evidence into one small file."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from followup import data

type Counts = Literal["at_most", "at_least"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Tally:
    """How many voices name which number, in the unit of the question, and the sentence that sums them up.

    With `at_most` a voice goes along whose number is at most ours (it would let you write by then); with `at_least` one
    whose number is at least ours. `page` lists them all, from the root of the site.
    """

    page: str
    counts: Counts
    sentence: str
    told: tuple[tuple[float, int], ...]

    def fits(self, number: float, ours: float) -> bool:
        """True where a voice that names the number goes along with ours."""
        return number <= ours if self.counts == "at_most" else number >= ours

    def says(self, ours: float) -> str:
        """Gives the sum for that figure: "31 of the 45 voices that name a wait would let you write by then; ..."."""
        total = sum(voices for _, voices in self.told)
        yes = sum(voices for number, voices in self.told if self.fits(number, ours))
        return self.sentence.format(yes=yes, no=total - yes, all=total)


def tally(question: str) -> Tally | None:
    """Gives what was counted on a disputed question, or None where nothing was."""
    return _tallies().get(question)


@lru_cache(maxsize=1)
def _tallies() -> Mapping[str, Tally]:
    return {question: _tally(told) for question, told in data.tallies().items()}


def _tally(told: dict[str, Any]) -> Tally:
    return Tally(**told | {"told": tuple((number, voices) for number, voices in told["told"])})

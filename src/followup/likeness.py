"""How alike two letters are: colleagues compare them."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

# Our choice: beyond this share of equal words two people would call it the same letter.
TOO_ALIKE_PERCENT = 80


@dataclass(frozen=True, kw_only=True, slots=True)
class Likeness:
    """The share of words two letters have in common, in their order, and the sentences that stand in both."""

    percent: int
    same_sentences: tuple[str, ...]

    @property
    def is_too_much(self) -> bool:
        """True where one of the two had better be written anew."""
        return self.percent >= TOO_ALIKE_PERCENT


def likeness(one: Sequence[str], other: Sequence[str]) -> Likeness:
    """Gives how alike two letters are, each told as its sentences without greeting and signature.

    >>> likeness(["Thank you.", "I liked A."], ["Thank you.", "I liked B."])
    Likeness(percent=80, same_sentences=('Thank you.',))
    """
    theirs = {_plain(sentence) for sentence in other}
    return Likeness(
        percent=round(100 * _matcher(one, other).ratio()),
        same_sentences=tuple(sentence for sentence in one if _plain(sentence) in theirs),
    )


def _matcher(one: Sequence[str], other: Sequence[str]) -> SequenceMatcher[str]:
    first, second = (" ".join(map(_plain, letter)).split() for letter in (one, other))
    return SequenceMatcher(None, first, second, autojunk=False)


def _plain(sentence: str) -> str:
    return " ".join(sentence.casefold().split())

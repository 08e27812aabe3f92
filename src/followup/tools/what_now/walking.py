"""How far some answers lead through the questions of "What now?"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from followup.tools.what_now.flow import Choice, Ending, Option, flow


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """How far some answers lead: the questions answered on the way, and where that is."""

    answered: tuple[tuple[Choice, Option], ...]
    at: Choice | Ending

    @property
    def answers(self) -> dict[str, str]:
        """Gives the answers on the way alone, those to questions that were not met left out."""
        return {choice.id: option.value for choice, option in self.answered}


def walk(answers: Mapping[str, str]) -> Way:
    """Follows the answers from the first question to the first one that is open, or to an ending."""
    answered: list[tuple[Choice, Option]] = []
    at = node(flow().first)
    while isinstance(at, Choice):
        option = at.answered(answers)
        if option is None:
            break
        answered.append((at, option))
        at = node(option.to)
    return Way(answered=tuple(answered), at=at)


def node(id: str) -> Choice | Ending:
    """Gives the question or the ending of that id."""
    return flow().choices.get(id) or flow().endings[id]


def paths() -> Iterator[Way]:
    """Gives every way from the first question to an ending."""
    yield from _paths(Way(answered=(), at=node(flow().first)))


def _paths(so_far: Way) -> Iterator[Way]:
    if isinstance(so_far.at, Ending):
        yield so_far
        return
    for option in so_far.at.options:
        yield from _paths(Way(answered=(*so_far.answered, (so_far.at, option)), at=node(option.to)))

"""Who can be reached no longer, for a letter to somebody else."""

from collections.abc import Iterator

from followup.letters.situation import standing_of
from followup.model.case import Case


def colleague(case: Case) -> str:
    """Gives the name of the last who left, or whose messages came back; nothing where no name is known."""
    gone = standing_of(case).gone
    found = [(gone.index(word), name) for word, name in _called(case) if word in gone and "@" not in name]
    return max(found)[1] if found else ""


def _called(case: Case) -> Iterator[tuple[str, str]]:
    """Gives every word that somebody goes by, as it is compared, and their name."""
    for held in case.rounds:
        for one in held.interviewers:
            yield from ((word.casefold(), one.name) for word in (one.name, one.email) if word and one.name)
    yield from ((event.to.casefold(), event.to) for event in case.events if event.to)

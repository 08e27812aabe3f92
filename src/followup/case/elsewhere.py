"""Which of the reader's steps went to somebody else: what is said there is no word of theirs (Words: Exchange)."""

from collections.abc import Iterable
from dataclasses import replace

from followup.case.facts import MEANS, Fact
from followup.case.moves import BACK, moved


def with_steps_elsewhere(told: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts, each wish for more time marked that went to those who made another offer.

    With their own offer in writing it is theirs, with another one alone it is the others'. Where there are both it goes
    by what the plan asks: the others once, and before their own day is over (O36).
    """
    found: list[Fact] = []
    other: Fact | None = None
    state = before = "held"
    has_asked = False
    for fact in told:
        if other is not None and fact.event is not None and _asks_for_time(fact):
            is_theirs = state == "offer-written" and (has_asked or not _has_time_left(other, fact))
            fact = replace(fact, elsewhere=not is_theirs)
            has_asked = has_asked or (fact.elsewhere and fact.step != "")
        found.append(fact)
        other, has_asked = (fact, False) if fact.word == "offer-elsewhere" else (other, has_asked)
        to = moved(state, fact.word)
        to = before if to == BACK else to
        before, state = (state, to) if to and to != state else (before, state)
    return tuple(found)


def _asks_for_time(fact: Fact) -> bool:
    return fact.event is not None and fact.event.kind in MEANS and fact.event.step == "ask-time"


def _has_time_left(other: Fact, fact: Fact) -> bool:
    """True where the others named a day that was not over: only then does the plan ask them for another one."""
    deadline = other.event.deadline if other.event else None
    return deadline is not None and fact.at.date() <= deadline

"""Whoever took another job tells those who still wait for them: to withdraw is a step until then (Events)."""

from collections.abc import Sequence

from followup.case.facts import Fact
from followup.case.meetings import Meeting
from followup.case.standing import Standing, is_ended

# In these they have asked for something of the reader's, or hold something ready: they wait.
WAITING = ("task", "invited", "checks", "offer-coming", "offer-written", "accepted")


def wants_out(standing: Standing, fact: Fact, ahead: Sequence[Meeting]) -> bool:
    """True where the reader wants out and has to tell them; `ahead` are the interviews to come, as of that fact."""
    return fact.is_wish_to_leave or (took_another_job(fact) and _is_waited_for(standing, ahead))


def took_another_job(fact: Fact | None) -> bool:
    """True for the word that closes it for another job."""
    return fact is not None and fact.event is not None and (fact.word, fact.event.reason) == ("closed", "other-job")


def _is_waited_for(standing: Standing, ahead: Sequence[Meeting]) -> bool:
    waits = bool(ahead) or standing.is_asked or standing.call is not None or standing.state in WAITING
    return waits and not is_ended(standing)

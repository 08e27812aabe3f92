"""The case as it stands: what was told first, and what was said since in its place."""

from dataclasses import replace

from followup.case.history import History, tell
from followup.case.standing import Standing
from followup.case.state import stand
from followup.model.case import Case, Promise


def as_it_stands(case: Case) -> Case:
    """The case with each interview on the day it was moved to, the promise that holds, and its events in order."""
    return with_standing(case)[0]


def with_standing(case: Case) -> tuple[Case, Standing]:
    """That case, and where its process stands."""
    history = tell(case)
    standing = stand(history, history.facts)
    rounds = tuple(meeting.round for meeting in history.meetings)
    events = tuple(fact.event for fact in history.happened if fact.event)
    return replace(case, rounds=rounds, promise=_promise(history, standing), events=events), standing


def _promise(history: History, standing: Standing) -> Promise:
    """The date they named last (law 4); who asked not to be contacted goes on asking that."""
    told = history.case.promise
    if standing.no_contact:
        return replace(told, kind="no-contact", by=standing.named or told.by)
    if standing.named is None or standing.named == told.by:
        return told if standing.named or not standing.held else Promise()
    return Promise(kind="date", by=standing.named)

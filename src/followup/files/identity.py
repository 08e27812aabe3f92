"""What the calendar entries of a case are known by."""

import json
from collections.abc import Sequence

from followup.model.case import Case
from followup.words.wording import entry_words


def identity(case: Case) -> str:
    """The name that a case's UIDs derive from: its id, else the name that they had before there was an id."""
    if case.id:
        return case.id
    if not (case.company or case.role):
        return _first_day(case)
    return "\n".join((case.company, case.role, *filter(None, (case.twin,))))


def note(case: Case) -> str:
    """What correcting company or role will do where a case has no id, and the id to put in; else nothing."""
    if case.id:
        return ""
    kind = "company_role" if case.company or case.role else "first_day"
    return f'{entry_words()["without_id"][kind]} "id": {json.dumps(identity(case), ensure_ascii=False)}'


def identities(cases: Sequence[Case]) -> tuple[str, ...]:
    """The name of each case; of several with one name the first in time keeps it."""
    names = [identity(case) for case in cases]
    first: dict[str, str] = {}
    for name, case in zip(names, cases, strict=True):
        first[name] = min(first.get(name, _beginning(case)), _beginning(case))
    return tuple(
        name if _beginning(case) == first[name] else f"{name}\n{_beginning(case)}"
        for name, case in zip(names, cases, strict=True)
    )


def _beginning(case: Case) -> str:
    if not case.rounds:
        return _first_day(case)
    held = case.rounds[0]
    return "\n".join((str(held.date), held.zone, *(person.name for person in held.interviewers)))


def _first_day(case: Case) -> str:
    """The day of the first interview, else that of the first thing that was told."""
    told = [str(event.at)[:10] for event in case.events]
    return str(case.rounds[0].date) if case.rounds else min(told, default="")

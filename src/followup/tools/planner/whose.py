"""Whose recruiter it is: two buttons where nobody told, and it would be another step."""

import json
from typing import Any

from followup.model.case import Case, Part, Round
from followup.model.plan import Plan
from followup.model.wording import view_words
from followup.tools.planner.days import FieldButton, as_asked

# Each of these says what to do in either case.
WHOSE = frozenset({"agency-call", "agency-left"})


def whose(plan: Plan, case: Case) -> tuple[FieldButton, ...]:
    """Gives a button for an agency's recruiter and one for the firm's own; nothing where it changes nothing."""
    if not any(one.kind in WHOSE for one in plan.notices):
        return ()
    agency, firm = view_words("people.of_agency"), view_words("people.of_firm")
    return (_button(agency, case, "agency"), _button(firm, case, "hr"))


def _button(words: str, case: Case, part: Part) -> FieldButton:
    rounds = [_round(one, part) for one in case.rounds]
    return FieldButton(words=words, sets=json.dumps({"rounds": rounds}, ensure_ascii=False))


def _round(one: Round, part: Part) -> dict[str, Any]:
    """An interview as a request carries it, its recruiters told."""
    told = as_asked(one)
    for each in told.get("interviewers", ()):
        each["part"] = part if each["part"] == "recruiter" else each["part"]
    return told

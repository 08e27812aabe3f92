"""What is wrong inside a case of the list, each with the name of its field."""

from collections.abc import Iterator
from dataclasses import fields

from followup import forms
from followup.model.answer import Problem
from followup.model.case import Case
from followup.tools.interviews.seen import Application

# What the short texts of a case are called: their problems do not say which one they mean.
LABELS = {
    forms.key_of(part): part.metadata["question"].words.label
    for part in fields(Case)
    if part.metadata["question"].kind in ("text", "line")
}


def messages(seen: Application) -> Iterator[str]:
    """What is wrong, each with the name of its field where the field's own words do not tell it."""
    return (_told(problem) for problem in seen.wrong)


def _told(problem: Problem) -> str:
    """A problem that says which answer it means: "Company: Enter at most 200 characters"."""
    label = LABELS.get(problem.field, "")
    return f"{label}: {problem.message}" if label else problem.message

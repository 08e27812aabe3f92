"""A plan as plain text, to copy or for a terminal."""

from collections.abc import Iterator

from followup.model.wording import view_words
from followup.tools.planner.plan_view import PlanView
from followup.words.steps import StepView


def plan_text(view: PlanView) -> str:
    """Gives the plan as plain text, to copy or for a terminal."""
    lines = [_head(view), ""]
    if view.next:
        # The day first: behind a question it would be read as part of it.
        lines += [f"{view.next.lead}, {view.when}: {view.next.title}", ""]
    elif view.look_again:
        lines += [view_words("plan.look_again", day=view.look_again), ""]
    for step in view.steps:
        lines += [
            f"- {step.title} [{step.status_words}]",
            *_when(step),
        ]
    lines += ["", *(notice.text for notice in view.notices), view.touches]
    lines += [view_words("plan.ends", day=view.ends)] if view.ends else []
    return "\n".join(lines).rstrip() + "\n"


def _head(view: PlanView) -> str:
    return view_words("plan.head_about", about=view.about) if view.about else view_words("plan.head")


def short_text(view: PlanView) -> str:
    """The plan with one line a step, for a link that would be too long with all its hours."""
    steps = (f"- {step.best.both}: {step.title}" for step in view.steps if step.status != "dropped")
    return "\n".join((_head(view), "", *steps))


def _when(step: StepView) -> Iterator[str]:
    """The bounds of a step, or only when it was done."""
    if step.status == "done":
        yield f"    {step.best.both}"
    else:
        yield from (f"    {bound.name}: {bound.when.both}" for bound in step.bounds)
